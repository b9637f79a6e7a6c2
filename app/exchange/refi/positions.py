"""How a program counted the positions of a text: told by the words that it quotes beside them.

REFI-QDA 1.5 counts code points from 0 over the text as stored. Real files also count a line end of
two characters as one, the byte-order mark, or UTF-16 units, or name the last character instead of
the one behind it. Each way is tried against the selections; the one that fits most is taken.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.exchange.plain_text import same_words, settled_text

BOM = "\ufeff"
PLAIN = ("stored", "folded")
SHORTEST = 4
"""Characters of a quotation that is looked for elsewhere in the text."""


@dataclass(frozen=True, slots=True)
class Told:
    """A selection as the file tells it: positions in the program's own count, and a name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A text with "\\n" as its only line end, and each selection's place in it, in code points.

    `quotes` says of each selection whether its name quotes words; `way` is how the program counted;
    `moved` which selections were brought to the words that they quote.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    quotes: tuple[bool, ...]
    way: str
    moved: frozenset[int] = frozenset()


_Way = Callable[[int], int]


def counted(raw: str, selections: Sequence[Told], origin: str = "") -> Counted:
    """Work out where `selections` stand in `raw`, a text as stored (mark and line ends as well)."""
    text, _ = settled_text(raw)
    best_name, best_places = _likeliest(text, selections, _ways(raw, origin))
    quotes, moved = [], {}
    for number, (one, place) in enumerate(zip(selections, best_places, strict=True)):
        covered = bool(one.name) and same_words(text[max(place[0], 0) : max(place[1], 0)], one.name)
        quotes.append((covered and bool(one.name.strip())) or _seems_quoted(one))
        if quotes[number] and not covered:
            elsewhere = _nearest(text, one.name, place)
            if elsewhere is not None:
                moved[number] = elsewhere
    final = tuple(moved.get(number, place) for number, place in enumerate(best_places))
    return Counted(text, final, tuple(quotes), best_name, frozenset(moved))


def _likeliest(
    text: str, selections: Sequence[Told], ways: dict[str, tuple[_Way, int]]
) -> tuple[str, list[tuple[int, int]]]:
    """Return the way that fits most, and the places by it.

    Between the two counts of line ends, words that are cut tell; any other count needs quotations,
    or many selections of which nearly all cut words otherwise.
    """
    best_name, best_places, best_score = "stored", [(0, 0)], (-1, -1)
    for name, (way, last) in ways.items():
        places = [(way(one.start), way(one.end + last)) for one in selections]
        score = _score(text, selections, places)
        plain = name in PLAIN
        clear = score[1] >= 0.9 * len(places) and best_score[1] <= 0.6 * len(places)
        if plain and places and score[0] == len(places):
            return name, places  # every selection quotes its words: no other way fits more
        if (score > best_score and plain) or (
            score[0] > best_score[0] or (len(places) >= 5 and clear and score > best_score)
        ):
            best_name, best_places, best_score = name, places, score
    return best_name, best_places if selections else []


def _ways(raw: str, origin: str) -> dict[str, tuple[_Way, int]]:
    """Return the ways that differ for this text, the likeliest first, and what the end lacks."""
    bare = raw.removeprefix(BOM)
    folded, _ = settled_text(bare)
    stored = _folding(bare)
    two, one = {"stored": (stored, 0)}, {"folded": (_same, 0)}
    first, second = (one, two) if "ATLAS" in origin else (two, one)
    ways: dict[str, tuple[_Way, int]] = dict(first)
    if "\r\n" in bare:
        ways |= second
    if raw != bare:
        ways["with_mark"] = (lambda at: stored(at - 1), 0)
    if not folded.isascii() and max(folded, default="") > "\uffff":
        ways["utf16_stored"] = (_units(bare, stored), 0)
        if "\r\n" in bare:
            ways["utf16_folded"] = (_units(folded, _same), 0)
    return ways | {f"{name}_last": (way, 1) for name, (way, _) in ways.items()}


def _same(position: int) -> int:
    return position


def _folding(text: str) -> _Way:
    """Return where a position over `text` stands when each "\\r\\n" is one character."""
    gone = []
    at = text.find("\r\n")
    while at >= 0:
        gone.append(at)
        at = text.find("\r\n", at + 2)
    return (lambda position: position - bisect_left(gone, position)) if gone else _same


def _units(text: str, then: _Way) -> _Way:
    """Return where a position in UTF-16 units of `text` stands, in code points, after `then`."""
    ends = list(accumulate(2 if letter > "\uffff" else 1 for letter in text))
    whole = ends[-1] if ends else 0

    def point(position: int) -> int:
        if position > whole:
            return then(len(text) + position - whole)
        return then(bisect_left(ends, position) + 1 if position > 0 else position)

    return point


def _score(
    text: str, selections: Sequence[Told], places: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Return how many selections cover the words of their names, and how many cut no word."""
    agreed = whole = 0
    for one, (start, end) in zip(selections, places, strict=True):
        if 0 <= start < end <= len(text):
            if one.name and same_words(text[start:end], one.name):
                agreed += 1
            whole += not (_cuts(text, start) or _cuts(text, end))
    return agreed, whole


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _seems_quoted(one: Told) -> bool:
    """Tell of a name that is not the words it stands on whether it quotes others all the same."""
    if not one.name.strip():
        return False
    span = one.end - one.start
    cut_short = one.name.rstrip().endswith(("…", "...")) and SHORTEST < len(one.name) < span
    return len(one.name) == span > SHORTEST or cut_short


def _nearest(text: str, quoted: str, place: tuple[int, int]) -> tuple[int, int] | None:
    """Return where the quoted words stand nearest to `place`, or None where they do not stand."""
    words, _ = settled_text(quoted)
    whole = words.rstrip().removesuffix("…").removesuffix("...").rstrip()
    if len(whole) < SHORTEST:
        return None
    near = max(place[0], 0)
    sides = (text.rfind(whole, 0, near + len(whole)), text.find(whole, near))
    found = [side for side in sides if side >= 0]
    if not found:
        return None
    start = min(found, key=lambda side: abs(side - near))
    length = len(whole) if whole == words.rstrip() else max(place[1] - place[0], len(whole))
    return start, min(start + length, len(text))
