"""Marks in the text of a memo that name something: `@[Facilities](code:12)`.

A mark can be read as it stands; what it points to is kept beside it, as rows of MemoLink.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

LINKED = ("code", "finding", "source", "informant", "excerpt")
"""What a memo can name: entities, by the names of their tables; in this order they are offered."""
Key = tuple[str, int]
"""An entity and the id of a row."""

_MARK = re.compile(rf"@\[([^\[\]\n]*)\]\(({'|'.join(LINKED)}):(\d{{1,18}})\)")
_BRACKETS = str.maketrans("[]\n\r\t", "()   ")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at [start, end) of the text, in code points: the name it shows and what it names."""

    start: int
    end: int
    name: str
    key: Key


def marks(text: str) -> list[Mark]:
    """Return the marks in a text, in their order."""
    return [
        Mark(found.start(), found.end(), found[1], (found[2], int(found[3])))
        for found in _MARK.finditer(text)
    ]


def mark(name: str, key: Key) -> str:
    """Return the mark that names `key`; a name on one line, its square brackets made round."""
    words = " ".join(name.translate(_BRACKETS).split())
    return f"@[{words}]({key[0]}:{key[1]})"


def named(text: str) -> list[Key]:
    """Return what a text names, each once, in the order of the text."""
    return list(dict.fromkeys(found.key for found in marks(text)))


def plain(text: str) -> str:
    """Return a text with the bare names in place of its marks: for lists and for printing."""
    return _MARK.sub(lambda found: found[1], text)


def turned(text: str, to: Mapping[Key, Key]) -> str:
    """Return a text whose marks name what `to` says instead of what they named."""

    def again(found: re.Match[str]) -> str:
        key = (found[2], int(found[3]))
        return found[0] if key not in to else f"@[{found[1]}]({to[key][0]}:{to[key][1]})"

    return _MARK.sub(again, text)
