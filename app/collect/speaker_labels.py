"""The speakers of a source: which label of its turns is which informant."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.collect.bulk import WITH_NULLS
from app.collect.guessing import tie_speakers
from app.collect.participants import take_part
from app.collect.planning import known_in
from app.collect.speakers import settle_speakers
from app.collect.turns import find_turns
from app.errors import UserError
from app.study import Study
from models.collection import Participation, Source
from models.collection import Turn as TurnEntity
from models.design import Informant


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A label of the turns of a source; `code` is that of the informant it stands for, or ""."""

    label: str
    informant_id: int | None
    code: str
    is_researcher: bool
    turns: int


@dataclass(frozen=True, slots=True)
class TurnRow:
    """A turn [start, end) of a source, in code points, and who speaks in it."""

    start: int
    end: int
    speaker: str
    informant_id: int | None
    code: str
    is_researcher: bool


def turns(study: Study, source_id: int) -> list[TurnRow]:
    """Return the turns of a source in order."""
    query = (
        select(
            TurnEntity.start,
            TurnEntity.end,
            TurnEntity.speaker,
            TurnEntity.informant_id,
            func.coalesce(Informant.code, ""),
            TurnEntity.is_researcher,
        )
        .outerjoin(Informant, Informant.id == TurnEntity.informant_id)
        .where(TurnEntity.source_id == source_id)
        .order_by(TurnEntity.start)
    )
    with study.read() as connection:
        return [TurnRow(*row) for row in connection.execute(query)]


def speaker_labels(study: Study, source_id: int) -> list[SpeakerRow]:
    """Return the labels of a source's turns, in the order in which they first speak."""
    found: dict[str, list[TurnRow]] = {}
    for turn in turns(study, source_id):
        found.setdefault(turn.speaker, []).append(turn)
    return [
        SpeakerRow(label, said[0].informant_id, said[0].code, said[0].is_researcher, len(said))
        for label, said in found.items()
    ]


def set_speaker(
    study: Study,
    source_id: int,
    label: str,
    informant_id: int | None,
    *,
    is_researcher: bool = False,
) -> None:
    """Say whom a label stands for, in all turns that bear it: an informant, the researcher, or
    nobody known. The informant takes part in the source from then on.
    """
    if is_researcher:
        informant_id = None
    with study.read() as connection:
        name = _reference(connection, source_id)
    with study.change("collect.history.speaker", label=label, source=name) as session:
        session.execute(
            update(TurnEntity)
            .where(TurnEntity.source_id == source_id, TurnEntity.speaker == label)
            .values(informant_id=informant_id, is_researcher=is_researcher)
        )
        if informant_id is not None:
            take_part(session, source_id, informant_id)
        settle_speakers(session, source_id)


def find_turns_again(study: Study, source_id: int) -> int:
    """Read the speakers of a source from its text anew, and return how many turns there are.

    Labels that are tied to an informant by now stay so.
    """
    known = known_in(study)
    found = find_turns(study.texts.of(source_id), known.names())
    with study.read() as connection:
        name = _reference(connection, source_id)
        ids = {row.code: row.id for row in connection.execute(select(Informant.code, Informant.id))}
        taking_part = _codes_in(connection, source_id)
    before = {row.label: row for row in speaker_labels(study, source_id)}
    tied = {speaker.label: speaker for speaker in tie_speakers(found, taking_part, known)}

    def row_of(turn: Any) -> dict[str, object]:
        old = before.get(turn.speaker)
        informant = old.informant_id if old else ids.get(tied[turn.speaker].informant)
        researcher = old.is_researcher if old else turn.is_researcher
        return {
            "source_id": source_id,
            "start": turn.start,
            "end": turn.end,
            "speaker": turn.speaker,
            "informant_id": informant,
            "is_researcher": researcher,
        }

    with study.change("collect.history.turns_found", source=name) as session:
        _replace(session, source_id, [row_of(turn) for turn in found])
    return len(found)


def clear_turns(study: Study, source_id: int) -> None:
    """Take the turns of a source away: it is said by its one informant then, or its own unit."""
    with study.read() as connection:
        name = _reference(connection, source_id)
    with study.change("collect.history.turns_cleared", source=name) as session:
        _replace(session, source_id, [])


def _replace(session: Session, source_id: int, rows: list[dict[str, object]]) -> None:
    session.execute(delete(TurnEntity).where(TurnEntity.source_id == source_id))
    if rows:
        session.execute(insert(TurnEntity), rows, execution_options=WITH_NULLS)
    spoken: Iterable[Any] = dict.fromkeys(row["informant_id"] for row in rows)
    for informant_id in spoken:
        if informant_id is not None:
            take_part(session, source_id, informant_id)
    settle_speakers(session, source_id)


def _codes_in(connection: Connection, source_id: int) -> list[str]:
    query = (
        select(Informant.code)
        .join(Participation, Participation.informant_id == Informant.id)
        .where(Participation.source_id == source_id)
    )
    return list(connection.scalars(query))


def _reference(connection: Connection, source_id: int) -> str:
    name = connection.scalar(select(Source.reference).where(Source.id == source_id))
    if name is None:
        raise UserError("collect.no_such_source")
    return name
