"""Key persons, core and verification respondents at once (R5), and each verifier with theirs."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from app.language.words import say
from app.reduce.excerpts import ExcerptFilter
from app.study import Study
from app.verify.claims import Claim
from app.verify.comparison import By, compare
from app.verify.groups import verifiers
from app.verify.rules.cells import Cell
from app.verify.rules.groups import Outcome
from app.verify.rules.roles import COMPARED_ROLES, Roles
from app.verify.triangulation import Triangulated, Triangulation, triangulate
from app.verify.wording import decimal, word

Table = list[list[str]]


@dataclass(frozen=True, slots=True)
class ThreeRoles:
    """One code, theme or finding in the eyes of the three roles."""

    found: Triangulated
    branch: tuple[int, ...]

    @property
    def claim(self) -> Claim:
        """What is compared."""
        return self.found.claim

    @property
    def roles(self) -> Roles:
        """The verdict of R5 with its parts."""
        return self.found.judgement.role

    def cell(self, role_kind: str) -> Cell:
        """Return what one role says."""
        cell: Cell = getattr(self.roles, role_kind)
        return cell

    def behind(self, role_kind: str) -> ExcerptFilter:
        """Return which excerpts stand behind what one role says."""
        dropped = self.roles.dropped_from(role_kind)
        units = {
            int(voice.unit)
            for voice, _ in self.found.voices
            if not isinstance(voice.unit, str)
            and voice.role_kind == role_kind
            and voice.unit not in dropped
        }
        of_code = self.claim.kind == "code"
        return ExcerptFilter(
            codes=self.branch if of_code else None,
            finding=None if of_code else self.claim.id,
            role_kinds=(role_kind,),
            units=frozenset(units),
            kept_only=True,
        )


def three_roles(found: Triangulation, by: By = "code") -> list[ThreeRoles]:
    """Return every code, theme or finding as the three roles see it."""
    if by == "finding":
        return [ThreeRoles(one, ()) for one in found.findings]
    return [
        ThreeRoles(one, tuple(found.tree.branch(one.claim.id)))
        for one in found.codes
        if by == "code" or not one.claim.depth
    ]


def role_cell_words(cell: Cell, language: str) -> str:
    """Return "supports (3)": what a role says, and how many of it speak."""
    words = word("cell", cell.verdict, language)
    return f"{words} ({cell.tally.speaking})" if cell.speaks else words


def three_roles_table(study: Study, language: str, by: By = "code") -> Table:
    """Return the three roles on every claim as a table in words, its heads first."""
    head = [
        say(f"compare.by.{by}", language),
        *(word("group", kind, language) for kind in COMPARED_ROLES),
        word("table", "verdict", language),
        say("compare.key_sides", language),
    ]
    rows = [
        [
            one.claim.path,
            *(role_cell_words(one.cell(kind), language) for kind in COMPARED_ROLES),
            word("role", one.roles.verdict, language),
            word("alignment", one.roles.key_alignment, language),
        ]
        for one in three_roles(triangulate(study), by)
    ]
    return [head, *rows]


def three_roles_json(study: Study, by: By = "code") -> list[dict[str, Any]]:
    """Return the three roles on every claim as `compare --roles --json` prints them."""
    return [
        {
            one.claim.kind: one.claim.path,
            **{kind: str(one.cell(kind).verdict) for kind in COMPARED_ROLES},
            **{f"{kind}_speaking": one.cell(kind).tally.speaking for kind in COMPARED_ROLES},
            "verdict": str(one.roles.verdict),
            "key_alignment": str(one.roles.key_alignment),
            "flags": [str(flag) for flag in one.roles.flags],
        }
        for one in three_roles(triangulate(study), by)
    ]


def verifiers_json(study: Study, by: By = "code") -> list[dict[str, Any]]:
    """Return each verifier with those whom they verify, as `compare --verifiers` prints it."""
    found = []
    for verifier, verified in verifiers(study):
        one = compare(study, verifier, verified, by)
        counts = Counter(str(code.outcome) for code in one.codes)
        found.append(
            {
                "verifier": verifier.name,
                "verified": one.right_units,
                "outcomes": {str(outcome): counts[outcome] for outcome in Outcome},
                "shared": one.shared,
                "spoken": one.spoken,
                "jaccard": None if one.jaccard is None else round(float(one.jaccard), 3),
                "only_verifier": [code.claim.path for code in one.only("left")],
                "only_verified": [code.claim.path for code in one.only("right")],
            }
        )
    return found


def verifiers_table(study: Study, language: str, by: By = "code") -> Table:
    """Return each verifier with those whom they verify as a table in words, its heads first."""
    heads = ("verifier", "people", "jaccard")
    outcomes = [outcome for outcome in Outcome if outcome != Outcome.SILENT]
    sides = {"left": say("compare.verifier", language), "right": say("compare.people", language)}
    head = [
        *(say(f"compare.{name}", language) for name in heads),
        *(say(f"verify.outcome.{outcome}", language, **sides) for outcome in outcomes),
    ]
    rows = [
        [
            one["verifier"],
            str(one["verified"]),
            "–" if one["jaccard"] is None else decimal(one["jaccard"], language),
            *(str(one["outcomes"][outcome]) for outcome in outcomes),
        ]
        for one in verifiers_json(study, by)
    ]
    return [head, *rows]
