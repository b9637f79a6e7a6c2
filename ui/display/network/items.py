"""The boxes and arrows of a network on the screen."""

from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.display.network.drawing import (
    border_point,
    box,
    label_lines,
    tie_words,
    words_middle,
)
from app.display.network.networks import Node, Tie
from ui.theme import theme, ui_font

ROUND, ARROW, CATCH = 6.0, 9.0, 10.0
HANDLE = 7.0
"""The knob at the right of a box, from which a link is drawn."""


class NodeItem(QGraphicsItem):
    """A box that can be moved, and from whose knob a link is drawn to another one."""

    def __init__(self, node: Node, *, fixed: bool) -> None:
        super().__init__()
        self.node = node
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
        self.ties: list[TieItem] = []

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
            for tie in self.ties:
                tie.follow()
        return super().itemChange(change, value)

    def hoverEnterEvent(self, event: object) -> None:
        self.hovered = True
        self.update()

    def hoverLeaveEvent(self, event: object) -> None:
        self.hovered = False
        self.update()


class TieItem(QGraphicsItem):
    """An arrow between two boxes, with its sign and label at the middle."""

    def __init__(self, tie: Tie, one: NodeItem, two: NodeItem) -> None:
        super().__init__()
        self.tie, self.one, self.two = tie, one, two
        self.setFlag(self.GraphicsItemFlag.ItemIsSelectable)
        self.setZValue(1)
        one.ties.append(self)
        two.ties.append(self)
        self.begin = self.end = QPointF()
        self.follow()

    def follow(self) -> None:
        """Lead from box to box where they stand now."""
        self.prepareGeometryChange()
        one, two = self.one.here(), self.two.here()
        self.begin, self.end = QPointF(*border_point(one, two)), QPointF(*border_point(two, one))

    def words(self) -> str:
        """Return what stands at the middle."""
        return tie_words(self.tie)

    def boundingRect(self) -> QRectF:
        line = QRectF(self.begin, self.end).normalized()
        return line.united(self._label()).adjusted(-CATCH, -CATCH, CATCH, CATCH)

    def shape(self) -> QPainterPath:
        line = QPainterPath(self.begin)
        line.lineTo(self.end)
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * CATCH)
        path = stroker.createStroke(line)
        path.addRect(self._label())
        return path

    def _label(self) -> QRectF:
        words = self.words()
        ends = (self.begin.toTuple(), self.end.toTuple())
        middle = QPointF(*words_middle(*ends, words))
        width = 8 + 7.5 * len(words) if words else 0
        return QRectF(middle.x() - width / 2, middle.y() - 10, width, 20 if words else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if hypot(self.end.x() - self.begin.x(), self.end.y() - self.begin.y()) < 1:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().color("accent" if self.isSelected() else "soft")
        style = Qt.PenStyle.DashLine if self.tie.sign == "-" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 2.4 if self.isSelected() else 1.6, style))
        painter.drawLine(self.begin, self.end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(self._head())
        words = self.words()
        if words:
            painter.fillRect(self._label(), theme().color("bg"))
            painter.setPen(theme().color("ink"))
            painter.setFont(ui_font(9))
            painter.drawText(self._label(), Qt.AlignmentFlag.AlignCenter, words)
        if not self.tie.grounded:
            painter.setPen(QPen(theme().color("partial"), 1.4))
            painter.setBrush(theme().color("bg"))
            near = self.begin + (self.end - self.begin) * 0.12
            painter.drawEllipse(near, 3.5, 3.5)

    def _head(self) -> QPolygonF:
        angle = atan2(self.end.y() - self.begin.y(), self.end.x() - self.begin.x())
        sides = [
            QPointF(
                self.end.x() - ARROW * cos(angle + turn), self.end.y() - ARROW * sin(angle + turn)
            )
            for turn in (pi / 7, -pi / 7)
        ]
        return QPolygonF([self.end, *sides])
