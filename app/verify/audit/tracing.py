"""The whole life of a thing: its own steps, and those of all that belongs to it.

What belongs to a row are the rows that go with it when it goes (ON DELETE CASCADE), at any depth,
and those that are on it (memos, overrides, links), as the history knows them: also what is gone.
"""

import json
from functools import cache

from sqlalchemy import Connection, func, or_, select

from models.base import Base
from models.history import DONE, Change, ChangeImage, journalled

Key = tuple[str, int]
"""A row: the name of its table, and its id."""
POINTERS = (("on_entity", "on_id"), ("to_entity", "to_id"))
NO_KEYS = {"source": (("text_edit", "source_id"),)}
"""Rows that belong without a foreign key: corrections of a text."""
_DEPTH = 4


def steps_about(connection: Connection, key: Key) -> list[int]:
    """Return the steps that touched a thing or what belongs to it, the oldest first.

    An id may have been another's, that was deleted: what came before the thing was made is not
    its life.
    """
    entity, row_id = key
    start = _made_in(connection, key)
    of: dict[str, set[int]] = {entity: {row_id}}
    new = {entity: {row_id}}
    for _ in range(_DEPTH):
        new = _belonging(connection, new, start, of)
        if not new:
            break
        for table, rows in new.items():
            of.setdefault(table, set()).update(rows)
    found: set[int] = set()
    for table, rows in of.items():
        ids = func.json_each(json.dumps(sorted(rows))).table_valued("value")
        query = select(ChangeImage.change_id).where(
            ChangeImage.entity == table,
            ChangeImage.row.in_(select(ids.c.value)),
            ChangeImage.change_id >= start,
        )
        found.update(connection.scalars(query))
    return sorted(found)


def _made_in(connection: Connection, key: Key) -> int:
    made = (
        select(func.max(ChangeImage.change_id))
        .join(Change, Change.id == ChangeImage.change_id)
        .where(
            *(ChangeImage.entity == key[0], ChangeImage.row == key[1]),
            *(ChangeImage.before.is_(None), Change.state == DONE),
        )
    )
    return connection.scalar(made) or 0


def _belonging(
    connection: Connection, parents: dict[str, set[int]], start: int, known: dict[str, set[int]]
) -> dict[str, set[int]]:
    """Return the rows that belong to `parents` and are not `known` yet."""
    image = func.coalesce(ChangeImage.after, ChangeImage.before)
    found: dict[str, set[int]] = {}
    for parent, rows in parents.items():
        ids = func.json_each(json.dumps(sorted(rows))).table_valued("value")
        among = select(ids.c.value)
        for table, column in owned_by(parent):
            query = select(ChangeImage.row).where(
                ChangeImage.entity == table,
                ChangeImage.change_id >= start,
                func.json_extract(image, f"$.{column}").in_(among),
            )
            found.setdefault(table, set()).update(connection.scalars(query))
        query_on = select(ChangeImage.entity, ChangeImage.row).where(
            ChangeImage.entity.in_(_pointing()),
            ChangeImage.change_id >= start,
            or_(
                *(
                    (func.json_extract(image, f"$.{entity}") == parent)
                    & func.json_extract(image, f"$.{number}").in_(among)
                    for entity, number in POINTERS
                )
            ),
        )
        for table, row in connection.execute(query_on):
            found.setdefault(table, set()).add(row)
    fresh = {table: rows - known.get(table, set()) for table, rows in found.items()}
    return {table: rows for table, rows in fresh.items() if rows}


@cache
def owned_by(entity: str) -> tuple[tuple[str, str], ...]:
    """Return the tables whose rows go when a row of `entity` goes, with the column that says so."""
    keys = tuple(
        (table.name, key.parent.name)
        for table in journalled(Base.metadata)
        for key in table.foreign_keys
        if key.column.table.name == entity and key.ondelete == "CASCADE" and table.name != entity
    )
    return keys + NO_KEYS.get(entity, ())


@cache
def _pointing() -> tuple[str, ...]:
    return tuple(
        table.name
        for table in journalled(Base.metadata)
        if table.name != "carried" and any(entity in table.columns for entity, _ in POINTERS)
    )
