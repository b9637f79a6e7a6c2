"""What the researcher wrote in the file before: kept, and put back between the parts."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.report.word.parts import CONTINUED, Parts

START = ""
"""Stands for the tag of what was written before the first part."""
_TAG = re.compile(r'<w:tag w:val="(tilik:[^"]*)"/>')
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


@dataclass(slots=True)
class Kept:
    """The own words by the tag of the part before them, and the package that they stand in.

    Footnotes and comments are those that the own words refer to, or that others made; ours are
    counted from `next_footnote` and `next_comment`.
    """

    package: bytes | None = None
    own: dict[str, list[str]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    """The tags of the parts in the file before, in their order."""
    parts: dict[str, str] = field(default_factory=dict)
    """The words of each part as they stood in the file."""
    footnotes: str = ""
    comments: str = ""
    next_footnote: int = 1
    next_comment: int = 0
    moved: list[str] = field(default_factory=list)
    """The tags of parts that are gone, whose own words stand elsewhere now."""

    def own_xml(self) -> Iterator[str]:
        """Yield the XML of all own words."""
        for pieces in self.own.values():
            yield from pieces

    def woven(self, pieces: Iterable[str], parts: Parts) -> list[str]:
        """Return the pieces of the body with the own words after the parts that they followed."""
        found = list(pieces)
        if not self.own:
            return found
        places = self._places(set(parts.tags))
        made: list[str] = list(places.get(START, []))
        tag = START
        for piece in found:
            opened = _TAG.search(piece)
            before, closing, after = piece.rpartition("</w:sdtContent></w:sdt>")
            if closing and tag != START:
                made += (before, closing, *places.pop(tag, []), after)
            else:
                made.append(piece)
            if opened:
                tag = html.unescape(opened[1])
        return made

    def _places(self, now: set[str]) -> dict[str, list[str]]:
        """Return the own words by the part that they follow now: their own, or one before it."""
        places: dict[str, list[str]] = {START: []}
        last = START
        for tag in (START, *self.order):
            if tag in now:
                last = tag
            own = self.own.get(tag, [])
            if own and tag not in (START, last):
                self.moved.append(tag)
            places.setdefault(last, []).extend(own)
        return places

    @staticmethod
    def parts_of(pieces: Iterable[str]) -> dict[str, str]:
        """Return the words of each part of a body by its tag; continued ones are one."""
        found: dict[str, list[str]] = {}
        tag = ""
        for piece in pieces:
            opened = _TAG.search(piece) if "<w:sdt>" in piece else None
            if opened:
                tag = html.unescape(opened[1]).split(CONTINUED)[0]
            if tag and "<w:t" in piece:
                found.setdefault(tag, []).append(_words(piece))
            if "</w:sdt>" in piece and not opened:
                tag = ""
        return {tag: "".join(words) for tag, words in found.items()}


def _words(piece: str) -> str:
    return html.unescape("".join(_TEXT.findall(piece)))
