"""The menu on the headings of a matrix: in what order they stand, and which are hidden."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.display.headings import Heading
from app.display.recipe import MatrixRecipe

Changed = Callable[[MatrixRecipe], None]


def add_row_actions(
    menu: QMenu, recipe: MatrixRecipe, row: Heading | None, changed: Changed
) -> None:
    """Offer the order of the rows, and to hide `row` or to show all again."""
    _add_orders(menu, recipe.row_order, lambda key: changed(replace(recipe, row_order=key)))
    if row is not None:
        hidden = (*recipe.hidden_rows, row.key)
        _add_hiding(menu, row, lambda: changed(replace(recipe, hidden_rows=hidden)))
    _add_showing(menu, recipe.hidden_rows, lambda: changed(replace(recipe, hidden_rows=())))


def add_column_actions(
    menu: QMenu, recipe: MatrixRecipe, column: Heading | None, changed: Changed
) -> None:
    """Offer the order of the columns, and to hide `column` or to show all again."""
    _add_orders(menu, recipe.column_order, lambda key: changed(replace(recipe, column_order=key)))
    if column is not None:
        hidden = (*recipe.hidden_columns, column.key)
        _add_hiding(menu, column, lambda: changed(replace(recipe, hidden_columns=hidden)))
    _add_showing(menu, recipe.hidden_columns, lambda: changed(replace(recipe, hidden_columns=())))


def _add_orders(menu: QMenu, current: str, choose: Callable[[str], None]) -> None:
    group = QActionGroup(menu)
    words = {
        "own": QCoreApplication.translate("HeadingMenu", "In the order of the study"),
        "name": QCoreApplication.translate("HeadingMenu", "By name"),
        "total": QCoreApplication.translate("HeadingMenu", "Largest total first"),
    }
    for key, name in words.items():
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(key == current)
        group.addAction(action)
        action.triggered.connect(lambda _checked=False, k=key: choose(k))
    menu.addSeparator()


def _add_hiding(menu: QMenu, heading: Heading, hide: Callable[[], None]) -> None:
    words = QCoreApplication.translate("HeadingMenu", "Hide “{name}”")
    menu.addAction(words.format(name=heading.name)).triggered.connect(lambda: hide())


def _add_showing(menu: QMenu, hidden: tuple[object, ...], show: Callable[[], None]) -> None:
    if hidden:
        words = QCoreApplication.translate(
            "HeadingMenu", "Show the hidden ones (%n)", "", len(hidden)
        )
        menu.addAction(words).triggered.connect(lambda: show())
