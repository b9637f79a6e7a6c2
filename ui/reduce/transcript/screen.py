"""What of the page is on the screen at one moment: its rows, and what is at a point of it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock

from ui.reduce.transcript.page import PageLayout
from ui.reduce.transcript.paint import Row
from ui.reduce.transcript.reading import Reading
from ui.reduce.transcript.shapes import has_right_to_left, line_at

HALF_GAP = 2.0  # of what is between two lines
OVERHANG = 12.0  # what is painted of a row beyond its lines: underlines, the knobs of grips


class Screen:
    """The paragraphs between the first visible one and the lower edge of the viewport.

    Points are in the viewport's pixels, positions in code points.
    """

    def __init__(
        self, reading: Reading, page: PageLayout, first: QTextBlock, top: float, height: float
    ) -> None:
        self._reading = reading
        self.height = height
        self.rows = list(_rows(reading, page, first, top, height))

    def row_of(self, block: QTextBlock) -> Row | None:
        """Return the row of a paragraph, None where it is not on the screen."""
        at = block.blockNumber() - self.rows[0].block.blockNumber() if self.rows else -1
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def visible_span(self) -> tuple[int, int]:
        """Return the code points [start, end) of all lines that can be seen."""
        if not self.rows:
            return 0, 0
        first, last = self.rows[0], self.rows[-1]
        start = first.block.layout().lineAt(first.lines.start).textStart()
        line = last.block.layout().lineAt(last.lines.stop - 1)
        end = line.textStart() + line.textLength()
        convert = self._reading.positions.to_code_points
        return convert(first.block.position() + start), convert(last.block.position() + end)

    def line_under(self, y: float) -> tuple[Row, int] | None:
        """Return the row, and the number of the line in it, that is nearest to height `y`."""
        row = next((row for row in reversed(self.rows) if row.top <= y), None)
        if row is None:
            return (self.rows[0], 0) if self.rows else None
        return row, line_at(row.block.layout(), y - row.top - HALF_GAP)

    def on_line(self, point: QPointF) -> QPointF:
        """Return the point moved onto the words of the line that it belongs to.

        Between two lines Qt finds no line at all, and left of a paragraph it finds the label that
        is not shown.
        """
        found = self.line_under(point.y())
        if found is None:
            return point
        row, number = found
        line = row.block.layout().lineAt(number)
        x = point.x()
        if number == 0 and row.opening.label:
            x = max(x, line.cursorToX(row.opening.label)[0])
        return QPointF(x, row.top + line.y() + line.height() / 2)

    def position_at(self, point: QPointF) -> int:
        """Return the position between two characters that is nearest to a point."""
        found = self.line_under(point.y())
        if found is None:
            return 0
        row, number = found
        unit = row.block.layout().lineAt(number).xToCursor(self.on_line(point).x())
        return self._reading.positions.to_code_points(row.block.position() + unit)

    def character_at(self, point: QPointF) -> int | None:
        """Return the character under a point, None beside the words."""
        found = self.line_under(point.y())
        if found is None:
            return None
        row, number = found
        line = row.block.layout().lineAt(number)
        words = line.naturalTextRect().translated(0, row.top).adjusted(0, -2, 0, 2)
        if not words.contains(point):
            return None
        unit = line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
        return self._reading.positions.to_code_points(row.block.position() + unit)

    def extent(self, start: int, end: int) -> tuple[float, float]:
        """Return from which height to which the rows of the code points [start, end) reach."""
        low, high = (self._reading.positions.to_units(at) for at in (start, end))
        rows = [
            row
            for row in self.rows
            if row.block.position() < high and low < row.block.position() + row.block.length()
        ]
        if not rows:
            return 0.0, 0.0
        layout = rows[-1].block.layout()
        bottom = layout.lineAt(rows[-1].lines.stop - 1).naturalTextRect().bottom()
        return rows[0].top - OVERHANG, rows[-1].top + bottom + OVERHANG

    def edges(self, start: int, end: int) -> tuple[QRectF | None, QRectF | None]:
        """Return the first and the last rectangle of the code points [start, end).

        None where the one or the other is not on the screen.
        """
        units = self._reading.positions
        return (
            self._edge(units.to_units(start), units.to_units(end), first=True),
            self._edge(units.to_units(start), units.to_units(end), first=False),
        )

    def _edge(self, start: int, end: int, *, first: bool) -> QRectF | None:
        at = start if first else end - 1
        for row in self.rows:
            begin = row.block.position()
            if begin <= at < begin + row.block.length():
                low = max(start - begin, row.opening.label)
                high = min(end - begin, row.block.length() - 1)
                line = row.block.layout().lineForTextPosition(min(at - begin, high)).lineNumber()
                found = row.rectangles(low, high) if line in row.lines else []
                return found[0 if first else -1] if found else None
        return None


def _rows(
    reading: Reading, page: PageLayout, block: QTextBlock, top: float, height: float
) -> Iterator[Row]:
    while block.isValid() and top < height:
        tall = page.lay(block)
        layout = block.layout()
        low = 0 if top >= 0 else line_at(layout, -top)
        high = layout.lineCount() if top + tall <= height else line_at(layout, height - top) + 1
        both_ways = has_right_to_left(block.text())
        yield Row(block, top, range(low, high), reading.opening(block), both_ways)
        top += tall
        block = block.next()
