"""Painting one paragraph of the page: codings under its words, the words, number and speaker.

A coding is a ground of its code's colour with an underline below. Where codings overlap the ground
is the upper one's, and each has an underline of its own below the other: colours never mix. An
underline is whole where the excerpt affirms, dashed where it denies, dotted where it does both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextBlock

from app.reduce.transcript import DENIES, MIXED, CodingSpan
from ui.reduce.transcript.metrics import COLUMN_GAP, SPEAKER_GAP, PageMetrics
from ui.reduce.transcript.shapes import stretches
from ui.reduce.transcript.speakers import NOTHING, Opening
from ui.theme import theme, ui_font

UNDERLINE = 2
LEVELS = (0, 1, -1, -2)  # where underlines of overlapping codings lie, in their own thickness
ROUND = 2.0
CARET = 2
SELECTION = 0.26  # how much of the accent lies on selected words
DASHES = {DENIES: (6, 3), MIXED: (2, 2)}


@dataclass(frozen=True, slots=True)
class PlacedCoding:
    """A coding in one paragraph: in UTF-16 units from the paragraph's start, clipped to it."""

    span: CodingSpan
    start: int
    end: int
    begins: bool  # here, not in a paragraph above
    ends: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph on the screen: where it begins, and which of its lines can be seen."""

    block: QTextBlock
    top: float
    lines: range
    opening: Opening = NOTHING
    both_ways: bool = False

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Return where [start, end) of the paragraph stands on the screen, line by line."""
        if start >= end or not self.lines:
            return []
        found = stretches(self.block.layout(), start, end, self.lines, both_ways=self.both_ways)
        return [rectangle.translated(0, self.top) for rectangle in found]


def levels(codings: Sequence[PlacedCoding]) -> list[int]:
    """Return for each coding the level of its underline: the lowest that is free where it begins.

    The codings are in the order of their start.
    """
    ends: list[int] = []
    found = []
    for coding in codings:
        free = next((at for at, end in enumerate(ends) if end <= coding.start), len(ends))
        if free == len(ends):
            ends.append(coding.end)
        else:
            ends[free] = coding.end
        found.append(free)
    return found


def paint_codings(painter: QPainter, row: Row, codings: Sequence[PlacedCoding]) -> None:
    """Paint the grounds and underlines of a paragraph's codings."""
    placed = [(coding, row.rectangles(coding.start, coding.end)) for coding in codings]
    painter.setPen(Qt.PenStyle.NoPen)
    for coding, rectangles in placed:
        if coding.span.set_aside:
            continue
        painter.setBrush(theme().code_ground(coding.span.colour))
        for rectangle in rectangles:
            painter.drawRoundedRect(rectangle, ROUND, ROUND)
    for (coding, rectangles), level in zip(placed, levels(codings), strict=True):
        down = UNDERLINE * LEVELS[min(level, len(LEVELS) - 1)]
        _underline(painter, coding.span, rectangles, down)


def _underline(
    painter: QPainter, span: CodingSpan, rectangles: Sequence[QRectF], down: float
) -> None:
    painter.setPen(coding_pen(span, UNDERLINE))
    for rectangle in rectangles:
        y = round(rectangle.bottom()) + down + UNDERLINE / 2
        painter.drawLine(QPointF(rectangle.left(), y), QPointF(rectangle.right(), y))


def coding_pen(span: CodingSpan, width: float, colour: str = "") -> QPen:
    """Return the pen of a coding: whole, dashed or dotted, as its direction is.

    Its colour is the code's, or `colour`.
    """
    silent = theme().color("silent").name()
    return _pen(silent if span.set_aside else colour or span.colour, width, span.direction)


@lru_cache(maxsize=4096)
def _pen(colour: str, width: float, direction: str) -> QPen:
    pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    dashes = DASHES.get(direction)
    if dashes is not None:
        pen.setDashPattern([length / width for length in dashes])
    return pen


def paint_stretch(painter: QPainter, row: Row, start: int, end: int, colour: QColor) -> None:
    """Lay `colour` over [start, end) of a paragraph: the selection, or what one was led to."""
    for rectangle in row.rectangles(start, end):
        painter.fillRect(rectangle.adjusted(0, -1, 0, UNDERLINE), colour)


def selection_colour() -> QColor:
    """Return the colour that lies over selected words."""
    colour = theme().color("accent")
    colour.setAlphaF(SELECTION)
    return colour


def paint_outline(painter: QPainter, row: Row, coding: PlacedCoding) -> None:
    """Draw a line around the coding that is selected: its underline is the lower one.

    It is open where the coding goes on in another line.
    """
    rectangles = row.rectangles(coding.start, coding.end)
    painter.setPen(QPen(QColor(coding.span.colour), 1.5))
    for at, rectangle in enumerate(rectangles):
        edge = rectangle.adjusted(-1, -1, 1, UNDERLINE)
        painter.drawLine(edge.topLeft(), edge.topRight())
        if at == 0 and coding.begins:
            painter.drawLine(edge.topLeft(), edge.bottomLeft())
        if at == len(rectangles) - 1 and coding.ends:
            painter.drawLine(edge.topRight(), edge.bottomRight())


def paint_words(painter: QPainter, row: Row, clip: QRectF) -> None:
    """Paint the words of a paragraph."""
    painter.setPen(theme().color("ink"))
    row.block.layout().draw(painter, QPointF(0, row.top), [], clip)


@cache
def margin_letters(points: float, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
    """Return a font of the margins and its measures."""
    font = ui_font(points, bold=bold)
    return font, QFontMetricsF(font)


def paint_margin(painter: QPainter, row: Row, metrics: PageMetrics) -> None:
    """Paint the number of a paragraph and who speaks in it, on the baseline of its first line."""
    if row.lines.start > 0 or not row.lines:
        return
    line = row.block.layout().lineAt(0)
    base = row.top + line.y() + line.ascent()
    font, letters = margin_letters(9, bold=False)
    painter.setFont(font)
    painter.setPen(theme().words("silent"))
    number = str(row.block.blockNumber() + 1)
    width = letters.horizontalAdvance(number)
    painter.drawText(QPointF(metrics.number_right - width, base), number)
    room = metrics.text_left - metrics.speaker_left - SPEAKER_GAP
    turn = row.opening.turn
    if turn is None or room < COLUMN_GAP:
        return
    font, letters = margin_letters(10, bold=True)
    painter.setFont(font)
    painter.setPen(theme().words("soft" if turn.is_researcher else "accent"))
    name = letters.elidedText(turn.speaker, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QPointF(metrics.speaker_left, base), name)


def paint_caret(painter: QPainter, row: Row, position: int) -> None:
    """Paint the caret before the unit `position` of a paragraph."""
    line = row.block.layout().lineForTextPosition(position)
    x = line.cursorToX(position)[0]
    caret = QRectF(round(x) - 1, row.top + line.y(), CARET, line.height())
    painter.fillRect(caret, theme().color("accent"))
