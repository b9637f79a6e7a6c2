"""What the researcher writes to an excerpt where it is listed: its summary in own words."""

from sqlalchemy import select

from app.errors import UserError
from app.study import Study
from models.collection import Source
from models.reduction import Excerpt


def set_summary(study: Study, excerpt_id: int, summary: str) -> None:
    """Write the summary (paraphrase) of an excerpt; an empty one takes it away. One step.

    Raises UserError where the excerpt is gone.
    """
    query = select(Source.reference).join(Excerpt, Excerpt.source_id == Source.id)
    with study.read() as connection:
        reference = connection.scalar(query.where(Excerpt.id == excerpt_id))
    if reference is None:
        raise UserError("reduce.no_such_excerpt")
    with study.change("retrieval.history.summarised", source=reference) as session:
        session.get_one(Excerpt, excerpt_id).summary = summary.strip()
