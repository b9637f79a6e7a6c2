"""The model of a record table: rows of dataclasses or dicts, edited cell by cell."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from ui.widgets.record_values import (
    Column,
    Option,
    UnreadableValue,
    read,
    shown,
    sort_key,
)

VALUE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class RecordModel(QAbstractTableModel):
    """Holds a copy of the shown values; a change is shown at once and told by `edited`."""

    edited = Signal(object, str, object)  # row id, key, value
    refused = Signal(QModelIndex, str)  # cell, why the typed words are no value

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._options = {column.key: column.options for column in self.columns}
        self.read_only = False
        self._ids: list[object] = []
        self._values: list[list[Any]] = []

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show `rows`. What stays the same is left alone, so that an open editor survives."""
        ids = [_take(row, "id") for row in rows]
        values = [[self._value(row, column) for column in self.columns] for row in rows]
        if ids == self._ids:
            self._update(values)
        elif self._ids == ids[: len(self._ids)]:
            self._update(values[: len(self._ids)])
            self._append(ids, values)
        elif set(ids) < set(self._ids) and ids == [each for each in self._ids if each in set(ids)]:
            self._remove(set(ids))
            self._update(values)
        else:
            self.beginResetModel()
            self._ids, self._values = ids, values
            self.endResetModel()

    def _value(self, row: Any, column: Column) -> Any:
        value = _take(row, column.key)
        return tuple(value or ()) if column.kind == "choices" else value

    def _update(self, values: list[list[Any]]) -> None:
        for number, fresh in enumerate(values):
            for place, value in enumerate(fresh):
                if self._values[number][place] != value:
                    self._values[number][place] = value
                    index = self.index(number, place)
                    self.dataChanged.emit(index, index)

    def _append(self, ids: list[object], values: list[list[Any]]) -> None:
        self.beginInsertRows(QModelIndex(), len(self._ids), len(ids) - 1)
        self._values.extend(values[len(self._ids) :])
        self._ids = ids
        self.endInsertRows()

    def _remove(self, left: set[object]) -> None:
        for number in reversed(range(len(self._ids))):
            if self._ids[number] not in left:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._ids[number], self._values[number]
                self.endRemoveRows()

    def set_options(self, key: str, options: Sequence[Option]) -> None:
        """Offer other options in the column `key`."""
        self._options[key] = tuple(options)
        if self._ids:
            place = self.place_of(key)
            self.dataChanged.emit(self.index(0, place), self.index(len(self._ids) - 1, place))

    def options(self, place: int) -> tuple[Option, ...]:
        return self._options[self.columns[place].key]

    def place_of(self, key: str) -> int:
        """Return the number of the column `key`."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)

    def id_at(self, number: int) -> object:
        return self._ids[number] if 0 <= number < len(self._ids) else None

    def number_of(self, row_id: object) -> int | None:
        return self._ids.index(row_id) if row_id in self._ids else None

    def order_of(self, index: Any) -> tuple[int, Any]:
        """Return what the row of `index` is ordered by in its column."""
        place = index.column()
        return sort_key(self._values[index.row()][place], self.columns[place], self.options(place))

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole and column.tip:
            return column.tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = index.column()
        column, value = self.columns[place], self._values[index.row()][place]
        if role in (VALUE, Qt.ItemDataRole.EditRole):
            return value
        if role == Qt.ItemDataRole.CheckStateRole and column.kind == "check":
            return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole and column.kind != "check":
            return shown(value, column, self.options(place))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {shown(value, column, self.options(place))}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def flags(self, index: Any) -> Qt.ItemFlag:
        flags = super().flags(index)
        fixed = self.read_only or not self.columns[index.column()].editable
        if not index.isValid() or fixed:
            return flags
        if self.columns[index.column()].kind == "check":
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Any, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed text, or a value from an editor; tell it by `edited` if it is another."""
        if not index.isValid() or self.read_only:
            return False
        place = index.column()
        column = self.columns[place]
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role == Qt.ItemDataRole.EditRole and isinstance(value, str):
            try:
                value = read(value, column, self.options(place))
            except UnreadableValue as problem:
                self.refused.emit(index, str(problem))
                return False
        elif role not in (VALUE, Qt.ItemDataRole.EditRole):
            return False
        self._store(index, column, value)
        return True

    def _store(self, index: Any, column: Column, value: Any) -> None:
        if column.kind == "choices":
            value = tuple(value or ())
        row = self._values[index.row()]
        if row[index.column()] == value:
            return
        row[index.column()] = value
        self.dataChanged.emit(index, index)
        self.edited.emit(self._ids[index.row()], column.key, value)


class RecordOrder(QSortFilterProxyModel):
    """The rows as they are seen: sorted by a column, filtered by words in any of them."""

    def __init__(self, records: RecordModel) -> None:
        super().__init__(records)
        self._records = records
        self.setSourceModel(records)
        self.setFilterKeyColumn(-1)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setDynamicSortFilter(False)  # a row must not run away while it is edited

    def lessThan(self, left: Any, right: Any) -> bool:
        return self._records.order_of(left) < self._records.order_of(right)


def _take(row: Any, key: str) -> Any:
    return row[key] if isinstance(row, Mapping) else getattr(row, key)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.kind == "number" else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
