"""Answering a question: first which codings and in which order, then what a screen of them says."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import Connection, select

from app.reduce.code_paths import PATH_JOIN
from app.reduce.code_tree import read_tree
from app.reduce.excerpts import AT_ONCE, ExcerptFilter, ExcerptRow, excerpts, filtered
from app.reduce.retrieval.asking import Question
from app.reduce.retrieval.condition import conditions, plain_filter
from app.reduce.retrieval.ordering import (
    as_numbers,
    as_strings,
    columns_for,
    needs_capacity,
    ordered,
)
from app.study import Study
from models.reduction import Code


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


def find(study: Study, question: Question) -> Found:
    """Return which codings answer a question, in the order and the groups it asks for."""
    wanted = columns_for(question)
    with study.read() as connection:
        query = filtered(
            plain_filter(question.limits),
            *as_strings(wanted.values()),
            wide=needs_capacity(question),
        ).where(*conditions(connection, question, study.texts.quote))
        strings = connection.execute(query).one()
        columns = dict(zip(wanted, map(as_numbers, strings), strict=True))
        order = ordered(connection, question, columns)
    sizes = np.diff([*order.firsts, len(order.rows)])
    return Found(
        question,
        columns["coding"][order.rows].tolist(),
        tuple(zip(order.firsts.tolist(), sizes.tolist(), strict=True)),
        len(np.unique(columns["excerpt"])),
        len(np.unique(columns["source"])),
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
