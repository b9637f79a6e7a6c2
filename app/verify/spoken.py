"""Excerpts with their words and all that says who speaks them, by the excerpts' ids."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date as Day

from sqlalchemy import func, select

from app.reduce import capacity
from app.reduce.citation import Cited, cite, letter
from app.reduce.citation_template import read_template
from app.study import Study
from models.collection import Source
from models.design import Category, Role, Site
from models.reduction import Excerpt

AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words [start, end) of a source (code points) and who speaks them, in which capacity.

    `unit` is the informant's id, or minus the source's id where the source is its own unit.
    """

    excerpt_id: int
    source_id: int
    start: int
    end: int
    quote: str
    citation: str
    method: str
    method_letter: str
    reference: str
    informant_id: int | None
    informant: str
    role: str
    role_kind: str
    category: str
    site: str
    date: Day | None
    unit: int
    surprise: bool

    @property
    def place(self) -> tuple[int, int, int]:
        """Where the words stand: source, start, end."""
        return self.source_id, self.start, self.end

    @property
    def who(self) -> str:
        """The code of who speaks; the reference of a source that is its own unit."""
        return self.informant or self.reference


def spoken(
    study: Study, excerpt_ids: Collection[int], *, language: str | None = None
) -> dict[int, Spoken]:
    """Return excerpts by their ids; what is gone is left out. `language` is the citations'."""
    wanted = list(dict.fromkeys(excerpt_ids))
    if not wanted:
        return {}
    said = language or study.language
    found: dict[int, Spoken] = {}
    with study.read() as connection:
        template = read_template(connection)
        rows = [
            row
            for at in range(0, len(wanted), AT_ONCE)
            for row in connection.execute(_QUERY.where(Excerpt.id.in_(wanted[at : at + AT_ONCE])))
        ]
    for row in rows:
        line = study.texts.line_of(row.source_id, row.start)
        cited = Cited(row.method, row.reference, row.informant, row.role, row.site, row.day, line)
        found[row.id] = Spoken(
            *(row.id, row.source_id, row.start, row.end),
            quote=study.texts.quote(row.source_id, row.start, row.end),
            citation=cite(cited, said, template),
            method=row.method,
            method_letter=letter(row.method, said),
            reference=row.reference,
            informant_id=row.speaker_id,
            informant=row.informant,
            role=row.role,
            role_kind=row.role_kind,
            category=row.category,
            site=row.site,
            date=row.day,
            unit=row.unit,
            surprise=row.surprise,
        )
    return found


_QUERY = (
    select(
        *(Excerpt.id, Excerpt.source_id, Excerpt.start, Excerpt.end, Excerpt.speaker_id),
        *(Excerpt.surprise, Source.method, Source.reference, Source.date.label("day")),
        func.coalesce(capacity.Speaker.code, "").label("informant"),
        func.coalesce(Role.name, "").label("role"),
        func.coalesce(Role.kind, "").label("role_kind"),
        func.coalesce(Category.name, "").label("category"),
        func.coalesce(Site.name, "").label("site"),
        capacity.unit.label("unit"),
    )
    .select_from(
        capacity.with_capacity()
        .outerjoin(Role, Role.id == capacity.role_id)
        .outerjoin(Category, Category.id == capacity.category_id)
        .outerjoin(Site, Site.id == capacity.site_id)
    )
    .order_by(Excerpt.source_id, Excerpt.start, Excerpt.end, Excerpt.id)
)
