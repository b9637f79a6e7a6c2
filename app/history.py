"""Undo, redo and the list of steps: any depth, and still there after the program was closed."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select, update

from app.language.words import say
from app.study import Study, rows_of
from models.base import Base
from models.collection import SourceText
from models.fulltext import index_text
from models.history import DONE, UNDONE, Change, ChangeImage


class Image(NamedTuple):
    """A row before and after a step, as JSON; None where it did not exist."""

    entity: str
    row: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history; `state` is done, undone or discarded."""

    id: int
    made_at: datetime
    coder: str
    what: str
    values: dict[str, object]
    state: str
    rows: int

    def sentence(self, language: str) -> str:
        """Say what the step did."""
        return say(self.what, language, **self.values)


def steps(study: Study, *, limit: int | None = None) -> list[Step]:
    """Return the steps of the study, the newest first."""
    with study.read() as connection:
        found = connection.execute(_listed().order_by(Change.id.desc()).limit(limit))
        return [Step(*row) for row in found]


def next_undo(study: Study) -> Step | None:
    """Return the step that undo would take back."""
    return _one(study, _last_done())


def next_redo(study: Study) -> Step | None:
    """Return the step that redo would make again."""
    return _one(study, _first_undone())


def undo(study: Study) -> bool:
    """Take back the last step that stands; False where there is none."""
    return _replay(study, _last_done(), undo=True) > 0


def redo(study: Study) -> bool:
    """Make the next undone step again; False where there is none."""
    return _replay(study, _first_undone(), undo=False) > 0


def go_to(study: Study, step_id: int) -> int:
    """Go to the moment just after step `step_id` (0: the beginning); return how many steps moved.

    All in one transaction: either the study is at that moment, or where it was.
    """
    later = select(Change.id).where(Change.state == DONE, Change.id > step_id)
    earlier = select(Change.id).where(Change.state == UNDONE, Change.id <= step_id)
    back = _replay(study, later.order_by(Change.id.desc()), undo=True)
    return back or _replay(study, earlier.order_by(Change.id), undo=False)


def _last_done() -> Select[int]:
    return select(Change.id).where(Change.state == DONE).order_by(Change.id.desc()).limit(1)


def _first_undone() -> Select[int]:
    return select(Change.id).where(Change.state == UNDONE).order_by(Change.id).limit(1)


def _replay(study: Study, which: Select[int], *, undo: bool) -> int:
    with study.replaying() as connection:
        numbers = list(connection.scalars(which))
        corrected: set[int] = set()
        for number in numbers:
            order = ChangeImage.id.desc() if undo else ChangeImage.id
            images = connection.execute(
                select(ChangeImage.entity, ChangeImage.row, ChangeImage.before, ChangeImage.after)
                .where(ChangeImage.change_id == number)
                .order_by(order)
            ).all()
            _apply(connection, (Image(*image) for image in images), undo=undo)
            corrected |= _corrected(Image(*image) for image in images)
        _index_again(connection, corrected)
        state = UNDONE if undo else DONE
        connection.execute(update(Change).where(Change.id.in_(numbers)).values(state=state))
        changed = rows_of(connection, numbers)
    study.announce(changed)
    return len(numbers)


def _corrected(images: Iterable[Image]) -> set[int]:
    """Return the sources whose text went back or forth with its edits."""
    edits = (image.before or image.after for image in images if image.entity == "text_edit")
    return {json.loads(edit)["source_id"] for edit in edits if edit is not None}


def _index_again(connection: Connection, sources: Iterable[int]) -> None:
    texts = select(SourceText.source_id, SourceText.text).where(SourceText.source_id.in_(sources))
    for source_id, text in connection.execute(texts).all():
        index_text(connection, source_id, text)


def _apply(connection: Connection, images: Iterable[Image], *, undo: bool) -> None:
    """Write the other side of each image, in order, runs of the same statement in one call."""
    operations = (_operation(image, undo=undo) for image in images)
    for statement, run in groupby(operations, key=lambda o: o[0]):
        connection.exec_driver_sql(statement, [parameters for _, parameters in run])


def _operation(image: Image, *, undo: bool) -> tuple[str, tuple[object, ...]]:
    entity, row, before, after = image
    old, new = (after, before) if undo else (before, after)
    if entity not in Base.metadata.tables:
        raise KeyError(entity)
    if new is None:
        return f'DELETE FROM "{entity}" WHERE id = ?', (row,)
    values: dict[str, object] = json.loads(new)
    if old is None:
        columns = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        return f'INSERT INTO "{entity}" ({columns}) VALUES ({marks})', tuple(values.values())
    assignments = ", ".join(f'"{name}" = ?' for name in values)
    return f'UPDATE "{entity}" SET {assignments} WHERE id = ?', (*values.values(), row)


def _one(study: Study, which: Select[int]) -> Step | None:
    with study.read() as connection:
        found = connection.execute(_listed().where(Change.id == which.scalar_subquery())).first()
    return Step(*found) if found is not None else None


def _listed() -> Select[*tuple[Any, ...]]:
    rows = (
        select(func.count())
        .where(ChangeImage.change_id == Change.id)
        .correlate(Change)
        .scalar_subquery()
    )
    return select(
        Change.id, Change.made_at, Change.coder, Change.what, Change.values, Change.state, rows
    )
