"""Every table of a study in one workbook, a sheet each; nothing is cut.

A cell holds 32,767 characters, so longer words go on in further columns: "text", "text (2)" …
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table

from app.exchange.tables import cell, rows_of, tables
from app.in_place import in_place
from app.study import Study

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

LONGEST = 16_000
"""Code points in a cell: those beyond the basic plane count as two."""
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_workbook(study: Study, path: Path) -> int:
    """Write every table to a workbook at `path`; return how many.

    Raises UserError or EnvironmentProblem where it cannot be written.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    with in_place(path) as part, study.read() as connection:
        for table in tables():
            _fill(book.create_sheet(table.name), connection, table)
        book.save(part)
    return len(tables())


def _fill(sheet: "WriteOnlyWorksheet", connection: Connection, table: Table) -> None:
    names = list(table.columns.keys())
    pieces = dict.fromkeys(range(len(names)), 1)
    for row in rows_of(connection, table):
        for across, value in enumerate(row):
            pieces[across] = max(pieces[across], len(_pieces(value)))
    sheet.freeze_panes = "A2"
    sheet.append(
        [
            _stored(sheet, name if number == 1 else f"{name} ({number})", bold=True)
            for across, name in enumerate(names)
            for number in range(1, pieces[across] + 1)
        ]
    )
    for row in rows_of(connection, table):
        sheet.append(list(_cells(sheet, row, pieces)))


def _cells(sheet: "WriteOnlyWorksheet", row: Any, pieces: dict[int, int]) -> Iterator[object]:
    for across, value in enumerate(row):
        told = [_stored(sheet, piece) for piece in _pieces(value)]
        yield from told
        yield from [None] * (pieces[across] - len(told))


def _pieces(value: object) -> list[object]:
    """Return a value as the cells that hold it."""
    told = cell(value)
    if isinstance(told, datetime | date):
        told = told.isoformat()
    if isinstance(told, int) and abs(told) >= 2**53:
        told = str(told)
    if not isinstance(told, str) or len(told) <= LONGEST:
        return [told]
    return [told[at : at + LONGEST] for at in range(0, len(told), LONGEST)]


def _stored(sheet: "WriteOnlyWorksheet", value: object, *, bold: bool = False) -> object:
    """Return what a sheet stores: words are never a formula, control characters are escaped."""
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    found = WriteOnlyCell(sheet, _UNSTORABLE.sub(_escaped, value))
    found.data_type = "s"
    if bold:
        found.font = Font(bold=True)
    return found


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found.group()):04X}_"
