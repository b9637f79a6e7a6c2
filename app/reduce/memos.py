"""Memos on anything: written, changed, listed, deleted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, delete, func, select

from app.errors import UserError
from app.reduce.memo_links import write_links
from app.reduce.memo_marks import plain
from app.study import Study
from models.design import Coder
from models.reduction import MEMO_KINDS, Memo

KINDS = MEMO_KINDS
LONGEST_TITLE = 60
"""Characters of a memo's first line that become its title where it has none."""


@dataclass(frozen=True, slots=True)
class MemoRow:
    """A memo; `on_entity` is a table's name, empty for a memo on the study."""

    id: int
    kind: str
    title: str
    text: str
    on_entity: str
    on_id: int | None
    coder: str
    made_at: datetime


def memos(study: Study, on_entity: str | None = None, on_id: int | None = None) -> list[MemoRow]:
    """Return memos, the newest first: all, those on one kind of thing, or those on one thing."""
    conditions = []
    if on_entity is not None:
        conditions.append(Memo.on_entity == on_entity)
    if on_id is not None:
        conditions.append(Memo.on_id == on_id)
    return memos_with(study, *conditions)


def memos_with(study: Study, *conditions: ColumnElement[bool]) -> list[MemoRow]:
    """Return the memos that fit all conditions, the newest first."""
    query = _listed().where(*conditions).order_by(Memo.made_at.desc(), Memo.id.desc())
    with study.read() as connection:
        return [MemoRow(*row) for row in connection.execute(query)]


def memo(study: Study, memo_id: int) -> MemoRow:
    """Return one memo. Raises UserError where it is gone."""
    with study.read() as connection:
        row = connection.execute(_listed().where(Memo.id == memo_id)).first()
    if row is None:
        raise UserError("reduce.no_such_memo")
    return MemoRow(*row)


def memo_counts(study: Study, on_entity: str) -> dict[int, int]:
    """Return how many memos there are on each thing of a kind, by its id."""
    query = select(Memo.on_id, func.count()).where(Memo.on_entity == on_entity)
    with study.read() as connection:
        rows = connection.execute(query.group_by(Memo.on_id))
        return {row_id: count for row_id, count in rows if row_id is not None}


def add_memo(
    study: Study,
    title: str,
    text: str = "",
    *,
    kind: str = KINDS[0],
    on_entity: str = "",
    on_id: int | None = None,
) -> int:
    """Write a memo with what it names; return its id. Without a title its first line is that.

    Raises UserError where the kind is not one of KINDS, or where there are no words at all.
    """
    _check_kind(kind)
    title = title.strip() or plain(text).strip().partition("\n")[0][:LONGEST_TITLE]
    if not title:
        raise UserError("reduce.empty_memo")
    with study.change("reduce.history.memo_added", title=title) as session:
        row = Memo(
            kind=kind,
            title=title,
            text=text,
            on_entity=on_entity,
            on_id=on_id,
            coder_id=study.coder_id or None,
        )
        session.add(row)
        session.flush()
        write_links(session, row.id, "", text)
        return row.id


def edit_memo(
    study: Study,
    memo_id: int,
    *,
    title: str | None = None,
    text: str | None = None,
    kind: str | None = None,
) -> None:
    """Change what is given of a memo. Raises UserError where it is gone, or has no title left."""
    if kind is not None:
        _check_kind(kind)
    if title is not None and not title.strip():
        raise UserError("reduce.empty_memo")
    before = memo(study, memo_id)
    fields = {"title": title, "text": text, "kind": kind}
    with study.change("reduce.history.memo_edited", title=title or before.title) as session:
        row = session.get_one(Memo, memo_id)
        for name, value in fields.items():
            if value is not None and getattr(row, name) != value:
                setattr(row, name, value)
        if text is not None and text != before.text:
            write_links(session, memo_id, before.text, text)


def delete_memo(study: Study, memo_id: int) -> None:
    """Delete a memo; undo brings it back. Raises UserError where it is gone."""
    title = memo(study, memo_id).title
    with study.change("reduce.history.memo_deleted", title=title) as session:
        session.execute(delete(Memo).where(Memo.id == memo_id))


def _listed() -> Select[int, str, str, str, str, int | None, str, datetime]:
    return select(
        *(Memo.id, Memo.kind, Memo.title, Memo.text, Memo.on_entity, Memo.on_id),
        func.coalesce(Coder.name, "").label("coder"),
        Memo.made_at,
    ).outerjoin(Coder, Coder.id == Memo.coder_id)


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise UserError("reduce.unknown_memo_kind", kind=kind)
