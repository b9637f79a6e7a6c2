"""R4: every pair of cells of a dimension (convergence coding) and the index made of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from app.verify.rules.cells import CellVerdict


class Pair(StrEnum):
    """How two cells stand to each other."""

    AGREEMENT = "agreement"
    PARTIAL = "partial"
    DISSONANCE = "dissonance"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Pairs:
    """How many pairs of cells agree, agree in part, clash; one silent of two is silence."""

    agreement: int = 0
    partial: int = 0
    dissonance: int = 0
    silence: int = 0

    @property
    def index(self) -> float | None:
        """(agreement + ½ partial) / (agreement + partial + dissonance), 0 to 1, three decimals.

        A half rounds up, in whole numbers. None where no two cells speak.
        """
        pairs = self.agreement + self.partial + self.dissonance
        if not pairs:
            return None
        return ((2 * self.agreement + self.partial) * 1000 + pairs) // (2 * pairs) / 1000


_UNSPOKEN = (CellVerdict.SILENT, CellVerdict.NOT_EXAMINED)


def pair_of(one: CellVerdict, other: CellVerdict) -> Pair | None:
    """Return how two cells stand to each other; None where neither speaks."""
    unspoken = (one in _UNSPOKEN) + (other in _UNSPOKEN)
    if unspoken:
        return Pair.SILENCE if unspoken == 1 else None
    if one == other:
        return Pair.DISSONANCE if one == CellVerdict.SPLIT else Pair.AGREEMENT
    if CellVerdict.SPLIT in (one, other):
        return Pair.PARTIAL
    return Pair.DISSONANCE if CellVerdict.CONTRADICTS in (one, other) else Pair.PARTIAL


_PAIRS = {(one, other): pair_of(one, other) for one in CellVerdict for other in CellVerdict}


def count_pairs(cells: Iterable[CellVerdict]) -> Pairs:
    """Count the pairs of cells of one dimension by how they stand to each other."""
    found = [_PAIRS[pair] for pair in combinations(cells, 2)]
    return Pairs(
        agreement=found.count(Pair.AGREEMENT),
        partial=found.count(Pair.PARTIAL),
        dissonance=found.count(Pair.DISSONANCE),
        silence=found.count(Pair.SILENCE),
    )
