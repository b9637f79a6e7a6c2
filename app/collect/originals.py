"""The files that sources came from, kept byte for byte."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from app.errors import UserError
from app.faults import in_plain_words
from app.study import Study
from models.collection import Original, Source


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """A file as it was imported."""

    name: str
    data: bytes


def original(study: Study, source_id: int) -> OriginalFile | None:
    """Return the file of a source; rows of one table share theirs. None where none is kept."""
    with study.read() as connection:
        found = connection.execute(
            select(Original.name, Original.data).where(Original.source_id == source_id)
        ).first()
        if found is None:
            sha256 = select(Source.sha256).where(Source.id == source_id).scalar_subquery()
            found = connection.execute(
                select(Original.name, Original.data)
                .join(Source, Source.id == Original.source_id)
                .where(Source.sha256 == sha256, Source.sha256 != "")
                .limit(1)
            ).first()
    return OriginalFile(found.name, found.data) if found is not None else None


def export_original(study: Study, source_id: int, target: Path) -> Path:
    """Write the file of a source to `target` and return it. Raises UserError where none is kept."""
    found = original(study, source_id)
    if found is None:
        raise UserError("collect.no_original")
    with in_plain_words(target):
        target.write_bytes(found.data)
    return target
