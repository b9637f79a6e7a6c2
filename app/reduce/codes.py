"""The code tree: make, rename, describe, move, merge and delete codes; how much each is used."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.code_paths import PATH_MARK, child, make
from app.reduce.excerpts import drop_unused
from app.study import Study
from models.reduction import Code, Coding, Excerpt, Memo

FIELDS = (
    "name",
    "colour",
    "definition",
    "when_to_use",
    "when_not_to_use",
    "typical_example",
    "counter_example",
    "origin",
    "cycle",
    "question_id",
)
"""What `edit_code` can change."""


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code in the order of the tree, with its codebook entry and how much it is used.

    `excerpts` and `informants` count it with all codes under it; `own_excerpts` the code alone.
    """

    id: int
    parent_id: int | None
    name: str
    path: str
    depth: int
    colour: str
    position: int
    definition: str
    when_to_use: str
    when_not_to_use: str
    typical_example: str
    counter_example: str
    origin: str
    cycle: str
    question_id: int | None
    own_excerpts: int
    excerpts: int
    informants: int


@dataclass(frozen=True, slots=True)
class Loss:
    """What would go with codes that are deleted."""

    codes: int
    codings: int
    excerpts: int
    memos: int


def codes(study: Study) -> list[CodeRow]:
    """Return all codes in the order of the tree."""
    with study.read() as connection:
        rows = connection.execute(select(Code.__table__).order_by(Code.position, Code.id)).all()
        used = _used(connection)
    children: dict[int | None, list[Any]] = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)
    return _in_order(children, used)


@dataclass(slots=True)
class _Use:
    own: int
    excerpts: int
    units: frozenset[int]


def _used(connection: Connection) -> dict[int, _Use]:
    unit = func.coalesce(Excerpt.speaker_id, -Excerpt.source_id)
    found: dict[int, tuple[int, set[int]]] = {}
    query = (
        select(Coding.code_id, unit, func.count())
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .group_by(Coding.code_id, unit)
    )
    for code, who, count in connection.execute(query):
        total, units = found.get(code, (0, set()))
        units.add(who)
        found[code] = (total + count, units)
    return {c: _Use(total, total, frozenset(units)) for c, (total, units) in found.items()}


def _in_order(children: Mapping[int | None, list[Any]], used: dict[int, _Use]) -> list[CodeRow]:
    ordered: list[tuple[Any, str, int]] = []
    stack = [(row, row.name, 0) for row in reversed(children.get(None, []))]
    while stack:
        row, path, depth = stack.pop()
        ordered.append((row, path, depth))
        stack.extend(
            (child_row, f"{path} {PATH_MARK} {child_row.name}", depth + 1)
            for child_row in reversed(children.get(row.id, []))
        )
    none = _Use(0, 0, frozenset())
    whole: dict[int, _Use] = {}
    for row, _, _ in reversed(ordered):
        own = used.get(row.id, none)
        below = [whole[child_row.id] for child_row in children.get(row.id, [])]
        whole[row.id] = _Use(
            own.own,
            own.excerpts + sum(b.excerpts for b in below),
            own.units.union(*(b.units for b in below)),
        )
    return [_row(row, path, depth, whole[row.id]) for row, path, depth in ordered]


def _row(row: Any, path: str, depth: int, use: _Use) -> CodeRow:
    return CodeRow(
        id=row.id,
        parent_id=row.parent_id,
        path=path,
        depth=depth,
        position=row.position,
        own_excerpts=use.own,
        excerpts=use.excerpts,
        informants=len(use.units),
        **{field: getattr(row, field) for field in FIELDS},
    )


def branch(study: Study, code_id: int) -> frozenset[int]:
    """Return a code and all codes under it."""
    with study.read() as connection:
        return _branches(connection, [code_id])


def _branches(connection: Connection, ids: Collection[int]) -> frozenset[int]:
    parents = connection.execute(select(Code.id, Code.parent_id)).all()
    children: dict[int | None, list[int]] = defaultdict(list)
    for code, parent in parents:
        children[parent].append(code)
    found = list(ids)
    for code in found:
        found.extend(children.get(code, ()))
    return frozenset(found)


def add_code(study: Study, name: str, parent_id: int | None = None, *, colour: str = "") -> int:
    """Add a code under `parent_id` and return its id. Raises UserError where the name is taken."""
    name = _fit(name)
    with study.change("reduce.history.code_added", name=name) as session:
        if child(session, parent_id, name) is not None:
            raise UserError("reduce.code_exists", name=name)
        return make(session, parent_id, name, colour).id


