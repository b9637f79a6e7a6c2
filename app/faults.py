"""Faults of the disk and the database, said as an EnvironmentProblem that names the file."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from app.errors import EnvironmentProblem, StudyProblem

_SQLITE = (
    ("disk is full", "study.disk_full"),
    ("malformed", "study.damaged"),
    ("not a database", "study.damaged"),
    ("disk I/O error", "study.unreadable"),
    ("readonly database", "study.not_writable"),
    ("unable to open", "study.unreadable"),
    ("is locked", "study.locked"),
)


def plain(path: Path, error: BaseException) -> StudyProblem | None:
    """Return the fault of the environment behind `error`, or None where it is a bug."""
    name = one_line(path.name)
    if isinstance(error, DatabaseError) and error.orig is not None:
        error = error.orig
    if isinstance(error, sqlite3.DatabaseError):
        for words, key in _SQLITE:
            if words in str(error):
                return EnvironmentProblem(key, name=name)
        return None
    if isinstance(error, PermissionError):
        return EnvironmentProblem("study.no_permission", name=name)
    if isinstance(error, FileNotFoundError):
        return EnvironmentProblem("study.no_such_file", name=name)
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EnvironmentProblem("study.disk_full", name=name)
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return EnvironmentProblem("study.name_too_long", name=f"{name[:40]}…")
    if isinstance(error, OSError):
        return EnvironmentProblem("study.unreadable", name=name)
    return None


@contextmanager
def database_in_plain_words(path: Path) -> Iterator[None]:
    """Turn a fault of the database at `path` into an EnvironmentProblem."""
    try:
        yield
    except (sqlite3.DatabaseError, DatabaseError) as error:
        problem = plain(path, error)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn a fault of the disk or of the database under `path` into an EnvironmentProblem."""
    try:
        yield
    except (OSError, sqlite3.DatabaseError, DatabaseError) as error:
        problem = plain(path, error)
        if problem is None:
            raise
        raise problem from error


def one_line(name: str) -> str:
    """Return a file's name fit for a sentence: line breaks and control characters as spaces."""
    return "".join(c if c.isprintable() else " " for c in name)
