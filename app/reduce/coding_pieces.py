"""Cutting a coding in two, joining codings that touch, giving an excerpt a further code."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.code_paths import code_by_path, split_path
from app.reduce.codes import names_of
from app.reduce.codings import move_borders, said_of, tag
from app.reduce.doubles import fold
from app.reduce.excerpts import drop_unused, excerpt_at, inherit
from app.study import Study
from models.reduction import Coding, Excerpt


def split_coding(study: Study, coding_id: int, at: int) -> int:
    """Cut a coding at the code point `at`; return the new coding, that of what stands behind it.

    Both keep code, coder, direction and weight; the memo stays with the first. Blanks at the cut
    belong to neither. Raises UserError where one side would have no word.
    """
    with study.read() as connection:
        values = said_of(connection, [coding_id])
        place = connection.execute(
            select(Excerpt.source_id, Excerpt.start, Excerpt.end)
            .join(Coding, Coding.excerpt_id == Excerpt.id)
            .where(Coding.id == coding_id)
        ).one()
    text = study.texts.of(place.source_id)
    first = text[place.start : at].rstrip()
    second = text[at : place.end].lstrip()
    if not place.start < at < place.end or not first or not second:
        raise UserError("reduce.no_cut")
    with study.change("reduce.history.split", **values) as session:
        coding = session.get_one(Coding, coding_id)
        behind = excerpt_at(session, place.source_id, place.end - len(second), place.end)
        inherit(session, coding.excerpt_id, behind)
        new = tag(session, behind, coding.code_id, coding.coder_id, coding.direction)
        session.get_one(Coding, new).weight = coding.weight
        session.flush()
        move_borders(study, coding_id, place.start, place.start + len(first))
        return new


def merge_codings(study: Study, ids: Collection[int]) -> list[int]:
    """Join codings of one code, coder and source that overlap or touch; return those that stay.

    Only blanks may stand between two that touch. Memos come together, directions that differ are
    mixed. Raises UserError where nothing can be joined.
    """
    with study.read() as connection:
        values = said_of(connection, ids)
        rows = connection.execute(
            select(
                Coding.id, Coding.code_id, Coding.coder_id, Excerpt.source_id,
                Excerpt.start, Excerpt.end,
            )
            .join(Excerpt, Excerpt.id == Coding.excerpt_id)
            .where(Coding.id.in_(ids))
            .order_by(Coding.code_id, Coding.coder_id, Excerpt.source_id, Excerpt.start)
        ).all()  # fmt: skip
    runs: list[list[int]] = []
    spans: list[tuple[int, int]] = []
    last: tuple[int, int, int] | None = None
    for row in rows:
        of = (row.code_id, row.coder_id, row.source_id)
        touches = of == last and (
            row.start <= spans[-1][1]
            or not study.texts.quote(row.source_id, spans[-1][1], row.start).strip()
        )
        if touches:
            runs[-1].append(row.id)
            spans[-1] = (spans[-1][0], max(spans[-1][1], row.end))
        else:
            runs.append([row.id])
            spans.append((row.start, row.end))
        last = of
    joined = [(run, span) for run, span in zip(runs, spans, strict=True) if len(run) > 1]
    if not joined:
        raise UserError("reduce.nothing_touches")
    with study.change("reduce.history.joined", **values) as session:
        for (kept, *others), span in joined:
            _fold_all(session, kept, others)
            move_borders(study, kept, *span)
    return [run[0] for run, _ in joined]


def _fold_all(session: Session, kept: int, others: Collection[int]) -> None:
    coding = session.get_one(Coding, kept)
    excerpts = []
    for other in others:
        double = session.get_one(Coding, other)
        excerpts.append(double.excerpt_id)
        fold(session, double, coding)
    drop_unused(session, excerpts)


def copy_codings(study: Study, ids: Collection[int], to: int | str) -> list[int]:
    """Give the excerpts of codings a further code, by its id or its path (made where it is not).

    Coder and direction come along, the memo does not. Return the codings of that code.
    """
    with study.read() as connection:
        name = split_path(to)[-1] if isinstance(to, str) else names_of(connection, [to])
        values = said_of(connection, ids)
    with study.change("reduce.history.copied", new=name, **values) as session:
        code = code_by_path(session, to) if isinstance(to, str) else to
        codings = session.scalars(select(Coding).where(Coding.id.in_(ids))).all()
        return [
            tag(session, coding.excerpt_id, code, coding.coder_id, coding.direction)
            for coding in codings
        ]


def set_aside(study: Study, coding_ids: Collection[int], *, aside: bool) -> None:
    """Set the excerpts of codings aside (they count nowhere until taken back), or take them back.

    Selecting is part of reduction (Miles & Huberman 1994).
    """
    with study.read() as connection:
        values = said_of(connection, coding_ids)
    label = "set_aside" if aside else "taken_back"
    excerpts = select(Coding.excerpt_id).where(Coding.id.in_(coding_ids))
    with study.change(f"reduce.history.{label}", **values) as session:
        session.execute(
            update(Excerpt)
            .where(Excerpt.id.in_(excerpts), Excerpt.set_aside != aside)
            .values(set_aside=aside)
        )
