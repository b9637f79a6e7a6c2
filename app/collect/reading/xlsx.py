"""Excel workbooks, through openpyxl: each sheet with its cells as words."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from app.collect.reading.archive import Archive
from app.collect.reading.csv import sheet_of, spreadsheet_source
from app.collect.reading.source import ReadSource
from app.errors import UserError

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook


def read_xlsx(name: str, data: bytes) -> ReadSource:
    """Read the workbook `name`, hidden sheets left out. Raises UserError where it is damaged."""
    with Archive(name, data) as archive:
        archive.check_xml()
    from lxml.etree import XMLSyntaxError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = _open(data)
            sheets = [
                sheet_of(sheet.title, _rows(sheet), name)
                for sheet in workbook.worksheets
                if sheet.sheet_state == "visible"
            ]
            workbook.close()
    except UserError:
        raise
    except (BadZipFile, XMLSyntaxError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise UserError("collect.damaged", file=name) from error
    except (OSError, EOFError, IndexError, SyntaxError, RuntimeError) as error:
        raise UserError("collect.damaged", file=name) from error
    return spreadsheet_source("xlsx", sheets)


def cell_words(value: object) -> str:
    """Return a cell's value as a researcher reads it: 12 and not 12.0, days as 2017-01-31."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _open(data: bytes) -> "Workbook":
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data), read_only=True, data_only=True)


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that the file holds; its claim of how many there are is not believed."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        yield number, [cell_words(value) for value in row]
