"""The grid of the coverage as it is seen, clicked and typed into."""

from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.design.coverage import Cell
from ui.design.coverage_model import SIGNS, STATE, STATES, CoverageModel, state_words
from ui.widgets.glyphs import paint_verdict, verdict_width
from ui.widgets.ground import paint_ground
from ui.widgets.tables import copy_as_tsv, dress_table

COLUMN_WIDTHS = 110, 220
NAME_WIDTH = 240
STEP_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
CLEAR_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0)
STATE_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1}


class CoverageView(QTableView):
    """A click or Space steps a cell on; 1, 2 and 0 set what is chosen; a right click offers all.

    It changes nothing itself: it says which cells are to be what.
    """

    wanted = Signal(list, str)
    """Cells (informant, instrument or question), and the state that they are to have."""

    def __init__(self, model: CoverageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.read_only = False
        self.setModel(model)
        self.setItemDelegate(_StateDelegate(self))
        dress_table(self, "grid")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Coverage"))
        self._dress_headers()
        self.clicked.connect(self._on_click)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._cell_menu)
        model.modelReset.connect(self._fit)

    def _dress_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setMinimumSectionSize(COLUMN_WIDTHS[0])
        down.show()
        down.setFixedWidth(NAME_WIDTH)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for header, menu in ((across, self._column_menu), (down, self._row_menu)):
            header.setSectionsClickable(True)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            header.customContextMenuRequested.connect(menu)

    def _fit(self) -> None:
        """Give each column the width of its title, within bounds."""
        least, most = COLUMN_WIDTHS
        for column in range(self.grid.columnCount()):
            wanted = self.horizontalHeader().sectionSizeHint(column) + 20
            self.setColumnWidth(column, min(max(wanted, least), most))

    def step(self) -> None:
        """Step the chosen cells to what follows the state of the current one."""
        index = self.currentIndex()
        if index.isValid():
            order = ("", *STATES[self.grid.grid.kind], "")
            self.set_chosen(order[order.index(self.grid.state(index)) + 1])

    def set_chosen(self, state: str) -> None:
        """Have the chosen cells set to a state."""
        self._want([self.grid.cell(index) for index in self.selectedIndexes()], state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_as_tsv(self)
        elif plain and key in STEP_KEYS:
            self.step()
        elif plain and key in CLEAR_KEYS:
            self.set_chosen("")
        elif plain and key in STATE_KEYS:
            self.set_chosen(STATES[self.grid.grid.kind][STATE_KEYS[Qt.Key(key)]])
        else:
            super().keyPressEvent(event)

    def _want(self, cells: list[Cell], state: str) -> None:
        if cells and not self.read_only:
            self.wanted.emit(cells, state)

    def _on_click(self, _index: Any) -> None:
        if not QGuiApplication.keyboardModifiers():  # Ctrl and Shift only choose
            self.step()

    # --- menus ------------------------------------------------------------------------

    def _cell_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        menu = QMenu(self)
        self._offer(menu, [self.grid.cell(chosen) for chosen in self.selectedIndexes()])
        menu.addSeparator()
        self._offer(menu.addMenu(self.tr("Whole column")), self._column(index.column()))
        self._offer(menu.addMenu(self.tr("Whole row")), self._row(index.row()))
        self._pop_up(menu, self.viewport().mapToGlobal(place))

    def _column_menu(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        if header.logicalIndexAt(place) >= 0:
            menu = QMenu(self)
            self._offer(menu, self._column(header.logicalIndexAt(place)))
            self._pop_up(menu, header.mapToGlobal(place))

    def _row_menu(self, place: QPoint) -> None:
        header = self.verticalHeader()
        if header.logicalIndexAt(place) >= 0:
            menu = QMenu(self)
            self._offer(menu, self._row(header.logicalIndexAt(place)))
            self._pop_up(menu, header.mapToGlobal(place))

    def _offer(self, menu: QMenu, cells: list[Cell]) -> None:
        keys = ("1", "2", "0")
        for key, state in zip(keys, (*STATES[self.grid.grid.kind], ""), strict=True):
            words = state_words(state) or self.tr("nothing set")
            action = menu.addAction(f"{words}\t{key}")
            action.setEnabled(not self.read_only)
            action.triggered.connect(lambda _checked=False, s=state: self._want(cells, s))

    def _pop_up(self, menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _column(self, column: int) -> list[Cell]:
        rows = range(self.grid.rowCount())
        return [self.grid.cell(self.grid.index(row, column)) for row in rows]

    def _row(self, row: int) -> list[Cell]:
        columns = range(self.grid.columnCount())
        return [self.grid.cell(self.grid.index(row, column)) for column in columns]


class _StateDelegate(QStyledItemDelegate):
    """Paints the sign of a state and its word, in the middle of the cell."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        words = paint_ground(self, painter, option, index, self._view)
        if words:
            width = min(verdict_width(words, bold=False), option.rect.width() - 8)
            rect = QRectF(option.rect)
            rect.setLeft(rect.center().x() - width / 2)
            rect.setWidth(width)
            paint_verdict(painter, rect, SIGNS[index.data(STATE)], words, bold=False)
