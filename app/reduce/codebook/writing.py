"""Saving the codebook: as a workbook, as comma separated values, or as a Word document."""

import csv
from collections.abc import Callable
from pathlib import Path

from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place
from app.reduce.codebook.rows import Table, codebook_table
from app.study import Study


def write_codebook(study: Study, path: Path, language: str = "") -> int:
    """Write the codebook to .xlsx, .csv or .docx, in place of a file of that name.

    In the study's language where none is given. Returns how many codes were written. Raises
    UserError for another ending, EnvironmentProblem where the file cannot be written; what stood
    at `path` stays then.
    """
    write = _writers().get(path.suffix.lower())
    if write is None:
        raise UserError("codebook.unknown_ending", name=one_line(path.name))
    table = codebook_table(study, language or study.language)
    with in_place(path) as part:
        write(table, part)
    return len(table.rows)


def _writers() -> dict[str, Callable[[Table, Path], None]]:
    return {".xlsx": _xlsx, ".csv": _csv, ".docx": _docx}


def _csv(table: Table, path: Path) -> None:
    # The mark at the start is what a spreadsheet program tells UTF-8 by.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([table.heads, *table.rows])


def _xlsx(table: Table, path: Path) -> None:
    from app.reduce.codebook.workbook import write_workbook

    write_workbook(table, path)


def _docx(table: Table, path: Path) -> None:
    from app.reduce.codebook.document import write_document

    write_document(table, path)
