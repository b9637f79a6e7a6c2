"""How often each name of the table stands in the texts."""

from collections import Counter

from sqlalchemy import select

from app.reduce.names.table import all_names
from app.study import Study
from models.collection import Source


def count_names(study: Study) -> dict[str, int]:
    """Return how often each name stands in all texts; those that stand nowhere are left out."""
    names = all_names(study)
    if not names.pairs:
        return {}
    with study.read() as connection:
        sources = connection.scalars(select(Source.id)).all()
    counts: Counter[str] = Counter()
    for source_id in sources:
        counts.update(found.name for found in names.found(study.texts.of(source_id)))
    return dict(counts)
