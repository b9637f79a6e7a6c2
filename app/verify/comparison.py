"""Two groups side by side, code by code: who speaks, which way, and what R5 makes of it.

By theme the rows are the codes at the top of the tree with all under them; by finding the findings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from app.language.words import say
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from app.study import Study
from app.verify.claims import Claim, read_codes, read_findings
from app.verify.evidence import Votes, votes_of_codes, votes_of_findings, with_branches
from app.verify.examined import Asked, read_asked
from app.verify.groups import KEY_PERSONS, VERIFICATION_RESPONDENTS, Group, group_named
from app.verify.rules.cells import Cell, Flag
from app.verify.rules.groups import Outcome, Yields, compare_groups, who_yields
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import Unit, Vote, vote_of
from app.verify.settings import own_thresholds
from app.verify.voices import Cast, read_cast
from app.verify.wording import word

Where = Literal["left", "right"]
By = Literal["code", "theme", "finding"]
BY: tuple[By, ...] = ("code", "theme", "finding")
SIGNS = {Vote.SUPPORTS: "+", Vote.QUALIFIED: "±", Vote.SPLIT: "+/−", Vote.CONTRADICTS: "−"}


@dataclass(frozen=True, slots=True)
class Side:
    """One group on one code: its units that speak, of those that were asked, and their votes.

    `votes` stand in one order, supporting ones first. Whoever was dropped is not among them.
    `own`: whether the group speaks on the code itself, not only on codes under it.
    """

    units: tuple[Unit, ...]
    asked: int
    votes: tuple[Vote, ...]
    cell: Cell
    own: bool

    @property
    def speaking(self) -> int:
        """How many units speak."""
        return len(self.units)

    @property
    def signs(self) -> str:
        """The votes as signs, "+ + ±"."""
        return " ".join(SIGNS[vote] for vote in self.votes)


@dataclass(frozen=True, slots=True)
class ComparedCode:
    """One code in the eyes of two groups. `dropped`: the labels of those who speak in both."""

    claim: Claim
    left: Side
    right: Side
    outcome: Outcome
    flags: tuple[Flag, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two groups over all codes. `left_units`, `right_units`: how many take part in the study.

    By theme or by finding, `codes` are those; a theme is spoken on by what is under it.
    """

    by: By
    left: Group
    right: Group
    codes: tuple[ComparedCode, ...]
    left_units: int
    right_units: int
    _branches: Mapping[int, tuple[int, ...]]
    cast: Cast

    @property
    def shared(self) -> int:
        """How many codes both groups speak on themselves, not only by the codes under them."""
        return sum(code.left.own and code.right.own for code in self.codes)

    @property
    def spoken(self) -> int:
        """How many codes at least one of the groups speaks on itself."""
        return sum(code.left.own or code.right.own for code in self.codes)

    @property
    def jaccard(self) -> Fraction | None:
        """Codes of both / codes of either; None where neither speaks on any."""
        return Fraction(self.shared, self.spoken) if self.spoken else None

    def only(self, where: Where) -> tuple[ComparedCode, ...]:
        """Return what only one of the groups speaks on itself."""
        this, other = ("left", "right") if where == "left" else ("right", "left")
        return tuple(
            code for code in self.codes if getattr(code, this).own and not getattr(code, other).own
        )

    def code(self, code_id: int) -> ComparedCode:
        """Return a code by its id. Raises KeyError where there is none."""
        for code in self.codes:
            if code.claim.id == code_id:
                return code
        raise KeyError(code_id)

    def behind(self, code: ComparedCode, where: Where) -> ExcerptFilter:
        """Return which excerpts stand behind a side of a code, for lists that page."""
        group, side = (self.left, code.left) if where == "left" else (self.right, code.right)
        of_finding = code.claim.kind == "finding"
        return ExcerptFilter(
            codes=None if of_finding else self._branches[code.claim.id],
            finding=code.claim.id if of_finding else None,
            units=frozenset(int(unit) for unit in side.units if not isinstance(unit, str)),
            kept_only=True,
            **_limits(group, self.cast),
        )


