"""Codings: tag words with codes, change what a coding says, move its borders, remove it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.code_paths import PATH_MARK, code_by_path, split_path
from app.reduce.codes import names_of, shortened
from app.reduce.doubles import double_of, fold
from app.reduce.excerpts import carry_over, drop_unused, excerpt_at, inherit
from app.study import Study
from models.base import new_guid, now
from models.collection import Source
from models.reduction import DIRECTIONS, Code, Coding, Excerpt, Memo

LONGEST_IN_VIVO = 80
"""Characters of the words that become a code's name."""

WEIGHTS = (1, 2, 3)
"""Weak, middling, strong."""


@dataclass(frozen=True, slots=True)
class NewCoding:
    """A coding to be added in bulk; the span [start, end) is in code points."""

    source_id: int
    start: int
    end: int
    code_id: int
    direction: str = DIRECTIONS[0]
    memo: str = ""
    weight: int = WEIGHTS[0]
    coder_id: int | None = None


_MADE = insert(Coding.__table__).returning(Coding.__table__.c.id)  # type: ignore[arg-type]
_REFERENCE = select(Source.__table__.c.reference).where(Source.id == bindparam("id"))
_NAMED = (
    select(Code.__table__.c.name, Source.__table__.c.reference)
    .select_from(Coding.__table__)
    .join(Code, Code.id == Coding.code_id)
    .join(Excerpt, Excerpt.id == Coding.excerpt_id)
    .join(Source, Source.id == Excerpt.source_id)
    .where(Coding.id.in_(bindparam("ids", expanding=True)))
)
_PLACES = (
    select(Excerpt.__table__.c.id, Source.__table__.c.reference)
    .join(Source, Source.id == Excerpt.source_id)
    .where(Excerpt.id.in_(bindparam("ids", expanding=True)))
    .order_by(Excerpt.source_id, Excerpt.start)
)
_GONE = (
    delete(Coding.__table__)  # type: ignore[arg-type]
    .where(Coding.id.in_(bindparam("ids", expanding=True)))
    .returning(Coding.__table__.c.excerpt_id)
)
_MEMOS_GONE = delete(Memo.__table__).where(  # type: ignore[arg-type]
    Memo.on_entity == "coding", Memo.on_id.in_(bindparam("ids", expanding=True))
)

# --- coding ----------------------------------------------------------------------------------


def code_excerpt(
    study: Study,
    source_id: int,
    start: int,
    end: int,
    code_id: int,
    direction: str = DIRECTIONS[0],
) -> int:
    """Tag [start, end) of a source with a code, as the study's coder; return the coding.

    One that is there already stays as it is. Raises UserError where the span is empty or outside
    the text, or where source or code are gone.
    """
    return code_excerpts(study, source_id, start, end, [code_id], direction)[0]


def code_excerpts(
    study: Study,
    source_id: int,
    start: int,
    end: int,
    code_ids: Sequence[int],
    direction: str = DIRECTIONS[0],
) -> list[int]:
    """Tag [start, end) of a source with several codes at once: one step; return the codings."""
    _check_direction(direction)
    with study.read() as connection:
        names = names_of(connection, code_ids)
        reference = _reference(connection, source_id)
    with study.change("reduce.history.coded", code=names, source=reference) as session:
        excerpt = excerpt_at(session, source_id, start, end)
        return [tag(session, excerpt, code, study.coder_id, direction) for code in code_ids]


def tag_excerpts(study: Study, excerpt_ids: Collection[int], code_ids: Sequence[int]) -> list[int]:
    """Tag excerpts that are there with codes, in one step; return the codings."""
    with study.read() as connection:
        names = names_of(connection, code_ids)
        found = connection.execute(_PLACES, {"ids": list(excerpt_ids)}).all()
    if not found:
        raise UserError("reduce.no_such_excerpt")
    places = shortened(row.reference for row in found)
    with study.change("reduce.history.coded", code=names, source=places) as session:
        return [
            tag(session, row.id, code, study.coder_id, DIRECTIONS[0])
            for row in found
            for code in code_ids
        ]


