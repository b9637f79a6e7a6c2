"""A pane of excerpts with its title, read off the GUI thread and paged."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.excerpts import ExcerptFilter, ExcerptRow, count_excerpts, excerpts
from ui.language import in_words
from ui.session import Session
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.pane_header import PaneHeader

FIRST = 200


class ExcerptPane(QWidget):
    """What stands behind a cell, or one side of a comparison."""

    open_excerpt = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        show_code: bool = False,
        to_choose: bool = False,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.header = PaneHeader("", parent=self)
        self.list = ExcerptList(self, show_stance=True, show_code=show_code, to_choose=to_choose)
        self.list.set_words(lambda stance: in_words(f"verify.stance.{stance}"))
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
        self._outdate()
        self.header.set_title(title)
        self.header.set_count(None)
        self.empty.setText(sentence)
        self.stack.setCurrentWidget(self.empty)

    def show_excerpts(self, title: str, only: ExcerptFilter, none: str) -> None:
        """Show the excerpts of `only`, or the sentence `none` where there are none."""
        study = self.session.study

        def work() -> tuple[int, list[ExcerptRow]]:
            first = excerpts(study, only, limit=FIRST)
            full = len(first) == FIRST
            return count_excerpts(study, only) if full else len(first), first

        def show(found: tuple[int, list[ExcerptRow]]) -> None:
            self._show(title, none, only, *found)

        self.session.tasks.read(("excerpts", id(self)), work, show)

    def open_row(self, row: Any) -> None:
        """Ask for the transcript of a row."""
        self.open_excerpt.emit(row.source_id, row.start, row.end)

    def _show(
        self, title: str, none: str, only: ExcerptFilter, count: int, first: list[ExcerptRow]
    ) -> None:
        study = self.session.study

        def fetch(offset: int, limit: int) -> Sequence[ExcerptRow]:
            if offset + limit <= len(first) or count == len(first):
                return first[offset : offset + limit]
            return excerpts(study, only, offset=offset, limit=limit)

        self.header.set_title(title)
        self.header.set_count(count)
        self.empty.setText(none)
        self.list.set_pages(count, fetch)
        self.stack.setCurrentWidget(self.list if count else self.empty)

    def _outdate(self) -> None:
        self.session.tasks.read(("excerpts", id(self)), lambda: None, lambda _: None)
