"""Rows made by the thousand within one change: ids given out beforehand, one statement a table."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, text

from models.base import Base, new_guid
from models.history import images_together

ROWS_AT_ONCE = 20_000
FEW = 100


class Table:
    """The rows of one entity: those of the study by guid, and new ones until `write`."""

    def __init__(self, connection: Connection, entity: type[Base]) -> None:
        """Look up which id is free and which guids the study has."""
        self.entity = entity
        self.name = entity.__tablename__
        self.table: Any = entity.__table__
        self.next_id = _free_id(connection, self.name, self.table)
        self.there: dict[str, int] = {}
        if "guid" in self.table.c:
            rows = connection.execute(select(self.table.c.guid, self.table.c.id))
            self.there = {row.guid: row.id for row in rows}
        self.made: dict[str, int] = {}
        self.pending: list[dict[str, Any]] = []

    def add(self, guid: str = "", /, **values: Any) -> int:
        """Add a row and return its id; a guid that is empty or taken gives way to a new one."""
        number = self.next_id
        self.next_id += 1
        row = {"id": number, **values}
        if "guid" in self.table.c:
            row["guid"] = guid if guid and not self.knows(guid) else new_guid()
            self.made[row["guid"]] = number
        self.pending.append(row)
        return number

    def knows(self, guid: str) -> bool:
        """Tell whether a row of the study, or one that was added, has that guid."""
        return guid in self.there or guid in self.made

    def unwritten(self, number: int) -> dict[str, Any] | None:
        """Return a row that was added and is not written yet; None for any other."""
        at = number - (self.next_id - len(self.pending))
        return self.pending[at] if 0 <= at < len(self.pending) else None

    def sources(self) -> set[int]:
        """Return the sources that rows not written yet belong to."""
        return {row["source_id"] for row in self.pending}

    def write(self, connection: Connection) -> None:
        """Insert the rows that were added since the last time."""
        rows, self.pending = self.pending, []
        if len(rows) < FEW:
            self._insert_all(connection, rows)
            return
        with images_together(connection, self.table):
            self._insert_all(connection, rows)

    def _insert_all(self, connection: Connection, rows: list[dict[str, Any]]) -> None:
        for at in range(0, len(rows), ROWS_AT_ONCE):
            self._insert(connection, rows[at : at + ROWS_AT_ONCE])

    def _insert(self, connection: Connection, rows: list[dict[str, Any]]) -> None:
        """Insert rows of the same columns; past a few, without SQLAlchemy's work on each value."""
        named = [c for c in self.table.c if c.name in rows[0]]
        defaults = [c for c in self.table.c if c.default is not None and c.name not in rows[0]]
        if defaults or len(rows) < FEW:
            connection.execute(insert(self.table), rows)
            return
        dialect = connection.dialect
        stored = [
            [row[c.name] for row in rows]
            if (process := c.type.dialect_impl(dialect).bind_processor(dialect)) is None
            else [process(row[c.name]) for row in rows]
            for c in named
        ]
        statement = insert(self.table).compile(dialect=dialect, column_keys=[c.name for c in named])
        connection.exec_driver_sql(str(statement), list(zip(*stored, strict=True)))


class Tables:
    """The tables that one change adds to, each looked up when it is first wanted."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a change."""
        self.connection = connection
        self._tables: dict[type[Base], Table] = {}

    def __getitem__(self, entity: type[Base]) -> Table:
        """Return the table of an entity."""
        if entity not in self._tables:
            self._tables[entity] = Table(self.connection, entity)
        return self._tables[entity]

    def write(self) -> None:
        """Insert all rows that were added; references are looked at when the change ends."""
        for table in self._tables.values():
            table.write(self.connection)


def stored_time(moment: datetime | None, otherwise: datetime) -> datetime:
    """Return a moment as the study stores it: UTC, to the second, without a zone."""
    if moment is None:
        return otherwise
    try:
        if moment.tzinfo is not None:
            moment = moment.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:  # the year 1, by which some programs say that there is none
        return otherwise
    return moment.replace(microsecond=0) if moment.year > 1 else otherwise


def unique_name(
    wanted: str, taken: Mapping[str, Any] | set[str], counts: dict[str, int] | None = None
) -> str:
    """Return `wanted`, with a number behind it where it is among `taken` (case folded).

    `counts` remembers from call to call which number each name came to, for names by the thousand.
    """
    if wanted.casefold() not in taken:
        return wanted
    counts = {} if counts is None else counts
    count = counts.get(wanted.casefold(), 1) + 1
    while f"{wanted} ({count})".casefold() in taken:
        count += 1
    counts[wanted.casefold()] = count
    return f"{wanted} ({count})"


def _free_id(connection: Connection, name: str, table: Any) -> int:
    highest = connection.scalar(select(func.coalesce(func.max(table.c.id), 0))) or 0
    ever = connection.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :n"), {"n": name})
    return max(highest, ever or 0) + 1
