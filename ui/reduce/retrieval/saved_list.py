"""The questions that were kept under a name: ask one again, rename it, delete it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.reduce.retrieval.saving import Saved
from ui.widgets.pane_header import PaneHeader

_SAVED = Qt.ItemDataRole.UserRole


class SavedList(QFrame):
    """Enter or a click asks again; F2 renames in place; Delete deletes."""

    asked = Signal(object)  # Saved
    save_wanted = Signal(str)
    renamed = Signal(int, str)
    deleted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PaneHeader(self.tr("Saved questions"), parent=self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Saved questions"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hint = QLabel(self.tr("A question that is saved is asked again with one click."), self)
        self.hint.setProperty("kind", "soft")
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(14, 4, 14, 4)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name of this question"))
        self.name.setAccessibleName(self.tr("Name of this question"))
        self.save = QPushButton(self.tr("Save"), self)
        self._can_write = True
        self._arrange()
        self._make_actions()
        self.list.itemActivated.connect(self._on_ask)
        self.list.itemClicked.connect(self._on_ask)
        self.list.itemChanged.connect(self._on_rename)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.name.textChanged.connect(lambda _: self._show())
        self.name.returnPressed.connect(self.save.click)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.name.text()))
        self._show()

    def _arrange(self) -> None:
        row = QVBoxLayout()
        row.setContentsMargins(14, 8, 14, 10)
        row.setSpacing(6)
        row.addWidget(self.name)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _make_actions(self) -> None:
        self.rename = QAction(self.tr("Rename"), self)
        self.rename.setShortcut(Qt.Key.Key_F2)
        self.rename.triggered.connect(self._edit)
        self.delete = QAction(self.tr("Delete"), self)
        self.delete.setShortcut(Qt.Key.Key_Delete)
        self.delete.triggered.connect(self._delete)
        for action in (self.rename, self.delete):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        self.list.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Delete:
            self._delete()
            return True
        return super().eventFilter(watched, event)

    def set_can_write(self, can: bool) -> None:
        """Let questions be kept, or not."""
        self._can_write = can
        self._show()

    def show_saved(self, found: Sequence[Saved], current: int | None) -> None:
        """Show the questions kept; `current` is the one that is asked."""
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            item = QListWidgetItem(one.title, self.list)
            item.setData(_SAVED, one)
            item.setToolTip(one.title)
            flags = item.flags() | Qt.ItemFlag.ItemIsEditable
            item.setFlags(flags if self._can_write else item.flags())
            if one.id == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.hint.setVisible(not found)
        self.list.setVisible(bool(found))
        self.header.set_count(len(found) or None)

    def _on_ask(self, item: QListWidgetItem) -> None:
        one: Saved = item.data(_SAVED)
        self.name.setText(one.title)
        self.asked.emit(one)

    def _on_rename(self, item: QListWidgetItem) -> None:
        one: Saved = item.data(_SAVED)
        title = item.text().strip()
        if title == one.title or not title:
            self.list.blockSignals(True)
            item.setText(one.title)
            self.list.blockSignals(False)
            return
        self.renamed.emit(one.id, title)

    def _edit(self) -> None:
        if self.list.currentItem() is not None and self._can_write:
            self.list.editItem(self.list.currentItem())

    def _delete(self) -> None:
        ids = [item.data(_SAVED).id for item in self.list.selectedItems()]
        if ids and self._can_write:
            self.deleted.emit(ids)

    def _on_menu(self, at: QPoint) -> None:
        if self.list.itemAt(at) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.rename, self.delete])
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _show(self) -> None:
        self.name.setEnabled(self._can_write)
        self.save.setEnabled(self._can_write and bool(self.name.text().strip()))
        for action in (self.rename, self.delete):
            action.setEnabled(self._can_write)
