"""Writing the report of a study to a file: Word, HTML, a workbook, PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place
from app.language.words import say
from app.report.building import Cancelled, Progress, Stopped, build_report, check_recipe
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.report.word.changes import BY_HAND, PartChange, changes
from app.study import Study

ENDINGS = (".docx", ".html", ".xlsx", ".pdf")
Printer = Callable[[ReportDocument, Path, Callable[[], None]], None]
"""Prints a report to PDF: what only the window's side can do."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written where; `changes` is what is otherwise than in the file before.

    `before` is a copy of that file, kept where words that Tilik wrote had been changed by hand.
    """

    path: Path
    changes: tuple[PartChange, ...] = ()
    before: Path | None = None
    again: bool = False
    """Whether Tilik wrote the file before: `changes` then is all that is otherwise."""


def write_report(
    study: Study,
    path: Path,
    recipe: ReportRecipe,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    printer: Printer | None = None,
) -> Written | None:
    """Write the sections of `recipe` to `path`; None where it was cancelled: nothing is written.

    Everything in it is worked out from the study now. The name's ending says what kind of file;
    `printer` is needed for PDF. Raises UserError where the path or the
    recipe is not fit, EnvironmentProblem where the file cannot be written.
    """
    _check(path, recipe, printer)
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
            written = _write(document, path, part, recipe, goes_on, printer)
            goes_on()
    except Stopped:
        return None
    if progress is not None:
        progress(steps, steps)
    return written


def _write(
    document: ReportDocument,
    path: Path,
    part: Path,
    recipe: ReportRecipe,
    goes_on: Callable[[], None],
    printer: Printer | None,
) -> Written:
    """Write to `part` what is to stand at `path`."""
    ending = path.suffix.lower()
    if ending == ".docx":
        return _write_word(document, path, part, recipe, goes_on)
    if ending == ".html":
        from app.report.html import write_html

        write_html(document, part)
    elif ending == ".xlsx":
        from app.report.workbook import write_tables

        write_tables(document, part)
    elif printer is not None:
        printer(document, part, goes_on)
    return Written(path)


def _write_word(
    document: ReportDocument,
    path: Path,
    part: Path,
    recipe: ReportRecipe,
    goes_on: Callable[[], None],
) -> Written:
    """Write a Word file; what the researcher wrote in the one before stays in it."""
    from app.report.word.live import read_kept
    from app.report.word.writing import write_word

    kept = read_kept(path) if recipe.live and path.exists() else None
    parts = write_word(document, part, kept, goes_on)
    if kept is None:
        return Written(path)
    changed = changes(kept, parts)
    if all(change.kind != BY_HAND for change in changed):
        return Written(path, changed, again=True)
    name = say("chapter.before", recipe.language, name=path.stem)
    before = path.with_name(f"{name}{path.suffix}")
    copyfile(path, before)
    return Written(path, changed, before, again=True)


def _check(path: Path, recipe: ReportRecipe, printer: Printer | None) -> None:
    name = one_line(path.name)
    ending = path.suffix.lower()
    if ending not in ENDINGS or (ending == ".pdf" and printer is None):
        raise UserError("report.not_docx", name=name)
    if not path.parent.is_dir():
        raise UserError("report.no_folder", folder=one_line(str(path.parent)))
    check_recipe(recipe)
