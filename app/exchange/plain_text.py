"""A text of another program made one of ours: "\\n" its only line end, positions moved with it."""

import re
from bisect import bisect_left
from collections.abc import Callable

from app.collect.reading.cleaning import settled

Moved = Callable[[int], int]

_BOM = "\ufeff"


def settled_text(text: str) -> tuple[str, Moved]:
    """Return `text` as `settled` leaves it, and where a position of it stands then.

    A byte-order mark at its start and the "\\r" of a "\\r\\n" go; everything else is one character
    before and after. Positions are code points; one beyond the text stays as far beyond.
    """
    gone = [0] if text.startswith(_BOM) else []
    gone += [found.start() for found in re.finditer("\r\n", text)]
    clean = settled(text)
    if not gone:
        return clean, _same
    return clean, lambda position: position - bisect_left(gone, position)


def _same(position: int) -> int:
    return position


_ELLIPSIS = ("…", "...")


def same_words(words: str, quoted: str) -> bool:
    """Tell whether `quoted`, as another program shows a selection, is of `words`.

    White space does not count, and a quotation may be cut short: with an ellipsis, or after 32
    characters or more.
    """
    if words == quoted:
        return True
    begun = quoted.removesuffix("…")
    if begun != quoted and words.startswith(begun) and not begun.isspace() and begun:
        return True
    here, there = " ".join(words.split()), " ".join(quoted.split())
    if here == there:
        return True
    for mark in _ELLIPSIS:
        if there.endswith(mark):
            return here.startswith(there.removesuffix(mark).rstrip()) and len(there) > len(mark)
    return len(there) >= 32 and here.startswith(there)
