"""What the tactics work with: the evidence of a finding, who said it, where and when."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.study import Study
from app.verify.spoken import Spoken, spoken
from models.collection import Source
from models.conclusions import Evidence

SUPPORTS, CONTRADICTS = "supports", "contradicts"
SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence: its stance and weight, and the words with who speaks them."""

    stance: str
    weight: int
    words: Spoken


@dataclass(frozen=True, slots=True)
class Ground:
    """The evidence of a finding beside what the study examined.

    `sites` are those of the sources of the study; `first` is the earliest date at each site.
    """

    pieces: tuple[Piece, ...]
    sites: frozenset[str]
    first: dict[str, date]


def ground(study: Study, finding_id: int) -> Ground:
    """Return the evidence of a finding, by source and place, and what it is held against."""
    from models.design import Site

    with study.read() as connection:
        rows = connection.execute(
            select(Evidence.excerpt_id, Evidence.stance, Evidence.weight)
            .where(Evidence.finding_id == finding_id)
            .order_by(Evidence.id)
        ).all()
        visited = connection.execute(
            select(Site.name, func.min(Source.date))
            .join(Site, Site.id == Source.site_id)
            .group_by(Site.id)
        ).all()
    said = spoken(study, [row.excerpt_id for row in rows])
    pieces = tuple(
        Piece(row.stance, row.weight, said[row.excerpt_id])
        for row in rows
        if row.excerpt_id in said
    )
    return Ground(
        pieces,
        frozenset(name for name, _ in visited),
        {name: day for name, day in visited if day is not None},
    )


def directions(pieces: Iterable[Piece], by: str) -> dict[str, str]:
    """Return the direction of each unit or site (`by` is "who" or "site"): one vote for each.

    Supports, contradicts, or split where it does both; what only qualifies supports.
    """
    stances: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        name = getattr(piece.words, by)
        if name:
            stances[name].add(CONTRADICTS if piece.stance == CONTRADICTS else SUPPORTS)
    return {name: next(iter(s)) if len(s) == 1 else SPLIT for name, s in stances.items()}
