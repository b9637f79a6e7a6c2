"""What the tactics work with: the evidence of a finding, who said it, where and when."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.study import Study
from app.verify.spoken import Spoken, spoken
from app.verify.voices import Cast, read_cast
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

    `sites` are those where the study heard somebody, or read a source; `first` is the earliest date
    at each.
    """

    pieces: tuple[Piece, ...]
    sites: frozenset[str]
    first: dict[str, date]


def ground(study: Study, finding_id: int) -> Ground:
    """Return the evidence of a finding, by source and place, and what it is held against."""
    with study.read() as connection:
        rows = connection.execute(
            select(Evidence.excerpt_id, Evidence.stance, Evidence.weight)
            .where(Evidence.finding_id == finding_id)
            .order_by(Evidence.id)
        ).all()
        sites, first = _visited(read_cast(connection))
    said = spoken(study, [row.excerpt_id for row in rows])
    pieces = tuple(
        Piece(row.stance, row.weight, said[row.excerpt_id])
        for row in rows
        if row.excerpt_id in said
    )
    return Ground(pieces, frozenset(sites), first)


def _visited(cast: Cast) -> tuple[set[str], dict[str, date]]:
    """Return the sites of all who take part, and the earliest date at each (as in R7)."""
    sites: set[str] = set()
    first: dict[str, date] = {}
    for pair in cast.taking_part:
        site, day = cast.voice(pair).site, cast.sources[pair[0]].date
        if site is not None:
            sites.add(site)
            if day is not None:
                first[site] = min(day, first.get(site, day))
    return sites, first


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
