"""The lines of a planned import as rows of a table, and what an edited cell does to a line."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.collect.planned import CODED, ROWS, UNREADABLE, PlannedSource, with_informants
from app.errors import StudyProblem
from app.language.words import say
from ui.design.pages import methods
from ui.language import ui_language
from ui.widgets.record_table import Column


def columns() -> list[Column]:
    """Return the columns of the table before an import."""
    said = {
        "include": QCoreApplication.translate("PlannedRows", "In"),
        "name": QCoreApplication.translate("PlannedRows", "File"),
        "kind": QCoreApplication.translate("PlannedRows", "What it is"),
        "reference": QCoreApplication.translate("PlannedRows", "Reference"),
        "title": QCoreApplication.translate("PlannedRows", "Title"),
        "method": QCoreApplication.translate("PlannedRows", "Method"),
        "informants": QCoreApplication.translate("PlannedRows", "Informants"),
        "category": QCoreApplication.translate("PlannedRows", "Category"),
        "site": QCoreApplication.translate("PlannedRows", "Site"),
        "date": QCoreApplication.translate("PlannedRows", "Date"),
    }
    return [
        Column("include", said["include"], "check", width=38),
        Column("name", said["name"], editable=False, width=136),
        Column("kind", said["kind"], editable=False, width=136),
        Column("reference", said["reference"], width=86),
        Column("title", said["title"], width=116),
        Column("method", said["method"], "choice", methods(), width=104),
        Column("informants", said["informants"], width=86),
        Column("category", said["category"], width=80),
        Column("site", said["site"], width=80),
        Column("date", said["date"], "date", width=104),
    ]


def row_of(number: int, line: PlannedSource, problem: StudyProblem | None) -> dict[str, Any]:
    """Return the row that shows `line`; its id is its number in the plan."""
    fixed = line.kind in (CODED, UNREADABLE)
    return {
        "id": number,
        "include": line.include,
        "name": line.name,
        "kind": kind_words(line, problem),
        "reference": "" if fixed else line.reference,
        "title": line.title,
        "method": None if fixed else line.method or None,
        "informants": ", ".join(line.informants),
        "category": line.category,
        "site": line.site,
        "date": line.date,
    }


def kind_words(line: PlannedSource, problem: StudyProblem | None) -> str:
    """Say what a file is, or what stands in its way."""
    if line.kind == UNREADABLE:
        return QCoreApplication.translate("PlannedRows", "cannot be read")
    if problem is not None:
        return problem.sentence(ui_language())
    if line.kind == CODED:
        return QCoreApplication.translate("PlannedRows", "coded spreadsheet")
    if line.kind == ROWS and line.sheet is not None:
        told = QCoreApplication.translate("PlannedRows", "table, {count} rows")
        return told.format(count=len(line.sheet.rows))
    if line.duplicate_of:
        same = QCoreApplication.translate("PlannedRows", "the same as {name}")
        return same.format(name=line.duplicate_of)
    return line.format


def note_of(line: PlannedSource, problem: StudyProblem | None) -> str:
    """Say what stands in the way of a line, else what is worth knowing of it."""
    language = ui_language()
    if problem is not None:
        return problem.sentence(language)
    told = [notice.sentence(language) for notice in line.notices]
    if line.duplicate_of:
        same = QCoreApplication.translate("PlannedRows", "The same file as “{name}”.")
        told.insert(0, same.format(name=line.duplicate_of))
    return " ".join(told)


def edited(line: PlannedSource, key: str, value: Any, language: str) -> PlannedSource:
    """Return `line` with a cell changed; `language` is the study's, for the letter of a method.

    A value that the cell cannot hold leaves the line as it is.
    """
    if line.kind == UNREADABLE or (line.kind == CODED and key != "include"):
        return line
    if key == "informants":
        return with_informants(line, tuple(_codes(str(value or ""))))
    if key == "date":
        fits = value is None or isinstance(value, datetime.date)
        return replace(line, date=value) if fits else line
    if key == "method":
        reference = _with_letter(line.reference, line.method, value or "", language)
        return replace(line, method=value or "", reference=reference)
    if key == "include":
        return replace(line, include=bool(value))
    words = " ".join(str(value or "").split())
    return replace(line, **{key: words})


def count_ready(lines: Sequence[PlannedSource], problems: Sequence[StudyProblem | None]) -> int:
    """Count the ticked lines that nothing stands in the way of."""
    pairs = zip(lines, problems, strict=True)
    return sum(line.include and problem is None for line, problem in pairs)


def _codes(words: str) -> list[str]:
    return [part.strip() for part in words.replace(";", ",").split(",") if part.strip()]


def _with_letter(reference: str, old: str, new: str, language: str) -> str:
    """Give a reference that begins with the letter of its method that of the new one."""
    if not old or not new:
        return reference
    before, after = (say(f"study.letters.{method}", language) for method in (old, new))
    if reference[:2] in (f"{before}/", f"{before}-"):
        return after + reference[1:]
    return reference
