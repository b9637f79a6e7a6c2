"""R8: periods as cells, and who came to speak against what they had supported."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.verify.rules.cells import Cell, Flag, judge_cell
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import Unit, Vote, VoteTable, vote_of


@dataclass(frozen=True, slots=True)
class Periods:
    """What was said in each period, in the order of time. `changed` units ask for a memo."""

    cells: Mapping[str, Cell]
    changed: tuple[Unit, ...]

    @property
    def flags(self) -> tuple[Flag, ...]:
        """`changed_over_time` where a unit moved from supports to contradicts."""
        return (Flag.CHANGED_OVER_TIME,) if self.changed else ()


def judge_periods(table: VoteTable, thresholds: Thresholds) -> Periods:
    """Return the period cells of R8 and the units that supported before they contradicted."""
    ordered = sorted(table)
    cells = {period: judge_cell(table[period], thresholds) for period in ordered}
    supported: set[Unit] = set()
    changed: set[Unit] = set()
    for period in ordered:
        votes = {unit: vote_of(bits) for unit, bits in table[period].items()}
        changed.update(u for u, v in votes.items() if v == Vote.CONTRADICTS and u in supported)
        supported.update(u for u, v in votes.items() if v == Vote.SUPPORTS)
    return Periods(cells, tuple(sorted(changed, key=str)))
