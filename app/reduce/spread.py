"""How far a set of excerpts spreads: over how many informants, sources, methods and sites."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app.reduce.excerpts import ExcerptFilter, listed
from app.study import Study


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
    """Count the excerpts that `only` lists."""
    rows = listed(only).order_by(None).subquery()
    columns = rows.c
    unit = func.coalesce(columns.informant_id, -columns.source_id)
    query = select(
        func.count(),
        func.count(columns.excerpt_id.distinct()),
        func.count(unit.distinct()),
        func.count(columns.informant_id.distinct()),
        func.count(columns.source_id.distinct()),
        func.count(columns.method.distinct()),
    )
    with study.read() as connection:
        return Spread(*connection.execute(query).one())
