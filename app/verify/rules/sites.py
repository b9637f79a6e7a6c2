"""R7: in how many of the study's sites the claim holds."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.verify.rules.cells import SILENT_CELL, Cell, Flag, judge_cell
from app.verify.rules.thresholds import Thresholds, at_least
from app.verify.rules.votes import VoteTable


@dataclass(frozen=True, slots=True)
class SiteCoverage:
    """Sites with a supporting or qualified unit, of all sites, and what each site says."""

    cells: Mapping[str, Cell]
    supporting: int
    flags: tuple[Flag, ...]

    @property
    def all_sites(self) -> int:
        """How many sites the study has."""
        return len(self.cells)

    @property
    def coverage(self) -> float | None:
        """Supporting sites / all sites, three decimals; None for a study without sites."""
        if not self.cells:
            return None
        return (2000 * self.supporting + self.all_sites) // (2 * self.all_sites) / 1000


def judge_sites(
    table: VoteTable, all_sites: Collection[str], thresholds: Thresholds
) -> SiteCoverage:
    """Return the site coverage of R7; below the threshold it is flagged `limited`."""
    names = dict.fromkeys((*all_sites, *table))
    cells = {
        name: judge_cell(table[name], thresholds) if name in table else SILENT_CELL
        for name in names
    }
    holding = sum(cell.tally.supports + cell.tally.qualified > 0 for cell in cells.values())
    limited = bool(cells) and not at_least(holding, len(cells), thresholds.coverage)
    return SiteCoverage(cells, holding, (Flag.LIMITED,) if limited else ())
