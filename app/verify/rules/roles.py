"""R5 for the roles: does the verification role confirm what the core respondents say?"""

from collections.abc import Collection, Mapping
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
from app.verify.rules.groups import Outcome, outcome_of, side_of
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import Unit, VoteTable

KEY, CORE, VERIFICATION = "key_person", "core_respondent", "verification_respondent"
COMPARED_ROLES = (KEY, CORE, VERIFICATION)


class RoleVerdict(StrEnum):
    """What became of the core respondents' claim in the eyes of those who verify it."""

    CONFIRMED = "confirmed"
    CONFIRMED_QUALIFIED = "confirmed_qualified"
    CONTRADICTED = "contradicted"
    SPLIT = "split"
    NOT_CONFIRMED = "not_confirmed"
    UNVERIFIED = "unverified"
    VERIFIER_ONLY = "verifier_only"
    KEY_ONLY = "key_only"
    NONE = "none"


class Alignment(StrEnum):
    """With whom the key person sides: reported, never a casting vote."""

    WITH_CORE = "with_core"
    WITH_VERIFICATION = "with_verification"
    WITH_BOTH = "with_core+verification"
    WITH_NEITHER = "with_neither"
    ALONE = "alone"
    SILENT = "silent"
    NOT_EXAMINED = "not_examined"


@dataclass(frozen=True, slots=True)
class Roles:
    """The comparison of the three roles on one claim, and who was dropped from which."""

    verdict: RoleVerdict
    key_person: Cell
    core_respondent: Cell
    verification_respondent: Cell
    flags: tuple[Flag, ...]
    key_alignment: Alignment
    dropped_from_key: tuple[Unit, ...] = ()
    dropped_from_verification: tuple[Unit, ...] = ()

    @property
    def dropped(self) -> tuple[Unit, ...]:
        """Every unit that was dropped from a role, since it speaks in another."""
        return tuple(sorted({*self.dropped_from_key, *self.dropped_from_verification}, key=str))

    def dropped_from(self, role_kind: str) -> tuple[Unit, ...]:
        """Return the units that were dropped from one role; nobody is from the core role."""
        if role_kind == KEY:
            return self.dropped_from_key
        return self.dropped_from_verification if role_kind == VERIFICATION else ()


class _Independent(NamedTuple):
    votes: Mapping[Unit, int]
    dropped: frozenset[Unit]


_BOTH_SPEAK = {
    Outcome.AGREE: RoleVerdict.CONFIRMED,
    Outcome.AGREE_QUALIFIED: RoleVerdict.CONFIRMED_QUALIFIED,
    Outcome.CONTRADICT: RoleVerdict.CONTRADICTED,
    Outcome.SPLIT: RoleVerdict.SPLIT,
    Outcome.RIGHT_ONLY: RoleVerdict.VERIFIER_ONLY,
}


def judge_roles(table: VoteTable, examined: Collection[str], thresholds: Thresholds) -> Roles:
    """Return the verdict of R5 from the votes by role kind; other kinds are left aside.

    Nobody verifies himself: whoever speaks as core respondent is dropped from the verification
    role, and whoever speaks as either is dropped from the key role. A role whose speakers were all
    dropped counts as not examined.
    """
    core = table.get(CORE, {})
    said_to_verify = table.get(VERIFICATION, {})
    verification = _without(said_to_verify, core.keys())
    key = _without(table.get(KEY, {}), core.keys() | said_to_verify.keys())
    cells = {
        CORE: _cell(CORE, _Independent(core, frozenset()), examined, thresholds),
        VERIFICATION: _cell(VERIFICATION, verification, examined, thresholds),
        KEY: _cell(KEY, key, examined, thresholds),
    }
    return Roles(
        verdict=_verdict(cells[KEY], cells[CORE], cells[VERIFICATION]),
        key_person=cells[KEY],
        core_respondent=cells[CORE],
        verification_respondent=cells[VERIFICATION],
        flags=(Flag.NOT_INDEPENDENT,) if verification.dropped or key.dropped else (),
        key_alignment=_alignment(cells[KEY], cells[CORE], cells[VERIFICATION]),
        dropped_from_key=tuple(sorted(key.dropped, key=str)),
        dropped_from_verification=tuple(sorted(verification.dropped, key=str)),
    )


def _without(votes: Mapping[Unit, int], others: Collection[Unit]) -> _Independent:
    dropped = frozenset(unit for unit in votes if unit in others)
    kept = {unit: bits for unit, bits in votes.items() if unit not in dropped}
    return _Independent(kept, dropped)


def _cell(
    role: str, votes: _Independent, examined: Collection[str], thresholds: Thresholds
) -> Cell:
    if votes.votes:
        return judge_cell(votes.votes, thresholds)
    return SILENT_CELL if role in examined and not votes.dropped else UNEXAMINED_CELL


def _verdict(key: Cell, core: Cell, verification: Cell) -> RoleVerdict:
    outcome = outcome_of(core.verdict, verification.verdict)
    if outcome == Outcome.LEFT_ONLY:
        silent = verification.verdict == CellVerdict.SILENT
        return RoleVerdict.NOT_CONFIRMED if silent else RoleVerdict.UNVERIFIED
    if outcome == Outcome.SILENT:
        return RoleVerdict.KEY_ONLY if key.speaks else RoleVerdict.NONE
    return _BOTH_SPEAK[outcome]


def _alignment(key: Cell, core: Cell, verification: Cell) -> Alignment:
    if key.verdict == CellVerdict.NOT_EXAMINED:
        return Alignment.NOT_EXAMINED
    if not key.speaks:
        return Alignment.SILENT
    if not core.speaks and not verification.speaks:
        return Alignment.ALONE
    side = side_of(key.verdict)
    with_core = core.speaks and side_of(core.verdict) == side
    with_verification = verification.speaks and side_of(verification.verdict) == side
    if with_core and with_verification:
        return Alignment.WITH_BOTH
    if with_core:
        return Alignment.WITH_CORE
    return Alignment.WITH_VERIFICATION if with_verification else Alignment.WITH_NEITHER
