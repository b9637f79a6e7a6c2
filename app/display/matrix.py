"""Building a matrix: one aggregate over the excerpts, then the branches of the code tree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Join, func, join, literal, select

from app.display.headings import Heading, Key, headings, nothing
from app.display.recipe import MatrixRecipe, recipe_from_words
from app.reduce import capacity
from app.reduce.code_tree import read_tree
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from app.study import Study
from models.collection import Source
from models.design import Category, Role, Site
from models.reduction import Coding, Excerpt

__all__ = ["Matrix", "build_matrix", "cell_filter", "matrix_json", "recipe_from_words"]

Place = tuple[Key, Key]
FEW = 3
"""Quotations shown in one cell; the others are counted."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix with its totals. A total of informants or sources counts each once, not a sum.

    `cells` holds only what is not zero. `quotations` holds the first excerpts of each cell where
    the recipe asks for them.
    """

    recipe: MatrixRecipe
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: Mapping[Place, int]
    row_totals: Mapping[Key, int]
    column_totals: Mapping[Key, int]
    total: int
    quotations: Mapping[Place, tuple[ExcerptRow, ...]]
    branches: Mapping[int, frozenset[int]]

    def cell(self, row: Heading, column: Heading) -> int:
        """Return the count in a cell."""
        return self.cells.get((row.key, column.key), 0)

    @property
    def largest(self) -> int:
        """The largest count in a cell; 0 in an empty matrix."""
        return max(self.cells.values(), default=0)


def build_matrix(study: Study, recipe: MatrixRecipe, language: str | None = None) -> Matrix:
    """Build the matrix of a recipe, its headings named in `language` (the study's by default)."""
    spoken = language or study.language
    rows = headings(study, recipe.rows, recipe, spoken)
    columns = headings(study, recipe.columns, recipe, spoken)
    branches = _branches(study, recipe)
    counted = _Counts(recipe, branches)
    with study.read() as connection:
        counted.add(_aggregate(connection, recipe))
    rows = counted.with_nothing(rows, recipe.rows, 0, spoken)
    columns = counted.with_nothing(columns, recipe.columns, 1, spoken)
    if recipe.hide_empty:
        rows = [row for row in rows if counted.rows.get(row.key)]
        columns = [column for column in columns if counted.columns.get(column.key)]
    matrix = Matrix(
        recipe=recipe,
        rows=tuple(rows),
        columns=tuple(columns),
        cells=counted.sizes(counted.cells),
        row_totals=counted.sizes(counted.rows),
        column_totals=counted.sizes(counted.columns),
        total=counted.size(counted.all),
        quotations={},
        branches=branches,
    )
    if recipe.count == "quotations":
        return replace(matrix, quotations=_quotations(study, matrix, spoken))
    return matrix


def cell_filter(matrix: Matrix, row: Heading | None, column: Heading | None) -> ExcerptFilter:
    """Return which excerpts stand behind a cell; None for a total."""
    limits: dict[str, Any] = {"kept_only": True}
    names = {
        "method": "methods",
        "role": "roles",
        "category": "categories",
        "site": "sites",
        "informant": "informants",
        "source": "sources",
    }
    for dimension, heading in ((matrix.recipe.rows, row), (matrix.recipe.columns, column)):
        if heading is None:
            if dimension == "code":
                limits["codes"] = frozenset().union(*matrix.branches.values())
        elif dimension == "code":
            limits["codes"] = matrix.branches[int(heading.key or 0)]
        else:
            limits[names[dimension]] = (heading.key,)
    if matrix.recipe.directions:
        limits["directions"] = matrix.recipe.directions
    return ExcerptFilter(**limits)


def matrix_json(matrix: Matrix) -> dict[str, Any]:
    """Return a matrix as `matrix --json` prints it."""
    return {
        "rows": [heading.name for heading in matrix.rows],
        "columns": [heading.name for heading in matrix.columns],
        "count": matrix.recipe.count,
        "cells": [[matrix.cell(row, column) for column in matrix.columns] for row in matrix.rows],
        "row_totals": [matrix.row_totals.get(row.key, 0) for row in matrix.rows],
        "column_totals": [matrix.column_totals.get(column.key, 0) for column in matrix.columns],
        "total": matrix.total,
    }


def _branches(study: Study, recipe: MatrixRecipe) -> dict[int, frozenset[int]]:
    with study.read() as connection:
        tree = read_tree(connection)
    wanted = [key for key in tree.parents if recipe.codes is None or key in recipe.codes]
    if not recipe.branches:
        return {key: frozenset([key]) for key in wanted}
    return {key: frozenset(tree.branch(key)) for key in wanted}


def _aggregate(connection: Connection, recipe: MatrixRecipe) -> Iterable[Any]:
    row, column = _column(recipe.rows), _column(recipe.columns)
    counted: ColumnElement[Any] = literal(0)
    if recipe.count == "informants":
        counted = capacity.unit
    elif recipe.count == "sources":
        counted = Excerpt.source_id.expression
    query = select(row, column, counted, func.count()).select_from(_joined(recipe))
    query = query.where(~Excerpt.set_aside).group_by(row, column, counted)
    if recipe.directions:
        query = query.where(Coding.direction.in_(recipe.directions))
    return connection.execute(query)


def _joined(recipe: MatrixRecipe) -> Join:
    """Join no more than the dimensions need: the capacity costs two joins a coding."""
    wanted = {recipe.rows, recipe.columns}
    coded = Coding.excerpt_id == Excerpt.id
    if not wanted & {"role", "category", "site", "method"}:
        return join(Coding, Excerpt, coded)
    joined = capacity.with_capacity().join(Coding, coded)
    if "role" in wanted:
        joined = joined.outerjoin(Role, Role.id == capacity.role_id)
    if "category" in wanted:
        joined = joined.outerjoin(Category, Category.id == capacity.category_id)
    if "site" in wanted:
        joined = joined.outerjoin(Site, Site.id == capacity.site_id)
    return joined


def _column(dimension: str) -> ColumnElement[Any]:
    columns: dict[str, Any] = {
        "code": Coding.code_id,
        "method": Source.method,
        "role": Role.id,
        "category": Category.id,
        "site": Site.id,
        "informant": Excerpt.speaker_id,
        "source": Excerpt.source_id,
    }
    column: ColumnElement[Any] = columns[dimension]
    return column


class _Counts:
    """Gathers what is counted: excerpts by coding, informants and sources each once."""

    def __init__(self, recipe: MatrixRecipe, branches: Mapping[int, frozenset[int]]) -> None:
        self._distinct = recipe.count in ("informants", "sources")
        self._code_at = (
            (recipe.rows, recipe.columns).index("code")
            if ("code" in (recipe.rows, recipe.columns))
            else None
        )
        self._above: dict[int, list[int]] = defaultdict(list)
        for code, below in branches.items():
            for each in below:
                self._above[each].append(code)
        self.cells: dict[Place, Any] = {}
        self.rows: dict[Key, Any] = {}
        self.columns: dict[Key, Any] = {}
        self.all: Any = set() if self._distinct else 0

    def add(self, found: Iterable[Any]) -> None:
        """Count the rows of the aggregate: row key, column key, what is counted, how many."""
        for row, column, counted, count in found:
            keys: list[Key] = [row, column]
            shown: list[Key] = (
                [None] if self._code_at is None else list(self._codes_above(keys[self._code_at]))
            )
            if self._code_at is not None and not shown:
                continue
            for code in shown:
                if self._code_at is not None:
                    keys[self._code_at] = code
                self._put(self.cells, (keys[0], keys[1]), counted, count)
            self._totals([row, column], shown, counted, count)

    def _codes_above(self, code: Key) -> list[int]:
        return self._above.get(code, []) if isinstance(code, int) else []

    def _totals(self, keys: list[Key], shown: list[Key], counted: int, count: int) -> None:
        for at, totals in ((0, self.rows), (1, self.columns)):
            for key in shown if at == self._code_at else [keys[at]]:
                self._put(totals, key, counted, count)
        if self._distinct:
            self.all.add(counted)
        else:
            self.all += count

    def _put(self, totals: dict[Any, Any], key: Any, counted: int, count: int) -> None:
        if self._distinct:
            totals.setdefault(key, set()).add(counted)
        else:
            totals[key] = totals.get(key, 0) + count

    def size(self, counted: Any) -> int:
        """Return a count as a number."""
        return len(counted) if self._distinct else counted

    def sizes(self, counted: Mapping[Any, Any]) -> dict[Any, int]:
        """Return counts as numbers."""
        return {key: self.size(value) for key, value in counted.items()}

    def with_nothing(
        self, known: list[Heading], dimension: str, at: int, language: str
    ) -> list[Heading]:
        """Add the heading for "none" where something is counted under it."""
        totals = (self.rows, self.columns)[at]
        return [*known, nothing(dimension, language)] if totals.get(None) else known


def _quotations(study: Study, matrix: Matrix, language: str) -> dict[Place, tuple[ExcerptRow, ...]]:
    above: dict[int, list[int]] = defaultdict(list)
    for code, below in matrix.branches.items():
        for each in below:
            above[each].append(code)
    found: dict[Place, list[ExcerptRow]] = defaultdict(list)
    for excerpt in excerpts(study, cell_filter(matrix, None, None), language=language):
        rows = _keys(excerpt, matrix.recipe.rows, above)
        for place in product(rows, _keys(excerpt, matrix.recipe.columns, above)):
            if len(found[place]) < FEW:
                found[place].append(excerpt)
    return {place: tuple(shown) for place, shown in found.items()}


def _keys(excerpt: ExcerptRow, dimension: str, above: Mapping[int, Sequence[int]]) -> Sequence[Key]:
    if dimension == "code":
        return above.get(excerpt.code_id or 0, ())
    if dimension == "method":
        return [excerpt.method]
    key: Key = getattr(excerpt, f"{dimension}_id")
    return [key]
