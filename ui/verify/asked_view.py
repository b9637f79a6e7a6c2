"""Who was asked about which focus: informants in rows, foci in columns, silence told apart."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.design.coverage import set_asked
from app.verify.asked import AskedGrid, AskedState, asked_grid
from ui.language import in_words
from ui.theme import theme
from ui.verify.live import LiveTriangulation
from ui.widgets.glyphs import glyph_for, paint_glyph
from ui.widgets.tables import dress_table

STATE = Qt.ItemDataRole.UserRole + 1
SIGNS = {
    AskedState.SPOKE: "spoke",
    AskedState.SILENT: "silent",
    AskedState.UNMARKED: "single",
    AskedState.NOT_ASKED: "not_asked",
    AskedState.NEVER_HEARD: "not_examined",
}
CELL = 200
_NOWHERE = QModelIndex()


class AskedModel(QAbstractTableModel):
    """The grid of who was asked what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid: AskedGrid | None = None
        self.people: Sequence[int] = ()
        self.foci: Sequence[int] = ()

    def show(self, grid: AskedGrid) -> None:
        """Show a grid."""
        self.beginResetModel()
        self.grid, self.people, self.foci = grid, list(grid.informants), list(grid.foci)
        self.endResetModel()

    def pair(self, index: Any) -> tuple[int, int]:
        """Return the informant and the focus of a cell."""
        return self.people[index.row()], self.foci[index.column()]

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.foci)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self.grid is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.grid.foci[self.foci[section]]
        return self.grid.informants[self.people[section]]

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.grid is None:
            return None
        state = self.grid.of(*self.pair(index))
        if role == STATE:
            return state
        shown = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        return in_words(f"gaps.asked.{state}") if role in shown else None


class _AskedDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_ground"))
        place = QRectF(rect.left() + 8, rect.center().y() - 7, 14, 14)
        paint_glyph(painter, place, glyph_for(SIGNS[index.data(STATE)]))
        painter.setPen(theme().color("ink"))
        words = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, round(rect.width()) - 34
        )
        painter.drawText(rect.adjusted(28, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class AskedTable(QTableView):
    """Space marks a cell asked, then not asked, then takes the mark away; so does the menu."""

    marked = Signal(list, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(AskedModel(self))
        self.setItemDelegate(_AskedDelegate(self))
        dress_table(self)
        self.verticalHeader().show()
        self.verticalHeader().setDefaultSectionSize(30)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Who was asked"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        theme().changed.connect(self.viewport().update)

    @property
    def grid(self) -> AskedModel:
        model = self.model()
        assert isinstance(model, AskedModel)
        return model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self.currentIndex().isValid():
            super().keyPressEvent(event)
            return
        state = self.currentIndex().data(STATE)
        after = {AskedState.SILENT: "not_asked", AskedState.NOT_ASKED: ""}
        self.mark(after.get(state, "asked"))

    def mark(self, state: str) -> None:
        """Ask that the chosen cells be marked."""
        cells = [self.grid.pair(index) for index in self.selectedIndexes()]
        if cells:
            self.marked.emit(cells, state)

    def menu(self) -> QMenu:
        """Return the menu of the chosen cells."""
        menu = QMenu(self)
        for words, state in (
            (self.tr("Mark as asked"), "asked"),
            (self.tr("Mark as not asked"), "not_asked"),
            (self.tr("Take the mark away"), ""),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, s=state: self.mark(s))
        return menu

    def _open_menu(self, at: QPoint) -> None:
        if self.selectedIndexes() and self.isEnabled():
            self.menu().popup(self.viewport().mapToGlobal(at))


class AskedView(QWidget):
    """The table with a line that says what its words mean."""

    def __init__(self, live: LiveTriangulation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self.table = AskedTable(self)
        self.table.marked.connect(self._mark)
        self.words = QLabel(
            self.tr(
                "Silence counts only where somebody was asked. Whoever was marked as not asked is "
                "left out of what was examined. Space changes the mark."
            ),
            self,
        )
        self.words.setWordWrap(True)
        self.words.setProperty("kind", "soft")
        self.words.setContentsMargins(14, 8, 14, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        live.changed.connect(self._ask)

    def _ask(self) -> None:
        study, found = self.live.session.study, self.live.now
        if found is not None:
            self.live.session.tasks.read(
                ("asked", id(self)), lambda: asked_grid(study, found), self._show
            )

    def _show(self, grid: AskedGrid) -> None:
        at = self.table.currentIndex()
        row, column = at.row(), at.column()
        self.table.grid.show(grid)
        for number in range(self.table.grid.columnCount()):
            self.table.setColumnWidth(number, CELL)
        if row >= 0:
            self.table.setCurrentIndex(self.table.grid.index(row, column))

    def _mark(self, cells: list[tuple[int, int]], state: str) -> None:
        if not self.live.session.read_only:
            study = self.live.session.study
            self.live.session.change(lambda: set_asked(study, cells, state))
