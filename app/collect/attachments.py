"""Attachments: pictures, PDF, recordings and films that came with a project, and their selections.

Tilik lists and shows them, hands their bytes out and keeps them for the way back; it codes texts
alone.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import delete, func, select

from app.collect.attachment_pages import attachment_bytes
from app.design.records import several
from app.in_place import in_place
from app.language.words import say
from app.study import Study
from models.carried import Attachment, AttachmentData, AttachmentPart, Link, PartCoding, StudySet
from models.collection import Source
from models.reduction import Code


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """An attachment; `size` is in bytes, `held` tells whether the study has them.

    `beside` is the reference of the source that has its text; `parts` counts selections.
    """

    id: int
    name: str
    kind: str
    file_name: str
    size: int
    held: bool
    beside: str
    parts: int
    codings: int
    path: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """A selection in an attachment, or (without a place) the whole; `codes` are their names.

    `colour` is that of the first code, "" where there is none.
    """

    id: int
    name: str
    place: Mapping[str, Any]
    codes: str
    description: str
    colour: str = ""


def attachments(study: Study) -> list[AttachmentRow]:
    """Return the attachments by name, in one query."""
    parts = _count(AttachmentPart.attachment_id)
    codings = _count(PartCoding.attachment_id)
    query = (
        select(
            Attachment.id,
            Attachment.name,
            Attachment.kind,
            Attachment.file_name,
            Attachment.size,
            AttachmentData.attachment_id.is_not(None).label("held"),
            func.coalesce(Source.reference, "").label("beside"),
            func.coalesce(parts.c.number, 0).label("parts"),
            func.coalesce(codings.c.number, 0).label("codings"),
            Attachment.path,
        )
        .outerjoin(Source, Source.id == Attachment.source_id)
        .outerjoin(AttachmentData, AttachmentData.attachment_id == Attachment.id)
        .outerjoin(parts, parts.c.owner == Attachment.id)
        .outerjoin(codings, codings.c.owner == Attachment.id)
        .order_by(func.lower(Attachment.name), Attachment.id)
    )
    with study.read() as connection:
        return [AttachmentRow(*row) for row in connection.execute(query)]


def _count(owner: Any) -> Any:
    return select(owner.label("owner"), func.count().label("number")).group_by(owner).subquery()


def parts_of(study: Study, attachment_id: int) -> list[PartRow]:
    """Return the selections in an attachment with their codes; codes on the whole come first."""
    names = (
        select(PartCoding.part_id, Code.name, Code.colour)
        .join(Code, Code.id == PartCoding.code_id)
        .where(PartCoding.attachment_id == attachment_id)
        .order_by(Code.name)
    )
    with study.read() as connection:
        codes: dict[int | None, list[str]] = {}
        colours: dict[int | None, str] = {}
        for part_id, name, colour in connection.execute(names):
            codes.setdefault(part_id, []).append(name)
            colours.setdefault(part_id, colour)
        rows = connection.execute(
            select(
                AttachmentPart.id,
                AttachmentPart.name,
                AttachmentPart.place,
                AttachmentPart.description,
            )
            .where(AttachmentPart.attachment_id == attachment_id)
            .order_by(AttachmentPart.id)
        ).all()
    whole = [PartRow(0, "", {}, ", ".join(codes[None]), "")] if None in codes else []
    return whole + [
        PartRow(
            *(r.id, r.name, r.place, ", ".join(codes.get(r.id, ())), r.description),
            colour=colours.get(r.id, ""),
        )
        for r in rows
    ]


def place_words(place: Mapping[str, Any], language: str) -> str:
    """Say where a selection is: page, area in pixels or points, or from when to when."""
    said = []
    if not place:
        return say("attachments.place.whole", language)
    if place.get("page") is not None:
        said.append(say("attachments.place.page", language, page=_page(place["page"])))
    corners = [place.get(key) for key in ("firstX", "firstY", "secondX", "secondY")]
    if None not in corners:
        area = dict(zip(("left", "top", "right", "bottom"), corners, strict=True))
        said.append(say("attachments.place.area", language, **area))
    if place.get("begin") is not None:
        times = {key: clock(place.get(key) or 0) for key in ("begin", "end")}
        said.append(say("attachments.place.time", language, **times))
    return ", ".join(said)


def _page(number: object) -> object:
    """Return how a reader counts a page: from 1, where the file counts from 0."""
    return number + 1 if isinstance(number, int) else number


def clock(milliseconds: float) -> str:
    """Return a time of a recording as hours, minutes and seconds."""
    seconds = round(milliseconds / 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def carried_besides(study: Study) -> dict[str, list[str]]:
    """Return the names of sets and links that came in and have no room of their own."""
    with study.read() as connection:
        sets = connection.scalars(select(StudySet.name).order_by(StudySet.position, StudySet.id))
        links = connection.scalars(select(Link.name).order_by(Link.id))
        return {"sets": list(sets), "links": list(links)}


def save_attachment(study: Study, attachment_id: int, path: Path) -> None:
    """Write the bytes of an attachment to a file.

    Raises UserError where the study does not have them, EnvironmentProblem where the file cannot
    be written.
    """
    data = attachment_bytes(study, attachment_id)
    with in_place(path) as part:
        part.write_bytes(data)


def delete_attachments(study: Study, ids: Collection[int]) -> None:
    """Take attachments off with their selections; undo brings them back, bytes and all."""
    names = several(row.name for row in attachments(study) if row.id in ids)
    with study.change("attachments.history.deleted", names=names) as session:
        session.execute(delete(Attachment).where(Attachment.id.in_(ids)))
