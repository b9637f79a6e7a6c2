"""Questions to the coded excerpts that are kept under a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.retrieval.asking import Question, from_settings, to_settings
from app.study import Study
from models.reduction import Retrieval

KIND = "excerpts"
"""The kind of a `Retrieval` that this module keeps; others may keep their own."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A question under its name."""

    id: int
    title: str
    question: Question


def saved(study: Study) -> list[Saved]:
    """Return the questions kept, in their order; one that cannot be understood is left out."""
    query = select(Retrieval.id, Retrieval.title, Retrieval.settings)
    query = query.where(Retrieval.kind == KIND).order_by(Retrieval.position, Retrieval.id)
    found = []
    with study.read() as connection:
        for row in connection.execute(query):
            try:
                found.append(Saved(row.id, row.title, from_settings(row.settings)))
            except UserError:
                continue
    return found


def save(study: Study, title: str, question: Question) -> int:
    """Keep a question under a name and return its id; one of that name is written over.

    Raises UserError where the name is empty.
    """
    title = _fit(title)
    with study.change("retrieval.history.saved", name=title) as session:
        row = _named(session, title)
        if row is None:
            last = session.scalar(select(func.max(Retrieval.position)))
            row = Retrieval(kind=KIND, position=0 if last is None else last + 1)
            session.add(row)
        row.title, row.settings = title, to_settings(question)
        session.flush()
        return row.id


def rename(study: Study, retrieval_id: int, title: str) -> None:
    """Give a question kept another name.

    Raises UserError where the name is empty or another one has it, or where the question is gone.
    """
    title = _fit(title)
    old = _titles(study, [retrieval_id])[0]
    with study.change("retrieval.history.renamed", old=old, name=title) as session:
        other = _named(session, title)
        if other is not None and other.id != retrieval_id:
            raise UserError("retrieval.name_taken", name=title)
        session.get_one(Retrieval, retrieval_id).title = title


def forget(study: Study, retrieval_ids: Sequence[int]) -> None:
    """Delete questions kept, in one step. Raises UserError where none of them is there."""
    names = ", ".join(_titles(study, retrieval_ids))
    with study.change("retrieval.history.deleted", name=names) as session:
        for row in session.scalars(select(Retrieval).where(Retrieval.id.in_(retrieval_ids))):
            session.delete(row)


def _fit(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise UserError("retrieval.no_name")
    return title


def _named(session: Session, title: str) -> Retrieval | None:
    rows = session.scalars(select(Retrieval).where(Retrieval.kind == KIND))
    return next((row for row in rows if row.title.casefold() == title.casefold()), None)


def _titles(study: Study, ids: Sequence[int]) -> list[str]:
    with study.read() as connection:
        query = select(Retrieval.title).where(Retrieval.id.in_(ids)).order_by(Retrieval.position)
        titles = list(connection.scalars(query))
    if not titles:
        raise UserError("retrieval.no_such_retrieval")
    return titles
