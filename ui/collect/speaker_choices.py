"""Who the labels of the turns are: a choice beside each label."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from ui.widgets.elided_label import ElidedLabel

NOBODY, RESEARCHER = "nobody", "researcher"


@dataclass(frozen=True)
class Label:
    """A label found in the turns; `who` is RESEARCHER, NOBODY or the value of an informant."""

    label: str
    turns: int
    who: object


class SpeakerChoices(QWidget):
    """A line for each label."""

    tied = Signal(str, object)
    """A label, and whom it stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(0, 1)
        self.boxes: dict[str, QComboBox] = {}

    def show_labels(self, labels: Sequence[Label], people: Sequence[tuple[object, str]]) -> None:
        """Show `labels`; `people` are the informants who may be meant, with their codes."""
        self._clear()
        for row, label in enumerate(labels):
            turns = QLabel(self.tr("%n turn(s)", "", label.turns))
            turns.setProperty("kind", "small")
            self.grid.addWidget(ElidedLabel(label.label or self.tr("(no label)")), row, 0)
            self.grid.addWidget(turns, row, 1)
            self.grid.addWidget(self._box(label, people), row, 2)

    def _box(self, label: Label, people: Sequence[tuple[object, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setMinimumWidth(120)
        box.addItem(self.tr("Nobody yet"), NOBODY)
        box.addItem(self.tr("The researcher"), RESEARCHER)
        for value, code in people:
            box.addItem(code, value)
        box.setCurrentIndex(max(box.findData(label.who), 0))
        said = self.tr("Who is {label}?").format(label=label.label)
        box.setAccessibleName(said)
        box.activated.connect(lambda _i: self.tied.emit(label.label, box.currentData()))
        self.boxes[label.label] = box
        return box

    def _clear(self) -> None:
        self.boxes.clear()
        while self.grid.count():
            widget = self.grid.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
