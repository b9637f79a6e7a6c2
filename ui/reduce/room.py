"""The reduce room: reading and coding, and the pages that look at all that was coded."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.study import Changed
from ui.reduce.memos.following import Follower
from ui.reduce.pages import MEMOS, READING, SEARCH, make_page, named_pages
from ui.reduce.reading_page import ReadingPage
from ui.session import Session
from ui.widgets.pills import PillRow

BAR = 44


class ReduceRoom(QWidget):
    """A row of pills over the pages; the transcript with its codings is the first."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()
    actions_changed = Signal()
    add_as_evidence = Signal(object)
    go_to_stage = Signal(str)
    trace_wanted = Signal(str, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.reading = ReadingPage(session, self)
        self.made: dict[str, QWidget] = {READING: self.reading}
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.reading)
        self.pills = PillRow(named_pages(), self)
        self.pills.chosen.connect(self.show_page)
        bar = QFrame(self)
        bar.setProperty("rule", "bottom")
        bar.setFixedHeight(BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.pills)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)
        for name in (
            *("open_excerpt", "status_changed", "add_as_evidence", "go_to_stage", "trace_wanted"),
        ):
            getattr(self.reading, name).connect(getattr(self, name))
        self.follower = Follower(session, self)
        self.follower.open_excerpt.connect(self.go_to)
        self.follower.choose_code.connect(self.choose_code)
        self.reading.memos.followed.connect(self.follower.follow)
        self.reading.memos.memo_wanted.connect(self.show_memo)
        self._views = self._make_views()
        self.setFocusProxy(self.reading)

    def _make_views(self) -> list[QAction]:
        views = []
        for key, name in named_pages():
            action = QAction(name, self)
            action.triggered.connect(lambda _checked=False, k=key: self.show_page(k))
            views.append(action)
        return views

    # --- what the window asks --------------------------------------------------------------

    def title(self) -> str:
        return self.reading.title()

    def status_text(self) -> str:
        words: str = self.page().status_text()
        return words

    def actions_by_menu(self) -> dict[str, list[QAction | None]]:
        page = self.page()
        if page is self.reading:
            found = self.reading.actions_by_menu()
        else:
            own = page.actions_of_page() if hasattr(page, "actions_of_page") else page.actions()
            found = {"code": list(own)}
        line = [None] if self._views and found.get("view") else []
        return {**found, "view": [*self._views, *line, *found.get("view", [])]}

    def refresh(self, changed: Changed | None = None) -> None:
        """Show the study as it is now."""
        self.page().refresh(changed)

    def go_to(self, source_id: int, start: int, end: int) -> None:
        """Open a source at [start, end); an empty span opens it where it was."""
        self.show_page(READING)
        self.reading.go_to(source_id, start, end)

    def choose_code(self, code_id: int) -> None:
        """Choose a code in the tree beside the transcript."""
        self.show_page(READING)
        self.reading.choose_code(code_id)

    def set_badges(self, verdicts: Mapping[int, str]) -> None:
        """Show the verdicts beside the codes."""
        self.reading.set_badges(verdicts)

    def coder_changed(self) -> None:
        """Follow the study, in which another coder codes now."""
        self.reading.looking.coder_changed()

    def write_memo(self, entity: str, row: int | None, title: str) -> None:
        """Open the memos on something, a new one ready to be written."""
        self.show_page(READING)
        self.reading.write_memo(entity, row, title)

    def search_for(self, words: str) -> None:
        """Look for words in all sources, on the page for it."""
        self.show_page(SEARCH)
        self.page().search_for(words)

    def show_memo(self, memo_id: int) -> None:
        """Show a memo where all memos stand."""
        self.show_page(MEMOS)
        self.page().show_memo(memo_id)

    # --- its pages -------------------------------------------------------------------------

    def page(self) -> QWidget:
        """Return the page that is shown."""
        return self.stack.currentWidget()

    def show_page(self, key: object) -> None:
        """Go to a page, making it the first time."""
        page = self.made.get(str(key))
        if page is None:
            page = self.made[str(key)] = make_page(str(key), self.session, self)
            self.stack.addWidget(page)
            for name, to in (
                ("open_excerpt", self.go_to),
                ("choose_code", self.choose_code),
                ("status_changed", self.status_changed),
                ("shown_changed", self.status_changed),
                ("search_wanted", self.search_for),
                ("add_as_evidence", self.add_as_evidence),
                ("go_to_stage", self.go_to_stage),
            ):
                if hasattr(page, name):
                    getattr(page, name).connect(to)
        self.pills.set_current(key)
        self.stack.setCurrentWidget(page)
        page.setFocus()
        self.actions_changed.emit()
        self.status_changed.emit()
