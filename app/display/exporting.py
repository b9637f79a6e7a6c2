"""A matrix for other programs: a table of words, a spreadsheet, the clipboard."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from app.display.coverage_matrix import CoverageMatrix
from app.display.displays import rule
from app.display.headings import Heading, flat
from app.display.matrix import Matrix
from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place
from app.language.words import say
from app.reduce.excerpts import ExcerptRow

INDENT = "\u2003"
"""What stands before the name of a code, once for each shown code above it."""


def as_table(matrix: Matrix, language: str, *, indent: str = INDENT) -> list[list[str]]:
    """Return a matrix as words, heads first, totals last in each row and in the last row."""
    total = say("display.total", language)
    corner = say(f"display.dimension.{matrix.recipe.rows}", language)
    table = [[corner, *(column.name for column in flat(matrix.columns)), total]]
    rows = matrix.rows if indent else flat(matrix.rows)
    for row, named in zip(matrix.rows, rows, strict=True):
        cells = [cell_words(matrix, row, column, language) for column in matrix.columns]
        table.append([indent * named.depth + named.name, *cells, str(matrix.cell(row, None))])
    sums = [str(matrix.cell(None, column)) for column in matrix.columns]
    return [*table, [total, *sums, str(matrix.total)]]


def cell_words(matrix: Matrix, row: Heading, column: Heading, language: str) -> str:
    """Return what stands in a cell: a count, or quotations line by line, or both."""
    count = matrix.cell(row, column)
    if not matrix.recipe.quotes:
        return str(count)
    shown = matrix.quoted(row, column)
    lines = [quotation(excerpt) for excerpt in shown]
    if matrix.recipe.count == "both":
        lines.insert(0, str(count))
    elif count > len(shown):
        lines.append(say("display.more", language, count=count - len(shown)))
    return "\n".join(lines)


def quotation(excerpt: ExcerptRow) -> str:
    """Return an excerpt on one line: its words in quotation marks and its citation."""
    return f"“{' '.join(excerpt.quote.split())}” {excerpt.citation}"


def as_tsv(table: Sequence[Sequence[str]]) -> str:
    """Return a table for the clipboard of a spreadsheet; lines in a cell stay in that cell."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(table)
    return out.getvalue()


def write_matrix(
    matrix: Matrix | CoverageMatrix, path: Path, language: str, title: str = ""
) -> None:
    """Write a matrix to .xlsx or .csv, in place of a file of that name.

    Raises UserError for another ending, EnvironmentProblem where the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in (".csv", ".xlsx"):
        raise UserError("display.unknown_ending", name=one_line(path.name))
    with in_place(path) as part:
        if ending == ".csv":
            table = (
                as_table(matrix, language, indent="")
                if isinstance(matrix, Matrix)
                else matrix.table(language)
            )
            with part.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows(table)
        else:
            _write_xlsx(matrix, part, language, title)


def write_words(
    table: Sequence[Sequence[str]], path: Path, language: str, title: str, notes: Sequence[str]
) -> None:
    """Write a table of words, heads first, to .xlsx or .csv, in place of a file of that name.

    Raises UserError for another ending, EnvironmentProblem where the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in (".csv", ".xlsx"):
        raise UserError("display.unknown_ending", name=one_line(path.name))
    with in_place(path) as part:
        if ending == ".csv":
            with part.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows(table)
            return
        from app.display.spreadsheet import Sheet

        sheet = Sheet(title or say("display.sheet", language))
        sheet.fill(table, depths=[], numbers=False, shaded=False, totals=False)
        sheet.note(say("display.note", language), [title, *notes])
        sheet.save(part)


def _write_xlsx(matrix: Matrix | CoverageMatrix, path: Path, language: str, title: str) -> None:
    from app.display.spreadsheet import Sheet

    recipe = matrix.recipe if isinstance(matrix, Matrix) else None
    sheet = Sheet(title or say("display.sheet", language))
    if isinstance(matrix, Matrix):
        sheet.fill(
            as_table(matrix, language, indent=""),
            depths=[row.depth for row in matrix.rows],
            numbers=not matrix.recipe.quotes,
            shaded=matrix.recipe.chart == "heat",
        )
    else:
        sheet.fill(matrix.table(language), depths=[], numbers=False, shaded=False)
    sheet.note(say("display.note", language), [title, rule(recipe, language)])
    sheet.save(path)
