"""The bar above a matrix: rows, columns, cells, filter, how it is shown, saving and copying."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.display.displays import COVERAGE, MATRIX
from app.display.recipe import MatrixRecipe
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.pills import PillRow


class RecipeBar(QFrame):
    """Edits a recipe; says it when it has changed."""

    changed = Signal(object)
    save_wanted = Signal()
    copy_wanted = Signal()
    export_wanted = Signal(str)
    """The ending of the file: png, svg, xlsx, csv."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "bottom")
        self.recipe = MatrixRecipe()
        names = {
            "code": self.tr("codes"),
            "method": self.tr("method"),
            "role": self.tr("role"),
            "category": self.tr("source category"),
            "site": self.tr("site"),
            "informant": self.tr("informant"),
            "source": self.tr("source"),
        }
        options = list(names.items())
        self.rows = ChoiceButton(self.tr("Rows"), options, "code", self)
        self.columns = ChoiceButton(self.tr("Columns"), options, "method", self)
        self.cells = ChoiceButton(
            self.tr("Cells"),
            [
                ("excerpts", self.tr("excerpts")),
                ("informants", self.tr("informants")),
                ("sources", self.tr("sources")),
                ("quotations", self.tr("quotations")),
                ("both", self.tr("number and quotations")),
            ],
            "excerpts",
            self,
        )
        self.filter = QPushButton(self.tr("Filter") + " ▾", self)
        self.filter.setMenu(self._filter_menu())
        self.shown = PillRow(
            [
                ("table", self.tr("Table")),
                ("bars", self.tr("Bars")),
                ("stacked", self.tr("Stacked")),
                ("heat", self.tr("Heat map")),
            ],
            self,
        )
        self.save = QPushButton(self.tr("Save display"), self)
        self.save.setProperty("accent", True)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.export = QPushButton(self.tr("Save as…"), self)
        self.export.setMenu(self._export_menu())
        self._lay_out()
        self.rows.chosen.connect(lambda value: self._set_dimension("rows", value))
        self.columns.chosen.connect(lambda value: self._set_dimension("columns", value))
        self.cells.chosen.connect(lambda value: self._change(count=value))
        self.shown.chosen.connect(lambda value: self._change(chart=value))
        self.save.clicked.connect(self.save_wanted)
        self.copy.clicked.connect(self.copy_wanted)

    def set_recipe(self, recipe: MatrixRecipe) -> None:
        """Show a recipe, without a signal."""
        self.recipe = recipe
        self.rows.set_current(recipe.rows)
        self.columns.set_current(recipe.columns)
        self.cells.set_current(recipe.count)
        self.shown.set_current(recipe.chart)
        self.own.setChecked(not recipe.branches)
        self.top_only.setChecked(recipe.top_only)
        self.hide_empty.setChecked(recipe.hide_empty)
        self.show_hidden.setEnabled(bool(recipe.hidden_rows or recipe.hidden_columns))
        for direction, action in self.directions.items():
            action.setChecked(not recipe.directions or direction in recipe.directions)

    def set_kind(self, kind: str, endings: Sequence[str] = ()) -> None:
        """Hide what only a matrix has, where another kind of display is shown.

        `endings` are those of the files that it can be written to.
        """
        for widget in (self.rows, self.columns, self.cells, self.filter, self.shown):
            widget.setVisible(kind == MATRIX)
        known = {MATRIX: tuple(self.endings), COVERAGE: ("xlsx", "csv")}.get(kind, endings)
        for ending, action in self.endings.items():
            action.setVisible(ending in known)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        for widget in (self.rows, self.columns, self.cells, self.filter):
            first.addWidget(widget)
        first.addStretch()
        first.addWidget(self.save)
        second.addWidget(self.shown)
        second.addStretch()
        second.addWidget(self.copy)
        second.addWidget(self.export)
        column.addLayout(first)
        column.addLayout(second)

    def _filter_menu(self) -> QMenu:
        menu = QMenu(self)
        words = {
            "affirms": self.tr("Excerpts that affirm"),
            "denies": self.tr("Excerpts that deny"),
            "mixed": self.tr("Excerpts that are mixed"),
        }
        self.directions = {d: _checkable(menu, w, on=True) for d, w in words.items()}
        menu.addSeparator()
        self.own = _checkable(menu, self.tr("A code counts only itself"))
        self.top_only = _checkable(menu, self.tr("Only the codes at the top of the tree"))
        self.hide_empty = _checkable(menu, self.tr("Hide empty rows and columns"))
        self.show_hidden = menu.addAction(self.tr("Show all hidden rows and columns"))
        self.show_hidden.triggered.connect(lambda: self._change(hidden_rows=(), hidden_columns=()))
        for action in (*self.directions.values(), self.own, self.top_only, self.hide_empty):
            action.toggled.connect(self._filter_changed)
        return menu

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        self.endings: dict[str, QAction] = {}
        for ending, words in (
            ("png", self.tr("Picture (PNG, 300 dpi)")),
            ("svg", self.tr("Picture (SVG)")),
            ("xlsx", self.tr("Spreadsheet (xlsx)")),
            ("csv", self.tr("Table (csv)")),
        ):
            action = self.endings[ending] = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, e=ending: self.export_wanted.emit(e))
        return menu

    def _filter_changed(self) -> None:
        chosen = tuple(d for d, action in self.directions.items() if action.isChecked())
        directions = () if len(chosen) in (0, len(self.directions)) else chosen
        self._change(
            directions=directions,
            branches=not self.own.isChecked(),
            top_only=self.top_only.isChecked(),
            hide_empty=self.hide_empty.isChecked(),
        )

    def _set_dimension(self, which: str, value: str) -> None:
        other = "columns" if which == "rows" else "rows"
        values: dict[str, object] = {which: value, "hidden_rows": (), "hidden_columns": ()}
        if getattr(self.recipe, other) == value:
            values[other] = getattr(self.recipe, which)
        self._change(**values)

    def _change(self, **values: object) -> None:
        recipe = replace(self.recipe, **values)
        if recipe != self.recipe:
            self.set_recipe(recipe)
            self.changed.emit(recipe)


def _checkable(menu: QMenu, words: str, *, on: bool = False) -> QAction:
    action = QAction(words, menu, checkable=True)
    action.setChecked(on)
    menu.addAction(action)
    return action
