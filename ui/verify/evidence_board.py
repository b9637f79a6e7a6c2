"""The evidence of a finding on its sides: what supports, what contradicts, what qualifies."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.reduce.excerpts import ExcerptRow
from ui.language import in_words
from ui.verify.evidence_card import EvidenceCard
from ui.widgets.excerpt_list import EXCERPT_MIME, excerpt_ids
from ui.widgets.glyphs import VerdictLabel

PLACES = {"supports": (0, 0, 1, 1), "contradicts": (0, 1, 1, 1), "qualifies": (1, 0, 1, 2)}
"""Row, column and how many of each: the two sides beside one another, what qualifies below."""
NARROW = {"supports": (0, 0, 1, 2), "contradicts": (1, 0, 1, 2), "qualifies": (2, 0, 1, 2)}
"""Where there is no room for two: one below the other."""


class Side(QFrame):
    """The evidence of one stance; excerpts that are dropped on it take that stance."""

    dropped = Signal(str, list)  # stance, excerpt ids

    def __init__(self, stance: str, parent: QWidget | None = None, *, read_only: bool) -> None:
        super().__init__(parent)
        self.stance = stance
        self.setProperty("side", True)
        self.setAcceptDrops(not read_only)
        words = in_words(f"verify.stance.{stance}")
        self.setAccessibleName(words)
        self.sign = VerdictLabel(stance, words, self)
        self.count = QLabel("0", self)
        self.count.setProperty("kind", "small")
        self.empty = QLabel(self.tr("Drag evidence here"), self)
        self.empty.setProperty("kind", "soft")
        self.empty.setVisible(not read_only)
        head = QHBoxLayout()
        head.addWidget(self.sign)
        head.addStretch(1)
        head.addWidget(self.count)
        self.cards = QVBoxLayout()
        self.cards.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self.cards)
        column.addWidget(self.empty)
        column.addStretch(1)

    def show_count(self, count: int) -> None:
        """Say how many pieces there are in all."""
        self.count.setText(str(count))
        self.empty.setVisible(count == 0 and self.acceptDrops())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(EXCERPT_MIME):
            event.acceptProposedAction()
            self._light(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(EXCERPT_MIME):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        ids = excerpt_ids(event.mimeData())
        if ids:
            event.acceptProposedAction()
            self.dropped.emit(self.stance, ids)

    def _light(self, on: bool) -> None:
        self.setProperty("lit", on)
        self.style().unpolish(self)
        self.style().polish(self)


class EvidenceBoard(QWidget):
    """Cards under their stances; asks for changes, makes none."""

    dropped = Signal(str, list)  # stance, excerpt ids
    opened = Signal(object)  # ExcerptRow
    looked_at = Signal(object)  # ExcerptRow: the card that was clicked or came into focus
    stance_chosen = Signal(int, str)
    note_written = Signal(int, str)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, read_only: bool) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self.cards: list[EvidenceCard] = []
        self.sides = {stance: Side(stance, self, read_only=read_only) for stance in PLACES}
        self.narrow = False
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for stance, place in PLACES.items():
            grid.addWidget(self.sides[stance], *place)
            self.sides[stance].dropped.connect(self.dropped)

    def set_narrow(self, narrow: bool) -> None:
        """Put the sides below one another, or the first two beside one another."""
        if narrow == self.narrow:
            return
        self.narrow = narrow
        for stance, place in (NARROW if narrow else PLACES).items():
            self._grid.removeWidget(self.sides[stance])
            self._grid.addWidget(self.sides[stance], *place)

    def show_evidence(self, rows: Sequence[ExcerptRow], label: str, most: int) -> None:
        """Show the first `most` pieces of all; the sides count all of them."""
        focused = next((card.row.excerpt_id for card in self.cards if card.hasFocus()), None)
        for card in self.cards:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.cards = []
        for row in rows[:most]:
            self._add(row, label)
        for stance, side in self.sides.items():
            side.show_count(sum(row.stance == stance for row in rows))
        for card in self.cards:
            if card.row.excerpt_id == focused:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, excerpt_id: int | None) -> None:
        """Show which piece is looked at."""
        for card in self.cards:
            card.set_marked(card.row.excerpt_id == excerpt_id)

    def _add(self, row: ExcerptRow, label: str) -> None:
        side = self.sides[row.stance]
        card = EvidenceCard(row, label, side, read_only=self._read_only)
        card.opened.connect(self.opened)
        card.looked_at.connect(self.looked_at)
        card.stance_chosen.connect(self.stance_chosen)
        card.note_written.connect(self.note_written)
        card.removed.connect(self.removed)
        side.cards.addWidget(card)
        self.cards.append(card)
