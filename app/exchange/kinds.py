"""One door for files of other programs: which kind a file is, by what it holds."""

import json
import zipfile
from pathlib import Path

from app.collect.import_report import ImportReport
from app.collect.planned import Cancelled, Progress
from app.collect.reading.archive import BROKEN
from app.errors import StudyProblem, UserError
from app.exchange.bringing_in import bring_in_project
from app.exchange.importing import import_file
from app.exchange.incoming import Project
from app.exchange.others.database import HEADER, opened
from app.exchange.project_report import ProjectReport, save_project_report
from app.exchange.qualcoder import is_qualcoder, read_qualcoder
from app.exchange.qualcoder.reading import DATA
from app.exchange.refi.reading import SUFFIXES, read_refi
from app.exchange.rqda import is_rqda, read_rqda
from app.exchange.taguette import is_taguette, read_taguette
from app.exchange.taguette.exports import is_export, read_export
from app.faults import in_plain_words, one_line
from app.in_place import in_place
from app.language.words import DEFAULT_LANGUAGE
from app.study import Study

KINDS = ("refi", "qualcoder", "taguette", "rqda", "taguette_export")
NAMES = (*SUFFIXES, ".qda", ".sqlite3", ".sqlite", ".db", ".rqda")
"""How files of other programs' projects are named."""
_READERS = {
    "refi": read_refi,
    "qualcoder": read_qualcoder,
    "taguette": read_taguette,
    "rqda": read_rqda,
    "taguette_export": read_export,
}
_DATABASES = {"qualcoder": is_qualcoder, "rqda": is_rqda, "taguette": is_taguette}
_MARK = b"urn:QDA-XML:"
_HEAD = 65_536


def kind_of_project(path: Path) -> str:
    """Return one of KINDS for a project or export of another program, "" for anything else.

    A file that has the name of one and is damaged is taken for what its name says, so that
    `read_project` can say what is wrong. Raises EnvironmentProblem where it cannot be read.
    """
    if path.is_dir():
        return "qualcoder" if (path / DATA).is_file() or path.suffix.lower() == ".qda" else ""
    with in_plain_words(path), path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(HEADER):
        return _of_database(path)
    if _MARK in head or (head[:2] == b"PK" and _holds_project(path)):
        return "refi"
    suffix = path.suffix.lower()
    if suffix in NAMES:
        return {".qda": "qualcoder", ".rqda": "rqda"}.get(
            suffix, "refi" if suffix in SUFFIXES else ""
        )
    try:
        return "taguette_export" if is_export(path, head) else ""
    except StudyProblem:
        return ""


def read_project(path: Path) -> Project:
    """Read a project or export of another program, whatever its kind.

    Raises UserError with one sentence where it is none or cannot be read at all, EnvironmentProblem
    where the disk refuses. What can be read in part is; `troubles` tell the rest.
    """
    kind = kind_of_project(path)
    if kind:
        return _READERS[kind](path)
    with in_plain_words(path), path.open("rb") as file:
        database = file.read(len(HEADER)) == HEADER
    known = "unknown_database" if database else "unknown_kind"
    raise UserError(f"otherfiles.{known}", file=one_line(path.name))


def is_project(path: Path) -> bool:
    """Tell whether a file or folder is a project or export of another program."""
    try:
        return kind_of_project(path) != ""
    except StudyProblem:
        return False


def import_any(
    study: Study,
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport | ProjectReport:
    """Bring a file into the study: a project of another program, or a coded spreadsheet.

    Raises UserError or EnvironmentProblem with one sentence; the study is unchanged then.
    """
    if is_project(path):
        return bring_in_project(study, read_project(path), progress, cancelled)
    return import_file(study, path)


def save_report(
    report: ImportReport | ProjectReport, path: Path, language: str = DEFAULT_LANGUAGE
) -> None:
    """Write a report to `path` as JSON. Raises EnvironmentProblem where it cannot be written."""
    if isinstance(report, ProjectReport):
        save_project_report(report, path, language)
        return
    told = {
        "sentence": report.sentence(language),
        "came": {
            "sources": len(report.imported),
            "codes": report.codes,
            "codings": report.codings,
            "cases": report.informants,
        },
        "lost": [
            {"name": one.name, "sentence": one.problem.sentence(language)} for one in report.refused
        ],
    }
    with in_place(path) as part:
        part.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _of_database(path: Path) -> str:
    try:
        with opened(path) as database:
            return next((kind for kind, of in _DATABASES.items() if of(database)), "")
    except UserError:
        suffix = path.suffix.lower()
        return {".rqda": "rqda", ".qda": "qualcoder", ".sqlite3": "taguette"}.get(suffix, "")


def _holds_project(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if "/" not in name]
    except BROKEN:
        return False
    return any(name.lower().endswith(".qde") for name in names)
