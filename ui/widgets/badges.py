"""The small marks of a source and a code: method letter, outlined chip, colour swatch.

The painting functions are for delegates, the widgets for headers; both look the same.
"""

from functools import cache
from math import inf

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import contrast, theme, ui_font

BADGE_SIZE = 18
CHIP_HEIGHT = 20
CHIP_PADDING = 9
SWATCH_SIZE = 10
LEAST_SHARE = 0.75
FAINT = 1.6  # a swatch with less contrast to the panel gets an outline
_SMALL_POINTS = 8.25
_CENTRE = Qt.AlignmentFlag.AlignCenter


def _box(painter: QPainter, rect: QRectF, radius: float, ground: str) -> None:
    """Draw a rounded box with a line of one unit, sharp on whole units."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("line"), 1))
    painter.setBrush(theme().color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_badge(painter: QPainter, left: float, centre_y: float, letter: str) -> float:
    """Paint the method's letter in its small square; return the width used."""
    rect = QRectF(round(left), round(centre_y - BADGE_SIZE / 2), BADGE_SIZE, BADGE_SIZE)
    painter.save()
    _box(painter, rect, 4, "badge")
    painter.setFont(ui_font(_SMALL_POINTS, bold=True))
    painter.setPen(theme().color("soft"))
    painter.drawText(rect, _CENTRE, letter)
    painter.restore()
    return float(BADGE_SIZE)


def chip_width(text: str) -> float:
    """Return how wide `paint_chip` draws the whole of `text`."""
    words = QFontMetricsF(ui_font(_SMALL_POINTS)).horizontalAdvance(text)
    return float(round(words + 2 * CHIP_PADDING + 0.5))


def paint_chip(
    painter: QPainter, left: float, centre_y: float, text: str, limit: float = inf
) -> float:
    """Paint a role, site or category as an outlined chip; return the width used.

    The text is elided where the chip would be wider than `limit`; where less than `LEAST_SHARE`
    of it fits, the chip is left out.
    """
    width = min(chip_width(text), limit)
    if not text or width < LEAST_SHARE * chip_width(text):
        return 0.0
    rect = QRectF(round(left), round(centre_y - CHIP_HEIGHT / 2), width, CHIP_HEIGHT)
    font = ui_font(_SMALL_POINTS)
    room = width - 2 * CHIP_PADDING + 1
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.save()
    _box(painter, rect, CHIP_HEIGHT / 2 - 0.5, "")
    painter.setFont(font)
    painter.setPen(theme().color("soft"))
    painter.drawText(rect, _CENTRE, shown)
    painter.restore()
    return width


@cache
def _is_faint(colour: str, ground: str) -> bool:
    """Tell whether a colour hardly stands out from the ground. Kept: every row painted asks."""
    return contrast(QColor(colour), QColor(ground)) < FAINT


def paint_swatch(
    painter: QPainter,
    left: float,
    centre_y: float,
    colour: str | QColor,
    size: float = SWATCH_SIZE,
) -> float:
    """Paint a code's colour as a small rounded square; return the width used."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = QColor(colour)
    faint = _is_faint(fill.name(), theme().color("panel").name())
    painter.setPen(QPen(theme().color("line_strong"), 1) if faint else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(round(left), round(centre_y - size / 2), size, size), 3, 3)
    painter.restore()
    return size


class MethodBadge(QWidget):
    """The letter of a source's method (W, O, K, D)."""

    def __init__(self, letter: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(BADGE_SIZE, BADGE_SIZE)
        self._letter = letter
        self.set_letter(letter, tip)
        theme().changed.connect(self.update)

    def set_letter(self, letter: str, tip: str = "") -> None:
        """Show `letter`; `tip` is the method's name, for the mouse and the screen reader."""
        self._letter = letter
        self.setToolTip(tip)
        self.setAccessibleName(tip or letter)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_badge(painter, 0, self.height() / 2, self._letter)
        painter.end()


class Chip(QWidget):
    """A role, site or method in an outline."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        theme().changed.connect(self.update)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._text)) + 1, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, 0, self.height() / 2, self._text, self.width())
        painter.end()
