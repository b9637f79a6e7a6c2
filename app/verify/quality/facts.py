"""What a study can show of its own quality: counts, each worked out from the study."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from sqlalchemy import Connection, Select, case, distinct, func, select

from app.language.words import say
from app.study import Study
from app.verify.gaps import gaps
from app.verify.rules.dimension import DimensionVerdict
from app.verify.rules.overall import Overall
from app.verify.rules.votes import CONTRADICTS
from app.verify.triangulation import Triangulation, triangulate
from models.carried import Attachment
from models.collection import Participation, Source
from models.conclusions import Display, Evidence, Finding
from models.design import (
    METHODS,
    Category,
    Coverage,
    Informant,
    Instrument,
    ResearchQuestion,
    Site,
)
from models.design import Study as StudyRow
from models.history import DONE, Change
from models.reduction import Code, Coding, Excerpt, Memo
from models.summaries import Pseudonym, Summary
from models.verification import Check, MemberCheck, Override, Rival

LONGEST = 300
"""Characters of the purpose that stand in a checklist."""
REPLICATED_IN = 2
"""A finding holds on its own in so many sites (tactic 11)."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Counts and words of a study, by name."""

    numbers: Mapping[str, int]
    words: Mapping[str, str]

    def __getitem__(self, name: str) -> int:
        return self.numbers[name]

    def values(self) -> dict[str, object]:
        """Return all, to be filled into sentences."""
        return {**self.numbers, **self.words}


def facts(study: Study, language: str) -> Facts:
    """Work out what the study can show; `language` is that of lists of names."""
    found = triangulate(study)
    with study.read() as connection:
        numbers = _counted(connection) | _grouped(connection) | _of_claims(connection, found)
        words = _said(connection, language)
    numbers["gaps"] = sum(not gap.done for gap in gaps(study, found))
    return Facts(numbers, words)


def _count(entity: Any, *conditions: Any) -> Select[int]:
    return select(func.count()).select_from(entity).where(*conditions)


_AS_IT_IS: dict[str, Callable[[], Select[int]]] = {
    "foci": lambda: _count(ResearchQuestion),
    "sites": lambda: _count(Site),
    "sites_described": lambda: _count(Site, func.json_array_length(_keys(Site)) > 0),
    "informants": lambda: _count(Informant),
    "informants_described": lambda: _count(Informant, func.json_array_length(_keys(Informant)) > 0),
    "heard": lambda: select(func.count(distinct(Participation.informant_id))),
    "instruments": lambda: _count(Instrument),
    "sources": lambda: _count(Source),
    "dated": lambda: _count(Source, Source.date.is_not(None)),
    "observations": lambda: _count(Source, Source.method == "observation"),
    "recordings": lambda: _count(Attachment, Attachment.kind.in_(("audio", "video"))),
    "pseudonyms": lambda: _count(Pseudonym),
    "codes": lambda: _count(Code),
    "defined": lambda: _count(Code, Code.definition != ""),
    "themes": lambda: _count(Code, Code.parent_id.is_(None)),
    "a_priori": lambda: _count(Code, Code.origin == "a_priori"),
    "emergent": lambda: _count(Code, Code.origin == "emergent"),
    "in_vivo": lambda: _count(Code, Code.origin == "in_vivo"),
    "codings": lambda: _count(Coding),
    "coders": lambda: select(func.count(distinct(Coding.coder_id))),
    "excerpts": lambda: _count(Excerpt, ~Excerpt.set_aside),
    "findings": lambda: _count(Finding),
    "concluded": lambda: _count(Finding, Finding.conclusion != ""),
    "evidence": lambda: _count(Evidence),
    "with_rival": lambda: _count(
        Finding,
        (Finding.rival_explanation != "")
        | Finding.id.in_(select(Rival.finding_id)),
    ),
    "overrides": lambda: _count(Override),
    "checks_asked": lambda: _count(MemberCheck),
    "checks_answered": lambda: _count(MemberCheck, MemberCheck.answer != ""),
    "checked_people": lambda: select(func.count(distinct(MemberCheck.informant_id))),
    "tactics": lambda: _count(Check, Check.outcome != "open"),
    "memos": lambda: _count(Memo),
    "reflexive": lambda: _count(Memo, Memo.kind == "reflexive"),
    "displays": lambda: _count(Display),
    "displays_told": lambda: _count(Display, Display.analytic_text != ""),
    "steps": lambda: _count(Change, Change.state == DONE),
    "people": lambda: select(func.count(distinct(Change.coder))),
    "covered": lambda: _count(Coverage),
    "not_asked": lambda: _count(Coverage, Coverage.state == "not_asked"),
}  # fmt: skip


