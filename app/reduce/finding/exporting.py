"""What was found as a table for other programs: .xlsx or .csv, a line for each place."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place
from app.language.words import say
from app.reduce.finding.found import lines_at
from app.reduce.finding.limits import Place
from app.study import Study

COLUMNS = ("reference", "method", "title", "informant", "role", "line", "left", "words", "right")
WIDTHS = {"reference": 14, "title": 28, "left": 60, "words": 22, "right": 60, "role": 20}
Row = tuple[str | int, ...]


def write_hits(study: Study, places: Sequence[Place], path: Path, language: str) -> None:
    """Write places in their context to `path`, in place of a file of that name.

    The heads are in `language`. Raises UserError for another ending, EnvironmentProblem where the
    file cannot be written; what stood at `path` stays then.
    """
    writers: dict[str, Callable[[list[Row], Path, str], None]] = {".csv": _csv, ".xlsx": _xlsx}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise UserError("searching.unknown_ending", name=one_line(path.name))
    rows = _rows(study, places, language)
    with in_place(path) as part:
        write(rows, part, language)


def _rows(study: Study, places: Sequence[Place], language: str) -> list[Row]:
    rows: list[Row] = [tuple(say(f"searching.column.{name}", language) for name in COLUMNS)]
    for line in lines_at(study, places):
        method = say(f"study.methods.{line.method}", language)
        rows.append(tuple(method if name == "method" else getattr(line, name) for name in COLUMNS))
    return rows


def _csv(rows: list[Row], path: Path, _language: str) -> None:
    # The mark at the start is what a spreadsheet program tells UTF-8 by.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def _xlsx(rows: list[Row], path: Path, language: str) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(say("searching.column.sheet", language))
    sheet.freeze_panes = "A2"
    for number, name in enumerate(COLUMNS):
        sheet.column_dimensions["ABCDEFGHI"[number]].width = WIDTHS.get(name, 12)
    bold, right = Font(bold=True), Alignment(horizontal="right")
    for at, row in enumerate(rows):
        cells = []
        for name, value in zip(COLUMNS, row, strict=True):
            cell: Any = WriteOnlyCell(sheet)
            if isinstance(value, int):
                cell.value = value
            else:
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
                cell.data_type = "s"  # words that begin like a formula stay words
            if at == 0 or name == "words":
                cell.font = bold
            if at and name == "left":
                cell.alignment = right
            cells.append(cell)
        sheet.append(cells)
    book.save(path)
