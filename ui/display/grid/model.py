"""A grid as a table model: cells hold words and a rating, the headings what they stand for."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.display.grid.as_table import cell_words
from app.display.grid.grids import Grid, Head
from ui.language import ui_language

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole


class GridModel(QAbstractTableModel):
    """Shows a grid; says what is written, and saves nothing itself."""

    written = Signal(object, object, str)  # row, column, words

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None
        self.read_only = False

    def show_grid(self, grid: Grid) -> None:
        """Show another grid, or the same one changed."""
        before = self.grid
        same = before is not None and (before.rows, before.columns, before.display_id) == (
            grid.rows,
            grid.columns,
            grid.display_id,
        )
        if same:
            self.grid = grid
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return len(self.grid.rows) if self.grid and not parent.isValid() else 0

    def columnCount(self, parent: Index = ROOT) -> int:
        return len(self.grid.columns) if self.grid and not parent.isValid() else 0

    def heads(self, index: Index) -> tuple[Head, Head]:
        """Return the row and the column of a cell."""
        assert self.grid is not None
        return self.grid.rows[index.row()], self.grid.columns[index.column()]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self.grid is None or not index.isValid():
            return None
        cell = self.grid.cell(*self.heads(index))
        if role == Role.EditRole:
            return cell.words
        if role == Role.DisplayRole:
            return cell_words(cell, ui_language())
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or self.read_only or self.grid is None:
            return False
        row, column = self.heads(index)
        if str(value).strip() != self.grid.cell(row, column).words:
            self.written.emit(row, column, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.read_only else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if self.grid is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            head = self.grid.columns[section]
            words = head.name
        else:
            head = self.grid.rows[section]
            above = self.grid.rows[section - 1].group if section else ""
            words = f"{head.group.upper()}\n{head.name}" if head.group != above else head.name
        if role == Role.DisplayRole:
            return f"{words} †" if head.gone else words
        if role == Role.ToolTipRole:
            gone = self.tr("No longer in the study: its cells stay until you remove it.")
            return gone if head.gone else " · ".join(filter(None, (head.group, head.name)))
        if role == Role.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return int(left)
        return None
