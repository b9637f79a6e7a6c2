"""What was said on every code and every finding: who spoke, and the bits of their stances (R1).

A code's evidence is that of its codings and of the codings of all codes under it; the direction of
a coding is its stance. Excerpts that were set aside are no evidence,
nor is what the researcher says in a turn of their own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Result, or_, select

from app.reduce.code_tree import Tree
from app.verify.rules.votes import DIRECTION_BITS, STANCE_BITS, Heard
from app.verify.voices import Cast, Pair
from models.collection import Turn
from models.conclusions import Evidence
from models.reduction import Coding, Excerpt

Votes = dict[Pair, int]
PAGE = 1000

_ASKED = (
    select(Turn.id)
    .where(Turn.source_id == Excerpt.source_id, Turn.is_researcher)
    .where(Turn.start <= Excerpt.start, Turn.end >= Excerpt.end)
    .exists()
)
_HEARD = or_(Excerpt.speaker_id.is_not(None), ~_ASKED)
"""What counts: the researcher's own words in an interview are nobody's evidence."""


def votes_of_codes(connection: Connection, only: Collection[int] | None = None) -> dict[int, Votes]:
    """Return what was said on each code itself, not on those under it, in one query.

    `only` limits it to these codes.
    """
    query = (
        select(Coding.code_id, Excerpt.source_id, Excerpt.speaker_id, Coding.direction)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(~Excerpt.set_aside, _HEARD)
    )
    if only is not None:
        query = query.where(Coding.code_id.in_(only))
    return _folded(connection.execute(query), DIRECTION_BITS)


def votes_of_findings(
    connection: Connection, only: Collection[int] | None = None
) -> dict[int, Votes]:
    """Return what was said on each finding, in one query; `only` limits it to these findings."""
    query = (
        select(Evidence.finding_id, Excerpt.source_id, Excerpt.speaker_id, Evidence.stance)
        .join(Excerpt, Excerpt.id == Evidence.excerpt_id)
        .where(~Excerpt.set_aside, _HEARD)
    )
    if only is not None:
        query = query.where(Evidence.finding_id.in_(only))
    return _folded(connection.execute(query), STANCE_BITS)


def with_branches(own: Mapping[int, Votes], tree: Tree) -> dict[int, Votes]:
    """Add to what was said on each code what was said on all codes under it."""
    found = {code: dict(own.get(code, {})) for code in tree.deepest_first()}
    for code, votes in found.items():
        parent = tree.parents[code]
        if parent is not None:
            _add(found[parent], votes)
    return found


def of_branches(own: Mapping[int, Votes], tree: Tree, codes: Iterable[int]) -> dict[int, Votes]:
    """Return what was said on some codes and on all codes under each."""
    found: dict[int, Votes] = {}
    for code in codes:
        votes = found[code] = {}
        for below in tree.branch(code):
            _add(votes, own.get(below, {}))
    return found


def as_heard(votes: Votes, cast: Cast) -> Sequence[Heard]:
    """Return votes with the voices that cast them."""
    return list(zip(map(cast.voices.__getitem__, votes), votes.values(), strict=True))


def _add(votes: Votes, more: Votes) -> None:
    for pair, bits in more.items():
        votes[pair] = votes.get(pair, 0) | bits


def _folded(rows: Result[Any], bits_of: Mapping[str, int]) -> dict[int, Votes]:
    claims: dict[int, Votes] = {}
    pages: Iterator[Sequence[Any]] = rows.partitions(PAGE)  # spares the garbage collector
    for page in pages:
        for claim, source, speaker, stance in page:
            votes = claims.get(claim)
            if votes is None:
                votes = claims[claim] = {}
            pair = (source, speaker)
            votes[pair] = votes.get(pair, 0) | bits_of[stance]
    return claims
