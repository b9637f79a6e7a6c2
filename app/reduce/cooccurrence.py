"""Which codes stand together: how many excerpts of one overlap excerpts of another.

Two measures of likeness beside the counts, both Jaccard (shared by all, 0 to 1): over the excerpts
that overlap, and over those who speak of the codes (informants; a source without one is its own).
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.reduce.code_tree import Tree, read_tree
from app.reduce.excerpts import AT_ONCE, ExcerptFilter, ExcerptRow, excerpts
from app.reduce.overlaps import (
    Ints,
    Spans,
    once,
    read_spans,
    rolled_up,
    touched_codes,
    touches,
)
from app.study import Study

Counts: TypeAlias = NDArray[np.int64]
Shares: TypeAlias = NDArray[np.float64]
Measure: TypeAlias = Literal["excerpts", "excerpt_jaccard", "unit_jaccard"]
MEASURES: tuple[Measure, ...] = ("excerpts", "excerpt_jaccard", "unit_jaccard")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two codes and how much they stand together.

    `overlapping` excerpts bear one code and overlap the other; `units` speak of both codes.
    """

    one: int
    other: int
    overlapping: int
    excerpt_jaccard: float
    units: int
    unit_jaccard: float


@dataclass(frozen=True, eq=False)
class Cooccurrence:
    """Every code with every other; rows and columns are `codes`, in the order of the tree.

    `touching[a, b]` counts the excerpts of a that overlap an excerpt of b; `common` is symmetric:
    the excerpts coded with both. `shared_units` counts who speaks of both. On the diagonal stand
    the excerpts and units of a code. `related` marks a code with itself and with those above and
    below it where branches are rolled up: these overlap by definition.
    """

    codes: tuple[int, ...]
    touching: Counts
    common: Counts
    shared_units: Counts
    related: NDArray[np.bool_]

    @cached_property
    def overlapping(self) -> Counts:
        """The excerpts of either code that stand on both, each counted once; symmetric."""
        both: Counts = self.touching + self.touching.T - self.common
        return both

    @cached_property
    def excerpt_jaccard(self) -> Shares:
        """Of all excerpts of the two codes, the share that stands on both; symmetric, 0 to 1."""
        sizes = np.diagonal(self.common)
        return _shares(self.overlapping, sizes[:, None] + sizes[None, :] - self.common)

    @cached_property
    def unit_jaccard(self) -> Shares:
        """Of all who speak of either code, the share that speaks of both; symmetric, 0 to 1."""
        sizes = np.diagonal(self.shared_units)
        return _shares(self.shared_units, sizes[:, None] + sizes[None, :] - self.shared_units)

    def measured(self, by: Measure) -> Counts | Shares:
        """Return the matrix of one measure."""
        if by == "excerpts":
            return self.overlapping
        return self.excerpt_jaccard if by == "excerpt_jaccard" else self.unit_jaccard

    def pair(self, row: int, column: int) -> Pair:
        """Return what stands in a cell."""
        return Pair(
            one=self.codes[row],
            other=self.codes[column],
            overlapping=int(self.overlapping[row, column]),
            excerpt_jaccard=float(self.excerpt_jaccard[row, column]),
            units=int(self.shared_units[row, column]),
            unit_jaccard=float(self.unit_jaccard[row, column]),
        )

    def strongest(self, by: Measure = "excerpts", limit: int | None = 500) -> list[Pair]:
        """Return the pairs that stand together at all, the strongest first, each once."""
        rows, columns = np.nonzero(np.triu(~self.related & (self.measured(by) > 0), 1))
        main = self.measured(by)[rows, columns]
        order = np.lexsort((columns, rows, -self.shared_units[rows, columns], -main))[:limit]
        return [self.pair(int(rows[at]), int(columns[at])) for at in order]


def cooccurrence(
    study: Study,
    *,
    branches: bool = False,
    coders: Collection[int] | None = None,
) -> Cooccurrence:
    """Count for every pair of codes how often they stand together.

    `branches` counts a code's excerpts for all codes above it too; `coders` keeps only the codings
    of these (None: of all). Excerpts that were set aside do not count.
    """
    with study.read() as connection:
        tree = read_tree(connection)
        spans = read_spans(connection, coders=coders)
    return cooccur(spans, tree, branches=branches)


def cooccur(spans: Spans, tree: Tree, *, branches: bool = False) -> Cooccurrence:
    """Count the pairs of codes over spans that are at hand."""
    codes = tuple(code for code, _ in tree.in_order())
    own = once(rolled_up(spans, tree) if branches else spans)
    numbers = _numbers(codes, own.code)
    count = len(codes)
    found = touches(own)
    keys = touched_codes(found, numbers, count) if count else own.code
    rows = np.repeat(np.arange(found.count), found.size)
    mine = rows * count + numbers
    return Cooccurrence(
        codes=codes,
        touching=_crossed(rows, numbers, keys, found.first, found.size, count),
        common=_crossed(rows, numbers, np.sort(mine), found.first, found.size, count),
        shared_units=_shared(numbers, own.unit, count),
        related=_related(tree, codes, branches),
    )


