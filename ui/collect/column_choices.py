"""Which column of a table is what: a choice beside each heading and its first cell."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from app.collect.planned import Columns
from app.collect.reading.source import Sheet
from ui.widgets.elided_label import ElidedLabel

LEFT_OUT = "left_out"
ONCE = ("informant", "site", "date", "title")


class ColumnChoices(QWidget):
    """A line for each column of a sheet."""

    changed = Signal(object)
    """Columns, after the researcher took a column for something else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(0, 1)
        self.boxes: list[QComboBox] = []

    def show_sheet(self, sheet: Sheet, columns: Columns) -> None:
        """Show the columns of `sheet` as they are taken."""
        self._clear()
        first = sheet.rows[0].cells if sheet.rows else ()
        for number, heading in enumerate(sheet.header):
            name = ElidedLabel(heading or self.tr("Column {number}").format(number=number + 1))
            sample = ElidedLabel(first[number] if number < len(first) else "", kind="small")
            box = self._box(taken_for(columns, number))
            box.setAccessibleName(heading)
            box.activated.connect(lambda _index, at=number: self._take(at))
            self.boxes.append(box)
            self.grid.addWidget(name, 2 * number, 0)
            self.grid.addWidget(box, 2 * number, 1)
            self.grid.addWidget(sample, 2 * number + 1, 0, 1, 2)

    def columns(self) -> Columns:
        """Return what the choices say."""
        said = [box.currentData() for box in self.boxes]
        once = {use: said.index(use) if use in said else None for use in ONCE}
        return Columns(
            texts=tuple(n for n, use in enumerate(said) if use == "text"),
            attributes=tuple(n for n, use in enumerate(said) if use == "attribute"),
            **once,
        )

    def _box(self, use: str) -> QComboBox:
        box = QComboBox(self)
        for value, words in (
            ("text", self.tr("Answer (text)")),
            ("informant", self.tr("Informant")),
            ("site", self.tr("Site")),
            ("date", self.tr("Date")),
            ("title", self.tr("Title")),
            ("attribute", self.tr("Attribute")),
            (LEFT_OUT, self.tr("Leave out")),
        ):
            box.addItem(words, value)
        box.setCurrentIndex(box.findData(use))
        return box

    def _take(self, at: int) -> None:
        use = self.boxes[at].currentData()
        for number, box in enumerate(self.boxes):
            if use in ONCE and number != at and box.currentData() == use:
                box.setCurrentIndex(box.findData(LEFT_OUT))
        self.changed.emit(self.columns())

    def _clear(self) -> None:
        self.boxes.clear()
        while self.grid.count():
            widget: QLabel | QWidget | None = self.grid.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def taken_for(columns: Columns, number: int) -> str:
    """Return what a column is taken for."""
    if number in columns.texts:
        return "text"
    if number in columns.attributes:
        return "attribute"
    return next((use for use in ONCE if getattr(columns, use) == number), LEFT_OUT)
