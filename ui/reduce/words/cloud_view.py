"""The word cloud: painted here, laid out by `app.reduce.words.cloud`; a word can be clicked."""

from collections.abc import Mapping, Sequence
from functools import cache

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.reduce.words.cloud import Placed, cloud, font_file
from ui.session import Session
from ui.theme import mix, theme

MARGIN = 12
PAUSE = 200  # ms after the last change of size, before it is laid out anew
STRONG = 5  # so many of the most frequent words are in the accent


class CloudView(QWidget):
    """Tab and the arrow keys go from word to word, Enter takes one."""

    chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.placed: Sequence[Placed] = ()
        self.current = -1
        self._counts: Mapping[str, int] = {}
        self._over = -1
        self._boxes: list[QRect] = []
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Word cloud"))
        self._later = QTimer(self, interval=PAUSE, singleShot=True)
        self._later.timeout.connect(self._lay_out)
        theme().changed.connect(self.update)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show other words."""
        self._counts = dict(counts)
        self._lay_out()

    def box_of(self, word: str) -> QRect:
        """Return where a word stands; an empty rectangle where it found no room."""
        for one, box in zip(self.placed, self._boxes, strict=True):
            if one.word == word:
                return box
        return QRect()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _lay_out(self) -> None:
        self._later.stop()
        width, height = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        counts = self._counts
        self.session.tasks.read("word-cloud", lambda: cloud(counts, width, height), self._show)

    def _show(self, placed: Sequence[Placed]) -> None:
        self.placed = placed
        self._boxes = []
        for one in placed:
            box = QFontMetrics(_font(one.size)).tightBoundingRect(one.word)
            self._boxes.append(box.translated(one.left + MARGIN, one.baseline + MARGIN))
        self.current = self._over = -1
        said = ", ".join(f"{one.word} {one.count}" for one in placed[:20])
        self.setAccessibleDescription(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), theme().color("panel"))
        for number, one in enumerate(self.placed):
            painter.setFont(_font(one.size))
            painter.setPen(self._colour(number))
            painter.drawText(QPointF(one.left + MARGIN, one.baseline + MARGIN), one.word)
        if self.hasFocus() and 0 <= self.current < len(self._boxes):
            painter.setPen(QPen(theme().color("accent"), 1.5))
            painter.drawRoundedRect(self._boxes[self.current].adjusted(-3, -3, 3, 3), 4, 4)
        painter.end()

    def _colour(self, number: int) -> object:
        """The most frequent words have the accent, the others more and more of the soft ink."""
        if number in (self._over, self.current):
            return theme().color("accent_hover" if number == self._over else "accent")
        if number < STRONG:
            return theme().color("accent")
        share = min(1.0, (number - STRONG) / max(1, len(self.placed) - STRONG))
        return mix(theme().color("ink"), theme().color("soft"), share)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position().toPoint())
        if over == self._over:
            return
        self._over = over
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if over >= 0 else Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.current = at
            self.chosen.emit(self.placed[at].word)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            at = self._at(event.pos())  # type: ignore[attr-defined]
            words = f"{self.placed[at].word}: {self.placed[at].count}" if at >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {keys.Key_Right: 1, keys.Key_Down: 1, keys.Key_Left: -1, keys.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self.placed:
            self.current = (self.current + step) % len(self.placed)
            self.update()
        elif event.key() in (keys.Key_Return, keys.Key_Enter) and self.current >= 0:
            self.chosen.emit(self.placed[self.current].word)
        else:
            super().keyPressEvent(event)

    def _at(self, point: QPoint) -> int:
        for number, box in enumerate(self._boxes):
            if box.adjusted(-2, -2, 2, 2).contains(point):
                return number
        return -1


@cache
def _family() -> str:
    """Return the family of the font in which clouds are laid out, brought in from its file."""
    number = QFontDatabase.addApplicationFont(str(font_file()))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else QFont().family()


def _font(size: int) -> QFont:
    font = QFont(_family())
    font.setPixelSize(size)
    return font
