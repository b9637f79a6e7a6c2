"""Who speaks where in a source and in which role, read for many sources with few statements.

The rules are those of `app.collect.speakers` and `app.reduce.capacity`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from app.collect.speakers import most_said
from models.collection import Participation, Turn
from models.design import Informant, InformantRole


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: an informant in a role; `name` also says a label that is tied to nobody."""

    informant_id: int | None
    name: str
    role_id: int | None


class Said(NamedTuple):
    """A turn: [start, end) in code points, whose it is and by which label."""

    start: int
    end: int
    informant_id: int | None
    speaker: str
    is_researcher: bool


class Voices:
    """The voices of one source."""

    def __init__(
        self,
        turns: Sequence[Said],
        roles: dict[int | None, int | None],
        names: dict[int, str],
        first_roles: dict[int, int],
    ) -> None:
        """`roles` has the participants and their role there, `first_roles` stands in for it."""
        self.turns = turns
        self._starts = [turn.start for turn in turns]
        self._ends = [turn.end for turn in turns]
        self._roles, self._names, self._first = roles, names, first_roles
        known = [informant for informant in roles if informant is not None]
        self.alone = known[0] if len(known) == 1 else None

    def of(self, start: int, end: int) -> Voice:
        """Return who says most of [start, end)."""
        if not self.turns:
            return self.voice(self.alone)
        # Turns follow each other without overlap, so their ends are in order as well.
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        turns = self.turns[first:last]
        if not turns:
            return self.voice(self.alone)
        informant = most_said(turns, start, end)
        return self.voice(informant, turns[0].speaker)

    def voice(self, informant: int | None, label: str = "") -> Voice:
        """Return an informant of this source with the role there; `label` names an unknown one."""
        role = self._roles.get(informant)
        if informant is None:
            return Voice(None, label, role)
        return Voice(informant, self._names[informant], role or self._first.get(informant))


def read_voices(connection: Connection, sources: Collection[int]) -> dict[int, Voices]:
    """Return the voices of each of `sources`."""
    turns: dict[int, list[Said]] = {source: [] for source in sources}
    roles: dict[int, dict[int | None, int | None]] = {source: {} for source in sources}
    few = len(sources) <= FEW
    spoken = select(
        Turn.source_id, Turn.start, Turn.end, Turn.informant_id, Turn.speaker, Turn.is_researcher
    ).order_by(Turn.source_id, Turn.start)
    taking_part = select(
        Participation.source_id, Participation.informant_id, Participation.role_id
    ).order_by(Participation.id)
    if few:
        spoken = spoken.where(Turn.source_id.in_(sources))
        taking_part = taking_part.where(Participation.source_id.in_(sources))
    for row in connection.execute(spoken):
        if row.source_id in turns:
            turns[row.source_id].append(Said(*row[1:]))
    for source, informant, role in connection.execute(taking_part):
        if source in roles:
            roles[source][informant] = role
    names = dict(connection.execute(select(Informant.id, Informant.code)).all())
    first = _first_roles(connection)
    return {source: Voices(turns[source], roles[source], names, first) for source in sources}


FEW = 500
"""Up to so many sources are named in a statement; of more, all are read."""


def _first_roles(connection: Connection) -> dict[int, int]:
    place = func.min(InformantRole.position * 1_000_000 + InformantRole.id)
    query = select(InformantRole.informant_id, InformantRole.role_id, place)
    rows = connection.execute(query.group_by(InformantRole.informant_id))
    return {row.informant_id: row.role_id for row in rows}
