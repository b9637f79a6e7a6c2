"""Who takes part in a source, and in which capacity: role and category belong to it there."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.collect.speakers import settle_speakers
from app.errors import UserError
from app.study import Study
from models.collection import Participation, Source, Turn


@dataclass(frozen=True, slots=True)
class Capacity:
    """An informant (None: the source itself) with the role and category in which they speak.

    Where role or category is None the informant's own first role and category stand in.
    """

    informant_id: int | None
    role_id: int | None = None
    category_id: int | None = None


def set_participants(study: Study, source_id: int, participants: Sequence[Capacity]) -> None:
    """Say who takes part in a source; its excerpts get their speakers anew.

    Turns of an informant who no longer takes part are nobody's then. Raises UserError where an
    informant is named twice.
    """
    wanted = {capacity.informant_id: capacity for capacity in participants}
    if len(wanted) < len(participants):
        raise UserError("collect.participant_twice")
    with study.read() as connection:
        name = connection.scalar(select(Source.reference).where(Source.id == source_id))
    if name is None:
        raise UserError("collect.no_such_source")
    with study.change("collect.history.participants", source=name) as session:
        there = _there(session, source_id)
        for informant_id, row in there.items():
            if informant_id not in wanted:
                session.delete(row)
                _free_turns(session, source_id, informant_id)
        session.flush()
        for informant_id, capacity in wanted.items():
            _set(session, source_id, there.get(informant_id), capacity)
        settle_speakers(session, source_id)


def take_part(session: Session, source_id: int, informant_id: int) -> None:
    """Let an informant take part in a source, in their usual capacity, if they do not yet.

    What was said of the source as its own unit goes: it has a speaker now.
    """
    there = _there(session, source_id)
    if informant_id in there:
        return
    if None in there:
        session.execute(delete(Participation).where(Participation.id == there[None].id))
    session.add(Participation(source_id=source_id, informant_id=informant_id))
    session.flush()


def _there(session: Session, source_id: int) -> dict[int | None, Participation]:
    rows = session.scalars(select(Participation).where(Participation.source_id == source_id))
    return {row.informant_id: row for row in rows}


def _free_turns(session: Session, source_id: int, informant_id: int | None) -> None:
    if informant_id is not None:
        session.execute(
            update(Turn)
            .where(Turn.source_id == source_id, Turn.informant_id == informant_id)
            .values(informant_id=None)
        )


def _set(session: Session, source_id: int, row: Participation | None, capacity: Capacity) -> None:
    if row is None:
        row = Participation(source_id=source_id, informant_id=capacity.informant_id)
        session.add(row)
    if (row.role_id, row.category_id) != (capacity.role_id, capacity.category_id):
        row.role_id, row.category_id = capacity.role_id, capacity.category_id
