"""The displays that were chosen, each with the analytic text and the rule under it."""

from app.display.charts import draw
from app.display.coverage_matrix import coverage_table
from app.display.displays import DisplayRow, displays, rule
from app.display.exporting import as_table
from app.display.matrix import build_matrix
from app.report.document import PORTRAIT_WIDTH, ReportDocument
from app.report.own_words import write_own
from app.report.recipe import ReportRecipe
from app.study import Study

WIDE_FROM = 8
"""A matrix with so many columns goes on a landscape page."""


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write each display as a table, or as a picture where it is shown as a chart."""
    chosen = [
        row for row in displays(study) if recipe.displays is None or row.id in recipe.displays
    ]
    if not chosen:
        return
    first = chosen[0].recipe is None
    document.heading(document.say("displays.title"), 1, new_page=True, wide=first)
    for row in chosen:
        if row.recipe is None:
            table = coverage_table(study, document.language)
            _table(document, row, table, numbers=True)
        else:
            _matrix(study, document, row)
        write_own(study, document, row.analytic_text)


def _matrix(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    assert row.recipe is not None
    matrix = build_matrix(study, row.recipe, document.language)
    if row.recipe.chart != "table" and not row.recipe.quotes:
        document.heading(row.title, 2, key=f"display-{row.id}")
        picture = draw(matrix, row.recipe.chart, "png", language=document.language)
        drawing = draw(matrix, row.recipe.chart, "svg", language=document.language)
        alternative = document.say("displays.alternative", title=row.title)
        source = rule(row.recipe, document.language)
        name = f"display-{row.id}"
        document.figure(
            row.title, picture, alternative, PORTRAIT_WIDTH, svg=drawing, source=source, name=name
        )
        return
    table = as_table(matrix, document.language)
    _table(document, row, table, numbers=not row.recipe.quotes)


def _table(
    document: ReportDocument, row: DisplayRow, table: list[list[str]], *, numbers: bool
) -> None:
    heads, *body = table
    columns = len(heads) - 1
    wide = len(heads) >= WIDE_FROM or (not numbers and columns > 3)
    document.heading(row.title, 2, wide=wide, key=f"display-{row.id}")
    document.table(
        row.title,
        heads,
        body,
        [5 if numbers else 3.4, *([2.0 if numbers else 4.0] * columns)],
        numbers=range(1, columns + 1) if numbers else (),
        source=rule(row.recipe, document.language),
        wide=wide,
        name=f"display-{row.id}",
    )
