"""Splitting a code: choose the excerpts that go to a new code beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.reduce.codes import CodeRow
from app.reduce.excerpts import ExcerptRow
from ui.widgets.excerpt_list import ExcerptList


class CodeSplit(QDialog):
    """Asks for the name and the excerpts. It blocks nothing."""

    wanted = Signal(int, str, list)
    """Code id, name of the new code, coding ids."""

    def __init__(
        self, code: CodeRow, rows: Sequence[ExcerptRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.code = code
        self.setWindowTitle(self.tr("Split “{name}”").format(name=code.name))
        self.resize(640, 560)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name of the new code"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.list = ExcerptList(self)
        self.list.set_rows(rows)
        self.count = QLabel(self)
        self.count.setProperty("kind", "soft")
        self.leave = QPushButton(self.tr("Cancel"))
        self.split = QPushButton(self.tr("Split"))
        self.split.setProperty("accent", True)
        self.split.setDefault(True)
        self._arrange()
        self.leave.clicked.connect(self.reject)
        self.split.clicked.connect(self._done)
        self.name.textChanged.connect(lambda _words: self._follow())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self._follow()
        self.name.setFocus()

    def chosen(self) -> list[int]:
        """Return the codings that go to the new code."""
        ids = (row.coding_id for row in self.list.selected_rows())
        return [coding for coding in ids if coding is not None]

    def _arrange(self) -> None:
        says = QLabel(
            self.tr(
                "Choose the excerpts that go to the new code; hold Ctrl or Shift for several. "
                "They keep their memos, directions and weights. Afterwards define both codes."
            )
        )
        says.setWordWrap(True)
        says.setProperty("kind", "soft")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.name)
        column.addWidget(says)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def _follow(self) -> None:
        going = len(self.chosen())
        self.split.setEnabled(bool(going and self.name.text().strip()))
        self.count.setText(self.tr("%n excerpt(s) chosen", "", going))

    def _done(self) -> None:
        self.wanted.emit(self.code.id, self.name.text(), self.chosen())
        self.accept()
