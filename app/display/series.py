"""What the bars of a chart show: one series a column, or the totals where there are too many."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.display.headings import Heading, flat
from app.display.matrix import Matrix
from app.language.words import say

MOST_SERIES = 12
"""More bars a row than these tell nothing: the row's total is shown instead."""


@dataclass(frozen=True, slots=True)
class Series:
    """Bars of one colour: `column` is None where they are the totals; a count for each row."""

    name: str
    column: Heading | None
    counts: tuple[int, ...]


def series(matrix: Matrix, language: str) -> Sequence[Series]:
    """Return the series of a matrix in the order of its columns."""
    if len(matrix.columns) > MOST_SERIES:
        return [_of(matrix, None, say("display.total", language))]
    named = zip(matrix.columns, flat(matrix.columns), strict=True)
    return [_of(matrix, column, name.name) for column, name in named]


def _of(matrix: Matrix, column: Heading | None, name: str) -> Series:
    return Series(name, column, tuple(matrix.cell(row, column) for row in matrix.rows))


def stacks(matrix: Matrix) -> bool:
    """Tell whether bars may be stacked: nothing is in two of them."""
    return matrix.recipe.disjoint and 1 < len(matrix.columns) <= MOST_SERIES
