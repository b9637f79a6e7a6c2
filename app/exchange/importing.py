"""One door for all that can be brought into a study."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from app.collect.import_report import ImportReport, Refused
from app.collect.importing import import_sources
from app.collect.planned import CODED, Cancelled, PlannedSource, Progress
from app.errors import StudyProblem
from app.exchange.coded_spreadsheet import import_coded
from app.faults import one_line
from app.study import Study


def import_file(study: Study, path: Path) -> ImportReport:
    """Import a file of another program's, or coded by hand: today a coded spreadsheet.

    Raises UserError where it is none.
    """
    return import_coded(study, path)


def bring_in(
    study: Study,
    planned: Sequence[PlannedSource],
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Import the ticked lines of a plan, coded spreadsheets among them, in one step of undo.

    What cannot come in is named in the report; the rest comes in. Where it is cancelled nothing is
    changed.
    """
    ticked = [line for line in planned if line.include]
    coded = list(dict.fromkeys(line.path for line in ticked if line.kind == CODED))
    others = [line for line in ticked if line.kind != CODED]
    label = "imported" if len(ticked) > 1 else "imported_one"
    name = ticked[0].name if ticked else ""
    with study.change(f"collect.history.{label}", count=len(ticked), name=name) as session:
        report = import_sources(study, others, progress, cancelled)
        for path in coded:
            if report.cancelled:
                break
            report = report.together(_coded(study, path, session))
    return report


def _coded(study: Study, path: Path, session: Session) -> ImportReport:
    try:
        with session.begin_nested():
            return import_coded(study, path)
    except StudyProblem as problem:
        return ImportReport(refused=(Refused(one_line(path.name), problem),))
