"""Quoting excerpts in a report: shortened where the researcher did so, leading to their place."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.reduce import capacity
from app.reduce.citation import Cited, cite
from app.reduce.citation_template import read_template
from app.reduce.excerpts import ExcerptRow
from app.report.document import ReportDocument
from app.report.places import place_of
from app.study import Study
from models.collection import Source
from models.design import Role, Site
from models.reduction import Excerpt

AT_ONCE = 5_000
SHOWN_IN_CELL = 400
"""Characters; a longer quotation stands in a cell only where the cell has no shorter one."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """An excerpt word for word, its citation, its place in the report's transcripts."""

    words: str
    citation: str
    place: str


def words_of(document: ReportDocument, row: ExcerptRow) -> str:
    """Return how an excerpt is quoted: as the researcher shortened it, else in full."""
    return document.shortened.get(row.excerpt_id, row.quote)


def quote(document: ReportDocument, row: ExcerptRow, lead: str = "") -> None:
    """Write an excerpt as a quotation with its citation."""
    place = place_of(row.source_id, row.line)
    document.quotation(words_of(document, row), row.citation, lead, place)


def in_cell(document: ReportDocument, rows: Iterable[ExcerptRow]) -> str:
    """Return the shortest of the excerpts as it stands in a cell, with its citation."""
    found = min(rows, key=lambda row: (len(words_of(document, row)), row.excerpt_id), default=None)
    return f"“{words_of(document, found)}” {found.citation}" if found else ""


def quoted(study: Study, ids: Collection[int], document: ReportDocument) -> dict[int, Quoted]:
    """Return excerpts by their ids, coded or not; those that are gone are left out."""
    query = (
        select(
            Excerpt.id,
            Excerpt.source_id,
            Excerpt.start,
            Excerpt.end,
            Source.method,
            Source.reference,
            Source.date,
            capacity.Speaker.code.label("informant"),
            Role.name.label("role"),
            Site.name.label("site"),
        )
        .select_from(capacity.with_capacity())
        .outerjoin(Role, Role.id == capacity.role_id)
        .outerjoin(Site, Site.id == capacity.site_id)
    )
    wanted: list[int] = list(ids)
    rows: list[Any] = []
    with study.read() as connection:
        template = read_template(connection)
        for at in range(0, len(wanted), AT_ONCE):
            few = wanted[at : at + AT_ONCE]
            rows += connection.execute(query.where(Excerpt.id.in_(few))).all()
    found = {}
    for row in rows:
        line = study.texts.line_of(row.source_id, row.start)
        cited = Cited(
            row.method,
            row.reference,
            row.informant or "",
            row.role or "",
            row.site or "",
            row.date,
            line,
        )
        full = study.texts.quote(row.source_id, row.start, row.end)
        found[row.id] = Quoted(
            document.shortened.get(row.id, full),
            cite(cited, document.language, template),
            place_of(row.source_id, line),
        )
    return found
