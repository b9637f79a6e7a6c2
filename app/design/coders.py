"""Coders: who codes."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from app.errors import UserError
from app.study import Study
from models.design import Coder
from models.reduction import Coding


@dataclass(frozen=True, slots=True)
class CoderRow:
    """A coder, their colour and how many codings are theirs."""

    id: int
    name: str
    colour: str
    codings: int


def coders(study: Study) -> list[CoderRow]:
    """Return all coders."""
    count = (
        select(func.count()).where(Coding.coder_id == Coder.id).correlate(Coder).scalar_subquery()
    )
    with study.read() as connection:
        query = select(Coder.id, Coder.name, Coder.colour, count).order_by(Coder.id)
        return [CoderRow(*row) for row in connection.execute(query)]


def add_coder(study: Study, name: str, colour: str = "#0f6b6b") -> int:
    """Add a coder and return the id. Raises UserError where the name is empty or taken."""
    name = _fit(study, name, None)
    with study.change("design.history.coder_added", name=name) as session:
        coder = Coder(name=name, colour=colour)
        session.add(coder)
        session.flush()
        return coder.id


def edit_coder(study: Study, coder_id: int, *, name: str = "", colour: str = "") -> None:
    """Rename a coder or give another colour; what is empty stays."""
    new = _fit(study, name, coder_id) if name else ""
    with study.change("design.history.coder_edited", name=new or colour) as session:
        coder = session.get(Coder, coder_id)
        if coder is None:
            raise UserError("study.no_such_coder")
        if new and coder.name != new:
            coder.name = new
        if colour and coder.colour != colour:
            coder.colour = colour


def remove_coders(study: Study, ids: Collection[int]) -> None:
    """Remove coders. Raises UserError where one has codings, or none would be left."""
    left = [coder for coder in coders(study) if coder.id not in ids]
    for coder in coders(study):
        if coder.id in ids and coder.codings:
            raise UserError("design.coder_has_codings", name=coder.name, count=coder.codings)
    if not left:
        raise UserError("design.last_coder")
    with study.change("design.history.coder_removed") as session:
        session.execute(delete(Coder).where(Coder.id.in_(ids)))


def _fit(study: Study, name: str, own_id: int | None) -> str:
    name = " ".join(name.split())
    if not name:
        raise UserError("design.no_name.coder")
    for coder in coders(study):
        if coder.name.casefold() == name.casefold() and coder.id != own_id:
            raise UserError("design.name_taken", name=name)
    return name
