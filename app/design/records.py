"""What the panels of the study design share: adding, changing, removing and ordering records.

Each noun (site, role, …) is described once, by a `Noun`; its module offers it to the rest.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.study import Study
from models.base import Base

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of record: its entity, its key in the words, the field that names it."""

    entity: type[Any]
    key: str
    named_by: str
    fields: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]


def add(study: Study, noun: Noun, rows: Sequence[Values]) -> list[int]:
    """Add records at the end, all in one step, and return their ids.

    Raises UserError where a name is empty, taken, or a value is not one of its choices.
    """
    if not rows:
        return []
    names = ", ".join(str(row.get(noun.named_by, "")).strip() for row in rows[:3])
    more = " …" if len(rows) > 3 else ""
    with study.change(f"design.history.{noun.key}_added", name=names + more) as session:
        return [_add_one(session, noun, row) for row in rows]


def _add_one(session: Session, noun: Noun, row: Values) -> int:
    values = _fit(session, noun, row, None)
    last = session.scalar(select(func.coalesce(func.max(noun.entity.position), -1)))
    record = noun.entity(**values, position=(-1 if last is None else last) + 1)
    session.add(record)
    session.flush()
    key: int = record.id
    return key


def update(study: Study, noun: Noun, record_id: int, values: Values) -> None:
    """Change what is given of one record. Raises UserError as `add` does."""
    with study.read() as connection:
        name = name_of(connection, noun, record_id)
    with study.change(f"design.history.{noun.key}_edited", name=name) as session:
        record = session.get(noun.entity, record_id)
        if record is None:
            raise UserError("design.gone", name=name)
        for field, value in _fit(session, noun, values, record_id).items():
            if getattr(record, field) != value:
                setattr(record, field, value)


def remove(study: Study, noun: Noun, ids: Collection[int]) -> None:
    """Remove records; what pointed to them is cleared, or goes with them. Undo brings it back."""
    with study.read() as connection:
        names = ", ".join(name_of(connection, noun, key) for key in list(ids)[:3])
    more = " …" if len(ids) > 3 else ""
    with study.change(f"design.history.{noun.key}_removed", name=names + more) as session:
        session.execute(delete(noun.entity).where(noun.entity.id.in_(ids)))


def reorder(study: Study, noun: Noun, ids: Sequence[int]) -> None:
    """Put records in the order of `ids`."""
    with study.change(f"design.history.{noun.key}_ordered") as session:
        for position, record_id in enumerate(ids):
            record = session.get(noun.entity, record_id)
            if record is not None and record.position != position:
                record.position = position


def uses(study: Study, noun: Noun, ids: Collection[int]) -> dict[str, int]:
    """Count the rows that point to records, by table: what would be touched by removing them."""
    target = noun.entity.__tablename__
    found: dict[str, int] = {}
    with study.read() as connection:
        for table in Base.metadata.sorted_tables:
            for key in table.foreign_keys:
                if key.column.table.name == target:
                    query = select(func.count()).select_from(table).where(key.parent.in_(ids))
                    count = connection.scalar(query) or 0
                    if count:
                        found[table.name] = found.get(table.name, 0) + count
    return found


def name_of(connection: Connection, noun: Noun, record_id: int) -> str:
    """Return what a record is called. Raises UserError where it is gone."""
    column = getattr(noun.entity, noun.named_by)
    name = connection.scalar(select(column).where(noun.entity.id == record_id))
    if name is None:
        raise UserError("design.gone", name=record_id)
    return str(name)


def _fit(session: Session, noun: Noun, row: Values, own_id: int | None) -> dict[str, Any]:
    values = {field: _trimmed(row[field]) for field in noun.fields if field in row}
    unknown = set(row) - set(noun.fields)
    if unknown:
        raise TypeError(f"{noun.key} has no field {unknown}")
    if own_id is None or noun.named_by in values:
        _check_name(session, noun, str(values.get(noun.named_by, "")), own_id)
    for field, allowed in noun.choices.items():
        if field in values and values[field] not in allowed:
            raise UserError("design.not_a_choice", value=values[field], choices=", ".join(allowed))
    return values


def _check_name(session: Session, noun: Noun, name: str, own_id: int | None) -> None:
    if not name:
        raise UserError(f"design.no_name.{noun.key}")
    taken = (
        row.id
        for row in session.execute(select(noun.entity.id, getattr(noun.entity, noun.named_by)))
        if str(row[1]).casefold() == name.casefold()
    )
    if any(key != own_id for key in taken):
        raise UserError("design.name_taken", name=name)


def _trimmed(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) and "\n" not in value else value


def listed(study: Study, noun: Noun, *columns: Any) -> Iterable[Any]:
    """Read columns of all records of a noun in their order."""
    with study.read() as connection:
        return connection.execute(
            select(*columns).order_by(noun.entity.position, noun.entity.id)
        ).all()
