"""A file that takes its place when it is whole: what stood there stays until then."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import EnvironmentProblem, StudyProblem, UserError
from app.faults import in_plain_words, one_line, plain


@contextmanager
def in_place(path: Path) -> Iterator[Path]:
    """Give a file to write; it takes the place of `path` when the block ends well.

    Raises UserError where the folder is missing, EnvironmentProblem where it cannot be written:
    that before the block begins, as far as it can be known by then.
    """
    part = _begun(path)
    with in_plain_words(path):
        try:
            yield part
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def check_writable(path: Path) -> None:
    """Raise what `in_place` would raise for `path`, before work of which it is to hold the end."""
    _begun(path).unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder where there is none. Raises what `in_place` raises where that cannot be."""
    check_folder(path)
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise _not_writable(path, error) from error


def check_folder(path: Path) -> None:
    """Raise UserError where the folder in which `path` is to be made is not there."""
    if not path.absolute().parent.is_dir():
        raise UserError("study.no_folder", name=one_line(str(path.parent)))


def _begun(path: Path) -> Path:
    check_folder(path)
    part = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    try:
        if path.is_dir():
            raise UserError("study.folder_in_the_way", name=one_line(path.name))
        part.touch()
    except OSError as error:
        raise _not_writable(path, error) from error
    return part


def _not_writable(path: Path, error: OSError) -> StudyProblem:
    """Return why a file cannot be made: of what the system says only some is plain."""
    found = plain(path, error)
    if found is not None and found.key in ("study.disk_full", "study.name_too_long"):
        return found
    return EnvironmentProblem("study.not_writable", name=one_line(path.name))
