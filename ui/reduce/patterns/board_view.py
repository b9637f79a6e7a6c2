"""The board: cards that are dragged, or moved by keys, between groups and into new ones."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from ui.reduce.code_model import codes_in
from ui.reduce.patterns.board_delegate import RADIUS, BoardDelegate
from ui.reduce.patterns.board_layout import PAD, Frame, Layout, lay_out
from ui.reduce.patterns.board_model import LOOSE, BoardModel
from ui.reduce.patterns.board_steps import step_from
from ui.reduce.patterns.board_targets import Target, target_at
from ui.theme import theme, ui_font

Move = QAbstractItemView.CursorAction
Flag = QItemSelectionModel.SelectionFlag
EDGE = 36  # from the border on a drag scrolls
STEP = 24


class BoardView(QAbstractItemView):
    """Shows a BoardModel. What is done here is only told."""

    moved = Signal(list, object, object)  # codes, group or None, position or None
    grouped = Signal(list)  # codes for a new group; none for an empty one
    chosen = Signal(list)
    menu_wanted = Signal(QPoint, list)

    def __init__(self, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = model
        self.layout_of_items = Layout()
        self.target: Target | None = None
        self._kept: tuple[list[int], int | None, QPoint] = ([], None, QPoint())
        self.setModel(model)
        self.setItemDelegate(BoardDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Board of codes"))
        self.customContextMenuRequested.connect(self._on_menu)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        theme().changed.connect(self.viewport().update)

    # --- which codes -----------------------------------------------------------------------

    def chosen_ids(self) -> list[int]:
        """Return the chosen codes in the order of the board."""
        items = (self.board.item(index) for index in self.selectedIndexes())
        return self.board.in_order({item.code.id for item in items if item is not None})

    def choose(self, ids: Iterable[int]) -> None:
        """Choose codes and bring the first into sight."""
        selection, first = QItemSelection(), QModelIndex()
        for code_id in ids:
            index = self.board.index_of(code_id)
            if index.isValid():
                selection.select(index, index)
                first = first if first.isValid() else index
        if first.isValid():
            self.selectionModel().setCurrentIndex(first, Flag.NoUpdate)
            self.scrollTo(first)
        self.selectionModel().select(selection, Flag.ClearAndSelect)

    def rename(self, code_id: int) -> None:
        """Let a name be edited where it stands."""
        index = self.board.index_of(code_id)
        if index.isValid() and not self.board.read_only:
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def _remember(self) -> None:
        item = self.board.item(self.currentIndex())
        place = QPoint(self.horizontalOffset(), self.verticalOffset())
        self._kept = (self.chosen_ids(), item and item.code.id, place)

    def _restore(self) -> None:
        self._lay()
        ids, current, place = self._kept
        self.horizontalScrollBar().setValue(place.x())
        self.verticalScrollBar().setValue(place.y())
        if current is not None:
            there = self.board.index_of(current)
            self.selectionModel().setCurrentIndex(there, Flag.NoUpdate)
        selection = QItemSelection()
        for code_id in ids:
            index = self.board.index_of(code_id)
            if index.isValid():
                selection.select(index, index)
        self.selectionModel().select(selection, Flag.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.chosen.emit(self.chosen_ids())

    # --- places ----------------------------------------------------------------------------

    def _lay(self) -> None:
        self.layout_of_items = lay_out(self.board.shape.items, self.viewport().height())
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        port, found = self.viewport().size(), self.layout_of_items
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        sizes = ((found.width, port.width()), (found.height, port.height()))
        for bar, (whole, seen) in zip(bars, sizes, strict=True):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(STEP)
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    def visualRect(self, index: QModelIndex) -> QRect:
        at = index.row() if index.isValid() else -1
        rects = self.layout_of_items.rects
        return rects[at].translated(-self._offset()) if 0 <= at < len(rects) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        at = self.layout_of_items.at(point + self._offset())
        return self.board.index(at, 0) if at >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect, port = self.visualRect(index), self.viewport().rect()
        if rect.isNull():
            return
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + _shift(rect.left(), rect.right(), port.width()))
        down.setValue(down.value() + _shift(rect.top(), rect.bottom(), port.height()))

    def isIndexHidden(self, index: QModelIndex) -> bool:
        return False

    def setSelection(self, rect: QRect, command: Flag) -> None:
        wanted = rect.normalized().translated(self._offset())
        selection = QItemSelection()
        for number, place in enumerate(self.layout_of_items.rects):
            if place.intersects(wanted):
                index = self.board.index(number, 0)
                selection.select(index, index)
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        at = self.currentIndex().row()
        to = step_from(self.layout_of_items.rects, at, action, self.viewport().height())
        return self.board.index(to, 0) if to >= 0 else QModelIndex()

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme().color("bg"))
        seen = event.rect().translated(self._offset())
        painter.translate(-self._offset())
        for frame in sorted(self.layout_of_items.frames, key=lambda frame: frame.depth):
            if frame.rect.intersects(seen):
                self._paint_frame(painter, frame)
        self._paint_new(painter)
        painter.resetTransform()
        self._paint_items(painter, seen)
        if self.target is not None and not self.target.is_new:
            mark = self.target.mark.translated(-self._offset())
            painter.fillRect(mark, theme().color("accent"))
        painter.end()

    def _paint_frame(self, painter: QPainter, frame: Frame) -> None:
        ground = "bg" if frame.depth % 2 else "panel"
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("bg" if frame.group == LOOSE else ground))
        if frame.group != LOOSE:
            painter.drawRoundedRect(frame.rect.adjusted(0, 0, -1, -1), RADIUS + 2, RADIUS + 2)
            return
        painter.setFont(ui_font(10, bold=True))
        painter.setPen(theme().color("soft"))
        place = frame.rect.adjusted(PAD, 0, -PAD, 0)
        place.setHeight(30)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, middle, self.tr("Not in a group"))

    def _paint_new(self, painter: QPainter) -> None:
        """Paint the place where codes are dropped that make a group of their own."""
        wanted = self.target is not None and self.target.is_new
        pen = QPen(theme().color("accent" if wanted else "line_strong"), 1.2)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme().color("accent_ground" if wanted else "bg"))
        place = self.layout_of_items.new_group
        painter.drawRoundedRect(place.adjusted(0, 0, -1, -1), RADIUS + 2, RADIUS + 2)
        painter.setFont(ui_font(10))
        painter.setPen(theme().color("soft"))
        words = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        inside = place.adjusted(PAD, 16, -PAD, -PAD)
        flags = words | Qt.TextFlag.TextWordWrap
        painter.drawText(inside, flags, self.tr("New group: drop codes here, or click"))

    def _paint_items(self, painter: QPainter, seen: QRect) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~QStyle.StateFlag.State_HasFocus & ~QStyle.StateFlag.State_MouseOver
        under = self.viewport().mapFromGlobal(self.cursor().pos())
        for number, rect in enumerate(self.layout_of_items.rects):
            if not rect.intersects(seen):
                continue
            index = self.board.index(number, 0)
            option.rect = rect.translated(-self._offset())
            option.state = plain
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if self.hasFocus() and index == self.currentIndex():
                option.state |= QStyle.StateFlag.State_HasFocus
            if self.viewport().underMouse() and option.rect.contains(under):
                option.state |= QStyle.StateFlag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)

    # --- dragging --------------------------------------------------------------------------

    def target_at(self, point: QPoint, ids: list[int]) -> Target | None:
        """Return where codes that are dropped at a point of the viewport would go."""
        place = point + self._offset()
        return target_at(self.board, self.layout_of_items, place, ids)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if codes_in(event.mimeData()) and not self.board.read_only:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        at = event.position().toPoint()
        self._scroll_at(at)
        self.target = self.target_at(at, codes_in(event.mimeData()))
        self.viewport().update()
        if self.target is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def _scroll_at(self, at: QPoint) -> None:
        port = self.viewport().rect()
        bars = ((self.horizontalScrollBar(), at.x(), port.width()),
                (self.verticalScrollBar(), at.y(), port.height()))  # fmt: skip
        for bar, place, size in bars:
            if place < EDGE:
                bar.setValue(bar.value() - STEP)
            elif place > size - EDGE:
                bar.setValue(bar.value() + STEP)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.target = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        ids = codes_in(event.mimeData())
        target = self.target_at(event.position().toPoint(), ids)
        self.target = None
        self.viewport().update()
        if target is None:
            event.ignore()
            return
        # The study moves the codes; a move that is taken would make the view remove them here.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if target.is_new:
            self.grouped.emit(ids)
        else:
            self.moved.emit(ids, target.group, target.position)

    # --- mouse and keys --------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint() + self._offset()
        clicked = event.button() == Qt.MouseButton.LeftButton
        if clicked and self.layout_of_items.new_group.contains(place) and not self.board.read_only:
            self.grouped.emit([])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0)}
        step[Qt.Key.Key_Right] = (1, 0)
        where = step.get(Qt.Key(event.key())) if alt else None
        if where is None:
            super().keyPressEvent(event)
            return
        event.accept()
        if not self.board.read_only:
            self.shift(*where)

    def shift(self, columns: int, places: int) -> None:
        """Move the chosen codes by a place in their group, or into the group beside it."""
        ids = self.chosen_ids()
        item = self.board.item(self.board.index_of(ids[0])) if ids else None
        if item is None:
            return
        if columns:
            self._to_group_beside(ids, columns)
            return
        siblings = self.board.shape.children[item.code.parent_id]
        moving = [code for code in ids if code in siblings]
        ends = [siblings.index(code) for code in moving]
        to = min(ends) - 1 if places < 0 else max(ends) + 2
        if 0 <= to <= len(siblings):
            self.moved.emit(moving, item.code.parent_id, to)

    def _to_group_beside(self, ids: list[int], steps: int) -> None:
        item = self.board.item(self.board.index_of(ids[0]))
        assert item is not None
        groups = [None, *(i.code.id for i in self.board.shape.items if i.is_group)]
        free = [g for g in groups if not any(self.board.is_above(code, g) for code in ids)]
        here = item.code.parent_id
        to = free.index(here) + steps if here in free else -1
        if 0 <= to < len(free):
            self.moved.emit(ids, free[to], None)

    def _on_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        self.menu_wanted.emit(self.viewport().mapToGlobal(at), self.chosen_ids())


def _shift(first: int, last: int, room: int) -> int:
    """Return by how much to scroll so that [first, last] is seen, its beginning in any case."""
    margin = PAD
    if first < margin:
        return first - margin
    return max(0, min(last + margin - room, first - margin))
