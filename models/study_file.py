"""The study file: what is SQLite's own (pragmas, identity, version, migration) stands here."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, insert, text

from models import (
    carried,
    collection,
    conclusions,
    design,
    drawing,
    fulltext,
    history,
    reduction,
    summaries,
    verification,
)
from models.base import Base

APPLICATION_ID = 0x54494C4B  # "TILK"
VERSION = 3
"""The schema's number, in the file's user_version; revision N of models/migrations makes it N."""

MAGIC = b"SQLite format 3\x00"
BEGIN_OPTION = "tilik_begin"

ENTITIES = (
    carried,
    collection,
    conclusions,
    design,
    drawing,
    reduction,
    summaries,
    verification,
)
"""The modules whose tables a study file holds: imported here, so that the metadata is whole."""


class Kind(Enum):
    """What a file turned out to be."""

    STUDY = "study"
    EMPTY = "empty"
    NOT_A_STUDY = "not_a_study"
    OLDER = "older"
    NEWER = "newer"


def uri(path: Path, mode: str) -> str:
    """Return the SQLite URI of `path`; `mode` is ro, rw or rwc, with further parameters by &."""
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def identify(path: Path) -> Kind:
    """Tell what `path` is, without changing a byte of it.

    Raises OSError where it cannot be read and sqlite3.DatabaseError where it is damaged.
    """
    with path.open("rb") as file:
        magic = file.read(len(MAGIC))
    if not magic:
        return Kind.EMPTY
    if magic != MAGIC:
        return Kind.NOT_A_STUDY
    with closing(sqlite3.connect(uri(path, reading_mode(path)), uri=True)) as connection:
        (identity,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if identity != APPLICATION_ID:
            return Kind.NOT_A_STUDY
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if version > VERSION:
        return Kind.NEWER
    return Kind.STUDY if version == VERSION else Kind.OLDER


def reading_mode(path: Path) -> str:
    """Return the mode in which `path` is read without leaving a file beside it.

    A study that nobody has open has no write-ahead log and is read as immutable; one with a log is
    read through it, except in a folder that cannot be written.
    """
    if not path.with_name(path.name + "-wal").exists():
        return "ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri(path, "ro"), uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return "ro&immutable=1"
    return "ro"


def create(path: Path) -> None:
    """Make an empty study file at `path`, which must not exist; its rows are the caller's."""
    engine = _engine(lambda: sqlite3.connect(path, isolation_level=None, check_same_thread=False))
    with engine.begin() as connection:
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version = {VERSION}"))
        Base.metadata.create_all(connection)
        fulltext.create(connection)
        make_triggers(connection)
        connection.execute(insert(history.OpenChange).values(id=1, change_id=None))
    outside_transactions(engine, "PRAGMA journal_mode = wal")
    engine.dispose()


def outside_transactions(engine: Engine, statement: str) -> tuple[Any, ...] | None:
    """Run a statement that SQLite does not take inside a transaction; return its first row."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(statement)
        row: tuple[Any, ...] | None = cursor.fetchone()
        return row
    finally:
        connection.close()


def make_triggers(connection: Connection) -> None:
    """Make the triggers of the history and the texts, in place of those of an older version."""
    for name, statement in (*history.triggers(Base.metadata), *collection.text_triggers()):
        connection.exec_driver_sql(f'DROP TRIGGER IF EXISTS "{name}"')
        connection.exec_driver_sql(statement)


def connect(path: Path, *, read_only: bool = False) -> Engine:
    """Return the engine of an existing study file.

    Each transaction is a snapshot; one begun with the execution option BEGIN_OPTION="IMMEDIATE"
    writes. A commit is on the disk when it returns (synchronous = full).
    """
    mode = reading_mode(path) if read_only else "rw"

    def creator() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri(path, mode), uri=True, isolation_level=None, check_same_thread=False, timeout=10
        )
        for pragma in (
            "foreign_keys = on",
            "synchronous = full",
            "cache_size = -32000",
            "temp_store = memory",
            "mmap_size = 268435456",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    return _engine(creator)


def _engine(creator: Callable[[], sqlite3.Connection]) -> Engine:
    engine = create_engine("sqlite://", creator=creator, poolclass=QueuePool, pool_size=8)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        kind = connection.get_execution_options().get(BEGIN_OPTION, "")
        connection.exec_driver_sql(f"BEGIN {kind}")

    return engine
