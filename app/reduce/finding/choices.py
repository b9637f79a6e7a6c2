"""What a search can be limited to in this study: its methods, roles, sites, sources and coders."""

from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, select

from app.language.words import say
from app.study import Study
from models.collection import Source
from models.design import METHODS, Coder, Role, Site
from models.fulltext import Passage

Named = tuple[tuple[int | str | None, str], ...]
"""Values with the names under which they are offered."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen; of methods, those that the study has sources of."""

    methods: Named
    roles: Named
    sites: Named
    sources: Named
    coders: Named
    has_texts: bool


def choices(study: Study, language: str = "") -> Choices:
    """Return what a search can be limited to, named in `language`, the study's own by default."""
    language = language or study.language
    roles = select(Role.id, Role.name).order_by(Role.position, Role.id)
    sites = select(Site.id, Site.name).order_by(Site.position, Site.id)
    with study.read() as connection:
        used = set(connection.scalars(select(Source.method).distinct()))
        return Choices(
            methods=tuple((m, say(f"study.methods.{m}", language)) for m in METHODS if m in used),
            roles=(*_named(connection, roles), (None, say("searching.without.role", language))),
            sites=(*_named(connection, sites), (None, say("searching.without.site", language))),
            sources=_named(
                connection, select(Source.id, Source.reference).order_by(Source.reference)
            ),
            coders=_named(connection, select(Coder.id, Coder.name).order_by(Coder.name)),
            has_texts=bool(used)
            and bool(connection.scalar(select(func.count()).select_from(Passage).limit(1))),
        )


def _named(connection: Connection, query: Select[int, str]) -> Named:
    return tuple((row[0], row[1]) for row in connection.execute(query))
