"""A table of words that wrap, with a tick in front where one is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QTableView, QWidget

from ui.theme import theme
from ui.widgets.tables import dress_table

LEAST_HEIGHT = 34
PADDING = 10
MOST_LINES = 6
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, how a row's words are made, and its share of the width."""

    head: str
    words: Callable[[Any], str]
    share: int = 1


class WordModel(QAbstractTableModel):
    """Rows of any kind of thing; the columns say their words."""

    ticked = Signal(object, bool)

    def __init__(
        self, columns: Sequence[Column], tick: Callable[[Any], bool] | None = None
    ) -> None:
        super().__init__()
        self.columns = columns
        self._tick = tick
        self.rows: Sequence[Any] = ()
        self.may_tick = True

    def show(self, rows: Sequence[Any]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        return None

    def flags(self, index: Any) -> Qt.ItemFlag:
        found = super().flags(index)
        if index.column() == 0 and self._tick is not None and self.may_tick:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[index.column()].words(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[index.column()].words(row)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and self._tick:
            return Qt.CheckState.Checked if self._tick(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return None

    def setData(self, index: Any, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(self.rows[index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class _Wrapped(QStyledItemDelegate):
    """Rows grow with their words, up to some lines."""

    def sizeHint(self, option: Any, index: Any) -> QSize:
        table = self.parent()
        assert isinstance(table, QTableView)
        room = table.columnWidth(index.column()) - 2 * PADDING
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            room -= 28
        metrics = QFontMetrics(table.font())
        flags = int(Qt.TextFlag.TextWordWrap)
        asked = metrics.boundingRect(0, 0, max(30, room), 10_000, flags, str(index.data() or ""))
        most = metrics.lineSpacing() * MOST_LINES
        return QSize(room, max(LEAST_HEIGHT, min(asked.height(), most) + 14))


class WordTable(QTableView):
    """Chosen by row; Space ticks; Return and a double click open."""

    chosen = Signal(object)
    opened = Signal(object)
    ticked = Signal(object, bool)
    menu_wanted = Signal(object, QPoint)

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        *,
        tick: Callable[[Any], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = WordModel(columns, tick)
        self.words.setParent(self)
        self.setModel(self.words)
        self.setItemDelegate(_Wrapped(self))
        dress_table(self)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.words.rows[index.row()]))
        self.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.words.ticked.connect(self.ticked)
        theme().changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Any], same: Callable[[Any], object] = id) -> None:
        """Show rows; the one that was chosen stays so where `same` of it is still there."""
        before = self.current()
        place = self.verticalScrollBar().value()
        self.words.show(rows)
        self._fit()
        kept = next(
            (n for n, row in enumerate(rows) if before is not None and same(row) == same(before)),
            0,
        )
        if rows:
            self.setCurrentIndex(self.words.index(kept, min(1, self.words.columnCount() - 1)))
            self.verticalScrollBar().setValue(place)
        else:
            self.chosen.emit(None)

    def current(self) -> Any:
        """Return the row that is chosen; None where there is none."""
        number = self.currentIndex().row()
        return self.words.rows[number] if 0 <= number < len(self.words.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Space and self.words.may_tick:
            index = self.words.index(self.currentIndex().row(), 0)
            state = index.data(Qt.ItemDataRole.CheckStateRole)
            if state is not None:
                self.ticked.emit(row, state != Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        whole = self.viewport().width()
        shares = [column.share for column in self.words.columns]
        for number, share in enumerate(shares):
            self.setColumnWidth(number, whole * share // sum(shares))
        self.resizeRowsToContents()

    def _on_current(self) -> None:
        self.chosen.emit(self.current())

    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            self.menu_wanted.emit(self.words.rows[index.row()], self.viewport().mapToGlobal(at))
