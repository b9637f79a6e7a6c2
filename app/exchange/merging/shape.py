"""The shape of the tables for a merge: what points where, what makes two rows the same."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from sqlalchemy import JSON, Table, UniqueConstraint

from models.base import Base
from models.history import journalled

Row = dict[str, Any]
"""A row as SQLite holds it: JSON as its words, times as text."""

POINTERS: Final = (("on_entity", "on_id"), ("from_entity", "from_id"), ("to_entity", "to_id"))
FURTHER_KEYS: Final = {
    "code": (("parent_id", "name"),),
    "turn": (("source_id", "start", "end"),),
    "text_edit": (("source_id", "position", "removed", "inserted", "made_at"),),
    "carried": (("on_entity", "on_id", "name", "value"),),
}
"""Rows that are the same although no constraint of the database says so."""
NAMES: Final = {
    ("category", "name"),
    ("instrument", "name"),
    ("role", "name"),
    ("site", "name"),
    ("coder", "name"),
    ("variable", "name"),
    ("informant", "code"),
    ("source", "reference"),
    ("code", "name"),
}
"""Names that are the same however their letters stand; one that is taken gets a number."""
PASSING: Final = frozenset({"made_at", "added_at", "changed_at", "asked_on", "answered_on"})


@cache
def tables() -> tuple[Table, ...]:
    """Return the tables that are merged, each after those that it points to."""
    late: set[str] = set()
    for table in journalled(Base.metadata):
        if pointers(table.name) or any(target in late for target in foreign(table.name).values()):
            late.add(table.name)
    every = [t for t in journalled(Base.metadata) if t.name != "text_edit"]
    edits = [t for t in journalled(Base.metadata) if t.name == "text_edit"]
    return (
        *(t for t in every if t.name not in late),
        *(t for t in every if t.name in late),
        *edits,
    )


@cache
def foreign(entity: str) -> dict[str, str]:
    """Return the tables that the columns of an entity point to."""
    table = Base.metadata.tables[entity]
    found = {
        c.name: next(iter(c.foreign_keys)).column.table.name for c in table.c if c.foreign_keys
    }
    return found | ({"source_id": "source"} if entity == "text_edit" else {})


@cache
def pointers(entity: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of columns that name a row of any table."""
    columns = Base.metadata.tables[entity].c
    return tuple(pair for pair in POINTERS if pair[0] in columns)


def named_by(entity: str, row: Row) -> Iterator[tuple[str, int]]:
    """Yield the rows that a row names, by table and id."""
    for column, target in foreign(entity).items():
        if row[column] is not None:
            yield target, row[column]
    for named, numbered in pointers(entity):
        if row[numbered] is not None:
            yield row[named], row[numbered]


@cache
def columns(entity: str) -> frozenset[str]:
    """Return the names of the columns of a table."""
    return frozenset(Base.metadata.tables[entity].c.keys())


@cache
def nullable(entity: str, column: str) -> bool:
    """Tell whether a column may be empty."""
    return bool(Base.metadata.tables[entity].c[column].nullable)


@cache
def json_columns(entity: str) -> frozenset[str]:
    """Return the columns that hold JSON."""
    return frozenset(c.name for c in Base.metadata.tables[entity].c if isinstance(c.type, JSON))


@cache
def keys(entity: str) -> tuple[tuple[str, ...], ...]:
    """Return the columns that make two rows the same, besides the guid."""
    found = [
        tuple(column.name for column in constraint.columns)
        for constraint in Base.metadata.tables[entity].constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    return (*(key for key in found if key != ("guid",)), *FURTHER_KEYS.get(entity, ()))


def key_of(entity: str, columns: tuple[str, ...], row: Row) -> tuple[Any, ...] | None:
    """Return what a row says in key columns; None where an empty one keeps it from being one."""
    values = []
    for column in columns:
        value = row[column]
        if value is None and (entity, column) != ("code", "parent_id"):
            return None
        values.append(folded(entity, column, value))
    return tuple(values)


def folded(entity: str, column: str, value: Any) -> Any:
    """Return a value as it is compared in a key."""
    return value.casefold() if (entity, column) in NAMES and isinstance(value, str) else value
