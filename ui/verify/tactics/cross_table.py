"""The 2 × 2 of an if-then test, drawn: the case against it stands out."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.verify.tactics.crosses import Cross
from ui.theme import theme, ui_font

HEAD, HEIGHT = 36, 36
WIDEST, NARROWEST = 360, 200
SIDE = 0.36
"""The share of the width that the names of the rows take."""
_WRAPPED = Qt.TextFlag.TextWordWrap
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | _WRAPPED
MIDDLE = Qt.AlignmentFlag.AlignCenter | _WRAPPED


class CrossTable(QWidget):
    """Rows are with and without the first code, columns with and without the second."""

    def __init__(self, cross: Cross, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cross, self.names = cross, names
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(WIDEST)
        self.setAccessibleName(self.tr("Informants by two codes"))
        counts = (cross.both, cross.only_first, cross.only_second, cross.neither)
        self.setAccessibleDescription(", ".join(map(str, counts)))
        self.setToolTip(f"{names[0]} × {names[1]}")

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, HEAD + 2 * HEIGHT + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, HEAD + 2 * HEIGHT + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(ui_font(9))
        painter.setPen(theme().color("soft"))
        side, cell = self._widths()
        second = self.names[1]
        for column, words in enumerate((second, self._without(second))):
            rect = QRectF(side + column * cell + 2, 0, cell - 4, HEAD)
            painter.drawText(rect, MIDDLE, self._short(words, cell - 4))
        first = self.names[0]
        for row, words in enumerate((first, self._without(first))):
            rect = QRectF(0, HEAD + row * HEIGHT, side - 6, HEIGHT)
            painter.drawText(rect, LEFT, self._short(words, side - 6))
        cross = self.cross
        cells = ((cross.both, cross.only_first), (cross.only_second, cross.neither))
        for row, counts in enumerate(cells):
            for column, count in enumerate(counts):
                against = (row, column) == (0, 1) and count > 0
                self._cell(painter, row, column, count, against=against)
        painter.end()

    def _widths(self) -> tuple[float, float]:
        side = self.width() * SIDE
        return side, (self.width() - side - 1) / 2

    def _cell(self, painter: QPainter, row: int, column: int, count: int, *, against: bool) -> None:
        side, cell = self._widths()
        rect = QRectF(side + column * cell, HEAD + row * HEIGHT, cell, HEIGHT)
        ground = "accent_ground" if (row, column) == (0, 0) else "panel"
        painter.fillRect(rect, theme().color(ground))
        painter.setPen(theme().color("line"))
        painter.drawRect(rect)
        painter.setFont(ui_font(11, bold=against or (row, column) == (0, 0)))
        painter.setPen(theme().color("contradicts" if against else "ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(count))
        painter.setFont(ui_font(9))

    def _without(self, name: str) -> str:
        return self.tr("not {name}").format(name=name)

    def _short(self, words: str, room: float) -> str:
        """Return as much as stands in two lines, the second never quite full."""
        return QFontMetricsF(ui_font(9)).elidedText(
            words, Qt.TextElideMode.ElideRight, round(1.7 * room)
        )
