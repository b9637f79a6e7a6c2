"""The table of a matrix: cells to click, quotations to read, a menu, the clipboard."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.display.matrix import Matrix
from ui.display.heading_menu import add_column_actions, add_row_actions
from ui.display.matrix_model import MatrixModel
from ui.widgets.tables import copy_as_tsv, dress_table

QUOTE_ROW, QUOTE_COLUMN, COUNT_COLUMN, NAME_COLUMN = 132, 250, 112, 240


class HeatDelegate(QStyledItemDelegate):
    """Paints the tint of a cell under its number; the style sheet would leave it out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


class MatrixTable(QTableView):
    """Shows a matrix; a click chooses a cell, a double click opens its first excerpt."""

    cell_chosen = Signal(object)
    """(row, column) headings; None in it is a total."""
    cell_opened = Signal(object)
    recipe_wanted = Signal(object)
    """The recipe with another order, or with rows or columns hidden or shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix_model = MatrixModel(self)
        self.setModel(self.matrix_model)
        dress_table(self, "grid")
        self.setItemDelegate(HeatDelegate(self))
        self.setAccessibleName(self.tr("Matrix"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        heads = self.horizontalHeader()
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._heading_menu)
        self.selectionModel().currentChanged.connect(self._chosen)
        self.doubleClicked.connect(self._opened)

    def set_matrix(self, matrix: Matrix | None, *, tinted: bool) -> None:
        """Show a matrix; the current cell stays where it was if it is still there."""
        before = self.currentIndex()
        row, column = before.row(), before.column()
        self.matrix_model.set_matrix(matrix, tinted=tinted)
        self._size()
        if row >= 0:
            self.setCurrentIndex(self.matrix_model.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_as_tsv(self)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _size(self) -> None:
        quotes = self.matrix_model.quotes
        header = self.horizontalHeader()
        header.setDefaultSectionSize(QUOTE_COLUMN if quotes else COUNT_COLUMN)
        columns = self.matrix_model.columnCount()
        for column in range(columns):
            wide = QUOTE_COLUMN if quotes and column < columns - 1 else COUNT_COLUMN
            self.setColumnWidth(column, NAME_COLUMN if column == 0 else wide)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        fits = NAME_COLUMN + (columns - 1) * COUNT_COLUMN <= self.viewport().width()
        if not quotes and columns and fits:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(QUOTE_ROW if quotes else 30)
        self.setWordWrap(quotes)

    def _chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.cell_chosen.emit(self.matrix_model.place(current))

    def _opened(self, index: QModelIndex) -> None:
        place = self.matrix_model.place(index)
        if place is not None:
            self.cell_opened.emit(place)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        index = self.indexAt(at)
        place = self.matrix_model.place(index)
        opened = menu.addAction(self.tr("Open the excerpts"))
        opened.setEnabled(place is not None and self.matrix_model.count(index) > 0)
        opened.triggered.connect(lambda: self._opened(index))
        menu.addAction(self.tr("Copy the selected cells")).triggered.connect(
            lambda: copy_as_tsv(self)
        )
        matrix = self.matrix_model.matrix
        if matrix is not None and index.isValid() and index.column() == 0:
            menu.addSeparator()
            row = matrix.rows[index.row()] if index.row() < len(matrix.rows) else None
            add_row_actions(menu, matrix.recipe, row, self.recipe_wanted.emit)
        _pop_up(menu, self.viewport().mapToGlobal(at))

    def _heading_menu(self, at: QPoint) -> None:
        matrix, section = self.matrix_model.matrix, self.horizontalHeader().logicalIndexAt(at)
        if matrix is None or section < 0:
            return
        menu = QMenu(self)
        if section == 0:
            add_row_actions(menu, matrix.recipe, None, self.recipe_wanted.emit)
        else:
            column = matrix.columns[section - 1] if section <= len(matrix.columns) else None
            add_column_actions(menu, matrix.recipe, column, self.recipe_wanted.emit)
        _pop_up(menu, self.horizontalHeader().mapToGlobal(at))


def _pop_up(menu: QMenu, at: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
