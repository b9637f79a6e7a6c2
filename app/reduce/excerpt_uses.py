"""What points to an excerpt: codings, evidence for findings and rivals, links of networks."""

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from models.conclusions import Evidence
from models.drawing import LinkExcerpt
from models.reduction import Coding, Excerpt
from models.verification import RivalEvidence

POINTING = (Coding, Evidence, RivalEvidence, LinkExcerpt)
"""The entities whose `excerpt_id` keeps an excerpt alive."""


def unused() -> ColumnElement[bool]:
    """Return the condition on Excerpt that nothing points to it."""
    return and_(*(~select(e.id).where(e.excerpt_id == Excerpt.id).exists() for e in POINTING))


def used_beyond_codings() -> ColumnElement[bool]:
    """Return the condition on Coding that more than codings points to its excerpt."""
    return or_(
        *(select(e.id).where(e.excerpt_id == Coding.excerpt_id).exists() for e in POINTING[1:])
    )


def is_used(session: Session, excerpt_id: int) -> bool:
    """Tell whether anything points to the excerpt."""
    asked = (select(e.id).where(e.excerpt_id == excerpt_id).limit(1) for e in POINTING)
    return any(session.scalar(query) is not None for query in asked)


def hand_over(session: Session, kept: int, other: int) -> None:
    """Let what points to `other` beside codings and evidence point to `kept`, each once."""
    for entity, owner in (
        (RivalEvidence, RivalEvidence.rival_id),
        (LinkExcerpt, LinkExcerpt.link_id),
    ):
        there = select(owner).where(entity.excerpt_id == kept)
        of_other = entity.excerpt_id == other
        session.execute(delete(entity).where(of_other, owner.in_(there)))
        session.execute(update(entity).where(entity.excerpt_id == other).values(excerpt_id=kept))
