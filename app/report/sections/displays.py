"""The displays that were chosen, each with the analytic text and the rule under it."""

from app.display.charts import draw
from app.display.coverage_matrix import coverage_table
from app.display.displays import (
    COVERAGE,
    FLOW,
    GRID,
    MATRIX,
    NETWORK,
    SCORES,
    DisplayRow,
    displays,
    rule,
)
from app.display.exporting import as_table
from app.display.grid.as_table import grid_words
from app.display.grid.grids import grid
from app.display.matrix import build_matrix
from app.display.network.drawing import draw_network, extent
from app.display.network.networks import network
from app.display.scores.as_table import remarks, said, score_words
from app.display.scores.tables import score_table
from app.report.document import PORTRAIT_WIDTH, ReportDocument
from app.report.own_words import write_own
from app.report.recipe import ReportRecipe
from app.study import Study

WIDE_FROM = 8
"""A matrix with so many columns goes on a landscape page."""
POINTS_A_CM = 72 / 2.54


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write each display as a table, or as a picture where it is shown as one."""
    chosen = [
        row for row in displays(study) if recipe.displays is None or row.id in recipe.displays
    ]
    if not chosen:
        return
    document.heading(
        document.say("displays.title"), 1, new_page=True, wide=chosen[0].kind == COVERAGE
    )
    for row in chosen:
        WRITERS[row.kind](study, document, row)
        write_own(study, document, row.analytic_text)


def _coverage(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    table = coverage_table(study, document.language)
    _table(document, row, table, rule(None, document.language), numbers=True)


def _matrix(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    assert row.recipe is not None
    matrix = build_matrix(study, row.recipe, document.language)
    source = rule(row.recipe, document.language)
    if row.recipe.chart == "table" or row.recipe.quotes:
        table = as_table(matrix, document.language)
        _table(document, row, table, source, numbers=not row.recipe.quotes)
        return
    document.heading(row.title, 2, key=f"display-{row.id}")
    document.figure(
        row.title,
        draw(matrix, row.recipe.chart, "png", language=document.language),
        document.say("displays.alternative", title=row.title),
        PORTRAIT_WIDTH,
        svg=draw(matrix, row.recipe.chart, "svg", language=document.language),
        source=source,
        name=f"display-{row.id}",
    )


def _scores(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    """Write a table of numbers with its sum and mean, what describes it, what asks for a look."""
    if row.table_id is None:
        return
    scores = score_table(study, row.table_id)
    heads, *body = score_words(scores, document.language)
    if not body:
        return
    document.heading(row.title, 2, key=f"display-{row.id}")
    document.table(
        row.title,
        heads,
        body,
        [1.2, 8, 2, *(2.6 for _ in heads[3:])],
        numbers=[2],
        source=scores.source_line or document.say("own_data"),
        name=f"display-{row.id}",
    )
    document.text(said(scores, document.language))
    for remark in remarks(scores, document.language):
        document.list_item(remark)


def _grid(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    table = grid_words(grid(study, row.id), document.language)
    if len(table) > 1 and len(table[0]) > 1:
        _table(document, row, table, document.say("own_data"), numbers=False)


def _network(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    found = network(study, row.id)
    if not found.nodes:
        return
    left, _, right, _ = extent(found)
    ties = [
        f"{_label(found.node(tie.from_id))} → {_label(found.node(tie.to_id))}" for tie in found.ties
    ]
    alternative = document.say_chapter(
        "network_alternative", title=row.title, count=len(found.nodes), ties="; ".join(ties)
    )
    document.heading(row.title, 2, key=f"display-{row.id}")
    document.figure(
        row.title,
        draw_network(found, "png"),
        alternative,
        min(PORTRAIT_WIDTH, (right - left) / POINTS_A_CM),
        svg=draw_network(found, "svg"),
        source=document.say("own_data"),
        name=f"display-{row.id}",
    )


def _label(node: object) -> str:
    return " ".join(str(getattr(node, "label", "")).split())


def _table(
    document: ReportDocument,
    row: DisplayRow,
    table: list[list[str]],
    source: str,
    *,
    numbers: bool,
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
        source=source,
        wide=wide,
        name=f"display-{row.id}",
    )


WRITERS = {
    COVERAGE: _coverage,
    MATRIX: _matrix,
    SCORES: _scores,
    GRID: _grid,
    NETWORK: _network,
    FLOW: _network,
}
