"""The order of what answers a question: whole columns of numbers, ranked and sorted by numpy.

The rows come from the database unsorted, each column as one string: sorting 20,000 joined rows
there takes three times as long. What lacks a value stands last, also where the order is turned
over.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, String, case, cast, func, select

from app.reduce.code_tree import read_tree
from app.reduce.overlaps import Ints
from app.reduce.retrieval.asking import Question
from models.collection import Source
from models.design import METHODS, Coder, Informant, Role, Site
from models.reduction import DIRECTIONS, Coding, Excerpt

NOTHING = -1
"""Stands for null in a column of ids."""
LAST = np.iinfo(np.int64).max

_direction = case(
    {name: at for at, name in enumerate(DIRECTIONS)}, value=Coding.direction, else_=len(DIRECTIONS)
)
ALWAYS: Mapping[str, Any] = {
    "coding": Coding.id,
    "excerpt": Excerpt.id,
    "source": Excerpt.source_id,
    "start": Excerpt.start,
    "end": Excerpt.end,
}
AT_WISH: Mapping[str, Any] = {
    "code": Coding.code_id,
    "informant": Excerpt.speaker_id,
    "role": Role.id,
    "site": Site.id,
    "weight": Coding.weight,
    "direction": _direction,
    "coder": Coding.coder_id,
}
WIDE = ("role", "site")
"""Columns that need the capacity joined."""


def columns_for(question: Question) -> dict[str, Any]:
    """Return the columns that the order and the groups of a question need, by name."""
    wished = {name: AT_WISH[name] for name in (question.sort, question.group) if name in AT_WISH}
    return {**ALWAYS, **wished}


def needs_capacity(question: Question) -> bool:
    """Tell whether a column or a limit is of the capacity in which somebody speaks."""
    of_site = any(attribute.of == "site" for attribute in question.limits.attributes)
    return of_site or question.sort in WIDE or question.group in WIDE


def as_strings(columns: Iterable[Any]) -> list[Any]:
    """Return what to select, so that each column comes as one string of numbers."""
    return [
        func.aggregate_strings(cast(func.coalesce(column, NOTHING), String), ",")
        for column in columns
    ]


def as_numbers(text: str | None) -> Ints:
    """Return the column that came as a string."""
    return np.fromstring(text or "", dtype=np.int64, sep=",")


@dataclass(frozen=True, eq=False, slots=True)
class Ordered:
    """Rows in order, and where each group begins."""

    rows: Ints
    firsts: Ints


def ordered(connection: Connection, question: Question, columns: Mapping[str, Ints]) -> Ordered:
    """Put the rows of `columns` into the order that a question asks for."""
    ranks = _Ranks(connection, columns)
    count = len(columns["coding"])
    by_group = question.sort == question.group  # then it is the groups that are turned over
    group = ranks.of(question.group, descending=question.descending and by_group)
    keys = [group, ranks.of("" if by_group else question.sort, descending=question.descending)]
    if question.sort == "place":
        keys.append(_turned(columns["start"], descending=question.descending))
    keys += [ranks.of("source"), columns["start"], columns["end"], columns["coding"]]
    rows: Ints = np.lexsort(keys[::-1])
    new = np.diff(group[rows]) != 0
    firsts = np.concatenate(([0], np.flatnonzero(new) + 1)) if count else np.array([], np.int64)
    return Ordered(rows, firsts)


class _Ranks:
    """Gives each row its rank in an order."""

    def __init__(self, connection: Connection, columns: Mapping[str, Ints]) -> None:
        self._connection, self._columns = connection, columns

    def of(self, name: str, *, descending: bool = False) -> Ints:
        """Return the ranks of an order or a grouping; the same for all where it has no name."""
        if not name:
            return np.zeros(len(self._columns["coding"]), dtype=np.int64)
        if name == "weight":
            return _turned(-self._columns["weight"], descending=descending)
        if name == "direction":
            return _turned(self._columns["direction"], descending=descending)
        column = self._columns["source" if name in ("place", "date") else name]
        return _turned(_ranked(column, self._ranks(name)), descending=descending)

    def _ranks(self, name: str) -> dict[int, int]:
        if name in ("place", "source"):
            return self._sources()
        if name == "date":
            rows = self._connection.execute(select(Source.id, Source.date))
            return {row.id: row.date.toordinal() for row in rows if row.date is not None}
        if name == "code":
            return _numbered(code for code, _ in read_tree(self._connection).in_order())
        queries: dict[str, Select[int]] = {
            "informant": select(Informant.id).order_by(func.lower(Informant.code), Informant.id),
            "role": select(Role.id).order_by(Role.position, Role.id),
            "site": select(Site.id).order_by(Site.position, Site.id),
            "coder": select(Coder.id).order_by(func.lower(Coder.name), Coder.id),
        }
        return _numbered(self._connection.scalars(queries[name]))

    def _sources(self) -> dict[int, int]:
        order = {method: number for number, method in enumerate(METHODS)}
        rows = self._connection.execute(select(Source.id, Source.method, Source.reference))
        places = sorted(
            (order.get(row.method, len(order)), row.reference.casefold(), row.id) for row in rows
        )
        return _numbered(place[-1] for place in places)


def _numbered(ids: Iterable[int]) -> dict[int, int]:
    return {each: number for number, each in enumerate(ids)}


def _ranked(column: Ints, ranks: Mapping[int, int]) -> Ints:
    """Return the rank of each id of a column; LAST for one that has none."""
    different, place = np.unique(column, return_inverse=True)
    known = np.array([ranks.get(each, LAST) for each in different.tolist()], dtype=np.int64)
    found: Ints = known[place]
    return found


def _turned(ranks: Ints, *, descending: bool) -> Ints:
    return np.where(ranks == LAST, LAST, -ranks) if descending else ranks
