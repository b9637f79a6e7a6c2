"""What a report is made of before it is a file: headings, paragraphs, quotations, tables, figures.

Sections write blocks; Word, HTML, PDF and the workbook are each made of the same blocks.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one dress.

    `ref` names a table or figure: its number stands there. `to` is the place that a click leads to.
    """

    words: str
    bold: bool = False
    italic: bool = False
    ref: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A cell of a table that leads to a place in the report."""

    words: str
    to: str


Cell = str | Link


@dataclass(frozen=True, slots=True)
class Title:
    """The title page."""

    title: str
    subtitle: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents with the lists of tables and of figures."""


@dataclass(frozen=True, slots=True)
class PartStart:
    """From here to PartEnd Tilik writes again what it wrote; `tag` is unlike every other."""

    tag: str
    title: str


@dataclass(frozen=True, slots=True)
class PartEnd:
    """The end of a part; after it the researcher may write."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; level 1 of an appendix has the numbers of appendices."""

    words: str
    level: int
    name: str
    new_page: bool = False
    wide: bool = False
    appendix: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, `depth` 0 to 2; numbered items with the same `list` count on."""

    runs: tuple[Run, ...]
    numbered: bool = False
    depth: int = 0
    list: int = 0


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source, word for word, with their citation; `to` is their place."""

    words: str
    citation: str
    lead: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table; `shares` divide the width among the columns."""

    name: str
    caption: str
    heads: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    shares: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    source: str = ""
    wide: bool = False
    places: Sequence[str] = ()
    """The place that each row is, where other parts of the report lead to it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, `width` centimetres wide, with its caption and the words for who cannot see it."""

    name: str
    caption: str
    png: bytes
    alternative: str
    width: float
    svg: bytes = b""
    source: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that says where something comes from."""

    words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the margin on [start, end) of the lines of a transcript: one coding."""

    start: int
    end: int
    author: str
    date: str
    words: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """A source as running text: its paragraphs, the places that they are, the codings on it.

    Positions of remarks are code points in the lines joined by line ends.
    """

    lines: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    remarks: tuple[Remark, ...]


Block = (
    Title
    | Contents
    | PartStart
    | PartEnd
    | Heading
    | Paragraph
    | Item
    | Quotation
    | Table
    | Figure
    | SourceLine
    | Transcript
)
