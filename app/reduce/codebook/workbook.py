"""The codebook as a workbook: one sheet, its head frozen, colours shown, texts wrapped."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from app.errors import UserError
from app.language.words import say
from app.reduce.codebook.columns import COLUMNS, COUNTS
from app.reduce.codebook.rows import Table

HEAD = PatternFill("solid", fgColor="E2F0EF")
STRONG, LIGHT = Side("thin", color="8F8A80"), Side("thin", color="E2DFD8")
LONGEST = 32_767
"""Characters that a cell can hold."""
_WIDTHS = {"path": 40, "colour": 10, "origin": 16, "cycle": 14, "focus": 10}
_TEXT_WIDTH, _COUNT_WIDTH = 38, 10


def write_workbook(table: Table, path: Path) -> None:
    """Write the workbook. Raises UserError where a text is longer than a cell can hold."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = say("codebook.title", table.language)
    for number, row in enumerate((table.heads, *table.rows), 1):
        for across, words in enumerate(row, 1):
            _write(sheet, number, across, words, row[0])
    _dress(sheet, table)
    book.save(path)


def _write(sheet: Any, row: int, across: int, words: str, path: str) -> None:
    cell = sheet.cell(row, across)
    if row > 1 and COLUMNS[across - 1] in COUNTS:
        cell.value = int(words)
        return
    if len(words) > LONGEST:
        raise UserError("codebook.cell_too_long", path=path, limit=LONGEST)
    if words:
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", words)
        cell.data_type = "s"  # words that begin like a formula stay words
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _dress(sheet: Any, table: Table) -> None:
    for across, column in enumerate(COLUMNS, 1):
        head = sheet.cell(1, across)
        head.font, head.fill, head.border = Font(bold=True), HEAD, Border(bottom=STRONG)
        width = _COUNT_WIDTH if column in COUNTS else _WIDTHS.get(column, _TEXT_WIDTH)
        sheet.column_dimensions[head.column_letter].width = width
    colour_at = COLUMNS.index("colour") + 1
    for number, (row, depth) in enumerate(zip(table.rows, table.depths, strict=True), 2):
        sheet.cell(number, 1).font = Font(bold=depth == 0)
        sheet.cell(number, 1).border = Border(bottom=LIGHT)
        colour = row[colour_at - 1].lstrip("#")
        cell = sheet.cell(number, colour_at)
        cell.fill = PatternFill("solid", fgColor=colour)
        cell.font = Font(color="FFFFFF" if _is_dark(colour) else "000000")
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _is_dark(colour: str) -> bool:
    """Tell whether white words are read better on a colour (WCAG 2.2: luminance under 0.179)."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179
