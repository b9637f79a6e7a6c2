"""The code tree: choose codes, rename them in place, drag them, and let words fall on them."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QEnterEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from ui.badge_words import badge_words
from ui.reduce.code_delegate import INDENT, CodeDelegate
from ui.reduce.code_filter import CodeFilter, above
from ui.reduce.code_model import CodeModel, Index
from ui.theme import theme

EXPAND_AFTER = 600  # milliseconds that something is held over a closed code


class CodeTree(QTreeView):
    """Shows a CodeModel. The chosen codes are the selected rows."""

    chosen = Signal(list)  # code ids, in the order of the tree
    entered = Signal(list)  # Enter on chosen codes: use them
    menu_wanted = Signal(QPoint, list)  # global position, code ids
    filtered = Signal()  # other codes may be seen
    filter_left = Signal()  # Esc while a filter is on

    def __init__(self, model: CodeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.codes = model
        self._delegate = CodeDelegate(self)
        self._closed: set[int] = set()
        self._kept: tuple[list[int], int | None, int] = ([], None, 0)
        self.filter = CodeFilter()
        self.found: set[int] = set()
        self._hidden: set[int] = set()
        self._filtering = False
        self._mouse = QPoint(-1, -1)  # where it is, for the rows that are painted now
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_behaviour()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.restated.connect(self._look_again)
        model.layoutChanged.connect(self._keep_current_in_sight)
        self.collapsed.connect(self._note_closed)
        self.expanded.connect(self._note_opened)
        self.customContextMenuRequested.connect(self._on_menu)
        theme().changed.connect(self.viewport().update)

    def _set_behaviour(self) -> None:
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(EXPAND_AFTER)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Codes"))
        self.header().setStretchLastSection(True)

    # --- which codes ---------------------------------------------------------------------

    def chosen_ids(self) -> list[int]:
        """Return the chosen codes in the order of the tree."""
        ids = {index.internalId() for index in self.selectedIndexes()}
        return [code for code in self.codes.nodes if code in ids]

    def choose(self, ids: Iterable[int]) -> None:
        """Choose codes, open what is above them, and bring the first one into sight."""
        selection, first = QItemSelection(), QModelIndex()
        for code_id in ids:
            index = self.codes.index_of(code_id)
            if index.isValid():
                selection.select(index, index)
                first = first if first.isValid() else index
                self._open_above(index)
        flags = QItemSelectionModel.SelectionFlag
        if first.isValid():
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.scrollTo(first)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def in_sight(self) -> list[int]:
        """Return the codes that are neither hidden nor closed away, from top to bottom."""
        found: list[int] = []
        index = self.codes.index(0)
        index = index if index.internalId() not in self._hidden else self.indexBelow(index)
        while index.isValid():
            found.append(index.internalId())
            index = self.indexBelow(index)
        return found

    def rename(self, code_id: int) -> None:
        """Let the name of a code be edited where it stands."""
        index = self.codes.index_of(code_id)
        if index.isValid() and not self.codes.read_only:
            self._open_above(index)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def set_filter(self, wanted: CodeFilter) -> None:
        """Show only codes that fit, with what is above them; only rows that differ are touched."""
        was_on, self.filter = self.filter.on, wanted
        self._delegate.pattern = wanted.pattern()
        nodes = self.codes.nodes
        self.found = wanted.found(nodes)
        self._delegate.found = self.found if wanted.on else None
        over = above(nodes, self.found)
        hidden = nodes.keys() - self.found - over
        for code_id in hidden ^ self._hidden:
            if code_id in nodes:
                node = nodes[code_id]
                parent = self.codes.index_of(node.code.parent_id or 0)
                self.setRowHidden(node.row, parent, code_id in hidden)
        self._hidden = set(hidden)
        self._open_for_filter(over, was_on=was_on)
        self.viewport().update()
        self.filtered.emit()

    def _open_for_filter(self, over: Iterable[int], *, was_on: bool) -> None:
        """Open what is above the codes found; what was closed is closed again afterwards."""
        self._filtering = True
        if self.filter.on:
            for code_id in over:
                if code_id in self._closed:
                    self.setExpanded(self.codes.index_of(code_id), True)
        elif was_on:
            for code_id in self._closed:
                self.setExpanded(self.codes.index_of(code_id), False)
        self._filtering = False

    def _look_again(self) -> None:
        """Follow other names, counts and marks: the filter may find other codes."""
        if self.filter.on:
            self.set_filter(self.filter)
        self.viewport().update()

    def _note_closed(self, index: QModelIndex) -> None:
        if not self._filtering:
            self._closed.add(index.internalId())

    def _note_opened(self, index: QModelIndex) -> None:
        if not self._filtering:
            self._closed.discard(index.internalId())

    def _keep_current_in_sight(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def hides(self, code_id: int) -> bool:
        """Whether the filter hides a code."""
        return code_id in self._hidden

    def _open_above(self, index: QModelIndex) -> None:
        above = index.parent()
        while above.isValid():
            if not self.isExpanded(above):
                self.setExpanded(above, True)
            above = above.parent()

    # --- following the model -------------------------------------------------------------

    def _remember(self) -> None:
        current = self.currentIndex()
        now = current.internalId() if current.isValid() else None
        self._kept = (self.chosen_ids(), now, self.verticalScrollBar().value())

    def _restore(self) -> None:
        ids, current, place = self._kept
        self.ensurePolished()
        closed = set(self._closed)
        self.expandAll()
        self._closed = {code for code in closed if code in self.codes.nodes}
        for code_id in self._closed:
            self.setExpanded(self.codes.index_of(code_id), False)
        self._hidden = set()  # a reset forgets which rows were hidden
        self.set_filter(self.filter)
        selection = QItemSelection()
        for code_id in ids:
            index = self.codes.index_of(code_id)
            if index.isValid():
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        if current is not None:
            there = self.codes.index_of(current)
            self.selectionModel().setCurrentIndex(there, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        self.verticalScrollBar().setValue(place)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.chosen_ids())

    # --- painting ------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._mouse = self.viewport().mapFromGlobal(self.cursor().pos())
        super().paintEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground over the whole width; the delegate paints the rest."""
        whole = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        chosen = self.selectionModel().isSelected(QModelIndex(index))
        if chosen:
            painter.fillRect(whole, theme().color("accent_ground"))
        elif whole.contains(self._mouse):
            painter.fillRect(whole, theme().color("hover"))
        item = QStyleOptionViewItem(option)
        item.rect = self.visualRect(index)
        if self.isExpanded(index):
            item.state |= QStyle.StateFlag.State_Open
        self._delegate.paint(painter, item, index)
        if self.hasFocus() and index == self.currentIndex():
            painter.setPen(QPen(theme().color("accent"), 1))
            painter.drawRect(whole.adjusted(0, 0, -1, -1))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint nothing: the delegate paints the chevron beside the colour."""

    def enterEvent(self, event: QEnterEvent) -> None:
        self._delegate.show_chevrons = True
        self.viewport().update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._delegate.show_chevrons = False
        self.viewport().update()
        super().leaveEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(296, 400)

    # --- mouse and keys ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.state() != QAbstractItemView.State.EditingState and self.chosen_ids():
            self.entered.emit(self.chosen_ids())
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and self.filter.on:
            self.filter_left.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            node = self.codes.node(index)
            tip = "" if node is None else str(index.data(Qt.ItemDataRole.ToolTipRole))
            if node is not None and node.verdict:
                tip += "\n" + badge_words(node.verdict)
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.choose([index.internalId()])
        self.menu_wanted.emit(self.viewport().mapToGlobal(at), self.chosen_ids())
