"""How codings stand to each other: overlapping, near, one inside the other; as sorted arrays.

Each relation takes a few binary searches, however dense the codings are. Positions are code points,
half-open. Excerpts that were set aside are left out (`app.reduce.overlaps.read_spans`).
"""

import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.reduce.overlaps import Ints, Spans

Bools: TypeAlias = NDArray[np.bool_]
WORD = re.compile(r"\w+")
Quote = Callable[[int, int, int], str]
"""Gives the words of a source in [start, end)."""


def related(relation: str, ones: Spans, others: Spans, words: int, quote: Quote) -> Ints:
    """Return the excerpts of those `ones` that have the relation to another coding of `others`.

    Each once, sorted. `words` counts for “near” only: how many may stand in between at most.
    """
    if not len(ones) or not len(others):
        return np.array([], dtype=np.int64)
    line = _Line(ones, others)
    if relation == "near":
        holds = _near(line, ones, others, words, quote)
    else:
        holds = {"overlaps": _overlap, "inside": _inside, "around": _around}[relation](line)
    found: Ints = np.unique(ones.excerpt[holds])
    return found


class _Line:
    """The sources laid end to end, so that one sorted line of positions serves them all."""

    def __init__(self, ones: Spans, others: Spans) -> None:
        """Lay both on the same line."""
        sources = np.unique(np.concatenate((ones.source, others.source)))
        self.step = int(max(ones.end.max(), others.end.max())) + 1
        self.base = np.searchsorted(sources, ones.source) * self.step
        base = np.searchsorted(sources, others.source) * self.step
        self.start, self.end = self.base + ones.start, self.base + ones.end
        self.other = (base + others.start, base + others.end)
        # Whether a coding stands among the others too: it is not another one to itself.
        self.itself = np.isin(ones.coding, others.coding).astype(np.int64)


def _overlap(line: _Line) -> Bools:
    starts, ends = (np.sort(column) for column in line.other)
    began = np.searchsorted(starts, line.end, side="left")
    over = np.searchsorted(ends, line.start, side="right")
    found: Bools = began - over > line.itself
    return found


def _inside(line: _Line) -> Bools:
    """Another begins before and ends no sooner, or begins no later and ends behind."""
    order = np.argsort(line.other[0], kind="stable")
    starts = line.other[0][order]
    reach = np.concatenate(([-1], np.maximum.accumulate(line.other[1][order])))
    before = reach[np.searchsorted(starts, line.start, side="left")]
    until = reach[np.searchsorted(starts, line.start, side="right")]
    found: Bools = (before >= line.end) | (until > line.end)
    return found


def _around(line: _Line) -> Bools:
    order = np.argsort(line.other[0], kind="stable")
    starts = line.other[0][order]
    ends = line.other[1][order][::-1]
    far = np.iinfo(np.int64).max
    first = np.concatenate((np.minimum.accumulate(ends)[::-1], [far]))
    after = first[np.searchsorted(starts, line.start, side="right")]
    at = first[np.searchsorted(starts, line.start, side="left")]
    found: Bools = (after <= line.end) | (at < line.end)
    return found


def _near(line: _Line, ones: Spans, others: Spans, words: int, quote: Quote) -> Bools:
    """Only the nearest on each side is asked: what is farther off has no fewer words between."""
    holds = _overlap(line)
    gaps = _gaps(line)
    for row in np.flatnonzero(~holds):
        base, source = int(line.base[row]), int(ones.source[row])
        for gap in gaps:
            low, high = int(gap.low[row]) - base, int(gap.high[row]) - base
            if low < 0 or high >= line.step:
                continue  # the nearest stands in another source
            if _few_words(quote(source, low, high), words):
                holds[row] = True
                break
    return holds


class _Gap(NamedTuple):
    low: Ints
    high: Ints


def _gaps(line: _Line) -> tuple[_Gap, _Gap]:
    """Return what stands between each and the nearest before it, and the nearest behind it."""
    starts, ends = (np.sort(column) for column in line.other)
    ends_too = np.concatenate(([-1], ends))
    before = ends_too[np.searchsorted(ends, line.start, side="right")]
    starts_too = np.concatenate((starts, [np.iinfo(np.int64).max]))
    behind = starts_too[np.searchsorted(starts, line.end, side="left")]
    return _Gap(before, line.start), _Gap(line.end, behind)


def _few_words(between: str, most: int) -> bool:
    return sum(1 for _ in islice(WORD.finditer(between), most + 1)) <= most
