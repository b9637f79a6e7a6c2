"""Informants who leave the study: what they said stays, and its speakers are settled anew."""

from collections.abc import Collection

from sqlalchemy import select

from app.collect.speakers import settle_speakers
from app.design import records
from app.design.informants import NOUN
from app.study import Study
from models.collection import Participation
from models.design import Informant


def remove_informants(study: Study, ids: Collection[int]) -> None:
    """Remove informants, in one step; undo brings them back.

    Their sources, turns and excerpts stay, without them. Where one other participant is left in a
    source without turns, its excerpts are theirs from now on.
    """
    codes = select(Informant.code).where(Informant.id.in_(ids)).order_by(Informant.code)
    with study.read() as connection:
        told = records.several(connection.scalars(codes))
    takes_part = select(Participation.source_id).where(Participation.informant_id.in_(ids))
    with study.change("design.history.informant_removed", name=told) as session:
        sources = session.scalars(takes_part.distinct()).all()
        records.remove(study, NOUN, ids)
        for source_id in sources:
            settle_speakers(session, source_id)
