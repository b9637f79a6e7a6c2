"""Writes what a merge does, in one change: rows away, values set, rows in, texts beside them."""

from collections.abc import Callable

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from app.exchange.merging.doing import Doing
from app.exchange.merging.shape import Row, tables
from app.reduce.text_editing import make_edits
from models.base import Base
from models.carried import AttachmentData
from models.collection import Original, SourceText
from models.fulltext import index_text


def write(session: Session, theirs: Connection, doing: Doing, step: Callable[[str], None]) -> None:
    """Write in my session, which is that of a change; `step` is called with each table.

    Corrections are made before rows come: these stand in the texts as they are then. They are in
    nobody's name so far, for their coder may come with the same merge.
    """
    mine = session.connection()
    for table in reversed(tables()):
        numbers = doing.deletes.get(table.name)
        if numbers:
            _delete(mine, table.name, numbers)
    for table in tables():
        step(table.name)
        _update(mine, table.name, doing.updates.get(table.name, {}))
    session.expire_all()
    joined: dict[int, int] = {}
    for source, edits in doing.edits.items():
        joined |= make_edits(session, source, edits, None).joined
    session.flush()
    for table in tables():
        step(table.name)
        rows = doing.inserts.get(table.name, [])
        moved = [row for row in rows if row.get("excerpt_id") in joined]
        _insert(mine, table.name, [row for row in rows if row.get("excerpt_id") not in joined])
        on_joined = [{**row, "excerpt_id": joined[row["excerpt_id"]]} for row in moved]
        _insert(mine, table.name, on_joined, there_already="OR IGNORE")
    _texts(mine, theirs, doing)


def _delete(connection: Connection, entity: str, numbers: set[int]) -> None:
    connection.exec_driver_sql(
        f'DELETE FROM "{entity}" WHERE id = ?', [(number,) for number in sorted(numbers)]
    )


def _update(connection: Connection, entity: str, updates: dict[int, Row]) -> None:
    for number, values in updates.items():
        names = ", ".join(f'"{name}" = ?' for name in values)
        connection.exec_driver_sql(
            f'UPDATE "{entity}" SET {names} WHERE id = ?', (*values.values(), number)
        )


def _insert(
    connection: Connection, entity: str, rows: list[Row], *, there_already: str = ""
) -> None:
    if not rows:
        return
    columns = Base.metadata.tables[entity].c.keys()
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    connection.exec_driver_sql(
        f'INSERT {there_already} INTO "{entity}" ({names}) VALUES ({marks})',
        [tuple(row[name] for name in columns) for row in rows],
    )


def _texts(mine: Connection, theirs: Connection, doing: Doing) -> None:
    """Copy texts, originals and bytes of what came; after the rows: text_edit has triggers."""
    for (entity, new), number in doing.came_from.items():
        if entity == "source":
            _text(mine, theirs, new, number)
        elif entity == "attachment":
            query = select(AttachmentData.data).where(AttachmentData.attachment_id == number)
            data = theirs.scalar(query)
            mine.execute(delete(AttachmentData).where(AttachmentData.attachment_id == new))
            if data is not None:
                mine.execute(insert(AttachmentData).values(attachment_id=new, data=data))


def _text(mine: Connection, theirs: Connection, new: int, number: int) -> None:
    words = theirs.scalar(select(SourceText.text).where(SourceText.source_id == number)) or ""
    for entity in (SourceText, Original):
        mine.execute(delete(entity).where(entity.source_id == new))
    mine.execute(insert(SourceText).values(source_id=new, text=words))
    index_text(mine, new, words)
    file = theirs.execute(
        select(Original.name, Original.data).where(Original.source_id == number)
    ).first()
    if file is not None:
        mine.execute(insert(Original).values(source_id=new, name=file.name, data=file.data))
