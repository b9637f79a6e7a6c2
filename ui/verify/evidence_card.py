"""One piece of evidence: its stance, its words, its note, and the chain down to its source."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.reduce.excerpts import ExcerptRow
from ui.language import in_words
from ui.theme import serif_font
from ui.verify.excerpt_menu import STANCES
from ui.widgets.badges import Chip, MethodBadge
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.excerpt_delegate import citation_words
from ui.widgets.excerpt_list import excerpt_mime
from ui.widgets.glyphs import VerdictLabel
from ui.widgets.icons import icon

LONGEST = 600
LEAST_CHAIN = 120


class Quote(QLabel):
    """The words of an excerpt; a click looks at it, two open the transcript, it can be dragged."""

    clicked = Signal()
    opened = Signal()

    def __init__(self, words: str, excerpt_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._excerpt, self._pressed = excerpt_id, QPoint()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…")
        self.setToolTip(self.tr("Click: its chain. Double click: the transcript. Drag it over."))
        self.setWordWrap(True)
        self.setFont(serif_font(11))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        held = event.buttons() & Qt.MouseButton.LeftButton
        if held and far >= QApplication.startDragDistance():
            drag = QDrag(self)
            drag.setMimeData(excerpt_mime([self._excerpt]))
            drag.exec(Qt.DropAction.CopyAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.clicked.emit()
        super().mouseReleaseEvent(event)


class Chain(QPushButton):
    """The way from the finding down to the source, as wide as there is room; it can be clicked."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("link", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._words = words
        self.setText(words.replace("&", "&&"))
        self._wanted = super().sizeHint()

    def sizeHint(self) -> QSize:
        return self._wanted

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_CHAIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - (self._wanted.width() - self._whole())
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    def _whole(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._words)


class EvidenceCard(QFrame):
    """Shows an ExcerptRow that has a stance; asks for changes, makes none."""

    opened = Signal(object)  # ExcerptRow
    looked_at = Signal(object)  # ExcerptRow
    stance_chosen = Signal(int, str)  # evidence id
    note_written = Signal(int, str)
    removed = Signal(int)

    def __init__(
        self, row: ExcerptRow, label: str, parent: QWidget | None = None, *, read_only: bool
    ) -> None:
        super().__init__(parent)
        self.row = row
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{in_words(f'verify.stance.{row.stance}')}: {row.quote[:LONGEST]}")
        number = row.evidence_id or 0
        self.sign = VerdictLabel(row.stance, in_words(f"verify.stance.{row.stance}"), self)
        self.sign.set_word_shown(False)
        options = [(stance, in_words(f"verify.stance.{stance}")) for stance in STANCES]
        self.stance = ChoiceButton("", options, row.stance, self)
        self.stance.chosen.connect(lambda stance: self.stance_chosen.emit(number, stance))
        self.quote = Quote(row.quote, row.excerpt_id, self)
        self.quote.clicked.connect(lambda: self.looked_at.emit(self.row))
        self.quote.opened.connect(lambda: self.opened.emit(self.row))
        self.note = QLineEdit(row.note, self)
        self.note.setCursorPosition(0)
        self.note.setMinimumWidth(60)
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setAcceptDrops(False)  # a drag of excerpts is for the finding
        self.note.editingFinished.connect(lambda: self._on_note(number))
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("close", size=16))
        self.remove.setToolTip(self.tr("Take this evidence away"))
        self.remove.setAccessibleName(self.tr("Take this evidence away"))
        self.remove.clicked.connect(lambda: self.removed.emit(number))
        self.chain = Chain(self._chain(label), self)
        self.chain.clicked.connect(lambda: self.opened.emit(self.row))
        for control in (self.stance, self.note, self.remove):
            control.setDisabled(read_only)
        self._arrange()

    def _chain(self, label: str) -> str:
        """Return the way from the finding down to the source."""
        stance = in_words(f"verify.stance.{self.row.stance}")
        source = " ".join(part for part in (self.row.reference, self.row.title) if part)
        if self.row.title == self.row.reference:
            source = self.row.reference
        parts = (label, stance, citation_words(self.row), source)
        return " → ".join(parts)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.sign)
        head.addWidget(self.stance)
        head.addWidget(self.note, 1)
        head.addWidget(self.remove)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(
            MethodBadge(self.row.method_letter, in_words(f"study.methods.{self.row.method}"), self)
        )
        foot.addWidget(self.chain, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.quote)
        column.addLayout(foot)
        if self.row.role or self.row.category:
            chip = Chip(self.row.role or self.row.category, self)
            column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)

    def set_marked(self, on: bool) -> None:
        """Show that this is the piece whose chain is told."""
        if bool(self.property("lit")) != on:
            self.setProperty("lit", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(self.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.row)
            return
        super().keyPressEvent(event)

    def _on_note(self, number: int) -> None:
        text = self.note.text().strip()
        if text != self.row.note:
            self.note_written.emit(number, text)
