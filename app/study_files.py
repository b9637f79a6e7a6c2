"""Making, opening, copying and restoring study files."""

import shutil
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert

from app import backup
from app.errors import EnvironmentProblem, UserError
from app.faults import in_plain_words, one_line
from app.in_place import check_writable
from app.language.words import LANGUAGES, say
from app.lock import StudyLock
from app.study import Study
from models import study_file
from models.base import new_guid
from models.design import CORE_RESPONDENT, KEY_PERSON, VERIFICATION_RESPONDENT, Coder, Role
from models.design import Study as StudyRow
from models.study_file import Kind

SUFFIX = ".tilik"


def create_study(path: Path, title: str, language: str = "en", *, coder: str = "A") -> Study:
    """Make a study file at `path` (".tilik" is added) and open it.

    It begins with the three roles of the method, named in `language`, and one coder. Raises
    UserError where the file exists, the title is empty or the language is not ours.
    """
    path = _named(path)
    if not title.strip():
        raise UserError("study.no_title")
    if language not in LANGUAGES:
        raise UserError("study.unknown_language", language=language)
    check_writable(path)
    with in_plain_words(path):
        if path.exists():
            raise UserError("study.exists", name=one_line(path.name))
        try:
            study_file.create(path)
            _first_rows(path, title.strip(), language, coder)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    return open_study(path)


def _named(path: Path) -> Path:
    """Return where a study of that name really stands: ".tilik" added, links followed."""
    return (path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)).resolve()


def open_study(path: Path) -> Study:
    """Open the study at `path`; read-only where another window has it or it cannot be written.

    An older file is brought up to date, after a backup. Raises UserError or EnvironmentProblem with
    one sentence where it is missing, empty, damaged, newer than this Tilik or not a study.
    """
    name, path = one_line(path.name), path.resolve()
    with in_plain_words(path):
        if path.is_dir():
            raise UserError("study.is_folder", name=name)
        kind = study_file.identify(path)
    if kind is Kind.EMPTY:
        raise UserError("study.empty", name=name)
    if kind is Kind.NOT_A_STUDY:
        raise UserError("study.not_a_study", name=name)
    if kind is Kind.NEWER:
        raise UserError("study.newer", name=name)
    lock, why = _lock(path)
    try:
        if kind is Kind.OLDER:
            _bring_up_to_date(path, lock)
        return _checked(path, lock, why)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def save_copy(study: Study, target: Path) -> Path:
    """Write a copy of the study, history and all, to `target`, and return its path.

    Raises UserError where the folder is missing, or where the study that stands there is open.
    """
    target = _named(target)
    name = one_line(target.name)
    if target == study.path.resolve():
        raise UserError("study.copy_onto_itself", name=name)
    check_writable(target)
    lock = StudyLock(target)
    with in_plain_words(target):
        if not lock.acquire():
            raise UserError("study.copy_onto_open", name=name)
        try:
            backup.copy_to(study.path, target)
            _without_log(target)
        finally:
            lock.release()
    return target


def _without_log(path: Path) -> None:
    """Take away the log that what stood at `path` before left beside it."""
    for side in ("-wal", "-shm"):
        path.with_name(path.name + side).unlink(missing_ok=True)


def restore(path: Path, copy: Path) -> Path | None:
    """Put the backup `copy` in the place of the closed study at `path`, damaged or missing as it
    may be.

    What stood there is kept as one more backup, whose path is returned: byte for byte where it
    cannot be read as a study any more. Raises UserError where the study is open, the copy is not a
    study or there is no place for backups.
    """
    path = path.resolve()
    lock = StudyLock(path)
    if not lock.acquire():
        raise UserError("study.restore_while_open", name=one_line(path.name))
    try:
        with in_plain_words(copy):
            if study_file.identify(copy) not in (Kind.STUDY, Kind.OLDER):
                raise UserError("study.not_a_study", name=one_line(copy.name))
        kept = _keep(path) if path.exists() else None
        _without_log(path)
        backup.copy_to(copy, path)
    finally:
        lock.release()
    return kept


def _keep(path: Path) -> Path:
    """Keep what stands at `path` among its backups; return where."""
    folder = _backups_folder(path)
    kept = folder / f"{datetime.now():%Y-%m-%d %H%M%S} before restoring.tilik"
    try:
        with in_plain_words(path):
            if study_file.identify(path) is not Kind.EMPTY:
                backup.copy_to(path, kept)
                return kept
    except EnvironmentProblem as problem:
        if problem.key != "study.damaged":
            raise
    with in_plain_words(path):
        shutil.copyfile(path, kept)
    return kept


def _backups_folder(path: Path) -> Path:
    folder = backup.folder_of(path)
    if folder.exists() and not folder.is_dir():
        raise UserError("study.no_place_for_backups", name=one_line(folder.name))
    with in_plain_words(folder):
        folder.mkdir(exist_ok=True)
    return folder


def _lock(path: Path) -> tuple[StudyLock | None, str]:
    """Return the lock of a study, or none and the key that says why it is read-only."""
    lock = StudyLock(path)
    try:
        if not lock.acquire():
            return None, "study.open_elsewhere"
    except OSError:
        return None, "study.folder_read_only"
    if not _writable(path):
        lock.release()
        return None, "study.file_read_only"
    return lock, ""


def _checked(path: Path, lock: StudyLock | None, why: str) -> Study:
    try:
        with in_plain_words(path):
            return Study(path, lock=lock, why_read_only=why)
    except (EnvironmentProblem, UserError):
        raise
    except Exception as error:
        raise EnvironmentProblem("study.damaged", name=one_line(path.name)) from error


def _writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except PermissionError:
        return False


def _bring_up_to_date(path: Path, lock: StudyLock | None) -> None:
    if lock is None:
        raise UserError("study.older_read_only", name=one_line(path.name))
    from models.migrations.upgrade import upgrade

    folder = _backups_folder(path)
    backup.copy_to(path, folder / f"{datetime.now():%Y-%m-%d %H%M%S} before upgrade.tilik")
    upgrade(path)


def _first_rows(path: Path, title: str, language: str, coder: str) -> None:
    kinds = (KEY_PERSON, CORE_RESPONDENT, VERIFICATION_RESPONDENT)
    engine = study_file.connect(path)
    with engine.begin() as connection:
        connection.execute(
            insert(StudyRow).values(
                id=1, guid=new_guid(), title=title, language=language, settings={}
            )
        )
        for position, kind in enumerate(kinds):
            name = say(f"study.roles.{kind}", language)
            connection.execute(insert(Role).values(name=name, kind=kind, position=position))
        connection.execute(insert(Coder).values(name=coder))
    engine.dispose()
