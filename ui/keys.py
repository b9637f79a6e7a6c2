"""The keys: every action that has one, in a list that can be searched."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.search_field import SearchField
from ui.widgets.tables import dress_table


class KeysDialog(QDialog):
    """Lists actions with their keys."""

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(520, 600)
        shown = [(a.text().replace("&", ""), a.shortcut()) for a in actions]
        rows = [(words, keys) for words, keys in shown if not keys.isEmpty()]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        self.field = SearchField(self.tr("Find an action"))
        layout.addWidget(self.field)
        self.table = QTableWidget(len(rows), 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Key")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        dress_table(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row, (words, keys) in enumerate(rows):
            self.table.setItem(row, 0, QTableWidgetItem(words))
            form = QKeySequence.SequenceFormat.NativeText
            self.table.setItem(row, 1, QTableWidgetItem(keys.toString(form)))
        layout.addWidget(self.table)
        self.field.searched.connect(self._filter)

    def _filter(self, words: str) -> None:
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            hidden = item is not None and words.casefold() not in item.text().casefold()
            self.table.setRowHidden(row, hidden)