def code_new(study: Study, source_id: int, start: int, end: int, path: str) -> tuple[int, int]:
    """Make the code at a path ("Time", "Factors > Time") and tag [start, end) with it, in one step.

    Return the code and the coding; a code that is there already is taken as it is.
    """
    name = split_path(path)[-1]
    with study.read() as connection:
        reference = _reference(connection, source_id)
    with study.change("reduce.history.coded", code=name, source=reference) as session:
        excerpt = excerpt_at(session, source_id, start, end)
        code = code_by_path(session, path)
        return code, tag(session, excerpt, code, study.coder_id, DIRECTIONS[0])


def code_in_vivo(study: Study, source_id: int, start: int, end: int) -> tuple[int, int]:
    """Make a code that bears the words themselves and tag them with it; return code and coding."""
    words = " ".join(study.texts.quote(source_id, start, end).replace(PATH_MARK, "›").split())
    if len(words) > LONGEST_IN_VIVO:
        words = words[: LONGEST_IN_VIVO + 1].rsplit(" ", 1)[0][:LONGEST_IN_VIVO] + "…"
    if not words:
        raise UserError("reduce.empty_span")
    with study.read() as connection:
        before = set(connection.scalars(select(Code.id).where(Code.parent_id.is_(None))))
        reference = _reference(connection, source_id)
    with study.change("reduce.history.coded_in_vivo", code=words, source=reference) as session:
        code, coding = code_new(study, source_id, start, end, words)
        if code not in before:
            session.get_one(Code, code).origin = "in_vivo"
        return code, coding


def add_codings(session: Session, rows: Iterable[NewCoding], coder_id: int) -> int:
    """Add many codings inside a change, for imports; return how many were new.

    `coder_id` codes where a row does not say who. Doubles of what is there, and among the rows,
    are left out. Raises UserError where a span is empty or outside its text.
    """
    excerpts: dict[tuple[int, int, int], int] = {}
    new: dict[tuple[int, int, int], dict[str, Any]] = {}
    for row in rows:
        _check_direction(row.direction)
        span = (row.source_id, row.start, row.end)
        if span not in excerpts:
            excerpts[span] = excerpt_at(session, *span)
        key = (excerpts[span], row.code_id, row.coder_id or coder_id)
        values = {"direction": row.direction, "memo": row.memo, "weight": row.weight}
        new.setdefault(key, values)
    there = set(_keys_there(session, {excerpt for excerpt, _, _ in new}))
    moment = now()
    added: list[dict[str, Any]] = [
        {"excerpt_id": e, "code_id": c, "coder_id": who, "guid": new_guid(), "made_at": moment}
        | said
        for (e, c, who), said in new.items()
        if (e, c, who) not in there
    ]
    if added:
        session.execute(insert(Coding), added)
    return len(added)


# --- changing what is coded ------------------------------------------------------------------


def remove_codings(study: Study, ids: Collection[int]) -> None:
    """Remove codings with their memos; an excerpt that nothing points to any more goes too."""
    with study.read() as connection:
        values = said_of(connection, ids)
    with study.change("reduce.history.uncoded", **values) as session:
        connection, which = session.connection(), {"ids": list(ids)}
        connection.execute(_MEMOS_GONE, which)
        drop_unused(session, connection.scalars(_GONE, which).all())


def recode(study: Study, ids: Collection[int], code_id: int) -> None:
    """Give codings another code; memo and direction stay. A double of one there folds into it."""
    with study.read() as connection:
        name = names_of(connection, [code_id])
        values = said_of(connection, ids)
    with study.change("reduce.history.recoded", new=name, **values) as session:
        for coding in session.scalars(select(Coding).where(Coding.id.in_(ids))).all():
            if coding.code_id == code_id:
                continue
            double = double_of(session, coding.excerpt_id, code_id, coding.coder_id)
            if double is not None:
                fold(session, coding, double)
            else:
                coding.code_id = code_id
                session.flush()


