"""R5 for any two groups: key persons with verification respondents, one school with another."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.verify.rules.cells import (
    SILENT_CELL,
    UNEXAMINED_CELL,
    Cell,
    CellVerdict,
    Flag,
    judge_cell,
)
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import Unit


class Outcome(StrEnum):
    """What two groups say to each other on one claim."""

    AGREE = "agree"
    AGREE_QUALIFIED = "agree_qualified"
    CONTRADICT = "contradict"
    SPLIT = "split"
    LEFT_ONLY = "left_only"
    RIGHT_ONLY = "right_only"
    SILENT = "silent"


class Yields(StrEnum):
    """Which group loses a unit that speaks in both: nobody confirms himself."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two groups on one claim; `dropped` are the units that were heard in both."""

    outcome: Outcome
    left: Cell
    right: Cell
    flags: tuple[Flag, ...] = ()
    dropped: tuple[Unit, ...] = ()


# Who keeps a unit that speaks in two roles: R5 drops it from the verification role for the core
# role, and from the key role for either.
_STANDING = {"core_respondent": 3, "verification_respondent": 2, "key_person": 1}
_AGREEING = (CellVerdict.SUPPORTS, CellVerdict.QUALIFIED)
_UNSPOKEN = (CellVerdict.SILENT, CellVerdict.NOT_EXAMINED)


class _Parted(NamedTuple):
    left: Mapping[Unit, int]
    right: Mapping[Unit, int]
    left_dropped: bool
    right_dropped: bool


def who_yields(left_kind: str | None, right_kind: str | None) -> Yields:
    """Return which of two role kinds loses a unit that speaks in both, as R5 has it.

    Groups that are no roles, or roles of one standing, both lose it: it is no independent voice
    in either.
    """
    left, right = _STANDING.get(left_kind or "", 0), _STANDING.get(right_kind or "", 0)
    if not left or not right or left == right:
        return Yields.BOTH
    return Yields.LEFT if left < right else Yields.RIGHT


def side_of(verdict: CellVerdict) -> CellVerdict:
    """Return the side that a speaking cell is on: supports and qualified are one side."""
    return CellVerdict.SUPPORTS if verdict in _AGREEING else verdict


def outcome_of(left: CellVerdict, right: CellVerdict) -> Outcome:
    """Return what two cells say to each other, by the steps of R5."""
    if left in _UNSPOKEN or right in _UNSPOKEN:
        if left not in _UNSPOKEN:
            return Outcome.LEFT_ONLY
        return Outcome.SILENT if right in _UNSPOKEN else Outcome.RIGHT_ONLY
    if CellVerdict.SPLIT in (left, right):
        return Outcome.SPLIT
    if left == right and left != CellVerdict.QUALIFIED:
        return Outcome.AGREE
    both_agree = left in _AGREEING and right in _AGREEING
    return Outcome.AGREE_QUALIFIED if both_agree else Outcome.CONTRADICT


def compare_groups(
    left: Mapping[Unit, int],
    right: Mapping[Unit, int],
    thresholds: Thresholds,
    *,
    yields: Yields = Yields.BOTH,
) -> Compared:
    """Compare the votes (unit, bits) of two groups on one claim.

    A group whose speakers were all dropped counts as not examined, one without speakers as silent.
    """
    shared = left.keys() & right.keys()
    parted = _part(left, right, shared, yields)
    left_cell = _cell(parted.left, thresholds, dropped=parted.left_dropped)
    right_cell = _cell(parted.right, thresholds, dropped=parted.right_dropped)
    return Compared(
        outcome=outcome_of(left_cell.verdict, right_cell.verdict),
        left=left_cell,
        right=right_cell,
        flags=(Flag.NOT_INDEPENDENT,) if shared else (),
        dropped=tuple(sorted(shared, key=str)),
    )


def _part(
    left: Mapping[Unit, int], right: Mapping[Unit, int], shared: set[Unit], yields: Yields
) -> _Parted:
    from_left = bool(shared) and yields != Yields.RIGHT
    from_right = bool(shared) and yields != Yields.LEFT
    return _Parted(
        {u: b for u, b in left.items() if u not in shared} if from_left else left,
        {u: b for u, b in right.items() if u not in shared} if from_right else right,
        from_left,
        from_right,
    )


def _cell(votes: Mapping[Unit, int], thresholds: Thresholds, *, dropped: bool) -> Cell:
    if votes:
        return judge_cell(votes, thresholds)
    return UNEXAMINED_CELL if dropped else SILENT_CELL
