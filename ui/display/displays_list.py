"""The saved displays at the left: choose, rename, copy, order, delete."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from app.display.displays import (
    COVERAGE,
    FLOW,
    NETWORK,
    SCORES,
    DisplayRow,
    add_display,
    copy_display,
    delete_displays,
    order_displays,
    rename_display,
)
from app.display.grid.grids import add_grid
from app.display.scores.displays import add_scores
from ui.session import Session
from ui.widgets.icons import icon
from ui.widgets.pane_header import PaneHeader

ICONS = {COVERAGE: "users", NETWORK: "network", FLOW: "network", SCORES: "hash"}
KEY = Qt.ItemDataRole.UserRole


class _Titles(QListWidget):
    moved = Signal()
    delete_wanted = Signal()

    def dropEvent(self, event: object) -> None:
        super().dropEvent(event)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class DisplaysList(QFrame):
    """Lists the saved displays of a session."""

    chosen = Signal(int)
    draft_wanted = Signal()
    begin_wanted = Signal(str)
    """A network or a flow of codes is to be begun."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rows: list[DisplayRow] = []
        self.wanted: int | None = None
        self._filling = False
        self.setMinimumWidth(150)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        header = PaneHeader(self.tr("Displays"), link=self.tr("New"))
        header.link_clicked.connect(self._new)
        layout.addWidget(header)
        self.list = _Titles(self)
        self.list.setAccessibleName(self.tr("Displays"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout.addWidget(self.list)
        self.list.currentItemChanged.connect(self._current_changed)
        self.list.itemChanged.connect(self._renamed)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.moved.connect(self._moved)
        self.list.delete_wanted.connect(self._delete)

    def set_rows(self, rows: list[DisplayRow]) -> None:
        """Show other displays; the current one stays."""
        current = self.wanted or self._current()
        wanted, self.wanted = self.wanted, None
        self.rows = rows
        self._filling = True
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(icon(ICONS.get(row.kind, "matrix")), row.title)
            item.setData(KEY, row.id)
            item.setToolTip(row.title)
            if not self.session.read_only:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self._filling = False
        self.set_current(current)
        if wanted is not None and self.row(wanted) is not None:
            self.chosen.emit(wanted)

    def set_current(self, display_id: int | None) -> None:
        """Mark a display, without a signal."""
        self._filling = True
        at = next((n for n, row in enumerate(self.rows) if row.id == display_id), -1)
        self.list.setCurrentRow(at)
        self._filling = False

    def row(self, display_id: int | None) -> DisplayRow | None:
        """Return a display by its id."""
        return next((row for row in self.rows if row.id == display_id), None)

    def title_of(self, display_id: int | None) -> str:
        """Return the title of a display; empty for a draft."""
        row = self.row(display_id)
        return row.title if row is not None else ""

    def _current(self) -> int | None:
        item = self.list.currentItem()
        return item.data(KEY) if item is not None else None

    def _current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.chosen.emit(item.data(KEY))

    def _renamed(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        study, key, title = self.session.study, item.data(KEY), item.text()
        self.session.change(lambda: rename_display(study, key, title), failed=self._refused)

    def _refused(self, error: Exception) -> None:
        """Show the titles that the study has, and why the new one was not taken."""
        self.set_rows(self.rows)
        self.session.tasks.problem.emit(error)

    def _moved(self) -> None:
        study = self.session.study
        keys = [self.list.item(n).data(KEY) for n in range(self.list.count())]
        self.session.change(lambda: order_displays(study, keys))

    def _new(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("New matrix")).triggered.connect(self.draft_wanted)
        coverage = menu.addAction(self.tr("Informants × instruments"))
        coverage.setEnabled(not self.session.read_only)
        coverage.triggered.connect(self._add_coverage)
        menu.addSeparator()
        for words, make in (
            (self.tr("Table to fill in"), self._add_grid),
            (self.tr("Table of numbers"), self._add_scores),
            (self.tr("Network of factors…"), lambda: self.begin_wanted.emit(NETWORK)),
            (self.tr("Flow of steps…"), lambda: self.begin_wanted.emit(FLOW)),
        ):
            action = menu.addAction(words)
            action.setEnabled(not self.session.read_only)
            action.triggered.connect(lambda _=False, m=make: m())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(self.width() - 160, 38)))

    def _add_coverage(self) -> None:
        study, title = self.session.study, self.tr("Informants × instruments")
        self.session.change(lambda: add_display(study, title, None), self.come_to)

    def _add_grid(self) -> None:
        study, title = self.session.study, self.tr("Table")
        self.session.change(lambda: add_grid(study, title), self.come_to)

    def _add_scores(self) -> None:
        study, title = self.session.study, self.tr("Table of numbers")
        self.session.change(lambda: add_scores(study, title), self.come_to)

    def come_to(self, display_id: int) -> None:
        """Choose a display that was just made, as soon as it is in the list."""
        if self.row(display_id) is None:
            self.wanted = display_id  # it is chosen when the list has been read again
            return
        self.set_current(display_id)
        self.chosen.emit(display_id)

    def _menu(self, at: QPoint) -> None:
        item = self.list.itemAt(at)
        if item is None or self.session.read_only:
            return
        study, key = self.session.study, item.data(KEY)
        menu = QMenu(self)
        menu.addAction(self.tr("Rename")).triggered.connect(lambda: self.list.editItem(item))
        menu.addAction(self.tr("Make a copy")).triggered.connect(
            lambda: self.session.change(lambda: copy_display(study, key), self.come_to)
        )
        menu.addAction(self.tr("Delete")).triggered.connect(self._delete)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _delete(self) -> None:
        key = self._current()
        if key is not None and not self.session.read_only:
            study = self.session.study
            self.session.change(lambda: delete_displays(study, [key]))
