"""The places found, a page at a time: only what is looked at is read from the texts."""

from collections.abc import Callable, Collection, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.reduce.finding.found import Found, Line, Question
from app.reduce.finding.limits import Place

PAGE = 100
LINE = Qt.ItemDataRole.UserRole + 1
FIRST, LAST = Qt.ItemDataRole.UserRole + 2, Qt.ItemDataRole.UserRole + 3
"""Whether the row is the first, or the last, of its source."""
COUNT = Qt.ItemDataRole.UserRole + 4
"""How many places its source has."""

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int, Sequence[Place]], None]
"""Asked for a page (its number and its places); answers with `HitsModel.take`."""
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, from left to right."""

    PICK, SOURCE, INFORMANT, LEFT, WORDS, RIGHT = range(6)


class HitsModel(QAbstractTableModel):
    """Rows are places in context; each can be ticked."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self.found = Found(Question(""))
        self.ticked: set[Place] = set()
        self._pages: dict[int, Sequence[Line]] = {}
        self._asked: set[int] = set()

    def show(self, found: Found, first: Sequence[Line]) -> None:
        """Show what was found; `first` are the lines of the first page. Ticks stay."""
        self.beginResetModel()
        self.found = found
        self.ticked &= set(found.places) if self.ticked else set()
        self._pages, self._asked = {0: first}, {0}
        self.endResetModel()

    def take(self, page: int, lines: Sequence[Line]) -> None:
        """Show the lines of a page that was asked for."""
        self._pages[page] = lines
        low, high = page * PAGE, min((page + 1) * PAGE, self.rowCount()) - 1
        if low <= high:
            self.dataChanged.emit(self.index(low, 0), self.index(high, len(Column) - 1))

    def line(self, row: int) -> Line | None:
        """Return what stands in a row; None while it is being read."""
        page, at = divmod(row, PAGE)
        if page not in self._asked:
            self._asked.add(page)
            self._fetch(page, self.found.places[page * PAGE : (page + 1) * PAGE])
        lines = self._pages.get(page, ())
        return lines[at] if at < len(lines) else None

    def tick(self, rows: Collection[int], *, on: bool | None = None) -> None:
        """Tick rows, or take their ticks away; turn them over where `on` is not said."""
        places = {self.found.places[row] for row in rows}
        if on is None:
            on = not places <= self.ticked
        self.ticked = self.ticked | places if on else self.ticked - places
        if self.rowCount():
            last = self.index(self.rowCount() - 1, Column.PICK)
            self.dataChanged.emit(self.index(0, Column.PICK), last)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.found.total

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        picks = index.column() == Column.PICK
        return flags | Qt.ItemFlag.ItemIsUserCheckable if picks else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == Column.PICK:
            on = self.found.places[row] in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role in (FIRST, LAST, COUNT):
            return self._group(row, role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNED.get(Column(column), _LEFT)
        if role not in (LINE, *_SAID, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.line(row)
        if role == LINE or line is None:
            return line if role == LINE else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(Column(column), line)
        return _words(Column(column), line)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.PICK:
            return False
        self.tick([index.row()], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNED.get(Column(section), _LEFT)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = ("", self.tr("Source"), self.tr("Informant"))
        context = (self.tr("Before"), self.tr("Found"), self.tr("After"))
        return (*names, *context)[section]

    def _group(self, row: int, role: int) -> object:
        source = self.found.places[row][0]
        if role == COUNT:
            return self.found.by_source.get(source, 0)
        if role == FIRST:
            return row == 0 or self.found.places[row - 1][0] != source
        return row + 1 == self.found.total or self.found.places[row + 1][0] != source

    def _tip(self, column: Column, line: Line) -> str:
        if column == Column.SOURCE:
            return self.tr("{title}, line {line}").format(title=line.title, line=line.line)
        if column == Column.INFORMANT:
            return " · ".join(filter(None, (line.informant, line.role)))
        return ""


_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ALIGNED = {
    Column.LEFT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    Column.WORDS: Qt.AlignmentFlag.AlignCenter,
}


def _words(column: Column, line: Line) -> str:
    return {
        Column.PICK: "",
        Column.SOURCE: f"{line.reference}:{line.line}",
        Column.INFORMANT: line.informant,
        Column.LEFT: line.left,
        Column.WORDS: line.words,
        Column.RIGHT: line.right,
    }[column]
