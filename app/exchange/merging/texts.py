"""The texts of two copies: spans of theirs stand where their words are in mine."""

from collections.abc import Callable, Mapping, Set

from sqlalchemy import Connection, select

from app.exchange.merging.comparing import Comparing, Shift, Span
from app.reduce.text_shift import Shift as Moving
from app.reduce.text_shift import edits_between
from models.collection import SourceText


def shifting(
    own: Mapping[int, str], other: Mapping[int, str]
) -> Callable[[Comparing], tuple[Shift, Set[int]]]:
    """Return what makes the shift of a comparison, and says which of my texts are not theirs.

    Texts are by source, mine as they are when the merge is done.
    """

    def make(comparing: Comparing) -> tuple[Shift, Set[int]]:
        moving: dict[int, Moving] = {}
        for number, source in comparing.to_mine["source"].items():
            here, there = own.get(source, ""), other.get(number, "")
            if here != there:
                moving[source] = Moving(there, edits_between(there, here))
        lengths = {source: len(other[n]) for n, source in comparing.to_mine["source"].items()}
        return _shift(moving, lengths), moving.keys()

    return make


def _shift(moving: Mapping[int, Moving], lengths: Mapping[int, int]) -> Shift:
    def shift(source: int, start: int, end: int) -> Span | None:
        known = moving.get(source)
        if known is None:
            return start, end
        if not 0 <= start < end <= lengths[source]:
            return None
        low, high = known.span(start, end)
        return (low, high) if low < high else None

    return shift


def texts_of(connection: Connection) -> dict[int, str]:
    """Return all texts by source."""
    rows = connection.execute(select(SourceText.source_id, SourceText.text))
    return {row.source_id: row.text for row in rows}
