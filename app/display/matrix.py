"""Building a matrix from its recipe, and the excerpts that stand behind each of its cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from app.display.counting import Counts, Place, count, read_coded, read_voices
from app.display.headings import (
    Heading,
    code_headings,
    headings,
    nothing,
    ordered,
    shown_codes,
)
from app.display.quoting import choose_quotations, read_quotations
from app.display.recipe import Key, MatrixRecipe, recipe_from_words
from app.reduce.code_tree import Tree, read_tree
from app.reduce.excerpts import ExcerptFilter, ExcerptRow
from app.study import Study

__all__ = ["Heading", "Matrix", "build_matrix", "cell_filter", "matrix_json", "recipe_from_words"]

_LIMITS = {
    "method": "methods",
    "role": "roles",
    "category": "categories",
    "site": "sites",
    "informant": "informants",
    "source": "sources",
}


@dataclass(frozen=True, slots=True)
class Matrix:
    """A matrix with its totals: what is counted, is counted once in a total too, never a sum.

    `cells` holds only what is not zero. `quotations` holds the first excerpts of each cell where
    the recipe asks for them. `branches` says which codes count for each shown code.
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

    def cell(self, row: Heading | None, column: Heading | None) -> int:
        """Return the count in a cell; None in place of a heading is the total."""
        if row is None:
            return self.total if column is None else self.column_totals.get(column.key, 0)
        if column is None:
            return self.row_totals.get(row.key, 0)
        return self.cells.get((row.key, column.key), 0)

    def quoted(self, row: Heading, column: Heading) -> tuple[ExcerptRow, ...]:
        """Return the quotations that stand in a cell."""
        return self.quotations.get((row.key, column.key), ())

    @property
    def largest(self) -> int:
        """The largest count in a shown cell; 0 in an empty matrix."""
        return max(self.cells.values(), default=0)


def build_matrix(study: Study, recipe: MatrixRecipe, language: str | None = None) -> Matrix:
    """Build the matrix of a recipe, its headings named in `language` (the study's by default)."""
    spoken_language = language or study.language
    with study.read() as connection:
        tree = read_tree(connection)
        shown = shown_codes(tree, recipe)
        branches = _branches(tree, shown, recipe)
        coded = read_coded(connection, recipe)
        voices = read_voices(connection, recipe, coded)
        counts = count(recipe, branches, coded, voices)
        rows, columns = (
            _headings(connection, tree, shown, (recipe, at), counts, spoken_language)
            for at in (0, 1)
        )
        chosen = choose_quotations(connection, recipe, branches, voices) if recipe.quotes else {}
    return Matrix(
        recipe=recipe,
        rows=tuple(rows),
        columns=tuple(columns),
        cells=counts.cells,
        row_totals=counts.totals[0],
        column_totals=counts.totals[1],
        total=counts.total,
        quotations=read_quotations(study, recipe, chosen, branches, spoken_language),
        branches=branches,
    )


def cell_filter(matrix: Matrix, row: Heading | None, column: Heading | None) -> ExcerptFilter:
    """Return which excerpts stand behind a cell; None in place of a heading is the total."""
    recipe = matrix.recipe
    limits: dict[str, Any] = {"kept_only": True, "directions": recipe.directions or None}
    limits["codes"] = frozenset().union(*matrix.branches.values())
    sides = (
        (recipe.rows, row, matrix.rows, recipe.hidden_rows),
        (recipe.columns, column, matrix.columns, recipe.hidden_columns),
    )
    for dimension, heading, all_shown, hidden in sides:
        if dimension == "code":
            if heading is not None and isinstance(heading.key, int):
                limits["codes"] = matrix.branches[heading.key]
        elif heading is not None:
            limits[_LIMITS[dimension]] = (heading.key,)
        elif hidden:
            limits[_LIMITS[dimension]] = tuple(each.key for each in all_shown)
    return ExcerptFilter(**limits)


def matrix_json(matrix: Matrix) -> dict[str, Any]:
    """Return a matrix as `matrix --json` prints it; codes are named by their path in the tree."""
    counts: dict[str, Any] = {
        "rows": _names(matrix.recipe.rows, matrix.rows),
        "columns": _names(matrix.recipe.columns, matrix.columns),
        "count": matrix.recipe.count,
        "cells": [[matrix.cell(row, column) for column in matrix.columns] for row in matrix.rows],
        "row_totals": [matrix.cell(row, None) for row in matrix.rows],
        "column_totals": [matrix.cell(None, column) for column in matrix.columns],
        "total": matrix.total,
    }
    if matrix.recipe.quotes:
        counts["quotations"] = [
            [
                [{"quote": e.quote, "citation": e.citation} for e in matrix.quoted(row, column)]
                for column in matrix.columns
            ]
            for row in matrix.rows
        ]
    return counts


def _names(dimension: str, found: Sequence[Heading]) -> list[str]:
    return [heading.more if dimension == "code" else heading.name for heading in found]


def _branches(tree: Tree, shown: Iterable[int], recipe: MatrixRecipe) -> dict[int, frozenset[int]]:
    """Return which codes count for each shown code."""
    return {code: frozenset(tree.branch(code) if recipe.branches else (code,)) for code in shown}


def _headings(
    connection: Connection,
    tree: Tree,
    shown: Sequence[int],
    side: tuple[MatrixRecipe, int],
    counts: Counts,
    language: str,
) -> list[Heading]:
    """Return the shown headings of the rows (side 0) or the columns (1), in the recipe's order."""
    recipe, at = side
    dimension = (recipe.rows, recipe.columns)[at]
    hidden = (recipe.hidden_rows, recipe.hidden_columns)[at]
    totals = counts.totals[at]
    if dimension == "code":
        found = code_headings(connection, tree, shown)
    else:
        found = [h for h in headings(connection, dimension, language) if h.key not in hidden]
        if totals.get(None):
            found.append(nothing(dimension, language))
    if recipe.hide_empty:
        found = [heading for heading in found if totals.get(heading.key)]
    return ordered(found, (recipe.row_order, recipe.column_order)[at], totals)
