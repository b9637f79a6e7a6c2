"""One finding: its claim, focus and status, rival explanation, conclusion, and its evidence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
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
from app.verify.findings import STATUSES, FindingRow, Focus
from app.verify.wording import one_or_many
from ui.badge_words import badge_words
from ui.language import in_words, ui_language
from ui.verify.evidence_card import EvidenceCard
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.excerpt_list import EXCERPT_MIME, excerpt_ids
from ui.widgets.glyphs import VerdictLabel
from ui.widgets.icons import icon

MEASURE = 860
PAGE = 100
"""So many pieces of evidence are shown at first; a button shows the next."""


class FindingDetail(QScrollArea):
    """Shows a finding and asks for changes; excerpts dropped anywhere on it become evidence."""

    edited = Signal(str, str)  # claim, rival_explanation or conclusion; the text
    status_chosen = Signal(str)
    focus_chosen = Signal(object)  # question id | None
    excerpts_dropped = Signal(list)
    stance_chosen = Signal(int, str)
    note_written = Signal(int, str)
    evidence_removed = Signal(int)
    opened = Signal(object)  # ExcerptRow
    memo_wanted = Signal()
    triangulation_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self.finding: FindingRow | None = None
        self.cards: list[EvidenceCard] = []
        self._read_only = read_only
        self._evidence: Sequence[ExcerptRow] = ()
        self._shown = PAGE
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(not read_only)
        self.viewport().setAcceptDrops(not read_only)
        self.inner = QWidget(self)
        self.inner.setProperty("ground", "panel")
        self.inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make_head()
        self._make_fields()
        self._make_evidence()
        self._arrange()
        self.setWidget(self.inner)

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
        statuses = [(status, in_words(f"verify.finding_status.{status}")) for status in STATUSES]
        self.status = ChoiceButton(self.tr("Status"), statuses, None, self.inner)
        self.status.chosen.connect(lambda status: self.status_chosen.emit(str(status)))
        self.focus = ChoiceButton(self.tr("Focus"), [(None, "")], None, self.inner)
        self.focus.chosen.connect(lambda focus: self.focus_chosen.emit(focus))
        for control in (self.memo, self.remove, self.status, self.focus):
            control.setDisabled(self._read_only)

    def _make_fields(self) -> None:
        said = (
            ("claim", self.tr("Claim"), self.tr("What was found, in one sentence")),
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
        self.fields: dict[str, AutosaveText] = {}
        self._titles: dict[str, QLabel] = {}
        for key, name, placeholder in said:
            field = AutosaveText(name, placeholder, self.inner)
            field.setReadOnly(self._read_only)
            field.edited.connect(lambda text, key=key: self.edited.emit(key, text))
            self.fields[key] = field
            self._titles[key] = self._section(name)

    def _make_evidence(self) -> None:
        self.heading = self._section(self.tr("Evidence"))
        self.counts = QLabel(self.inner)
        self.counts.setProperty("kind", "small")
        self.hint = QLabel(self.tr("Drag excerpts here, or add them from any excerpt’s menu."))
        self.hint.setProperty("kind", "soft")
        self.hint.setWordWrap(True)
        self.hint.setVisible(not self._read_only)
        self.more = self._link("")
        self.more.clicked.connect(self._show_more)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)

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
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(head)
        for key in ("claim", "rival_explanation", "conclusion"):
            column.addSpacing(4)
            column.addWidget(self._titles[key])
            column.addWidget(self.fields[key])
            if key == "claim":
                column.addSpacing(2)
                column.addLayout(choices)
        evidence = QHBoxLayout()
        evidence.addWidget(self.heading)
        evidence.addWidget(self.counts)
        evidence.addStretch(1)
        column.addSpacing(8)
        column.addLayout(evidence)
        column.addLayout(self._list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.hint)
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
        self.finding = row
        self.label.setText(label)
        self.verdict.set_verdict(verdict, badge_words(verdict))
        self.fields["claim"].show_text(row.claim, anew=anew)
        self.fields["rival_explanation"].show_text(row.rival_explanation, anew=anew)
        self.fields["conclusion"].show_text(row.conclusion, anew=anew)
        self.status.set_current(row.status)
        named = [(focus.id, f"{focus.label} · {focus.text}".strip(" ·")) for focus in foci]
        options = [(None, self.tr("none")), *((number, _short(name)) for number, name in named)]
        self.focus.set_options(options)
        self.focus.set_current(row.question_id)

    def show_evidence(self, evidence: Sequence[ExcerptRow]) -> None:
        """Show the evidence of the finding."""
        self._evidence = evidence
        self.counts.setText(self._count_words())
        self._make_cards()

    def flush(self) -> None:
        """Have all that was written kept now."""
        for field in self.fields.values():
            field.flush()

    def _count_words(self) -> str:
        stances = [row.stance for row in self._evidence]
        said = [
            f"{stances.count(stance)} {in_words(f'verify.stance.{stance}')}"
            for stance in dict.fromkeys(stances)
        ]
        return " · ".join(said)

    def _make_cards(self) -> None:
        place = self.verticalScrollBar().value()
        for card in self.cards:
            self._list.removeWidget(card)
            card.deleteLater()
        self.cards = []
        for row in self._evidence[: self._shown]:
            card = EvidenceCard(row, self.label.text(), self.inner, read_only=self._read_only)
            card.opened.connect(self.opened)
            card.stance_chosen.connect(self.stance_chosen)
            card.note_written.connect(self.note_written)
            card.removed.connect(self.evidence_removed)
            self._list.addWidget(card)
            self.cards.append(card)
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


def _short(words: str, most: int = 30) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
