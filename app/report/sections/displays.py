"""The displays that were chosen, each with the analytic text and the rule under it."""

from app.display.charts import draw
from app.display.coverage_matrix import coverage_table
from app.display.displays import COVERAGE, GRID, MATRIX, SCORES, DisplayRow, displays, rule
from app.display.exporting import as_table
from app.display.grid.as_table import grid_words
from app.display.grid.grids import grid
from app.display.matrix import build_matrix
from app.display.network.drawing import POINTS, draw_network, extent
from app.display.network.networks import network
from app.display.scores.as_table import remarks, said, score_words
from app.display.scores.tables import score_table
from app.language.words import say
from app.report.document import PORTRAIT_WIDTH, ReportDocument
from app.report.own_words import write_own
from app.report.recipe import ReportRecipe
from app.study import Study

WIDE_FROM = 8
"""A matrix with so many columns goes on a landscape page."""
CENTIMETRES = 2.54
MOST_SHRUNK = 1.4
"""A drawing that an upright page would shrink by more goes on a landscape page."""


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write each display as a table, or as a picture where it is shown as a chart or drawn."""
    chosen = [
        row for row in displays(study) if recipe.displays is None or row.id in recipe.displays
    ]
    if not chosen:
        return
    document.heading(document.say("displays.title"), 1, new_page=True)
    for row in chosen:
        write_display(study, document, row)
        write_own(study, document, row.analytic_text)


def write_display(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    """Write one display without the text under it."""
    language = document.language
    if row.kind == COVERAGE:
        _table(document, row, coverage_table(study, language), rule(None, language), numbers=True)
    elif row.kind == MATRIX:
        _matrix(study, document, row)
    elif row.kind == GRID:
        shown = grid_words(grid(study, row.id), language)
        if len(shown) > 1 and len(shown[0]) > 1:
            _table(document, row, shown, say("display.grid.rule", language), numbers=False)
    elif row.kind == SCORES:
        _scores(study, document, row)
    else:
        _network(study, document, row)


def _matrix(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    assert row.recipe is not None
    matrix = build_matrix(study, row.recipe, document.language)
    source = rule(row.recipe, document.language)
    if row.recipe.chart != "table" and not row.recipe.quotes:
        picture = draw(matrix, row.recipe.chart, "png", language=document.language)
        drawing = draw(matrix, row.recipe.chart, "svg", language=document.language)
        _figure(document, row, picture, drawing, PORTRAIT_WIDTH, source)
        return
    table = as_table(matrix, document.language)
    _table(document, row, table, source, numbers=not row.recipe.quotes)


def _scores(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    if row.table_id is None:
        return
    language = document.language
    scores = score_table(study, row.table_id)
    heads, *body = score_words(scores, language)
    shares = [1.2, 8.0, *([2.2] * (len(heads) - 2))]
    document.heading(row.title, 2, key=f"display-{row.id}")
    source = scores.source_line or say("display.rule.scores", language)
    document.table(
        row.title, heads, body, shares, numbers=(2,), source=source, name=f"display-{row.id}"
    )
    words = " ".join(filter(None, (said(scores, language), *remarks(scores, language))))
    if words:
        document.text(words)


def _network(study: Study, document: ReportDocument, row: DisplayRow) -> None:
    found = network(study, row.id)
    if not found.nodes:
        return
    left, _, right, _ = extent(found)
    width = (right - left) / POINTS * CENTIMETRES
    wide = width > PORTRAIT_WIDTH * MOST_SHRUNK
    source = say("display.rule.network", document.language)
    png, svg = draw_network(found, "png"), draw_network(found, "svg")
    _figure(document, row, png, svg, width, source, wide=wide)


def _figure(
    document: ReportDocument,
    row: DisplayRow,
    png: bytes,
    svg: bytes,
    width: float,
    source: str,
    *,
    wide: bool = False,
) -> None:
    name = f"display-{row.id}"
    document.heading(row.title, 2, key=name, wide=wide)
    alternative = document.say("displays.alternative", title=row.title)
    document.figure(
        row.title, png, alternative, width, svg=svg, source=source, name=name, wide=wide
    )


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
