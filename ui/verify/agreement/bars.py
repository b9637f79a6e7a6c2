"""A picture of agreement: one bar a code, as long as κ, with a line where good agreement begins."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.verify.agreement.agreement import GOOD, Line
from app.verify.agreement.as_table import number_words
from ui.language import ui_language
from ui.theme import theme

ROW = 26
MARGIN = 14
HEAD = 26
NUMBER = 52


class AgreementBars(QWidget):
    """Bars from 0 to 1; what is below 0 has none, and what is undefined a dash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self.measure = "kappa"
        self.title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_lines(self, lines: Sequence[Line], measure: str, title: str) -> None:
        """Show these lines by one of the measures."""
        self.lines, self.measure, self.title = lines, measure, title
        said = [f"{line.name} {self._words(line)}" for line in lines]
        self.setAccessibleName(f"{title}: {', '.join(said)}")
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, HEAD + ROW * len(self.lines) + MARGIN)

    def _words(self, line: Line) -> str:
        return number_words(getattr(line.figures, self.measure), ui_language())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("panel"))
        metrics = QFontMetricsF(self.font())
        names = max((metrics.horizontalAdvance(line.name) for line in self.lines), default=0)
        left = MARGIN + min(names + 10, self.width() * 0.42)
        right = self.width() - MARGIN - NUMBER
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme().color("soft"))
        painter.drawText(QRectF(MARGIN, 0, self.width() - 2 * MARGIN, HEAD), flags, self.title)
        for number, line in enumerate(self.lines):
            top = HEAD + ROW * number
            painter.setPen(theme().color("ink"))
            room = left - MARGIN - 10
            name = metrics.elidedText(line.name, Qt.TextElideMode.ElideLeft, room)
            painter.drawText(QRectF(MARGIN, top, room, ROW), flags, name)
            place = QRectF(right + 8, top, NUMBER, ROW)
            painter.drawText(place, flags, self._words(line))
            self._bar(painter, line, QRectF(left, top + 6, right - left, ROW - 12))
        good = left + (right - left) * GOOD
        painter.setPen(QPen(theme().color("line_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(good, HEAD, good, HEAD + ROW * len(self.lines))

    def _bar(self, painter: QPainter, line: Line, room: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("bg"))
        painter.drawRoundedRect(room, 3, 3)
        value = getattr(line.figures, self.measure)
        if value is None or value <= 0:
            return
        painter.setBrush(theme().color("agrees" if value >= GOOD else "partial"))
        painter.drawRoundedRect(room.adjusted(0, 0, (value - 1) * room.width(), 0), 3, 3)
