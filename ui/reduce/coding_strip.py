"""The selected coding, in a strip under the transcript: code, direction, memo, coder."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.reduce.transcript import CodingSpan
from ui.reduce.coding_directions import direction_options
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.badges import SWATCH_SIZE, paint_swatch
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import icon

MEMO_LINES = 4


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
        self.setAccessibleName(self.tr("Selected coding"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.coding: CodingSpan | None = None
        self.swatch = _Swatch(self)
        self.name = ElidedLabel(kind="title", parent=self)
        self.name.setMaximumWidth(240)
        self.direction = ChoiceButton("", direction_options(), parent=self)
        self.direction.setToolTip(self.tr("What the excerpt says to the code"))
        self.memo = AutosaveText(
            self.tr("Memo on this coding"), self.tr("Memo…"), self, most=MEMO_LINES
        )
        self.coder = QLabel(self)
        self.coder.setProperty("kind", "small")
        self.recode = QToolButton(self)
        self.remove = QToolButton(self)
        self.close_button = QToolButton(self)
        for button, sign, words in (
            (self.recode, "codes", self.tr("Change the code (C)")),
            (self.remove, "trash", self.tr("Remove the coding (Delete)")),
            (self.close_button, "close", self.tr("Close (Esc)")),
        ):
            button.setIcon(icon(sign))
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._arrange()
        self.memo.edited.connect(self._memo_written)
        self.direction.chosen.connect(self._direct)
        self.recode.clicked.connect(self.recode_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.swatch)
        row.addWidget(self.name)
        row.addWidget(self.direction)
        row.addWidget(self.memo, 1)
        for widget in (self.coder, self.recode, self.remove, self.close_button):
            row.addWidget(widget)

    def show_coding(self, coding: CodingSpan | None, memo: str = "") -> None:
        """Show a coding and the memo on it; None hides the strip."""
        before = self.coding
        same = before is not None and coding is not None and coding.coding_id == before.coding_id
        if not same:
            self.flush()
        self.coding = coding
        if coding is None:
            self.hide()
            return
        self.swatch.set_colour(coding.colour)
        self.name.setText(coding.name)
        self.direction.set_current(coding.direction)
        self.coder.setText(coding.coder)
        self.memo.show_text(memo, anew=not same)
        self.show()

    def flush(self) -> None:
        """Save the memo, if it was changed."""
        self.memo.flush()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed."""
        self.memo.setReadOnly(read_only)
        for widget in (self.direction, self.recode, self.remove):
            widget.setEnabled(not read_only)

    def _memo_written(self, words: str) -> None:
        if self.coding is not None:
            self.memo_written.emit(self.coding.coding_id, words)

    def _direct(self, direction: object) -> None:
        if self.coding is not None:
            self.direction_chosen.emit(self.coding.coding_id, str(direction))


class _Swatch(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setFixedSize(SWATCH_SIZE, SWATCH_SIZE)

    def set_colour(self, colour: str) -> None:
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_swatch(painter, 0, QRectF(self.rect()).center().y(), self._colour)
        painter.end()
