"""Spans of codings as units: characters, sentences, and segments that match.

Spans are [start, end) in code points. Merged spans are sorted and neither touch nor overlap.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from app.verify.agreement.measures import Counts

Span = tuple[int, int]
MATCHING = 0.90
"""Two segments match where intersection / union reaches this (METHOD, section 4)."""


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the same ground as `spans`, as merged spans."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def size(spans: Iterable[Span]) -> int:
    """Return how many characters merged spans cover."""
    return sum(end - start for start, end in spans)


def common(left: Sequence[Span], right: Sequence[Span]) -> int:
    """Return how many characters two lists of merged spans share."""
    shared = a = b = 0
    while a < len(left) and b < len(right):
        low, high = max(left[a][0], right[b][0]), min(left[a][1], right[b][1])
        shared += max(0, high - low)
        if left[a][1] < right[b][1]:
            a += 1
        else:
            b += 1
    return shared


def by_characters(left: Sequence[Span], right: Sequence[Span], length: int) -> Counts:
    """Count the characters of a text of `length` by who coded them; spans are merged."""
    both = common(left, right)
    mine, theirs = size(left) - both, size(right) - both
    return Counts(both, mine, theirs, length - both - mine - theirs)


class Units:
    """Units of a text, such as its sentences: sorted spans apart from each other."""

    def __init__(self, units: Iterable[Span]) -> None:
        """Take the units; their borders are kept for searching."""
        units = list(units)
        self._starts = [start for start, _ in units]
        self._ends = [end for _, end in units]

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self._starts)

    def touched(self, spans: Iterable[Span]) -> set[int]:
        """Return the numbers of the units that a span touches."""
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return found


def by_units(left: Sequence[Span], right: Sequence[Span], units: Units) -> Counts:
    """Count units by whose codings touch them."""
    mine, theirs = units.touched(left), units.touched(right)
    both = len(mine & theirs)
    return Counts(both, len(mine - theirs), len(theirs - mine), len(units) - len(mine | theirs))


def overlap(one: Span, other: Span) -> float:
    """Return intersection / union of two spans."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (one[1] - one[0] + other[1] - other[0] - shared) if shared > 0 else 0.0


def matches(
    left: Sequence[Span], right: Sequence[Span], least: float = MATCHING
) -> list[tuple[int, int]]:
    """Return which segment of `left` goes with which of `right`, each at most once.

    Those that overlap best are taken first; a pair reaches `least` and shares something.
    """
    pairs = sorted(
        (-ratio, a, b) for a, b, ratio in _overlapping(left, right) if ratio >= least - 1e-12
    )
    free_left, free_right = set(range(len(left))), set(range(len(right)))
    found = []
    for _, a, b in pairs:
        if a in free_left and b in free_right:
            free_left.remove(a)
            free_right.remove(b)
            found.append((a, b))
    return found


def by_segments(left: Sequence[Span], right: Sequence[Span], least: float = MATCHING) -> Counts:
    """Count segments: those that match, and those of one coder alone; there is no neither."""
    both = len(matches(left, right, least))
    return Counts(both, len(left) - both, len(right) - both, 0)


def _overlapping(left: Sequence[Span], right: Sequence[Span]) -> Iterator[tuple[int, int, float]]:
    order = sorted(range(len(right)), key=lambda n: right[n])
    starts = [right[n][0] for n in order]
    longest = max((end - start for start, end in right), default=0)
    for a, span in enumerate(left):
        low = bisect_left(starts, span[0] - longest)
        for b in order[low : bisect_left(starts, span[1])]:
            ratio = overlap(span, right[b])
            if ratio > 0:
                yield a, b, ratio
