"""What memos and claims name: the rows beside the marks in their texts, kept as the texts say."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.reduce.memo_marks import Key, marks, named, turned
from app.reduce.memo_things import there
from app.study import Study
from models.conclusions import Finding
from models.reduction import Memo, MemoLink
from models.verification import ClaimLink


@dataclass(frozen=True, slots=True)
class Holder:
    """Rows whose text names things: the table of its links, their owner, the text's column."""

    link: Any
    owner: str
    entity: Any
    text: str


MEMOS = Holder(MemoLink, "memo_id", Memo, "text")
CLAIMS = Holder(ClaimLink, "finding_id", Finding, "claim")


def write_links(
    session: Session, owner_id: int, before: str, text: str, holder: Holder = MEMOS
) -> None:
    """Make the links of a memo, or of a finding's claim, those that its text names.

    A mark that lost what it named stays without a link, though another row may have that id now.
    """
    session.flush()
    owned = getattr(holder.link, holder.owner) == owner_id
    rows = session.scalars(select(holder.link).where(owned)).all()
    kept = {(row.to_entity, row.to_id): row for row in rows}
    dead = set(named(before)) - set(kept)
    wanted = set(named(text)) - dead
    for key, row in kept.items():
        if key not in wanted:
            session.delete(row)
    known = there(session.connection(), wanted - set(kept))
    for entity, row_id in sorted(known):
        session.add(holder.link(**{holder.owner: owner_id}, to_entity=entity, to_id=row_id))
    session.flush()


def links_of(study: Study, owner_id: int, holder: Holder = MEMOS) -> set[Key]:
    """Return what a memo, or a finding's claim, names that is still in the study."""
    link = holder.link
    query = select(link.to_entity, link.to_id).where(getattr(link, holder.owner) == owner_id)
    with study.read() as connection:
        keys = {(row.to_entity, row.to_id) for row in connection.execute(query)}
        return there(connection, keys)


def drop_links(session: Session, entity: str, ids: Collection[int]) -> None:
    """Forget that memos and claims named rows which go; the names stay in the texts.

    Within a change.
    """
    for holder in (MEMOS, CLAIMS):
        link = holder.link
        session.execute(delete(link).where(link.to_entity == entity, link.to_id.in_(ids)))


def turn_links(session: Session, entity: str, others: Collection[int], into: int) -> None:
    """Let memos and claims that name one of `others` name `into`, in links and marks.

    Within a change.
    """
    session.flush()
    for holder in (MEMOS, CLAIMS):
        _turn(session, holder, entity, others, into)
    session.flush()


def _turn(
    session: Session, holder: Holder, entity: str, others: Collection[int], into: int
) -> None:
    link = holder.link
    ids = [row_id for row_id in others if row_id != into]
    query = select(link).where(link.to_entity == entity, link.to_id.in_([*ids, into]))
    rows = session.scalars(query).all()
    naming = {getattr(row, holder.owner) for row in rows if row.to_id == into}
    to = {(entity, row_id): (entity, into) for row_id in ids}
    for row in rows:
        if row.to_id == into:
            continue
        owner_id = getattr(row, holder.owner)
        owner = session.get_one(holder.entity, owner_id)
        text = getattr(owner, holder.text)
        if any(found.key in to for found in marks(text)):
            setattr(owner, holder.text, turned(text, to))
        if owner_id in naming:
            session.delete(row)
        else:
            naming.add(owner_id)
            row.to_id = into
