"""A row of pill buttons of which one is on: the views of a room, the forms of a display."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class PillRow(QWidget):
    """Choose one of a few by buttons; Left and Right move between them."""

    chosen = Signal(object)  # the value of the button that was pressed

    def __init__(
        self, options: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, (_, label) in enumerate(options):
            button = QPushButton(label)
            button.setProperty("pill", True)
            button.setCheckable(True)
            self._group.addButton(button, number)
            row.addWidget(button)
        if self._values:
            self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._on_click)

    def current(self) -> object:
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_current(self, value: object) -> None:
        """Switch to `value` without a signal. ValueError for one that is not offered."""
        self._group.button(self._values.index(value)).setChecked(True)

    def button(self, value: object) -> QPushButton:
        """Return the button of `value`, to disable it or to give it a tool tip."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, QPushButton)
        return found

    def _on_click(self, number: int) -> None:
        self.chosen.emit(self._values[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._values:
            super().keyPressEvent(event)
            return
        button = self._group.button((self._group.checkedId() + step) % len(self._values))
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()
