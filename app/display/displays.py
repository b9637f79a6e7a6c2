"""Saved displays: a recipe under a title, with the analytic text under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from app.display.recipe import MatrixRecipe, as_settings, from_settings
from app.errors import UserError
from app.language.words import say
from app.study import Study
from models.conclusions import Display

MATRIX, COVERAGE = "matrix", "coverage"


@dataclass(frozen=True, slots=True)
class DisplayRow:
    """A saved display; `recipe` is None where it is the coverage of informants by instrument."""

    id: int
    title: str
    kind: str
    recipe: MatrixRecipe | None
    analytic_text: str


def displays(study: Study) -> list[DisplayRow]:
    """Return all saved displays in their order."""
    query = select(
        Display.id, Display.title, Display.kind, Display.settings, Display.analytic_text
    ).order_by(Display.position, Display.id)
    with study.read() as connection:
        return [
            DisplayRow(key, title, kind, from_settings(kept) if kind == MATRIX else None, text)
            for key, title, kind, kept, text in connection.execute(query)
        ]


def add_display(
    study: Study, title: str, recipe: MatrixRecipe | None, *, analytic_text: str = ""
) -> int:
    """Save a display at the end and return its id; without a recipe it shows the coverage."""
    title = _fit(title)
    with study.change("display.history.added", title=title) as session:
        last = session.scalar(select(func.coalesce(func.max(Display.position), -1)))
        display = Display(
            title=title,
            kind=COVERAGE if recipe is None else MATRIX,
            settings={} if recipe is None else as_settings(recipe),
            analytic_text=analytic_text,
            position=(-1 if last is None else last) + 1,
        )
        session.add(display)
        session.flush()
        return display.id


def edit_display(
    study: Study,
    display_id: int,
    *,
    title: str | None = None,
    recipe: MatrixRecipe | None = None,
    analytic_text: str | None = None,
) -> None:
    """Change what is given of a display. Raises UserError where it is gone or the title empty."""
    name = _title_of(study, display_id)
    with study.change("display.history.edited", title=name) as session:
        display = session.get_one(Display, display_id)
        if title is not None and display.title != _fit(title):
            display.title = _fit(title)
        if recipe is not None and display.settings != as_settings(recipe):
            display.settings = as_settings(recipe)
        if analytic_text is not None and display.analytic_text != analytic_text:
            display.analytic_text = analytic_text


def copy_display(study: Study, display_id: int) -> int:
    """Save a copy of a display under another title and return its id."""
    found = next(row for row in displays(study) if row.id == display_id)
    title = say("display.copy_of", study.language, title=found.title)
    return add_display(study, title, found.recipe, analytic_text=found.analytic_text)


def delete_displays(study: Study, ids: Sequence[int]) -> None:
    """Delete displays; undo brings them back."""
    titles = ", ".join(_title_of(study, key) for key in ids)
    with study.change("display.history.deleted", title=titles) as session:
        session.execute(delete(Display).where(Display.id.in_(ids)))


def order_displays(study: Study, ids: Sequence[int]) -> None:
    """Put displays in the order of `ids`."""
    with study.change("display.history.ordered") as session:
        for position, key in enumerate(ids):
            display = session.get(Display, key)
            if display is not None and display.position != position:
                display.position = position


def rule(recipe: MatrixRecipe | None, language: str) -> str:
    """Say by which rule the cells were filled."""
    if recipe is None:
        return say("display.rule.coverage", language)
    parts = [say(f"display.rule.{recipe.count}", language)]
    if "code" in (recipe.rows, recipe.columns):
        parts.append(say(f"display.rule.{'branch' if recipe.branches else 'own'}", language))
    if recipe.directions:
        named = ", ".join(say(f"display.direction.{d}", language) for d in recipe.directions)
        parts.append(say("display.rule.directions", language, directions=named))
    return " ".join(parts)


def _title_of(study: Study, display_id: int) -> str:
    with study.read() as connection:
        title = connection.scalar(select(Display.title).where(Display.id == display_id))
    if title is None:
        raise UserError("display.gone")
    return title


def _fit(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise UserError("display.no_title")
    return title
