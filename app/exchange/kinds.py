"""One door for every kind of file that can be brought into a study, by what it is called."""

import json
from collections.abc import Callable
from pathlib import Path

from app.collect.import_report import ImportReport
from app.collect.planned import Cancelled, Progress
from app.exchange.bringing_in import bring_in_project
from app.exchange.importing import import_file
from app.exchange.incoming import Project
from app.exchange.project_report import ProjectReport, save_project_report
from app.exchange.refi.reading import SUFFIXES, read_refi
from app.faults import in_plain_words
from app.language.words import DEFAULT_LANGUAGE
from app.study import Study

Reader = Callable[[Path], Project]

READERS: dict[str, Reader] = dict.fromkeys(SUFFIXES, read_refi)
"""What reads a project of another program, by the suffix of its file or folder."""


def is_project(path: Path) -> bool:
    """Tell whether `path` is called as a project of a program that is read."""
    return path.suffix.lower() in READERS


def read_project(path: Path) -> Project:
    """Read a project of another program; see the reader of its kind for what it raises."""
    return READERS[path.suffix.lower()](path)


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
    with in_plain_words(path):
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
