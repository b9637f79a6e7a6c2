"""Replacing names in the texts for good: corrections of the transcripts, one step of undo."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from app.design.records import several
from app.errors import UserError
from app.reduce.names.replacing import Names
from app.reduce.names.table import PseudonymRow, pseudonyms
from app.reduce.text_editing import edit_text
from app.reduce.text_shift import Edit
from app.study import Study
from models.collection import Source, Turn


@dataclass(frozen=True, slots=True)
class Standing:
    """How often names stand in the texts, and in how many sources."""

    places: int
    sources: int


def standing(study: Study, ids: Collection[int]) -> Standing:
    """Count what `replace_for_good` would replace in the texts."""
    names = _names(_rows(study, ids))
    counts = [len(edits) for edits in _edits(study, names).values()]
    return Standing(sum(counts), len(counts))


def replace_for_good(study: Study, ids: Collection[int]) -> Standing:
    """Replace names of the table in all texts and in the labels of speakers; codings keep places.

    Undo brings the names back: the history keeps them, as do the files that were imported and
    the backups. Raises UserError where the names stand in no text.
    """
    rows = _rows(study, ids)
    names = _names(rows)
    edits = _edits(study, names)
    if not edits:
        raise UserError("summaries.names.not_found", name=several(row.name for row in rows))
    told = several(row.name for row in rows)
    with study.change("summaries.history.replaced_for_good", names=told) as session:
        for source_id, corrections in edits.items():
            edit_text(study, source_id, corrections)
        for turn in session.scalars(select(Turn)):
            label = names.apply(turn.speaker)
            if label != turn.speaker:
                turn.speaker = label
    return Standing(sum(map(len, edits.values())), len(edits))


def _rows(study: Study, ids: Collection[int]) -> list[PseudonymRow]:
    rows = [row for row in pseudonyms(study) if row.id in ids]
    if not rows:
        raise UserError("summaries.names.no_such_name")
    return rows


def _names(rows: Collection[PseudonymRow]) -> Names:
    return Names(tuple((row.name, row.replacement) for row in rows))


def _edits(study: Study, names: Names) -> dict[int, list[Edit]]:
    with study.read() as connection:
        sources = connection.scalars(select(Source.id).order_by(Source.id)).all()
    found = {
        source_id: [
            Edit(each.start, each.end, each.replacement)
            for each in names.found(study.texts.of(source_id))
        ]
        for source_id in sources
    }
    return {source_id: edits for source_id, edits in found.items() if edits}
