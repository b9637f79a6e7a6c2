"""Coders: who codes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from re import fullmatch

from sqlalchemy import delete, func, select

from app.design.records import Choice, chosen
from app.design.uses import Use, uses
from app.errors import UserError
from app.study import Study
from models.design import CODER_KINDS, Coder
from models.reduction import Coding

FIRST_COLOUR = "#0f6b6b"
KINDS = Choice(CODER_KINDS, "study.coders")


@dataclass(frozen=True, slots=True)
class CoderRow:
    """A coder, their colour, what kind of coder they are, and how many codings are theirs."""

    id: int
    name: str
    colour: str
    kind: str
    codings: int


def coders(study: Study) -> list[CoderRow]:
    """Return all coders."""
    count = (
        select(func.count()).where(Coding.coder_id == Coder.id).correlate(Coder).scalar_subquery()
    )
    with study.read() as connection:
        query = select(Coder.id, Coder.name, Coder.colour, Coder.kind, count).order_by(Coder.id)
        return [CoderRow(*row) for row in connection.execute(query)]


def add_coder(study: Study, name: str, colour: str = FIRST_COLOUR) -> int:
    """Add a coder and return the id. Raises UserError where the name is empty or taken."""
    name = _fit(study, name, None)
    _check_colour(colour)
    with study.change("design.history.coder_added", name=name) as session:
        coder = Coder(name=name, colour=colour)
        session.add(coder)
        session.flush()
        return coder.id


def take_coders(study: Study, rows: Sequence[Mapping[str, str]]) -> None:
    """Take pasted coders (name, perhaps colour and kind) in one step; known names get the colour
    and the kind.
    """
    with study.change("design.history.coder_pasted", count=len(rows)):
        for row in rows:
            there = {coder.name.casefold(): coder.id for coder in coders(study)}
            name = " ".join(row.get("name", "").split())
            known, colour = there.get(name.casefold()), row.get("colour", "")
            kind = chosen(name, row["kind"], KINDS) if row.get("kind") else ""
            if known is None:
                known = add_coder(study, name, colour or FIRST_COLOUR)
            if colour or kind:
                edit_coder(study, known, colour=colour, kind=kind)


def edit_coder(
    study: Study, coder_id: int, *, name: str | None = None, colour: str = "", kind: str = ""
) -> None:
    """Rename a coder, give another colour or kind (one of CODER_KINDS).

    Raises UserError where the name is empty or taken, or there is no such colour or kind.
    """
    new = None if name is None else _fit(study, name, coder_id)
    with study.read() as connection:
        before = connection.scalar(select(Coder.name).where(Coder.id == coder_id))
    if before is None:
        raise UserError("study.no_such_coder")
    if colour:
        _check_colour(colour)
    if kind and kind not in CODER_KINDS:
        raise UserError("design.no_such_kind_of_coder", value=kind)
    with study.change("design.history.coder_edited", name=before) as session:
        coder = session.get_one(Coder, coder_id)
        if new is not None and coder.name != new:
            coder.name = new
        if colour and coder.colour != colour:
            coder.colour = colour
        if kind and coder.kind != kind:
            coder.kind = kind


def uses_of_coders(study: Study, ids: Collection[int]) -> list[Use]:
    """Return what would be touched by removing coders."""
    return uses(study, Coder, ids)


def remove_coders(study: Study, ids: Collection[int]) -> None:
    """Remove coders. Raises UserError where one has codings, or none would be left."""
    everyone = coders(study)
    leaving = [coder for coder in everyone if coder.id in ids]
    for coder in leaving:
        if coder.codings:
            key = "design.coder_has_one" if coder.codings == 1 else "design.coder_has_codings"
            raise UserError(key, name=coder.name, count=coder.codings)
    if len(leaving) == len(everyone):
        raise UserError("design.last_coder")
    names = ", ".join(coder.name for coder in leaving)
    with study.change("design.history.coder_removed", name=names) as session:
        session.execute(delete(Coder).where(Coder.id.in_(ids)))


def _fit(study: Study, name: str, own_id: int | None) -> str:
    name = " ".join(name.split())
    if not name:
        raise UserError("design.no_name.coder")
    for coder in coders(study):
        if coder.name.casefold() == name.casefold() and coder.id != own_id:
            raise UserError("design.name_taken", name=name)
    return name


def _check_colour(colour: str) -> None:
    if not fullmatch("#[0-9a-fA-F]{6}", colour):
        raise UserError("design.not_a_colour", value=colour)
