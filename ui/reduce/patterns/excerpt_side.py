"""The excerpts at hand beside the board, the pairs and the clusters."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.cooccurrence import pair_excerpts
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, count_excerpts, excerpts
from app.reduce.transcript import AFFIRMS
from ui.language import ui_language
from ui.session import Session
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.pane_header import PaneHeader

FIRST = 200
Page = Callable[[int, int], Sequence[ExcerptRow]]


class ExcerptSide(QWidget):
    """A title and a list; read off the GUI thread, a page at a time."""

    opened = Signal(int, int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.header = PaneHeader("", parent=self)
        self.list = ExcerptList(self, show_code=True)
        self.list.activated_excerpt.connect(
            lambda row: self.opened.emit(row.source_id, row.start, row.end)
        )
        self.empty = QLabel(self)
        self.empty.setProperty("kind", "soft")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(14, 4, 14, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        self.setMinimumWidth(220)
        self.say("")

    def say(self, sentence: str) -> None:
        """Show a sentence in place of excerpts."""
        self.session.tasks.read(("pattern-excerpts", id(self)), lambda: None, lambda _none: None)
        self.header.set_title(self.tr("Excerpts"))
        self.header.set_count(None)
        self.empty.setText(sentence)
        self.stack.setCurrentWidget(self.empty)

    def show_codes(self, title: str, codes: Collection[int]) -> None:
        """List the excerpts of codes."""
        study, language = self.session.study, ui_language()
        only = ExcerptFilter(codes=frozenset(codes), kept_only=True)

        def read() -> tuple[int, list[ExcerptRow], Page]:
            first = excerpts(study, only, limit=FIRST, language=language)
            count = count_excerpts(study, only) if len(first) == FIRST else len(first)
            return count, first, lambda o, n: excerpts(study, only, offset=o, limit=n,
                                                       language=language)  # fmt: skip

        self._read(title, read, self.tr("Nothing is coded with it yet."))

    def show_pair(
        self, title: str, pair: tuple[int, int], *, branches: bool, coders: Collection[int] | None
    ) -> None:
        """List the excerpts of two codes that overlap."""
        study, language = self.session.study, ui_language()

        def read() -> tuple[int, list[ExcerptRow], Page]:
            found = pair_excerpts(study, *pair, branches=branches, coders=coders)
            first = found.page(study, 0, FIRST, language)
            return len(found.codings), first, lambda o, n: found.page(study, o, n, language)

        self._read(title, read, self.tr("No excerpt of one overlaps an excerpt of the other."))

    def _read(
        self, title: str, read: Callable[[], tuple[int, list[ExcerptRow], Page]], none: str
    ) -> None:
        def show(found: tuple[int, list[ExcerptRow], Page]) -> None:
            self._show(title, none, *found)

        self.session.tasks.read(("pattern-excerpts", id(self)), read, show)

    def _show(self, title: str, none: str, count: int, first: list[ExcerptRow], page: Page) -> None:
        def fetch(offset: int, limit: int) -> Sequence[ExcerptRow]:
            if offset + limit <= len(first) or count == len(first):
                return first[offset : offset + limit]
            return page(offset, limit)

        self.header.set_title(title)
        self.header.set_count(count)
        self.empty.setText(none)
        self.list.style_of_rows.stance = any(row.direction != AFFIRMS for row in first)
        self.list.set_pages(count, fetch)
        self.stack.setCurrentWidget(self.list if count else self.empty)
