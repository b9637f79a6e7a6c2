"""The keys: every action with its key, in a list that can be searched; a key can be changed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import key_bindings
from ui.widgets.search_field import SearchField
from ui.widgets.tables import dress_table


class KeysDialog(QDialog):
    """Lists actions with their keys. Choose one, press its new key, and it has it at once."""

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(560, 640)
        self.actions_shown = [a for a in actions if not a.isSeparator() and a.text()]
        key_bindings.take_up(self.actions_shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        self.field = SearchField(self.tr("Find an action"))
        layout.addWidget(self.field)
        self.table = QTableWidget(len(self.actions_shown), 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Key")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        dress_table(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout.addWidget(self.table)
        layout.addLayout(self._editing())
        self.said = QLabel(self)
        self.said.setProperty("kind", "soft")
        self.said.setWordWrap(True)
        layout.addWidget(self.said)
        self.field.searched.connect(self._filter)
        self.table.currentCellChanged.connect(lambda *_: self._show_current())
        self._fill()
        self._show_current()

    def _editing(self) -> QHBoxLayout:
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("New key"))
        for line in self.edit.findChildren(QLineEdit):
            line.setPlaceholderText(self.tr("Press the key"))
        self.edit.editingFinished.connect(self._take)
        self.first = QPushButton(self.tr("As it came"), self)
        self.first.clicked.connect(self._give_back)
        self.all_first = QPushButton(self.tr("All as they came"), self)
        self.all_first.clicked.connect(self._give_all_back)
        for button in (self.first, self.all_first):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("New key")))
        row.addWidget(self.edit, 1)
        row.addWidget(self.first)
        row.addWidget(self.all_first)
        return row

    def current(self) -> QAction | None:
        """Return the action that is chosen."""
        row = self.table.currentRow()
        return self.actions_shown[row] if row >= 0 else None

    def _fill(self) -> None:
        form = QKeySequence.SequenceFormat.NativeText
        for row, action in enumerate(self.actions_shown):
            keys = ", ".join(key.toString(form) for key in action.shortcuts())
            words = action.text().replace("&", "")
            for column, text in enumerate((words, keys)):
                item = QTableWidgetItem(text)
                font = item.font()
                font.setBold(key_bindings.is_own(action))
                item.setFont(font)
                self.table.setItem(row, column, item)

    def _show_current(self) -> None:
        action = self.current()
        self.edit.setEnabled(action is not None)
        self.first.setEnabled(action is not None)
        self.edit.setKeySequence(action.shortcut() if action is not None else QKeySequence())

    def _take(self) -> None:
        action, key = self.current(), self.edit.keySequence()
        if action is None or key == action.shortcut():
            return
        others = [
            other
            for other in self.actions_shown
            if other is not action
            and not key.isEmpty()
            and key in other.shortcuts()
            and other.shortcutContext() == action.shortcutContext()
            and other.associatedObjects()[:1] == action.associatedObjects()[:1]
        ]
        for other in others:
            key_bindings.choose(other, [k for k in other.shortcuts() if k != key])
        key_bindings.choose(action, [] if key.isEmpty() else [key])
        names = ", ".join(other.text().replace("&", "") for other in others)
        lost = self.tr("{names} has no such key any more.")
        self.said.setText(lost.format(names=names) if others else "")
        self._fill()

    def _give_back(self) -> None:
        action = self.current()
        if action is not None:
            key_bindings.give_back([action])
            self._fill()
            self._show_current()

    def _give_all_back(self) -> None:
        key_bindings.give_back(self.actions_shown)
        self.said.setText("")
        self._fill()
        self._show_current()

    def _filter(self, words: str) -> None:
        for row in range(self.table.rowCount()):
            found = [self.table.item(row, column).text().casefold() for column in (0, 1)]
            hidden = not any(words.casefold() in text for text in found)
            self.table.setRowHidden(row, hidden)

    def keyPressEvent(self, event: object) -> None:
        if self.edit.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # Enter is a key here like any other, not the end of the dialog
        super().keyPressEvent(event)
