"""Codings marked inside a text: `[[board+ time-@b #label|the words]]`.

Before the bar stand codes by their keys, each with a sign (+ affirms, - denies, ~ mixed) and, where
it is not the first coder's, the coder; a #label lets evidence refer to the words. Marks may stand
inside each other.
"""

import re
from dataclasses import dataclass

OPEN, BAR, CLOSE = "[[", "|", "]]"
DIRECTIONS = {"+": "affirms", "-": "denies", "~": "mixed"}
FIRST_CODER = "a"
_TAG = re.compile(r"(?P<code>[a-z][a-z-]*[a-z])(?P<sign>[+~-])(?:@(?P<coder>[a-z]))?")
_LABEL = re.compile(r"#([a-z0-9-]+)")
_PIECE = re.compile(r"\[\[(?P<head>[^|\[\]]*)\||(?P<close>\]\])")


@dataclass(frozen=True, slots=True)
class Tag:
    """A code's key, the direction of the coding, and the key of the coder."""

    code: str
    direction: str
    coder: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The words [start, end) of the plain text, in code points, with their codes and label."""

    start: int
    end: int
    tags: tuple[Tag, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the marks in the order in which they open."""

    text: str
    marks: tuple[Mark, ...]


def read_marks(marked: str) -> Marked:
    """Take the marks out of a text. Raises ValueError where they are not well formed."""
    pieces: list[str] = []
    length = at = 0
    opened: list[tuple[int, int, str]] = []
    marks: dict[int, Mark] = {}
    for number, found in enumerate(_PIECE.finditer(marked)):
        words = marked[at : found.start()]
        pieces.append(words)
        length += len(words)
        at = found.end()
        if not found["close"]:
            opened.append((number, length, found["head"]))
        elif opened:
            order, start, head = opened.pop()
            marks[order] = _mark(start, length, head)
        else:
            raise ValueError(f"a mark is closed that was not opened: …{words[-40:]}")
    if opened:
        raise ValueError(f"a mark is not closed: {opened[-1][2]}")
    pieces.append(marked[at:])
    return Marked("".join(pieces), tuple(marks[order] for order in sorted(marks)))


def _mark(start: int, end: int, head: str) -> Mark:
    tags, label = [], ""
    for word in head.split():
        if tag := _TAG.fullmatch(word):
            tags.append(Tag(tag["code"], DIRECTIONS[tag["sign"]], tag["coder"] or FIRST_CODER))
        elif named := _LABEL.fullmatch(word):
            label = named[1]
        else:
            raise ValueError(f"“{word}” is neither a code with its sign nor a label: {head}")
    if start == end or not (tags or label):
        raise ValueError(f"a mark without words, or without codes: {head}")
    return Mark(start, end, tuple(tags), label)
