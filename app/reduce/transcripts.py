"""A source as it is read and coded: its text with codings and turns."""

from collections.abc import Collection

from sqlalchemy import Select, func, select

from app.errors import UserError
from app.reduce.source_lines import SourceLine, coding_counts, sources_overview
from app.reduce.transcript import CodingSpan, Transcript, TurnSpan
from app.study import Study
from models.collection import Source, Turn
from models.design import Coder, Informant
from models.reduction import Code, Coding, Excerpt

__all__ = [
    "SourceLine",
    "coding_counts",
    "coding_memo",
    "codings_by_id",
    "codings_of",
    "sources_overview",
    "transcript",
]


def transcript(study: Study, source_id: int) -> Transcript:
    """Return the text of a source with its codings and turns, in the order of their start.

    A turn's speaker is the informant's code where it is tied to one, else the label in the text.
    Raises UserError where the source is gone.
    """
    turns = (
        select(
            Turn.start,
            Turn.end,
            func.coalesce(Informant.code, Turn.speaker),
            Turn.is_researcher,
        )
        .outerjoin(Informant, Informant.id == Turn.informant_id)
        .where(Turn.source_id == source_id)
        .order_by(Turn.start, Turn.id)
    )
    with study.read() as connection:
        source = connection.execute(
            select(Source.reference, Source.title).where(Source.id == source_id)
        ).first()
        if source is None:
            raise UserError("reduce.no_such_source")
        spoken = tuple(TurnSpan(*row) for row in connection.execute(turns))
        spans = connection.execute(_spans().where(Excerpt.source_id == source_id))
        codings = tuple(CodingSpan(*row) for row in spans)
    return Transcript(
        source_id=source_id,
        reference=source.reference,
        title=source.title,
        text=study.texts.of(source_id),
        codings=codings,
        turns=spoken,
    )


def codings_of(study: Study, source_id: int) -> tuple[CodingSpan, ...]:
    """Return the codings of a source in the order of their start."""
    with study.read() as connection:
        spans = connection.execute(_spans().where(Excerpt.source_id == source_id))
        return tuple(CodingSpan(*row) for row in spans)


def codings_by_id(
    study: Study, source_id: int, ids: Collection[int]
) -> dict[int, CodingSpan | None]:
    """Return what `ids` are now in a source: None for those that are gone, or are elsewhere.

    For a view that knows which codings a change touched.
    """
    found: dict[int, CodingSpan | None] = dict.fromkeys(ids)
    query = _spans().where(Coding.id.in_(ids), Excerpt.source_id == source_id)
    with study.read() as connection:
        found.update((row[0], CodingSpan(*row)) for row in connection.execute(query))
    return found


def coding_memo(study: Study, coding_id: int) -> str:
    """Return the words of the memo on a coding; empty where there is none."""
    with study.read() as connection:
        return connection.scalar(select(Coding.memo).where(Coding.id == coding_id)) or ""


def _spans() -> Select[int, int, int, int, int, str, str, str, str, bool, bool]:
    return (
        select(
            *(Coding.id, Coding.excerpt_id, Coding.code_id, Excerpt.start, Excerpt.end),
            *(Code.name, Code.colour, Coding.direction, Coder.name, Coding.memo != ""),
            Excerpt.set_aside,
        )
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .join(Code, Code.id == Coding.code_id)
        .join(Coder, Coder.id == Coding.coder_id)
        .order_by(Excerpt.start, Excerpt.end, Coding.id)
    )
