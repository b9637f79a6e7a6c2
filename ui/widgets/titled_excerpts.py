"""Excerpts under a title, read off the GUI thread and paged; a sentence where there are none."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.excerpts import ExcerptRow
from ui.session import Session
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.pane_header import PaneHeader

FIRST = 200
"""So many excerpts are read at once with their number."""
Page = Callable[[int, int], Sequence[ExcerptRow]]
"""Reads excerpts from an offset, at the most so many."""
Found = tuple[int, Sequence[ExcerptRow], Page]
"""How many there are, the first of them, and how further ones are read."""


class TitledExcerpts(QWidget):
    """A header, and under it a list or a sentence."""

    open_excerpt = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)

    def __init__(
        self, session: Session, listed: ExcerptList, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.header = PaneHeader("", parent=self)
        self.list = listed
        self.list.activated_excerpt.connect(self.open_row)
        self.list.menu_requested.connect(self.menu_wanted)
        self.empty = QLabel(self)
        self.empty.setProperty("kind", "soft")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(14, 8, 14, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)

    def say(self, title: str, sentence: str) -> None:
        """Show a sentence instead of excerpts."""
        self.session.tasks.read(("excerpts", id(self)), lambda: None, lambda _: None)  # outdated
        self.header.set_title(title)
        self.header.set_count(None)
        self.empty.setText(sentence)
        self.stack.setCurrentWidget(self.empty)

    def read(self, title: str, work: Callable[[], Found], none: str) -> None:
        """Show what `work` finds, or the sentence `none` where that is nothing."""
        self.session.tasks.read(
            ("excerpts", id(self)), work, lambda found: self._show(title, none, *found)
        )

    def open_row(self, row: Any) -> None:
        """Ask for the transcript of a row."""
        self.open_excerpt.emit(row.source_id, row.start, row.end)

    def _show(
        self, title: str, none: str, count: int, first: Sequence[ExcerptRow], page: Page
    ) -> None:
        def fetch(offset: int, limit: int) -> Sequence[ExcerptRow]:
            if offset + limit <= len(first) or count == len(first):
                return first[offset : offset + limit]
            return page(offset, limit)

        self.header.set_title(title)
        self.header.set_count(count)
        self.empty.setText(none)
        self.before_rows(first)
        self.list.set_pages(count, fetch)
        self.stack.setCurrentWidget(self.list if count else self.empty)

    def before_rows(self, first: Sequence[ExcerptRow]) -> None:
        """Fit the list to what it is going to show."""
