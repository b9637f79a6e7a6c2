"""Moving a border of the selected coding: its two grips, and the coding while it is dragged."""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.reduce.transcript import CodingSpan
from ui.reduce.transcript.paint import UNDERLINE
from ui.reduce.transcript.screen import Screen
from ui.reduce.transcript.steps import step, word_border
from ui.theme import theme

Edge = Literal["start", "end"]
EDGES: tuple[Edge, Edge] = ("start", "end")
KNOB = 4.5
REACH = 6.0  # how far from a grip the mouse still takes it


def grips(screen: Screen, span: CodingSpan) -> dict[Edge, QRectF]:
    """Return the bars at which a coding's borders can be taken, as far as they can be seen."""
    first, last = screen.edges(span.start, span.end)
    found: dict[Edge, QRectF] = {}
    if first is not None:
        found["start"] = QRectF(first.left() - 2, first.top(), 2, first.height() + UNDERLINE)
    if last is not None:
        found["end"] = QRectF(last.right(), last.top(), 2, last.height() + UNDERLINE)
    return found


def grip_at(screen: Screen, span: CodingSpan, point: QPointF) -> Edge | None:
    """Return which border of a coding the mouse would take at a point."""
    for edge, bar in grips(screen, span).items():
        if bar.adjusted(-REACH, -KNOB, REACH, KNOB).contains(point):
            return edge
    return None


def paint_grips(painter: QPainter, screen: Screen, span: CodingSpan) -> None:
    """Paint the two bars, the start's with its knob above, the end's below."""
    painter.setPen(QPen(theme().color("panel"), 1))
    painter.setBrush(QColor(span.colour))
    for edge, bar in grips(screen, span).items():
        painter.fillRect(bar, QColor(span.colour))
        y = bar.top() - KNOB / 2 if edge == "start" else bar.bottom() + KNOB / 2
        painter.drawEllipse(QPointF(bar.center().x(), y), KNOB, KNOB)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def moved(span: CodingSpan, edge: Edge, position: int, text: str) -> CodingSpan:
    """Return the coding with one border at `position`; at least one character stays in it."""
    if edge == "start":
        return replace(span, start=max(0, min(position, step(text, span.end, "character", -1))))
    return replace(span, end=min(len(text), max(position, step(text, span.start, "character", 1))))


@dataclass(slots=True)
class BorderDrag:
    """A border on its way: the coding as it was, and as it would be if the mouse let go now."""

    before: CodingSpan
    edge: Edge
    now: CodingSpan

    @classmethod
    def begin(cls, span: CodingSpan, edge: Edge) -> "BorderDrag":
        return cls(span, edge, span)

    def move(self, position: int, text: str, *, by_words: bool) -> CodingSpan:
        """Move the border to `position`, or to the word border nearest to it."""
        if by_words:
            position = word_border(text, position)
        self.now = moved(self.before, self.edge, position, text)
        return self.now
