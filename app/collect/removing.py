"""Taking sources away, and saying first what goes with them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.study import Study
from models.collection import Original, Source
from models.conclusions import Evidence
from models.reduction import Coding, Excerpt, Memo, MemoLink
from models.summaries import Summary


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes with sources that are deleted."""

    sources: int
    excerpts: int
    codings: int
    evidence: int
    memos: int


def what_goes(study: Study, source_ids: Collection[int]) -> Loss:
    """Count what hangs on these sources."""
    excerpts = select(Excerpt.id).where(Excerpt.source_id.in_(source_ids))
    codings = select(Coding.id).where(Coding.excerpt_id.in_(excerpts))
    evidence = select(Evidence.id).where(Evidence.excerpt_id.in_(excerpts))
    memos = select(Memo.id).where(Memo.on_entity == "source", Memo.on_id.in_(source_ids))
    sources = select(Source.id).where(Source.id.in_(source_ids))
    with study.read() as connection:
        counts = [
            connection.scalar(select(func.count()).select_from(query.subquery())) or 0
            for query in (sources, excerpts, codings, evidence, memos)
        ]
    return Loss(*counts)


def delete_sources(study: Study, source_ids: Collection[int]) -> None:
    """Delete sources with their turns, excerpts, codings, evidence and memos, in one step.

    Informants stay. Undo brings all back: the texts are kept for it. Raises UserError where there
    is none of these sources.
    """
    with study.read() as connection:
        names = connection.scalars(
            select(Source.reference).where(Source.id.in_(source_ids)).order_by(Source.reference)
        ).all()
    if not names:
        raise UserError("collect.no_such_source")
    with study.change("collect.history.deleted", names=", ".join(names)) as session:
        _hand_on_originals(session, source_ids)
        _delete_memos(session, source_ids)
        session.execute(delete(Source).where(Source.id.in_(source_ids)))


def _hand_on_originals(session: Session, source_ids: Collection[int]) -> None:
    """Rows of one table share its file, which hangs on the first: give it to one that stays."""
    shared = select(Source.sha256).where(Source.id.not_in(source_ids), Source.sha256 != "")
    leaving = session.execute(
        select(Source.sha256, Original.name, Original.data)
        .join(Original, Original.source_id == Source.id)
        .where(Source.id.in_(source_ids), Source.sha256.in_(shared))
    ).all()
    for sha256, name, data in leaving:
        twins = (
            select(Source.id)
            .where(Source.sha256 == sha256, Source.id.not_in(source_ids))
            .order_by(Source.id)
        )
        kept = select(Original.source_id).where(Original.source_id.in_(twins))
        heir = session.scalars(twins).first()
        if heir is not None and session.scalar(kept) is None:
            session.execute(insert(Original).values(source_id=heir, name=name, data=data))


def _delete_memos(session: Session, source_ids: Collection[int]) -> None:
    excerpts = select(Excerpt.id).where(Excerpt.source_id.in_(source_ids))
    codings = select(Coding.id).where(Coding.excerpt_id.in_(excerpts))
    for entity, ids in (("source", source_ids), ("excerpt", excerpts), ("coding", codings)):
        session.execute(delete(Memo).where(Memo.on_entity == entity, Memo.on_id.in_(ids)))
    session.execute(
        delete(MemoLink).where(MemoLink.to_entity == "excerpt", MemoLink.to_id.in_(excerpts))
    )
    forms = delete(Summary).where(Summary.on_entity == "source", Summary.on_id.in_(source_ids))
    session.execute(forms)
