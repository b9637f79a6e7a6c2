"""A table header of two rows: the bands (Method, Source) above the columns that belong to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from ui.theme import theme, ui_font

BAND_HEIGHT = 31
PADDING = 10
Align = Literal["left", "centre"]


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head. Columns that follow each other under the same `band` share its title."""

    label: str
    band: str = ""
    tip: str = ""
    align: Align = "left"
    rule: bool = False
    """Whether a line stands at the right of the column."""


class BandedHeader(QHeaderView):
    """Paints itself whole; columns keep the widths that the table gives them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._heads: Sequence[Head] = ()
        self.setMinimumSectionSize(28)
        self.setMouseTracking(True)
        theme().changed.connect(self.viewport().update)

    def set_heads(self, heads: Sequence[Head]) -> None:
        """Show these heads, one a column."""
        self._heads = heads
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * BAND_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        height = self.height()
        painter.fillRect(self.viewport().rect(), theme().color("panel"))
        painter.fillRect(QRectF(0, height - 1, self.width(), 1), theme().color("line"))
        for number, head in enumerate(self._heads[: self.count()]):
            self._paint_label(painter, number, head)
        for first, last in self._bands():
            self._paint_band(painter, first, last)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            number = self.logicalIndexAt(event.pos())
            tip = self._heads[number].tip if 0 <= number < len(self._heads) else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _place(self, number: int, top: int) -> QRectF:
        left = self.sectionViewportPosition(number)
        return QRectF(left, top, self.sectionSize(number), BAND_HEIGHT)

    def _paint_label(self, painter: QPainter, number: int, head: Head) -> None:
        place = self._place(number, BAND_HEIGHT)
        if head.rule:
            line = QRectF(place.right() - 1, 0, 1, self.height() - 1)
            painter.fillRect(line, theme().color("line"))
        elif head.align == "centre":
            line = QRectF(place.right() - 1, BAND_HEIGHT, 1, BAND_HEIGHT - 1)
            painter.fillRect(line, theme().color("line"))
        centred = head.align == "centre"
        self._write(painter, place, head.label, centred=centred, bold=not centred)

    def _bands(self) -> list[tuple[int, int]]:
        """Return first and last column of each band that has a title."""
        found: list[tuple[int, int]] = []
        for number, head in enumerate(self._heads[: self.count()]):
            same = bool(found) and self._heads[found[-1][0]].band == head.band
            if head.band and same and found[-1][1] == number - 1:
                found[-1] = (found[-1][0], number)
            elif head.band:
                found.append((number, number))
        return found

    def _paint_band(self, painter: QPainter, first: int, last: int) -> None:
        place = self._place(first, 0).united(self._place(last, 0))
        head = self._heads[first]
        if last > first:
            line = QRectF(place.left(), BAND_HEIGHT - 1, place.width(), 1)
            painter.fillRect(line, theme().color("line"))
        centred = head.align == "centre"
        self._write(painter, place, head.band, centred=centred, bold=True)

    def _write(
        self, painter: QPainter, place: QRectF, words: str, *, centred: bool, bold: bool
    ) -> None:
        font = ui_font(9, bold=bold)
        room = place.adjusted(2, 0, -2, 0) if centred else place.adjusted(PADDING, 0, -4, 0)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(theme().color("soft"))
        across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | across, shown)
