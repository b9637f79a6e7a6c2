"""The triangulation of a whole study: every code and every finding with its verdicts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from app.collector import without_collection
from app.language.words import say
from app.reduce.code_tree import Tree
from app.study import Changed, Study
from app.verify.as_json import judgement_json
from app.verify.claims import Claim, Codes, label_of, read_codes, read_findings
from app.verify.evidence import (
    Votes,
    as_heard,
    of_branches,
    votes_of_codes,
    votes_of_findings,
    with_branches,
)
from app.verify.examined import Asked, read_asked
from app.verify.explaining import Explanation, explain
from app.verify.number_votes import Numbers, read_numbers, with_branches_of
from app.verify.overrides import Overridden, Overrides, read_overrides
from app.verify.rules.judging import Examined, Judgement, judge
from app.verify.rules.numbers import NumberBorders
from app.verify.rules.overall import OWN, Overall
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import Heard
from app.verify.settings import own_borders, own_thresholds
from app.verify.touched import touched_by
from app.verify.voices import Cast, read_cast
from app.verify.wording import capitalised, method_name, word

Table = list[list[str]]


@dataclass(frozen=True, slots=True)
class Triangulated:
    """One claim with its verdicts, and what was said, of which they were made."""

    claim: Claim
    judgement: Judgement
    said: Votes
    examined: Examined
    cast: Cast
    numbers: tuple[Heard, ...] = ()
    """The votes of the numbers that the researcher confirmed (R10)."""
    override: Overridden | None = None
    """What the researcher put in place of the computed verdict, with the reason."""

    @property
    def voices(self) -> Sequence[Heard]:
        """The voices that speak and which way; worked out when asked for, there are many."""
        return [*as_heard(self.said, self.cast), *self.numbers]

    @property
    def overall(self) -> Overall:
        """The one word beside the claim (R6)."""
        return self.judgement.overall

    @property
    def stands(self) -> Overall:
        """The verdict that stands: the researcher's own where there is one, else the computed."""
        return self.overall if self.override is None else self.override.verdict

    @property
    def badge(self) -> str:
        """The verdict that stands, with OWN behind it where it is the researcher's."""
        return str(self.overall) if self.override is None else f"{self.stands}{OWN}"

    def verdict_words(self, language: str) -> str:
        """Say the verdict that stands; an override says so, and what was computed."""
        computed = word("overall", self.overall, language)
        if self.override is None:
            return computed
        own = word("overall", self.override.verdict, language)
        return say("findings.overridden", language, verdict=own, computed=computed.lower())

    def override_words(self, language: str) -> str:
        """Say who overrode the verdict and why; empty where nobody did."""
        if self.override is None:
            return ""
        made = self.override
        return say("findings.override_line", language, coder=made.coder, reason=made.reason)

    def explanation(self, language: str) -> Explanation:
        """Explain every verdict in sentences with their counts."""
        voices = self.voices
        labels = {unit: self.cast.label(unit) for unit in {voice.unit for voice, _ in voices}}
        return explain(self.judgement, voices, language, labels)

    def as_json(self) -> dict[str, Any]:
        """Return every verdict with the fields of the method's worked cases."""
        made = None if self.override is None else self.override.as_json()
        return {**judgement_json(self.judgement, self.cast.label), "override": made}


