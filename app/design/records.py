"""What the panels of the study design share: adding, changing, removing and ordering records.

Each noun (site, role, …) is described once, by a `Noun`; its module offers it to the rest.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.orm import Session

from app.design.register import plain_name
from app.errors import UserError
from app.language.words import LANGUAGES, say
from app.study import Study
from models.reduction import Memo
from models.summaries import Summary

Values = Mapping[str, Any]
NAMED = 3
"""How many names a step of the history tells of."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The values that a field may hold; their words stand under the key `words`."""

    values: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of record: its entity, its key in the words, the field that names it."""

    entity: type[Any]
    key: str
    named_by: str
    fields: tuple[str, ...]
    choices: Mapping[str, Choice] = field(default_factory=dict)


def add(study: Study, noun: Noun, rows: Sequence[Values]) -> list[int]:
    """Add records at the end, all in one step, and return their ids.

    Raises UserError where a name is empty, taken, or a value is not one of its choices.
    """
    names = several(str(row.get(noun.named_by, "")) for row in rows)
    with study.change(f"design.history.{noun.key}_added", name=names) as session:
        return add_rows(session, noun, rows)


def take(study: Study, noun: Noun, rows: Sequence[Values]) -> list[int]:
    """Take pasted rows in one step: new names are added, known ones changed; return their ids.

    Raises UserError where a row has no name, two have the same, or a value does not fit.
    """
    with study.change(f"design.history.{noun.key}_pasted", count=len(rows)) as session:
        return take_rows(session, noun, rows)


def update(study: Study, noun: Noun, record_id: int, values: Values) -> None:
    """Change what is given of one record. Raises UserError as `add` does."""
    with study.read() as connection:
        name = name_of(connection, noun, record_id)
    with study.change(f"design.history.{noun.key}_edited", name=name) as session:
        update_row(session, noun, record_id, values)


def remove(study: Study, noun: Noun, ids: Collection[int]) -> None:
    """Remove records with the memos and summaries on them; undo brings them back.

    What points to them is left without, or goes as well: `uses` tells which.
    """
    column = getattr(noun.entity, noun.named_by)
    with study.read() as connection:
        names = connection.scalars(select(column).where(noun.entity.id.in_(ids)).order_by(column))
        told = several(names)
    with study.change(f"design.history.{noun.key}_removed", name=told) as session:
        for on in (Memo, Summary):
            on_them = (on.on_entity == noun.entity.__tablename__, on.on_id.in_(ids))
            session.execute(delete(on).where(*on_them))
        session.execute(delete(noun.entity).where(noun.entity.id.in_(ids)))


def reorder(study: Study, noun: Noun, ids: Sequence[int]) -> None:
    """Put records in the order of `ids`; those that it leaves out follow, in the order they had."""
    with study.change(f"design.history.{noun.key}_ordered") as session:
        entity = noun.entity
        records = session.scalars(select(entity).order_by(entity.position, entity.id)).all()
        places = {record_id: place for place, record_id in enumerate(ids)}
        ordered = sorted(records, key=lambda record: places.get(record.id, len(places)))
        for position, record in enumerate(ordered):
            if record.position != position:
                record.position = position


def listed(study: Study, noun: Noun, *columns: Any) -> Sequence[Any]:
    """Read columns of all records of a noun in their order."""
    with study.read() as connection:
        return connection.execute(
            select(*columns).order_by(noun.entity.position, noun.entity.id)
        ).all()


def name_of(connection: Connection, noun: Noun, record_id: int) -> str:
    """Return what a record is called. Raises UserError where it is gone."""
    column = getattr(noun.entity, noun.named_by)
    name = connection.scalar(select(column).where(noun.entity.id == record_id))
    if name is None:
        raise UserError("design.gone")
    return str(name)


def add_rows(session: Session, noun: Noun, rows: Sequence[Values]) -> list[int]:
    """Do what `add` does within a change."""
    names = _names(session, noun)
    return [_add_one(session, noun, row, names) for row in rows]


def take_rows(session: Session, noun: Noun, rows: Sequence[Values]) -> list[int]:
    """Do what `take` does within a change."""
    names, ids = _names(session, noun), []
    for line, row in enumerate(rows, 1):
        name = plain_name(str(row.get(noun.named_by, "")))
        if not name:
            raise UserError(f"design.pasted_without.{noun.named_by}", line=line)
        record_id = names.get(name)
        if record_id is None:
            record_id = _add_one(session, noun, row, names)
        elif record_id in ids:
            raise UserError("design.pasted_twice", name=str(row[noun.named_by]).strip())
        else:
            _write(session, noun, record_id, row, names)
        ids.append(record_id)
    return ids


def update_row(session: Session, noun: Noun, record_id: int, values: Values) -> None:
    """Do what `update` does within a change."""
    _write(session, noun, record_id, values, _names(session, noun))


def several(names: Iterable[str]) -> str:
    """Return the first names as a history step tells them, "…" for the rest."""
    told = [" ".join(name.split()) for name in names]
    return ", ".join(told[:NAMED]) + (" …" if len(told) > NAMED else "")


def _add_one(session: Session, noun: Noun, row: Values, names: dict[str, int]) -> int:
    values = _fit(noun, {noun.named_by: "", **row}, names, None)
    last = session.scalar(select(func.coalesce(func.max(noun.entity.position), -1)))
    record = noun.entity(**values, position=(-1 if last is None else last) + 1)
    session.add(record)
    session.flush()
    key: int = record.id
    names[plain_name(str(values[noun.named_by]))] = key
    return key


def _write(
    session: Session, noun: Noun, record_id: int, values: Values, names: Mapping[str, int]
) -> None:
    record = session.get(noun.entity, record_id)
    if record is None:
        raise UserError("design.gone")
    for name, value in _fit(noun, values, names, record_id).items():
        if getattr(record, name) != value:
            setattr(record, name, value)


def _names(session: Session, noun: Noun) -> dict[str, int]:
    session.flush()
    rows = session.execute(select(getattr(noun.entity, noun.named_by), noun.entity.id))
    return {plain_name(str(name)): key for name, key in rows}


def _fit(noun: Noun, row: Values, names: Mapping[str, int], own_id: int | None) -> dict[str, Any]:
    unknown = set(row) - set(noun.fields)
    if unknown:
        raise TypeError(f"{noun.key} has no field {unknown}")
    values = {name: _trimmed(value) for name, value in row.items()}
    if noun.named_by in values:
        name = str(values[noun.named_by])
        if not name:
            raise UserError(f"design.no_name.{noun.key}")
        if names.get(plain_name(name), own_id) != own_id:
            raise UserError("design.name_taken", name=name)
    for name, choice in noun.choices.items():
        if name in values:
            values[name] = chosen(name, str(values[name]), choice)
    return values


def chosen(name: str, value: str, choice: Choice) -> str:
    """Return the value that a word in either language, or the value itself, stands for."""
    for known in choice.values:
        words = (say(f"{choice.words}.{known}", language) for language in LANGUAGES)
        if plain_name(value) in {
            known,
            plain_name(known.replace("_", " ")),
            *map(plain_name, words),
        }:
            return known
    raise UserError(f"design.not_a_{name}", value=value)


def _trimmed(value: Any) -> Any:
    """Take the superfluous spaces from words; several lines stay several lines."""
    if not isinstance(value, str):
        return value
    return value.strip() if "\n" in value.strip() else " ".join(value.split())