def recode_to_path(study: Study, ids: Collection[int], path: str) -> int:
    """Give codings the code at a path, made where it is not, in one step; return the code."""
    name = split_path(path)[-1]
    with study.read() as connection:
        values = said_of(connection, ids)
    with study.change("reduce.history.recoded", new=name, **values) as session:
        code = code_by_path(session, path)
        recode(study, ids, code)
        return code


def set_direction(study: Study, ids: Collection[int], direction: str) -> None:
    """Say whether codings affirm, deny or are mixed on their code."""
    _check_direction(direction)
    _set(study, ids, "directed", direction=direction)


def set_memo(study: Study, coding_id: int, memo: str) -> None:
    """Write the memo on a coding; an empty one takes it away."""
    _set(study, [coding_id], "annotated", memo=memo.strip())


def set_weight(study: Study, ids: Collection[int], weight: int) -> None:
    """Weight codings, 1 (weak) to 3 (strong)."""
    if weight not in WEIGHTS:
        raise UserError("reduce.unknown_weight", weight=weight)
    _set(study, ids, "weighted", weight=weight)


def move_borders(study: Study, coding_id: int, start: int, end: int) -> int:
    """Give a coding the span [start, end) of its source; return its excerpt.

    It gets another excerpt, found or made; other codings of the old one, and its evidence, stay
    where they are. Where nothing is left on the old one, its summary and memos move along. A
    coding of the same code and coder that stands there already folds into this one.
    """
    with study.read() as connection:
        values = said_of(connection, [coding_id])
    with study.change("reduce.history.borders_moved", **values) as session:
        coding = session.get(Coding, coding_id)
        if coding is None:
            raise UserError("reduce.no_such_coding")
        old = session.get_one(Excerpt, coding.excerpt_id)
        new = excerpt_at(session, old.source_id, start, end)
        if new == old.id:
            return new
        double = double_of(session, new, coding.code_id, coding.coder_id)
        if double is not None:
            fold(session, double, coding)
        inherit(session, old.id, new)
        coding.excerpt_id = new
        carry_over(session, old.id, new)
        drop_unused(session, [old.id])
        return new


# --- what they share -------------------------------------------------------------------------


def tag(session: Session, excerpt: int, code: int, coder: int, direction: str) -> int:
    """Tag an excerpt with a code inside a change; return the coding, also one there already."""
    there = double_of(session, excerpt, code, coder)
    if there is not None:
        return there.id
    row = {"excerpt_id": excerpt, "code_id": code, "coder_id": coder, "direction": direction}
    return int(session.connection().execute(_MADE, row).scalar_one())


def _set(study: Study, ids: Collection[int], label: str, **fields: Any) -> None:
    with study.read() as connection:
        values = said_of(connection, ids)
    with study.change(f"reduce.history.{label}", **values) as session:
        for coding in session.scalars(select(Coding).where(Coding.id.in_(ids))):
            for name, value in fields.items():
                if getattr(coding, name) != value:
                    setattr(coding, name, value)


def _keys_there(session: Session, excerpts: Collection[int]) -> Iterator[tuple[int, int, int]]:
    wanted = sorted(excerpts)
    for at in range(0, len(wanted), 5_000):
        few = wanted[at : at + 5_000]
        query = select(Coding.excerpt_id, Coding.code_id, Coding.coder_id)
        for row in session.execute(query.where(Coding.excerpt_id.in_(few))):
            yield row.excerpt_id, row.code_id, row.coder_id


def said_of(connection: Connection, ids: Collection[int]) -> dict[str, str]:
    """Return what the history says of codings: their codes and sources.

    Raises UserError where none of them is there any more.
    """
    found = connection.execute(_NAMED, {"ids": list(ids)}).all()
    if not found:
        raise UserError("reduce.no_such_coding")
    return {
        "code": shortened(row.name for row in found),
        "source": shortened(row.reference for row in found),
    }


def _check_direction(direction: str) -> None:
    if direction not in DIRECTIONS:
        raise UserError("reduce.unknown_direction", direction=direction)


def _reference(connection: Connection, source_id: int) -> str:
    reference: str | None = connection.scalar(_REFERENCE, {"id": source_id})
    if reference is None:
        raise UserError("reduce.no_such_source")
    return reference
