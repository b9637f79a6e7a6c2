"""Excerpts that surprised the researcher: flagged while reading, followed up when verifying.

Miles & Huberman 1994 count following up surprises among the tactics for testing findings.
"""

from collections.abc import Collection

from sqlalchemy import select, update

from app.study import Study
from models.reduction import Excerpt


def set_surprise(study: Study, excerpt_ids: Collection[int], *, surprise: bool = True) -> None:
    """Flag excerpts as a surprise, or take the flag back."""
    label = "surprise_set" if surprise else "surprise_cleared"
    with study.change(f"findings.history.{label}") as session:
        session.execute(
            update(Excerpt)
            .where(Excerpt.id.in_(excerpt_ids), Excerpt.surprise != surprise)
            .values(surprise=surprise)
        )


def surprises(study: Study) -> list[int]:
    """Return the excerpts that are flagged, by source and place."""
    query = select(Excerpt.id).where(Excerpt.surprise)
    with study.read() as connection:
        return list(connection.scalars(query.order_by(Excerpt.source_id, Excerpt.start)))
