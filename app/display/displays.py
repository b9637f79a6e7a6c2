"""Saved displays: a recipe under a title, with the analytic text under it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.display.contents import copy_contents, drop_contents
from app.display.recipe import MatrixRecipe, as_settings, from_settings
from app.errors import UserError
from app.language.words import say
from app.study import Study
from models.conclusions import Display

MATRIX, COVERAGE, SCORES, GRID = "matrix", "coverage", "scores", "grid"
NETWORK, FLOW = "network", "flow"
KINDS = (MATRIX, COVERAGE, SCORES, GRID, NETWORK, FLOW)


@dataclass(frozen=True, slots=True)
class DisplayRow:
    """A saved display of one of KINDS; only a matrix has a `recipe`.

    `table_id` is the table of numbers that a display of SCORES shows.
    """

    id: int
    title: str
    kind: str
    recipe: MatrixRecipe | None
    analytic_text: str
    table_id: int | None = None


def displays(study: Study) -> list[DisplayRow]:
    """Return all saved displays in their order."""
    query = select(
        Display.id, Display.title, Display.kind, Display.settings, Display.analytic_text
    ).order_by(Display.position, Display.id)
    with study.read() as connection:
        return [
            DisplayRow(
                key,
                title,
                kind,
                from_settings(kept) if kind == MATRIX else None,
                text,
                kept.get("table") if kind == SCORES else None,
            )
            for key, title, kind, kept, text in connection.execute(query)
        ]


def add_display(
    study: Study, title: str, recipe: MatrixRecipe | None, *, analytic_text: str = ""
) -> int:
    """Save a display at the end and return its id; without a recipe it shows the coverage.

    Raises UserError where the title is empty.
    """
    kind = COVERAGE if recipe is None else MATRIX
    settings = {} if recipe is None else as_settings(recipe)
    return add_bare_display(study, title, kind, settings, analytic_text)


def add_bare_display(
    study: Study,
    title: str,
    kind: str,
    settings: Mapping[str, Any] | None = None,
    analytic_text: str = "",
) -> int:
    """Save a display of a kind at the end and return its id; what it holds is its room's to add.

    Raises UserError where the title is empty.
    """
    title = _fit(title)
    with study.change("display.history.added", title=title) as session:
        last = session.scalar(select(func.max(Display.position)))
        display = Display(
            title=title,
            kind=kind,
            settings=dict(settings or {}),
            analytic_text=analytic_text,
            position=0 if last is None else last + 1,
        )
        session.add(display)
        session.flush()
        return display.id


def rename_display(study: Study, display_id: int, title: str) -> None:
    """Give a display another title. Raises UserError where it is gone or the title empty."""
    title = _fit(title)
    with study.change("display.history.renamed", title=title) as session:
        _display(session, display_id).title = title


def set_recipe(study: Study, display_id: int, recipe: MatrixRecipe) -> None:
    """Build a display by another recipe. Raises UserError where it is gone."""
    with study.change("display.history.edited", title=_title_of(study, display_id)) as session:
        _display(session, display_id).settings = as_settings(recipe)


def set_analytic_text(study: Study, display_id: int, words: str) -> None:
    """Write what the display shows under it. Raises UserError where it is gone."""
    with study.change("display.history.written", title=_title_of(study, display_id)) as session:
        _display(session, display_id).analytic_text = words


def copy_display(study: Study, display_id: int) -> int:
    """Save a copy of a display under another title, just after it, and return its id.

    Raises UserError where it is gone.
    """
    found = {row.id: row for row in displays(study)}
    if display_id not in found:
        raise UserError("display.gone")
    original = found[display_id]
    title = say("display.copy_of", study.language, title=original.title)
    with study.change("display.history.added", title=title) as session:
        copy = add_bare_display(study, title, original.kind, analytic_text=original.analytic_text)
        copy_contents(session, original.id, copy)
        order = list(found)
        order.insert(order.index(display_id) + 1, copy)
        order_displays(study, order)
    return copy


def delete_displays(study: Study, ids: Sequence[int]) -> None:
    """Delete displays; undo brings them back. Raises UserError where one is gone."""
    titles = ", ".join(_title_of(study, key) for key in ids)
    with study.change("display.history.deleted", title=titles) as session:
        drop_contents(session, ids)
        session.execute(delete(Display).where(Display.id.in_(ids)))


def order_displays(study: Study, ids: Sequence[int]) -> None:
    """Put displays in the order of `ids`; those not named come after them, as they stood."""
    with study.change("display.history.ordered") as session:
        query = select(Display).order_by(Display.position, Display.id)
        known = {display.id: display for display in session.scalars(query)}
        wanted = [key for key in dict.fromkeys(ids) if key in known]
        rest = [key for key in known if key not in wanted]
        for position, key in enumerate([*wanted, *rest]):
            if known[key].position != position:
                known[key].position = position


def rule(recipe: MatrixRecipe | None, language: str) -> str:
    """Say by which rule the cells were filled; without a recipe, those of the coverage."""
    if recipe is None:
        return say("display.rule.coverage", language)
    parts = [_what_counts(recipe, language)]
    if recipe.quotes:
        parts.append(say("display.rule.quotations", language, count=recipe.quotations))
    if recipe.directions:
        named = ", ".join(say(f"display.direction.{d}", language) for d in recipe.directions)
        parts.append(say("display.rule.directions", language, directions=named))
    if recipe.counted != "excerpts" or recipe.of_codes:
        parts.append(say("display.rule.totals", language))
    if recipe.hidden_rows or recipe.hidden_columns:
        parts.append(say("display.rule.hidden", language))
    return " ".join(parts)


def _what_counts(recipe: MatrixRecipe, language: str) -> str:
    if not recipe.of_codes:
        limited = recipe.codes is not None or recipe.under is not None
        reach = "limited" if limited else "any"
    else:
        reach = "branch" if recipe.branches else "own"
    return say(f"display.rule.{recipe.counted}.{reach}", language)


def _display(session: Session, display_id: int) -> Display:
    display = session.get(Display, display_id)
    if display is None:
        raise UserError("display.gone")
    return display


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
