"""Writing the report of a study to a file: Word, HTML, a workbook, PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.display.files import in_place
from app.errors import UserError
from app.faults import one_line
from app.report.building import Cancelled, Progress, Stopped, build_report, check_recipe
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.study import Study

ENDINGS = (".docx",)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written where."""

    path: Path


def write_report(
    study: Study,
    path: Path,
    recipe: ReportRecipe,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Written | None:
    """Write the sections of `recipe` to `path`; None where it was cancelled: nothing is written.

    Everything in it is worked out from the study now. Raises UserError where the path or the
    recipe is not fit, EnvironmentProblem where the file cannot be written.
    """
    _check(path, recipe)
    steps = len(recipe.chosen) + 2

    def goes_on() -> None:
        if cancelled is not None and cancelled():
            raise Stopped

    try:
        document = build_report(study, recipe, progress, cancelled)
        goes_on()
        if progress is not None:
            progress(steps - 2, steps)
        with in_place(path) as part:
            _write(document, part, goes_on)
            goes_on()
    except Stopped:
        return None
    if progress is not None:
        progress(steps, steps)
    return Written(path)


def _write(document: ReportDocument, path: Path, goes_on: Callable[[], None]) -> None:
    from app.report.word.writing import write_word

    write_word(document, path, goes_on=goes_on)


def _check(path: Path, recipe: ReportRecipe) -> None:
    name = one_line(path.name)
    if path.suffix.lower() not in ENDINGS:
        raise UserError("report.not_docx", name=name)
    if not path.parent.is_dir():
        raise UserError("report.no_folder", folder=one_line(str(path.parent)))
    check_recipe(recipe)
