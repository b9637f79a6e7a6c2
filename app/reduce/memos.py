"""Memos on anything: written, changed, listed, deleted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from app.errors import UserError
from app.study import Study
from models.design import Coder
from models.reduction import MEMO_KINDS, Memo


@dataclass(frozen=True, slots=True)
class MemoRow:
    """A memo; `on_entity` is empty for a memo on the study."""

    id: int
    kind: str
    title: str
    text: str
    on_entity: str
    on_id: int | None
    coder: str
    made_at: datetime


def memos(study: Study, on_entity: str | None = None, on_id: int | None = None) -> list[MemoRow]:
    """Return memos, the newest first: all, or those on one thing."""
    query = (
        select(
            Memo.id, Memo.kind, Memo.title, Memo.text, Memo.on_entity, Memo.on_id, Coder.name,
            Memo.made_at,
        )
        .outerjoin(Coder, Coder.id == Memo.coder_id)
        .order_by(Memo.made_at.desc(), Memo.id.desc())
    )  # fmt: skip
    if on_entity is not None:
        query = query.where(Memo.on_entity == on_entity, Memo.on_id.is_not_distinct_from(on_id))
    with study.read() as connection:
        return [MemoRow(*row) for row in connection.execute(query)]


def add_memo(
    study: Study,
    title: str,
    text: str = "",
    *,
    kind: str = MEMO_KINDS[0],
    on_entity: str = "",
    on_id: int | None = None,
) -> int:
    """Write a memo and return its id. Raises UserError where the kind is not one of MEMO_KINDS."""
    if kind not in MEMO_KINDS:
        raise UserError("reduce.unknown_memo_kind", kind=kind)
    title = title.strip() or text.strip().split("\n")[0][:60]
    if not title:
        raise UserError("reduce.empty_memo")
    with study.change("reduce.history.memo_added", title=title) as session:
        memo = Memo(
            kind=kind,
            title=title,
            text=text,
            on_entity=on_entity,
            on_id=on_id,
            coder_id=study.coder_id or None,
        )
        session.add(memo)
        session.flush()
        return memo.id


def edit_memo(study: Study, memo_id: int, **fields: Any) -> None:
    """Change the kind, title or text of a memo."""
    with study.change("reduce.history.memo_edited", title=fields.get("title", "")) as session:
        memo = session.get(Memo, memo_id)
        if memo is None:
            raise UserError("reduce.no_such_memo")
        for name in ("kind", "title", "text"):
            if name in fields and getattr(memo, name) != fields[name]:
                setattr(memo, name, fields[name])


def delete_memo(study: Study, memo_id: int) -> None:
    """Delete a memo; undo brings it back."""
    with study.read() as connection:
        title = connection.scalar(select(Memo.title).where(Memo.id == memo_id)) or ""
    with study.change("reduce.history.memo_deleted", title=title) as session:
        session.execute(delete(Memo).where(Memo.id == memo_id))
