"""Coded spans as arrays, and which of them overlap: a sweep over the spans in their order.

Two excerpts overlap where they share at least one character of the same source; an excerpt
overlaps itself. Positions are code points, half-open. Excerpts that were set aside are left out.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, String, cast, func, select

from app.reduce import capacity
from app.reduce.code_tree import Tree
from models.reduction import Coding, Excerpt

Ints: TypeAlias = NDArray[np.int64]

AT_ONCE = 1_000_000
"""So many pairs of spans are looked at together: what bounds the memory of dense codings."""


@dataclass(frozen=True, eq=False, slots=True)
class Spans:
    """Codings as columns of the same length, ordered by source, start, end, excerpt and code.

    `unit` is who speaks: the informant, else minus the source (`capacity.unit`).
    """

    coding: Ints
    excerpt: Ints
    code: Ints
    source: Ints
    start: Ints
    end: Ints
    unit: Ints

    def __len__(self) -> int:
        return len(self.coding)

    def taken(self, rows: Ints, code: Ints | None = None) -> "Spans":
        """Return these rows, with other codes where some are given."""
        return Spans(
            coding=self.coding[rows],
            excerpt=self.excerpt[rows],
            code=self.code[rows] if code is None else code,
            source=self.source[rows],
            start=self.start[rows],
            end=self.end[rows],
            unit=self.unit[rows],
        )


def read_spans(
    connection: Connection,
    *,
    codes: Collection[int] | None = None,
    coders: Collection[int] | None = None,
) -> Spans:
    """Read the codings of these codes and coders (None: of all).

    Each column comes as one string: 20,000 rows would take five times as long to fetch.
    """
    columns = (Coding.id, Coding.excerpt_id, Coding.code_id, Excerpt.source_id)
    more = (Excerpt.start, Excerpt.end, capacity.unit)
    listed = [func.aggregate_strings(cast(each, String), ",") for each in (*columns, *more)]
    query = select(*listed).join_from(Coding, Excerpt, Excerpt.id == Coding.excerpt_id)
    query = query.where(~Excerpt.set_aside)
    if codes is not None:
        query = query.where(Coding.code_id.in_(codes))
    if coders is not None:
        query = query.where(Coding.coder_id.in_(coders))
    found = [_ints(text) for text in connection.execute(query).one()]
    coding, excerpt, code, source, start, end, _ = found
    return Spans(*found).taken(np.lexsort((coding, code, excerpt, end, start, source)))


def _ints(text: str | None) -> Ints:
    return np.fromstring(text or "", dtype=np.int64, sep=",")


def rolled_up(spans: Spans, tree: Tree) -> Spans:
    """Return the codings as if each bore the codes above its own too."""
    if not len(spans):
        return spans
    present = np.unique(spans.code)
    chains = [(int(code), *tree.above(int(code))) for code in present]
    lengths = np.array([len(chain) for chain in chains])
    firsts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    flat = np.array([code for chain in chains for code in chain])
    which = np.searchsorted(present, spans.code)
    rows = np.repeat(np.arange(len(spans)), lengths[which])
    return spans.taken(rows, flat[_ranges(firsts[which], lengths[which])])


def once(spans: Spans) -> Spans:
    """Return one row for each excerpt and code, however many coders or codes below it say so.

    Rows that stand in the order of their excerpts stay so.
    """
    if not len(spans):
        return spans
    place = np.cumsum(np.concatenate(([0], np.diff(spans.excerpt) != 0)))
    keys = place * (int(spans.code.max()) + 1) + spans.code
    order = np.argsort(keys, kind="stable")
    return spans.taken(order[np.concatenate(([True], np.diff(keys[order]) != 0))])


@dataclass(frozen=True, eq=False, slots=True)
class Touches:
    """Which row of a Spans (one an excerpt) overlaps which: in both directions, without itself."""

    spans: Spans
    first: Ints
    size: Ints

    @property
    def count(self) -> int:
        """How many excerpts there are."""
        return len(self.first)

    def pairs(self) -> Iterator[tuple[Ints, Ints]]:
        """Yield excerpts by their number that overlap: the earlier and the later, in portions."""
        starts, ends, sources = (
            column[self.first] for column in (self.spans.start, self.spans.end, self.spans.source)
        )
        if not self.count:
            return
        # Sources are laid end to end, so that one sorted line of starts serves them all.
        longest = int(ends.max()) + 1
        line = np.searchsorted(np.unique(sources), sources) * longest
        reach = np.searchsorted(line + starts, line + ends, side="left")
        later = reach - np.arange(self.count) - 1
        yield from self._portions(later)

    def _portions(self, later: Ints) -> Iterator[tuple[Ints, Ints]]:
        done = np.cumsum(later)
        at = 0
        while at < self.count:
            before = int(done[at - 1]) if at else 0
            to = max(at + 1, int(np.searchsorted(done, before + AT_ONCE, side="right")))
            rows = np.arange(at, to)
            yield np.repeat(rows, later[at:to]), _ranges(rows + 1, later[at:to])
            at = to


def touches(spans: Spans) -> Touches:
    """Return the excerpts of a Spans that has each excerpt and code once."""
    new = np.concatenate(([True], np.diff(spans.excerpt) != 0)) if len(spans) else np.array([], int)
    first = np.flatnonzero(new)
    return Touches(spans, first, np.diff(np.concatenate((first, [len(spans)]))))


def touched_codes(found: Touches, numbers: Ints, count: int) -> Ints:
    """Return which excerpt touches which code, as excerpt × `count` + number of the code.

    `numbers` gives each row of the spans the number of its code. An excerpt touches its own codes
    and those of every excerpt that it overlaps.
    """
    rows = np.repeat(np.arange(found.count), found.size)
    keys = [rows * count + numbers]
    for earlier, later in found.pairs():
        both = ((earlier, later), (later, earlier))
        keys.append(_distinct(np.concatenate([_onto(found, numbers, count, *w) for w in both])))
    return _distinct(np.concatenate(keys))


def _distinct(keys: Ints) -> Ints:
    """Return keys in their order, each once; np.unique takes ten times as long for these."""
    ordered = np.sort(keys)
    found: Ints = ordered[np.concatenate(([True], np.diff(ordered) != 0))] if len(keys) else ordered
    return found


def _onto(found: Touches, numbers: Ints, count: int, ones: Ints, others: Ints) -> Ints:
    """Return the keys of the codes that `others` have, for `ones`."""
    sizes = found.size[others]
    return np.repeat(ones, sizes) * count + numbers[_ranges(found.first[others], sizes)]


def _ranges(firsts: Ints, sizes: Ints) -> Ints:
    """Return the ranges that begin at `firsts` and are `sizes` long, one behind the other."""
    total = int(sizes.sum())
    before = np.cumsum(sizes) - sizes
    found: Ints = np.arange(total) + np.repeat(firsts - before, sizes)
    return found
