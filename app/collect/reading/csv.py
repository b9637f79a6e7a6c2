"""Comma separated values, with commas, semicolons, tabs or bars between them, in any encoding."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import PurePath

from app.collect.reading.cleaning import settled
from app.collect.reading.decoding import decode
from app.collect.reading.limits import CELLS_LIMIT, COLUMNS_LIMIT, MEGABYTE, ROWS_LIMIT
from app.collect.reading.source import ReadSource, Row, Sheet
from app.errors import UserError

DELIMITERS = ",;\t|"
_LOOKED_AT = 20


def read_csv(name: str, data: bytes) -> ReadSource:
    """Read the table `name`. Raises UserError where it is binary or holds no row."""
    text = settled(decode(name, data))
    if not text.strip():
        raise UserError("collect.empty", file=name)
    return spreadsheet_source("csv", [sheet_of(PurePath(name).stem, _numbered(name, text), name)])


def spreadsheet_source(kind: str, sheets: list[Sheet]) -> ReadSource:
    """Return the source of a spreadsheet: as text, its rows with tabs between their cells."""
    filled = [sheet for sheet in sheets if sheet.header]
    rows = (
        "\t".join(cell.replace("\n", " ") for cell in cells)
        for sheet in filled
        for cells in (sheet.header, *(row.cells for row in sheet.rows))
    )
    return ReadSource(format=kind, text="\n".join(rows), sheets=tuple(filled))


def sheet_of(title: str, numbered: Iterable[tuple[int, list[str]]], name: str) -> Sheet:
    """Return the sheet of rows that come with their numbers; the first with words is the header.

    Raises UserError where the file `name` has more rows, columns or cells than Tilik reads.
    """
    header: tuple[str, ...] = ()
    header_number = 1
    rows: list[Row] = []
    cells = 0
    for number, values in numbered:
        trimmed = tuple(settled(value) for value in values)
        cells += len(trimmed)
        if len(rows) >= ROWS_LIMIT or len(trimmed) > COLUMNS_LIMIT or cells > CELLS_LIMIT:
            raise UserError(
                "collect.too_many_rows", file=name, rows=ROWS_LIMIT, columns=COLUMNS_LIMIT
            )
        if not any(cell.strip() for cell in trimmed):
            continue
        if header:
            rows.append(Row(number, trimmed))
        else:
            header, header_number = tuple(cell.strip() for cell in trimmed), number
    width = max((_used(cells) for cells in (header, *(row.cells for row in rows))), default=0)
    padded = tuple(Row(row.number, _wide(row.cells, width)) for row in rows)
    return Sheet(title, _wide(header, width), padded, header_number)


def _used(cells: tuple[str, ...]) -> int:
    """Return how many cells there are up to the last one with words."""
    return max((n for n, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _wide(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *("",) * (width - len(cells)))[:width]


def _numbered(name: str, text: str) -> Iterable[tuple[int, list[str]]]:
    """Return the records with their numbers, which are rows of a spreadsheet, not lines.

    A quotation mark that never closes means that the file was cut short; other slips with
    quotation marks are taken as a spreadsheet program takes them.
    """
    csv.field_size_limit(10 * MEGABYTE)
    sign = _delimiter(text)
    try:
        return enumerate(list(csv.reader(_lines(text), delimiter=sign, strict=True)), 1)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise UserError("collect.damaged", file=name) from error
    try:
        return enumerate(list(csv.reader(_lines(text), delimiter=sign)), 1)
    except csv.Error as error:
        raise UserError("collect.damaged", file=name) from error


def _lines(text: str) -> StringIO:
    return StringIO(text, newline="")


def _delimiter(text: str) -> str:
    """Return the sign that cuts the first records into the most, and equally many, cells."""
    best, score = ",", (0.0, 0)
    start = "\n".join(text.lstrip("\n").split("\n")[:200])
    for sign in DELIMITERS:
        try:
            records = [r for r in csv.reader(_lines(start), delimiter=sign) if r][:_LOOKED_AT]
        except csv.Error:
            continue
        widths = [len(record) for record in records]
        if not widths or widths[0] < 2:
            continue
        same = sum(width == widths[0] for width in widths) / len(widths)
        if (same, widths[0]) > score:
            best, score = sign, (same, widths[0])
    return best
