"""Rows that an earlier Tilik wrote beside a project, brought up to today's schema.

They are put into a study file of that version, which is then brought up to date as any study is.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from models.base import Base
from models.history import journalled
from models.migrations.upgrade import make_older, upgrade
from models.study_file import VERSION

_UNFIT = (sqlite3.Error, SQLAlchemyError, ValueError, TypeError, LookupError, AttributeError)
"""What rows that somebody made up may raise on their way."""


def as_of_today(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what was told with the rows of today's schema; as it is where that cannot be."""
    version = told.get("tilik")
    if type(version) is not int or not 1 <= version < VERSION:
        return told
    with TemporaryDirectory() as folder:
        path = Path(folder) / "older.tilik"
        try:
            make_older(path, version)
            _write(path, told["tables"])
            upgrade(path)
            return {**told, "tilik": VERSION, "tables": _read(path)}
        except _UNFIT:
            return told


def _write(path: Path, tables: Mapping[str, Any]) -> None:
    connection = sqlite3.connect(path)
    known = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for name, table in tables.items():
        if name not in known:
            raise LookupError(name)
        columns = ", ".join(_quoted(column) for column in table["columns"])
        marks = ", ".join("?" * len(table["columns"]))
        statement = f"INSERT INTO {_quoted(name)} ({columns}) VALUES ({marks})"
        connection.executemany(statement, table["rows"])
    connection.commit()
    connection.close()


def _read(path: Path) -> dict[str, Any]:
    connection = sqlite3.connect(path)
    tables = {}
    for table in journalled(Base.metadata):
        columns = [column.name for column in table.columns]
        names = ", ".join(_quoted(column) for column in columns)
        rows = connection.execute(f"SELECT {names} FROM {_quoted(table.name)} ORDER BY id")
        tables[table.name] = {"columns": columns, "rows": [list(row) for row in rows]}
    connection.close()
    return tables


def _quoted(name: str) -> str:
    return '"' + str(name).replace('"', '""') + '"'
