"""Splitting a code: some of its codings go to a new code beside it."""

from collections.abc import Collection

from sqlalchemy import select, update

from app.errors import UserError
from app.reduce.code_paths import child, fit_name, make
from app.study import Study
from models.reduction import Code, Coding


def split_code(study: Study, code_id: int, name: str, codings: Collection[int]) -> int:
    """Move `codings` of a code to a new code right behind it; return the new one's id.

    Codings keep their coder, direction, weight and memos. The new code has the origin, the cycle
    and the focus of the old one; its definition is left to be written. Raises UserError where the
    name is taken or empty, or where none of `codings` is the code's.
    """
    name = fit_name(name)
    with study.read() as connection:
        moving = list(
            connection.scalars(
                select(Coding.id).where(Coding.code_id == code_id, Coding.id.in_(codings))
            )
        )
        row = connection.execute(select(Code.name, Code.parent_id).where(Code.id == code_id))
        code = row.first()
    if code is None:
        raise UserError("reduce.no_such_code")
    if not moving:
        raise UserError("codebook.nothing_to_split", name=code.name)
    values = {"name": code.name, "new": name, "count": len(moving), "split_id": code_id}
    with study.change("codebook.history.code_split", **values) as session:
        if child(session, code.parent_id, name) is not None:
            raise UserError("reduce.code_exists", name=name)
        new_id = make(session, code.parent_id, name, "")
        old, new = session.get_one(Code, code_id), session.get_one(Code, new_id)
        new.origin, new.cycle, new.question_id = old.origin, old.cycle, old.question_id
        siblings = select(Code).where(Code.parent_id.is_not_distinct_from(code.parent_id))
        for sibling in session.scalars(siblings.where(Code.position > old.position)).all():
            sibling.position = old.position + 1 if sibling is new else sibling.position + 1
        session.flush()
        moved = update(Coding).where(Coding.id.in_(moving)).values(code_id=new_id)
        session.execute(moved)
        return new_id
