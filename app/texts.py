"""The texts of sources, read once and kept while they are in use; lines and quotations of them."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import accumulate
from threading import Lock

from sqlalchemy import Connection, select

from models.collection import SourceText

KEPT_CHARACTERS = 12_000_000


class Texts:
    """A cache over SourceText, bounded in characters. Positions are code points, half-open."""

    def __init__(self, read: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Read through `read`, the study's own."""
        self._read = read
        self._texts: OrderedDict[int, str] = OrderedDict()
        self._lines: dict[int, list[int]] = {}
        self._size = 0
        self._guard = Lock()

    def of(self, source_id: int) -> str:
        """Return the text of a source; empty where it has none."""
        with self._guard:
            if source_id in self._texts:
                self._texts.move_to_end(source_id)
                return self._texts[source_id]
        with self._read() as connection:
            found = connection.scalar(
                select(SourceText.text).where(SourceText.source_id == source_id)
            )
        text = found or ""
        self._keep(source_id, text)
        return text

    def quote(self, source_id: int, start: int, end: int) -> str:
        """Return the words of a source in [start, end)."""
        return self.of(source_id)[start:end]

    def line_of(self, source_id: int, position: int) -> int:
        """Return the number of the paragraph, counted from 1, in which `position` stands."""
        text = self.of(source_id)
        lines = self._lines.get(source_id)
        if lines is None:
            lengths = (len(line) + 1 for line in text.split("\n"))
            lines = self._lines[source_id] = [0, *accumulate(lengths)]
        return bisect_right(lines, position, hi=max(1, len(lines) - 1))

    def forget(self, source_id: int) -> None:
        """Drop a text that has changed."""
        with self._guard:
            self._size -= len(self._texts.pop(source_id, ""))
            self._lines.pop(source_id, None)

    def forget_all(self) -> None:
        """Drop every text: some of them have changed."""
        with self._guard:
            self._texts.clear()
            self._lines.clear()
            self._size = 0

    def _keep(self, source_id: int, text: str) -> None:
        with self._guard:
            if source_id not in self._texts:
                self._size += len(text)
            self._texts[source_id] = text
            while self._size > KEPT_CHARACTERS and len(self._texts) > 1:
                old, dropped = self._texts.popitem(last=False)
                self._lines.pop(old, None)
                self._size -= len(dropped)
