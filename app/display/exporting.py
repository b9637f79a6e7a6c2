"""A matrix for other programs: a table of words, a spreadsheet, the clipboard."""

import csv
from pathlib import Path
from typing import Any

from app.display.headings import Heading
from app.display.matrix import Matrix
from app.errors import UserError
from app.faults import in_plain_words, one_line
from app.language.words import say


def as_table(matrix: Matrix, language: str) -> list[list[str]]:
    """Return a matrix as words, heads first, totals last in each row and in the last row."""
    total = say("display.total", language)
    corner = say(f"display.dimension.{matrix.recipe.rows}", language)
    rows = [[corner, *(column.name for column in matrix.columns), total]]
    for row in matrix.rows:
        cells = [_cell(matrix, row, column, language) for column in matrix.columns]
        indent = "\u2003" * row.depth
        rows.append([indent + row.name, *cells, str(matrix.row_totals.get(row.key, 0))])
    sums = [str(matrix.column_totals.get(column.key, 0)) for column in matrix.columns]
    return [*rows, [total, *sums, str(matrix.total)]]


def write_matrix(matrix: Matrix, path: Path, language: str) -> None:
    """Write a matrix to .xlsx or .csv.

    Raises UserError for another ending, EnvironmentProblem where the file cannot be written.
    """
    table = as_table(matrix, language)
    numbers = matrix.recipe.count != "quotations"
    write_table(table, path, numbers=numbers)


def write_table(table: list[list[str]], path: Path, *, numbers: bool) -> None:
    """Write a table of words, heads first; with `numbers` its cells are numbers."""
    name = one_line(path.name)
    with in_plain_words(path):
        if path.suffix.lower() == ".csv":
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows([[cell.strip() for cell in row] for row in table])
        elif path.suffix.lower() == ".xlsx":
            _write_xlsx(table, path, numbers=numbers)
        else:
            raise UserError("display.unknown_ending", name=name)


def as_tsv(table: list[list[str]]) -> str:
    """Return a table for the clipboard of a spreadsheet; line breaks in a cell become spaces."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in table)


def _cell(matrix: Matrix, row: Heading, column: Heading, language: str) -> str:
    count = matrix.cell(row, column)
    if matrix.recipe.count != "quotations":
        return str(count)
    shown = matrix.quotations.get((row.key, column.key), ())
    lines = [f"“{' '.join(excerpt.quote.split())}” {excerpt.citation}" for excerpt in shown]
    if count > len(shown):
        lines.append(say("display.more", language, count=count - len(shown)))
    return "\n".join(lines)


def _write_xlsx(table: list[list[str]], path: Path, *, numbers: bool) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    for row in table:
        sheet.append([_value(cell, numbers=numbers and at > 0) for at, cell in enumerate(row)])
    head = PatternFill("solid", fgColor="E2F0EF")
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), head
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for row in sheet.iter_rows(min_row=2):
        row[-1].font = Font(bold=True)
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # words that begin like a formula stay words
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    for at in range(1, sheet.max_column + 1):
        wide = 34 if at == 1 else (14 if numbers else 48)
        sheet.column_dimensions[get_column_letter(at)].width = wide
    book.save(path)


def _value(cell: str, *, numbers: bool) -> str | int:
    return int(cell) if numbers and cell.isdigit() else cell
