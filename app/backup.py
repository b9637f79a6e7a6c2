"""Backup copies: one before the first change after opening, the last ten kept, any restorable."""

import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from app.errors import EnvironmentProblem
from app.faults import in_plain_words
from models.study_file import reading_mode, uri

KEPT = 10
_STAMP = "%Y-%m-%d %H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup copy: where it is, when it was made (local time), how many bytes it has."""

    path: Path
    made_at: datetime
    size: int


def folder_of(study: Path) -> Path:
    """Return the folder beside the study in which its backups lie."""
    return study.with_name(f"{study.stem} backups")


def backups(study: Path) -> list[Backup]:
    """Return the backups of a study, the newest first."""
    found = []
    for path in folder_of(study).glob("*.tilik"):
        try:
            made_at = datetime.strptime(path.stem[: len("2026-01-01 000000")], _STAMP)
        except ValueError:
            continue  # a file that the researcher put there
        found.append(Backup(path, made_at, path.stat().st_size))
    return sorted(found, key=lambda b: (b.made_at, b.path.stat().st_mtime_ns), reverse=True)


def copy_to(source: Path, target: Path) -> None:
    """Write a whole, consistent copy of an open or closed study file to `target`.

    The copy appears under its name only when it is whole. Raises EnvironmentProblem.
    """
    part = target.with_name(f".{target.name}.part")
    with in_plain_words(target):
        try:
            with (
                closing(sqlite3.connect(uri(source, reading_mode(source)), uri=True)) as reader,
                closing(sqlite3.connect(part)) as writer,
            ):
                reader.backup(writer)
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)


class FirstChange:
    """Makes one backup of the state before the first change, without making that change wait."""

    def __init__(self, study: Path) -> None:
        """Prepare for the study at that path."""
        self._study = study
        self._thread: threading.Thread | None = None
        self.problem: EnvironmentProblem | None = None

    def before_change(self, engine: Engine) -> None:
        """Take a snapshot now and copy it in the background; does nothing the second time."""
        if self._thread is not None:
            return
        snapshot = engine.raw_connection()
        reader = snapshot.driver_connection
        assert isinstance(reader, sqlite3.Connection)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM study").fetchone()

        def run() -> None:
            try:
                with in_plain_words(self._study):
                    self._copy(reader)
            except EnvironmentProblem as problem:
                self.problem = problem
            finally:
                reader.execute("ROLLBACK")
                snapshot.close()

        self._thread = threading.Thread(target=run, name="backup", daemon=False)
        self._thread.start()

    def wait(self) -> None:
        """Wait until the copy is whole."""
        if self._thread is not None:
            self._thread.join()

    def _copy(self, reader: sqlite3.Connection) -> None:
        folder = folder_of(self._study)
        folder.mkdir(exist_ok=True)
        stamp = datetime.now().strftime(_STAMP)
        target = folder / f"{stamp}.tilik"
        again = 2
        while target.exists():
            target = folder / f"{stamp} {again}.tilik"
            again += 1
        part = target.with_suffix(".part")
        try:
            with closing(sqlite3.connect(part)) as writer:
                reader.backup(writer)
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)
        for old in backups(self._study)[KEPT:]:
            old.path.unlink(missing_ok=True)
