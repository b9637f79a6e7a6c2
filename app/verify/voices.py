"""Who can be heard in a study: each informant in each source, and the capacity they speak in.

The same rule as `app.reduce.capacity`, read once for the whole study: the participation says role
and category; where it is silent the informant's own category and first role stand in; a source
without an informant is its own unit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from app.verify.rules.votes import Unit, UnitKind, Voice
from models.collection import Participation, Source
from models.design import Category, Informant, InformantRole, Role, Site
from models.verification import ScoreTable

Pair = tuple[int, int | None]
"""A source's id, and the id of the informant who speaks there or None for the source itself."""


class _Source(NamedTuple):
    method: str
    site: int | None
    date: date | None
    reference: str


class _Informant(NamedTuple):
    code: str
    category: int | None
    site: int | None
    role: int | None


class _Role(NamedTuple):
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Cast:
    """All that is needed to say in which capacity a pair speaks. Made by `read_cast`.

    `categories` and `sites` are names by id, in the study's order; `taking_part` are the pairs for
    which the study holds a source, whether or not anything was coded there.
    """

    sources: Mapping[int, _Source]
    informants: Mapping[int, _Informant]
    roles: Mapping[int, _Role]
    categories: Mapping[int, str]
    sites: Mapping[int, str]
    capacities: Mapping[Pair, tuple[int | None, int | None]]
    taking_part: tuple[Pair, ...]
    tables: Mapping[str, str] = field(default_factory=dict)
    """The titles of the tables of numbers, by the units that stand for them (R10)."""
    voices: dict[Pair, Voice] = field(init=False)
    """Who speaks in a pair, and as what; `voices[pair]` makes a voice at first asking."""

    def __post_init__(self) -> None:
        """Let `voices` ask this cast."""
        object.__setattr__(self, "voices", _Voices(self))

    def voice(self, pair: Pair) -> Voice:
        """Return who speaks in `pair`, and as what."""
        return self.voices[pair]

    def label(self, unit: Unit) -> str:
        """Return the name of a unit: an informant's code, a source's reference, a table's title."""
        if isinstance(unit, str):
            return self.tables[unit]
        number = unit
        if number < 0:
            return self.sources[-number].reference
        return self.informants[number].code

    def ids_of_categories(self, name: str) -> tuple[int, ...]:
        """Return the ids of the category `name`: one, or none."""
        return tuple(number for number, known in self.categories.items() if known == name)

    def ids_of_sites(self, name: str) -> tuple[int, ...]:
        """Return the ids of the site `name`: one, or none."""
        return tuple(number for number, known in self.sites.items() if known == name)

    def ids_of_roles(self, name: str) -> tuple[int, ...]:
        """Return the ids of the role `name`: one, or none."""
        return tuple(number for number, known in self.roles.items() if known.name == name)

    def ids_in_period(self, period: str) -> tuple[int, ...]:
        """Return the ids of the sources of a period."""
        return tuple(number for number, s in self.sources.items() if _period(s.date) == period)

    def make_voice(self, source_id: int, speaker_id: int | None) -> Voice:
        """Work out the capacity of a pair."""
        source = self.sources[source_id]
        speaker = _NOBODY if speaker_id is None else self.informants[speaker_id]
        role_id, category_id = self.capacities.get((source_id, speaker_id), (None, None))
        role = self.roles.get(role_id or speaker.role or 0, _NO_ROLE)
        return Voice(
            unit=-source_id if speaker_id is None else speaker_id,
            method=source.method,
            category=self.categories.get(category_id or speaker.category or 0),
            role_kind=role.kind or None,
            role=role.name or None,
            site=self.sites.get(source.site or speaker.site or 0),
            period=_period(source.date),
            unit_kind=_kind(source.method, speaker_id),
        )


class _Voices(dict[Pair, Voice]):
    """Voices that were asked for; looked up many thousand times, so the rest is a dict's own."""

    def __init__(self, cast: Cast) -> None:
        super().__init__()
        self._cast = cast

    def __missing__(self, pair: Pair) -> Voice:
        voice = self[pair] = self._cast.make_voice(*pair)
        return voice


def _period(day: date | None) -> str | None:
    """Return the month of a date, as it sorts by time."""
    return f"{day:%Y-%m}" if day else None


_NOBODY = _Informant("", None, None, None)
_NO_ROLE = _Role("", "")
_OWN_KINDS = {"observation": UnitKind.ACTIVITY, "documentation": UnitKind.DOCUMENT}


def _kind(method: str, speaker_id: int | None) -> UnitKind:
    if speaker_id is not None:
        return UnitKind.INFORMANT
    return _OWN_KINDS.get(method, UnitKind.SOURCE)


def read_cast(connection: Connection) -> Cast:
    """Read who takes part in the study, in eight small queries."""
    sources = {
        row[0]: _Source(*row[1:])
        for row in connection.execute(
            select(Source.id, Source.method, Source.site_id, Source.date, Source.reference)
        )
    }
    takes_part = connection.execute(
        select(
            Participation.source_id,
            Participation.informant_id,
            Participation.role_id,
            Participation.category_id,
        ).order_by(Participation.id)
    ).all()
    capacities: dict[Pair, tuple[int | None, int | None]] = {
        (row[0], row[1]): (row[2], row[3]) for row in takes_part
    }
    alone = sources.keys() - {source_id for source_id, _ in capacities}
    return Cast(
        sources=sources,
        informants=_informants(connection),
        roles={
            row[0]: _Role(*row[1:])
            for row in connection.execute(select(Role.id, Role.name, Role.kind))
        },
        categories=_names(connection, Category),
        sites=_names(connection, Site),
        capacities=capacities,
        taking_part=(*capacities, *((source_id, None) for source_id in sorted(alone))),
        tables={
            table_unit(row[0]): row[1]
            for row in connection.execute(select(ScoreTable.id, ScoreTable.title))
        },
    )


def table_unit(table_id: int) -> str:
    """Return the unit that stands for a table of numbers."""
    return f"table {table_id}"


def _names(connection: Connection, entity: type[Category] | type[Site]) -> dict[int, str]:
    query = select(entity.id, entity.name).order_by(entity.position, entity.id)
    return {row[0]: row[1] for row in connection.execute(query)}


def _informants(connection: Connection) -> dict[int, _Informant]:
    by_order = select(InformantRole.informant_id, InformantRole.role_id).order_by(
        InformantRole.position.desc(), InformantRole.id.desc()
    )
    first_role = {row[0]: row[1] for row in connection.execute(by_order)}
    query = select(Informant.id, Informant.code, Informant.category_id, Informant.site_id)
    return {
        row[0]: _Informant(row[1], row[2], row[3], first_role.get(row[0]))
        for row in connection.execute(query)
    }
