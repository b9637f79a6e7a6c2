"""The memos that name something: what leads back to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.reduce.memo_browsing import back_links
from app.reduce.memo_marks import Key
from app.reduce.memos import MemoRow
from app.study import Changed
from ui.session import Session
from ui.widgets.pane_header import PaneHeader

KEY = Qt.ItemDataRole.UserRole
ROWS = 3


class NamedIn(QFrame):
    """Lists the memos that name one thing; hidden where there are none."""

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "top")
        self.session = session
        self._key: Key | None = None
        self.header = PaneHeader(self.tr("Named in"))
        self.list = QListWidget(self)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Memos that name it"))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(KEY)))
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(KEY)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.list)
        session.changed.connect(self._follow)
        self.hide()

    def show_for(self, key: Key | None) -> None:
        """Show which memos name `key`."""
        self._key = key
        if key is None:
            self.hide()
            return
        study = self.session.study
        self.session.tasks.read(
            ("named-in", id(self)),
            lambda: back_links(study, key),
            lambda rows: self._show(key, rows),
        )

    def _follow(self, changed: Changed) -> None:
        if changed.touches("memo", "memo_link") and self._key is not None:
            self.show_for(self._key)

    def _show(self, key: Key, rows: Sequence[MemoRow]) -> None:
        if key != self._key:
            return
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(KEY, row.id)
            item.setToolTip(f"{row.title}\n{row.coder}")
            self.list.addItem(item)
        self.header.set_count(len(rows))
        height = max(24, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(height * min(ROWS, len(rows)) + 4)
        self.setVisible(bool(rows))
