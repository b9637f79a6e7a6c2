"""The table of a comparison: codes in rows, who speaks of each group, and the verdict."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.verify.comparison import ComparedCode, Comparison, count_words, outcome_words
from app.verify.wording import word
from ui.language import in_words, ui_language

ROW = Qt.ItemDataRole.UserRole + 1
"""The ComparedCode of a row."""
NAME, LEFT, LEFT_SIGNS, RIGHT, RIGHT_SIGNS, VERDICT = range(6)
_NOWHERE = QModelIndex()


class ComparisonModel(QAbstractTableModel):
    """Six columns: code, how many of the left and in which direction, the right, the verdict."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Comparison | None = None
        self._rows: Sequence[ComparedCode] = ()

    def show(self, found: Comparison, rows: Sequence[ComparedCode]) -> None:
        """Show these rows of a comparison."""
        self.beginResetModel()
        self.found, self._rows = found, rows
        self.endResetModel()

    def code_at(self, row: int) -> ComparedCode:
        """Return what stands in a row."""
        return self._rows[row]

    def row_of(self, code_id: int) -> int | None:
        """Return the row of a code; None where it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.claim.id == code_id), None)

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else VERDICT + 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or self.found is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section in (LEFT, RIGHT):
            group = self.found.left if section == LEFT else self.found.right
            return group.words(ui_language())
        if section == NAME:
            return in_words(f"compare.by.{self.found.by}")
        return in_words(f"verify.table.{'verdict' if section == VERDICT else 'direction'}")

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.found is None:
            return None
        code = self._rows[index.row()]
        if role == ROW:
            return code
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(self.found, code, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(self.found, code, index.column())
        return None

    def _words(self, found: Comparison, code: ComparedCode, column: int) -> str:
        language = ui_language()
        if column == NAME:
            return code.claim.name
        if column == VERDICT:
            return outcome_words(found, code.outcome, language)
        side = code.left if column in (LEFT, LEFT_SIGNS) else code.right
        return count_words(side, language) if column in (LEFT, RIGHT) else side.signs

    def _tip(self, found: Comparison, code: ComparedCode, column: int) -> str:
        if column == NAME:
            return code.claim.path
        if column != VERDICT:
            side = code.left if column in (LEFT, LEFT_SIGNS) else code.right
            return word("cell", side.cell.verdict, ui_language())
        words = self._words(found, code, VERDICT)
        if not code.dropped:
            return words
        both = self.tr("{names} speak in both groups and are counted in one at most.")
        return f"{words}\n{both.format(names=', '.join(code.dropped))}"


def _aligned(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column in (LEFT, RIGHT) else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
