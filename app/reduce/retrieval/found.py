"""Answering a question: first which codings and in which order, then what a screen of them says."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, case, func, select

from app.reduce import capacity
from app.reduce.code_paths import PATH_JOIN
from app.reduce.code_tree import Tree, read_tree
from app.reduce.excerpts import AT_ONCE, ExcerptFilter, ExcerptRow, excerpts, filtered
from app.reduce.retrieval.asking import Question
from app.reduce.retrieval.condition import conditions, plain_filter
from app.study import Study
from models.collection import Source
from models.design import METHODS, Coder, Role, Site
from models.reduction import DIRECTIONS, Code, Coding, Excerpt


@dataclass(frozen=True, slots=True)
class Found:
    """The codings that answer a question, in order.

    `groups` has, for each group in order, where it begins in `codings` and how many it has; a
    question that is not grouped has one group. `excerpts` and `sources` count what is different.
    """

    question: Question
    codings: Sequence[int] = ()
    groups: tuple[tuple[int, int], ...] = ()
    excerpts: int = 0
    sources: int = 0

    @property
    def total(self) -> int:
        """How many codings there are."""
        return len(self.codings)


@dataclass(frozen=True, slots=True)
class Line:
    """A coding as a list shows it, with the path of its code."""

    row: ExcerptRow
    path: str


@dataclass(slots=True)
class _Ordering:
    """Columns to order by.

    `missing` tells what has no value: it stands last, also where the order is turned over.
    """

    columns: list[Any] = field(default_factory=list)
    missing: ColumnElement[bool] | None = None
    joins: list[tuple[FromClause, ColumnElement[bool]]] = field(default_factory=list)

    def ways(self, *, descending: bool) -> list[Any]:
        """Return what to order by, turned over where it is `descending`."""
        columns = [c.desc() for c in self.columns] if descending else self.columns
        return columns if self.missing is None else [self.missing, *columns]


def find(study: Study, question: Question) -> Found:
    """Return which codings answer a question, in the order and the groups it asks for."""
    with study.read() as connection:
        query = _query(connection, study, question)
        rows = connection.execute(query).all()
    groups, at = [], 0
    for _, few in groupby(rows, key=lambda row: row[1]):
        size = sum(1 for _ in few)
        groups.append((at, size))
        at += size
    return Found(
        question,
        [row[0] for row in rows],
        tuple(groups),
        len({row[2] for row in rows}),
        len({row[3] for row in rows}),
    )


def lines(study: Study, codings: Sequence[int], language: str | None = None) -> list[Line]:
    """Return what stands in these codings, in their order; those that are gone are left out."""
    by_id: dict[int | None, ExcerptRow] = {}
    for at in range(0, len(codings), AT_ONCE):
        only = ExcerptFilter(codings=codings[at : at + AT_ONCE])
        by_id |= {row.coding_id: row for row in excerpts(study, only, language=language)}
    with study.read() as connection:
        paths = code_paths(connection)
    found = (by_id.get(coding) for coding in codings)
    return [Line(row, paths.get(row.code_id or 0, row.code)) for row in found if row is not None]


def code_paths(connection: Connection) -> dict[int, str]:
    """Return the path of every code."""
    tree = read_tree(connection)
    names = dict(connection.execute(select(Code.id, Code.name)).all())
    paths: dict[int, str] = {}
    for code, _ in tree.in_order():
        above = tree.parents[code]
        paths[code] = names[code] if above is None else f"{paths[above]}{PATH_JOIN}{names[code]}"
    return paths


# --- the query -------------------------------------------------------------------------------


def _query(connection: Connection, study: Study, question: Question) -> Select[*tuple[Any, ...]]:
    asked = list(conditions(connection, question, study.texts.quote))
    orders = _Orders(read_tree(connection))
    by_group = question.sort == question.group  # then it is the groups that are turned over
    grouped = orders.of(question.group)
    sorted_ = orders.of("" if by_group else question.sort)
    place = orders.of("source")
    query = filtered(
        plain_filter(question.limits),
        Coding.id,
        _GROUP_KEYS.get(question.group, Coding.id * 0),
        Excerpt.id,
        Excerpt.source_id,
        wide=True,
    ).where(*asked)
    for target, on in (*grouped.joins, *sorted_.joins):
        query = query.join(target, on)
    first = grouped.ways(descending=question.descending and by_group)
    ways = sorted_.ways(descending=question.descending)
    last = (Excerpt.start, Excerpt.end, Coding.id)
    return query.order_by(*first, *ways, *place.columns, *last)


class _Orders:
    """What each order and each grouping goes by; what lacks a value stands last."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def of(self, name: str) -> _Ordering:
        """Return the columns of an order or a grouping."""
        return _Ordering() if not name else getattr(self, f"_{name}")()

    def _place(self) -> _Ordering:
        first = self._source()
        return _Ordering([*first.columns, Excerpt.start, Excerpt.end])

    def _source(self) -> _Ordering:
        number = {method: at for at, method in enumerate(METHODS)}
        method = case(number, value=Source.method, else_=len(METHODS))
        return _Ordering([method, func.lower(Source.reference), Source.id])

    def _date(self) -> _Ordering:
        return _Ordering([Source.date], Source.date.is_(None))

    def _code(self) -> _Ordering:
        order = json.dumps([code for code, _ in self._tree.in_order()])
        ranks = func.json_each(order).table_valued("key", "value", name="ranks")
        return _Ordering([ranks.c.key], joins=[(ranks, ranks.c.value == Coding.code_id)])

    def _informant(self) -> _Ordering:
        code = capacity.Speaker.code
        return _Ordering([func.lower(code)], code.is_(None))

    def _role(self) -> _Ordering:
        return _Ordering([Role.position, Role.id], Role.id.is_(None))

    def _site(self) -> _Ordering:
        return _Ordering([Site.position, Site.id], Site.id.is_(None))

    def _weight(self) -> _Ordering:
        return _Ordering([-Coding.weight])

    def _direction(self) -> _Ordering:
        number = {direction: at for at, direction in enumerate(DIRECTIONS)}
        return _Ordering([case(number, value=Coding.direction, else_=len(DIRECTIONS))])

    def _coder(self) -> _Ordering:
        name = (
            select(func.lower(Coder.name))
            .where(Coder.id == Coding.coder_id)
            .correlate(Coding)
            .scalar_subquery()
        )
        return _Ordering([name])


_GROUP_KEYS: dict[str, Any] = {
    "source": Excerpt.source_id,
    "code": Coding.code_id,
    "informant": Excerpt.speaker_id,
    "role": Role.id,
    "site": Site.id,
}
