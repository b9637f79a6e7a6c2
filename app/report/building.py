"""Building the blocks of a report from a study: its title, its contents, its sections in order."""

from collections.abc import Callable
from datetime import date
from importlib import import_module

from sqlalchemy import select

from app.errors import UserError
from app.faults import one_line
from app.language.words import LANGUAGES, say
from app.reduce.names.table import names_shown
from app.report.document import ReportDocument
from app.report.look import CHAPTER, SHAPES, Look
from app.report.recipe import BY_NAME, SECTIONS, TRANSCRIPTS, ReportRecipe
from app.report.shortening import shortened
from app.study import Study
from models.design import Coder

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Stopped(Exception):
    """The researcher cancelled the writing."""


def build_report(
    study: Study,
    recipe: ReportRecipe,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ReportDocument:
    """Return the blocks of a report, all worked out from the study now.

    Raises UserError where the recipe is not fit, Stopped where it was cancelled.
    """
    check_recipe(recipe)
    look = Look(recipe.shape, recipe.footnotes, recipe.template, numbered=True)
    document = ReportDocument(recipe.language, look, names_shown(study))
    subtitle = say(f"chapter.subtitle_{recipe.shape}", recipe.language)
    document.shortened = shortened(study)
    document.title_page(study.title, subtitle, _title_lines(study))
    document.contents()
    chosen = recipe.chosen
    if recipe.shape == CHAPTER and any(not BY_NAME[name].is_appendix for name in chosen):
        document.group(say("chapter.chapter_title", recipe.language), CHAPTER)
    group = ""
    for done, name in enumerate(chosen):
        if cancelled is not None and cancelled():
            raise Stopped
        if progress is not None:
            progress(done, len(chosen) + 2)
        group = _begin(document, recipe, name, group)
        import_module(f"app.report.sections.{name}").write(study, document, recipe)
    document.close()
    return document


def check_recipe(recipe: ReportRecipe) -> None:
    """Raise UserError where a recipe names what there is not."""
    if recipe.language not in LANGUAGES:
        raise UserError("study.unknown_language", language=recipe.language)
    if recipe.shape not in SHAPES:
        raise UserError("chapter.no_shape", shape=recipe.shape, known=", ".join(SHAPES))
    if recipe.transcripts not in TRANSCRIPTS:
        raise UserError("chapter.no_form", form=recipe.transcripts, known=", ".join(TRANSCRIPTS))
    known = ", ".join(SECTIONS)
    if not recipe.chosen:
        raise UserError("report.no_sections", known=known)
    for section in recipe.chosen:
        if section not in SECTIONS:
            raise UserError("report.no_section", section=one_line(section), known=known)
    if recipe.template is not None and not recipe.template.is_file():
        raise UserError("report.no_template", name=one_line(recipe.template.name))


def _begin(document: ReportDocument, recipe: ReportRecipe, name: str, group: str) -> str:
    """Begin a section, under the heading of its group where a report has one; return the group."""
    section = BY_NAME[name]
    if section.is_appendix:
        document.section(name, appendix=True)
        return ""
    if recipe.shape == CHAPTER:
        document.section(name, deeper=1)
        return section.group
    sections = [BY_NAME[n].group for n in recipe.chosen]
    alone = sections.count(section.group) == 1
    if section.group != group:
        words = say(f"chapter.groups.{section.group}", recipe.language)
        document.group("" if alone else words, section.group)
    document.section(name, deeper=0 if alone else 1)
    return section.group


def _title_lines(study: Study) -> list[str]:
    with study.read() as connection:
        names = ", ".join(connection.scalars(select(Coder.name).order_by(Coder.id)))
    return [names, f"{date.today():%d/%m/%Y}"]
