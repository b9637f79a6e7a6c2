"""The history of a study: each change with the images of its rows, written by SQLite triggers.

This is what undo, redo and the audit trail read. The triggers are made from the metadata, as in
SQLite's own note on undo with triggers: bulk statements and ON DELETE CASCADE are caught too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Connection, ForeignKey, Index, MetaData, Table
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, now

DONE, UNDONE, DISCARDED = "done", "undone", "discarded"
"""A step stands, was taken back, or was taken back and then overtaken by a new change."""


class Change(Base):
    """One step: who, when, and what as a key into the words with the values it names."""

    __tablename__ = "change"
    __table_args__ = {"info": {"journalled": False}, "sqlite_autoincrement": True}  # noqa: RUF012
    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime] = mapped_column(default=now)
    coder: Mapped[str] = mapped_column(default="")
    what: Mapped[str]
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    state: Mapped[str] = mapped_column(default=DONE, index=True)


class ChangeImage(Base):
    """One row before and after a step, as JSON objects by column; null where it did not exist."""

    __tablename__ = "change_image"
    __table_args__ = (
        Index("ix_change_image_change_id", "change_id"),
        Index("ix_change_image_entity", "entity", "row"),
        {"info": {"journalled": False}},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id", ondelete="CASCADE"))
    entity: Mapped[str]
    row: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]


class OpenChange(Base):
    """One row: the change that is being made, or null. The triggers are silent while it is null."""

    __tablename__ = "open_change"
    __table_args__ = {"info": {"journalled": False}}  # noqa: RUF012
    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int | None]


def journalled(metadata: MetaData) -> list[Table]:
    """Return the tables whose rows the history keeps, parents before children."""
    return [t for t in metadata.sorted_tables if t.info.get("journalled", True)]


def triggers(metadata: MetaData) -> Iterator[tuple[str, str]]:
    """Yield name and SQL of the triggers that write the images, three for each journalled table."""
    for table in journalled(metadata):
        yield from _triggers_of(table)


def _triggers_of(table: Table) -> Iterator[tuple[str, str]]:
    for kind, before, after, row in (
        ("insert", "NULL", _image(table, "NEW"), "NEW"),
        ("update", _image(table, "OLD"), _image(table, "NEW"), "NEW"),
        ("delete", _image(table, "OLD"), "NULL", "OLD"),
    ):
        name = f"history_{table.name}_{kind}"
        yield (
            name,
            f'CREATE TRIGGER "{name}" AFTER {kind.upper()} ON "{table.name}" '
            "WHEN (SELECT change_id FROM open_change) IS NOT NULL BEGIN "
            'INSERT INTO change_image(change_id, entity, "row", before, after) VALUES ('
            f"(SELECT change_id FROM open_change), '{table.name}', {row}.id, "
            f"{before}, {after}); END",
        )


@contextmanager
def images_together(connection: Connection, table: Table) -> Iterator[None]:
    """Write the images of all rows that the block adds to `table` in one statement at its end.

    For thousands of rows: a trigger makes each of them take four times as long. The block does
    nothing else to the table, and gives ids above those that are there. Its transaction keeps
    others from ever meeting the table without its trigger.
    """
    name, trigger = next(_triggers_of(table))
    change = connection.exec_driver_sql("SELECT change_id FROM open_change").scalar()
    highest = connection.exec_driver_sql(f'SELECT max(id) FROM "{table.name}"').scalar()
    connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    try:
        yield
    finally:
        connection.exec_driver_sql(trigger)
    if change is not None:
        connection.exec_driver_sql(
            'INSERT INTO change_image(change_id, entity, "row", before, after) '
            f"SELECT ?, ?, id, NULL, {_image(table, table.name)} "
            f'FROM "{table.name}" WHERE ? IS NULL OR id > ? ORDER BY id',
            (change, table.name, highest, highest),
        )


def _image(table: Table, alias: str) -> str:
    columns = ", ".join(f"'{c.name}', {alias}.\"{c.name}\"" for c in table.columns)
    return f"json_object({columns})"
