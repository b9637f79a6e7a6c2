"""Changing codes: make, rename, recolour, describe, move. Merging and deleting: code_merging."""

from collections.abc import Collection, Sequence
from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.code_paths import child, code_by_path, fit_name, make, split_path
from app.reduce.code_tree import read_tree
from app.reduce.codes import names_of
from app.study import Study
from models.reduction import Code

ORIGINS = ("a_priori", "emergent", "in_vivo")
CYCLES = ("first", "pattern")


class Entry(TypedDict, total=False):
    """The codebook entry of a code; what is left out stays. METHOD.md, section 2."""

    definition: str
    when_to_use: str
    when_not_to_use: str
    typical_example: str
    counter_example: str
    origin: str
    cycle: str
    question_id: int | None


def add_code(
    study: Study, name: str, parent_id: int | None = None, colour: str = "", **entry: Unpack[Entry]
) -> int:
    """Add a code under `parent_id` (None: at the top) and return its id.

    Without a colour it takes one that its siblings do not have. Raises UserError where the name is
    empty, or taken by a sibling.
    """
    name = fit_name(name)
    _check_entry(entry)
    with study.change("reduce.history.code_added", name=name) as session:
        if parent_id is not None and session.get(Code, parent_id) is None:
            raise UserError("reduce.no_such_code")
        if child(session, parent_id, name) is not None:
            raise UserError("reduce.code_exists", name=name)
        code_id = make(session, parent_id, name, colour)
        _write(session, code_id, entry)
        return code_id


def add_path(study: Study, path: str) -> int:
    """Find or make the code at a path, "Factors > Board support", and return its id."""
    name = split_path(path)[-1]
    with study.change("reduce.history.code_added", name=name) as session:
        return code_by_path(session, path)


def rename_code(study: Study, code_id: int, name: str) -> None:
    """Give a code another name. Raises UserError where it is empty, or taken by a sibling."""
    name = fit_name(name)
    with study.read() as connection:
        before = names_of(connection, [code_id])
    with study.change("reduce.history.code_renamed", name=before, new=name) as session:
        code = _code(session, code_id)
        if child(session, code.parent_id, name) not in (None, code_id):
            raise UserError("reduce.code_exists", name=name)
        if code.name != name:
            code.name = name


def recolour_codes(study: Study, ids: Collection[int], colour: str) -> None:
    """Give codes another colour ("#rrggbb")."""
    with study.read() as connection:
        names = names_of(connection, ids)
    with study.change("reduce.history.code_recoloured", name=names) as session:
        for code in session.scalars(select(Code).where(Code.id.in_(ids))):
            if code.colour != colour:
                code.colour = colour


def describe_code(study: Study, code_id: int, **entry: Unpack[Entry]) -> None:
    """Write the codebook entry of a code: only what is given changes."""
    _check_entry(entry)
    with study.read() as connection:
        name = names_of(connection, [code_id])
    with study.change("reduce.history.code_described", name=name) as session:
        _write(session, code_id, entry)


def move_codes(
    study: Study, ids: Sequence[int], parent_id: int | None, position: int | None = None
) -> None:
    """Put codes under `parent_id` (None: at the top), before the sibling at `position`.

    `position` counts the siblings as they stand before the move; None is behind the last. A code
    whose own parent moves along stays under it. Raises UserError where a code would come under
    itself, or beside one of its name.
    """
    with study.read() as connection:
        names = names_of(connection, ids)
        tree = read_tree(connection)
    if parent_id is not None and parent_id not in tree.parents:
        raise UserError("reduce.no_such_code")
    moving = tree.without_those_below(ids)
    if parent_id is not None and parent_id in tree.branches(moving):
        raise UserError("reduce.under_itself", name=names)
    there = list(tree.children.get(parent_id, ()))
    at = len(there) if position is None else max(0, min(position, len(there)))
    order = [c for c in there[:at] if c not in moving]
    order += moving
    order += [c for c in there[at:] if c not in moving]
    with study.change("reduce.history.codes_moved", names=names) as session:
        _lay(session, order, parent_id)


def _lay(session: Session, order: Sequence[int], parent_id: int | None) -> None:
    """Put codes under a parent in this order, writing only the rows that differ."""
    by_id = {c.id: c for c in session.scalars(select(Code).where(Code.id.in_(order)))}
    names: set[str] = set()
    for number, code_id in enumerate(order):
        code = by_id[code_id]
        if code.name.casefold() in names:
            raise UserError("reduce.code_exists", name=code.name)
        names.add(code.name.casefold())
        if code.parent_id != parent_id:
            code.parent_id = parent_id
        if code.position != number:
            code.position = number


def _write(session: Session, code_id: int, entry: Entry) -> None:
    code = _code(session, code_id)
    for field, value in entry.items():
        if getattr(code, field) != value:
            setattr(code, field, value)


def _check_entry(entry: Entry) -> None:
    unknown = set(entry) - Entry.__optional_keys__
    if unknown:
        raise TypeError(f"a code has no {', '.join(sorted(unknown))}")
    if entry.get("origin", ORIGINS[0]) not in ORIGINS:
        raise UserError("reduce.unknown_origin", origin=entry["origin"])
    if entry.get("cycle", CYCLES[0]) not in CYCLES:
        raise UserError("reduce.unknown_cycle", cycle=entry["cycle"])


def _code(session: Session, code_id: int) -> Code:
    code = session.get(Code, code_id)
    if code is None:
        raise UserError("reduce.no_such_code")
    return code
