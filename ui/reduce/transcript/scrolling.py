"""Scrolling a page of which only what was seen is laid out.

The scroll bar's value is the number of the top line. Where it lands in a paragraph that was only
estimated, that paragraph is laid out first and the landing moved in proportion, so that the top
line always exists. What stands around the top is laid out too: the next small step is exact.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextEdit

from ui.reduce.transcript.page import PageLayout
from ui.reduce.transcript.shapes import line_at

AROUND = 240.0  # pixels above and below the screen that are laid out ahead
SHARE_ABOVE = 0.3  # of the screen, above a place that one is led to


class Scroller:
    """Moves the top of a view over its page."""

    def __init__(self, view: QPlainTextEdit) -> None:
        self._view = view

    @property
    def _page(self) -> PageLayout:
        page = self._view.document().documentLayout()
        assert isinstance(page, PageLayout)
        return page

    def settle(self) -> None:
        """Lay out the paragraph that the scroll bar has landed in, and stay inside it."""
        bar = self._view.verticalScrollBar()
        block = self._view.document().findBlockByLineNumber(bar.value())
        if not block.isValid() or self._page.knows(block):
            return
        first, guessed = block.firstLineNumber(), max(1, block.lineCount())
        self._page.lay(block)
        count = block.lineCount()
        line = min(count - 1, (bar.value() - first) * count // guessed)
        with QSignalBlocker(bar):
            bar.setValue(first + line)

    def lay_around(self) -> None:
        """Lay out what is on the screen and a little above and below."""
        first = self._view.firstVisibleBlock()
        top = self._view.contentOffset().y()
        self._page.lay_from(first, self._view.viewport().height() - top + AROUND)
        self._page.lay_above(first, AROUND)

    def set_top(self, block: QTextBlock, line: int) -> None:
        """Scroll so that a line of a paragraph is the top one, or as far as the end allows."""
        with self._page.hold():
            self._page.lay_from(block, self._view.viewport().height() + AROUND)
            self._page.lay_above(block, AROUND)
        line = min(line, max(0, block.lineCount() - 1))
        self._view.verticalScrollBar().setValue(block.firstLineNumber() + line)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Keep the top line's words at the top while the page changes its width or its letters."""
        block = self._view.firstVisibleBlock()
        number, position = block.blockNumber(), 0
        if self._page.knows(block):
            line = self._view.verticalScrollBar().value() - block.firstLineNumber()
            line = max(0, min(line, block.lineCount() - 1))
            position = block.layout().lineAt(line).textStart()
        yield
        block = self._view.document().findBlockByNumber(number)
        if block.isValid():
            self._page.lay(block)
            line = block.layout().lineForTextPosition(min(position, block.length() - 1))
            self.set_top(block, line.lineNumber())

    def bring(self, start: int, end: int) -> None:
        """Scroll to the units [start, end) if not all of it can be seen."""
        block = self._view.document().findBlock(start)
        self._page.lay(block)
        line = block.layout().lineForTextPosition(start - block.position())
        if self._is_seen(block, line.y()) and self._is_seen_to(end):
            return
        wanted = self._view.viewport().height() * SHARE_ABOVE
        y = line.y()
        while y < wanted and block.previous().isValid():
            block = block.previous()
            y += self._page.lay(block)
        self.set_top(block, line_at(block.layout(), y - wanted))

    def _is_seen(self, block: QTextBlock, y: float) -> bool:
        """Whether height `y` of a paragraph is on the screen."""
        row, height = self._view.firstVisibleBlock(), self._view.viewport().height()
        top = self._view.contentOffset().y()
        while row.isValid() and top < height:
            if row == block:
                return 0 <= top + y <= height - self._page.metrics.pitch
            top += self._page.lay(row)
            row = row.next()
        return False

    def _is_seen_to(self, end: int) -> bool:
        block = self._view.document().findBlock(end)
        self._page.lay(block)
        line = block.layout().lineForTextPosition(end - block.position())
        return self._is_seen(block, line.y())
