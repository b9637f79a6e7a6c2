"""Puts the rows that Tilik wrote beside a project back into an empty study, as they were."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

from app.exchange.bringing import Bringing
from app.exchange.refi.older_rows import as_of_today
from app.exchange.refi.own import COUNTED
from models.base import Base
from models.carried import AttachmentData
from models.collection import Original, Source, SourceText
from models.fulltext import index_text
from models.history import images_together, journalled
from models.reduction import Excerpt
from models.study_file import VERSION

FIRST_ROWS = ("study", "role", "coder")
"""The tables that a new study has rows in."""


class NotWhole(Exception):
    """The rows are not those of a whole study."""


_UNFIT = (
    *(NotWhole, SQLAlchemyError, ValueError, TypeError, LookupError, OverflowError),
    AttributeError,
)
"""What rows that somebody made up may raise on their way into the tables."""


@dataclass(frozen=True, slots=True)
class Own:
    """What Tilik wrote beside a project, checked for its form."""

    tables: Mapping[str, tuple[list[str], list[list[Any]]]]
    texts: Mapping[str, str]
    originals: Mapping[str, tuple[str, str]]
    attachments: Mapping[str, str]
    read: Callable[[str], bytes | None]


def restore(bringing: Bringing) -> bool:
    """Put everything back where the study is empty and the rows are whole; return whether it did.

    Ids stay as they were, so that what settings and memos name is still named.
    """
    told = bringing.project.tilik
    connection = bringing.tables.connection
    if told is None or not _is_empty(connection):
        return False
    told = as_of_today(told)
    if told.get("tilik") != VERSION:
        bringing.lost("own_rows_version", version=told.get("tilik"), here=VERSION)
        return False
    try:
        own = _own(told)
        with bringing.session.begin_nested():
            bringing.session.connection()  # only now the savepoint is made
            _put_back(bringing, own)
    except _UNFIT:
        bringing.came.clear()
        bringing.changed("own_rows_left")
        return False
    bringing.session.expire_all()
    return True


def _own(told: Mapping[str, Any]) -> Own:
    """Check names and forms. Raises NotWhole."""
    tables = {}
    for table in journalled(Base.metadata):
        rows = told["tables"].get(table.name)
        known = [column.name for column in table.columns]
        if rows is None or rows["columns"] != known:
            raise NotWhole(table.name)
        if not all(type(row) is list and len(row) == len(known) for row in rows["rows"]):
            raise NotWhole(table.name)
        tables[table.name] = (known, rows["rows"])
    originals = {
        guid: (str(member), str(name)) for guid, (member, name) in told["originals"].items()
    }
    return Own(tables, dict(told["texts"]), originals, dict(told["attachments"]), told["read"])


def _is_empty(connection: Connection) -> bool:
    """Tell whether a study holds nothing but what a new one does."""
    return not any(
        connection.scalar(select(table.c.id).limit(1))
        for table in journalled(Base.metadata)
        if table.name not in FIRST_ROWS
    )


def _put_back(bringing: Bringing, own: Own) -> None:
    connection = bringing.tables.connection
    title = (bringing.study.title, bringing.study.language)
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = on")
    for name in ("role", "coder"):
        connection.exec_driver_sql(f'DELETE FROM "{name}"')
    names = [t.name for t in journalled(Base.metadata)]
    for name in names:
        columns, rows = own.tables[name]
        if name == "study":
            _study(connection, columns, rows, title if not bringing.fresh else None)
        elif rows:
            heads = ", ".join(f'"{column}"' for column in columns)
            marks = ", ".join("?" * len(columns))
            statement = f'INSERT INTO "{name}" ({heads}) VALUES ({marks})'
            with images_together(connection, Base.metadata.tables[name]):
                connection.exec_driver_sql(statement, [tuple(row) for row in rows])
        bringing.came["restored"] += len(rows) if name not in COUNTED else 0
        if name in COUNTED and rows:
            bringing.came[COUNTED[name]] += len(rows)
    _texts(bringing, own)  # after the rows: triggers of text_edit would change them
    _attachments(connection, own)
    _check(connection)


def _study(
    connection: Connection, columns: list[str], rows: list[list[Any]], title: tuple[str, str] | None
) -> None:
    """Write the row of the study; one that was made before keeps its title and language."""
    if len(rows) != 1 or rows[0][columns.index("id")] != 1:
        raise NotWhole("study")
    values = dict(zip(columns, rows[0], strict=True))
    if title is not None:
        values["title"], values["language"] = title
    names = ", ".join(f'"{name}" = ?' for name in values)
    connection.exec_driver_sql(f"UPDATE study SET {names} WHERE id = 1", tuple(values.values()))


def _texts(bringing: Bringing, own: Own) -> None:
    connection = bringing.tables.connection
    rows = connection.execute(select(Source.id, Source.guid, Source.length)).all()
    for row in rows:
        data = own.read(own.texts.get(row.guid, ""))
        if data is None:
            raise NotWhole(row.guid)
        words = data.decode("utf-8")
        if len(words) != row.length:
            raise NotWhole(row.guid)
        connection.execute(insert(SourceText).values(source_id=row.id, text=words))
        index_text(connection, row.id, words)
        member, name = own.originals.get(row.guid, ("", ""))
        original = own.read(member) if member else None
        if original is not None:
            values = {"source_id": row.id, "name": name, "data": original}
            connection.execute(insert(Original).values(**values))
        bringing.step()


def _attachments(connection: Connection, own: Own) -> None:
    for row in connection.exec_driver_sql("SELECT id, guid FROM attachment").all():
        member = own.attachments.get(row.guid)
        data = own.read(member) if member else None
        if data is not None:
            connection.execute(insert(AttachmentData).values(attachment_id=row.id, data=data))


def _check(connection: Connection) -> None:
    """Raise where a row cannot be read, points to nothing, or stands outside its text."""
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise NotWhole("foreign keys")
    for table in journalled(Base.metadata):
        _check_types(connection, table)
    outside = (
        select(func.count())
        .select_from(Excerpt)
        .join(Source, Source.id == Excerpt.source_id)
        .where((Excerpt.start < 0) | (Excerpt.end <= Excerpt.start) | (Excerpt.end > Source.length))
    )
    if connection.scalar(outside) or connection.scalar(text("SELECT count(*) FROM coder")) == 0:
        raise NotWhole("positions")


def _check_types(connection: Connection, table: Table) -> None:
    """Raise where a column holds what cannot be read back."""
    kinds = {int: "'integer'", str: "'text'", bool: "'integer'", float: "'real', 'integer'"}
    wrong = [
        f"""typeof("{c.name}") NOT IN ('null', {kinds.get(c.type.python_type, "'text'")})"""
        for c in table.columns
    ]
    query = f'SELECT 1 FROM "{table.name}" WHERE {" OR ".join(wrong)} LIMIT 1'
    if connection.exec_driver_sql(query).first() is not None:
        raise NotWhole(table.name)
    special = [c for c in table.columns if c.type.python_type not in kinds]
    if special:
        connection.execute(select(*special)).all()
