"""A source as it is read and coded, and the list of all sources beside it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from app.errors import UserError
from app.reduce.citation import letter
from app.reduce.transcript import CodingSpan, Transcript, TurnSpan
from app.study import Study
from models.collection import Participation, Source, Turn
from models.design import METHODS, Category, Coder, Informant, InformantRole, Role, Site
from models.reduction import Code, Coding, Excerpt


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in the list: what it is, who speaks in it, how many codings it has."""

    id: int
    reference: str
    title: str
    method: str
    letter: str
    date: date | None
    site: str
    informants: tuple[str, ...]
    posts: tuple[str, ...]
    roles: tuple[str, ...]
    categories: tuple[str, ...]
    codings: int


def transcript(study: Study, source_id: int) -> Transcript:
    """Return the text of a source with its codings and turns, in the order of their start."""
    with study.read() as connection:
        source = connection.execute(
            select(Source.reference, Source.title).where(Source.id == source_id)
        ).first()
        if source is None:
            raise UserError("reduce.no_such_source")
        turns = connection.execute(
            select(Turn.start, Turn.end, Turn.speaker, Informant.code, Turn.is_researcher)
            .outerjoin(Informant, Informant.id == Turn.informant_id)
            .where(Turn.source_id == source_id)
            .order_by(Turn.start, Turn.id)
        ).all()
    return Transcript(
        source_id=source_id,
        reference=source.reference,
        title=source.title,
        text=study.texts.of(source_id),
        codings=codings_of(study, source_id),
        turns=tuple(
            TurnSpan(turn.start, turn.end, turn.code or turn.speaker, turn.is_researcher)
            for turn in turns
        ),
    )


def codings_of(study: Study, source_id: int) -> tuple[CodingSpan, ...]:
    """Return the codings of a source in the order of their start."""
    query = (
        select(
            Coding.id,
            Excerpt.id,
            Code.id,
            Excerpt.start,
            Excerpt.end,
            Code.name,
            Code.colour,
            Coding.direction,
            Coder.name,
            Coding.memo != "",
        )
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .join(Code, Code.id == Coding.code_id)
        .join(Coder, Coder.id == Coding.coder_id)
        .where(Excerpt.source_id == source_id)
        .order_by(Excerpt.start, Excerpt.end, Coding.id)
    )
    with study.read() as connection:
        return tuple(CodingSpan(*tuple(row)) for row in connection.execute(query))


def sources_overview(study: Study) -> list[SourceLine]:
    """Return all sources, by method and reference."""
    with study.read() as connection:
        counted = connection.execute(
            select(Excerpt.source_id, func.count().label("codings"))
            .join(Coding, Coding.excerpt_id == Excerpt.id)
            .group_by(Excerpt.source_id)
        )
        counts = {row.source_id: row.codings for row in counted}
        first_role = (
            select(InformantRole.role_id)
            .where(InformantRole.informant_id == Participation.informant_id)
            .order_by(InformantRole.position, InformantRole.id)
            .limit(1)
            .correlate(Participation)
            .scalar_subquery()
        )
        people = connection.execute(
            select(
                Participation.source_id,
                Informant.code,
                Informant.post,
                Role.name.label("role"),
                Category.name.label("category"),
            )
            .outerjoin(Informant, Informant.id == Participation.informant_id)
            .outerjoin(Role, Role.id == func.coalesce(Participation.role_id, first_role))
            .outerjoin(
                Category,
                Category.id == func.coalesce(Participation.category_id, Informant.category_id),
            )
            .order_by(Informant.code)
        ).all()
        sources = connection.execute(
            select(
                Source.id,
                Source.reference,
                Source.title,
                Source.method,
                Source.date,
                func.coalesce(Site.name, "").label("site"),
            ).outerjoin(Site, Site.id == Source.site_id)
        ).all()
    by_source: dict[int, list[Any]] = defaultdict(list)
    for person in people:
        by_source[person.source_id].append(person)
    lines = []
    for row in sources:
        spoken = by_source[row.id]
        lines.append(
            SourceLine(
                id=row.id,
                reference=row.reference,
                title=row.title,
                method=row.method,
                letter=letter(row.method, study.language),
                date=row.date,
                site=row.site,
                informants=_different(p.code for p in spoken),
                posts=_different(p.post for p in spoken),
                roles=_different(p.role for p in spoken),
                categories=_different(p.category for p in spoken),
                codings=counts.get(row.id, 0),
            )
        )
    order = {method: number for number, method in enumerate(METHODS)}
    return sorted(lines, key=lambda line: (order.get(line.method, 9), line.reference))


def _different(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
