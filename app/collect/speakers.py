"""Who speaks in a span of a source: the informant of the turn, or the only participant."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.collection import Participation, Turn
from models.reduction import Excerpt


class _Said(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def informant_id(self) -> int | None: ...


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
    return most_said(turns, start, end) if turns else _only_participant(session, source_id)


class Speakers:
    """The speakers of one source, read once: for many spans of it."""

    def __init__(self, session: Session, source_id: int) -> None:
        """Read the turns and participants of the source."""
        session.flush()
        self._turns = session.execute(
            select(Turn.start, Turn.end, Turn.informant_id)
            .where(Turn.source_id == source_id)
            .order_by(Turn.start)
        ).all()
        self._starts = [turn.start for turn in self._turns]
        self._ends = [turn.end for turn in self._turns]
        self._only = _only_participant(session, source_id)

    def of(self, start: int, end: int) -> int | None:
        """Return who says most of [start, end), by the rule of `speaker_of`."""
        # Turns follow each other without overlap, so their ends are in order as well.
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        turns: Sequence[_Said] = self._turns[first:last]
        return most_said(turns, start, end) if turns else self._only


def settle_speakers(session: Session, source_id: int) -> None:
    """Work out the speakers of a source's excerpts again, after turns or participants changed."""
    speakers = Speakers(session, source_id)
    excerpts = session.scalars(select(Excerpt).where(Excerpt.source_id == source_id)).all()
    for excerpt in excerpts:
        speaker = speakers.of(excerpt.start, excerpt.end)
        if excerpt.speaker_id != speaker:
            excerpt.speaker_id = speaker


def most_said(turns: Iterable[_Said], start: int, end: int) -> int | None:
    """Return the informant who says most of [start, end) in `turns`; None where nobody does."""
    said: dict[int, int] = {}
    for turn in turns:
        if turn.informant_id is not None:
            words = min(end, turn.end) - max(start, turn.start)
            said[turn.informant_id] = said.get(turn.informant_id, 0) + words
    return max(said, key=lambda informant: said[informant]) if said else None


def _only_participant(session: Session, source_id: int) -> int | None:
    participants = session.scalars(
        select(Participation.informant_id)
        .where(Participation.source_id == source_id, Participation.informant_id.is_not(None))
        .limit(2)
    ).all()
    return participants[0] if len(participants) == 1 else None
