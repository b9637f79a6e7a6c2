"""A grid as words: for the screen's copy, the report and spreadsheets."""

from app.display.grid.grids import Cell, Grid
from app.language.words import say


def grid_words(grid: Grid, language: str) -> list[list[str]]:
    """Return the table, heads first; where rows are grouped, the group stands in a first column."""
    grouped = any(row.group for row in grid.rows)
    heads = [say("display.grid.group", language)] * grouped
    heads += [grid.corner, *(column.name for column in grid.columns)]
    table = [heads]
    above = None
    for row in grid.rows:
        group = [row.group if row.group != above else ""] * grouped
        above = row.group
        cells = [cell_words(grid.cell(row, column), language) for column in grid.columns]
        table.append([*group, row.name, *cells])
    return table


def cell_words(cell: Cell, language: str) -> str:
    """Return what a cell says: its rating, then its words."""
    rating = say(f"display.grid.rating.{cell.rating}", language) if cell.rating else ""
    return "\n".join(filter(None, (rating, cell.words)))
