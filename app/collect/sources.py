"""The sources of a study: listed, and what is known of them edited."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import Session

from app.collect.references import References
from app.errors import UserError
from app.language.words import say
from app.study import Study
from models.collection import Participation, Source, Turn
from models.design import METHODS, Category, Informant, Role, Site
from models.reduction import Coding, Excerpt


class Unchanged(Enum):
    """Says that a field is left as it is."""

    AS_IT_IS = "as it is"


UNCHANGED = Unchanged.AS_IT_IS


@dataclass(frozen=True, slots=True)
class Participant:
    """Who speaks in a source, and in which capacity there: names and ids, "" and None for none.

    Without an informant it is the source itself (a document, an activity), its own unit.
    """

    informant_id: int | None
    code: str
    role_id: int | None
    role: str
    category_id: int | None
    category: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as lists show it. `length` counts code points; `method_letter` is the study's."""

    id: int
    reference: str
    title: str
    method: str
    method_letter: str
    date: date | None
    place: str
    site_id: int | None
    site: str
    participants: tuple[Participant, ...]
    file_name: str
    length: int
    turns: int
    codings: int
    note: str
    attributes: Mapping[str, str]
    added_at: datetime


def sources(study: Study) -> list[SourceRow]:
    """Return all sources, by method and then reference."""
    with study.read() as connection:
        rows = _rows(connection, study.language, select(Source.id))
    order = {method: number for number, method in enumerate(METHODS)}
    return sorted(rows, key=lambda r: (order.get(r.method, len(order)), r.reference.casefold()))


def source(study: Study, source_id: int) -> SourceRow:
    """Return one source. Raises UserError where there is none."""
    with study.read() as connection:
        rows = _rows(connection, study.language, select(Source.id).where(Source.id == source_id))
    if not rows:
        raise UserError("collect.no_such_source")
    return rows[0]


def count_sources(study: Study) -> int:
    """Return how many sources there are."""
    with study.read() as connection:
        return connection.scalar(select(func.count()).select_from(Source)) or 0


def edit_source(
    study: Study,
    source_id: int,
    *,
    title: str | Unchanged = UNCHANGED,
    reference: str | Unchanged = UNCHANGED,
    method: str | Unchanged = UNCHANGED,
    date: date | Unchanged | None = UNCHANGED,
    place: str | Unchanged = UNCHANGED,
    site_id: int | Unchanged | None = UNCHANGED,
    note: str | Unchanged = UNCHANGED,
    attributes: Mapping[str, str] | Unchanged = UNCHANGED,
) -> None:
    """Change what is given of a source.

    Raises UserError where the reference is empty or another source's, the title is empty or the
    method is none.
    """
    given = {
        "title": title,
        "reference": reference,
        "method": method,
        "date": date,
        "place": place,
        "site_id": site_id,
        "note": note,
        "attributes": attributes,
    }
    new = {name: value for name, value in given.items() if value is not UNCHANGED}
    with study.change("collect.history.edited", source=_name(study, source_id)) as session:
        _edit(session, source_id, new)


def edit_sources(
    study: Study,
    source_ids: Sequence[int],
    *,
    method: str | Unchanged = UNCHANGED,
    date: date | Unchanged | None = UNCHANGED,
    site_id: int | Unchanged | None = UNCHANGED,
    place: str | Unchanged = UNCHANGED,
) -> None:
    """Change what is given of several sources, in one step."""
    given = {"method": method, "date": date, "site_id": site_id, "place": place}
    new = {name: value for name, value in given.items() if value is not UNCHANGED}
    with study.change("collect.history.several_edited", count=len(source_ids)) as session:
        for source_id in source_ids:
            _edit(session, source_id, new)


def next_reference(study: Study, method: str, informant_code: str = "") -> str:
    """Return a reference that is free for a source of that method (and of that informant)."""
    with study.read() as connection:
        taken = connection.scalars(select(Source.reference)).all()
    return References(taken, study.language).next(
        method, (informant_code,) if informant_code else ()
    )


def _edit(session: Session, source_id: int, new: dict[str, Any]) -> None:
    row = session.get(Source, source_id)
    if row is None:
        raise UserError("collect.no_such_source")
    for name in ("title", "reference"):
        if name in new:
            new[name] = " ".join(new[name].split())
    if new.get("title", row.title) == "":
        raise UserError("collect.no_title")
    if new.get("method", row.method) not in METHODS:
        raise UserError("collect.unknown_method", method=new["method"])
    if "reference" in new:
        _check_reference(session, source_id, new["reference"])
    for name, value in new.items():
        if getattr(row, name) != value:
            setattr(row, name, dict(value) if name == "attributes" else value)


def _check_reference(session: Session, source_id: int, reference: str) -> None:
    if not reference:
        raise UserError("collect.empty_reference")
    others = session.scalars(select(Source.reference).where(Source.id != source_id))
    if reference.casefold() in {other.casefold() for other in others}:
        raise UserError("collect.another_has_reference", reference=reference)


def _name(study: Study, source_id: int) -> str:
    with study.read() as connection:
        name = connection.scalar(select(Source.reference).where(Source.id == source_id))
    if name is None:
        raise UserError("collect.no_such_source")
    return name


def _rows(connection: Connection, language: str, ids: Select[int]) -> list[SourceRow]:
    found = connection.execute(
        select(Source.__table__, func.coalesce(Site.name, "").label("site_name"))
        .outerjoin(Site, Site.id == Source.site_id)
        .where(Source.id.in_(ids))
    ).all()
    participants = _participants(connection, ids)
    turns = _counts(connection, select(Turn.source_id, func.count()), Turn.source_id, ids)
    codings = _counts(
        connection,
        select(Excerpt.source_id, func.count()).join(Coding, Coding.excerpt_id == Excerpt.id),
        Excerpt.source_id,
        ids,
    )
    letters = {method: say(f"study.letters.{method}", language) for method in METHODS}
    return [
        SourceRow(
            id=row.id,
            reference=row.reference,
            title=row.title,
            method=row.method,
            method_letter=letters.get(row.method, ""),
            date=row.date,
            place=row.place,
            site_id=row.site_id,
            site=row.site_name,
            participants=tuple(participants.get(row.id, ())),
            file_name=row.file_name,
            length=row.length,
            turns=turns.get(row.id, 0),
            codings=codings.get(row.id, 0),
            note=row.note,
            attributes=row.attributes,
            added_at=row.added_at,
        )
        for row in found
    ]


def _participants(connection: Connection, ids: Select[int]) -> dict[int, list[Participant]]:
    rows = connection.execute(
        select(
            Participation.source_id,
            Participation.informant_id,
            func.coalesce(Informant.code, ""),
            Participation.role_id,
            func.coalesce(Role.name, ""),
            Participation.category_id,
            func.coalesce(Category.name, ""),
        )
        .outerjoin(Informant, Informant.id == Participation.informant_id)
        .outerjoin(Role, Role.id == Participation.role_id)
        .outerjoin(Category, Category.id == Participation.category_id)
        .where(Participation.source_id.in_(ids))
        .order_by(Participation.id)
    )
    found: dict[int, list[Participant]] = defaultdict(list)
    for row in rows:
        found[row.source_id].append(Participant(*row[1:]))
    return found


def _counts(
    connection: Connection, counting: Select[Any, int], column: Any, ids: Select[int]
) -> dict[int, int]:
    rows = connection.execute(counting.where(column.in_(ids)).group_by(column))
    return dict(rows.all())
