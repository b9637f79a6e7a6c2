"""How far a set of excerpts spreads: over how many informants, sources, methods and sites."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app.reduce.excerpts import ExcerptFilter, filtered
from app.study import Study
from models.collection import Source
from models.reduction import Excerpt


@dataclass(frozen=True, slots=True)
class Spread:
    """Counts of a set of excerpts, each thing counted once.

    `rows` are codings (or pieces of evidence): what a list of these excerpts shows. `units` are
    those who speak: informants, and sources that are their own unit.
    """

    rows: int
    excerpts: int
    units: int
    informants: int
    sources: int
    methods: int


def spread(study: Study, only: ExcerptFilter) -> Spread:
    """Count the excerpts that `only` lists.

    An excerpt has one source and one speaker: counted by these first, only a few rows are left.
    """
    groups = (
        filtered(
            only,
            Excerpt.source_id,
            Excerpt.speaker_id,
            func.count().label("listed"),
            func.count(Excerpt.id.distinct()).label("excerpts"),
        )
        .group_by(Excerpt.source_id, Excerpt.speaker_id)
        .subquery()
    )
    counted = groups.c
    query = select(
        func.coalesce(func.sum(counted.listed), 0),
        func.coalesce(func.sum(counted.excerpts), 0),
        func.count(func.coalesce(counted.speaker_id, -counted.source_id).distinct()),
        func.count(counted.speaker_id.distinct()),
        func.count(counted.source_id.distinct()),
        func.count(Source.method.distinct()),
    ).join_from(groups, Source, Source.id == counted.source_id)
    with study.read() as connection:
        return Spread(*connection.execute(query).one())
