"""Two codings of one excerpt with one code by one coder: one stays, and keeps what both said."""

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from models.reduction import DIRECTIONS, Coding, Memo

MIXED = DIRECTIONS[2]


_THERE = select(Coding.__table__.c.id).where(
    Coding.excerpt_id == bindparam("excerpt"),
    Coding.code_id == bindparam("code"),
    Coding.coder_id == bindparam("coder"),
)


def double_of(
    session: Session, excerpt_id: int, code_id: int, coder_id: int, besides: int | None = None
) -> Coding | None:
    """Return the coding that stands there already, other than the coding `besides`."""
    session.flush()
    place = {"excerpt": excerpt_id, "code": code_id, "coder": coder_id}
    found = session.connection().scalar(_THERE, place)
    return session.get_one(Coding, found) if found not in (None, besides) else None


def fold(session: Session, double: Coding, kept: Coding) -> None:
    """Remove `double`: its memos go to `kept`, which is mixed where their directions differ."""
    if double.memo and double.memo not in kept.memo:
        kept.memo = f"{kept.memo}\n{double.memo}" if kept.memo else double.memo
    if double.direction != kept.direction:
        kept.direction = MIXED
    kept.weight = max(kept.weight, double.weight)
    memos = update(Memo).where(Memo.on_entity == "coding", Memo.on_id == double.id)
    session.execute(memos.values(on_id=kept.id))
    session.delete(double)
    session.flush()
