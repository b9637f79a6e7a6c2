"""The data accounting sheet as it is seen, clicked and typed into."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.reduce.summarising.accounting import STATES, AccountCell, Cell
from ui.language import in_words
from ui.reduce.summaries.account_model import CELL, SIGNS, AccountModel
from ui.theme import theme, ui_font
from ui.widgets.glyphs import paint_verdict, verdict_width
from ui.widgets.ground import paint_ground
from ui.widgets.icons import icon_pixmap
from ui.widgets.tables import copy_as_tsv, dress_table

ROW = 44
COLUMN, NAME = 128, 340
KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
CLEAR = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class AccountView(QTableView):
    """1, 2 and 3 say got, partly and missing; 0 leaves a cell to the rule. A click shows it."""

    wanted = Signal(list, str)  # cells (question, site); the state, "" leaves them to the rule
    cell_chosen = Signal(object)  # the current cell

    def __init__(self, model: AccountModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accounts = model
        self.read_only = False
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        dress_table(self, "grid")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Site data accounting sheet"))
        self._dress_headers()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.selectionModel().currentChanged.connect(self._on_current)
        model.modelReset.connect(self._fit)
        theme().changed.connect(self.viewport().update)

    def _dress_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.show()
        down.setDefaultSectionSize(ROW)
        down.setFixedWidth(NAME)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for header in (across, down):
            header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _fit(self) -> None:
        for column in range(self.accounts.columnCount()):
            hint = self.horizontalHeader().sectionSizeHint(column) + 20
            self.setColumnWidth(column, min(max(hint, COLUMN), 220))

    def chosen(self) -> list[Cell]:
        """Return the chosen cells."""
        return [self.accounts.key(index) for index in self.selectedIndexes()]

    def set_chosen(self, state: str) -> None:
        """Have the chosen cells set to a state; "" leaves them to the rule."""
        cells = self.chosen()
        if cells and not self.read_only:
            self.wanted.emit(cells, state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_as_tsv(self)
        elif plain and key in KEYS:
            self.set_chosen(STATES[KEYS[key]])
        elif plain and key in CLEAR:
            self.set_chosen("")
        else:
            super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.cell_chosen.emit(self.accounts.key(current))

    def _menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers = [(state, in_words(f"summaries.accounts.{state}")) for state in STATES]
        for number, (state, words) in enumerate([*offers, ("", self.tr("as worked out"))], 1):
            action = menu.addAction(f"{words}\t{number % 4}")
            action.setEnabled(not self.read_only)
            action.triggered.connect(lambda _checked=False, s=state: self.set_chosen(s))
        menu.popup(self.viewport().mapToGlobal(place))


class _Delegate(QStyledItemDelegate):
    """The sign and word of a state; under it how much there is, marks for a hand and a note."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        words = paint_ground(self, painter, option, index, self._view)
        cell: AccountCell = index.data(CELL)
        rect = QRectF(option.rect).adjusted(10, 4, -8, -4)
        top = QRectF(rect.left(), rect.top(), rect.width(), rect.height() / 2)
        top.setWidth(min(verdict_width(words, bold=bool(cell.by_hand)), rect.width()))
        paint_verdict(painter, top, SIGNS[cell.state], words, bold=bool(cell.by_hand))
        painter.save()
        painter.setFont(ui_font(9))
        painter.setPen(theme().color("soft"))
        below = QRectF(rect.left(), rect.center().y(), rect.width(), rect.height() / 2)
        if cell.excerpts:
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, _counts(cell))
        _marks(painter, rect, cell)
        painter.restore()


def _counts(cell: AccountCell) -> str:
    return f"{cell.excerpts} · {cell.sources}"


def _marks(painter: QPainter, rect: QRectF, cell: AccountCell) -> None:
    ratio, side = painter.device().devicePixelRatioF(), 14
    names = [name for name, on in (("edit", cell.by_hand), ("memo", cell.note)) if on]
    for number, name in enumerate(names):
        left = rect.right() - side * (number + 1) - 4 * number
        place = QRectF(left, rect.bottom() - side - 1, side, side)
        painter.drawPixmap(place.toRect(), icon_pixmap(name, "soft", side, ratio))
