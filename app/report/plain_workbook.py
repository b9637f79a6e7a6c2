"""Tables as a workbook without totals: a sheet each, its head frozen, its words wrapped."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.display.spreadsheet import HEAD, LIGHT, STRONG

LONGEST = 32_767
"""Characters that a cell can hold; what is longer is cut, with … at its end."""
TITLE_LENGTH = 31


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its title, the heads of its columns with their widths, its rows."""

    title: str
    heads: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    note: str = ""


def write_workbook(pages: Sequence[Page], path: Path) -> None:
    """Write the sheets to a workbook; words that begin like a formula stay words."""
    from openpyxl import Workbook

    book = Workbook()
    first: Any = book.active
    book.remove(first)
    for page in pages:
        _fill(book.create_sheet(_title(page.title)), page)
    book.save(path)


def _fill(sheet: Any, page: Page) -> None:
    from openpyxl.styles import Alignment, Border, Font

    for number, row in enumerate((page.heads, *page.rows), 1):
        for across, words in enumerate(row, 1):
            cell = sheet.cell(number, across)
            cell.value, cell.data_type = _storable(words), "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(bottom=STRONG if number == 1 else LIGHT)
            if number == 1 or across == 1:
                cell.font = Font(bold=True)
            if number == 1:
                cell.fill = HEAD
    for across, width in enumerate(page.widths, 1):
        sheet.column_dimensions[sheet.cell(1, across).column_letter].width = width
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if page.note:
        cell = sheet.cell(len(page.rows) + 3, 1)
        cell.value, cell.data_type = _storable(page.note), "s"
        cell.alignment = Alignment(vertical="top")


def _storable(words: str) -> str:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    plain = ILLEGAL_CHARACTERS_RE.sub("", words)
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def _title(words: str) -> str:
    plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in words)
    return " ".join(plain.split())[:TITLE_LENGTH] or "Tilik"
