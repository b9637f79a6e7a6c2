"""One finding: claim, focus, status, confidence, conclusion; below it evidence, rivals, past."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.reduce.excerpts import ExcerptRow
from app.verify.confidence import LEVELS
from app.verify.findings import STATUSES, FindingRow, Focus
from app.verify.wording import one_or_many
from ui.badge_words import badge_words
from ui.language import in_words, ui_language
from ui.reduce.memos.offering import serve_offers
from ui.session import Session
from ui.verify.claim_edit import ClaimEdit
from ui.verify.evidence_board import EvidenceBoard
from ui.verify.evidence_card import EvidenceCard
from ui.verify.finding_past import FindingPast
from ui.verify.rivals_panel import RivalsPanel
from ui.verify.tactics.panel import TacticsPanel
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.excerpt_list import EXCERPT_MIME, excerpt_ids
from ui.widgets.glyphs import VerdictLabel
from ui.widgets.icons import icon
from ui.widgets.pills import PillRow

MEASURE = 900
EVIDENCE, RIVALS, TACTICS, PAST = "evidence", "rivals", "tactics", "past"
TWO_SIDES = 620
"""From so many pixels on there is room for two sides of the evidence."""
PAGE = 100
"""So many pieces of evidence are shown at first; a button shows the next."""


class FindingDetail(QScrollArea):
    """Shows a finding and asks for changes; excerpts dropped anywhere on it become evidence.

    Below the claim stand its sections, one at a time: see `_make_sections`.
    """

    edited = Signal(str, str)  # claim, rival_explanation or conclusion; the text
    status_chosen = Signal(str)
    focus_chosen = Signal(object)  # question id | None
    confidence_chosen = Signal(str)
    confidence_explained = Signal(str)
    excerpts_dropped = Signal(list)
    sided = Signal(str, list)  # stance, excerpt ids
    stance_chosen = Signal(int, str)
    note_written = Signal(int, str)
    evidence_removed = Signal(int)
    opened = Signal(object)  # ExcerptRow
    looked_at = Signal(object)  # ExcerptRow
    memo_wanted = Signal()
    triangulation_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.finding: FindingRow | None = None
        self._read_only = session.read_only
        self._evidence: Sequence[ExcerptRow] = ()
        self._shown = PAGE
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(not self._read_only)
        self.viewport().setAcceptDrops(not self._read_only)
        self.inner = QWidget(self)
        self.inner.setProperty("ground", "panel")
        self.inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make_head()
        self._make_choices()
        self._make_fields()
        self._make_evidence()
        self._make_sections()
        self._arrange()
        self.setWidget(self.inner)

    @property
    def cards(self) -> list[EvidenceCard]:
        """The cards of the evidence that is shown."""
        return self.board.cards

    # --- its parts ------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.label = QLabel(self.inner)
        self.label.setProperty("kind", "title")
        self.verdict = VerdictLabel(parent=self.inner)
        self.triangulation = self._link(self.tr("See its triangulation"))
        self.triangulation.clicked.connect(self.triangulation_wanted)
        self.memo = self._tool("memo", self.tr("Write a memo"))
        self.memo.clicked.connect(self.memo_wanted)
        self.remove = self._tool("trash", self.tr("Delete the finding"))
        self.remove.clicked.connect(self.removal_wanted)
        for control in (self.memo, self.remove):
            control.setDisabled(self._read_only)

    def _make_choices(self) -> None:
        statuses = [(status, in_words(f"verify.finding_status.{status}")) for status in STATUSES]
        self.status = ChoiceButton(self.tr("Status"), statuses, None, self.inner)
        self.status.chosen.connect(lambda status: self.status_chosen.emit(str(status)))
        self.focus = ChoiceButton(self.tr("Focus"), [(None, "")], None, self.inner)
        self.focus.chosen.connect(lambda focus: self.focus_chosen.emit(focus))
        levels = [(level, in_words(f"findings.confidence.{level or 'none'}")) for level in LEVELS]
        self.confidence = ChoiceButton(self.tr("Confidence"), levels, "", self.inner)
        self.confidence.chosen.connect(lambda level: self.confidence_chosen.emit(str(level)))
        self.why = AutosaveText(
            self.tr("Why so confident"), self.tr("Why so confident, or why not yet?"), self.inner
        )
        self.why.edited.connect(self.confidence_explained)
        self.why.setReadOnly(self._read_only)
        for control in (self.status, self.focus, self.confidence):
            control.setDisabled(self._read_only)

    def _make_fields(self) -> None:
        said = (
            (
                "rival_explanation",
                self.tr("Rival explanation"),
                self.tr("What else could explain this? What speaks for it, what against it?"),
            ),
            (
                "conclusion",
                self.tr("Conclusion"),
                self.tr("What follows from the finding, as it will stand in the report"),
            ),
        )
        claim = ClaimEdit(
            self.tr("Claim"),
            self.tr("What was found, in one sentence; @ names a code or an excerpt"),
            self.inner,
        )
        serve_offers(self.session, claim)
        self.fields: dict[str, AutosaveText | ClaimEdit] = {"claim": claim}
        self._titles = {"claim": self._section(self.tr("Claim"))}
        for key, name, placeholder in said:
            self.fields[key] = AutosaveText(name, placeholder, self.inner)
            self._titles[key] = self._section(name)
        for key, field in self.fields.items():
            field.setReadOnly(self._read_only)
            field.edited.connect(lambda text, key=key: self.edited.emit(key, text))

    def _make_evidence(self) -> None:
        self.counts = QLabel(self.inner)
        self.counts.setProperty("kind", "small")
        self.hint = QLabel(self.tr("Drag excerpts here, or add them from any excerpt’s menu."))
        self.hint.setProperty("kind", "soft")
        self.hint.setWordWrap(True)
        self.hint.setVisible(not self._read_only)
        self.more = self._link("")
        self.more.clicked.connect(self._show_more)
        self.board = EvidenceBoard(self.inner, read_only=self._read_only)
        self.board.dropped.connect(self.sided)
        self.board.opened.connect(self.opened)
        self.board.looked_at.connect(self.looked_at)
        self.board.stance_chosen.connect(self.stance_chosen)
        self.board.note_written.connect(self.note_written)
        self.board.removed.connect(self.evidence_removed)

    def _make_sections(self) -> None:
        """Make what stands below the claim; a further section is a line here and a pill."""
        self.rivals = RivalsPanel(self.session, self.inner)
        self.past = FindingPast(self.session, self.inner)
        self.tactics = TacticsPanel(self.session, self.inner)
        evidence = _column(self.counts, self.board, self.more, self.hint)
        titled = (self._titles["rival_explanation"], self.fields["rival_explanation"])
        self.sections: dict[str, QWidget] = {
            EVIDENCE: evidence,
            RIVALS: _column(self.rivals, *titled),
            TACTICS: _column(self.tactics),
            PAST: _column(self.past),
        }
        self.pills = PillRow(
            [
                (EVIDENCE, self.tr("Evidence")),
                (RIVALS, self.tr("Rivals")),
                (TACTICS, self.tr("Tactics")),
                (PAST, self.tr("History")),
            ],
            self.inner,
        )
        self.pills.chosen.connect(lambda key: self.show_section(str(key)))
        self.show_section(EVIDENCE)

    def show_section(self, key: str) -> None:
        """Show one of the sections below the claim."""
        self.pills.set_current(key)
        for name, section in self.sections.items():
            section.setVisible(name == key)

    def _link(self, words: str) -> QPushButton:
        button = QPushButton(words, self.inner)
        button.setProperty("link", True)
        return button

    def _tool(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self.inner)
        button.setIcon(icon(name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _section(self, words: str) -> QLabel:
        label = QLabel(words, self.inner)
        label.setProperty("kind", "section")
        return label

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        for widget in (self.label, self.verdict, self.triangulation):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.memo)
        head.addWidget(self.remove)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.status)
        choices.addWidget(self.focus)
        choices.addStretch(1)
        sure = QHBoxLayout()
        sure.setSpacing(8)
        sure.addWidget(self.confidence, 0, Qt.AlignmentFlag.AlignTop)
        sure.addWidget(self.why, 1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self._titles["claim"])
        column.addWidget(self.fields["claim"])
        column.addSpacing(2)
        column.addLayout(choices)
        column.addLayout(sure)
        column.addSpacing(4)
        column.addWidget(self._titles["conclusion"])
        column.addWidget(self.fields["conclusion"])
        column.addSpacing(8)
        column.addWidget(self.pills)
        column.addSpacing(2)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        middle = QWidget(self.inner)
        middle.setMaximumWidth(MEASURE)
        middle.setLayout(column)
        whole = QHBoxLayout(self.inner)
        whole.setContentsMargins(20, 14, 20, 14)
        whole.addWidget(middle, 1000)
        whole.addStretch(1)

    # --- what is shown --------------------------------------------------------------------------

    def show_finding(
        self, row: FindingRow, label: str, foci: Sequence[Focus], verdict: str
    ) -> None:
        """Show a finding; words that are being written in it stay."""
        anew = self.finding is None or self.finding.id != row.id
        if anew:
            self.flush()
            self._shown = PAGE
            self._evidence = ()
        self.finding = row
        self.label.setText(label)
        self.verdict.set_verdict(verdict, badge_words(verdict))
        self.fields["claim"].show_text(row.marked, anew=anew)
        self.fields["rival_explanation"].show_text(row.rival_explanation, anew=anew)
        self.fields["conclusion"].show_text(row.conclusion, anew=anew)
        self.status.set_current(row.status)
        self.confidence.set_current(row.confidence)
        self.why.show_text(row.confidence_note, anew=anew)
        named = [(focus.id, f"{focus.label} · {focus.text}".strip(" ·")) for focus in foci]
        options = [(None, self.tr("none")), *((number, _short(name)) for number, name in named)]
        self.focus.set_options(options)
        self.focus.set_current(row.question_id)
        self.rivals.show_finding(row, self._evidence)
        if anew:
            self.past.show_finding(row.id)
            self.tactics.show_finding(row.id)

    def show_evidence(self, evidence: Sequence[ExcerptRow]) -> None:
        """Show the evidence of the finding."""
        self._evidence = evidence
        self.counts.setText(self._count_words())
        self._make_cards()
        if self.finding is not None:
            self.rivals.show_finding(self.finding, evidence)

    def flush(self) -> None:
        """Have all that was written kept now."""
        for field in (*self.fields.values(), self.why):
            field.flush()
        self.rivals.flush()
        self.tactics.flush()

    def _count_words(self) -> str:
        stances = [row.stance for row in self._evidence]
        said = [
            f"{stances.count(stance)} {in_words(f'verify.stance.{stance}')}"
            for stance in dict.fromkeys(stances)
        ]
        return " · ".join(said)

    def _make_cards(self) -> None:
        place = self.verticalScrollBar().value()
        self.board.show_evidence(self._evidence, self.label.text(), self._shown)
        rest = len(self._evidence) - len(self.cards)
        self.more.setVisible(rest > 0)
        self.more.setText(
            self.tr("Show more: {count}").format(
                count=one_or_many("count.evidence", rest, ui_language())
            )
        )
        self.verticalScrollBar().setValue(place)

    def _show_more(self) -> None:
        self._shown += PAGE
        self._make_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.set_narrow(self.viewport().width() < TWO_SIDES)

    # --- dropping -------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.finding is not None and event.mimeData().hasFormat(EXCERPT_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(EXCERPT_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        ids = excerpt_ids(event.mimeData())
        if ids and self.finding is not None:
            event.acceptProposedAction()
            self.excerpts_dropped.emit(ids)


def _column(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part)
    return whole


def _short(words: str, most: int = 30) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