def _keys(entity: Any) -> Any:
    """Return the names of a row's attributes as a JSON list of one place for any."""
    return case((entity.attributes.in_([{}]), "[]"), else_="[1]")


def _counted(connection: Connection) -> dict[str, int]:
    """Count everything in one query."""
    columns = [query().scalar_subquery().label(name) for name, query in _AS_IT_IS.items()]
    row = connection.execute(select(*columns)).mappings().one()
    return {name: int(row[name] or 0) for name in _AS_IT_IS}


def _grouped(connection: Connection) -> dict[str, int]:
    coders = (
        select(func.count(distinct(Coding.coder_id)).label("count"))
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .group_by(Excerpt.source_id)
        .subquery()
    )
    interviews = (
        select(func.count(distinct(Source.id)).label("count"))
        .join(Participation, Participation.source_id == Source.id)
        .where(Source.method == "interview", Participation.informant_id.is_not(None))
        .group_by(Participation.informant_id)
        .subquery()
    )
    notes = select(func.count()).where(Summary.kind == "contact_summary").scalar_subquery()
    memos = select(func.count()).where(Memo.kind == "contact_summary").scalar_subquery()
    row = connection.execute(
        select(
            select(func.count()).where(coders.c["count"] > 1).scalar_subquery(),
            select(func.count()).where(interviews.c["count"] > 1).scalar_subquery(),
            notes + memos,
        )
    ).one()
    return dict(zip(("double_coded", "repeated", "contact_notes"), map(int, row), strict=True))


def _of_claims(connection: Connection, found: Triangulation) -> dict[str, int]:
    searched = set(
        connection.scalars(
            select(Check.finding_id).where(
                Check.tactic == "negative_evidence", Check.outcome != "open"
            )
        )
    )
    verdicts = Counter(one.overall for one in found.findings)
    together = (DimensionVerdict.CONVERGENT, DimensionVerdict.PARTIAL)
    heard = {voice.site for voice in map(found.cast.voice, found.cast.taking_part) if voice.site}
    return {
        "verified": verdicts[Overall.VERIFIED],
        "partly": verdicts[Overall.PARTIALLY_VERIFIED],
        "contested": verdicts[Overall.CONTESTED],
        "refuted": verdicts[Overall.REFUTED],
        "converging": sum(one.judgement.method.verdict in together for one in found.findings),
        "negative": sum(
            one.claim.id in searched or any(bits & CONTRADICTS for _, bits in one.voices)
            for one in found.findings
        ),
        "replicated": sum(
            one.judgement.sites.supporting >= REPLICATED_IN for one in found.findings
        ),
        "limited": sum(
            any(str(flag) == "limited" for flag in one.judgement.sites.flags)
            for one in found.findings
        ),
        "sites_heard": len(heard),
    }


def _said(connection: Connection, language: str) -> dict[str, str]:
    title, purpose = connection.execute(select(StudyRow.title, StudyRow.purpose)).one()
    methods = Counter(connection.scalars(select(Source.method)))
    first, last = connection.execute(select(func.min(Source.date), func.max(Source.date))).one()
    by_category = connection.execute(
        select(Category.name, func.count(Informant.id))
        .join(Informant, Informant.category_id == Category.id)
        .group_by(Category.id)
        .order_by(Category.position, Category.id)
    ).all()
    instruments = connection.scalars(
        select(Instrument.name).order_by(Instrument.position, Instrument.id)
    )
    return {
        "title": title,
        "purpose": shorten(purpose, LONGEST, placeholder="…"),
        "methods": ", ".join(
            f"{say(f'study.methods.{method}', language)} {methods[method]}"
            for method in METHODS
            if methods[method]
        ),
        "categories": ", ".join(f"{name} {number}" for name, number in by_category),
        "instrument_names": ", ".join(instruments),
        "days": f"{first:%d/%m/%Y} – {last:%d/%m/%Y}" if first and last else "",
    }
