"""In which capacity an excerpt speaks: its unit, role, category and site, as SQL to join to.

One man is principal and cluster head: the capacity hangs on the participation of the informant in
this source. Where that says nothing, the informant's own category and first role stand in; a source
without an informant (a document, an activity) is its own unit (METHOD.md, section 3).
"""

from sqlalchemy import ColumnElement, Join, func, select
from sqlalchemy.orm import aliased

from models.collection import Participation, Source
from models.design import Informant, InformantRole
from models.reduction import Excerpt

Capacity = aliased(Participation, name="capacity")
Speaker = aliased(Informant, name="speaker")

_first_role = (
    select(InformantRole.role_id)
    .where(InformantRole.informant_id == Excerpt.speaker_id)
    .order_by(InformantRole.position, InformantRole.id)
    .limit(1)
    .correlate(Excerpt)
    .scalar_subquery()
)

role_id: ColumnElement[int | None] = func.coalesce(Capacity.role_id, _first_role)
"""The role in which the excerpt speaks, or null."""

category_id: ColumnElement[int | None] = func.coalesce(Capacity.category_id, Speaker.category_id)
"""The source category for which the excerpt speaks, or null."""

site_id: ColumnElement[int | None] = func.coalesce(Source.site_id, Speaker.site_id)
"""The site of the source, else of the speaker, or null."""

unit: ColumnElement[int] = func.coalesce(Excerpt.speaker_id, -Excerpt.source_id)
"""Who speaks: the informant's id, or minus the source's id where the source is its own unit."""


def with_capacity() -> Join:
    """Return excerpt joined to its source, its speaker and the capacity: to select from."""
    return (
        Excerpt.__table__.join(Source, Source.id == Excerpt.source_id)
        .outerjoin(Speaker, Speaker.id == Excerpt.speaker_id)
        .outerjoin(
            Capacity,
            (Capacity.source_id == Excerpt.source_id)
            & Capacity.informant_id.is_not_distinct_from(Excerpt.speaker_id),
        )
    )