def _numbers(codes: tuple[int, ...], present: Ints) -> Ints:
    """Return the place of each code among `codes`."""
    ids = np.array(codes, dtype=np.int64)
    order = np.argsort(ids)
    found: Ints = order[np.searchsorted(ids[order], present)] if len(ids) else present
    return found


def _crossed(
    rows: Ints, numbers: Ints, keys: Ints, firsts: Ints, sizes: Ints, count: int
) -> Counts:
    """Count for codes a and b the excerpts that bear a and, by `keys`, b."""
    if not len(keys):
        return np.zeros((count, count), dtype=np.int64)
    excerpt, other = np.divmod(keys, count)
    many = sizes[excerpt]
    at = np.repeat(firsts[excerpt] - (np.cumsum(many) - many), many) + np.arange(int(many.sum()))
    cells = numbers[at] * count + np.repeat(other, many)
    counted: Counts = np.bincount(cells, minlength=count * count).reshape(count, count)
    return counted


def _shared(numbers: Ints, units: Ints, count: int) -> Counts:
    """Count for codes a and b those who speak of both."""
    known, at = np.unique(units, return_inverse=True)
    speaks = np.zeros((count, len(known)), dtype=np.float32)
    speaks[numbers, at] = 1
    shared: Counts = np.rint(speaks @ speaks.T).astype(np.int64)
    return shared


def _related(tree: Tree, codes: tuple[int, ...], branches: bool) -> NDArray[np.bool_]:
    related = np.eye(len(codes), dtype=bool)
    if branches:
        place = {code: number for number, code in enumerate(codes)}
        for code in codes:
            for above in tree.above(code):
                related[place[code], place[above]] = related[place[above], place[code]] = True
    return related


def _shares(shared: Counts, of: Counts) -> Shares:
    return np.divide(shared, of, out=np.zeros(shared.shape), where=of > 0)


# --- the excerpts of a pair --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PairExcerpts:
    """The codings of two codes that stand on both, by source and place; for a list to be paged."""

    codings: tuple[int, ...]
    excerpts: tuple[int, ...]
    codes: frozenset[int]

    def page(self, study: Study, offset: int, limit: int, language: str) -> list[ExcerptRow]:
        """Read some of the codings with all that a list shows."""
        wanted = self.codings[offset : offset + min(limit, AT_ONCE)]
        spans = frozenset(self.excerpts[offset : offset + len(wanted)])
        only = ExcerptFilter(excerpts=spans, codes=self.codes)
        rows = {row.coding_id: row for row in excerpts(study, only, language=language)}
        return [rows[coding] for coding in wanted if coding in rows]


def pair_excerpts(
    study: Study,
    one: int,
    other: int,
    *,
    branches: bool = False,
    coders: Collection[int] | None = None,
) -> PairExcerpts:
    """Return the codings of one code that overlap the other's, and the other's that overlap it.

    With the same code twice: all its codings.
    """
    with study.read() as connection:
        tree = read_tree(connection)
        sides = [frozenset(tree.branch(c) if branches else (c,)) for c in (one, other)]
        spans = read_spans(connection, codes=sides[0] | sides[1], coders=coders)
    on = [np.isin(spans.code, np.array(sorted(side))) for side in sides]
    kept = _rows_on_both(spans, on[0], on[1])
    return PairExcerpts(
        codings=tuple(spans.coding[kept].tolist()),
        excerpts=tuple(spans.excerpt[kept].tolist()),
        codes=sides[0] | sides[1],
    )


def _rows_on_both(spans: Spans, one: NDArray[np.bool_], other: NDArray[np.bool_]) -> Ints:
    """Return the rows of spans of each side that overlap one of the other side."""
    kept = np.zeros(len(spans), dtype=bool)
    for mine, theirs in ((one, other), (other, one)):
        there = np.flatnonzero(theirs)
        for source in np.unique(spans.source[mine]):
            at = np.flatnonzero(mine & (spans.source == source))
            beside = there[spans.source[there] == source]
            kept[at] |= _overlapped(spans, at, beside)
    return np.flatnonzero(kept)


def _overlapped(spans: Spans, at: Ints, beside: Ints) -> NDArray[np.bool_]:
    """Tell which of the spans `at` overlap one of those `beside`, all of one source.

    A span is free where as many end before it as begin before it ends.
    """
    begun = np.searchsorted(np.sort(spans.start[beside]), spans.end[at], side="left")
    over = np.searchsorted(np.sort(spans.end[beside]), spans.start[at], side="right")
    overlapped: NDArray[np.bool_] = begun > over
    return overlapped
