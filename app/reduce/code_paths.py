"""Codes by their path in the tree: "Factors > Board support"."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import UserError
from models.reduction import Code

PATH_MARK = ">"

PALETTE = (
    "#2b7de9", "#c2410c", "#0f766e", "#9333ea", "#b45309", "#db2777", "#4d7c0f", "#0891b2",
    "#dc2626", "#4f46e5", "#15803d", "#a21caf", "#0369a1", "#be123c", "#65a30d", "#7c3aed",
)  # fmt: skip
"""The colours that new codes take in turn."""


def code_by_path(session: Session, path: str) -> int:
    """Return the id of the code at `path`, making it, and those above it, where they are not.

    Raises UserError where a name in the path is empty.
    """
    names = [name.strip() for name in path.split(PATH_MARK)]
    if not all(names):
        raise UserError("reduce.bad_path", path=path)
    at: int | None = None
    for name in names:
        found = child(session, at, name)
        at = found if found is not None else make(session, at, name).id
    assert at is not None
    return at


def child(session: Session, parent_id: int | None, name: str) -> int | None:
    """Return the id of the code of that name under `parent_id`, however its letters stand."""
    siblings = session.execute(
        select(Code.id, Code.name).where(Code.parent_id.is_not_distinct_from(parent_id))
    )
    wanted = name.strip().casefold()
    return next((row.id for row in siblings if row.name.casefold() == wanted), None)


def make(session: Session, parent_id: int | None, name: str, colour: str = "") -> Code:
    """Add a code at the end of its siblings; without a colour it takes the next of the palette."""
    last = session.scalar(
        select(func.coalesce(func.max(Code.position), -1)).where(
            Code.parent_id.is_not_distinct_from(parent_id)
        )
    )
    count = session.scalar(select(func.count()).select_from(Code)) or 0
    code = Code(
        name=name.strip(),
        parent_id=parent_id,
        position=(-1 if last is None else last) + 1,
        colour=colour or PALETTE[count % len(PALETTE)],
    )
    session.add(code)
    session.flush()
    return code
