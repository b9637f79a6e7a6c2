"""What a reader gathers from a database until the project is made."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.exchange.incoming import (
    InCoding,
    InSelection,
    InUser,
    Leftover,
    Trouble,
)
from app.exchange.others.database import Database, Row, number, words
from app.exchange.others.identity import Identities
from app.exchange.refi.positions import PLAIN, Told, counted


@dataclass(slots=True)
class Span:
    """A selection of a text as a database tells it, before its positions are settled."""

    guid: str
    start: int
    end: int
    codings: tuple[InCoding, ...] = ()
    quoted: str = ""
    name: str = ""
    user: str = ""
    made_at: datetime | None = None


@dataclass(slots=True)
class Gathering:
    """One database being read."""

    database: Database
    ids: Identities
    troubles: list[Trouble] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    tally: Counter[str] = field(default_factory=Counter)
    """What is reported once with its number, by the key of its words."""
    _users: dict[str, InUser] = field(default_factory=dict)

    def trouble(self, key: str, **values: object) -> None:
        """Report something that is otherwise than in the file, or not held."""
        self.troubles.append(Trouble(key, values))

    def leave(self, on: str, name: str, value: str) -> None:
        """Keep what a study has no place for, where there is anything."""
        if value.strip():
            self.leftovers.append(Leftover(on, name, value))

    def user(self, name: str, colour: str = "") -> str:
        """Return the guid of the coder called `name`, "" where nobody is named."""
        bare = " ".join(name.split())
        if not bare:
            return ""
        key = bare.casefold()
        if key not in self._users:
            self._users[key] = InUser(self.ids.of("coder", key), bare, colour)
        return self._users[key].guid

    def owner(self, row: Row) -> str:
        """Return the guid of the owner of a row."""
        return self.user(words(row, "owner"))

    def users(self) -> tuple[InUser, ...]:
        """Return the coders named so far."""
        return tuple(self._users.values())

    def left_out(self, what: Mapping[str, str]) -> None:
        """Report the rows of tables that are not read at all; `what` names a key for each."""
        for table, key in what.items():
            self.tally[key] += self.database.count(table)

    def all_troubles(self) -> tuple[Trouble, ...]:
        """Return what was changed and lost, what was counted, and the damaged tables."""
        counts = [
            Trouble(f"otherfiles.{key}", {"count": count})
            for key, count in self.tally.items()
            if count
        ]
        damaged = [
            Trouble("otherfiles.lost.damaged_table", {"table": table})
            for table in self.database.damaged
        ]
        return (*self.troubles, *counts, *damaged)

    def settle(
        self, name: str, raw: str, spans: Iterable[Span]
    ) -> tuple[str, tuple[InSelection, ...]]:
        """Return a text with "\\n" as its only line end, and its selections.

        Positions that were counted otherwise than in code points are counted again by the words
        that stand beside them; what is otherwise than told is reported.
        """
        spans = list(spans)
        told = [Told(span.start, span.end, span.quoted) for span in spans]
        result = counted(raw, told)
        if told and result.way not in PLAIN:
            self.trouble("exchange.changed.counted_otherwise", name=name, way=result.way)
        if result.moved:
            self.trouble("exchange.changed.moved_to_words", name=name, count=len(result.moved))
        selections = [
            InSelection(
                span.guid,
                *place,
                codings=span.codings,
                name=span.name,
                quoted=span.quoted,
                user=span.user,
                made_at=span.made_at,
            )
            for span, place in zip(spans, result.places, strict=True)
        ]
        return result.text, tuple(selections)


def place_of(row: Row, start: str, end: str) -> tuple[int, int] | None:
    """Return the positions that a row tells, None where they are no numbers."""
    first, last = number(row, start), number(row, end)
    return None if first is None or last is None else (first, last)


def by_number(rows: Iterable[Row], name: str) -> dict[int, list[Row]]:
    """Return rows by the number in a column; those without one are left out."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        key = number(row, name)
        if key is not None:
            found.setdefault(key, []).append(row)
    return found


def colour_of(told: str) -> str:
    """Return a colour as #rrggbb where it is one, else ""."""
    bare = told.strip().lower()
    hexes = set("0123456789abcdef")
    return bare if len(bare) in (4, 7) and bare[0] == "#" and set(bare[1:]) <= hexes else ""


def values_of(rows: Iterable[Row], name: str = "name", value: str = "value") -> dict[str, Any]:
    """Return the values that attributes have, by their names; empty ones are left out."""
    told = {words(row, name): words(row, value) for row in rows}
    return {key: said for key, said in told.items() if key.strip() and said.strip()}
