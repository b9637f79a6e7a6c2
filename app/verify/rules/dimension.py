"""R3: the cells of one dimension, method or source category, taken together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.verify.rules.cells import SILENT_CELL, Cell, CellVerdict, Flag, judge_cell
from app.verify.rules.pairs import Pairs, count_pairs
from app.verify.rules.thresholds import Thresholds, at_least
from app.verify.rules.votes import Unit, VoteTable


class DimensionVerdict(StrEnum):
    """Whether methods, or source categories, converge on a claim."""

    CONVERGENT = "convergent"
    PARTIAL = "partial"
    DISSONANT = "dissonant"
    SINGLE = "single"
    SILENT = "silent"


class Direction(StrEnum):
    """Where cells that converge, wholly or in part, point."""

    SUPPORTS = "supports"
    REFUTES = "refutes"


@dataclass(frozen=True, slots=True)
class Dimension:
    """The verdict of a dimension with its cells: all examined ones, silent ones among them."""

    verdict: DimensionVerdict
    direction: Direction | None
    cells: Mapping[str, Cell]
    flags: tuple[Flag, ...]
    pairs: Pairs

    @property
    def speaking(self) -> int:
        """How many cells speak."""
        return sum(cell.speaks for cell in self.cells.values())

    @property
    def examined(self) -> int:
        """How many cells were examined."""
        return len(self.cells)

    @property
    def index(self) -> float | None:
        """The convergence index of R4, three decimals."""
        return self.pairs.index


class _Finding(NamedTuple):
    verdict: DimensionVerdict
    direction: Direction | None = None
    flags: frozenset[Flag] = frozenset()


_CONFLICT = frozenset({Flag.INTERNAL_CONFLICT})


def judge_dimension(
    table: VoteTable,
    examined: Iterable[str],
    thresholds: Thresholds,
    *,
    must_be_independent: bool,
) -> Dimension:
    """Return the verdict of one dimension (R3) with its pairs (R4).

    `examined` names the cells in the order in which they are shown; a cell in which someone speaks
    is examined, even where it is not among them. `must_be_independent` is the source dimension:
    several categories in which one and the same unit speaks are one source.
    """
    names = dict.fromkeys((*examined, *table))
    cells = {
        name: judge_cell(table[name], thresholds) if name in table else SILENT_CELL
        for name in names
    }
    speaking = [cell for cell in cells.values() if cell.speaks]
    one_unit = must_be_independent and _is_one_unit(table)
    found = _verdict({cell.verdict for cell in speaking}, len(speaking), one_unit=one_unit)
    flags = {flag for cell in speaking for flag in cell.flags} | found.flags
    if len(speaking) >= 2 and not at_least(len(speaking), len(cells), thresholds.coverage):
        flags.add(Flag.LOW_COVERAGE)
    pairs = count_pairs(cell.verdict for cell in cells.values())
    return Dimension(found.verdict, found.direction, cells, tuple(sorted(flags)), pairs)


def _is_one_unit(table: VoteTable) -> bool:
    units: set[Unit] = set()
    for cell in table.values():
        units.update(cell)
        if len(units) > 1:
            return False
    return True


def _verdict(verdicts: set[CellVerdict], speaking: int, *, one_unit: bool) -> _Finding:
    split = CellVerdict.SPLIT in verdicts
    if speaking == 0:
        return _Finding(DimensionVerdict.SILENT)
    if speaking == 1:
        return _Finding(DimensionVerdict.SINGLE, flags=_CONFLICT if split else frozenset())
    if one_unit:
        return _Finding(DimensionVerdict.SINGLE, flags=frozenset({Flag.NOT_INDEPENDENT}))
    return _verdict_of_several(verdicts)


def _verdict_of_several(verdicts: set[CellVerdict]) -> _Finding:
    refutes = CellVerdict.CONTRADICTS in verdicts
    agrees = CellVerdict.SUPPORTS in verdicts or CellVerdict.QUALIFIED in verdicts
    if refutes and agrees:
        return _Finding(DimensionVerdict.DISSONANT)
    if verdicts == {CellVerdict.SPLIT}:
        return _Finding(DimensionVerdict.DISSONANT, flags=_CONFLICT)
    direction = Direction.REFUTES if refutes else Direction.SUPPORTS
    if CellVerdict.SPLIT in verdicts:
        return _Finding(DimensionVerdict.PARTIAL, direction, _CONFLICT)
    if CellVerdict.QUALIFIED in verdicts:
        return _Finding(DimensionVerdict.PARTIAL, direction)
    return _Finding(DimensionVerdict.CONVERGENT, direction)
