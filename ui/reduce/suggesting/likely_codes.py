"""The codes that words may be worth, under the palette: a click takes one, a cross refuses it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.reduce.codes import CodeRow
from ui.widgets.icons import icon

SHOWN = 3
NAME_LENGTH = 40


class LikelyCodes(QWidget):
    """Up to three codes; what Enter takes in the palette above stays as it is."""

    taken = Signal(int)
    refused = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.codes: Sequence[CodeRow] = ()
        self.buttons: list[QPushButton] = []
        self.crosses: list[QPushButton] = []
        title = QLabel(self.tr("Words like these were coded with"), self)
        title.setProperty("kind", "small")
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addLayout(self._grid)
        for number in range(SHOWN):
            self._add(number)
        self.hide()

    def _add(self, number: int) -> None:
        button, cross = QPushButton(self), QPushButton(self)
        for each in (button, cross):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one goes on typing above
        cross.setIcon(icon("close"))
        cross.setToolTip(self.tr("Do not offer this code for these words again"))
        cross.setAccessibleName(cross.toolTip())
        cross.setFixedWidth(32)
        button.clicked.connect(lambda _checked=False, n=number: self.taken.emit(self.codes[n].id))
        cross.clicked.connect(lambda _checked=False, n=number: self.refused.emit(self.codes[n].id))
        self._grid.addWidget(button, number, 0)
        self._grid.addWidget(cross, number, 1)
        self.buttons.append(button)
        self.crosses.append(cross)

    def take(self, key: int) -> bool:
        """Take the code whose number is this key; tell whether there is one."""
        number = key - Qt.Key.Key_1
        if not 0 <= number < len(self.codes):
            return False
        self.taken.emit(self.codes[number].id)
        return True

    def show_codes(self, codes: Sequence[CodeRow]) -> None:
        """Show codes, the most likely first; without any nothing is seen."""
        self.codes = list(codes)[:SHOWN]
        for number in range(SHOWN):
            there = number < len(self.codes)
            self.buttons[number].setVisible(there)
            self.crosses[number].setVisible(there)
            if there:
                code = self.codes[number]
                name = code.name
                short = name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1] + "…"
                self.buttons[number].setText(f"{short}   Alt+{number + 1}")
                self.buttons[number].setToolTip(code.path)
        self.setVisible(bool(self.codes))
