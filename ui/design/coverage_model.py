"""The grid of the coverage: an informant a row, an instrument or a question a column."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt

from app.design.coverage import Cell

STATE = Qt.ItemDataRole.UserRole + 1
SIGNS = {"planned": "planned", "done": "done", "asked": "done", "not_asked": "not_asked"}
"""The sign of each state, as `ui.widgets.glyphs` draws it."""
STATES = {"instruments": ("planned", "done"), "questions": ("asked", "not_asked")}
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Head:
    """An informant, an instrument or a question: its id, what it is called, and more of it."""

    id: int
    name: str
    more: str = ""


@dataclass(frozen=True)
class Grid:
    """What is shown: rows, columns, and the states that were set."""

    kind: str = "instruments"
    rows: tuple[Head, ...] = ()
    columns: tuple[Head, ...] = ()
    states: dict[Cell, str] = field(default_factory=dict)


def state_words(state: str) -> str:
    """Say a state."""
    return {
        "": "",
        "planned": QCoreApplication.translate("Coverage", "planned"),
        "done": QCoreApplication.translate("Coverage", "done"),
        "asked": QCoreApplication.translate("Coverage", "asked"),
        "not_asked": QCoreApplication.translate("Coverage", "not asked"),
    }[state]


class CoverageModel(QAbstractTableModel):
    """Holds a Grid; a cell that changes alone is told alone."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = Grid()

    def show_grid(self, grid: Grid) -> None:
        """Show `grid`; the place of the cursor stays where rows and columns are the same."""
        before = self.grid
        if (before.kind, before.rows, before.columns) == (grid.kind, grid.rows, grid.columns):
            self.grid = grid
            for cell in set(before.states.items()) ^ set(grid.states.items()):
                self._tell(cell[0])
            return
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def _tell(self, cell: Cell) -> None:
        index = self.index_of(cell)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def index_of(self, cell: Cell) -> QModelIndex:
        """Return where a cell stands; an invalid index where it does not."""
        rows = [row.id for row in self.grid.rows]
        columns = [column.id for column in self.grid.columns]
        if cell[0] in rows and cell[1] in columns:
            return self.index(rows.index(cell[0]), columns.index(cell[1]))
        return QModelIndex()

    def cell(self, index: Any) -> Cell:
        """Return which informant and which instrument or question a valid index stands for."""
        return self.grid.rows[index.row()].id, self.grid.columns[index.column()].id

    def state(self, index: Any) -> str:
        """Return the state of a cell, "" where nothing was set."""
        return self.grid.states.get(self.cell(index), "")

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        heads = self.grid.columns if across else self.grid.rows
        if not 0 <= section < len(heads):
            return None
        head = heads[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return head.name if across or not head.more else f"{head.name}   {head.more}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return head.more or head.name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == STATE:
            return self.state(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return state_words(self.state(index))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row, column = self.grid.rows[index.row()], self.grid.columns[index.column()]
            words = state_words(self.state(index)) or QCoreApplication.translate(
                "Coverage", "nothing set"
            )
            return f"{row.name}, {column.name}: {words}"
        return None


def heads(rows: Sequence[Any], name: str, more: str) -> tuple[Head, ...]:
    """Return records as heads, by the names of their fields."""
    return tuple(Head(row.id, getattr(row, name), getattr(row, more)) for row in rows)
