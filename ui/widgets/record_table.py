"""A table that is edited in place, pasted into from a spreadsheet, sorted and filtered.

It changes nothing itself: it says what was edited, pasted, added or removed, and its owner saves.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.checks_popup import ChecksPopup
from ui.widgets.empty import EmptyState
from ui.widgets.palette import ColourMenu
from ui.widgets.record_delegate import RecordDelegate
from ui.widgets.record_grid import RecordGrid
from ui.widgets.record_model import VALUE, RecordModel, RecordOrder
from ui.widgets.record_values import Column, Option, blank, read_or_keep
from ui.widgets.search_field import SearchField
from ui.widgets.tables import copy_as_tsv, read_tsv

__all__ = ["Column", "Option", "RecordTable"]


FILTER_WIDTH = 280


class RecordTable(QWidget):
    """Columns and rows, a filter, and buttons to add and delete rows."""

    edited = Signal(object, str, object)  # row id, key of the column, the new value
    pasted = Signal(list)  # dicts by column key; words that are no value stay words
    added = Signal()  # a new row is wanted
    removed = Signal(list)  # ids of the rows to delete
    chosen = Signal(object)  # id of the current row, None where there is none
    menu_opening = Signal(QMenu, list)  # the menu before it shows, ids of the selected rows

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        new_label: str = "",
        filter_label: str = "",
        empty: EmptyState | None = None,
        adds: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make the table; without `adds` its rows come from elsewhere, and none is offered."""
        super().__init__(parent)
        self.setObjectName(name)
        self._adds = adds
        self.model = RecordModel(columns, self)
        self._proxy = RecordOrder(self.model)
        self.table = RecordGrid(self._proxy)
        self.table.setAccessibleName(name)
        self._delegate = RecordDelegate(self.table, self.model)
        self.table.setItemDelegate(self._delegate)
        self._set_widths()
        self.bar = QHBoxLayout()
        self.filter = SearchField(filter_label or self.tr("Filter…"))
        self.new_button = QPushButton(new_label or self.tr("New row"))
        self.delete_button = QPushButton(self.tr("Delete"))
        self._empty = empty
        self._pages = QStackedWidget()
        if not adds:
            self.new_button.hide()
        self._arrange()
        self._connect()
        self._set_keys()
        self._refresh()

    def _set_widths(self) -> None:
        for place, column in enumerate(self.model.columns):
            self.table.setColumnWidth(place, column.width)
        self.table.horizontalHeader().setStretchLastSection(True)

    def _arrange(self) -> None:
        self.new_button.setProperty("accent", True)
        self.new_button.setToolTip(self.tr("Add a row (Insert)"))
        keys = QKeySequence("Ctrl+Delete").toString(QKeySequence.SequenceFormat.NativeText)
        self.delete_button.setToolTip(
            self.tr("Delete the selected rows ({keys})").format(keys=keys)
        )
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 8)
        top.setSpacing(8)
        top.addWidget(self.filter)
        top.addLayout(self.bar)
        top.addStretch()
        top.addWidget(self.delete_button)
        top.addWidget(self.new_button)
        self.filter.setMaximumWidth(FILTER_WIDTH)
        self._pages.addWidget(self.table)
        if self._empty is not None:
            self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.model.edited.connect(self.edited)
        self.model.refused.connect(self._on_refused)
        self._delegate.popup_wanted.connect(self._on_popup)
        self.filter.searched.connect(self._proxy.setFilterFixedString)
        self.new_button.clicked.connect(self.added)
        self.delete_button.clicked.connect(self.remove_selected)
        if self._empty is not None:
            self._empty.acted.connect(self.added)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.table.customContextMenuRequested.connect(self._on_menu)

    def _set_keys(self) -> None:
        keys = {
            "Insert": self._add,
            "Ctrl+Delete": self.remove_selected,
            "Delete": self.clear_selected,
        }
        for key, action in keys.items():
            self._shortcut(QKeySequence(key), action)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.paste)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.copy)

    def _shortcut(self, key: QKeySequence, action: Any) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(key, self, context=context).activated.connect(action)

    # --- rows -------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show `rows` (dataclasses or dicts with an "id"); selection and order stay."""
        current, place = self.current_id(), self.table.currentIndex().column()
        chosen = self.selected_ids()
        self.model.set_rows(rows)
        if self.current_id() != current and current is not None:
            self._select([each for each in chosen if each != current], current, place)
        self._refresh()

    def set_options(self, key: str, options: Sequence[Option]) -> None:
        """Offer other options in the column `key`."""
        self.model.set_options(key, options)

    def current_id(self) -> object:
        index = self._proxy.mapToSource(self.table.currentIndex())
        return self.model.id_at(index.row())

    def selected_ids(self) -> list[object]:
        """Return the ids of the rows that have a selected cell, from top to bottom."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        sources = (self._proxy.mapToSource(self._proxy.index(row, 0)).row() for row in rows)
        return [self.model.id_at(row) for row in sources]

    def edit(self, row_id: object, key: str) -> None:
        """Open the editor of a cell, as after a new row was added."""
        index = self._cell(row_id, self.model.place_of(key))
        if index.isValid():
            self.table.setFocus()
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
            self.table.edit(index)

    def choose(self, row_id: object) -> None:
        """Choose a row, and bring it into sight."""
        index = self._cell(row_id, 0)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def _cell(self, row_id: object, place: int) -> QModelIndex:
        number = self.model.number_of(row_id)
        if number is None:
            return QModelIndex()
        return self._proxy.mapFromSource(self.model.index(number, place))

    def _select(self, ids: list[object], current: object, place: int) -> None:
        flag = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        here = self._cell(current, max(place, 0))
        if here.isValid():
            selection.setCurrentIndex(here, flag.ClearAndSelect)
        for row_id in ids:
            cell = self._cell(row_id, max(place, 0))
            if cell.isValid():
                selection.select(cell, flag.Select)

    # --- what the researcher does -----------------------------------------------------

    def remove_selected(self) -> None:
        ids = self.selected_ids()
        if ids and not self.model.read_only:
            self.removed.emit(ids)

    def _add(self) -> None:
        if not self.model.read_only:
            self.added.emit()

    def clear_selected(self) -> None:
        """Empty the selected cells that can be edited."""
        for index in self.table.selectedIndexes():
            column = self.model.columns[index.column()]
            if column.editable:
                self._proxy.setData(index, blank(column), VALUE)

    def copy(self) -> None:
        copy_as_tsv(self.table)

    def paste(self) -> None:
        """Take the clipboard: one cell into the current one, a block as new rows."""
        rows = read_tsv(QGuiApplication.clipboard().text())
        current = self.table.currentIndex()
        if len(rows) == 1 and len(rows[0]) == 1 and current.isValid():
            if self._proxy.flags(current) & Qt.ItemFlag.ItemIsEditable:
                self._proxy.setData(current, rows[0][0], Qt.ItemDataRole.EditRole)
            return
        records = self._records(rows)
        if records and not self.model.read_only:
            self.pasted.emit(records)

    def _records(self, rows: list[list[str]]) -> list[dict[str, object]]:
        if not rows:
            return []
        columns = self._titled(rows[0])
        if columns:
            rows = rows[1:]
        else:
            columns = [column for column in self._seen() if column.editable]
        return [
            {
                column.key: read_or_keep(cell, column, self.model.options(self._place(column)))
                for column, cell in zip(columns, row, strict=False)
                if column is not None
            }
            for row in rows
        ]

    def _seen(self) -> list[Column]:
        header = self.table.horizontalHeader()
        places = sorted(range(len(self.model.columns)), key=header.visualIndex)
        return [self.model.columns[place] for place in places]

    def _titled(self, cells: list[str]) -> list[Column | None]:
        """Return the columns that `cells` name, if they are a header; None for other titles."""
        names = {column.title.casefold(): column for column in self.model.columns}
        names |= {column.key.casefold(): column for column in self.model.columns}
        found = [names.get(cell.strip().casefold()) for cell in cells]
        named = sum(column is not None for column in found)
        return found if named and named >= len([cell for cell in cells if cell.strip()]) / 2 else []

    def _place(self, column: Column) -> int:
        return self.model.place_of(column.key)

    # --- answers ----------------------------------------------------------------------

    def _refresh(self) -> None:
        fixed = self.model.read_only
        self.delete_button.setEnabled(bool(self.table.selectedIndexes()) and not fixed)
        self.new_button.setEnabled(not fixed)
        if self._empty is not None:
            nothing = self.model.rowCount() == 0
            self._pages.setCurrentWidget(self._empty if nothing else self.table)
            self.new_button.setVisible(self._adds and not nothing)
            self.delete_button.setVisible(not nothing)
            self.filter.setVisible(not nothing)

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.chosen.emit(self.model.id_at(self._proxy.mapToSource(current).row()))

    def _on_refused(self, source: QModelIndex, sentence: str) -> None:
        rect = self.table.visualRect(self._proxy.mapFromSource(source))
        place = self.table.viewport().mapToGlobal(rect.bottomLeft())
        QToolTip.showText(place, sentence, self.table, rect)

    def _on_popup(self, cell: QPersistentModelIndex) -> None:
        index = self._proxy.index(cell.row(), cell.column())
        rect = self.table.visualRect(index)
        place = self.table.viewport().mapToGlobal(rect.bottomLeft())
        if self.model.columns[index.column()].kind == "colour":
            menu = ColourMenu(self, str(index.data(VALUE) or ""))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.chosen.connect(lambda colour: self._put(cell, colour))
            menu.popup(place)
            return
        options, before = self.model.options(index.column()), index.data(VALUE) or ()
        grows = self.model.columns[index.column()].grows
        checks = ChecksPopup(options, before, self, grows=grows)
        checks.taken.connect(lambda values: self._put(cell, _in_order(before, values)))
        checks.pop_up(place, rect.width())

    def set_read_only(self, on: bool) -> None:
        """Take no change (or take them again); sorting, filtering and copying stay."""
        self.model.read_only = on
        if self._empty is not None:
            self._empty.button.setVisible(not on and bool(self._empty.button.text()))
        self._refresh()

    def _put(self, cell: QPersistentModelIndex, value: object) -> None:
        """Set the value of a cell, unless its row has gone while the choices were up."""
        if cell.isValid():
            self._proxy.setData(self._proxy.index(cell.row(), cell.column()), value, VALUE)

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ids = self.selected_ids()
        editing = menu.addAction(self.tr("Edit"))
        editing.triggered.connect(lambda: self.table.edit(self.table.currentIndex()))
        menu.addAction(self.tr("Copy")).triggered.connect(self.copy)
        pasting = menu.addAction(self.tr("Paste"))
        pasting.triggered.connect(self.paste)
        self.menu_opening.emit(menu, ids)
        menu.addSeparator()
        adding = menu.addAction(self.new_button.text())
        adding.triggered.connect(self.added)
        adding.setVisible(self._adds)
        many = self.tr("Delete {count} rows").format(count=len(ids))
        deleting = menu.addAction(many if len(ids) > 1 else self.tr("Delete row"))
        deleting.triggered.connect(self.remove_selected)
        deleting.setEnabled(bool(ids))
        editing.setEnabled(self.table.currentIndex().isValid())
        if self.model.read_only:
            for action in (editing, pasting, adding, deleting):
                action.setEnabled(False)
        menu.popup(self.table.viewport().mapToGlobal(place))


def _in_order(before: Sequence[object], values: Sequence[object]) -> tuple[object, ...]:
    """Return `values`, those that were there before in their order, then the new ones."""
    kept = [value for value in before if value in values]
    return (*kept, *(value for value in values if value not in kept))
