"""The codebook as a Word document: a heading for each theme, and under it a table of its codes.

Tables are built as XML in one go: a thousand codes cell by cell would take half a minute.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from lxml import etree

from app.language.words import say
from app.reduce.code_paths import PATH_JOIN
from app.reduce.codebook.columns import COLUMNS, COUNTS
from app.reduce.codebook.rows import Table

PAGE = (Cm(29.7), Cm(21.0))
MARGIN = Cm(1.5)
WIDTHS = {"path": 3.4, "colour": 1.7, "origin": 1.8, "cycle": 1.6, "focus": 1.3}
TEXT_WIDTH, COUNT_WIDTH = 2.6, 1.9
"""Centimetres; together what a landscape page has between its margins."""
CELL = "Codebook cell"
HEAD_GROUND, RULE = "E2F0EF", "BFBAB0"
TWIPS_A_CM = 567


def write_document(table: Table, path: Path) -> None:
    """Write the document: "Codebook" as its title, the themes as headings."""
    document: Any = Document()
    _lay_out(document)
    document.core_properties.title = say("codebook.title", table.language)
    document.add_heading(say("codebook.title", table.language), 0)
    document.add_paragraph(table.note)
    style_id = document.styles[CELL].style_id
    for theme, rows in groupby(table.rows, key=lambda row: row[0].split(PATH_JOIN)[0]):
        document.add_heading(_fit(theme), 1)
        end = document.add_paragraph()
        end._p.addprevious(_table(table.heads, list(rows), style_id))
        end.paragraph_format.space_after = Pt(0)
    document.save(path)


def _lay_out(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    cell = document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    cell.font.size = Pt(8)
    cell.paragraph_format.space_after = Pt(0)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], style_id: str) -> Any:
    """Return a w:tbl whose head repeats on each page and whose rows do not break."""
    table = etree.Element(qn("w:tbl"))
    widths = [_width(column) for column in COLUMNS]
    properties = etree.SubElement(table, qn("w:tblPr"))
    _add(properties, "tblW", w=_twips(sum(widths)), type="dxa")
    borders = etree.SubElement(properties, qn("w:tblBorders"))
    for side in ("top", "bottom", "insideH"):
        _add(borders, side, val="single", sz="4", space="0", color=RULE)
    _add(properties, "tblLayout", type="fixed")
    margins = etree.SubElement(properties, qn("w:tblCellMar"))
    for side, size in (("top", "40"), ("left", "70"), ("bottom", "40"), ("right", "70")):
        _add(margins, side, w=size, type="dxa")
    grid = etree.SubElement(table, qn("w:tblGrid"))
    for width in widths:
        _add(grid, "gridCol", w=_twips(width))
    for number, row in enumerate((heads, *rows)):
        _row(table, row, widths, style_id, head=number == 0)
    return table


def _row(
    table: Any, cells: Sequence[str], widths: Sequence[float], style_id: str, *, head: bool
) -> None:
    row = etree.SubElement(table, qn("w:tr"))
    properties = etree.SubElement(row, qn("w:trPr"))
    if sum(map(len, cells)) < 2_000:
        _add(properties, "cantSplit")
    if head:
        _add(properties, "tblHeader")
    for column, words, width in zip(COLUMNS, cells, widths, strict=True):
        cell = etree.SubElement(row, qn("w:tc"))
        dressed = etree.SubElement(cell, qn("w:tcPr"))
        _add(dressed, "tcW", w=_twips(width), type="dxa")
        if head:
            _add(dressed, "shd", val="clear", color="auto", fill=HEAD_GROUND)
        right = column in COUNTS
        for line in words.split("\n"):
            _paragraph(cell, line, style_id, right=right, bold=head or column == "path")


def _paragraph(cell: Any, words: str, style_id: str, *, right: bool, bold: bool) -> None:
    paragraph = etree.SubElement(cell, qn("w:p"))
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    _add(properties, "pStyle", val=style_id)
    if right:
        _add(properties, "jc", val="right")
    if not words:
        return
    run = etree.SubElement(paragraph, qn("w:r"))
    if bold:
        _add(etree.SubElement(run, qn("w:rPr")), "b")
    text = etree.SubElement(run, qn("w:t"))
    text.text = _fit(words)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def read_tables(body: Any) -> Iterator[list[list[str]]]:
    """Yield the tables of a document's body as rows of words; a paragraph is a line."""
    for table in body.iter(qn("w:tbl")):
        yield [
            [_words(cell) for cell in row.iterchildren(qn("w:tc"))]
            for row in table.iterchildren(qn("w:tr"))
        ]


def _words(cell: Any) -> str:
    return "\n".join(_line(paragraph) for paragraph in cell.iterchildren(qn("w:p")))


def _line(paragraph: Any) -> str:
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "‑"}
    found: list[str] = []
    for part in paragraph.iter(qn("w:t"), *signs):
        if part.tag == qn("w:t"):
            found.append(part.text or "")
        elif part.getparent().tag == qn("w:r"):  # a tab of the paragraph's properties is none
            found.append(signs[part.tag])
    return "".join(found)


def _width(column: str) -> float:
    return COUNT_WIDTH if column in COUNTS else WIDTHS.get(column, TEXT_WIDTH)


def _add(parent: Any, name: str, **values: str) -> None:
    etree.SubElement(parent, qn(f"w:{name}"), {qn(f"w:{key}"): v for key, v in values.items()})


def _twips(centimetres: float) -> str:
    return str(round(centimetres * TWIPS_A_CM))


def _fit(words: str) -> str:
    """Return words without the control characters that XML cannot hold; tabs stay."""
    return "".join(c for c in words if c >= " " or c == "\t")
