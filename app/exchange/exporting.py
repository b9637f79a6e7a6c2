"""One door for all that a study can be written as, by the name of the file."""

from pathlib import Path

from app.collect.planned import Cancelled, Progress
from app.errors import UserError
from app.exchange.refi.writing import write_qdc, write_qdpx
from app.exchange.tables import write_csv_folder, write_json
from app.exchange.workbook import write_workbook
from app.faults import one_line
from app.study import Study

SUFFIXES = (".qdpx", ".qdc", ".json", ".xlsx")


def export_study(
    study: Study,
    target: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> bool:
    """Write the study to `target`: .qdpx, .qdc, .json or .xlsx, or a folder of CSV files.

    Returns False where it was cancelled. Raises UserError where the name tells no kind or the
    folder is missing, EnvironmentProblem where it cannot be written.
    """
    suffix = target.suffix.lower()
    if suffix == ".qdpx":
        return write_qdpx(study, target, progress, cancelled)
    if suffix == ".qdc":
        write_qdc(study, target)
    elif suffix == ".json":
        write_json(study, target)
    elif suffix == ".xlsx":
        write_workbook(study, target)
    elif not suffix or target.is_dir():
        if target.is_file():
            raise UserError("exchange.not_a_folder", name=one_line(target.name))
        write_csv_folder(study, target)
    else:
        raise UserError("exchange.unknown_kind", name=one_line(target.name))
    return True
