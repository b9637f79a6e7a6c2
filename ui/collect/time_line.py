"""The selections of a recording or film as bars on a line of time."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.collect.attachments import PartRow, clock
from ui.theme import theme, ui_font

BESIDE, ABOVE, ROW, BAR, LEAST = 16, 34, 22, 14, 3
"""Pixels: beside the line, above the bars, from bar to bar, a bar's height, its smallest width."""
TICKS = 6


class TimeLine(QWidget):
    """Each selection is a bar from where it begins to where it ends; a click chooses it."""

    clicked_part = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: Sequence[PartRow] = ()
        self.chosen: int | None = None
        self.setAccessibleName(self.tr("Selections along the time"))
        theme().changed.connect(self.update)

    def show_parts(self, parts: Sequence[PartRow]) -> None:
        """Show the selections that tell a time."""
        self.parts = [part for part in parts if isinstance(part.place.get("begin"), int | float)]
        self.setMinimumHeight(ABOVE + ROW * len(self.parts) + BESIDE)
        self.updateGeometry()
        self.update()

    def choose(self, part: int | None) -> None:
        """Emphasise a selection."""
        self.chosen = part
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, ABOVE + ROW * len(self.parts) + BESIDE)

    def bar(self, number: int) -> QRectF:
        """Return where a bar stands."""
        begin, end = _span(self.parts[number])
        whole = max((_span(part)[1] for part in self.parts), default=0.0) or 1.0
        room = self.width() - 2 * BESIDE
        left = BESIDE + room * begin / whole
        width = max(room * (end - begin) / whole, LEAST)
        return QRectF(left, ABOVE + ROW * number, width, BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(9))
        self._paint_clock(painter)
        for number, part in enumerate(self.parts):
            rect = self.bar(number)
            colour = QColor(part.colour) if part.colour else theme().color("accent")
            painter.setBrush(colour)
            chosen = part.id == self.chosen
            painter.setPen(QPen(theme().color("ink"), 2) if chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, 3, 3)
            self._paint_words(painter, rect, part.codes or part.name)
        painter.end()

    def _paint_clock(self, painter: QPainter) -> None:
        whole = max((_span(part)[1] for part in self.parts), default=0.0)
        room = self.width() - 2 * BESIDE
        painter.setPen(theme().color("soft"))
        for tick in range(TICKS + 1):
            x = BESIDE + room * tick / TICKS
            side = Qt.AlignmentFlag.AlignHCenter
            box = QRectF(x - 40, 6, 80, 16)
            if tick == 0:
                box, side = QRectF(x, 6, 80, 16), Qt.AlignmentFlag.AlignLeft
            elif tick == TICKS:
                box, side = QRectF(x - 80, 6, 80, 16), Qt.AlignmentFlag.AlignRight
            painter.drawText(box, side, clock(whole * tick / TICKS))
        painter.drawLine(BESIDE, ABOVE - 8, self.width() - BESIDE, ABOVE - 8)

    def _paint_words(self, painter: QPainter, rect: QRectF, words: str) -> None:
        """Write beside the bar, on the side that has more room."""
        after, before = self.width() - BESIDE - rect.right() - 6, rect.left() - BESIDE - 6
        room = max(after, before, 0.0)
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetricsF(painter.font()).elidedText(words, elide, room)
        painter.setPen(theme().color("ink"))
        if after >= before:
            box, side = QRectF(rect.right() + 6, rect.top(), room, BAR), Qt.AlignmentFlag.AlignLeft
        else:
            box, side = QRectF(BESIDE, rect.top(), room, BAR), Qt.AlignmentFlag.AlignRight
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self._at(event.position().y())
        if part is not None:
            self.clicked_part.emit(part.id)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            part = self._at(event.pos().y())
            words = "\n".join(filter(None, (part.codes, part.name))) if part else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return bool(super().event(event))  # type: ignore[arg-type]

    def _at(self, height: float) -> PartRow | None:
        number = int((height - ABOVE + (ROW - BAR) / 2) // ROW)
        return self.parts[number] if 0 <= number < len(self.parts) else None


def _span(part: PartRow) -> tuple[float, float]:
    begin = float(part.place.get("begin") or 0)
    end = part.place.get("end")
    return begin, max(begin, float(end)) if isinstance(end, int | float) else begin
