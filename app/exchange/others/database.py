"""A SQLite database of another program, read without ever writing to it.

It may be of any version, cut or damaged: tables and columns that are not there are empty, and what
cannot be read any more is counted.
"""

import math
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.collect.reading import limits
from app.errors import UserError
from app.faults import in_plain_words, one_line

DATABASE_LIMIT = 2_000 * limits.MEGABYTE
VALUE_LIMIT = 100 * limits.MEGABYTE
"""One text or one file kept in a cell."""
HEADER = b"SQLite format 3\0"

BROKEN = (sqlite3.Error, UnicodeDecodeError, OverflowError)
"""What reading a damaged database may raise; names that are no UTF-8 among them."""
Row = dict[str, Any]
"""A row by the lower-case names of its columns."""


class Database:
    """An open database; `damaged` are the tables that could be read in part only."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self.name = name
        self.damaged: dict[str, None] = {}
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self.tables = {str(table).lower(): str(table) for (table,) in found}

    def has(self, *tables: str) -> bool:
        """Tell whether all of the tables are there."""
        return all(table in self.tables for table in tables)

    def count(self, table: str) -> int:
        """Return how many rows a table has, 0 where it is not there or cannot be counted."""
        if table not in self.tables:
            return 0
        try:
            found = self._connection.execute(f"SELECT count(*) FROM {self._quoted(table)}")
            return int(found.fetchone()[0])
        except BROKEN:
            self.damaged[table] = None
            return 0

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table as far as they can be read; none where it is not there."""
        if table not in self.tables:
            return
        try:
            cursor = self._connection.execute(f"SELECT * FROM {self._quoted(table)}")
            names = [str(column[0]).lower() for column in cursor.description]
            for values in cursor:
                yield dict(zip(names, values, strict=True))
        except BROKEN:
            self.damaged[table] = None

    def _quoted(self, table: str) -> str:
        return '"' + self.tables[table].replace('"', '""') + '"'


@contextmanager
def opened(path: Path, name: str = "") -> Iterator[Database]:
    """Open the database at `path` for reading, as if it could not change.

    One whose last changes stand in a journal beside it is read from a copy. Raises UserError where
    it is no database or cannot be read at all, EnvironmentProblem where the disk refuses.
    """
    name = name or one_line(path.name)
    with in_plain_words(path):
        limits.check_size(name, path.stat().st_size, DATABASE_LIMIT)
        with path.open("rb") as file:
            if file.read(len(HEADER)) != HEADER:
                raise UserError("otherfiles.not_a_database", file=name)
    with tempfile.TemporaryDirectory(prefix="tilik-") as folder, in_plain_words(path):
        real = _copied(path, Path(folder)) if _has_journal(path) else path
        way = "mode=rw" if real != path else "mode=ro&immutable=1"
        try:
            connection = _connected(real, way)
        except BROKEN as error:
            raise UserError("otherfiles.damaged", file=name) from error
        try:
            yield _looked_into(connection, name)
        finally:
            connection.close()


def _looked_into(connection: sqlite3.Connection, name: str) -> Database:
    try:
        return Database(connection, name)
    except BROKEN as error:
        raise UserError("otherfiles.damaged", file=name) from error


def _connected(path: Path, way: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?{way}", uri=True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, VALUE_LIMIT)
    connection.text_factory = decoded
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    return connection


def _has_journal(path: Path) -> bool:
    return any(
        beside.is_file() and beside.stat().st_size > 0
        for beside in (path.with_name(path.name + end) for end in ("-wal", "-journal"))
    )


def _copied(path: Path, folder: Path) -> Path:
    for end in ("", "-wal", "-journal"):
        beside = path.with_name(path.name + end)
        if beside.is_file():
            shutil.copyfile(beside, folder / f"data{end}")
    return folder / "data"


def decoded(data: bytes) -> str:
    """Return the words of a cell: UTF-8, else as Windows wrote it in the west."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def words(row: Row, name: str) -> str:
    """Return a cell as words, "" where it is empty."""
    value = row.get(name)
    if value is None:
        return ""
    if isinstance(value, bytes):
        value = decoded(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("\0", "")


def number(row: Row, name: str) -> int | None:
    """Return a cell as a whole number, None where it is none."""
    value = row.get(name)
    try:
        told = float(value) if value is not None else math.nan
    except (TypeError, ValueError):
        return None
    return int(told) if math.isfinite(told) and abs(told) < 2**53 else None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def moment(row: Row, name: str) -> datetime | None:
    """Return a cell as a moment: as ISO has it, or as "Fri Aug  5 12:54:05 2016"."""
    told = words(row, name).strip()
    try:
        found = datetime.fromisoformat(told.replace("_", " "))
    except ValueError:
        parts = told.lower().split()
        try:
            _, month, day, clock, year = parts
            hour, minute, second = (int(part) for part in clock.split(":"))
            found = datetime(
                int(year), _MONTHS.index(month[:3]) + 1, int(day), hour, minute, second, tzinfo=UTC
            )
        except ValueError:
            return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
