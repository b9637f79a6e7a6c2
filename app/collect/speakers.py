"""Who speaks in a span of a source: the informant of the turn, or the only participant."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.collection import Participation, Turn
from models.reduction import Excerpt


def speaker_of(session: Session, source_id: int, start: int, end: int) -> int | None:
    """Return who says most of [start, end): the informant of a turn, or the only participant.

    A source with turns is silent about the researcher's own words: None. So is one without turns
    that several informants, or none, took part in: it is its own unit.
    """
    turns = session.execute(
        select(Turn.start, Turn.end, Turn.informant_id).where(
            Turn.source_id == source_id, Turn.start < end, Turn.end > start
        )
    ).all()
    said: dict[int, int] = {}
    for turn in turns:
        if turn.informant_id is not None:
            words = min(end, turn.end) - max(start, turn.start)
            said[turn.informant_id] = said.get(turn.informant_id, 0) + words
    if said:
        return max(said, key=lambda informant: said[informant])
    if turns:
        return None
    participants = session.scalars(
        select(Participation.informant_id)
        .where(Participation.source_id == source_id, Participation.informant_id.is_not(None))
        .limit(2)
    ).all()
    return participants[0] if len(participants) == 1 else None


def settle_speakers(session: Session, source_id: int) -> None:
    """Work out the speakers of a source's excerpts again, after turns or participants changed."""
    session.flush()
    excerpts = session.scalars(select(Excerpt).where(Excerpt.source_id == source_id)).all()
    for excerpt in excerpts:
        speaker = speaker_of(session, source_id, excerpt.start, excerpt.end)
        if excerpt.speaker_id != speaker:
            excerpt.speaker_id = speaker
