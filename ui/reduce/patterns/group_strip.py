"""The name of a new group, asked for in place: beneath the board or the clusters."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.reduce.codes import CodeRow
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel

TOP = -1
"""Stands for the top of the tree in the choice of the place."""


class GroupStrip(QFrame):
    """Name, place and definition of a pattern code to be made; hidden until it is wanted."""

    taken = Signal(list, str, object, str)  # codes, name, parent id or None, definition
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.codes: list[int] = []
        self.setProperty("rule", "top")
        self.setAccessibleName(self.tr("New group"))
        self.title = ElidedLabel(kind="title", parent=self)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name of the group"))
        self.name.setAccessibleName(self.tr("Name of the group"))
        self.place = ChoiceButton("", [(TOP, self.tr("A theme, at the top"))], TOP, self)
        self.definition = QLineEdit(self)
        self.definition.setPlaceholderText(self.tr("Definition: what holds these codes together"))
        self.definition.setAccessibleName(self.tr("Definition"))
        self.make = QPushButton(self.tr("Make group"), self)
        self.make.setProperty("accent", True)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.make.clicked.connect(self._take)
        self.cancel.clicked.connect(self.close_up)
        self.name.textChanged.connect(lambda _: self._enable())
        for field in (self.name, self.definition):
            field.returnPressed.connect(self._take)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 2)
        row.addWidget(self.place)
        row.addWidget(self.definition, 3)
        row.addWidget(self.make)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(row)

    def open_for(self, codes: Sequence[CodeRow], above: Sequence[CodeRow]) -> None:
        """Ask for a group of `codes`; `above` are the themes that could hold it, nearest first."""
        self.codes = [code.id for code in codes]
        names = ", ".join(code.name for code in codes)
        words = self.tr("New group of %n code(s)", "", len(codes))
        self.title.setText(f"{words}: {names}" if codes else self.tr("New group without codes"))
        options: list[tuple[object, str]] = [
            (code.id, self.tr("A category in {name}").format(name=code.name)) for code in above
        ]
        self.place.set_options([*options, (TOP, self.tr("A theme, at the top"))])
        self.place.set_current(above[0].id if above else TOP)
        self.name.clear()
        self.definition.clear()
        self._enable()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Put the strip away."""
        self.hide()
        self.closed.emit()

    def _enable(self) -> None:
        self.make.setEnabled(bool(self.name.text().strip()))

    def _take(self) -> None:
        name = self.name.text().strip()
        if name:
            at = self.place.current()
            parent = None if at == TOP else at
            self.taken.emit(self.codes, name, parent, self.definition.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            event.accept()
            return
        super().keyPressEvent(event)
