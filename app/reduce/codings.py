"""Codings: code an excerpt, code in vivo, recode, direct, annotate, move the borders, remove."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.code_paths import child, make
from app.reduce.excerpts import drop_unused, excerpt_at
from app.study import Study
from models.collection import Source
from models.reduction import DIRECTIONS, Code, Coding, Excerpt

LONGEST_IN_VIVO = 80
"""Characters of the words that become a code's name."""


def code_excerpt(
    study: Study,
    source_id: int,
    start: int,
    end: int,
    code_ids: Sequence[int],
    *,
    direction: str = "",
) -> list[int]:
    """Tag [start, end) of a source with codes, as the study's coder; return the codings.

    One that is there already stays as it is. Raises UserError where the span or a code is not.
    """
    direction = _direction(direction or DIRECTIONS[0])
    names, reference = _names(study, code_ids), _reference(study, source_id)
    with study.change("reduce.history.coded", code=names, source=reference) as session:
        excerpt = excerpt_at(session, source_id, start, end)
        return [_tag(session, excerpt, code, study.coder_id, direction) for code in code_ids]


def code_new(
    study: Study, source_id: int, start: int, end: int, name: str, parent_id: int | None = None
) -> tuple[int, int]:
    """Make a code and tag [start, end) with it, in one step; return the code and the coding.

    A code of that name under `parent_id` is taken as it is.
    """
    name = " ".join(name.split())
    if not name:
        raise UserError("reduce.no_code_name")
    reference = _reference(study, source_id)
    with study.change("reduce.history.coded", code=name, source=reference) as session:
        excerpt = excerpt_at(session, source_id, start, end)
        found = child(session, parent_id, name)
        code = found if found is not None else make(session, parent_id, name).id
        return code, _tag(session, excerpt, code, study.coder_id, DIRECTIONS[0])


def code_in_vivo(study: Study, source_id: int, start: int, end: int) -> tuple[int, int]:
    """Make a code that bears the words themselves, and tag them with it."""
    words = " ".join(study.texts.quote(source_id, start, end).replace(">", "›").split())
    if len(words) > LONGEST_IN_VIVO:
        words = words[:LONGEST_IN_VIVO].rsplit(" ", 1)[0] + "…"
    return code_new(study, source_id, start, end, words)


def remove_codings(study: Study, ids: Collection[int]) -> None:
    """Remove codings; an excerpt that nothing points to any more goes with them."""
    with study.read() as connection:
        found = connection.execute(
            select(Code.name, Source.reference)
            .select_from(Coding)
            .join(Code, Code.id == Coding.code_id)
            .join(Excerpt, Excerpt.id == Coding.excerpt_id)
            .join(Source, Source.id == Excerpt.source_id)
            .where(Coding.id.in_(ids))
        ).all()
    names = _shortened([row.name for row in found])
    places = _shortened([row.reference for row in found])
    with study.change("reduce.history.uncoded", code=names, source=places) as session:
        codings = session.scalars(select(Coding).where(Coding.id.in_(ids))).all()
        excerpts = [coding.excerpt_id for coding in codings]
        for coding in codings:
            session.delete(coding)
        drop_unused(session, excerpts)


def recode(study: Study, ids: Collection[int], code_id: int) -> None:
    """Give codings another code; memo and direction stay. A double of one there joins it."""
    name = _names(study, [code_id])
    with study.change("reduce.history.recoded", code=name) as session:
        for coding in session.scalars(select(Coding).where(Coding.id.in_(ids))).all():
            double = _there(session, coding.excerpt_id, code_id, coding.coder_id)
            if double is None:
                coding.code_id = code_id
            elif double.id != coding.id:
                double.memo = "\n".join(memo for memo in (double.memo, coding.memo) if memo)
                session.delete(coding)
            session.flush()


def set_direction(study: Study, ids: Collection[int], direction: str) -> None:
    """Say whether codings affirm, deny or are mixed on their code."""
    _set(study, ids, "directed", direction=_direction(direction))


def set_memo(study: Study, coding_id: int, memo: str) -> None:
    """Write the memo on a coding."""
    _set(study, [coding_id], "annotated", memo=memo)


def set_weight(study: Study, ids: Collection[int], weight: int) -> None:
    """Weight codings, 1 (weak) to 3 (strong)."""
    _set(study, ids, "weighted", weight=weight)


def move_borders(study: Study, coding_id: int, start: int, end: int) -> None:
    """Give a coding the span [start, end).

    It gets another excerpt, found or made; the others, and the evidence, stay where they are.
    """
    with study.change("reduce.history.borders_moved") as session:
        coding = session.get(Coding, coding_id)
        if coding is None:
            raise UserError("reduce.no_such_coding")
        old = session.get_one(Excerpt, coding.excerpt_id)
        new = excerpt_at(session, old.source_id, start, end)
        double = _there(session, new, coding.code_id, coding.coder_id)
        if double is not None and double.id != coding.id:
            session.delete(coding)
        else:
            coding.excerpt_id = new
        drop_unused(session, [old.id])


def _set(study: Study, ids: Collection[int], label: str, **values: Any) -> None:
    with study.change(f"reduce.history.{label}") as session:
        for coding in session.scalars(select(Coding).where(Coding.id.in_(ids))):
            for name, value in values.items():
                if getattr(coding, name) != value:
                    setattr(coding, name, value)


def _tag(session: Session, excerpt: int, code: int, coder: int, direction: str) -> int:
    there = _there(session, excerpt, code, coder)
    if there is not None:
        return there.id
    coding = Coding(excerpt_id=excerpt, code_id=code, coder_id=coder, direction=direction)
    session.add(coding)
    session.flush()
    return coding.id


def _there(session: Session, excerpt: int, code: int, coder: int) -> Coding | None:
    return session.scalar(
        select(Coding).where(
            Coding.excerpt_id == excerpt, Coding.code_id == code, Coding.coder_id == coder
        )
    )


def _direction(direction: str) -> str:
    if direction not in DIRECTIONS:
        raise UserError("reduce.unknown_direction", direction=direction)
    return direction


def _names(study: Study, code_ids: Sequence[int]) -> str:
    with study.read() as connection:
        query = select(Code.id, Code.name).where(Code.id.in_(code_ids))
        found = {row.id: row.name for row in connection.execute(query)}
    if not code_ids or set(found) != set(code_ids):
        raise UserError("reduce.no_such_code")
    return _shortened([found[code] for code in code_ids])


def _reference(study: Study, source_id: int) -> str:
    with study.read() as connection:
        reference = connection.scalar(select(Source.reference).where(Source.id == source_id))
    if reference is None:
        raise UserError("reduce.no_such_source")
    return reference


def _shortened(names: Sequence[str], shown: int = 3) -> str:
    different = list(dict.fromkeys(names))
    more = " …" if len(different) > shown else ""
    return ", ".join(different[:shown]) + more
