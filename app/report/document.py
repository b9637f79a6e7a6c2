"""A Word document under construction: headings, quotations, captioned tables and figures."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm, Pt

from app.language.words import say
from app.report.fields import add_field, begin_field, bookmark, end_field
from app.report.styles import (
    CAPTION,
    CELL,
    CELL_HEAD,
    CENTRED,
    QUOTE,
    SOURCE_LINE,
    new_document,
)
from app.report.table_xml import fit_for_xml, table_xml

PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 15.5, 24.2
"""Centimetres between the margins."""


class ReportDocument:
    """Writes one report; knows the language, numbers tables and figures, remembers headings."""

    def __init__(self, language: str) -> None:
        """Begin an empty document in `language`."""
        self.language = language
        self.document = new_document(language)
        self._tables = self._figures = 0
        self._headings: list[tuple[int, str, str]] = []
        self._contents: Any = None
        self._landscape = False
        styles = self.document.styles
        named = (CELL, CELL_HEAD, QUOTE, SOURCE_LINE, CAPTION)
        self._style_ids = {name: styles[name].style_id for name in named}

    def say(self, key: str, **values: object) -> str:
        """Return the words "report.KEY" in the report's language."""
        return say(f"report.{key}", self.language, **values)

    def title_page(self, title: str, subtitle: str, lines: Sequence[str]) -> None:
        """Write the title page."""
        for _ in range(6):
            self.document.add_paragraph()
        self.document.add_paragraph(fit_for_xml(title), style="Title").alignment = CENTRED
        if subtitle:
            self.document.add_paragraph(fit_for_xml(subtitle), style="Subtitle").alignment = CENTRED
        for line in lines:
            self.document.add_paragraph(fit_for_xml(line)).alignment = CENTRED
        self.document.add_page_break()

    def contents(self) -> None:
        """Keep a place for the table of contents; `finish` fills it."""
        self._contents = self.document.add_paragraph(self.say("contents"))
        self._contents.runs[0].bold = True
        self._contents.runs[0].font.size = Pt(16)

    def heading(
        self, words: str, level: int = 1, *, new_page: bool = False, wide: bool = False
    ) -> None:
        """Write a heading of level 1 to 3; `wide` puts it on the landscape page of its table."""
        turned = self._landscape != wide
        self._turn(wide=wide)
        paragraph = self.document.add_heading(fit_for_xml(words), level)
        paragraph.paragraph_format.page_break_before = new_page and not turned
        name = f"_Toc{len(self._headings) + 1:06d}"
        bookmark(paragraph, name)
        self._headings.append((level, words, name))

    def text(self, words: str, *, bold_first: str = "") -> None:
        """Write paragraphs, one for each line; `bold_first` stands bold before the first."""
        for number, line in enumerate(words.split("\n")):
            paragraph = self.document.add_paragraph()
            if number == 0 and bold_first:
                paragraph.add_run(fit_for_xml(bold_first) + " ").bold = True
            paragraph.add_run(fit_for_xml(line))

    def list_item(self, words: str, *, numbered: bool = False) -> None:
        """Write one item of a real list."""
        style = "List Number" if numbered else "List Bullet"
        self.document.add_paragraph(fit_for_xml(words), style=style)

    def quotation(self, words: str, citation: str, lead: str = "") -> None:
        """Write a quotation word for word, a paragraph each line, its citation at the end."""
        lines = words.split("\n")
        for number, line in enumerate(lines):
            paragraph = self._paragraph(QUOTE)
            if number == 0 and lead:
                paragraph.add_run(fit_for_xml(lead) + " ").bold = True
            opening = "“" if number == 0 else ""
            closing = f"” {citation}" if number == len(lines) - 1 else ""
            paragraph.add_run(fit_for_xml(f"{opening}{line}{closing}"))

    def table(
        self,
        caption: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        shares: Sequence[float],
        *,
        numbers: Sequence[int] = (),
        source: str = "",
        wide: bool = False,
    ) -> None:
        """Write a captioned table; `shares` divide the width among the columns.

        `wide` puts it on a landscape page. `source` is the line beneath.
        """
        if wide:
            self.landscape()
        else:
            self.portrait()
        self._tables += 1
        self._caption(self.say("table"), "Table", self._tables, caption)
        width = LANDSCAPE_WIDTH if wide else PORTRAIT_WIDTH
        widths = [width * share / sum(shares) for share in shares]
        table = table_xml(
            heads, rows, widths, numbers=frozenset(numbers), style_ids=self._style_ids
        )
        self.document.element.body.insert(self._end(), table)
        self.source_line(source)

    def source_line(self, source: str) -> None:
        """Write the line under a table or figure that says where it comes from."""
        words = self.say("source_line", source=source) if source else ""
        self._paragraph(SOURCE_LINE).add_run(fit_for_xml(words))

    def figure(self, caption: str, png: bytes, alternative: str, width: float) -> None:
        """Write a picture `width` centimetres wide with its caption and text for those who hear."""
        self.portrait()
        paragraph = self.document.add_paragraph()
        paragraph.alignment = CENTRED
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(BytesIO(png), width=Cm(min(width, PORTRAIT_WIDTH)))
        shape._inline.docPr.set("descr", fit_for_xml(alternative))
        self._figures += 1
        self._caption(self.say("figure"), "Figure", self._figures, caption)

    def landscape(self) -> None:
        """Go on in landscape."""
        self._turn(wide=True)

    def portrait(self) -> None:
        """Go on in portrait."""
        self._turn(wide=False)

    def finish(self, path: Path) -> None:
        """Fill the table of contents, number the pages and write the file."""
        self._fill_contents()
        for section in self.document.sections:
            footer = section.footer
            footer.is_linked_to_previous = False
            paragraph = footer.paragraphs[0]
            paragraph.alignment = CENTRED
            add_field(paragraph, "PAGE", "1")
        self.document.sections[0].different_first_page_header_footer = True
        self.document.save(str(path))

    def _paragraph(self, style: str) -> Any:
        """Add a paragraph; its style is set by id, for looking it up by name takes longer."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self._style_ids[style]
        return paragraph

    def _end(self) -> int:
        """Return the place in the body just before its last section's properties."""
        return len(self.document.element.body) - 1

    def _turn(self, *, wide: bool) -> None:
        if wide == self._landscape:
            return
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.page_width, section.page_height = section.page_height, section.page_width
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.different_first_page_header_footer = False
        self._landscape = wide

    def _caption(self, label: str, sequence: str, number: int, words: str) -> None:
        paragraph = self._paragraph(CAPTION)
        paragraph.add_run(f"{label} ")
        add_field(paragraph, f"SEQ {sequence} \\* ARABIC", str(number))
        paragraph.add_run(fit_for_xml(f". {words}"))

    def _fill_contents(self) -> None:
        if self._contents is None or not self._headings:
            return
        at = self._contents
        for number, (level, words, name) in enumerate(self._headings):
            paragraph = self.document.add_paragraph(style=f"TOC {level}")
            at._p.addnext(paragraph._p)
            at = paragraph
            if number == 0:
                begin_field(paragraph, 'TOC \\o "1-3" \\h \\z \\u', dirty=True)
            paragraph.add_run(fit_for_xml(words) + "\t")
            add_field(paragraph, f"PAGEREF {name} \\h", "")
            if number == len(self._headings) - 1:
                end_field(paragraph)
        after = self.document.add_paragraph()
        after.paragraph_format.page_break_before = False
        at._p.addnext(after._p)
