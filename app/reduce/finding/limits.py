"""Where a search looks: by method, site, date, source; by the role of who speaks; by coding."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from sqlalchemy import Connection, select

from app.reduce.finding.voices import read_voices
from models.collection import Source
from models.design import METHODS
from models.reduction import Coding, Excerpt

Span = tuple[int, int]
Place = tuple[int, int, int]
"""A source and a span in it, in code points, half-open."""

State = Literal["", "coded", "uncoded"]


@dataclass(frozen=True, slots=True)
class Limits:
    """None is no limit. `sites` and `roles` may hold None: without one.

    The dates are inclusive; a source without a date is outside any range. `state` keeps words that
    are coded, or are not; `coders` says by whom (by anybody where it is None).
    """

    methods: Collection[str] | None = None
    roles: Collection[int | None] | None = None
    sites: Collection[int | None] | None = None
    sources: Collection[int] | None = None
    since: date | None = None
    until: date | None = None
    state: State = ""
    coders: Collection[int] | None = None


NO_LIMITS = Limits()


def sources_within(connection: Connection, limits: Limits) -> list[int]:
    """Return the sources in which a search looks, by method and then reference."""
    query = select(Source.id, Source.method, Source.reference, Source.site_id, Source.date)
    order = {method: number for number, method in enumerate(METHODS)}
    rows = sorted(
        connection.execute(query),
        key=lambda row: (order.get(row.method, len(order)), row.reference.casefold(), row.id),
    )
    return [
        row.id
        for row in rows
        if (limits.sources is None or row.id in limits.sources)
        and (limits.methods is None or row.method in limits.methods)
        and (limits.sites is None or row.site_id in limits.sites)
        and _in_time(row.date, limits)
    ]


def places_within(
    connection: Connection, places: Sequence[Place], limits: Limits
) -> Sequence[Place]:
    """Return those of `places`, sorted by source, that are spoken and coded as `limits` say."""
    if limits.roles is not None:
        voices = read_voices(connection, {place[0] for place in places})
        places = [
            place for place in places if voices[place[0]].of(*place[1:]).role_id in limits.roles
        ]
    if limits.state:
        wanted = limits.state == "coded"
        coded = _coded(connection, {place[0] for place in places}, limits.coders)
        nothing = Stretches([])
        places = [
            place for place in places if coded.get(place[0], nothing).touch(*place[1:]) == wanted
        ]
    return places


class Stretches:
    """Stretches of a text that may overlap, as those that do not."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Join what overlaps; `spans` are in order of their start."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Tell whether one of them has a character of [start, end)."""
        return bisect_right(self._ends, start) < bisect_left(self._starts, end)


def _in_time(day: date | None, limits: Limits) -> bool:
    if limits.since is None and limits.until is None:
        return True
    if day is None:
        return False
    return (limits.since or day) <= day <= (limits.until or day)


def _coded(
    connection: Connection, sources: Collection[int], coders: Collection[int] | None
) -> dict[int, Stretches]:
    query = (
        select(Excerpt.source_id, Excerpt.start, Excerpt.end)
        .join(Coding, Coding.excerpt_id == Excerpt.id)
        .order_by(Excerpt.source_id, Excerpt.start)
    )
    if coders is not None:
        query = query.where(Coding.coder_id.in_(coders))
    rows: Iterator[Place] = ((a, b, c) for a, b, c in connection.execute(query))
    return {
        source: Stretches([place[1:] for place in places])
        for source, places in groupby(rows, key=lambda place: place[0])
        if source in sources
    }
