"""The files to import: those that were chosen, and those of a kind that Tilik reads in folders."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app.collect.reading.sniffing import SUFFIXES
from app.errors import StudyProblem, UserError
from app.faults import one_line, plain


class FoundFile(NamedTuple):
    """A file, or a folder that cannot be looked into and the `problem` that says why."""

    path: Path
    problem: StudyProblem | None = None


def find_files(paths: Sequence[Path]) -> Iterator[FoundFile]:
    """Yield the files at `paths` as they are, and those within folders among them, by name.

    In folders, hidden files and files of other kinds are passed over; links to folders are not
    followed. A folder without a file to read has that for its problem.
    """
    for path in paths:
        try:
            is_folder = path.is_dir()
        except OSError as error:
            yield FoundFile(path, plain(path, error))
            continue
        if is_folder:
            yield from _in_folder(path)
        else:
            yield FoundFile(path)


def _in_folder(folder: Path) -> Iterator[FoundFile]:
    barred: list[OSError] = []
    files: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=barred.append):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        files += [
            Path(place, name)
            for name in names
            if not _is_hidden(name) and Path(name).suffix.lower() in SUFFIXES
        ]
    for path in sorted(files, key=lambda p: [part.casefold() for part in p.parts]):
        yield FoundFile(path)
    for error in barred:
        path = Path(error.filename or folder)
        yield FoundFile(path, plain(path, error))
    if not files and not barred:
        problem = UserError("collect.nothing_in_folder", folder=one_line(folder.name))
        yield FoundFile(folder, problem)


def _is_hidden(name: str) -> bool:
    """Hidden files, and the locks that office programs lay beside open documents."""
    return name.startswith((".", "~$"))
