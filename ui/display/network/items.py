"""The boxes and arrows of a network on the screen."""

from collections.abc import Callable
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.display.network.drawing import tie_words, words_middle
from app.display.network.networks import Node, Tie
from app.display.network.routes import Route, box, label_lines
from ui.theme import theme, ui_font

ROUND, ARROW, CATCH = 6.0, 9.0, 10.0
HANDLE = 7.0
"""The knob at the right of a box, from which a link is drawn."""


class NodeItem(QGraphicsItem):
    """A box that can be moved, and from whose knob a link is drawn to another one."""

    def __init__(self, node: Node, when_moved: Callable[[], None], *, fixed: bool) -> None:
        super().__init__()
        self.node, self.when_moved = node, when_moved
        self.setPos(node.x, node.y)
        self.setZValue(2)
        flags = self.GraphicsItemFlag
        self.setFlag(flags.ItemIsSelectable)
        self.setFlag(flags.ItemIsMovable, not fixed)
        self.setFlag(flags.ItemSendsGeometryChanges)
        self.setAcceptHoverEvents(True)
        self.setToolTip(node.label)
        self.fixed = fixed
        self.hovered = False

    def area(self) -> QRectF:
        """Return the box around its middle."""
        width, height = box(self.node)
        return QRectF(-width / 2, -height / 2, width, height)

    def knob(self) -> QRectF:
        """Return where a link is drawn from."""
        right = self.area().right()
        return QRectF(right - HANDLE, -HANDLE, 2 * HANDLE, 2 * HANDLE)

    def boundingRect(self) -> QRectF:
        return self.area().united(self.knob()).adjusted(-3, -3, 3, 3)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.area())
        path.addEllipse(self.knob())
        return path

    def here(self) -> Node:
        """Return the node where it stands now."""
        at = self.pos()
        return Node(self.node.id, self.node.label, at.x(), at.y())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        chosen = self.isSelected()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme().color("accent") if chosen else QColor(self.node.colour or "")
        if not edge.isValid():
            edge = theme().color("soft")
        painter.setPen(QPen(edge, 2.4 if chosen else 1.6))
        painter.setBrush(theme().color("panel"))
        painter.drawRoundedRect(self.area().adjusted(2, 2, -2, -2), ROUND, ROUND)
        painter.setPen(theme().color("ink"))
        painter.setFont(ui_font(10))
        words = "\n".join(label_lines(self.node.label))
        painter.drawText(self.area(), Qt.AlignmentFlag.AlignCenter, words)
        if (self.hovered or chosen) and not self.fixed:
            painter.setPen(QPen(theme().color("panel"), 1.5))
            painter.setBrush(theme().color("accent"))
            painter.drawEllipse(self.knob().center(), HANDLE - 1.5, HANDLE - 1.5)

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> object:
        if change == self.GraphicsItemChange.ItemPositionHasChanged:
            self.when_moved()
        return super().itemChange(change, value)

    def hoverEnterEvent(self, event: object) -> None:
        self.hovered = True
        self.update()

    def hoverLeaveEvent(self, event: object) -> None:
        self.hovered = False
        self.update()


class TieItem(QGraphicsItem):
    """An arrow between two boxes, with its sign and label at the middle."""

    def __init__(self, tie: Tie) -> None:
        super().__init__()
        self.tie = tie
        self.setFlag(self.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(1)
        self.way = Route((0.0, 0.0), (0.0, 0.0))

    def follow(self, way: Route) -> None:
        """Take another way: a box has been moved."""
        if way != self.way:
            self.prepareGeometryChange()
            self.way = way

    def line(self) -> QPainterPath:
        """Return the way as a path."""
        path = QPainterPath(QPointF(*self.way.begin))
        if self.way.control is None:
            path.lineTo(QPointF(*self.way.end))
        else:
            path.quadTo(QPointF(*self.way.control), QPointF(*self.way.end))
        return path

    def boundingRect(self) -> QRectF:
        whole = self.line().boundingRect().united(self._label())
        return whole.adjusted(-CATCH, -CATCH, CATCH, CATCH)

    def shape(self) -> QPainterPath:
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * CATCH)
        path = stroker.createStroke(self.line())
        path.addRect(self._label())
        return path

    def _label(self) -> QRectF:
        words = tie_words(self.tie)
        x, y = words_middle(self.way, words)
        width = 8 + 7.5 * len(words) if words else 0
        return QRectF(x - width / 2, y - 10, width, 20 if words else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.way.length < 1:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().color("accent" if self.isSelected() else "soft")
        style = Qt.PenStyle.DashLine if self.tie.sign == "-" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 2.4 if self.isSelected() else 1.6, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.line())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(self._head())
        words = tie_words(self.tie)
        if words:
            painter.fillRect(self._label(), theme().color("bg"))
            painter.setPen(theme().color("ink"))
            painter.setFont(ui_font(9))
            painter.drawText(self._label(), Qt.AlignmentFlag.AlignCenter, words)
        if not self.tie.grounded:
            painter.setPen(QPen(theme().color("partial"), 1.4))
            painter.setBrush(theme().color("bg"))
            painter.drawEllipse(QPointF(*self.way.at(0.12)), 3.5, 3.5)

    def _head(self) -> QPolygonF:
        (x, y), (bx, by) = self.way.end, self.way.before_end
        angle = atan2(y - by, x - bx)
        sides = [
            QPointF(x - ARROW * cos(angle + turn), y - ARROW * sin(angle + turn))
            for turn in (pi / 7, -pi / 7)
        ]
        return QPolygonF([QPointF(x, y), *sides])
