"""What memos name: the rows beside the marks in their texts, kept as the texts say."""

from collections.abc import Collection

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.reduce.memo_marks import Key, marks, named, turned
from app.reduce.memo_things import there
from app.study import Study
from models.reduction import Memo, MemoLink


def write_links(session: Session, memo_id: int, before: str, text: str) -> None:
    """Make the links of a memo those that its text names.

    A mark that lost what it named stays without a link, though another row may have that id now.
    """
    session.flush()
    rows = session.scalars(select(MemoLink).where(MemoLink.memo_id == memo_id)).all()
    kept = {(row.to_entity, row.to_id): row for row in rows}
    dead = set(named(before)) - set(kept)
    wanted = set(named(text)) - dead
    for key, row in kept.items():
        if key not in wanted:
            session.delete(row)
    known = there(session.connection(), wanted - set(kept))
    for entity, row_id in sorted(known):
        session.add(MemoLink(memo_id=memo_id, to_entity=entity, to_id=row_id))
    session.flush()


def links_of(study: Study, memo_id: int) -> set[Key]:
    """Return what a memo names that is still in the study."""
    query = select(MemoLink.to_entity, MemoLink.to_id).where(MemoLink.memo_id == memo_id)
    with study.read() as connection:
        keys = {(row.to_entity, row.to_id) for row in connection.execute(query)}
        return there(connection, keys)


def drop_links(session: Session, entity: str, ids: Collection[int]) -> None:
    """Forget that memos named rows which go; the names stay in the texts. Within a change."""
    session.execute(delete(MemoLink).where(MemoLink.to_entity == entity, MemoLink.to_id.in_(ids)))


def turn_links(session: Session, entity: str, others: Collection[int], into: int) -> None:
    """Let memos that name one of `others` name `into`, in links and marks. Within a change."""
    session.flush()
    ids = [row_id for row_id in others if row_id != into]
    query = select(MemoLink).where(MemoLink.to_entity == entity, MemoLink.to_id.in_([*ids, into]))
    rows = session.scalars(query).all()
    naming = {row.memo_id for row in rows if row.to_id == into}
    to = {(entity, row_id): (entity, into) for row_id in ids}
    for row in rows:
        if row.to_id == into:
            continue
        memo = session.get_one(Memo, row.memo_id)
        if any(found.key in to for found in marks(memo.text)):
            memo.text = turned(memo.text, to)
        if row.memo_id in naming:
            session.delete(row)
        else:
            naming.add(row.memo_id)
            row.to_id = into
    session.flush()
