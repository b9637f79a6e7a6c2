"""The word list, or the key terms of a group, as a table that can be sorted."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.reduce.words.listing import KeyTerm, WordRow
from ui.language import in_words

Index = QModelIndex | QPersistentModelIndex
Row = WordRow | KeyTerm
WORD = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WordsModel(QAbstractTableModel):
    """Column 0 is the word, the last its forms; between them stand numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self._all: Sequence[Row] = ()
        self._wanted = ""
        self._keys = False

    def show(self, rows: Sequence[Row], *, keys: bool) -> None:
        """Show words, or with `keys` key terms."""
        self._keys = keys
        self._all = rows
        self._filter()

    def filter(self, words: str) -> None:
        """Show only what has `words` in it or in one of its forms."""
        self._wanted = words.strip().lower()
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        wanted = self._wanted
        self.rows = [
            row
            for row in self._all
            if not wanted or wanted in row.word or any(wanted in form for form in row.forms)
        ]
        self.endResetModel()

    def heads(self) -> list[str]:
        """Return the titles of the columns."""
        if self._keys:
            numbers = [
                self.tr("Count"),
                self.tr("Per 1,000"),
                self.tr("Elsewhere"),
                self.tr("Per 1,000 there"),
                self.tr("G²"),
            ]
        else:
            numbers = [self.tr("Count"), self.tr("Per 1,000"), self.tr("In groups")]
        return [self.tr("Word"), *numbers, self.tr("Forms")]

    def cells(self, row: Row) -> list[str]:
        """Return what stands in a row."""
        if isinstance(row, KeyTerm):
            numbers = [
                str(row.count),
                _decimal(row.per_thousand),
                str(row.rest),
                _decimal(row.rest_per_thousand),
                _decimal(row.score) + ("" if row.significant else " –"),
            ]
        else:
            numbers = [str(row.count), _decimal(row.per_thousand), str(row.groups)]
        forms = row.forms if row.forms != (row.word,) else ()
        return [row.word, *numbers, ", ".join(forms)]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return 7 if self._keys else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, last = self.rows[index.row()], self.columnCount() - 1
        if role == WORD:
            return row.word
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if 0 < index.column() < last else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, KeyTerm):
            return "" if row.significant else self.tr("So small a difference may be chance (5 %)")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if 0 < section < self.columnCount() - 1 else _LEFT
        return self.heads()[section] if role == Qt.ItemDataRole.DisplayRole else None


def _decimal(number: float) -> str:
    return f"{number:.2f}".replace(".", in_words("verify.list.decimal"))