def _limits(group: Group, cast: Cast) -> dict[str, Any]:
    """Return what of an ExcerptFilter holds just what a group says in that capacity."""
    if group.kind == "role_kind":
        return {"role_kinds": (group.name,)}
    if group.kind == "role":
        return {"roles": cast.ids_of_roles(group.name)}
    if group.kind == "category":
        return {"categories": cast.ids_of_categories(group.name)}
    if group.kind == "site":
        return {"sites": cast.ids_of_sites(group.name)}
    if group.kind == "period":
        return {"sources": cast.ids_in_period(group.name)}
    if group.kind == "site_attribute":
        return {"sites": tuple(one for name in group.sites for one in cast.ids_of_sites(name))}
    return {}


def compare(
    study: Study,
    left: Group = KEY_PERSONS,
    right: Group = VERIFICATION_RESPONDENTS,
    by: By = "code",
) -> Comparison:
    """Compare two groups on every code, theme or finding, on one snapshot of the study (R5)."""
    with study.read() as connection:
        codes, cast = read_codes(connection), read_cast(connection)
        asked, thresholds = read_asked(connection, cast), own_thresholds(connection)
        findings = read_findings(connection) if by == "finding" else ()
        own = votes_of_findings(connection) if by == "finding" else votes_of_codes(connection)
    said = own if by == "finding" else with_branches(own, codes.tree)
    claims = tuple(c for c in codes.claims if by == "code" or not c.depth)
    if by != "code":
        own = said
    pair = _Pair(left, right, cast, asked, thresholds)
    return Comparison(
        by=by,
        left=left,
        right=right,
        codes=tuple(
            pair.compared(claim, said.get(claim.id, {}), own.get(claim.id, {}))
            for claim in (findings if by == "finding" else claims)
        ),
        left_units=pair.size(left, None),
        right_units=pair.size(right, None),
        _branches={claim.id: codes.tree.branch(claim.id) for claim in codes.claims},
        cast=cast,
    )


def side_excerpts(
    study: Study, comparison: Comparison, code: ComparedCode, where: Where
) -> list[ExcerptRow]:
    """List the excerpts of one group on one code, by source and place."""
    return excerpts(study, comparison.behind(code, where))


def comparison_json(
    study: Study, left: str | None = None, right: str | None = None, by: By = "code"
) -> dict[str, Any]:
    """Return the comparison of two groups, by their names, as `compare --json` prints it.

    Raises UserError where the study has no such group.
    """
    return as_json(compare_named(study, left, right, by))


