"""One door for files of other programs: which kind a file is, by what it holds."""

import zipfile
from pathlib import Path

from app.errors import StudyProblem, UserError
from app.exchange.incoming import Project
from app.exchange.others.database import HEADER, opened
from app.exchange.qualcoder import is_qualcoder, read_qualcoder
from app.exchange.qualcoder.reading import DATA
from app.exchange.refi.reading import SUFFIXES, read_refi
from app.exchange.rqda import is_rqda, read_rqda
from app.exchange.taguette import is_taguette, read_taguette
from app.exchange.taguette.exports import is_export, read_export
from app.faults import in_plain_words, one_line

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
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return any(name.lower().endswith(".qde") for name in names)
