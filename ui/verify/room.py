"""The verify room: triangulation, comparison of two groups, findings."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.study import Changed
from app.verify.findings import FindingRow
from app.verify.triangulation import Triangulated
from ui.session import Session
from ui.verify.comparison_page import ComparisonPage
from ui.verify.excerpt_menu import excerpt_menu, show_menu
from ui.verify.findings_page import FindingsPage
from ui.verify.live import LiveTriangulation
from ui.verify.top_bar import COMPARISON, FINDINGS, TRIANGULATION, pages
from ui.verify.triangulation_page import TriangulationPage


class VerifyRoom(QWidget):
    """Three pages under one row of pills."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()
    go_to_stage = Signal(str)
    memo_wanted = Signal(str, int, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.live = LiveTriangulation(session, self)
        self.triangulation = TriangulationPage(self.live, self)
        self.comparison = ComparisonPage(session, self)
        self.findings = FindingsPage(self.live, self)
        self.by_name = {
            TRIANGULATION: self.triangulation,
            COMPARISON: self.comparison,
            FINDINGS: self.findings,
        }
        self.stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        for page in self.by_name.values():
            self.stack.addWidget(page)
            page.bar.page_chosen.connect(self.show_page)
            page.open_excerpt.connect(self.open_excerpt)
            page.menu_wanted.connect(self._show_menu)
            page.shown_changed.connect(self.status_changed)
        self._connect()
        self._actions = self._make_actions()

    def _connect(self) -> None:
        self.triangulation.memo_wanted.connect(self._want_memo)
        self.triangulation.finding_wanted.connect(self._revise)
        self.triangulation.new_finding_wanted.connect(self._begin_finding)
        self.triangulation.coding_wanted.connect(lambda: self.go_to_stage.emit("reduce"))
        self.comparison.coding_wanted.connect(lambda: self.go_to_stage.emit("reduce"))
        self.findings.memo_wanted.connect(self._want_memo_of_finding)
        self.findings.triangulation_wanted.connect(self._see_triangulation)

    def _make_actions(self) -> dict[str, list[QAction]]:
        views: list[QAction] = []
        for page, name in pages():
            action = QAction(name, self)
            action.triggered.connect(lambda _=False, page=str(page): self.show_page(page))
            views.append(action)
        new = QAction(self.tr("New finding"), self)
        new.triggered.connect(self._begin_finding)
        new.setDisabled(self.session.read_only)
        return {"view": views, "study": [new]}

    # --- what the window asks -------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Verify")

    def status_text(self) -> str:
        page = self.stack.currentWidget()
        assert isinstance(page, TriangulationPage | ComparisonPage | FindingsPage)
        return page.summary()

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        return self._actions

    def refresh(self, changed: Changed | None = None) -> None:
        """Show the study as it is: the pages follow its changes by themselves."""
        if self.isVisible():
            self.live.wake()

    def add_evidence(self, words: object) -> None:
        """Let the researcher choose the finding to which excerpts speak, by their ids, or words
        that are not coded: (source, start, end).
        """
        if not words or not isinstance(words, Sequence):
            return
        self.show_page(FINDINGS)
        if isinstance(words, tuple):
            source, start, end = words
            self.findings.offer_words(source, (start, end))
        else:
            self.findings.offer(words)

    # --- its pages ------------------------------------------------------------------------------

    def show_page(self, page: str) -> None:
        """Go to a page."""
        self.stack.setCurrentWidget(self.by_name[page])
        self.by_name[page].setFocus()
        self.status_changed.emit()

    def showEvent(self, event: object) -> None:
        self.live.wake()

    def hideEvent(self, event: object) -> None:
        self.live.sleep()

    def _begin_finding(self) -> None:
        self.show_page(FINDINGS)
        self.findings.pane.begin()

    def _see_triangulation(self, finding_id: int) -> None:
        self.show_page(TRIANGULATION)
        self.triangulation.choose("finding", finding_id)

    def _want_memo(self, found: Triangulated) -> None:
        self.memo_wanted.emit(found.claim.kind, found.claim.id, found.claim.name)

    def _want_memo_of_finding(self, finding: FindingRow) -> None:
        self.memo_wanted.emit("finding", finding.id, finding.claim)

    def _revise(self, found: Triangulated) -> None:
        """Open a finding to be revised; of a code, begin one with all its excerpts."""
        self.show_page(FINDINGS)
        if found.claim.kind == "finding":
            self.findings.choose(found.claim.id)
            self.findings.detail.fields["claim"].setFocus()
            return
        now = self.live.now
        if now is not None:
            self.findings.begin_of_code(found.claim.name, now.tree.branch(found.claim.id))

    def _show_menu(self, at: QPoint, rows: list[Any]) -> None:
        now = self.live.now
        menu = excerpt_menu(
            self,
            rows,
            open_row=lambda row: self.open_excerpt.emit(row.source_id, row.start, row.end),
            findings=() if now is None else now.findings,
            add_to=None if self.session.read_only else self._add_to,
            new_finding=None if self.session.read_only else self._new_finding,
        )
        show_menu(menu, at)

    def _add_to(self, finding_id: int, excerpt_ids: list[int], stance: str) -> None:
        self.findings.add_to(finding_id, excerpt_ids, stance)

    def _new_finding(self, excerpt_ids: list[int]) -> None:
        self.show_page(FINDINGS)
        self.findings.offer(excerpt_ids, new=True)
