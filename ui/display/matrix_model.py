"""A matrix as a table: names of rows, cells, totals; tinted by count as a heat map."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPixmap

from app.display.headings import Heading
from app.display.matrix import Matrix
from ui.theme import serif_font, theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
INDENT = "    "


class MatrixModel(QAbstractTableModel):
    """The first column names the rows; the last row and column hold the totals."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self.tinted = False
        theme().changed.connect(self._all_changed)

    def set_matrix(self, matrix: Matrix | None, *, tinted: bool) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix, self.tinted = matrix, tinted
        self.endResetModel()

    @property
    def quotes(self) -> bool:
        """Whether the cells hold quotations."""
        return self.matrix is not None and self.matrix.recipe.quotes

    def place(self, index: Index) -> tuple[Heading | None, Heading | None] | None:
        """Return the row and column of a cell; None in a pair is a total."""
        matrix = self.matrix
        if matrix is None or not index.isValid() or index.column() == 0:
            return None
        at_row, at_column = index.row(), index.column() - 1
        row = matrix.rows[at_row] if at_row < len(matrix.rows) else None
        column = matrix.columns[at_column] if at_column < len(matrix.columns) else None
        return row, column

    def count(self, index: Index) -> int:
        """Return the count in a cell or total."""
        place, matrix = self.place(index), self.matrix
        if place is None or matrix is None:
            return 0
        return matrix.cell(*place)

    def rowCount(self, parent: Index | None = None) -> int:
        if self.matrix is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.matrix.rows) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        if self.matrix is None or (parent is not None and parent.isValid()):
            return 0
        return len(self.matrix.columns) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        matrix = self.matrix
        if matrix is None or orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return CENTRE if section else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        if section == 0:
            return ""
        if section <= len(matrix.columns):
            heading = matrix.columns[section - 1]
            return (heading.more or heading.name) if role == Role.ToolTipRole else heading.name
        return self.tr("Total")

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        matrix = self.matrix
        if matrix is None or not index.isValid():
            return None
        if index.column() == 0:
            return self._name(index, role)
        if role == Role.DisplayRole:
            return self._words(index)
        if role == Role.TextAlignmentRole:
            return TOP if self.quotes and not self._is_total(index) else CENTRE
        if role == Role.FontRole:
            return self._font(index)
        if role == Role.ToolTipRole:
            return self._tip(index)
        if self.tinted and not self._is_total(index) and self.count(index):
            ground, words = theme().heat(self.count(index) / max(1, matrix.largest))
            if role == Role.BackgroundRole:
                return ground
            if role == Role.ForegroundRole:
                return words
        if role == Role.ForegroundRole and not self.count(index):
            return theme().color("soft")
        return None

    def _name(self, index: Index, role: int) -> object:
        matrix = self.matrix
        assert matrix is not None
        is_total = index.row() >= len(matrix.rows)
        if role in (Role.DisplayRole, Role.ToolTipRole):
            if is_total:
                return self.tr("Total")
            heading = matrix.rows[index.row()]
            if role == Role.ToolTipRole:
                return heading.more or heading.name
            return INDENT * heading.depth + heading.name
        if role == Role.FontRole and is_total:
            return _bold()
        if role == Role.DecorationRole and not is_total and matrix.rows[index.row()].colour:
            swatch = QPixmap(10, 10)
            swatch.fill(matrix.rows[index.row()].colour)
            return swatch
        return None

    def _words(self, index: Index) -> str:
        count = self.count(index)
        place = self.place(index)
        if self.quotes and place is not None and None not in place:
            row, column = place
            assert row is not None
            assert column is not None
            assert self.matrix is not None
            shown = self.matrix.quoted(row, column)
            lines = [str(count)] if count and self.matrix.recipe.count == "both" else []
            lines += [f"“{' '.join(e.quote.split())}” {e.citation}" for e in shown]
            if count > len(shown):
                lines.append(self.tr("and {count} more").format(count=count - len(shown)))
            return "\n".join(lines)
        return str(count) if count else "·"

    def _tip(self, index: Index) -> str:
        matrix, place = self.matrix, self.place(index)
        if matrix is None or place is None:
            return ""
        names = [heading.name for heading in place if heading is not None]
        return " × ".join([*names, str(self.count(index))])

    def _font(self, index: Index) -> QFont | None:
        if self._is_total(index):
            return _bold()
        return serif_font(10) if self.quotes else None

    def _is_total(self, index: Index) -> bool:
        place = self.place(index)
        return place is not None and None in place

    def _all_changed(self) -> None:
        if self.matrix is not None:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
