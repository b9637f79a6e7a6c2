"""Excerpts by the thousand: found or made under many spans of a source at once."""

from collections.abc import Iterable

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.collect.bulk import WITH_NULLS
from app.collect.speakers import Speakers
from models.reduction import Excerpt

Span = tuple[int, int]


def excerpts_at(session: Session, source_id: int, spans: Iterable[Span]) -> dict[Span, int]:
    """Return the ids of the excerpts at `spans` of a source, making those that are not.

    The same as `app.reduce.excerpts.excerpt_at` for each, with few statements. The spans must lie
    in the text.
    """
    there = _there(session, source_id)
    new = [span for span in dict.fromkeys(spans) if span not in there]
    if new:
        speakers = Speakers(session, source_id)
        rows = [
            {
                "source_id": source_id,
                "start": start,
                "end": end,
                "speaker_id": speakers.of(start, end),
            }
            for start, end in new
        ]
        session.execute(insert(Excerpt), rows, execution_options=WITH_NULLS)
        there = _there(session, source_id)
    return there


def _there(session: Session, source_id: int) -> dict[Span, int]:
    rows = session.execute(
        select(Excerpt.start, Excerpt.end, Excerpt.id).where(Excerpt.source_id == source_id)
    )
    return {(row.start, row.end): row.id for row in rows}
