"""Writing the report of a study to Word."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

from sqlalchemy import select

from app.errors import UserError
from app.faults import in_plain_words, one_line
from app.language.words import LANGUAGES
from app.report.recipe import APPENDICES, SECTIONS, ReportRecipe
from app.study import Study
from models.design import Coder

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def write_report(
    study: Study,
    path: Path,
    recipe: ReportRecipe,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> bool:
    """Write the sections of `recipe` to `path`; False where it was cancelled: nothing is written.

    Everything in it is worked out from the study now. Raises UserError where the path or the
    recipe is not fit, EnvironmentProblem where the file cannot be written.
    """
    from app.report.document import ReportDocument

    _check(path, recipe)
    document = ReportDocument(recipe.language)
    document.title_page(study.title, document.say("subtitle"), _title_lines(study))
    document.contents()
    appendices = [name for name in recipe.sections if name in APPENDICES]
    body = [name for name in recipe.sections if name not in APPENDICES]
    for done, name in enumerate((*body, *appendices)):
        if cancelled is not None and cancelled():
            return False
        if progress is not None:
            progress(done, len(recipe.sections) + 1)
        import_module(f"app.report.sections.{name}").write(study, document, recipe)
    part = path.with_name(f".{path.name}.part")
    with in_plain_words(path):
        try:
            document.finish(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    if progress is not None:
        progress(len(recipe.sections) + 1, len(recipe.sections) + 1)
    return True


def _check(path: Path, recipe: ReportRecipe) -> None:
    name = one_line(path.name)
    if path.suffix.lower() != ".docx":
        raise UserError("report.not_docx", name=name)
    if not path.parent.is_dir():
        raise UserError("report.no_folder", folder=one_line(str(path.parent)))
    if recipe.language not in LANGUAGES:
        raise UserError("study.unknown_language", language=recipe.language)
    for section in recipe.sections:
        if section not in SECTIONS:
            raise UserError("report.no_section", section=section)


def _title_lines(study: Study) -> list[str]:
    with study.read() as connection:
        names = ", ".join(connection.scalars(select(Coder.name).order_by(Coder.id)))
    return [names, f"{date.today():%d/%m/%Y}"]
