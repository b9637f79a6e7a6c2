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
from ui.verify.pages import (
    AUDIT,
    COMPARISON,
    FINDINGS,
    FOLLOWS_VERDICTS,
    TRIANGULATION,
    make_page,
    named_pages,
)
from ui.verify.top_bar import TopBar
from ui.verify.triangulation_page import TriangulationPage


class VerifyRoom(QWidget):
    """Its pages under one row of pills; all but the first three are made when first shown."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()
    go_to_stage = Signal(str)
    memo_wanted = Signal(str, int, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.live = LiveTriangulation(session, self)
        self.by_name: dict[str, QWidget] = {}
        self.stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.triangulation, self.comparison, self.findings = self._first_pages()
        self._connect()
        self._actions = self._make_actions()

    def _first_pages(self) -> tuple[TriangulationPage, ComparisonPage, FindingsPage]:
        first = tuple(self._make(key) for key in (TRIANGULATION, COMPARISON, FINDINGS))
        assert isinstance(first[0], TriangulationPage)
        assert isinstance(first[1], ComparisonPage)
        assert isinstance(first[2], FindingsPage)
        return first[0], first[1], first[2]

    def _make(self, key: str) -> QWidget:
        """Make a page and connect what it has: a page without a bar of its own gets one."""
        made_of = self.live if key in FOLLOWS_VERDICTS else self.session
        page = make_page(key, made_of, self)
        self.by_name[key] = page
        bar = getattr(page, "bar", None)
        if bar is None:
            bar = TopBar(key, self)
            self.stack.addWidget(_under(bar, page))
        else:
            self.stack.addWidget(page)
        bar.page_chosen.connect(self.show_page)
        own: dict[str, Any] = {
            "open_excerpt": self.open_excerpt,
            "menu_wanted": self._show_menu,
            "shown_changed": self.status_changed,
            "status_changed": self.status_changed,
            "go_to_stage": self.go_to_stage,
            "page_wanted": self.show_page,
            "claim_wanted": self.show_claim,
            "memo_wanted_on": self.memo_wanted,
            "trace_wanted": self.show_life_of,
        }
        for name, slot in own.items():
            if hasattr(page, name):
                getattr(page, name).connect(slot)
        return page

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
        for page, name in named_pages():
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
        page = self.page()
        words: str = (page.status_text if hasattr(page, "status_text") else page.summary)()
        return words

    def page(self) -> QWidget:
        """Return the page that is shown."""
        shown = self.stack.currentWidget()
        return next(
            page for page in self.by_name.values() if page is shown or page.parentWidget() is shown
        )

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        return self._actions

    def refresh(self, changed: Changed | None = None) -> None:
        """Show the study as it is: the pages follow its changes by themselves."""
        if self.isVisible():
            self.live.wake()
        for page in self.by_name.values():
            if hasattr(page, "refresh"):
                page.refresh(changed)

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
        """Go to a page, making it the first time."""
        shown = self.by_name.get(page) or self._make(page)
        inside = shown if self.stack.indexOf(shown) >= 0 else shown.parentWidget()
        self.stack.setCurrentWidget(inside)
        shown.setFocus()
        self.status_changed.emit()

    def show_claim(self, kind: str, number: int) -> None:
        """Show the triangulation of a code or of a finding."""
        self.show_page(TRIANGULATION)
        self.triangulation.choose(kind, number)

    def show_life_of(self, entity: str, number: int) -> None:
        """Show all that became of a thing, by the name of its table: a code, an excerpt …"""
        self.show_page(AUDIT)
        page: Any = self.by_name[AUDIT]
        page.show_life_of(entity, number)

    def showEvent(self, event: object) -> None:
        self.live.wake()

    def hideEvent(self, event: object) -> None:
        self.live.sleep()

    def _begin_finding(self) -> None:
        self.show_page(FINDINGS)
        self.findings.pane.begin()

    def _see_triangulation(self, finding_id: int) -> None:
        self.show_claim("finding", finding_id)

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
            trace=lambda number: self.show_life_of("excerpt", number),
        )
        show_menu(menu, at)

    def _add_to(self, finding_id: int, excerpt_ids: list[int], stance: str) -> None:
        self.findings.add_to(finding_id, excerpt_ids, stance)

    def _new_finding(self, excerpt_ids: list[int]) -> None:
        self.show_page(FINDINGS)
        self.findings.offer(excerpt_ids, new=True)


def _under(bar: TopBar, page: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(page, 1)
    return whole
