"""What all entities share: the declarative base, names of constraints, and a guid."""

from datetime import UTC, datetime
from typing import Final
from uuid import uuid4

from sqlalchemy import JSON, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def new_guid() -> str:
    """Return a new guid in the form that exchange formats use (36 characters, lower case)."""
    return str(uuid4())


def now() -> datetime:
    """Return this moment in UTC, to the second: what the study stores as a time."""
    return datetime.now(UTC).replace(microsecond=0, tzinfo=None)


NEVER_AGAIN: Final = {"sqlite_autoincrement": True}
"""For rows that settings name by id: the id of one that was deleted is never given to another."""


class Base(DeclarativeBase):
    """Every table of a study file hangs on this metadata."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {dict[str, str]: JSON}  # noqa: RUF012  SQLAlchemy reads this as it is


class Identified:
    """An integer key inside the file and a guid for all that is exchanged or merged."""

    id: Mapped[int] = mapped_column(primary_key=True)
    guid: Mapped[str] = mapped_column(default=new_guid, unique=True)
