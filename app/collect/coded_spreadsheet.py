"""Reads coded spreadsheets: excerpts that were coded by hand, a row each (.csv, .xlsx).

Columns stand in any order under English or Indonesian names (`app.collect.coded_columns`). Only
parsing: what the rows become is `app.exchange.coded_spreadsheet`'s.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.collect.coded_columns import (
    CODE,
    EXCERPT,
    METHOD,
    REQUIRED,
    SOURCE,
    columns_of,
    looks_coded,
)
from app.collect.dates import read_date
from app.collect.label_words import words
from app.collect.methods import read_method
from app.collect.reading.reader import read_file
from app.collect.reading.source import Row, Sheet
from app.errors import UserError
from app.faults import one_line
from models.reduction import DIRECTIONS

AFFIRMS, DENIES, MIXED = DIRECTIONS
PATH_MARK = ">"
"""Between the names of a code's path: "Factors > Board support"."""
_STANCES = {
    AFFIRMS: words("supports support affirms affirm mendukung setuju menguatkan positif + ya yes"),
    DENIES: words(
        "contradicts contradict denies deny membantah menolak bertentangan negatif - tidak no"
    ),
    MIXED: words("qualifies qualify qualified mixed bersyarat campuran +/- ±"),
}
_PHRASES = {
    "dengan catatan": MIXED,
    "mendukung dengan catatan": MIXED,
    "mendukung sebagian": MIXED,
    "sebagian": MIXED,
    "tidak mendukung": DENIES,
    "tidak setuju": DENIES,
}


@dataclass(frozen=True, slots=True)
class CodedRow:
    """A row of a coded spreadsheet; `number` is the row in the spreadsheet, the heading being 1.

    `method` is one of the four or "", `path` the names of the code from the top, `direction`
    affirms, denies or mixed. Empty cells are "" or None.
    """

    number: int
    source: str
    method: str
    category: str
    role: str
    site: str
    informant: str
    date: date | None
    excerpt: str
    path: tuple[str, ...]
    direction: str
    memo: str


def read_coded_rows(path: Path) -> list[CodedRow]:
    """Read a coded spreadsheet, delimited by commas, semicolons or tabs, in any encoding.

    Of a workbook the first sheet with the columns is taken. Raises UserError with one sentence
    that names the file, and the row where it is one: a column that is missing, a method, stance or
    date that is none, an excerpt without a source, a stance without an excerpt and a code.
    """
    name = one_line(path.name)
    sheets = read_file(path).sheets
    if not sheets:
        raise UserError("collect.coded.no_table", file=name)
    sheet = next((s for s in sheets if looks_coded(s.header)), sheets[0])
    return coded_rows(name, sheet)


def coded_rows(name: str, sheet: Sheet) -> list[CodedRow]:
    """Return the coded rows of a sheet of the file `name`; raises as `read_coded_rows` does."""
    columns = columns_of(sheet.header)
    missing = [column for column in REQUIRED if column not in columns]
    if missing:
        raise UserError("collect.coded.no_columns", file=name, columns=", ".join(missing))
    if not sheet.rows:
        raise UserError("collect.no_rows", file=name)
    return [_row(name, columns, row) for row in sheet.rows]


def _row(name: str, columns: Mapping[str, int], row: Row) -> CodedRow:
    def cell(column: str) -> str:
        number = columns.get(column)
        return row.cells[number].strip() if number is not None else ""

    def line(column: str) -> str:
        return " ".join(cell(column).split())

    where = {"file": name, "row": row.number}
    source, excerpt = line(SOURCE), cell(EXCERPT)
    path, stance = _path(where, line(CODE)), line("stance")
    if excerpt and not source:
        raise UserError("collect.coded.no_source", **where)
    if stance and not (excerpt and path):
        raise UserError("collect.coded.stance_alone", **where, stance=stance)
    return CodedRow(
        number=row.number,
        source=source,
        method=_method(where, line(METHOD)),
        category=line("category"),
        role=line("role"),
        site=line("site"),
        informant=line("informant"),
        date=_date(where, line("date")),
        excerpt=excerpt,
        path=path,
        direction=_direction(where, stance),
        memo=cell("memo"),
    )


def _method(where: Mapping[str, object], told: str) -> str:
    method = read_method(told) if told else ""
    if method is None:
        raise UserError("collect.coded.method", **where, method=told)
    return method


def _date(where: Mapping[str, object], told: str) -> date | None:
    day = read_date(told) if told else None
    if told and day is None:
        raise UserError("collect.coded.date", **where, date=told)
    return day


def _direction(where: Mapping[str, object], told: str) -> str:
    plain = told.casefold()
    if not plain:
        return AFFIRMS
    if plain in _PHRASES:
        return _PHRASES[plain]
    for direction, names in _STANCES.items():
        if plain in names:
            return direction
    raise UserError("collect.coded.stance", **where, stance=told)


def _path(where: Mapping[str, object], told: str) -> tuple[str, ...]:
    names: Sequence[str] = [part.strip() for part in told.split(PATH_MARK)] if told else ()
    if not all(names):
        raise UserError("collect.coded.path", **where, code=told)
    return tuple(names)
