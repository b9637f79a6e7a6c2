"""Web pages: the words that are shown, block by block; cells of a table joined by a tab."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.collect.label_words import words
from app.collect.reading.cleaning import settled
from app.collect.reading.decoding import decode
from app.collect.reading.paragraphs import Paragraphs
from app.collect.reading.source import ReadSource
from app.errors import UserError

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = {"script", "style", "head", "noscript", "template", "title", "svg", "iframe", "object"}
_INLINE = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark "
    "math meter output q rp rt ruby s samp select small span strike strong sub sup time tt u var"
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_HEADING = re.compile(r"h([1-6])$")


def read_html(name: str, data: bytes) -> ReadSource:
    """Read the web page `name`. Raises UserError where it holds no page."""
    title, paragraphs = read_page(name, _words(name, data))
    return ReadSource(
        format="html",
        text=paragraphs.text(),
        title=title or paragraphs.title,
        headings=paragraphs.headings(),
    )


def read_page(name: str, page: str) -> tuple[str, Paragraphs]:
    """Return the title and the paragraphs of a page given as words."""
    from lxml import etree, html

    page = _DECLARED.sub("", settled(page))
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UserError("collect.no_words", file=name) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UserError("collect.too_deep", file=name)
    walker = _Walker()
    body = root.find("body")
    walker.block(body if body is not None else root)
    walker.end_line()
    return " ".join((root.findtext(".//title") or "").split()), walker.out


def _words(name: str, data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    marked = data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    if declared and not marked and b"\0" not in data:
        try:
            return data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            return decode(name, data)
    return decode(name, data)


class _Walker:
    """Gathers the words of a line until a block begins or ends."""

    def __init__(self) -> None:
        self.out = Paragraphs()
        self.line = ""
        self.level = 0
        self.keeps_spaces = False
        self.lists: list[int | None] = []

    def block(self, element: "_Element") -> None:
        self.add(element.text)
        for child in element:
            self.child(child)
            self.add(child.tail)

    def child(self, element: "_Element") -> None:
        kind = str(element.tag)
        if kind in _LEFT_OUT or element.get("hidden") is not None:
            return
        if kind in _INLINE:
            self.block(element)
        elif kind == "br":
            self.end_line(blank=True)
        elif kind == "table":
            self.end_line()
            self.table(element)
        else:
            self.end_line()
            self.own_block(kind, element)
            self.end_line()

    def own_block(self, kind: str, element: "_Element") -> None:
        heading = _HEADING.match(kind)
        before = self.level, self.keeps_spaces
        self.level = int(heading.group(1)) if heading else self.level
        self.keeps_spaces = self.keeps_spaces or kind in ("pre", "textarea")
        if kind in ("ul", "ol", "menu"):
            start = element.get("start", "1")
            first = int(start) if start.lstrip("-").isdigit() else 1
            self.lists.append(first if kind == "ol" else None)
        elif kind == "li":
            self.line = self.item_label()
        self.block(element)
        if kind in ("ul", "ol", "menu"):
            self.end_line()
            self.lists.pop()
        elif self.keeps_spaces or heading:
            self.end_line()
        self.level, self.keeps_spaces = before

    def item_label(self) -> str:
        number = self.lists[-1] if self.lists else None
        if number is None:
            return "• "
        self.lists[-1] = number + 1
        return f"{number}. "

    def table(self, table: "_Element") -> None:
        for row in _rows(table):
            self.out.add_row([_Walker.cell(c) for c in row if c.tag in ("td", "th")])

    @staticmethod
    def cell(element: "_Element") -> list[str]:
        inside = _Walker()
        inside.block(element)
        inside.end_line()
        return inside.out.lines()

    def add(self, words: str | None) -> None:
        if not words:
            return
        if self.keeps_spaces:
            self.line += words
            return
        words = _SPACES.sub(" ", words)
        if not self.line or self.line.endswith((" ", "\n")):
            words = words.lstrip(" ")
        self.line += words

    def end_line(self, *, blank: bool = False) -> None:
        line = self.line.strip("\n") if self.keeps_spaces else self.line.strip(" ")
        if line.strip() or (blank and not line):
            for part in line.split("\n"):
                self.out.add(part, self.level)
        self.line = ""


def _rows(table: "_Element") -> "Iterator[_Element]":
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)
