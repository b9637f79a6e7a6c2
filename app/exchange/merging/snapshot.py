"""The rows of a study, now or as they were after a step of its history."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.exchange.merging.shape import Row, tables
from models.history import DONE, Change, ChangeImage

Rows = dict[str, dict[int, Row]]
"""Rows by table and id."""
SETTING = "merged"
"""Where the study's settings remember what was merged, so that it is not asked again."""
MERGED = "merging.history.merged"
"""What a merge is called in the history."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The history of a study: the ids of its steps, whether each stands, and a mark for each.

    A mark is of all steps up to there: two studies with the same mark went the same way so far.
    """

    ids: tuple[int, ...]
    marks: tuple[str, ...]

    def last_shared(self, other: "Steps") -> int:
        """Return the last step up to which both went the same way; 0 where there is none."""
        shared = 0
        for number, mine, theirs in zip(self.ids, self.marks, other.marks, strict=False):
            if mine != theirs:
                break
            shared = number
        return shared

    def step_of(self, marks: Iterable[str]) -> int:
        """Return the last step with one of some marks; 0 where there is none."""
        wanted = set(marks)
        found = [n for n, mark in zip(self.ids, self.marks, strict=True) if mark in wanted]
        return found[-1] if found else 0


def read_rows(connection: Connection) -> Rows:
    """Read all rows that are merged."""
    found: Rows = {}
    for table in tables():
        names = [column.name for column in table.columns]
        columns = ", ".join(f'"{name}"' for name in names)
        rows = connection.exec_driver_sql(f'SELECT {columns} FROM "{table.name}" ORDER BY id')
        found[table.name] = {row.id: dict(zip(names, row, strict=True)) for row in rows}
    return found


def read_steps(connection: Connection) -> Steps:
    """Read the history, with a mark for each step."""
    images: dict[int, Any] = {}
    query = select(
        *(ChangeImage.change_id, ChangeImage.entity, ChangeImage.row),
        *(ChangeImage.before, ChangeImage.after),
    )
    for number, *image in connection.execute(query.order_by(ChangeImage.id)):
        images.setdefault(number, hashlib.sha256()).update(repr(image).encode())
    ids, marks, so_far = [], [], hashlib.sha256()
    steps = select(Change.id, Change.made_at, Change.what, Change.state).order_by(Change.id)
    for row in connection.execute(steps):
        one = images[row.id].hexdigest() if row.id in images else ""
        so_far.update(repr((row.made_at, row.what, row.state == DONE, one)).encode())
        ids.append(row.id)
        marks.append(so_far.hexdigest())
    return Steps(tuple(ids), tuple(marks))


def rows_after(connection: Connection, now: Rows, step: int) -> Rows:
    """Return the rows as they were just after `step` (0: before the first)."""
    then: Rows = {entity: dict(rows) for entity, rows in now.items()}
    query = (
        select(ChangeImage.entity, ChangeImage.row, ChangeImage.before)
        .join(Change, Change.id == ChangeImage.change_id)
        .where(Change.id > step, Change.state == DONE)
        .order_by(ChangeImage.id.desc())
    )
    for entity, row, before in connection.execute(query):
        if before is None:
            then[entity].pop(row, None)
        else:
            then[entity][row] = json.loads(before)
    return then


def deleted_guids(connection: Connection, now: Rows) -> set[str]:
    """Return the guids of rows that were here, and were deleted or taken back by an undo.

    An undone merge does not count: what it brought may come again.
    """
    query = (
        select(ChangeImage.before, ChangeImage.after)
        .join(Change, Change.id == ChangeImage.change_id)
        .where(
            ((Change.state == DONE) & ChangeImage.after.is_(None))
            | ((Change.state != DONE) & (Change.what != MERGED) & ChangeImage.before.is_(None))
        )
    )
    gone = {
        json.loads(before or after or "{}").get("guid")
        for before, after in connection.execute(query)
    }
    return {guid for guid in gone if guid} - guids(now)


def given_again(before: Rows, after: Rows) -> set[tuple[str, int]]:
    """Return the ids that were another row's before: SQLite gives the last id out again."""
    return {
        (entity, number)
        for entity, rows in before.items()
        for number, row in rows.items()
        if row.get("guid") != after[entity].get(number, row).get("guid")
    }


def guids(rows: Mapping[str, Mapping[int, Row]]) -> set[str]:
    """Return all guids among rows."""
    return {row["guid"] for some in rows.values() for row in some.values() if "guid" in row}


def forget_merges(rows: Rows) -> None:
    """Take out of the settings of a study what it remembers of its own merges."""
    for number, row in rows["study"].items():
        settings = {k: v for k, v in json.loads(row["settings"]).items() if k != SETTING}
        rows["study"][number] = {**row, "settings": json.dumps(settings)}
