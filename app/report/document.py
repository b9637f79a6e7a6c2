"""A report under construction: sections write headings, text, quotations, tables and figures."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.language.words import say
from app.reduce.names.replacing import NO_NAMES, Names
from app.report.blocks import (
    Block,
    Cell,
    Contents,
    Figure,
    Heading,
    Item,
    Link,
    Paragraph,
    PartEnd,
    PartStart,
    Quotation,
    Run,
    SourceLine,
    Table,
    Title,
    Transcript,
)
from app.report.look import Look
from app.report.markdown import written_blocks
from app.report.references import split_references

PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 15.5, 24.2
PORTRAIT_HEIGHT, LANDSCAPE_HEIGHT = 15.5, 9.2
"""Centimetres between the margins; of a picture that has its heading, caption, source line and a
few lines of text on the same page."""


class ReportDocument:
    """Takes the blocks of one report; knows its language, its names, and what is a part of what."""

    def __init__(self, language: str, look: Look | None = None, names: Names = NO_NAMES) -> None:
        """Begin an empty report in `language`; `names` are replaced wherever they stand."""
        self.language = language
        self.look = look or Look()
        self.names = names
        self.blocks: list[Block] = []
        self.places: set[str] = set()
        """Places of transcripts that this report holds: citations can lead to them."""
        self.shortened: Mapping[int, str] = {}
        """Quotations that the researcher shortened, by excerpt."""
        self._deeper = 0
        self._appendix = False
        self._section = ""
        self._tags: set[str] = set()
        self._open = False
        self._lists = 0
        self._tables = 0
        self._group: tuple[str, str] | None = None
        self.title = ""

    def say(self, key: str, **values: object) -> str:
        """Return the words "report.KEY" in the report's language."""
        return say(f"report.{key}", self.language, **values)

    def say_chapter(self, key: str, **values: object) -> str:
        """Return the words "chapter.KEY" in the report's language."""
        return say(f"chapter.{key}", self.language, **values)

    def title_page(self, title: str, subtitle: str, lines: Sequence[str]) -> None:
        """Write the title page."""
        self.title = self._named(title)
        self.blocks.append(PartStart("tilik:title", self.title))
        self.blocks.append(Title(self.title, subtitle, tuple(lines)))
        self.blocks.append(PartEnd())

    def contents(self) -> None:
        """Keep a place for the table of contents and the lists of tables and figures."""
        self.blocks.append(PartStart("tilik:contents", self.say("contents")))
        self.blocks.append(Contents())
        self.blocks.append(PartEnd())

    def section(self, name: str, *, deeper: int = 0, appendix: bool = False) -> None:
        """Begin a section: what follows is marked as Tilik's, its headings `deeper` levels down."""
        self._close()
        self._section, self._deeper, self._appendix = name, deeper, appendix

    def group(self, words: str, key: str) -> None:
        """Put sections under a first-level heading, written when the first of them has anything.

        No words: under none.
        """
        self._group = (words, key) if words else None

    def heading(
        self,
        words: str,
        level: int = 1,
        *,
        new_page: bool = False,
        wide: bool = False,
        key: str = "",
    ) -> str:
        """Write a heading of level 1 to 3 and return its name; `wide`: on its table's wide page.

        `key` says which heading it is when the report is written again; its words, if not said.
        """
        if self._group is not None:
            self._group_heading(*self._group, wide=wide)
        words = " ".join(self._named(words).split())
        top = level == 1 and (self._appendix or not self._deeper)
        level = min(level + (0 if self._appendix else self._deeper), 4)
        appendix = self._appendix and level == 1
        return self._heading(words, level, key or words, new_page and top, wide, appendix)

    def text(self, words: str, *, bold_first: str = "") -> None:
        """Write paragraphs, one for each line; `bold_first` stands bold before the first."""
        for number, line in enumerate(self._named(words).split("\n")):
            lead = (Run(bold_first + " ", bold=True),) if number == 0 and bold_first else ()
            self.blocks.append(Paragraph((*lead, *split_references(line))))

    def written(self, words: str) -> None:
        """Write what the researcher wrote, its bold, italic and lists kept (simple Markdown)."""
        self.blocks += written_blocks(self._named(words), self._next_list)

    def runs(self, runs: Sequence[Run]) -> None:
        """Write one paragraph of runs."""
        self.blocks.append(Paragraph(tuple(runs)))

    def list_item(self, words: str, *, numbered: bool = False) -> None:
        """Write one item of a real list."""
        last = self.blocks[-1] if self.blocks else None
        counts_on = isinstance(last, Item) and last.numbered
        at = last.list if counts_on and isinstance(last, Item) else self._next_list()
        self.blocks.append(Item((Run(self._named(words)),), numbered, 0, at))

    def quotation(self, words: str, citation: str, lead: str = "", to: str = "") -> None:
        """Write a quotation word for word, a paragraph each line, its citation at the end."""
        named = self._named(words)
        self.blocks.append(Quotation(named, self._named(citation), self._named(lead), to))

    def table(
        self,
        caption: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        shares: Sequence[float],
        *,
        numbers: Sequence[int] = (),
        source: str = "",
        wide: bool = False,
        name: str = "",
        places: Sequence[str] = (),
    ) -> None:
        """Write a captioned table; `shares` divide the width among the columns.

        `wide` puts it on a landscape page. `source` is the line beneath. `name` is what
        `reference` calls it; `places` are those of its rows.
        """
        self._tables += 1
        if self.names.pairs:
            rows = [[self._cell(cell) for cell in row] for row in rows]
        self.blocks.append(
            Table(
                name or f"table-{self._tables}",
                self._named(caption),
                tuple(self._named(head) for head in heads),
                rows,
                tuple(shares),
                frozenset(numbers),
                self._named(source),
                wide,
                places,
            )
        )
        self.places.update(place for place in places if place)

    def source_line(self, source: str) -> None:
        """Write the line under a table or figure that says where it comes from."""
        if source:
            self.blocks.append(SourceLine(self._named(source)))

    def figure(
        self,
        caption: str,
        png: bytes,
        alternative: str,
        width: float,
        *,
        svg: bytes = b"",
        source: str = "",
        name: str = "",
        wide: bool = False,
    ) -> None:
        """Write a picture `width` centimetres wide with its caption and text for those who hear.

        It is made smaller where it is taller than a page, or wider than one that is upright or,
        after a heading of a wide page, `wide`.
        `svg` is the same picture as a drawing: Word shows it sharp at any size.
        """
        self._tables += 1
        found = name or f"figure-{self._tables}"
        size = min(width, LANDSCAPE_WIDTH if wide else PORTRAIT_WIDTH)
        size = min(size, _shape(png) * (LANDSCAPE_HEIGHT if wide else PORTRAIT_HEIGHT))
        self.blocks.append(
            Figure(
                found, self._named(caption), png, self._named(alternative), size, svg, source, wide
            )
        )

    def transcript(self, transcript: Transcript) -> None:
        """Write a source as running text with its codings as comments."""
        self.blocks.append(transcript)
        self.places.update(transcript.places)

    def finish(self, path: Path) -> None:
        """Write the report to a Word file."""
        from app.report.word.writing import write_word

        self.close()
        write_word(self, path)

    def close(self) -> None:
        """Say that nothing more comes."""
        self._close()
        self._section = ""

    def _group_heading(self, words: str, key: str, *, wide: bool) -> None:
        self._group = None
        section, self._section = self._section, "group"
        self._heading(words, 1, key, True, wide, False)
        self._close()
        self._section = section

    def _heading(
        self, words: str, level: int, key: str, new_page: bool, wide: bool, appendix: bool
    ) -> str:
        if self._section:
            self._close()
            self.blocks.append(PartStart(self._tag(key), words))
            self._open = True
        if wide:
            self._widen()
        name = f"_Toc{len(self.blocks) + 1:06d}"
        self.blocks.append(Heading(words, level, name, new_page, wide, appendix))
        return name

    def _widen(self) -> None:
        """Put headings that nothing stands under yet on the wide page of the one that comes."""
        for at in range(len(self.blocks) - 1, -1, -1):
            block = self.blocks[at]
            if isinstance(block, Heading):
                self.blocks[at] = replace(block, wide=True)
            elif not isinstance(block, PartStart | PartEnd):
                return

    def _close(self) -> None:
        if self._open:
            self.blocks.append(PartEnd())
        self._open = False

    def _tag(self, key: str) -> str:
        """Return a tag for a part: that of its section and key, unlike all before, under 64."""
        from hashlib import blake2s

        tag = f"tilik:{self._section}:{blake2s(key.encode(), digest_size=5).hexdigest()}"
        found, number = tag, 1
        while found in self._tags:
            number += 1
            found = f"{tag}:{number}"
        self._tags.add(found)
        return found

    def _next_list(self) -> int:
        self._lists += 1
        return self._lists

    def _named(self, words: str) -> str:
        return self.names.apply(words)

    def _cell(self, cell: Cell) -> Cell:
        if isinstance(cell, Link):
            return Link(self._named(cell.words), cell.to)
        return self._named(cell)


def _shape(png: bytes) -> float:
    """Return how many times as wide as tall a picture is: its header says so."""
    width, height = struct.unpack(">II", png[16:24])
    return float(width) / float(height)
