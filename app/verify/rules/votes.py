"""R1: one unit, one vote. Who spoke, in which capacity, and which way, folded into three bits."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

SUPPORTS, CONTRADICTS, QUALIFIES = 1, 2, 4
STANCE_BITS = {"supports": SUPPORTS, "contradicts": CONTRADICTS, "qualifies": QUALIFIES}
DIRECTION_BITS = {"affirms": SUPPORTS, "denies": CONTRADICTS, "mixed": QUALIFIES}


Unit = str | int
"""Names a unit once in the whole study, whatever its capacity."""


class UnitKind(StrEnum):
    """What a unit is: an informant who speaks, else the document or the observed activity.

    A table of numbers whose figures the researcher confirmed (R10) is a unit too.
    """

    INFORMANT = "informant"
    DOCUMENT = "document"
    ACTIVITY = "activity"
    SOURCE = "source"
    TABLE = "table"


class Vote(StrEnum):
    """What one unit says on a claim, all its excerpts in one cell taken together."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIED = "qualified"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Voice:
    """One unit in one source: the capacity in which it speaks there.

    A voice without a category, role kind, site or period counts in no cell of that kind. `period`
    must sort by time.
    """

    unit: Unit
    method: str
    category: str | None = None
    role_kind: str | None = None
    role: str | None = None
    site: str | None = None
    period: str | None = None
    unit_kind: UnitKind = UnitKind.INFORMANT


@dataclass(frozen=True, slots=True)
class Evidence:
    """One excerpt that speaks to a claim, with its stance (supports, contradicts, qualifies)."""

    voice: Voice
    stance: str
    excerpt_id: int | None = None


Heard = tuple[Voice, int]
"""A voice and the bits of every stance that it took: a bare pair, for there are many of them."""

VoteTable = dict[str, dict[Unit, int]]
"""Cell, then unit, then the bits of all that the unit said there."""


class Tally(NamedTuple):
    """How many units of a cell vote which way."""

    supports: int = 0
    qualified: int = 0
    contradicts: int = 0
    split: int = 0

    @property
    def speaking(self) -> int:
        """How many units speak."""
        return sum(self)


# By bits. Supports and contradicts together are split, whether or not a qualification stands
# beside them; any contradicts contradicts; any qualifies is qualified.
_VOTES = (
    None,
    Vote.SUPPORTS,
    Vote.CONTRADICTS,
    Vote.SPLIT,
    Vote.QUALIFIED,
    Vote.QUALIFIED,
    Vote.CONTRADICTS,
    Vote.SPLIT,
)


def vote_of(bits: int) -> Vote | None:
    """Return the one vote of a unit from the bits of its stances (R1); None where it is silent."""
    return _VOTES[bits]


def heard(evidence: Iterable[Evidence]) -> list[Heard]:
    """Fold pieces of evidence into one entry a voice, its stances as bits."""
    bits: dict[Voice, int] = {}
    for piece in evidence:
        bits[piece.voice] = bits.get(piece.voice, 0) | STANCE_BITS[piece.stance]
    return list(bits.items())


def tabulate(voices: Iterable[Heard], cell_of: Callable[[Voice], str | None]) -> VoteTable:
    """Sort what was heard into cells; the same unit in the same cell has one entry."""
    table: defaultdict[str | None, dict[Unit, int]] = defaultdict(dict)
    for voice, bits in voices:
        units, unit = table[cell_of(voice)], voice.unit
        units[unit] = units.get(unit, 0) | bits
    return {cell: units for cell, units in table.items() if cell is not None}


def tally(bits_of_units: Iterable[int]) -> Tally:
    """Count the votes of the units of one cell."""
    counts = [0] * 8
    for bits in bits_of_units:
        counts[bits] += 1
    return Tally(
        supports=counts[SUPPORTS],
        qualified=counts[QUALIFIES] + counts[QUALIFIES | SUPPORTS],
        contradicts=counts[CONTRADICTS] + counts[CONTRADICTS | QUALIFIES],
        split=counts[SUPPORTS | CONTRADICTS] + counts[SUPPORTS | CONTRADICTS | QUALIFIES],
    )
