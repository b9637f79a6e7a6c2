"""The list of sources beside the transcript: what each is, who speaks in it, how much is coded."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from app.language.words import LANGUAGES, say
from app.reduce.citation import letter
from app.study import Study
from models.collection import Participation, Source
from models.design import METHODS, OTHER_ROLE, Category, Informant, InformantRole, Role, Site
from models.reduction import Coding, Excerpt

SHOWN = 3
"""So many informants of one source are named, the others counted."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in the list. `subtitle` says who speaks, where and in which role; or the title.

    `letter` is that of the method in the study's language. What a source has several of
    (informants, posts, roles, categories) stands once each.
    """

    id: int
    reference: str
    title: str
    method: str
    letter: str
    date: date | None
    site: str
    subtitle: str
    informants: tuple[str, ...]
    posts: tuple[str, ...]
    roles: tuple[str, ...]
    categories: tuple[str, ...]
    codings: int


_first_role = (
    select(InformantRole.role_id)
    .where(InformantRole.informant_id == Participation.informant_id)
    .order_by(InformantRole.position, InformantRole.id)
    .limit(1)
    .correlate(Participation)
    .scalar_subquery()
)

_PEOPLE = (
    select(
        Participation.source_id,
        Informant.code,
        func.coalesce(Informant.post, "").label("post"),
        func.coalesce(Role.name, "").label("role"),
        func.coalesce(Role.kind, "").label("kind"),
        func.coalesce(Category.name, "").label("category"),
    )
    .outerjoin(Informant, Informant.id == Participation.informant_id)
    .outerjoin(Role, Role.id == func.coalesce(Participation.role_id, _first_role))
    .outerjoin(
        Category, Category.id == func.coalesce(Participation.category_id, Informant.category_id)
    )
    .order_by(Participation.source_id, Informant.position, Informant.code)
)

_SOURCES = select(
    *(Source.id, Source.reference, Source.title, Source.method, Source.date),
    func.coalesce(Site.name, "").label("site"),
).outerjoin(Site, Site.id == Source.site_id)


def coding_counts(study: Study, coders: Collection[int] | None = None) -> dict[int, int]:
    """Return how many codings, all or those of `coders`, each coded source has, by its id."""
    query = (
        select(Excerpt.source_id, func.count().label("codings"))
        .join(Coding, Coding.excerpt_id == Excerpt.id)
        .group_by(Excerpt.source_id)
    )
    if coders is not None:
        query = query.where(Coding.coder_id.in_(coders))
    with study.read() as connection:
        return {row.source_id: row.codings for row in connection.execute(query)}


def sources_overview(
    study: Study, language: str | None = None, coders: Collection[int] | None = None
) -> list[SourceLine]:
    """Return all sources, by method and reference.

    `language` is that of the words in the subtitle, the study's own by default. Only codings of
    `coders` count.
    """
    language = language or study.language
    counts = coding_counts(study, coders)
    with study.read() as connection:
        people: dict[int, list[Any]] = {}
        for person in connection.execute(_PEOPLE):
            people.setdefault(person.source_id, []).append(person)
        sources = connection.execute(_SOURCES).all()
    letters = {method: letter(method, study.language) for method in METHODS}
    lines = []
    for row in sources:
        spoken = people.get(row.id, [])
        lines.append(
            SourceLine(
                id=row.id,
                reference=row.reference,
                title=row.title,
                method=row.method,
                letter=letters.get(row.method, "?"),
                date=row.date,
                site=row.site,
                subtitle=_subtitle(row, spoken, language),
                informants=_different(p.code for p in spoken),
                posts=_different(p.post for p in spoken),
                roles=_different(p.role for p in spoken),
                categories=_different(p.category for p in spoken),
                codings=counts.get(row.id, 0),
            )
        )
    order = {method: number for number, method in enumerate(METHODS)}
    return sorted(lines, key=lambda line: (order.get(line.method, len(order)), line.reference))


def _subtitle(source: Any, people: Sequence[Any], language: str) -> str:
    """Say "Principal, SDN Ciawi 01 · key"; the title of a source that nobody speaks in."""
    speaking = [person for person in people if person.code]
    if not speaking:
        return str(source.title if source.title != source.reference else source.site)
    if len(speaking) == 1:
        who = speaking[0].post or speaking[0].category or speaking[0].code
        if source.site and source.site.casefold() not in who.casefold():
            who = f"{who}, {source.site}"
    else:
        more = len(speaking) - SHOWN
        who = ", ".join(person.code for person in speaking[:SHOWN]) + (
            f" +{more}" if more > 0 else ""
        )
    roles = _different(_short_role(p.kind, p.role, language) for p in speaking)
    return " · ".join((who, *roles))


def _short_role(kind: str, name: str, language: str) -> str:
    """Return the word for a role of the method ("key"); the name of one that has its own."""
    if not kind or kind == OTHER_ROLE:
        return name
    usual = {say(f"study.roles.{kind}", known).casefold() for known in LANGUAGES}
    return say(f"reduce.role_words.{kind}", language) if name.casefold() in usual else name


def _different(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
