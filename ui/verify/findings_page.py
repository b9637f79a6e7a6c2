"""Findings: the list by focus, the chosen one with its evidence, and excerpts to take from."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.excerpts import ExcerptRow
from app.study import Changed
from app.verify import finding_evidence as pieces
from app.verify import findings as cases
from app.verify.confidence import state_confidence
from app.verify.finding_order import place_finding, step_finding
from app.verify.findings import FindingRow, Focus
from app.verify.wording import one_or_many
from ui.language import in_words, ui_language
from ui.reduce.memos.following import Follower
from ui.verify.claim_edit import ClaimEdit
from ui.verify.excerpt_menu import show_menu
from ui.verify.finding_beside import FindingBeside
from ui.verify.finding_detail import FindingDetail
from ui.verify.findings_pane import FindingsPane
from ui.verify.live import LiveTriangulation
from ui.verify.top_bar import FINDINGS, TopBar
from ui.widgets.confirm import confirm
from ui.widgets.empty import EmptyState
from ui.widgets.splitter import RememberingSplitter

Read = tuple[list[FindingRow], list[Focus]]
Gift = Callable[[int], object]
"""What is to be done with the finding that the researcher chooses, given its id."""


QUOTED = 80  # characters of the words that are offered


class FindingsPage(QWidget):
    """Reads and changes findings; long lists and changes never wait on the GUI thread."""

    open_excerpt = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)
    memo_wanted = Signal(object)  # FindingRow
    triangulation_wanted = Signal(int)
    shown_changed = Signal()

    def __init__(self, live: LiveTriangulation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live, self.session = live, live.session
        self.rows: list[FindingRow] = []
        self.foci: list[Focus] = []
        self._wanted: int | None = None
        self._gift: Gift | None = None
        self._stale = True
        self._make_parts()
        self._connect()
        self._arrange()
        self.setFocusProxy(self.list)
        self.session.changed.connect(self._note)
        live.changed.connect(self._show)

    def _make_parts(self) -> None:
        may = not self.session.read_only
        self.bar = TopBar(FINDINGS, self)
        self.pane = FindingsPane(self, read_only=not may)
        self.list = self.pane.list
        self.detail = FindingDetail(self.session, self)
        self.beside = FindingBeside(self.session, self)
        self.source, self.judge = self.beside.source, self.beside.judge
        self.follower = Follower(self.session, self)
        self.empty = EmptyState(
            "finding",
            self.tr("No findings yet"),
            self.tr(
                "A finding answers a focus in one sentence. Drag excerpts onto it as evidence."
            ),
            self.tr("New finding") if may else "",
            self,
        )
        self.nothing = QLabel(self.tr("Choose a finding."), self)
        self.nothing.setProperty("kind", "soft")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget(self)
        for widget in (self.empty, self.nothing, self.detail):
            self.stack.addWidget(widget)

    def _connect(self) -> None:
        self.empty.acted.connect(lambda: self.pane.begin())
        self.pane.stated.connect(self._add)
        self.pane.cancelled.connect(self._stop_offering)
        self.list.finding_chosen.connect(self._choose)
        self.list.finding_clicked.connect(self._give)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.findings.dropped.connect(self.add_to)
        self.list.step_wanted.connect(self._move)
        self.list.findings.moved.connect(self._place)
        self.beside.open_excerpt.connect(self.open_excerpt)
        self.beside.menu_wanted.connect(self.menu_wanted)
        self.follower.open_excerpt.connect(self.open_excerpt)
        self.follower.choose_code.connect(self.beside.show_code)
        claim = self.detail.fields["claim"]
        assert isinstance(claim, ClaimEdit)
        claim.followed.connect(self.follower.follow)
        self.source.add_wanted.connect(self._add_here)
        detail = self.detail
        detail.edited.connect(self._edit)
        detail.status_chosen.connect(lambda status: self._edit("status", status))
        detail.focus_chosen.connect(self._set_focus)
        detail.confidence_chosen.connect(lambda level: self._state_confidence(level=level))
        detail.confidence_explained.connect(lambda note: self._state_confidence(note=note))
        detail.excerpts_dropped.connect(self._add_here)
        detail.sided.connect(self._side)
        detail.looked_at.connect(self._look_at)
        detail.rivals.open_excerpt.connect(self.open_excerpt)
        detail.opened.connect(lambda row: self.open_excerpt.emit(row.source_id, row.start, row.end))
        detail.memo_wanted.connect(lambda: self.memo_wanted.emit(detail.finding))
        detail.triangulation_wanted.connect(
            lambda: detail.finding and self.triangulation_wanted.emit(detail.finding.id)
        )
        detail.removal_wanted.connect(lambda: detail.finding and self._remove(detail.finding))
        study = self.session.study
        detail.stance_chosen.connect(
            lambda n, stance: self._change(lambda: pieces.change_evidence(study, n, stance=stance))
        )
        detail.note_written.connect(
            lambda n, note: self._change(lambda: pieces.change_evidence(study, n, note=note))
        )
        detail.evidence_removed.connect(
            lambda n: self._change(lambda: pieces.remove_evidence(study, [n]))
        )

    def _arrange(self) -> None:
        across = RememberingSplitter("verify-findings", Qt.Orientation.Horizontal, self)
        for part in (self.pane, self.stack, self.beside):
            across.addWidget(part)
        across.set_first_sizes([284, 712, 360])
        for number, share in enumerate((3, 7, 4)):  # a small window takes from all three
            across.setStretchFactor(number, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(across, 1)

    # --- what others ask ------------------------------------------------------------------------

    def choose(self, finding_id: int) -> None:
        """Show a finding, now or as soon as it is read."""
        self._wanted = finding_id
        if self.list.choose(finding_id):
            self._wanted = None

    def offer(self, excerpt_ids: Sequence[int], *, new: bool = False) -> None:
        """Let the researcher choose the finding to which excerpts speak, or write a new one."""
        study, ids = self.session.study, list(excerpt_ids)
        self._gift = lambda finding_id: pieces.add_evidence(study, finding_id, ids)
        count = one_or_many("count.excerpt", len(ids), ui_language())
        words = self.tr("{count}: click the finding that they speak to, or write a new one.")
        self.pane.offer(words.format(count=count))
        if new:
            self.pane.begin()

    def offer_words(self, source_id: int, span: tuple[int, int]) -> None:
        """Let the researcher choose the finding to which words speak, coded or not."""
        study = self.session.study
        self._gift = lambda finding_id: pieces.add_span(study, finding_id, source_id, span)
        quote = study.texts.quote(source_id, *span)
        short = quote if len(quote) <= QUOTED else quote[:QUOTED] + "…"
        words = self.tr("“{quote}”: click the finding that it speaks to, or write a new one.")
        self.pane.offer(words.format(quote=short))

    def begin_of_code(self, name: str, code_ids: Sequence[int]) -> None:
        """Let a finding be written of which all excerpts of these codes are the evidence."""
        study, codes = self.session.study, list(code_ids)
        self._gift = lambda finding_id: pieces.add_codings(study, finding_id, codes)
        words = self.tr("The excerpts of “{code}” will be the evidence of the new finding.")
        self.pane.offer(words.format(code=name))
        self.pane.begin(name)

    def add_to(self, finding_id: int, excerpt_ids: Sequence[int], stance: str = "") -> None:
        """Let excerpts speak to a finding, and show it."""
        study, ids = self.session.study, list(excerpt_ids)
        self._change(
            lambda: pieces.add_evidence(study, finding_id, ids, stance),
            lambda _: self.choose(finding_id),
        )

    def summary(self) -> str:
        """Return the status line: how many findings there are."""
        return one_or_many("count.finding", len(self.rows), ui_language())

    # --- reading --------------------------------------------------------------------------------

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._ask()

    def _note(self, changed: Changed) -> None:
        if not changed.touches(*_SHOWN):
            return
        self._stale = True
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        study = self.session.study
        self.session.tasks.read(
            "findings", lambda: (cases.findings(study), cases.foci(study)), self._arrived
        )

    def _arrived(self, read: Read) -> None:
        self.rows, self.foci = read
        self._show()
        finding = self.list.current()
        if finding is not None:
            self._read_evidence(finding.id)

    def _show(self) -> None:
        before = self.list.current()
        now = self.live.now
        verdicts = {} if now is None else now.badges_of_findings()
        self.list.selectionModel().blockSignals(True)
        self.list.findings.show(self.rows, self.foci, {n: str(v) for n, v in verdicts.items()})
        self.list.selectionModel().blockSignals(False)
        wanted = self._wanted if self._wanted is not None else before and before.id
        if wanted is not None and self.list.choose(wanted):
            self._wanted = None
        elif self.rows:
            self.list.choose(self.rows[0].id)
        else:
            self._choose(None)
        self.shown_changed.emit()

    def _choose(self, finding: FindingRow | None) -> None:
        if finding is None:
            self.stack.setCurrentWidget(self.nothing if self.rows else self.empty)
            self.beside.show_finding(None)
            return
        anew = self.detail.finding is None or self.detail.finding.id != finding.id
        now = self.live.now
        verdict = "" if now is None else str(now.badges_of_findings().get(finding.id, ""))
        label = in_words("verify.finding_label", number=finding.number)
        self.detail.show_finding(finding, label, self.foci, verdict)
        self.stack.setCurrentWidget(self.detail)
        if anew:
            self.beside.show_finding(finding)
            self._read_evidence(finding.id)

    def _read_evidence(self, finding_id: int) -> None:
        study = self.session.study

        def show(rows: list[ExcerptRow]) -> None:
            if self.detail.finding is not None and self.detail.finding.id == finding_id:
                self.detail.show_evidence(rows)
                self.beside.follow(self.detail.label.text(), self.detail.finding, rows)
                self._mark()

        self.session.tasks.read("evidence", lambda: pieces.evidence(study, finding_id), show)

    # --- changing -------------------------------------------------------------------------------

    def _change(
        self, function: Callable[[], Any], then: Callable[[Any], None] | None = None
    ) -> None:
        self.session.change(function, then)

    def _add(self, claim: str) -> None:
        study, gift = self.session.study, self._gift
        self._stop_offering()

        def work() -> int:
            with study.change("verify.history.finding_added", claim=cases.named(claim)):
                finding_id = cases.add_finding(study, claim)
                if gift is not None:
                    gift(finding_id)
            return finding_id

        self._change(work, self.choose)

    def _add_here(self, excerpt_ids: list[int]) -> None:
        if self.detail.finding is not None:
            self.add_to(self.detail.finding.id, excerpt_ids)

    def _give(self, finding: FindingRow) -> None:
        if self._gift is not None:
            gift = self._gift
            self._stop_offering()
            self._change(lambda: gift(finding.id), lambda _: self.choose(finding.id))

    def _stop_offering(self) -> None:
        self._gift = None
        self.pane.stop_offering()

    def _edit(self, name: str, text: str) -> None:
        finding = self.detail.finding
        if finding is None:
            return
        study, number = self.session.study, finding.id
        if name == "claim" and not text.strip():
            self.detail.fields["claim"].refuse(finding.marked)
            return
        self._change(lambda: cases.change_finding(study, number, **{name: text}))

    def _set_focus(self, question_id: int | None) -> None:
        finding = self.detail.finding
        if finding is not None:
            study, number = self.session.study, finding.id
            self._change(lambda: cases.set_focus(study, number, question_id))

    def _remove(self, finding: FindingRow) -> None:
        count = one_or_many("count.evidence", finding.evidence, ui_language())
        if finding.evidence and not confirm(
            self,
            self.tr("Delete this finding?"),
            finding.claim,
            self.tr("Delete"),
            losses=[count],
        ):
            return
        study = self.session.study
        self._change(lambda: cases.remove_finding(study, finding.id))

    def _move(self, finding: FindingRow, by: int) -> None:
        """Move a finding one place up or down the outline."""
        if not self.session.read_only:
            study = self.session.study
            self._change(lambda: step_finding(study, finding.id, by))

    def _place(self, finding_id: int, question_id: int | None, before: int | None) -> None:
        study = self.session.study
        self._change(lambda: place_finding(study, finding_id, question_id, before))

    def _state_confidence(self, *, level: str | None = None, note: str | None = None) -> None:
        finding = self.detail.finding
        if finding is not None:
            study, number = self.session.study, finding.id
            self._change(lambda: state_confidence(study, number, level, note))

    def _side(self, stance: str, excerpt_ids: list[int]) -> None:
        """Let evidence change its side, and excerpts that are none yet join that side."""
        finding = self.detail.finding
        if finding is not None:
            study, number = self.session.study, finding.id
            self._change(lambda: pieces.put_on_side(study, number, excerpt_ids, stance))

    def _look_at(self, row: ExcerptRow) -> None:
        if self.detail.finding is not None:
            self.beside.look_at(self.detail.label.text(), self.detail.finding, row)
            self._mark()

    def _mark(self) -> None:
        row = self.beside.chain.row
        self.detail.board.mark(None if row is None else row.excerpt_id)

    def _show_menu(self, at: QPoint, finding: FindingRow) -> None:
        menu = QMenu(self)
        menu.addAction(
            self.tr("See its triangulation"), lambda: self.triangulation_wanted.emit(finding.id)
        )
        if not self.session.read_only:
            menu.addAction(self.tr("Write a memo"), lambda: self.memo_wanted.emit(finding))
            menu.addSeparator()
            menu.addAction(self.tr("Move up"), partial(self._move, finding, -1))
            menu.addAction(self.tr("Move down"), partial(self._move, finding, 1))
            menu.addSeparator()
            menu.addAction(self.tr("Delete"), partial(self._remove, finding))
        show_menu(menu, at)


_SHOWN = (
    *("finding", "evidence", "research_question", "excerpt", "source", "informant", "role"),
    *("participation", "category", "site"),
)
