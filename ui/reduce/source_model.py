"""The list of sources as an item model: a row for each method, then its sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.reduce.source_lines import SourceLine

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Group:
    """The sources of one method: its name and how many they are."""

    name: str
    count: int


Row = Group | SourceLine


class SourceModel(QAbstractListModel):
    """Sources grouped by method; a filter leaves out what does not fit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[SourceLine] = []
        self._words: list[str] = []
        self.rows: list[Row] = []

    def set_lines(self, lines: Sequence[SourceLine]) -> None:
        """Show other sources; where there are as many as before only their words change."""
        same = [line.id for line in lines] == [line.id for line in self._all]
        methods = [line.method for line in lines] == [line.method for line in self._all]
        self._all = list(lines)
        if same and methods and not self._words:
            self._put({line.id: line for line in lines})
        else:
            self._arrange()

    def set_filter(self, words: str) -> None:
        """Show only sources in which all of `words` stand."""
        self._words = words.casefold().split()
        self._arrange()

    def count(self, source_id: int, codings: int) -> None:
        """Show another count of codings beside one source."""
        self.set_counts({source_id: codings}, others=False)

    def set_counts(self, counts: Mapping[int, int], *, others: bool = True) -> None:
        """Show other counts; with `others`, a source that is not named has none."""
        changed: dict[int, SourceLine] = {}
        for number, line in enumerate(self._all):
            count = counts.get(line.id, 0 if others else line.codings)
            if count != line.codings:
                changed[line.id] = self._all[number] = replace(line, codings=count)
        self._put(changed)

    def row_of(self, source_id: int) -> int:
        """Return the row of a source; -1 where it is not shown."""
        for number, row in enumerate(self.rows):
            if isinstance(row, SourceLine) and row.id == source_id:
                return number
        return -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == LINE:
            return row
        if isinstance(row, Group):
            return row.name if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.reference
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("%n coding(s)", "", row.codings)
            return f"{row.reference}, {row.subtitle}, {words}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(dict.fromkeys((row.reference, row.title, row.subtitle)))
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        self.rows = []
        shown = [line for line in self._all if self._fits(line)]
        for method, group in groupby(shown, key=lambda line: line.method):
            lines = list(group)
            self.rows.append(Group(method_group(method), len(lines)))
            self.rows.extend(lines)
        self.endResetModel()

    def _fits(self, line: SourceLine) -> bool:
        said = (line.reference, line.title, line.subtitle, *line.informants, line.site)
        text = " ".join(said).casefold()
        return all(word in text for word in self._words)

    def _put(self, lines: Mapping[int, SourceLine]) -> None:
        for number, row in enumerate(self.rows):
            new = lines.get(row.id) if isinstance(row, SourceLine) else None
            if new is not None and new != row:
                self.rows[number] = new
                index = self.index(number)
                self.dataChanged.emit(index, index)


def method_group(method: str) -> str:
    """Return what the sources of a method are called together."""
    names = {
        "interview": QCoreApplication.translate("SourceModel", "Interviews"),
        "observation": QCoreApplication.translate("SourceModel", "Observations"),
        "questionnaire": QCoreApplication.translate("SourceModel", "Questionnaires"),
        "documentation": QCoreApplication.translate("SourceModel", "Documents"),
    }
    return names.get(method, method)