def edit_code(study: Study, code_id: int, **fields: Any) -> None:
    """Change what is given of a code: its name, colour or codebook entry (FIELDS)."""
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"no such field: {unknown}")
    with study.read() as connection:
        before = _name_of(connection, code_id)
    label = "code_renamed" if "name" in fields else "code_edited"
    values = {"name": before, "new": fields.get("name", "")}
    with study.change(f"reduce.history.{label}", **values) as session:
        code = session.get(Code, code_id)
        if code is None:
            raise UserError("reduce.no_such_code")
        if "name" in fields:
            fields["name"] = _fit(fields["name"])
            taken = child(session, code.parent_id, fields["name"])
            if taken not in (None, code_id):
                raise UserError("reduce.code_exists", name=fields["name"])
        for field, value in fields.items():
            if getattr(code, field) != value:
                setattr(code, field, value)


def move_codes(
    study: Study, ids: Sequence[int], parent_id: int | None, position: int | None = None
) -> None:
    """Put codes under `parent_id` (None: at the top) at `position` among its codes (None: last).

    Raises UserError where a code would come under itself.
    """
    with study.read() as connection:
        names = ", ".join(_name_of(connection, code) for code in ids)
        if parent_id is not None and parent_id in _branches(connection, ids):
            raise UserError("reduce.under_itself", name=names)
    with study.change("reduce.history.codes_moved", names=names) as session:
        siblings = list(
            session.scalars(
                select(Code)
                .where(Code.parent_id.is_not_distinct_from(parent_id), Code.id.not_in(ids))
                .order_by(Code.position, Code.id)
            )
        )
        moved = [code for code in (session.get(Code, number) for number in ids) if code]
        at = len(siblings) if position is None else max(0, min(position, len(siblings)))
        for number, code in enumerate([*siblings[:at], *moved, *siblings[at:]]):
            if code.parent_id != parent_id:
                code.parent_id = parent_id
            if code.position != number:
                code.position = number


def merge_codes(study: Study, ids: Sequence[int], into: int) -> None:
    """Fold codes into one: their codings and children go to it, doubles join with their memos."""
    others = [code for code in ids if code != into]
    with study.read() as connection:
        names = ", ".join(_name_of(connection, code) for code in others)
        target = _name_of(connection, into)
        if into in _branches(connection, others):
            raise UserError("reduce.merge_into_own_branch", name=target)
    with study.change("reduce.history.codes_merged", names=names, into=target) as session:
        for code in others:
            _move_codings(session, code, into)
            session.execute(update(Code).where(Code.parent_id == code).values(parent_id=into))
            session.execute(
                update(Memo).where(Memo.on_entity == "code", Memo.on_id == code).values(on_id=into)
            )
        session.execute(delete(Code).where(Code.id.in_(others)))


def _move_codings(session: Session, code_id: int, into: int) -> None:
    there = {
        (row.excerpt_id, row.coder_id): row
        for row in session.scalars(select(Coding).where(Coding.code_id == into))
    }
    for coding in session.scalars(select(Coding).where(Coding.code_id == code_id)).all():
        double = there.get((coding.excerpt_id, coding.coder_id))
        if double is None:
            coding.code_id = into
            there[(coding.excerpt_id, coding.coder_id)] = coding
            continue
        double.memo = "\n".join(memo for memo in (double.memo, coding.memo) if memo)
        if double.direction != coding.direction:
            double.direction = "mixed"
        session.delete(coding)
    session.flush()


def what_would_be_lost(study: Study, ids: Collection[int]) -> Loss:
    """Count what goes with these codes and those under them."""
    with study.read() as connection:
        whole = _branches(connection, ids)
        codings = connection.scalar(
            select(func.count()).select_from(Coding).where(Coding.code_id.in_(whole))
        )
        excerpts = connection.scalar(
            select(func.count(Coding.excerpt_id.distinct())).where(Coding.code_id.in_(whole))
        )
        memos = connection.scalar(
            select(func.count())
            .select_from(Memo)
            .where(Memo.on_entity == "code", Memo.on_id.in_(whole))
        )
    return Loss(len(whole), codings or 0, excerpts or 0, memos or 0)


def delete_codes(study: Study, ids: Collection[int]) -> None:
    """Delete codes, those under them, and their codings; undo brings all back."""
    with study.read() as connection:
        names = ", ".join(_name_of(connection, code) for code in ids)
        whole = _branches(connection, ids)
        excerpts = connection.scalars(
            select(Coding.excerpt_id).where(Coding.code_id.in_(whole)).distinct()
        ).all()
    with study.change("reduce.history.codes_deleted", names=names) as session:
        session.execute(delete(Coding).where(Coding.code_id.in_(whole)))
        session.execute(delete(Memo).where(Memo.on_entity == "code", Memo.on_id.in_(whole)))
        session.execute(delete(Code).where(Code.id.in_(whole)))
        drop_unused(session, excerpts)


def _name_of(connection: Connection, code_id: int) -> str:
    name = connection.scalar(select(Code.name).where(Code.id == code_id))
    if name is None:
        raise UserError("reduce.no_such_code")
    return name


def _fit(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise UserError("reduce.no_code_name")
    if PATH_MARK in name:
        raise UserError("reduce.mark_in_name", name=name)
    return name
