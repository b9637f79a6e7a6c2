"""From a cell of the triangulation to the excerpts behind it."""

from typing import Literal

from app.reduce.excerpts import ExcerptFilter, ExcerptRow, count_excerpts, excerpts
from app.study import Study
from app.verify.triangulation import Triangulated, Triangulation

CellOf = Literal["method", "source", "category", "role", "site", "period", "all"]
"""A dimension of cells; "all" is the whole claim, "source" and "category" are the same."""


def cell_filter(
    triangulation: Triangulation, found: Triangulated, dimension: CellOf, cell: str = ""
) -> ExcerptFilter:
    """Return which excerpts stand behind a cell of a claim, for lists that page.

    `cell` is a method, the name of a source category or of a site, a role kind, or a period. Units
    that R5 dropped from a role are not behind its cell; numbers (R10) are no excerpts.
    """
    units = None
    if dimension == "role":
        dropped = found.judgement.role.dropped_from(cell)
        units = {
            voice.unit
            for voice, _ in found.voices
            if voice.role_kind == cell and voice.unit not in dropped and isinstance(voice.unit, int)
        }
    is_code = found.claim.kind == "code"
    return ExcerptFilter(
        codes=triangulation.tree.branch(found.claim.id) if is_code else None,
        finding=None if is_code else found.claim.id,
        methods=(cell,) if dimension == "method" else None,
        categories=(
            found.cast.ids_of_categories(cell) if dimension in ("source", "category") else None
        ),
        role_kinds=(cell,) if dimension == "role" else None,
        sites=found.cast.ids_of_sites(cell) if dimension == "site" else None,
        sources=found.cast.ids_in_period(cell) if dimension == "period" else None,
        units=units,
        kept_only=True,
    )


def cell_excerpts(
    study: Study,
    triangulation: Triangulation,
    found: Triangulated,
    dimension: CellOf,
    cell: str = "",
    *,
    offset: int = 0,
    limit: int | None = None,
) -> list[ExcerptRow]:
    """List the excerpts behind a cell, by source and place."""
    only = cell_filter(triangulation, found, dimension, cell)
    return excerpts(study, only, offset=offset, limit=limit)


def count_cell(
    study: Study,
    triangulation: Triangulation,
    found: Triangulated,
    dimension: CellOf,
    cell: str = "",
) -> int:
    """Count the excerpts behind a cell."""
    return count_excerpts(study, cell_filter(triangulation, found, dimension, cell))
