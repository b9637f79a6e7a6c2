"""Retrieved codings in groups, a page at a time: only what is looked at is read."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.reduce.retrieval.asking import Question
from app.reduce.retrieval.found import Found, Line
from app.reduce.retrieval.naming import group_name
from ui.language import ui_language

PAGE = 100
LINE = Qt.ItemDataRole.UserRole + 1
HEAD = Qt.ItemDataRole.UserRole + 2
"""The name and the size of the group whose head the row is; None for a coding."""

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int, Sequence[int]], None]
"""Asked for a page (its number and its codings); answers with `LinesModel.take`."""
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, from left to right."""

    CODE, WORDS, ORIGIN, SUMMARY, MEMO = range(5)


NOTES = (Column.SUMMARY, Column.MEMO)


class LinesModel(QAbstractTableModel):
    """Rows are codings, and a head before each group; summary and memo can be written."""

    summary_written = Signal(object, str)
    """The line, and what was written to it."""
    memo_written = Signal(object, str)

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self.found = Found(Question())
        self.can_write = True
        self._heads: list[int] = []
        self._pages: dict[int, Sequence[Line | None]] = {}
        self._asked: set[int] = set()

    def show(self, found: Found, first: Sequence[Line]) -> None:
        """Show what was found; `first` are the lines of the first page."""
        self.beginResetModel()
        self.found = found
        grouped = bool(found.question.group)
        self._heads = [at + n for n, (at, _) in enumerate(found.groups)] if grouped else []
        self._pages, self._asked = {0: self._in_place(0, first)}, {0}
        self.endResetModel()

    def take(self, page: int, lines: Sequence[Line]) -> None:
        """Show the lines of a page that was asked for."""
        self._pages[page] = self._in_place(page, lines)
        last = self.index(self.rowCount() - 1, len(Column) - 1)
        if last.isValid():
            self.dataChanged.emit(self.index(0, 0), last)

    def _in_place(self, page: int, lines: Sequence[Line]) -> list[Line | None]:
        """Return a line for each coding of the page; None where one is gone meanwhile."""
        by_id = {line.row.coding_id: line for line in lines}
        wanted = self.found.codings[page * PAGE : (page + 1) * PAGE]
        return [by_id.get(coding) for coding in wanted]

    # --- rows ------------------------------------------------------------------------------

    def heads(self) -> Sequence[int]:
        """Return the rows that are heads of groups."""
        return self._heads

    def is_head(self, row: int) -> bool:
        """Tell whether a row is the head of a group."""
        at = bisect_right(self._heads, row) - 1
        return at >= 0 and self._heads[at] == row

    def row_of(self, coding_id: int) -> int | None:
        """Return the row of a coding."""
        try:
            number = list(self.found.codings).index(coding_id)
        except ValueError:
            return None
        groups = [at for at, _ in self.found.groups] if self._heads else []
        return number + bisect_right(groups, number)

    def line(self, row: int) -> Line | None:
        """Return what stands in a row; None for a head, and while it is being read."""
        return None if self.is_head(row) else self._line(row - bisect_right(self._heads, row))

    def _line(self, number: int) -> Line | None:
        page, at = divmod(number, PAGE)
        if page not in self._asked:
            self._asked.add(page)
            self._fetch(page, self.found.codings[page * PAGE : (page + 1) * PAGE])
        lines = self._pages.get(page, ())
        return lines[at] if at < len(lines) else None

    def _head(self, row: int) -> tuple[str, int] | None:
        if not self.is_head(row):
            return None
        first, size = self.found.groups[bisect_right(self._heads, row) - 1]
        line = self._line(first)
        name = group_name(line, self.found.question.group, ui_language()) if line else ""
        return name, size

    # --- the model -------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.found.total + len(self._heads)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_head(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        writes = self.can_write and index.column() in NOTES
        return flags | Qt.ItemFlag.ItemIsEditable if writes else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ROLES:
            return None
        head = self._head(index.row())
        if role == HEAD or head is not None:
            return self._of_head(head, role)
        line = self.line(index.row())
        if role == LINE or line is None:
            return line if role == LINE else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(Column(index.column()), line)
        return words_of(Column(index.column()), line)

    def _of_head(self, head: tuple[str, int] | None, role: int) -> object:
        if role == HEAD:
            return head
        said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return head[0] if said and head is not None else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index.row())
        words = str(value).strip()
        if line is None or index.column() not in NOTES or not self.can_write:
            return False
        if words != words_of(Column(index.column()), line):
            summary = index.column() == Column.SUMMARY
            (self.summary_written if summary else self.memo_written).emit(line, words)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Code"), self.tr("Words"), self.tr("Where"))
        return (*names, self.tr("Summary"), self.tr("Memo"))[section]


_ROLES = (
    LINE,
    HEAD,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


def words_of(column: Column, line: Line) -> str:
    """Return what a column says of a coding, for the clipboard and for those who hear it."""
    row = line.row
    return {
        Column.CODE: line.path,
        Column.WORDS: row.quote,
        Column.ORIGIN: row.citation,
        Column.SUMMARY: row.summary,
        Column.MEMO: row.memo,
    }[column]


def _tip(column: Column, line: Line) -> str:
    row = line.row
    if column == Column.ORIGIN:
        parts = (row.citation, row.title, row.informant, row.role, row.category, row.site)
        return " · ".join(part for part in (*parts, row.coder) if part)
    words = words_of(column, line)
    return words if len(words) <= LONGEST_TIP else words[:LONGEST_TIP] + "…"


LONGEST_TIP = 1200
