"""Codes by their path in the tree, "Factors > Board support", and the making of a code."""

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.colours import next_colour
from models.reduction import Code

PATH_MARK = ">"
"""What parts the names in a path, with or without blanks around it; no name holds it."""

PATH_JOIN = f" {PATH_MARK} "
"""What stands between the names in a path that is shown."""


def code_by_path(session: Session, path: str) -> int:
    """Return the id of the code at `path`, making it, and those above it, where they are not.

    Names are the same however their letters stand. Raises UserError where a name is empty.
    """
    at: int | None = None
    for name in split_path(path):
        found = child(session, at, name)
        at = found if found is not None else make(session, at, name)
    if at is None:
        raise UserError("reduce.bad_path", path=path)
    return at


def split_path(path: str) -> list[str]:
    """Return the names in a path. Raises UserError where one is empty."""
    names = [tidy(name) for name in path.split(PATH_MARK)]
    if not all(names):
        raise UserError("reduce.bad_path", path=path.strip())
    return names


def tidy(name: str) -> str:
    """Return a name on one line, without blanks at its borders."""
    return " ".join(name.split())


def fit_name(name: str) -> str:
    """Return `name` as a code can bear it. Raises UserError where it is empty or holds a mark."""
    name = tidy(name)
    if not name:
        raise UserError("reduce.no_code_name")
    if PATH_MARK in name:
        raise UserError("reduce.mark_in_name", name=name)
    return name


def child(session: Session, parent_id: int | None, name: str) -> int | None:
    """Return the id of the code of that name under `parent_id`, however its letters stand."""
    siblings = session.execute(
        select(Code.id, Code.name).where(Code.parent_id.is_not_distinct_from(parent_id))
    )
    wanted = tidy(name).casefold()
    return next((row.id for row in siblings if row.name.casefold() == wanted), None)


def make(session: Session, parent_id: int | None, name: str, colour: str = "") -> int:
    """Add a code behind its siblings and return its id; `colour` is chosen where it is empty."""
    there = session.execute(select(Code.parent_id, Code.colour, Code.position)).all()
    siblings = [row for row in there if row.parent_id == parent_id]
    code = Code(
        name=tidy(name),
        parent_id=parent_id,
        position=max((row.position for row in siblings), default=-1) + 1,
        colour=colour
        or next_colour([row.colour for row in there], [row.colour for row in siblings]),
    )
    session.add(code)
    session.flush()
    return code.id


def path_of(connection: Connection, code_id: int) -> str:
    """Return the path of a code. Raises UserError where there is no such code."""
    above = select(Code.id, Code.parent_id, Code.name, func.coalesce(0, 0).label("steps"))
    chain = above.where(Code.id == code_id).cte("chain", recursive=True)
    chain = chain.union_all(
        select(Code.id, Code.parent_id, Code.name, chain.c.steps + 1).join(
            chain, Code.id == chain.c.parent_id
        )
    )
    names = connection.scalars(select(chain.c.name).order_by(chain.c.steps.desc())).all()
    if not names:
        raise UserError("reduce.no_such_code")
    return PATH_JOIN.join(names)
