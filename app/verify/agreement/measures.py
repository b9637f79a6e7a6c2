"""Measures of agreement, from counts: percent, Cohen's kappa, Gwet's AC1, Krippendorff's alpha.

All take counts, not lists of units, so that a study of millions of characters costs no more than
a small one. Where nothing varies a measure is undefined and None is returned, never 0 or 1.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import fsum, isclose

Table = Sequence[Sequence[float]]
"""Units by what the left coder (rows) and the right coder (columns) said of them."""
Pattern = tuple[Sequence[Hashable | None], float]
"""What each coder said of some units (None: nothing), and how many units those are."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Units by who gave them a code: a 2 × 2 table that can be added up."""

    both: float = 0
    left: float = 0
    right: float = 0
    neither: float = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both together."""
        return Counts(
            self.both + other.both,
            self.left + other.left,
            self.right + other.right,
            self.neither + other.neither,
        )

    @property
    def table(self) -> Table:
        """The counts as a table of coded, not coded."""
        return ((self.both, self.left), (self.right, self.neither))

    @property
    def jaccard(self) -> float | None:
        """Both / either: what the uncoded text cannot flatter; None where nothing is coded."""
        either = self.both + self.left + self.right
        return self.both / either if either else None


def percent(table: Table) -> float | None:
    """Return the share of units on which the two agree; None without units."""
    total = _total(table)
    return fsum(table[n][n] for n in range(len(table))) / total if total else None


def kappa(table: Table) -> float | None:
    """Return Cohen's kappa, (p_o - p_e) / (1 - p_e) (Cohen 1960); None where p_e = 1."""
    total, agreed = _total(table), percent(table)
    if agreed is None:
        return None
    rows, columns = _margins(table)
    expected = fsum(r * c for r, c in zip(rows, columns, strict=True)) / total**2
    return None if isclose(expected, 1) else (agreed - expected) / (1 - expected)


def ac1(table: Table) -> float | None:
    """Return Gwet's AC1 (Gwet 2008); None where all units are of one category."""
    total, agreed, categories = _total(table), percent(table), len(table)
    if agreed is None or categories < 2:
        return None
    rows, columns = _margins(table)
    shares = [(r + c) / (2 * total) for r, c in zip(rows, columns, strict=True)]
    expected = fsum(share * (1 - share) for share in shares) / (categories - 1)
    varies = sum(share > 0 for share in shares) > 1
    return (agreed - expected) / (1 - expected) if varies else None


def alpha(table: Table) -> float | None:
    """Return Krippendorff's alpha of two coders without missing values, nominal."""
    return alpha_of(
        ((row, column), count)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        if count
    )


def alpha_of(patterns: Iterable[Pattern]) -> float | None:
    """Return Krippendorff's alpha, nominal, of any number of coders (Krippendorff 2011, C).

    A unit on which fewer than two coders speak is left out. None where D_e = 0.
    """
    agreeing: dict[Hashable, float] = {}
    values: dict[Hashable, float] = {}
    for said, weight in patterns:
        spoken = [value for value in said if value is not None]
        if len(spoken) < 2:
            continue
        for value in set(spoken):
            count = spoken.count(value)
            values[value] = values.get(value, 0) + weight * count
            pairs = weight * count * (count - 1) / (len(spoken) - 1)
            agreeing[value] = agreeing.get(value, 0) + pairs
    total = fsum(values.values())
    if len(values) < 2:
        return None
    observed = total - fsum(agreeing.values())
    expected = (total**2 - fsum(n**2 for n in values.values())) / (total - 1)
    return 1 - observed / expected


def _total(table: Table) -> float:
    return fsum(count for row in table for count in row)


def _margins(table: Table) -> tuple[list[float], list[float]]:
    columns = zip(*table, strict=True)
    return [fsum(row) for row in table], [fsum(column) for column in columns]
