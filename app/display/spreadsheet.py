"""A table as a workbook: heads and totals set off, panes frozen, ready to be printed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

HEAD = PatternFill("solid", fgColor="E2F0EF")
STRONG, LIGHT = Side("thin", color="8F8A80"), Side("thin", color="E2DFD8")
WIDEST_NAME, COUNT_WIDTH, WORDS_WIDTH = 44, 13, 48
FORBIDDEN_IN_TITLES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


class Sheet:
    """One table with a note on how it was made."""

    def __init__(self, title: str) -> None:
        """Begin a workbook; `title` is cut to what the name of a sheet can hold."""
        self.book = Workbook()
        sheet: Any = self.book.active
        sheet.title = _sheet_title(title)
        self.sheet = sheet

    def fill(
        self,
        table: Sequence[Sequence[str]],
        *,
        depths: Sequence[int],
        numbers: bool,
        shaded: bool,
        totals: bool = True,
    ) -> None:
        """Write a table, heads first, totals last; `depths` indents the names of its rows.

        With `numbers` the cells are numbers, as totals always are; with `shaded` the larger
        ones have more colour. Without `totals` the last row and column are like the others.
        """
        last, wide = len(table), len(table[0])
        for at, row in enumerate(table, 1):
            for across, words in enumerate(row, 1):
                counts = numbers or (totals and (at == last or across == wide))
                self._write(at, across, words, number=at > 1 and across > 1 and counts)
        self._dress(last, wide, depths, totals=totals)
        self._lay_out(table, numbers=numbers)
        if shaded and last > 2 and wide > 2:
            scale: Any = ColorScaleRule
            colours = scale("num", 0, "FFFFFF", "max", None, "5FA09E")
            area = f"B2:{get_column_letter(wide - 1)}{last - 1}"
            self.sheet.conditional_formatting.add(area, colours)

    def note(self, title: str, lines: Sequence[str]) -> None:
        """Write on a second sheet by which rule the cells were filled."""
        sheet: Any = self.book.create_sheet(_sheet_title(title))
        sheet.column_dimensions["A"].width = 100
        for words in filter(None, lines):
            sheet.append([_storable(words)])
            cell = sheet.cell(sheet.max_row, 1)
            cell.data_type, cell.alignment = "s", Alignment(wrap_text=True, vertical="top")

    def save(self, path: Path) -> None:
        """Write the workbook."""
        self.book.save(path)

    def _write(self, row: int, column: int, words: str, *, number: bool) -> None:
        cell = self.sheet.cell(row, column)
        if number and words.isdecimal():
            cell.value = int(words)
        else:
            cell.value = _storable(words)
            cell.data_type = "s"  # words that begin like a formula stay words
        cell.alignment = Alignment(wrap_text=True, vertical="top")

    def _dress(self, last: int, wide: int, depths: Sequence[int], *, totals: bool) -> None:
        for across in range(1, wide + 1):
            head, total = self.sheet.cell(1, across), self.sheet.cell(last, across)
            head.font, head.fill = Font(bold=True), HEAD
            head.alignment = Alignment(
                wrap_text=True, vertical="bottom", horizontal="left" if across == 1 else "center"
            )
            head.border = Border(bottom=STRONG)
            if totals:
                total.font, total.border = Font(bold=True), Border(top=STRONG)
        for at in range(2, last + (not totals)):
            self.sheet.cell(at, wide).font = Font(bold=totals)
            for across in range(1, wide + 1):
                self.sheet.cell(at, across).border = Border(bottom=LIGHT)
        for at, depth in enumerate(depths, 2):
            self.sheet.cell(at, 1).alignment = Alignment(
                wrap_text=True, vertical="top", indent=min(depth, 15)
            )

    def _lay_out(self, table: Sequence[Sequence[str]], *, numbers: bool) -> None:
        sheet, wide = self.sheet, len(table[0])
        longest = max(len(row[0]) for row in table)
        sheet.column_dimensions["A"].width = min(max(14, longest + 4), WIDEST_NAME)
        for across in range(2, wide + 1):
            middle = WORDS_WIDTH if not numbers and across < wide else COUNT_WIDTH
            sheet.column_dimensions[get_column_letter(across)].width = middle
        sheet.freeze_panes = "B2"
        sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
        sheet.page_setup.orientation = "landscape" if wide > 6 or not numbers else "portrait"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _storable(words: str) -> str:
    """Return words without the control characters that a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", words)


def _sheet_title(words: str) -> str:
    return " ".join(_storable(words).translate(FORBIDDEN_IN_TITLES).split())[:31] or "Tilik"
