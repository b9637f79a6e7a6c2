"""The canvas of a network: boxes are moved, links drawn from box to box, both chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from app.display.network.networks import Network
from app.display.network.routes import routes
from ui.display.network.items import NodeItem, TieItem
from ui.theme import theme

NUDGE = 8.0
LEAST, MOST = 0.3, 2.5


class NetworkView(QGraphicsView):
    """Shows one network. Ctrl and the wheel make it larger; Delete removes what is chosen."""

    moved = Signal(object)  # {node id: (x, y)}
    linked = Signal(int, int)  # from, to
    chosen = Signal()
    opened = Signal(object)  # a Node or a Tie that was double-clicked
    added_at = Signal(object)  # a point of an empty place that was double-clicked
    removing = Signal()
    menu_wanted = Signal(object, object)  # global position, the point on the canvas

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = QGraphicsScene(self)
        self.setScene(self._canvas)
        self.setAccessibleName(self.tr("Network"))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFrameShape(self.Shape.NoFrame)
        self.setDragMode(self.DragMode.RubberBandDrag)
        self.setTransformationAnchor(self.ViewportAnchor.AnchorUnderMouse)
        self.nodes: dict[int, NodeItem] = {}
        self.ties: dict[int, TieItem] = {}
        self.read_only = False
        self._line: tuple[NodeItem, QPointF] | None = None
        self._before: dict[int, tuple[float, float]] = {}
        self._canvas.selectionChanged.connect(self.chosen)
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setBackgroundBrush(theme().color("bg"))
        self._canvas.update()

    def show_network(self, network: Network, *, fit: bool) -> None:
        """Show a network; what was chosen stays chosen. With `fit` all of it is in sight."""
        nodes, ties = self.chosen_ids()
        scene = self._canvas
        scene.blockSignals(True)
        scene.clear()
        self.ties = {}
        self.nodes = {
            node.id: NodeItem(node, self._follow, fixed=self.read_only) for node in network.nodes
        }
        self.ties = {tie.id: TieItem(tie) for tie in network.ties}
        self._follow()
        for item in (*self.ties.values(), *self.nodes.values()):
            scene.addItem(item)
        for key in nodes:
            if key in self.nodes:
                self.nodes[key].setSelected(True)
        for key in ties:
            if key in self.ties:
                self.ties[key].setSelected(True)
        scene.blockSignals(False)
        scene.setSceneRect(scene.itemsBoundingRect().adjusted(-200, -200, 200, 200))
        if fit:
            self.fit()
        self.chosen.emit()

    def _follow(self) -> None:
        """Let the arrows lead from box to box where they stand now."""
        nodes = [item.here() for item in self.nodes.values()]
        for key, way in routes(nodes, (item.tie for item in self.ties.values())).items():
            self.ties[key].follow(way)

    def fit(self) -> None:
        """Bring all of it into sight, never larger than it is drawn."""
        rect = self._canvas.itemsBoundingRect().adjusted(-30, -30, 30, 30)
        if rect.isEmpty() or not self.nodes:
            self.resetTransform()
            return
        self.fitInView(rect, Qt.AspectRatioMode.KeepAspectRatio)
        if self.transform().m11() > 1:
            self.resetTransform()
            self.centerOn(rect.center())

    def chosen_ids(self) -> tuple[list[int], list[int]]:
        """Return the ids of the nodes and of the links that are chosen."""
        nodes = [key for key, item in self.nodes.items() if item.isSelected()]
        return nodes, [key for key, item in self.ties.items() if item.isSelected()]

    def choose(self, *, node: int | None = None, tie: int | None = None) -> None:
        """Choose one node or one link alone."""
        self._canvas.clearSelection()
        item = self.nodes.get(node or 0) or self.ties.get(tie or 0)
        if item is not None:
            item.setSelected(True)

    # --- mouse ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        node = self._node_at(at)
        if event.button() == Qt.MouseButton.LeftButton and not self.read_only:
            if node is not None and node.knob().contains(node.mapFromScene(at)):
                self._line = (node, at)
                event.accept()
                return
            self._before = self._places()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._line is not None:
            self._line = (self._line[0], self.mapToScene(event.position().toPoint()))
            self.viewport().update()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._line is not None:
            begin, at = self._line
            self._line = None
            self.viewport().update()
            end = self._node_at(at)
            if end is not None and end is not begin:
                self.linked.emit(begin.node.id, end.node.id)
            return
        super().mouseReleaseEvent(event)
        self._tell_moved()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.mapToScene(event.position().toPoint())
        item = self._item_at(at)
        if isinstance(item, NodeItem):
            self.opened.emit(item.node)
        elif isinstance(item, TieItem):
            self.opened.emit(item.tie)
        elif not self.read_only:
            self.added_at.emit(at)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.mapToScene(event.pos())
        item = self._item_at(at)
        if item is not None and not item.isSelected():
            self._canvas.clearSelection()
            item.setSelected(True)
        self.menu_wanted.emit(event.globalPos(), at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.15 if event.angleDelta().y() > 0 else 1 / 1.15)
            event.accept()
            return
        super().wheelEvent(event)

    def zoom(self, by: float) -> None:
        """Make it larger, or smaller."""
        now = self.transform().m11() * by
        if LEAST <= now <= MOST:
            self.scale(by, by)

    # --- keys -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Left: (-NUDGE, 0.0),
            Qt.Key.Key_Right: (NUDGE, 0.0),
            Qt.Key.Key_Up: (0.0, -NUDGE),
            Qt.Key.Key_Down: (0.0, NUDGE),
        }
        nodes, ties = self.chosen_ids()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and (nodes or ties):
            self.removing.emit()
        elif key in steps and nodes and not self.read_only:
            self._before = self._places()
            for node in nodes:
                self.nodes[node].moveBy(*steps[Qt.Key(key)])
            self._tell_moved()
        elif key == Qt.Key.Key_Tab:
            self._choose_next(1)
        elif key == Qt.Key.Key_Backtab:
            self._choose_next(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (nodes or ties):
            item = self.nodes[nodes[0]] if nodes else self.ties[ties[0]]
            self.opened.emit(item.node if isinstance(item, NodeItem) else item.tie)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab go through the boxes and arrows, while there are any."""
        if self.nodes and self.hasFocus():
            self._choose_next(1 if forwards else -1)
            return True
        return super().focusNextPrevChild(forwards)

    def _choose_next(self, by: int) -> None:
        items = [*self.nodes.values(), *self.ties.values()]
        now = next((at for at, item in enumerate(items) if item.isSelected()), -by)
        self._canvas.clearSelection()
        items[(now + by) % len(items)].setSelected(True)

    # --- what is where ----------------------------------------------------------------------

    def _places(self) -> dict[int, tuple[float, float]]:
        return {key: (item.x(), item.y()) for key, item in self.nodes.items()}

    def _tell_moved(self) -> None:
        now = self._places()
        changed: Mapping[int, tuple[float, float]] = {
            key: place for key, place in now.items() if self._before.get(key, place) != place
        }
        self._before = now
        if changed:
            self.moved.emit(changed)

    def _item_at(self, at: QPointF) -> NodeItem | TieItem | None:
        for item in self._canvas.items(at):
            if isinstance(item, NodeItem | TieItem):
                return item
        return None

    def _node_at(self, at: QPointF) -> NodeItem | None:
        for item in self.nodes.values():
            if item.contains(item.mapFromScene(at)):
                return item
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line is not None:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(theme().color("accent"), 2, Qt.PenStyle.DashLine))
                node, at = self._line
                begin = self.mapFromScene(node.mapToScene(node.knob().center()))
                painter.drawLine(begin, self.mapFromScene(at))

    def area_of(self, node: int) -> QRectF:
        """Return where a box stands on the viewport."""
        item = self.nodes[node]
        return QRectF(self.mapFromScene(item.mapRectToScene(item.area())).boundingRect())