def as_json(found: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON."""
    return {
        "left": {"group": found.left.name, "units": found.left_units},
        "right": {"group": found.right.name, "units": found.right_units},
        "shared": found.shared,
        "spoken": found.spoken,
        "jaccard": None if found.jaccard is None else round(float(found.jaccard), 3),
        "only_left": [code.claim.path for code in found.only("left")],
        "only_right": [code.claim.path for code in found.only("right")],
        "by": found.by,
        "codes": [
            {
                code.claim.kind: code.claim.path,
                "left": _side_json(code.left),
                "right": _side_json(code.right),
                "verdict": str(code.outcome),
                "flags": [str(flag) for flag in code.flags],
                "dropped": list(code.dropped),
            }
            for code in found.codes
        ],
    }


def comparison_table(
    study: Study, left: str | None, right: str | None, language: str, by: By = "code"
) -> list[list[str]]:
    """Return the comparison of two groups, by their names, as a table in words, heads first."""
    return as_table(compare_named(study, left, right, by), language)


def as_table(
    found: Comparison, language: str, codes: Sequence[ComparedCode] | None = None
) -> list[list[str]]:
    """Return a comparison as a table in words, its heads first; `codes` limits its rows."""
    direction = word("table", "direction", language)
    head = [
        row_head(found, language),
        *(found.left.words(language), direction),
        *(found.right.words(language), direction),
        word("table", "verdict", language),
    ]
    rows = [
        [
            code.claim.path,
            *(count_words(code.left, language), code.left.signs),
            *(count_words(code.right, language), code.right.signs),
            outcome_words(found, code.outcome, language),
        ]
        for code in (found.codes if codes is None else codes)
    ]
    return [head, *rows]


def row_head(found: Comparison, language: str) -> str:
    """Return what the rows are: code, theme, finding."""
    return say(f"compare.by.{found.by}", language)


def one_sided(found: Comparison, language: str) -> list[str]:
    """Say what only one of the groups speaks on, a sentence a group; none where there is none."""
    return [
        say("compare.only", language, group=group.words(language), names="; ".join(names))
        for group, where in ((found.left, "left"), (found.right, "right"))
        if (names := [c.claim.path for c in found.only("left" if where == "left" else "right")])
    ]


def count_words(side: Side, language: str) -> str:
    """Return "3 of 7": who speaks, of those that were asked."""
    return say("verify.table.count", language, speaking=side.speaking, asked=side.asked)


def outcome_words(found: Comparison, outcome: Outcome, language: str) -> str:
    """Return the verdict of two groups on a code, in words: "agree", "key persons only"."""
    left, right = found.left.words(language), found.right.words(language)
    if found.left.kind == "role_kind":
        left = left.lower()
    if found.right.kind == "role_kind":
        right = right.lower()
    return say(f"verify.outcome.{outcome}", language, left=left, right=right)


def compare_named(study: Study, left: str | None, right: str | None, by: By = "code") -> Comparison:
    """Compare two groups by their names. Raises UserError where the study has no such group."""
    return compare(
        study,
        group_named(study, left) if left else KEY_PERSONS,
        group_named(study, right) if right else VERIFICATION_RESPONDENTS,
        by,
    )


def _side_json(side: Side) -> dict[str, Any]:
    return {
        "speaking": side.speaking,
        "asked": side.asked,
        "directions": [str(vote) for vote in side.votes],
        "cell": str(side.cell.verdict),
    }


class _Pair:
    """Two groups and what is known of a study, while its codes are gone through."""

    def __init__(
        self, left: Group, right: Group, cast: Cast, asked: Asked, thresholds: Thresholds
    ) -> None:
        self.left, self.right = left, right
        self.cast, self.asked, self.thresholds = cast, asked, thresholds
        self.yields = who_yields(_kind_of(left, cast), _kind_of(right, cast))
        self._sizes: dict[tuple[Group, int | None], int] = {}

    def compared(self, claim: Claim, votes: Votes, own: Votes) -> ComparedCode:
        left, right = self._votes(self.left, votes), self._votes(self.right, votes)
        found = compare_groups(left, right, self.thresholds, yields=self.yields)
        left_lost = found.dropped if self.yields != Yields.RIGHT else ()
        right_lost = found.dropped if self.yields != Yields.LEFT else ()
        return ComparedCode(
            claim=claim,
            left=self._side(self.left, claim, _without(left, left_lost), own, found.left),
            right=self._side(self.right, claim, _without(right, right_lost), own, found.right),
            outcome=found.outcome,
            flags=found.flags,
            dropped=tuple(self.cast.label(unit) for unit in found.dropped),
        )

    def size(self, group: Group, question_id: int | None) -> int:
        """Return how many units of a group were asked about a focus."""
        key = (group, question_id)
        if key not in self._sizes:
            voices = self.asked.voices(question_id)
            self._sizes[key] = len({voice.unit for voice in voices if group.holds(voice)})
        return self._sizes[key]

    def _votes(self, group: Group, votes: Votes) -> dict[Unit, int]:
        found: dict[Unit, int] = {}
        for pair, bits in votes.items():
            voice = self.cast.voice(pair)
            if group.holds(voice):
                found[voice.unit] = found.get(voice.unit, 0) | bits
        return found

    def _side(
        self, group: Group, claim: Claim, votes: Mapping[Unit, int], own: Votes, cell: Cell
    ) -> Side:
        units = tuple(sorted(votes, key=self.cast.label))
        said = [vote for vote in map(vote_of, votes.values()) if vote is not None]
        on_itself = self._votes(group, own).keys() & votes.keys()
        return Side(
            units=units,
            asked=max(self.size(group, claim.question_id), len(units)),
            votes=tuple(sorted(said, key=list(SIGNS).index)),
            cell=cell,
            own=bool(on_itself),
        )


def _without(votes: Mapping[Unit, int], units: tuple[Unit, ...]) -> Mapping[Unit, int]:
    return {unit: bits for unit, bits in votes.items() if unit not in units} if units else votes


def _kind_of(group: Group, cast: Cast) -> str | None:
    """Return the role kind that a group stands for, if it does."""
    if group.kind == "role_kind":
        return group.name
    if group.kind == "role":
        return next((role.kind for role in cast.roles.values() if role.name == group.name), None)
    return None
