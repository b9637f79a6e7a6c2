"""The selected coding, in a strip under the transcript: code, direction, memo, coder."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from app.reduce.transcript import CodingSpan
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import icon
from ui.widgets.pills import PillRow

PAUSE = 1200


class CodingStrip(QFrame):
    """Edits one coding without a dialog; hidden while none is selected."""

    direction_chosen = Signal(int, str)
    memo_written = Signal(int, str)
    recode_wanted = Signal()
    remove_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "top")
        self.coding: CodingSpan | None = None
        self._memo = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        self.swatch = QLabel(self)
        self.swatch.setFixedSize(10, 10)
        self.name = ElidedLabel(kind="title", parent=self)
        self.direction = PillRow(
            [
                ("affirms", self.tr("affirms")),
                ("denies", self.tr("denies")),
                ("mixed", self.tr("mixed")),
            ],
            self,
        )
        self.memo = QLineEdit(self)
        self.memo.setPlaceholderText(self.tr("Memo on this coding…"))
        self.memo.setAccessibleName(self.tr("Memo on this coding"))
        self.coder = QLabel(self)
        self.coder.setProperty("kind", "soft")
        self.recode = QPushButton(self.tr("Recode…"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        close = QToolButton(self)
        close.setIcon(icon("close"))
        close.setToolTip(self.tr("Close (Esc)"))
        row.addWidget(self.swatch)
        row.addWidget(self.name, 1)
        row.addWidget(self.direction)
        row.addWidget(self.memo, 2)
        for widget in (self.coder, self.recode, self.remove, close):
            row.addWidget(widget)
        self._later = QTimer(self, interval=PAUSE, singleShot=True)
        self._later.timeout.connect(self.flush)
        self.memo.textEdited.connect(lambda _words: self._later.start())
        self.memo.editingFinished.connect(self.flush)
        self.direction.chosen.connect(self._direct)
        self.recode.clicked.connect(self.recode_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        close.clicked.connect(self.closed)
        self.hide()

    def show_coding(self, coding: CodingSpan | None, memo: str = "") -> None:
        """Show a coding and the memo on it; None hides the strip."""
        if self.coding is not None and (
            coding is None or coding.coding_id != self.coding.coding_id
        ):
            self.flush()
        same = coding is not None and self.coding is not None
        same = same and coding.coding_id == self.coding.coding_id
        self.coding = coding
        self.setVisible(coding is not None)
        if coding is None:
            return
        self.swatch.setPixmap(_filled(coding.colour))
        self.name.setText(coding.name)
        self.direction.set_current(coding.direction)
        self.coder.setText(coding.coder)
        if not (same and self.memo.hasFocus()):
            self.memo.setText(memo)
        self._memo = memo

    def flush(self) -> None:
        """Save the memo, if it was changed."""
        self._later.stop()
        if self.coding is not None and self.memo.text() != self._memo:
            self._memo = self.memo.text()
            self.memo_written.emit(self.coding.coding_id, self._memo)

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed."""
        self.memo.setReadOnly(read_only)
        for widget in (self.direction, self.recode, self.remove):
            widget.setEnabled(not read_only)

    def _direct(self, direction: str) -> None:
        if self.coding is not None:
            self.direction_chosen.emit(self.coding.coding_id, direction)


def _filled(colour: str) -> QPixmap:
    pixmap = QPixmap(10, 10)
    pixmap.fill(QColor(colour))
    return pixmap
