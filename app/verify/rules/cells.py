"""R2: what all the units of one method, category, role, site or period say together."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.verify.rules.thresholds import Thresholds, at_least, at_most
from app.verify.rules.votes import Tally, Unit, tally


class CellVerdict(StrEnum):
    """The verdict of a cell. A silent one was examined; `not_examined` is never disagreement."""

    SUPPORTS = "supports"
    QUALIFIED = "qualified"
    CONTRADICTS = "contradicts"
    SPLIT = "split"
    SILENT = "silent"
    NOT_EXAMINED = "not_examined"


class Flag(StrEnum):
    """What a reader must know beside a verdict."""

    NEGATIVE_CASE = "negative_case"
    INTERNAL_CONFLICT = "internal_conflict"
    NOT_INDEPENDENT = "not_independent"
    LOW_COVERAGE = "low_coverage"
    LIMITED = "limited"
    CHANGED_OVER_TIME = "changed_over_time"


NO_VOTES = Tally()
NO_FLAGS: tuple[Flag, ...] = ()
NEGATIVE: tuple[Flag, ...] = (Flag.NEGATIVE_CASE,)


@dataclass(frozen=True, slots=True)
class Cell:
    """A verdict with the counts behind it."""

    verdict: CellVerdict
    tally: Tally = NO_VOTES
    flags: tuple[Flag, ...] = NO_FLAGS

    @property
    def speaks(self) -> bool:
        """Say whether any unit of this cell speaks."""
        return self.verdict not in _UNSPOKEN


_UNSPOKEN = (CellVerdict.SILENT, CellVerdict.NOT_EXAMINED)
SILENT_CELL = Cell(CellVerdict.SILENT)
UNEXAMINED_CELL = Cell(CellVerdict.NOT_EXAMINED)


def judge_cell(votes: Mapping[Unit, int], thresholds: Thresholds) -> Cell:
    """Return the verdict of a cell (R2) from its units' bits; no units make it silent."""
    if not votes:
        return SILENT_CELL
    return judge_tally(tally(votes.values()), thresholds)


def judge_tally(counts: Tally, thresholds: Thresholds) -> Cell:
    """Return the verdict of a cell (R2) from its counts."""
    speaking = counts.speaking
    if not speaking:
        return SILENT_CELL
    against = counts.contradicts + counts.split
    if at_most(against, speaking, thresholds.negative_case):
        qualified = at_least(counts.qualified, speaking, thresholds.qualified)
        verdict = CellVerdict.QUALIFIED if qualified else CellVerdict.SUPPORTS
        return Cell(verdict, counts, NEGATIVE if against else NO_FLAGS)
    if not counts.split and at_least(against, speaking, thresholds.refuting):
        return Cell(CellVerdict.CONTRADICTS, counts, NEGATIVE if against < speaking else NO_FLAGS)
    return Cell(CellVerdict.SPLIT, counts)
