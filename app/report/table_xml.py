"""Word tables written as XML in one go: thousands of rows in a second, header rows that repeat."""

from collections.abc import Sequence
from typing import Any

from lxml import etree

from app.report.styles import CELL, CELL_HEAD

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS_A_CM = 567
HEAD_GROUND = "E2F0EF"
RULE = "BFBAB0"


def table_xml(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    numbers: frozenset[int] = frozenset(),
    style_ids: dict[str, str],
) -> Any:
    """Return a w:tbl. `widths` are centimetres; columns in `numbers` stand to the right.

    A line break in a cell begins a paragraph of its own. The head repeats on each page and no row
    breaks across pages, unless it is longer than some lines.
    """
    table = etree.Element(_w("tbl"), nsmap={"w": W})
    _properties(table, widths)
    grid = etree.SubElement(table, _w("tblGrid"))
    for width in widths:
        etree.SubElement(grid, _w("gridCol"), {_w("w"): _twips(width)})
    _row(table, heads, widths, style_ids[CELL_HEAD], numbers, head=True)
    for row in rows:
        _row(table, row, widths, style_ids[CELL], numbers)
    return table


def _properties(table: Any, widths: Sequence[float]) -> None:
    properties = etree.SubElement(table, _w("tblPr"))
    total = _twips(sum(widths))
    etree.SubElement(properties, _w("tblW"), {_w("w"): total, _w("type"): "dxa"})
    borders = etree.SubElement(properties, _w("tblBorders"))
    for side in ("top", "bottom", "insideH"):
        etree.SubElement(
            borders,
            _w(side),
            {_w("val"): "single", _w("sz"): "4", _w("space"): "0", _w("color"): RULE},
        )
    etree.SubElement(properties, _w("tblLayout"), {_w("type"): "fixed"})
    margins = etree.SubElement(properties, _w("tblCellMar"))
    for side, size in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80)):
        etree.SubElement(margins, _w(side), {_w("w"): str(size), _w("type"): "dxa"})


def _row(
    table: Any,
    cells: Sequence[str],
    widths: Sequence[float],
    style: str,
    numbers: frozenset[int],
    *,
    head: bool = False,
) -> None:
    row = etree.SubElement(table, _w("tr"))
    properties = etree.SubElement(row, _w("trPr"))
    if head or max((len(cell) for cell in cells), default=0) < 600:
        etree.SubElement(properties, _w("cantSplit"))
    if head:
        etree.SubElement(properties, _w("tblHeader"))
    for number, (words, width) in enumerate(zip(cells, widths, strict=True)):
        cell = etree.SubElement(row, _w("tc"))
        cell_properties = etree.SubElement(cell, _w("tcPr"))
        etree.SubElement(cell_properties, _w("tcW"), {_w("w"): _twips(width), _w("type"): "dxa"})
        if head:
            etree.SubElement(
                cell_properties,
                _w("shd"),
                {_w("val"): "clear", _w("color"): "auto", _w("fill"): HEAD_GROUND},
            )
        for line in words.split("\n"):
            _paragraph(cell, line, style, right=number in numbers)


def _paragraph(cell: Any, words: str, style: str, *, right: bool) -> None:
    paragraph = etree.SubElement(cell, _w("p"))
    properties = etree.SubElement(paragraph, _w("pPr"))
    etree.SubElement(properties, _w("pStyle"), {_w("val"): style})
    if right:
        etree.SubElement(properties, _w("jc"), {_w("val"): "right"})
    if words:
        run = etree.SubElement(paragraph, _w("r"))
        text = etree.SubElement(run, _w("t"))
        text.text = fit_for_xml(words)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def fit_for_xml(words: str) -> str:
    """Return `words` without the control characters that XML cannot hold; tabs stay."""
    return "".join(c for c in words if c >= " " or c == "\t")


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _twips(centimetres: float) -> str:
    return str(round(centimetres * TWIPS_A_CM))
