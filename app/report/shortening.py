"""Quotations that the researcher shortened: […] for what is left out, [word] for what is put in.

What stands in the report is still checked against the source: every word outside the brackets is
the speaker's, in the speaker's order.
"""

import re
from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.errors import UserError
from app.reduce.names.table import names_shown
from app.study import Study
from models.collection import Source
from models.design import Study as StudyRow
from models.reduction import Excerpt

KEPT = "shortened"
"""The key in the study's settings: words by the id of the excerpt."""
_BRACKETED = re.compile(r"\[[^\[\]]*\]")


def holds(words: str, original: str) -> bool:
    """Tell whether `words` quote `original`: outside square brackets, word for word and in order.

    Blanks may differ; at least one word must be the speaker's.
    """
    if words == original:
        return True
    at, spoken = 0, False
    pieces = [piece.split() for piece in _BRACKETED.split(words)]
    for piece in pieces:
        if not piece:
            continue
        found = re.compile(r"\s+".join(map(re.escape, piece))).search(original, at)
        if found is None or not _whole(original, found.start(), found.end(), words):
            return False
        at, spoken = found.end(), True
    return spoken


def shortened(study: Study) -> dict[int, str]:
    """Return the quotations that were shortened, by excerpt, but for those that no longer hold.

    A transcript that was corrected since may no longer say what the quotation says.
    """
    with study.read() as connection:
        kept = read_shortened(connection)
        rows = connection.execute(
            select(Excerpt.id, Excerpt.source_id, Excerpt.start, Excerpt.end).where(
                Excerpt.id.in_(kept)
            )
        ).all()
    names, found = names_shown(study), {}
    for row in rows:
        original = study.texts.quote(row.source_id, row.start, row.end)
        if holds(kept[row.id], original) or holds(kept[row.id], names.apply(original)):
            found[row.id] = kept[row.id]
    return found


def read_shortened(connection: Connection) -> dict[int, str]:
    """Return what the settings keep, within a reading."""
    settings = connection.scalar(select(StudyRow.settings)) or {}
    kept = settings.get(KEPT)
    if not isinstance(kept, Mapping):
        return {}
    return {int(key): str(words) for key, words in kept.items() if str(key).isdigit()}


def shorten(study: Study, excerpt_id: int, words: str) -> None:
    """Quote an excerpt in fewer words from now on; empty words, or all of it, quote it in full.

    Raises UserError where a word outside the brackets is not the source's.
    """
    with study.read() as connection:
        row = connection.execute(
            select(Excerpt.source_id, Excerpt.start, Excerpt.end, Source.reference)
            .join(Source, Source.id == Excerpt.source_id)
            .where(Excerpt.id == excerpt_id)
        ).first()
    if row is None:
        raise UserError("chapter.no_such_excerpt")
    original = study.texts.quote(row.source_id, row.start, row.end)
    words = words.strip()
    shown = names_shown(study).apply(original)
    if words and not (holds(words, original) or holds(words, shown)):
        raise UserError("chapter.not_a_quotation", source=row.reference)
    with study.change("chapter.history.shortened", source=row.reference) as session:
        study_row = session.scalars(select(StudyRow)).one()
        kept = dict(study_row.settings.get(KEPT) or {})
        kept.pop(str(excerpt_id), None)
        if words and words != original:
            kept[str(excerpt_id)] = words
        study_row.settings = {**study_row.settings, KEPT: kept}


def _whole(original: str, start: int, end: int, words: str) -> bool:
    """Tell whether a piece begins and ends where words do, or where a bracket is for letters."""
    begins = start == 0 or not original[start - 1 : start + 1].isalnum()
    ends = end == len(original) or not original[end - 1 : end + 1].isalnum()
    return (begins or "]" in words) and (ends or "[" in words)
