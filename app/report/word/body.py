"""The body of a Word file: the blocks of a report as XML, in their order."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, assert_never

from app.language.words import say
from app.report.blocks import (
    Block,
    Contents,
    Figure,
    Heading,
    Item,
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
from app.report.document import ReportDocument
from app.report.numbers import captions, heading_numbers
from app.report.word.contents import contents_xml
from app.report.word.notes import Footnotes, Remarks
from app.report.word.numbering import Numbering
from app.report.word.pages import Pages
from app.report.word.parts import Parts
from app.report.word.pictures import Pictures
from app.report.word.tables import TableXml
from app.report.word.transcripts import transcript_xml
from app.report.word.widths import fitted
from app.report.word.xml import bookmarked, field, linked, paragraph, run

AT_ONCE = 200
"""Rows of a table written between two looks at whether to go on."""


class Body:
    """Writes the blocks of one report; what they need beside the body gathers in its members."""

    def __init__(
        self,
        document: ReportDocument,
        style_ids: dict[str, str],
        numbering: Numbering,
        pages: Pages,
        footnotes: Footnotes,
        remarks: Remarks,
        pictures: Pictures,
    ) -> None:
        """Prepare to write `document` with the styles and numbers of a Word file."""
        self._document = document
        self._ids = style_ids
        self._numbering, self.pages = numbering, pages
        self.footnotes, self.remarks, self._pictures = footnotes, remarks, pictures
        self._captions = captions(document.blocks, document.language)
        self._numbers = heading_numbers(document.blocks, document.look, document.language)
        self._places = frozenset(document.places)
        self._marks = count(1)
        self.parts = Parts(self._ids["Own text"])
        self._anchored: set[str] = set()

    def write(self, goes_on: Callable[[], None] = lambda: None) -> Iterator[str]:
        """Yield the XML of the body; `goes_on` is called often, and raises to stop it."""
        for block in self._document.blocks:
            goes_on()
            if isinstance(block, PartStart):
                self.parts.begin(block)
            elif isinstance(block, PartEnd):
                yield self.parts.end()
            else:
                yield from self._placed(block, goes_on)
        yield self.parts.end()

    def _placed(self, block: Block, goes_on: Callable[[], None]) -> Iterator[str]:
        """Yield a block on a page of the right kind."""
        if isinstance(block, Heading | Table | Figure):
            yield from self._turn(wide=block.wide, front=False)
        elif isinstance(block, Title | Contents):
            self.pages.front = True
        yield self.parts.opened()
        for piece in self._block(block):
            goes_on()
            yield piece

    def _turn(self, *, wide: bool, front: bool) -> Iterator[str]:
        if self.pages.fits(wide=wide, front=front):
            return
        yield self.parts.paused()
        yield self.parts.break_with(self.pages.end())
        self.pages.turn(wide=wide, front=front)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Title():
                yield from self._title(block)
            case Contents():
                yield from contents_xml(self._document, self._captions, self._numbers, self._ids)
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield paragraph(self._runs(block.runs))
            case Item():
                yield self._item(block)
            case Quotation():
                yield from self._quotation(block)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case SourceLine():
                yield self._source_line(block.words)
            case Transcript():
                yield from transcript_xml(
                    block, self._ids["Transcript"], self.remarks, self._marks, self._anchored
                )
            case PartStart() | PartEnd():
                return
            case _:
                assert_never(block)

    def _title(self, block: Title) -> Iterator[str]:
        centred = '<w:jc w:val="center"/>'
        for _ in range(6):
            yield paragraph("")
        yield paragraph(run(block.title), self._ids["Title"], centred)
        if block.subtitle:
            yield paragraph(run(block.subtitle), self._ids["Subtitle"], centred)
        for line in block.lines:
            yield paragraph(run(line), "", centred)
        yield paragraph('<w:r><w:br w:type="page"/></w:r>')

    def _heading(self, block: Heading) -> str:
        kind = "Appendix heading" if block.appendix else f"Heading {block.level}"
        if self._in_appendix(block):
            kind = f"Appendix heading {block.level}"
        fresh = self.pages.is_fresh()
        new_page = "<w:pageBreakBefore/>" if block.new_page and not fresh else ""
        inside = bookmarked(run(block.words), block.name, next(self._marks))
        return paragraph(inside, self._ids[kind], new_page)

    def _in_appendix(self, block: Heading) -> bool:
        self._appendix = block.appendix or (getattr(self, "_appendix", False) and block.level > 1)
        return self._appendix and block.level > 1

    def _item(self, block: Item) -> str:
        style = "List Number" if block.numbered else "List Bullet"
        number = (
            self._numbering.list_number(block.list) if block.numbered else self._numbering.bullets
        )
        place = f'<w:numPr><w:ilvl w:val="{block.depth}"/><w:numId w:val="{number}"/></w:numPr>'
        return paragraph(self._runs(block.runs), self._ids[style], place)

    def _quotation(self, block: Quotation) -> Iterator[str]:
        lines = block.words.split("\n")
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            inside = run(block.lead + " ", bold=True) if block.lead and number == 0 else ""
            inside += run(f"{'“' if number == 0 else ''}{line}{'” ' if last else ''}")
            if last:
                cited = run(block.citation)
                inside += linked(cited, block.to) if block.to in self._places else cited
            yield paragraph(inside, self._ids["Quote"])

    def _table(self, block: Table) -> Iterator[str]:
        yield self._caption(block.name, block.source)
        width = self.pages.width()
        widths, small = fitted(block.heads, block.rows, block.shares, width)
        size = " small" if small else ""
        styles = (self._ids[f"Table text{size}"], self._ids[f"Table head{size}"])
        table = TableXml(widths, *styles)
        yield table.begin(block.heads, block.numbers, block.caption)
        marks = [place if self._first(place) else "" for place in block.places]
        first = next(self._marks)
        self._marks = count(first + len(block.rows) + 1)
        yield from table.rows(block.rows, block.numbers, self._places, marks, first)
        yield "</w:tbl>"
        yield self._source_line("" if self._document.look.footnotes else block.source)

    def _first(self, place: str) -> bool:
        """Tell whether a place is met for the first time: a bookmark stands once."""
        if not place or place in self._anchored:
            return False
        self._anchored.add(place)
        return True

    def _figure(self, block: Figure) -> Iterator[str]:
        width = min(block.width, self.pages.width())
        picture = self._pictures.add(block.png, block.svg, block.alternative, width)
        yield paragraph(picture, self._ids["Picture"])
        followed = bool(block.source) and not self._document.look.footnotes
        yield self._caption(block.name, block.source, last=not followed)
        if followed:
            yield self._source_line(block.source)

    def _caption(self, name: str, source: str, *, last: bool = False) -> str:
        found = self._captions[name]
        kind = "Table" if found.bookmark.startswith("_Reftable") else "Figure"
        number = run(f"{found.label} ") + field(f"SEQ {kind} \\* ARABIC", str(found.number))
        inside = bookmarked(number, found.bookmark, next(self._marks))
        inside += run(f". {found.caption}")
        if source and self._document.look.footnotes:
            inside += self.footnotes.add(self._source_words(source))
        alone = '<w:keepNext w:val="0"/>' if last else ""
        return paragraph(inside, self._ids["Caption"], alone)

    def _source_line(self, source: str) -> str:
        words = self._source_words(source) if source else ""
        return paragraph(run(words), self._ids["Source line"])

    def _source_words(self, source: str) -> str:
        return say("report.source_line", self._document.language, source=source)

    def _runs(self, runs: tuple[Run, ...]) -> str:
        return "".join(self._run(each) for each in runs)

    def _run(self, each: Run) -> str:
        if each.ref:
            found = self._captions.get(each.ref)
            return field(f"REF {found.bookmark} \\h", found.words) if found else ""
        made: Any = run(each.words, bold=each.bold, italic=each.italic)
        return linked(made, each.to) if each.to in self._places else str(made)
