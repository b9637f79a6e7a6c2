"""The codings of a text, sorted, so that those on the screen are found without reading the rest.

Starts are searched by halves. Ends are not sorted, so every run of `RUN` codings remembers its
furthest end: a run that ends before the screen is skipped whole, and one coding over the whole text
costs one run, not all of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter

from app.reduce.transcript import CodingSpan

RUN = 64
BY_START = attrgetter("start")


class CodingIndex:
    """Codings by place; never changed, only followed by another. Code points, half-open."""

    def __init__(self, codings: Iterable[CodingSpan] = ()) -> None:
        self.codings = tuple(sorted(codings, key=BY_START))
        self._starts = [span.start for span in self.codings]
        self._ends = [span.end for span in self.codings]
        self._furthest = self._runs_from(0)

    def __len__(self) -> int:
        return len(self.codings)

    def furthest(self) -> int:
        """Return where the last coding ends; 0 where there is none."""
        return max(self._furthest, default=0)

    def overlapping(self, start: int, end: int) -> list[CodingSpan]:
        """Return the codings that share a character with [start, end), by their start."""
        return list(self._overlapping(start, end))

    def at(self, position: int) -> list[CodingSpan]:
        """Return the codings over the character at `position`, the shortest first."""
        found = self._overlapping(position, position + 1)
        return sorted(found, key=lambda span: span.end - span.start)

    def find(self, coding_id: int) -> CodingSpan | None:
        """Return the coding of this id, None where there is none."""
        return self._by_id.get(coding_id)

    def after(self, position: int) -> CodingSpan | None:
        """Return the first coding that begins at `position` or behind it."""
        at = bisect_left(self._starts, position)
        return self.codings[at] if at < len(self.codings) else None

    def before(self, position: int) -> CodingSpan | None:
        """Return the last coding that begins before `position`."""
        at = bisect_left(self._starts, position)
        return self.codings[at - 1] if at else None

    def beside(self, span: CodingSpan, steps: int) -> CodingSpan | None:
        """Return the coding so many places further in the order than `span`, which is here."""
        at = self._place(span) + steps
        return self.codings[at] if 0 <= at < len(self.codings) else None

    def with_coding(self, span: CodingSpan) -> "CodingIndex":
        """Return an index that also has `span`, instead of what had its id."""
        others = self.without(span.coding_id)
        at = bisect_right(others._starts, span.start)
        return others._replaced(at, at, (span,))

    def without(self, coding_id: int) -> "CodingIndex":
        """Return an index without the coding of this id."""
        span = self.find(coding_id)
        if span is None:
            return self
        at = self._place(span)
        return self._replaced(at, at + 1, ())

    @cached_property
    def _by_id(self) -> dict[int, CodingSpan]:
        return {span.coding_id: span for span in self.codings}

    def _place(self, span: CodingSpan) -> int:
        at = bisect_left(self._starts, span.start)
        while self.codings[at].coding_id != span.coding_id:
            at += 1
        return at

    def _replaced(self, low: int, high: int, spans: tuple[CodingSpan, ...]) -> "CodingIndex":
        """Return an index with `spans` in the places [low, high), sorting nothing again."""
        new = object.__new__(CodingIndex)
        new.codings = self.codings[:low] + spans + self.codings[high:]
        new._starts = [*self._starts[:low], *(span.start for span in spans), *self._starts[high:]]
        new._ends = [*self._ends[:low], *(span.end for span in spans), *self._ends[high:]]
        new._furthest = self._furthest[: low // RUN] + new._runs_from(low // RUN)
        by_id = {**self._by_id, **{span.coding_id: span for span in spans}}
        for gone in self.codings[low:high]:
            del by_id[gone.coding_id]
        new.__dict__["_by_id"] = by_id
        return new

    def _runs_from(self, run: int) -> list[int]:
        ends = self._ends
        return [max(ends[at : at + RUN]) for at in range(run * RUN, len(ends), RUN)]

    def _overlapping(self, start: int, end: int) -> Iterator[CodingSpan]:
        stop = bisect_left(self._starts, end)
        for run in range((stop + RUN - 1) // RUN):
            if self._furthest[run] > start:
                for span in self.codings[run * RUN : min(stop, run * RUN + RUN)]:
                    if span.end > start:
                        yield span
