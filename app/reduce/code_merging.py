"""Merging codes into one, and deleting them: what carries over, and what would be lost."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.code_tree import read_tree
from app.reduce.codes import names_of
from app.reduce.doubles import fold
from app.reduce.excerpt_uses import used_beyond_codings
from app.reduce.excerpts import drop_unused
from app.reduce.memo_links import drop_links, turn_links
from app.study import Study
from models.reduction import Code, Coding, Memo
from models.verification import Override

JOINED = (*("definition", "when_to_use", "when_not_to_use", "typical_example", "counter_example"),)
"""The parts of a codebook entry that are joined when codes are merged."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What would go with codes that are deleted.

    `codes` counts those under them too; `excerpts` those that no other coding and no evidence
    points to; `memos` those on the codes and on their codings, and the codings' own.
    """

    codes: int
    codings: int
    excerpts: int
    memos: int


@dataclass(frozen=True, slots=True)
class Merging:
    """What merging codes into one does: `codes` go; the codings that stay, and what moves along.

    `doubles` are codings that fall into another: one coder had coded an excerpt with several of
    the codes. `below` counts codes that come under the one that stays, `memos` those on the codes.
    """

    codes: int
    codings: int
    doubles: int
    below: int
    memos: int


def what_merging_does(study: Study, ids: Collection[int], into: int) -> Merging:
    """Count what `merge_codes` of the same codes would do."""
    others = [code for code in dict.fromkeys(ids) if code != into]
    coded = select(Coding.excerpt_id, Coding.coder_id).where(Coding.code_id.in_([into, *others]))
    moving = select(func.count()).where(Coding.code_id.in_(others))
    below = select(func.count()).where(Code.parent_id.in_(others), Code.id.not_in([into, *others]))
    memos = select(func.count()).where(Memo.on_entity == "code", Memo.on_id.in_(others))
    with study.read() as connection:
        all_of_them = _count(connection.scalar(select(func.count()).select_from(coded.subquery())))
        places = select(func.count()).select_from(coded.distinct().subquery())
        doubles = all_of_them - _count(connection.scalar(places))
        return Merging(
            codes=len(others),
            codings=_count(connection.scalar(moving)) - doubles,
            doubles=doubles,
            below=_count(connection.scalar(below)),
            memos=_count(connection.scalar(memos)),
        )


def merge_codes(study: Study, ids: Collection[int], into: int) -> None:
    """Fold codes into one: codings, codes under them and memos go to it, and the codebook entries.

    Where one coder coded an excerpt with several of the codes one coding stays (`doubles.fold`).
    Raises UserError where a code would come under itself, or beside one of its name.
    """
    others = [code for code in dict.fromkeys(ids) if code != into]
    if not others:
        return
    with study.read() as connection:
        names = names_of(connection, others)
        target = names_of(connection, [into])
        tree = read_tree(connection)
    if into in tree.branches(others):
        raise UserError("reduce.merge_into_own_branch", name=target)
    values = {"names": names, "into": target, "into_id": into}
    with study.change("reduce.history.codes_merged", **values) as session:
        _adopt(session, others, into)
        _move_codings(session, others, into)
        memos = update(Memo).where(Memo.on_entity == "code", Memo.on_id.in_(others))
        session.execute(memos.values(on_id=into))
        turn_links(session, "code", others, into)
        _join_entries(session, others, into)
        _drop_overrides(session, others)
        session.flush()
        session.execute(delete(Code).where(Code.id.in_(others)))


def what_would_be_lost(study: Study, ids: Collection[int]) -> Loss:
    """Count what goes with these codes and those under them."""
    with study.read() as connection:
        whole = read_tree(connection).branches(ids)
        codings = select(Coding.id).where(Coding.code_id.in_(whole))
        kept = select(Coding.excerpt_id).where(Coding.code_id.not_in(whole))
        excerpts = (
            select(func.count(Coding.excerpt_id.distinct()))
            .where(Coding.code_id.in_(whole), Coding.excerpt_id.not_in(kept))
            .where(~used_beyond_codings())
        )
        own = select(func.count()).where(Coding.code_id.in_(whole), Coding.memo != "")
        memos = select(func.count()).select_from(_memos(whole, codings).subquery())
        return Loss(
            codes=len(whole),
            codings=_count(connection.scalar(select(func.count()).where(Coding.id.in_(codings)))),
            excerpts=_count(connection.scalar(excerpts)),
            memos=_count(connection.scalar(own)) + _count(connection.scalar(memos)),
        )


def delete_codes(study: Study, ids: Collection[int]) -> None:
    """Delete codes and those under them, with their codings and memos; undo brings all back."""
    with study.read() as connection:
        names = names_of(connection, ids)
        whole = read_tree(connection).branches(ids)
        coded = select(Coding.excerpt_id).where(Coding.code_id.in_(whole)).distinct()
        excerpts = list(connection.scalars(coded))
    with study.change("reduce.history.codes_deleted", names=names) as session:
        codings = select(Coding.id).where(Coding.code_id.in_(whole))
        memos = list(session.scalars(_memos(whole, codings)))
        if memos:
            session.execute(delete(Memo).where(Memo.id.in_(memos)))
        drop_links(session, "code", whole)
        _drop_overrides(session, whole)
        session.execute(delete(Coding).where(Coding.code_id.in_(whole)))
        session.execute(delete(Code).where(Code.id.in_(whole)))
        drop_unused(session, excerpts)


def _drop_overrides(session: Session, code_ids: Collection[int]) -> None:
    """Take away the verdicts that the researcher gave codes which go."""
    chosen = (Override.on_entity == "code") & Override.on_id.in_(code_ids)
    session.execute(delete(Override).where(chosen))


def _memos(code_ids: Sequence[int], codings: Select[int]) -> Select[int]:
    """Return the memos on codes and on codings."""
    return select(Memo.id).where(
        ((Memo.on_entity == "code") & Memo.on_id.in_(code_ids))
        | ((Memo.on_entity == "coding") & Memo.on_id.in_(codings))
    )


def _adopt(session: Session, others: Sequence[int], into: int) -> None:
    """Put the codes under `others` behind those under `into`."""
    siblings = select(Code).order_by(Code.position, Code.id)
    there = session.scalars(siblings.where(Code.parent_id == into)).all()
    names = {code.name.casefold() for code in there}
    coming = session.scalars(
        siblings.where(Code.parent_id.in_(others), Code.id.not_in([into, *others]))
    ).all()
    for number, code in enumerate(coming, len(there)):
        if code.name.casefold() in names:
            raise UserError("reduce.code_exists", name=code.name)
        names.add(code.name.casefold())
        code.parent_id, code.position = into, number
    session.flush()


def _move_codings(session: Session, others: Sequence[int], into: int) -> None:
    """Give the codings of `others` the code `into`, at once but for the doubles."""
    kept: dict[tuple[int, int], Coding] = {}
    rows = session.scalars(
        select(Coding)
        .where(Coding.code_id.in_([into, *others]))
        .order_by(Coding.code_id != into, Coding.id)
    ).all()
    for coding in rows:
        place = (coding.excerpt_id, coding.coder_id)
        if place in kept:
            fold(session, coding, kept[place])
        else:
            kept[place] = coding
    session.flush()
    session.execute(update(Coding).where(Coding.code_id.in_(others)).values(code_id=into))


def _join_entries(session: Session, others: Sequence[int], into: int) -> None:
    """Add what the codebook says of `others` to the entry of `into`, where it is something new."""
    kept = session.get_one(Code, into)
    for code in session.scalars(select(Code).where(Code.id.in_(others)).order_by(Code.id)):
        for field in JOINED:
            said, more = getattr(kept, field), getattr(code, field)
            if more and more not in said:
                setattr(kept, field, f"{said}\n{more}" if said else more)
        if kept.question_id is None:
            kept.question_id = code.question_id


def _count(found: int | None) -> int:
    return found or 0
