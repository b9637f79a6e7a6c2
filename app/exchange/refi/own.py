"""The member tilik.json: every row of a study, so that from Tilik to Tilik nothing is lost."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from models.base import Base
from models.history import journalled
from models.study_file import VERSION

COUNTED = {
    "source": "sources",
    "attachment": "attachments",
    "code": "codes",
    "coding": "codings",
    "part_coding": "codings",
    "coder": "coders",
    "informant": "cases",
    "variable": "variables",
    "memo": "memos",
    "study_set": "sets",
    "link": "links",
}
"""The tables whose rows a report of an import counts, and as what."""


def own_rows(
    connection: Connection, project: str, members: Mapping[str, Mapping[str, Any]]
) -> bytes:
    """Return all rows of all journalled tables as JSON, as the study file has them.

    `project` is the SHA-256 of the project that they belong to: where another program wrote that
    since, they are not taken. `members` says by guid where texts, originals and attachments are.
    """
    tables = {}
    for table in journalled(Base.metadata):
        columns = [column.name for column in table.columns]
        names = ", ".join(f'"{name}"' for name in columns)
        rows = connection.exec_driver_sql(f'SELECT {names} FROM "{table.name}" ORDER BY id')
        tables[table.name] = {"columns": columns, "rows": [tuple(row) for row in rows.all()]}
    told: dict[str, Any] = {"tilik": VERSION, "project": project, **members, "tables": tables}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def figures_of(told: Mapping[str, Any]) -> dict[str, int] | None:
    """Return how much there is of what COUNTED names; None where this Tilik cannot take the rows.

    Only the form of the tables is looked at: whether the rows are sound shows when they are taken.
    """
    tables = told.get("tables")
    if told.get("tilik") != VERSION or not isinstance(tables, dict):
        return None
    figures: Counter[str] = Counter()
    for name, what in COUNTED.items():
        table = tables.get(name)
        rows = table.get("rows") if isinstance(table, dict) else None
        if not isinstance(rows, list):
            return None
        figures[what] += len(rows)
    return dict(figures)
