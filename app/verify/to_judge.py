"""Evidence found for the researcher to judge: excerpts of what a claim names, on every side.

A claim that names codes by `@` asks for all that is coded with them or with codes below them, also
where that denies what is claimed. A claim that names none asks for what is coded like its evidence.
Nothing counts until the researcher takes it; what they dismiss is not offered again.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from app.reduce.memo_links import CLAIMS, links_of
from app.study import Study
from app.verify.claims import read_codes
from app.verify.finding_evidence import STANCE_OF
from app.verify.findings import known_finding, name_of
from models.conclusions import STANCES, Evidence
from models.design import Study as StudyRow
from models.reduction import Code, Coding, Excerpt

SETTING = "dismissed"
"""Where in the study's settings the dismissed excerpts stand: their guids by the finding's id."""
AGAINST_FIRST = {"contradicts": 0, "qualifies": 1, "supports": 2}


@dataclass(frozen=True, slots=True)
class ToJudge:
    """Excerpts that may speak to a finding, those against it first, each with a suggested stance.

    `codes` are the names of the codes that were looked through; `named` tells whether the claim
    names them, else they are those of its evidence. `dismissed` counts what is not offered again.
    """

    rows: tuple[ExcerptRow, ...]
    codes: tuple[str, ...]
    named: bool
    dismissed: int

    @property
    def against(self) -> int:
        """How many of the excerpts speak against the claim."""
        return sum(row.stance == "contradicts" for row in self.rows)


def to_judge(study: Study, finding_id: int, *, language: str | None = None) -> ToJudge:
    """Return what the researcher may judge for a finding: neither evidence yet nor dismissed."""
    keys = links_of(study, finding_id, CLAIMS)
    named_codes = {row_id for entity, row_id in keys if entity == "code"}
    named_excerpts = {row_id for entity, row_id in keys if entity == "excerpt"}
    with study.read() as connection:
        codes = read_codes(connection)
        own = named_codes or _codes_of_evidence(connection, finding_id)
        used = set(
            connection.scalars(select(Evidence.excerpt_id).where(Evidence.finding_id == finding_id))
        )
        gone = _dismissed(connection, finding_id)
        if named_excerpts:
            coded = select(Coding.excerpt_id).where(Coding.excerpt_id.in_(named_excerpts))
            named_excerpts &= set(connection.scalars(coded))
    branch = codes.tree.branches(own) if named_codes else own
    found: list[ExcerptRow] = []
    if branch:
        only = ExcerptFilter(codes=branch, kept_only=True)
        found += excerpts(study, only, language=language)
    if named_excerpts:
        found += excerpts(study, ExcerptFilter(excerpts=named_excerpts), language=language)
    rows = [row for row in _once(found) if row.excerpt_id not in used | gone]
    rows.sort(key=lambda row: AGAINST_FIRST[row.stance])
    names = tuple(claim.name for claim in codes.claims if claim.id in own)
    return ToJudge(tuple(rows), names, bool(named_codes), len(gone - used))


def dismiss(study: Study, finding_id: int, excerpt_ids: Collection[int]) -> None:
    """Offer excerpts no more for a finding. Raises UserError where it is gone."""
    with study.change("findings.history.dismissed", claim=name_of(study, finding_id)) as session:
        known_finding(session, finding_id)
        guids = list(session.scalars(select(Excerpt.guid).where(Excerpt.id.in_(excerpt_ids))))
        row = session.scalars(select(StudyRow)).one()
        kept: dict[str, Any] = row.settings.get(SETTING, {})
        own = list(dict.fromkeys([*kept.get(str(finding_id), ()), *guids]))
        row.settings = {**row.settings, SETTING: {**kept, str(finding_id): own}}


def offer_again(study: Study, finding_id: int) -> None:
    """Offer all that was dismissed for a finding again."""
    with study.change("findings.history.offered_again", claim=name_of(study, finding_id)) as one:
        row = one.scalars(select(StudyRow)).one()
        kept = {k: v for k, v in row.settings.get(SETTING, {}).items() if k != str(finding_id)}
        row.settings = {**row.settings, SETTING: kept}


def _dismissed(connection: Connection, finding_id: int) -> set[int]:
    settings = connection.scalar(select(StudyRow.settings)) or {}
    guids = settings.get(SETTING, {}).get(str(finding_id), ())
    return set(connection.scalars(select(Excerpt.id).where(Excerpt.guid.in_(guids))))


def _codes_of_evidence(connection: Connection, finding_id: int) -> set[int]:
    query = (
        select(Coding.code_id)
        .join(Evidence, Evidence.excerpt_id == Coding.excerpt_id)
        .join(Code, Code.id == Coding.code_id)
        .where(Evidence.finding_id == finding_id)
        .distinct()
    )
    return set(connection.scalars(query))


def _once(rows: Iterable[ExcerptRow]) -> list[ExcerptRow]:
    """Return each excerpt once, with the stance that its codings suggest."""
    found: dict[int, ExcerptRow] = {}
    for row in rows:
        stance = STANCE_OF[row.direction] if row.direction else STANCES[0]
        before = found.get(row.excerpt_id)
        if before is not None and before.stance != stance:
            stance = STANCES[2]
        found[row.excerpt_id] = replace(before or row, stance=stance)
    return list(found.values())
