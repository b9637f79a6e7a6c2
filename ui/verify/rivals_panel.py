"""Rival explanations beside the claim: each a column with its words, its outcome, its evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.reduce.excerpts import ExcerptRow
from app.verify.findings import FindingRow
from app.verify.rivals import (
    OUTCOMES,
    RivalPiece,
    RivalRow,
    add_rival,
    add_rival_evidence,
    change_rival,
    change_rival_evidence,
    remove_rival,
    remove_rival_evidence,
    rivals,
)
from ui.language import in_words
from ui.session import Session
from ui.verify.evidence_card import Quote
from ui.verify.excerpt_menu import STANCES
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.excerpt_list import EXCERPT_MIME, excerpt_ids
from ui.widgets.glyphs import VerdictLabel
from ui.widgets.icons import icon

WIDTH = 272
SIGNS = {"open": "tentative", "ruled_out": "rejected", "stands": "contested"}
"""The sign beside the outcome of a rival explanation."""


class PieceCard(QFrame):
    """An excerpt that speaks to a rival, with its stance; asks for changes, makes none."""

    opened = Signal(int, int, int)
    stance_chosen = Signal(int, str)
    removed = Signal(int)

    def __init__(self, piece: RivalPiece, parent: QWidget | None, *, read_only: bool) -> None:
        super().__init__(parent)
        self.piece = piece
        self.setProperty("rule", "top")
        self.sign = VerdictLabel(piece.stance, in_words(f"verify.stance.{piece.stance}"), self)
        self.sign.set_word_shown(False)
        options = [(stance, in_words(f"verify.stance.{stance}")) for stance in STANCES]
        self.stance = ChoiceButton("", options, piece.stance, self)
        self.stance.chosen.connect(lambda stance: self.stance_chosen.emit(piece.id, stance))
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("close", size=16))
        self.remove.setToolTip(self.tr("Take this evidence away"))
        self.remove.setAccessibleName(self.tr("Take this evidence away"))
        self.remove.clicked.connect(lambda: self.removed.emit(piece.id))
        for control in (self.stance, self.remove):
            control.setDisabled(read_only)
        self.quote = Quote(piece.words.quote, piece.words.excerpt_id, self)
        self.quote.opened.connect(lambda: self.opened.emit(*piece.words.place))
        cited = QLabel(piece.words.citation.removeprefix("(").removesuffix(")"), self)
        cited.setProperty("kind", "small")
        cited.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.sign, self.stance):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.quote)
        column.addWidget(cited)


class RivalColumn(QFrame):
    """One rival explanation; excerpts dropped on it become its evidence."""

    changed = Signal(int, str, str)  # rival id, claim | outcome | note, the value
    removal_wanted = Signal(int)
    dropped = Signal(int, list)
    opened = Signal(int, int, int)
    stance_chosen = Signal(int, str)
    piece_removed = Signal(int)

    def __init__(self, rival: RivalRow, parent: QWidget | None, *, read_only: bool) -> None:
        super().__init__(parent)
        self.rival, self._read_only = rival, read_only
        self.setProperty("side", True)
        self.setFixedWidth(WIDTH)
        self.setAcceptDrops(not read_only)
        self.claim = AutosaveText(self.tr("Rival explanation"), "", self)
        self.note = AutosaveText(self.tr("Note"), self.tr("Why so?"), self)
        self.claim.edited.connect(lambda text: self.changed.emit(self.rival.id, "claim", text))
        self.note.edited.connect(lambda text: self.changed.emit(self.rival.id, "note", text))
        outcomes = [(one, in_words(f"findings.rival_outcome.{one}")) for one in OUTCOMES]
        self.outcome = ChoiceButton("", outcomes, rival.outcome, self)
        self.outcome.chosen.connect(lambda one: self.changed.emit(self.rival.id, "outcome", one))
        self.sign = VerdictLabel(parent=self)
        self.sign.set_word_shown(False)
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("trash"))
        self.remove.setToolTip(self.tr("Delete this rival explanation"))
        self.remove.setAccessibleName(self.tr("Delete this rival explanation"))
        self.remove.clicked.connect(lambda: self.removal_wanted.emit(self.rival.id))
        for control in (self.outcome, self.remove):
            control.setDisabled(read_only)
        for field in (self.claim, self.note):
            field.setReadOnly(read_only)
        self.hint = QLabel(self.tr("Drag excerpts here that speak to it."), self)
        self.hint.setProperty("kind", "soft")
        self.hint.setWordWrap(True)
        self.pieces: list[PieceCard] = []
        self._arrange()
        self.show_rival(rival, anew=True)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.sign)
        head.addWidget(self.outcome)
        head.addStretch(1)
        head.addWidget(self.remove)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.claim)
        column.addWidget(self.note)
        column.addLayout(self._list)
        column.addWidget(self.hint)
        column.addStretch(1)

    def show_rival(self, rival: RivalRow, *, anew: bool = False) -> None:
        """Show the rival as it is now; words that are being written stay."""
        self.rival = rival
        self.claim.show_text(rival.claim, anew=anew)
        self.note.show_text(rival.note, anew=anew)
        self.outcome.set_current(rival.outcome)
        self.sign.set_verdict(
            SIGNS[rival.outcome], in_words(f"findings.rival_outcome.{rival.outcome}")
        )
        for card in self.pieces:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.pieces = [PieceCard(one, self, read_only=self._read_only) for one in rival.evidence]
        for card in self.pieces:
            card.opened.connect(self.opened)
            card.stance_chosen.connect(self.stance_chosen)
            card.removed.connect(self.piece_removed)
            self._list.addWidget(card)
        self.hint.setVisible(not self._read_only and not rival.evidence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(EXCERPT_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(EXCERPT_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        ids = excerpt_ids(event.mimeData())
        if ids:
            event.acceptProposedAction()
            self.dropped.emit(self.rival.id, ids)


class ClaimColumn(QFrame):
    """The claim itself with its evidence, to be read beside its rivals."""

    opened = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("side", True)
        self.setFixedWidth(WIDTH)
        head = QLabel(self.tr("The claim"), self)
        head.setProperty("kind", "section")
        self.claim = QLabel(self)
        self.claim.setTextFormat(Qt.TextFormat.PlainText)
        self.claim.setWordWrap(True)
        self._quotes: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(head)
        column.addWidget(self.claim)
        column.addLayout(self._list)
        column.addStretch(1)

    def show_claim(self, claim: str, evidence: Sequence[ExcerptRow]) -> None:
        """Show the claim and its evidence, each piece with its stance."""
        self.claim.setText(claim)
        for widget in self._quotes:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._quotes = []
        for row in evidence:
            sign = VerdictLabel(row.stance, in_words(f"verify.stance.{row.stance}"), self)
            quote = Quote(row.quote, row.excerpt_id, self)
            place = (row.source_id, row.start, row.end)
            quote.opened.connect(lambda place=place: self.opened.emit(*place))
            for widget in (sign, quote):
                self._list.addWidget(widget)
                self._quotes.append(widget)


class RivalsPanel(QWidget):
    """The claim and its rivals side by side; a rival is added by writing it."""

    open_excerpt = Signal(int, int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.columns: list[RivalColumn] = []
        self._finding: int | None = None
        self.new = QLineEdit(self)
        self.new.setPlaceholderText(self.tr("What else could explain this? Enter adds it."))
        self.new.setAccessibleName(self.tr("New rival explanation"))
        self.new.returnPressed.connect(self._add)
        self.add = QPushButton(self.tr("Add rival"), self)
        self.add.clicked.connect(self._add)
        for control in (self.new, self.add):
            control.setDisabled(session.read_only)
        self.claim = ClaimColumn(self)
        self.claim.opened.connect(self.open_excerpt)
        self._beside = QHBoxLayout()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(8)
        self._beside.addWidget(self.claim)
        self._beside.addStretch(1)
        inner = QWidget(self)
        inner.setProperty("ground", "panel")
        inner.setLayout(self._beside)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setMinimumHeight(420)
        scroll.setWidget(inner)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.new, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(scroll, 1)
        session.changed.connect(
            lambda changed: changed.touches("rival", "rival_evidence", "excerpt") and self._read()
        )

    def show_finding(self, finding: FindingRow, evidence: Sequence[ExcerptRow]) -> None:
        """Show the rivals of a finding beside its claim."""
        anew = finding.id != self._finding
        self._finding = finding.id
        self.claim.show_claim(finding.claim, evidence)
        if anew:
            self.flush()
            self._show([])
            self._read()

    def flush(self) -> None:
        """Have all that was written kept now."""
        for column in self.columns:
            column.claim.flush()
            column.note.flush()

    def _read(self) -> None:
        study, number = self.session.study, self._finding
        if number is None:
            return

        def show(found: list[RivalRow]) -> None:
            if number == self._finding:
                self._show(found)

        self.session.tasks.read(("rivals", id(self)), lambda: rivals(study, number), show)

    def _show(self, found: Sequence[RivalRow]) -> None:
        kept = {column.rival.id: column for column in self.columns}
        for number, column in kept.items():
            if number not in {rival.id for rival in found}:
                column.hide()
                column.setParent(None)
                column.deleteLater()
        self.columns = [self._column(rival, kept.get(rival.id)) for rival in found]

    def _column(self, rival: RivalRow, kept: RivalColumn | None) -> RivalColumn:
        if kept is not None:
            kept.show_rival(rival)
            return kept
        column = RivalColumn(rival, self, read_only=self.session.read_only)
        study, change = self.session.study, self.session.change
        column.changed.connect(self._change)
        column.removal_wanted.connect(lambda n: change(lambda: remove_rival(study, n)))
        column.dropped.connect(lambda n, ids: change(lambda: add_rival_evidence(study, n, ids)))
        column.opened.connect(self.open_excerpt)
        column.stance_chosen.connect(
            lambda n, stance: change(lambda: change_rival_evidence(study, n, stance=stance))
        )
        column.piece_removed.connect(lambda n: change(lambda: remove_rival_evidence(study, [n])))
        self._beside.insertWidget(self._beside.count() - 1, column)
        return column

    def _change(self, number: int, what: str, value: str) -> None:
        column = next((one for one in self.columns if one.rival.id == number), None)
        if what == "claim" and not value.strip() and column is not None:
            column.claim.refuse(column.rival.claim)
            return
        study = self.session.study
        self.session.change(lambda: change_rival(study, number, **{what: value}))

    def _add(self) -> None:
        claim, number, study = self.new.text().strip(), self._finding, self.session.study
        if claim and number is not None:
            self.new.clear()
            self.session.change(lambda: add_rival(study, number, claim))
