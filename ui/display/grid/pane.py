"""A table that the researcher fills: cells in words, with the excerpts behind at the right."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.display.exporting import quotation, write_words
from app.display.grid.as_table import grid_words
from app.display.grid.grids import Grid, Head, grid, new_head, set_shape, write_cell
from app.display.grid.grounds import grounds
from app.reduce.excerpts import ExcerptFilter, excerpts
from ui.display.grid.cell_editor import CellDelegate
from ui.display.grid.heads_offered import HeadOffers
from ui.display.grid.model import GridModel
from ui.display.pane import DisplayPane, Write
from ui.language import in_words, ui_language
from ui.session import Session
from ui.theme import serif_font
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.empty import EmptyState
from ui.widgets.tables import dress_table

RATINGS = ("", "strong", "adequate", "weak", "absent")
LEFT_HEAD = 190
ROWS, COLUMNS = "rows", "columns"


class GridPane(DisplayPane):
    """Fills a grid: words in cells, ratings, headings of many kinds, quotations put in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.grid: Grid | None = None
        self._display = 0
        self.offers = HeadOffers(session, self)
        self.offers.taken.connect(self._add_heads)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._table())
        self.empty = EmptyState(
            "matrix",
            self.tr("No rows and columns yet"),
            self.tr("Rows and columns are codes, roles, sites, informants, or your own words."),
            "",
        )
        self.pages.addWidget(self.empty)
        column.addWidget(self.pages, 1)

    def _bar(self) -> QWidget:
        bar = QFrame(self)
        bar.setProperty("rule", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 6, 14, 6)
        self.add_rows = QPushButton(self.tr("Add rows") + " ▾", bar)
        self.add_columns = QPushButton(self.tr("Add columns") + " ▾", bar)
        self.add_rows.setMenu(self.offers.menu(ROWS, self.add_rows))
        self.add_columns.setMenu(self.offers.menu(COLUMNS, self.add_columns))
        self.rated = QCheckBox(self.tr("Cells are rated"), bar)
        self.rated.toggled.connect(self._set_rated)
        names = {rating: in_words(f"display.grid.rating.{rating}") for rating in RATINGS if rating}
        names[""] = self.tr("none")
        self.rating = ChoiceButton(
            self.tr("Rating"), [(rating, names[rating]) for rating in RATINGS], "", bar
        )
        self.rating.chosen.connect(self._rate)
        for widget in (self.add_rows, self.add_columns):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.rating)
        row.addWidget(self.rated)
        for widget in (self.add_rows, self.add_columns, self.rated):
            widget.setEnabled(not self.session.read_only)
        return bar

    def _table(self) -> QWidget:
        self.model = GridModel(self)
        self.model.read_only = self.session.read_only
        self.model.written.connect(self._write)
        self.table = QTableView(self)
        self.table.setAccessibleName(self.tr("Table"))
        self.table.setModel(self.model)
        self.table.setItemDelegate(CellDelegate(self.table))
        dress_table(self.table, "grid")
        self.table.setFont(serif_font(11))
        self.table.setWordWrap(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        side, top = self.table.verticalHeader(), self.table.horizontalHeader()
        side.setVisible(True)
        side.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        side.setMinimumSectionSize(36)
        side.setFixedWidth(LEFT_HEAD)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setDefaultSectionSize(210)
        top.setStretchLastSection(True)
        for header, which in ((side, ROWS), (top, COLUMNS)):
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            header.customContextMenuRequested.connect(partial(self._head_menu, which))
            header.sectionDoubleClicked.connect(partial(self._rename_at, which))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_behind())
        clear = QShortcut(QKeySequence("Delete"), self.table)
        clear.setContext(Qt.ShortcutContext.WidgetShortcut)
        clear.activated.connect(self._clear)
        return self.table

    # --- what the room asks ---------------------------------------------------------------------

    def load(self, display_id: int, title: str) -> None:
        study, self._display = self.session.study, display_id
        self.session.tasks.read(
            "grid", lambda: grid(study, display_id), partial(self._show, display_id)
        )

    def words(self) -> Sequence[Sequence[str]]:
        return grid_words(self.grid, ui_language()) if self.grid else [[]]

    def rule(self) -> str:
        return in_words("display.grid.rule")

    def summary(self) -> str:
        rows = len(self.grid.rows) if self.grid else 0
        filled = len(self.grid.cells) if self.grid else 0
        said = (self.tr("%n row(s)", "", rows), self.tr("%n filled cell(s)", "", filled))
        return " · ".join(said)

    def writer(self) -> Write:
        shown, rule = self.grid, self.rule()
        assert shown is not None
        return lambda path, title, language: write_words(
            grid_words(shown, language), path, language, title, [rule]
        )

    def excerpt_actions(self, ids: Sequence[int]) -> list[tuple[str, Callable[[], None]]]:
        if self.session.read_only or not self.table.currentIndex().isValid():
            return []
        return [(self.tr("Put into the cell"), partial(self._quote, list(ids)))]

    # --- showing --------------------------------------------------------------------------------

    def _show(self, display_id: int, found: Grid) -> None:
        if display_id != self._display:
            return
        self.grid = found
        self.model.show_grid(found)
        self.table.resizeRowsToContents()
        self.rated.blockSignals(True)
        self.rated.setChecked(found.rated)
        self.rated.blockSignals(False)
        ready = bool(found.rows and found.columns)
        self.pages.setCurrentWidget(self.table if ready else self.empty)
        self._show_behind()
        self.shown.emit()

    def _current(self) -> tuple[Head, Head] | None:
        index = self.table.currentIndex()
        if self.grid is None or not index.isValid():
            return None
        return self.model.heads(index)

    def _show_behind(self) -> None:
        here = self._current()
        can_rate = self.grid is not None and self.grid.rated
        self.rating.setVisible(can_rate)
        self.rating.setEnabled(can_rate and here is not None and not self.session.read_only)
        if here is None or self.grid is None:
            self.listed.emit("", None)
            return
        row, column = here
        self.rating.set_current(self.grid.cell(row, column).rating)
        study, name = self.session.study, f"{row.name} × {column.name}"

        def show(only: ExcerptFilter | None) -> None:
            if self._current() == here:
                self.listed.emit(name, only)

        self.session.tasks.read("grid-behind", lambda: grounds(study, row, column), show)

    # --- cells ----------------------------------------------------------------------------------

    def _write(self, row: Head, column: Head, words: str) -> None:
        self._set_cell(row, column, words=words)

    def _set_cell(self, row: Head, column: Head, **values: str) -> None:
        study, key = self.session.study, self._display
        self.session.change(lambda: write_cell(study, key, row.key, column.key, **values))

    def _rate(self, rating: object) -> None:
        here = self._current()
        if here is not None:
            self._set_cell(*here, rating=str(rating))

    def _clear(self) -> None:
        here = self._current()
        if here is not None and not self.session.read_only:
            self._set_cell(*here, words="", rating="")

    def _quote(self, ids: list[int]) -> None:
        """Put excerpts into the cell, in quotation marks with their citations."""
        here, study = self._current(), self.session.study
        if here is None or self.grid is None:
            return
        before = self.grid.cell(*here).words

        def read() -> str:
            rows = excerpts(study, ExcerptFilter(excerpts=frozenset(ids)))
            lines = dict.fromkeys(quotation(row) for row in rows)
            return "\n".join(filter(None, (before, *lines)))

        self.session.tasks.read(
            "grid-quote", read, lambda words: self._set_cell(*here, words=words)
        )

    # --- headings -------------------------------------------------------------------------------

    def _add_heads(self, which: str, heads: Sequence[Head]) -> None:
        if self.grid is not None:
            now = self.grid
            if which == ROWS:
                self._shape(rows=(*now.rows, *heads))
            else:
                self._shape(columns=(*now.columns, *heads))

    def _shape(self, **values: Any) -> None:
        if self.grid is None or self.session.read_only:
            return
        now, study = replace(self.grid, **values), self.session.study

        def change() -> None:
            set_shape(
                study, now.display_id, now.rows, now.columns, corner=now.corner, rated=now.rated
            )

        self.session.change(change)

    def _set_rated(self, rated: bool) -> None:
        self._shape(rated=rated)

    def _head_menu(self, which: str, at: QPoint) -> None:
        header = self.table.verticalHeader() if which == ROWS else self.table.horizontalHeader()
        place = header.logicalIndexAt(at)
        if place < 0 or self.session.read_only:
            return
        menu = QMenu(self)
        entries: list[tuple[str, Callable[[], None]]] = [
            (self.tr("Rename…"), partial(self._rename_at, which, place)),
            (self.tr("Move before"), partial(self._move, which, place, -1)),
            (self.tr("Move after"), partial(self._move, which, place, 1)),
            (self.tr("Remove"), partial(self._remove, which, place)),
        ]
        if which == ROWS:
            entries.insert(1, (self.tr("Group…"), partial(self._group_at, place)))
        for words, act in entries:
            action: QAction = menu.addAction(words)
            action.triggered.connect(lambda _=False, a=act: a())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(header.mapToGlobal(at))

    def _heads(self, which: str) -> list[Head]:
        assert self.grid is not None
        return list(self.grid.rows if which == ROWS else self.grid.columns)

    def _rename_at(self, which: str, place: int) -> None:
        head = self._heads(which)[place]

        def take(words: str) -> None:
            if words.strip() and words != head.name:
                own = new_head(words, group=head.group)
                self._change_head(which, place, replace(own, key=head.key))

        self._ask(self.tr("Rename"), self.tr("Words of the heading"), head.name, take)

    def _group_at(self, place: int) -> None:
        head = self._heads(ROWS)[place]
        self._ask(
            self.tr("Group"),
            self.tr("Group of this row, such as the category of a programme"),
            head.group,
            lambda words: self._change_head(ROWS, place, replace(head, group=words)),
        )

    def _ask(self, title: str, asks: str, now: str, take: Callable[[str], None]) -> None:
        if self.session.read_only:
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle(title)
        dialog.setLabelText(asks)
        dialog.setTextValue(now)
        dialog.textValueSelected.connect(take)
        dialog.open()

    def _change_head(self, which: str, place: int, head: Head) -> None:
        heads = self._heads(which)
        heads[place] = head
        self._shape(**{which: tuple(heads)})

    def _move(self, which: str, place: int, by: int) -> None:
        heads = self._heads(which)
        if 0 <= place + by < len(heads):
            heads[place], heads[place + by] = heads[place + by], heads[place]
            self._shape(**{which: tuple(heads)})

    def _remove(self, which: str, place: int) -> None:
        heads = self._heads(which)
        del heads[place]
        self._shape(**{which: tuple(heads)})
