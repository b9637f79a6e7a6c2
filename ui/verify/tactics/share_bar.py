"""A share drawn as a small bar beside the sentence that says it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme

WIDTH, HEIGHT, THICK = 96, 16, 8


class ShareBar(QWidget):
    """Shows a share from 0 to 1; the sentence beside it says the counts."""

    def __init__(self, share: float, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = min(max(share, 0.0), 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self.setToolTip(f"{100 * self.share:.0f} %")

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(0.5, (HEIGHT - THICK) / 2 + 0.5, WIDTH - 1, THICK - 1)
        painter.fillRect(rect, theme().color("panel"))
        painter.fillRect(
            QRectF(rect.x(), rect.y(), rect.width() * self.share, rect.height()),
            theme().color("accent"),
        )
        painter.setPen(theme().color("line_strong"))
        painter.drawRect(rect)
        painter.end()
