"""What the researcher wrote in the file before: kept, and put back between the parts."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2s

from app.report.word.parts import CONTINUED, Parts

START = ""
"""Stands for the tag of what was written before the first part."""
CLOSING = "</w:sdtContent></w:sdt>"
_TAG = re.compile(r'<w:tag w:val="(tilik:[^"]*)"/>')
_ALIAS = re.compile(r'<w:alias w:val="([^"]*)"/>')
_NO_LETTERS = re.compile(r"[\d\s]+")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file: its heading, and all its words."""

    title: str
    words: str

    @property
    def mark(self) -> str:
        """What tells whether the words changed; numbers count for nothing, fields move them."""
        letters = _NO_LETTERS.sub("", self.words)
        return blake2s(letters.encode(), digest_size=6).hexdigest()


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
    parts: dict[str, Part] = field(default_factory=dict)
    """The parts as they stood in the file."""
    written: dict[str, str] = field(default_factory=dict)
    """The marks of the parts as Tilik wrote them: others were changed by hand since."""
    footnotes: str = ""
    comments: str = ""
    comments_in: dict[str, list[str]] = field(default_factory=dict)
    """The numbers of comments that others made on words of Tilik's, by the part."""
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
        if not self.own and not self.comments_in:
            return found
        places, comments = self._places(set(parts.tags))
        made: list[str] = places.pop(START, [])
        tag, waiting = START, ""
        for piece in found:
            if waiting and "</w:p>" in piece:
                piece, waiting = piece.replace("</w:p>", f"{waiting}</w:p>", 1), ""
            before, closing, after = piece.rpartition(CLOSING)
            if closing and tag != START:
                made += (before, closing, *places.pop(tag, []), after)
            else:
                made.append(piece)
            opened = _TAG.search(piece)
            if opened:
                tag = html.unescape(opened[1])
                waiting = "".join(map(_reference, comments.pop(tag, [])))
        return made

    def _places(self, now: set[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Return own words and comments by the part that they go with: their own, or one before."""
        places: dict[str, list[str]] = {START: []}
        comments: dict[str, list[str]] = {}
        last = START
        for tag in (START, *self.order):
            if tag in now:
                last = tag
            own = self.own.get(tag, [])
            if own and tag not in (START, last):
                self.moved.append(tag)
            theirs = self.comments_in.get(tag, [])
            if theirs and last == START:
                own = [*own, f"<w:p>{''.join(map(_reference, theirs))}</w:p>"]
            else:
                comments.setdefault(last, []).extend(theirs)
            places.setdefault(last, []).extend(own)
        return places, comments


def parts_of(pieces: Sequence[str]) -> dict[str, Part]:
    """Return the parts of a body by their tags; one that goes on after a section break is one."""
    titles: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    tag = ""
    for piece in pieces:
        opened = _TAG.search(piece) if "<w:sdt>" in piece else None
        if opened:
            tag = html.unescape(opened[1]).split(CONTINUED)[0]
            alias = _ALIAS.search(piece)
            titles.setdefault(tag, html.unescape(alias[1]) if alias else "")
            words.setdefault(tag, [])
        elif tag and "<w:t" in piece:
            words[tag].append(html.unescape("".join(_TEXT.findall(piece))))
        if CLOSING in piece and not opened:
            tag = ""
    return {tag: Part(titles[tag], "".join(found)) for tag, found in words.items()}


def _reference(number: str) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'
