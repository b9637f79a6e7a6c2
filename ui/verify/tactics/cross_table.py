"""The 2 × 2 of an if-then test, drawn: the case against it stands out."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.verify.tactics.crosses import Cross
from ui.theme import theme, ui_font

HEAD, SIDE, CELL, HEIGHT = 24, 130, 92, 34
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CrossTable(QWidget):
    """Rows are with and without the first code, columns with and without the second."""

    def __init__(self, cross: Cross, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cross, self.names = cross, names
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Informants by two codes"))
        counts = (cross.both, cross.only_first, cross.only_second, cross.neither)
        self.setAccessibleDescription(", ".join(map(str, counts)))

    def sizeHint(self) -> QSize:
        return QSize(SIDE + 2 * CELL + 1, HEAD + 2 * HEIGHT + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(ui_font(9))
        painter.setPen(theme().color("soft"))
        second = self.names[1]
        for column, words in enumerate((second, self._without(second))):
            rect = QRectF(SIDE + column * CELL, 0, CELL - 6, HEAD)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._short(words, CELL - 8))
        first = self.names[0]
        for row, words in enumerate((first, self._without(first))):
            rect = QRectF(0, HEAD + row * HEIGHT, SIDE - 8, HEIGHT)
            painter.drawText(rect, LEFT, self._short(words, SIDE - 10))
        cross = self.cross
        cells = ((cross.both, cross.only_first), (cross.only_second, cross.neither))
        for row, counts in enumerate(cells):
            for column, count in enumerate(counts):
                against = (row, column) == (0, 1) and count > 0
                self._cell(painter, row, column, count, against=against)
        painter.end()

    def _cell(self, painter: QPainter, row: int, column: int, count: int, *, against: bool) -> None:
        rect = QRectF(SIDE + column * CELL, HEAD + row * HEIGHT, CELL, HEIGHT)
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

    def _short(self, words: str, room: int) -> str:
        return QFontMetricsF(ui_font(9)).elidedText(words, Qt.TextElideMode.ElideRight, room)