@dataclass(frozen=True, slots=True)
class Triangulation:
    """All claims of a study, in their order, and what was known when they were judged."""

    codes: tuple[Triangulated, ...]
    findings: tuple[Triangulated, ...]
    examined: Examined
    thresholds: Thresholds
    tree: Tree
    _asked: Asked
    _numbers: Numbers
    borders: NumberBorders = field(default_factory=NumberBorders)

    @property
    def cast(self) -> Cast:
        """Who can be heard in the study, and as what."""
        return self._asked.cast

    def code(self, code_id: int) -> Triangulated:
        """Return a code by its id. Raises KeyError where there is none."""
        return _by_id(self.codes, code_id)

    def finding(self, finding_id: int) -> Triangulated:
        """Return a finding by its id. Raises KeyError where there is none."""
        return _by_id(self.findings, finding_id)

    def badges_of_codes(self) -> dict[int, str]:
        """Return the badge beside every code by its id."""
        return {found.claim.id: found.badge for found in self.codes}

    def badges_of_findings(self) -> dict[int, str]:
        """Return the badge beside every finding by its id."""
        return {found.claim.id: found.badge for found in self.findings}

    def columns(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the methods and the source categories that a table of all claims needs."""
        claims = (*self.codes, *self.findings)
        methods = dict.fromkeys(self.examined.methods)
        categories = dict.fromkeys(self.examined.categories)
        for found in claims:
            methods.update(dict.fromkeys(found.judgement.method.cells))
            categories.update(dict.fromkeys(found.judgement.source.cells))
        return tuple(methods), tuple(categories)


def triangulate(study: Study) -> Triangulation:
    """Judge every code and every finding of a study by R1 to R9, on one snapshot of it."""
    with without_collection():
        return _triangulated(study)


def _triangulated(study: Study) -> Triangulation:
    with study.read() as connection:
        thresholds, borders = own_thresholds(connection), own_borders(connection)
        codes, findings = read_codes(connection), read_findings(connection)
        asked = read_asked(connection, read_cast(connection))
        said_on_codes = with_branches(votes_of_codes(connection), codes.tree)
        said_on_findings = votes_of_findings(connection)
        numbers = with_branches_of(read_numbers(connection, asked.cast), codes.tree)
        made = read_overrides(connection)
    on_codes = [_judged(c, said_on_codes, asked, thresholds, numbers) for c in codes.claims]
    on_findings = [_judged(c, said_on_findings, asked, thresholds, numbers) for c in findings]
    return Triangulation(
        codes=_with_overrides(on_codes, made),
        findings=_with_overrides(on_findings, made),
        examined=asked.examined(None),
        thresholds=thresholds,
        tree=codes.tree,
        _asked=asked,
        _numbers=numbers,
        borders=borders,
    )


def retriangulate(study: Study, before: Triangulation, changed: Changed) -> Triangulation:
    """Return `before` as it is after a change, judging again only the claims that it touched.

    A coding touches its code and the codes above it, a piece of evidence its finding. What touches
    who was heard (sources, informants, roles, coverage, settings) touches every claim.
    """
    with study.read() as connection:
        touched = touched_by(connection, changed)
        if touched is None or (before._numbers and changed.touches("code")):
            return triangulate(study)
        codes, findings = _claims(connection, before, changed)
        again = touched.with_relatives(codes.tree)
        whole = set(codes.tree.branches(again))
        own = votes_of_codes(connection, whole) if whole else {}
        told = touched.findings
        said_on_findings = votes_of_findings(connection, told) if told else {}
        made = read_overrides(connection)
    said_on_codes = of_branches(own, codes.tree, again)
    return Triangulation(
        codes=_with_overrides(
            _updated(before, before.codes, codes.claims, again, said_on_codes), made
        ),
        findings=_with_overrides(
            _updated(before, before.findings, findings, told, said_on_findings), made
        ),
        examined=before.examined,
        thresholds=before.thresholds,
        tree=codes.tree,
        _asked=before._asked,
        _numbers=before._numbers,
        borders=before.borders,
    )


def _claims(
    connection: Connection, before: Triangulation, changed: Changed
) -> tuple[Codes, tuple[Claim, ...]]:
    """Return all claims as they are now, reading only those that a change may have touched."""
    codes = Codes(tuple(found.claim for found in before.codes), before.tree)
    findings = tuple(found.claim for found in before.findings)
    return (
        read_codes(connection) if changed.touches("code") else codes,
        read_findings(connection) if changed.touches("finding") else findings,
    )


def code_verdicts(study: Study) -> dict[int, str]:
    """Return the badge of every code by its id."""
    return triangulate(study).badges_of_codes()


def triangulation_json(study: Study) -> dict[str, Any]:
    """Return the triangulation of a study as `main.py triangulate --json` prints it."""
    found = triangulate(study)
    return {
        "codes": [{"code": one.claim.path, **one.as_json()} for one in found.codes],
        "findings": [
            {"finding": one.claim.name, "status": one.claim.status, **one.as_json()}
            for one in found.findings
        ],
    }


def triangulation_table(study: Study, language: str) -> list[list[str]]:
    """Return the triangulation as a table in words, its heads first: codes, then findings."""
    return as_table(triangulate(study), language)


def as_table(
    found: Triangulation, language: str, claims: Sequence[Triangulated] | None = None
) -> Table:
    """Return a triangulation as a table in words, its heads first; `claims` limits its rows."""
    methods, categories = found.columns()
    shown = (*found.codes, *found.findings) if claims is None else claims
    kinds = {one.claim.kind for one in shown}
    head = [
        word("table", kinds.pop() if len(kinds) == 1 else "claim", language),
        *(capitalised(method_name(method, language)) for method in methods),
        *categories,
        *(word("dimension_name", name, language) for name in ("method", "source", "role")),
        word("dimension_name", "overall", language),
    ]
    return [head, *(_row(one, methods, categories, language) for one in shown)]


def _row(
    one: Triangulated, methods: Sequence[str], categories: Sequence[str], language: str
) -> list[str]:
    judgement = one.judgement
    sides = ((judgement.method, methods), (judgement.source, categories))
    cells = [
        word("cell", side.cells[name].verdict if name in side.cells else "not_examined", language)
        for side, names in sides
        for name in names
    ]
    label = label_of(one.claim, language)
    return [
        f"{label}. {one.claim.name}" if label else one.claim.path,
        *cells,
        word("dimension", judgement.method.verdict, language),
        word("dimension", judgement.source.verdict, language),
        word("role", judgement.role.verdict, language),
        one.verdict_words(language),
    ]


def _judged(
    claim: Claim,
    said: Mapping[int, Votes],
    asked: Asked,
    thresholds: Thresholds,
    numbers: Numbers,
) -> Triangulated:
    votes, figures = said.get(claim.id, {}), numbers.get((claim.kind, claim.id), ())
    examined = asked.examined(claim.question_id)
    judged = judge([*as_heard(votes, asked.cast), *figures], examined, thresholds)
    return Triangulated(claim, judged, votes, examined, asked.cast, figures)


def _updated(
    before: Triangulation,
    known: Sequence[Triangulated],
    claims: Sequence[Claim],
    again: frozenset[int],
    said: Mapping[int, Votes],
) -> tuple[Triangulated, ...]:
    kept = {found.claim.id: found for found in known if found.claim.id not in again}
    return tuple(
        _as(kept[claim.id], claim)
        if claim.id in kept
        else _judged(claim, said, before._asked, before.thresholds, before._numbers)
        for claim in claims
    )


def _with_overrides(found: Sequence[Triangulated], made: Overrides) -> tuple[Triangulated, ...]:
    """Put the overrides of the study beside the verdicts; most claims have none and stay."""
    return tuple(
        one if one.override == own else replace(one, override=own)
        for one in found
        for own in (made.get((one.claim.kind, one.claim.id)),)
    )


def _as(found: Triangulated, claim: Claim) -> Triangulated:
    return found if found.claim is claim else replace(found, claim=claim)


def _by_id(found: Sequence[Triangulated], number: int) -> Triangulated:
    for one in found:
        if one.claim.id == number:
            return one
    raise KeyError(number)
