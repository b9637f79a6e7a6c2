"""The codes that the researcher wants at hand: favourites, and those used last."""

from collections.abc import Collection

from sqlalchemy import delete, func, select

from app.reduce.codes import names_of
from app.study import Study
from models.reduction import Coding, FavouriteCode

RECENT = 12
"""How many codes count as recently used."""


def favourites(study: Study) -> frozenset[int]:
    """Return the ids of the favourite codes."""
    with study.read() as connection:
        return frozenset(connection.scalars(select(FavouriteCode.code_id)))


def set_favourite(study: Study, ids: Collection[int], *, on: bool) -> None:
    """Make codes favourites, or no longer so; one step. Raises UserError where a code is gone."""
    with study.read() as connection:
        names = names_of(connection, ids)
        there = set(connection.scalars(select(FavouriteCode.code_id)))
    what = "codebook.history.favoured" if on else "codebook.history.unfavoured"
    with study.change(what, name=names) as session:
        if on:
            session.add_all(FavouriteCode(code_id=code) for code in ids if code not in there)
        else:
            session.execute(delete(FavouriteCode).where(FavouriteCode.code_id.in_(ids)))


def recent_codes(study: Study, limit: int = RECENT) -> list[int]:
    """Return the codes of the newest codings of who codes now, the last used first."""
    last = func.max(Coding.id)
    query = select(Coding.code_id).where(Coding.coder_id == study.coder_id)
    with study.read() as connection:
        found = connection.scalars(query.group_by(Coding.code_id).order_by(last.desc()))
        return list(found.fetchmany(limit))
