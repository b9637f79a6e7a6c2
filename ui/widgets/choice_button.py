"""A choice that says what it chooses: “Rows: codes ▾”."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

ARROW = " ▾"


class ChoiceButton(QPushButton):
    """A button with a menu of options; it shows the prefix and the option that is on."""

    chosen = Signal(object)  # the value that was picked

    def __init__(
        self,
        prefix: str,
        options: Sequence[tuple[object, str]],
        current: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._current = current
        self._labels: list[tuple[object, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_pick)
        self.setMenu(QMenu(self))
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer `options` (value, label); the first is on where the present value is gone."""
        self._labels = list(options)
        menu = self.menu()
        menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        for number, (_, label) in enumerate(self._labels):
            action = QAction(label.replace("&", "&&"), menu, checkable=True)
            action.setData(number)
            self._group.addAction(action)
            menu.addAction(action)
        values = [value for value, _ in self._labels]
        if values and self._current not in values:
            self._current = values[0]
        self._show()

    def current(self) -> object:
        return self._current

    def set_current(self, value: object) -> None:
        """Switch to `value` without a signal."""
        self._current = value
        self._show()

    def _on_pick(self, action: QAction) -> None:
        value = self._labels[action.data()][0]
        if value != self._current:
            self.set_current(value)
            self.chosen.emit(value)

    def _show(self) -> None:
        label = next((label for value, label in self._labels if value == self._current), "")
        words = f"{self._prefix}: {label}" if self._prefix else label
        self.setText(words.replace("&", "&&") + ARROW)
        self.setAccessibleName(words)
        for (value, _), action in zip(self._labels, self._group.actions(), strict=True):
            action.setChecked(value == self._current)
