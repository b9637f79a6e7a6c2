"""The data accounting sheet as a table model: a question a row, a site a column."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.reduce.summarising.accounting import (
    GOT,
    MISSING,
    PARTLY,
    AccountCell,
    AccountSheet,
    Cell,
)
from ui.language import in_words

CELL = Qt.ItemDataRole.UserRole + 1
SIGNS = {GOT: "done", PARTLY: "partial", MISSING: "none"}
"""The sign of each state, as `ui.widgets.glyphs` draws it."""
_NOWHERE = QModelIndex()
_NO_SHEET = AccountSheet((), (), {})


class AccountModel(QAbstractTableModel):
    """Holds a sheet; where questions and sites stay the same only cells are told anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = _NO_SHEET

    def show_sheet(self, sheet: AccountSheet) -> None:
        """Show another sheet, or the same with other cells."""
        before = self.sheet
        if (before.questions, before.sites) == (sheet.questions, sheet.sites):
            self.sheet = sheet
            if sheet.questions and sheet.sites:
                last = self.index(len(sheet.questions) - 1, len(sheet.sites) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def key(self, index: Any) -> Cell:
        """Return which question and which site a valid index stands for."""
        return self.sheet.questions[index.row()].id, self.sheet.sites[index.column()].id

    def cell_at(self, index: Any) -> AccountCell:
        """Return the cell of a valid index."""
        return self.sheet.cell(*self.key(index))

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.questions)

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.sites)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        heads = self.sheet.sites if across else self.sheet.questions
        if not 0 <= section < len(heads):
            return None
        if across:
            name, more = self.sheet.sites[section].name, self.sheet.sites[section].address
        else:
            question = self.sheet.questions[section]
            name = f"{question.label}   {question.text}" if question.text else question.label
            more = question.text
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return more or name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell_at(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return in_words(f"summaries.accounts.{cell.state}")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._told(index, cell)
        return None

    def _told(self, index: Any, cell: AccountCell) -> str:
        question = self.sheet.questions[index.row()].label
        site = self.sheet.sites[index.column()].name
        said = in_words(f"summaries.accounts.{cell.state}")
        if cell.by_hand:
            said = f"{said} ({in_words('summaries.print.by_hand')})"
        counts = in_words("summaries.print.counts", excerpts=cell.excerpts, sources=cell.sources)
        return "\n".join(
            part for part in (f"{question}, {site}: {said}", counts, cell.note) if part
        )
