"""How wide the columns of a table are: as shared out, but no narrower than their longest words."""

from collections.abc import Sequence
from itertools import islice

from app.report.blocks import Cell, Link

PADDING = 0.3
"""Centimetres that a cell keeps free at its sides."""
POINT = 2.54 / 72
FULL, SMALL = 9.5, 8.0
"""Points of the words in a table, and in one that would be too narrow for them."""
LOOKED_AT = 400
"""Rows in which the longest words are looked for."""
MOST = 0.3
"""The share of the table that one word may ask for: an address of the web may break."""
SPARE = 0.22
"""The share of the table that is left for columns of sentences before the words are made small."""
_NARROW, _BROAD = set("iljtfrI.,;:'’!|()[]/- "), set("mwMW—%@")


def fitted(
    heads: Sequence[str], rows: Sequence[Sequence[Cell]], shares: Sequence[float], width: float
) -> tuple[list[float], bool]:
    """Return the widths of the columns in centimetres, `width` in all, and whether to write small.

    Where all longest words together are wider than the table, it stays as it was shared out.
    """
    wished = [width * share / sum(shares) for share in shares]
    em = [_longest(n, head, rows) for n, head in enumerate(heads)]
    for size in (FULL, SMALL):
        least = [min(each * size * POINT + PADDING, MOST * width) for each in em]
        if all(a <= b for a, b in zip(least, wished, strict=True)):
            return wished, size == SMALL
        if size == SMALL or sum(least) <= width * (1 - SPARE):
            break
    if sum(least) > width:
        return wished, True
    return _shared(least, wished, width), size == SMALL


def _shared(least: list[float], wished: list[float], width: float) -> list[float]:
    """Give each column its least, and share out what is left by how much more was wished."""
    more = [max(wish - need, 0) for need, wish in zip(least, wished, strict=True)]
    left = width - sum(least)
    total = sum(more) or 1
    return [need + left * each / total for need, each in zip(least, more, strict=True)]


def _longest(column: int, head: str, rows: Sequence[Sequence[Cell]]) -> float:
    """Return the width of the longest word of a column in ems; heads are bold."""
    words: set[str] = set()
    for row in islice(rows, LOOKED_AT):
        cell = row[column]
        words.update((cell.words if isinstance(cell, Link) else cell).split())
    longest = max(map(_ems, words), default=0.0)
    return max(longest, *(1.07 * _ems(word) for word in head.split()), 0.0)


def _ems(word: str) -> float:
    """Return about how wide a word is in a serif, in ems."""
    return sum(map(_em, word))


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.34
    if letter in _BROAD:
        return 0.82
    return 0.72 if letter.isupper() else 0.5
