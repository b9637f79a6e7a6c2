"""Headings offered to a grid: all values of a dimension of the study."""

from app.display.grid.grids import Head, new_head
from app.display.headings import headings
from app.study import Study


def all_heads(study: Study, entity: str, language: str) -> list[Head]:
    """Return a new heading for each method, role, category, site, informant or source."""
    with study.read() as connection:
        found = headings(connection, entity, language)
    return [new_head(head.name, entity, head.key) for head in found]
