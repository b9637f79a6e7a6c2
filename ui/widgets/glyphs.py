"""Verdicts as signs: a shape and a colour each, so that neither is needed alone.

The same words of the method come from app everywhere ("convergent", "supports", "contested" ...);
here each finds its sign. The word itself stands beside the sign or in the tool tip.
"""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.verify.rules.overall import OWN
from ui.theme import theme, ui_font

Kind = Literal["tick", "half", "triangle", "dot", "dashed", "cross", "split", "dash"]
GLYPH_SIZE = 14
GAP = 6  # between sign and word

_VERDICTS: dict[Kind, tuple[str, ...]] = {
    "tick": (
        *("convergent", "verified", "supports", "agree", "confirmed", "affirms", "agreement"),
        *("high", "done", "agrees", "covered", "unchanged", "spoke"),
        *("passed",),
    ),
    "half": (
        *("partial", "partially_verified", "qualified", "qualifies", "mixed", "revised"),
        *("agree_qualified", "confirmed_qualified", "limited", "agrees_with_correction", "changed"),
    ),
    "triangle": ("dissonant", "contested", "contradicted", "contradict", "dissonance"),
    "dot": (
        *("single", "not_triangulated", "unverified", "not_confirmed", "verifier_only"),
        *("key_only", "left_only", "right_only", "tentative", "planned"),
    ),
    "dashed": ("silent", "no_evidence", "none", "silence", "open"),
    "cross": ("contradicts", "denies", "refuted", "refutes", "rejected", "disagrees", "failed"),
    "split": ("split",),
    "dash": ("not_examined", "not_asked"),
}
_KINDS: dict[str, Kind] = {word: kind for kind, words in _VERDICTS.items() for word in words}
_TOKENS: dict[Kind, str] = {
    "tick": "agrees",
    "half": "partial",
    "triangle": "contradicts",
    "dot": "single",
    "dashed": "silent",
    "cross": "contradicts",
    "split": "contradicts",
    "dash": "silent",
}


def glyph_for(verdict: str) -> Kind:
    """Return the sign of a verdict, stance, direction or status; a dash for an unknown word."""
    return _KINDS.get(verdict.removesuffix(OWN), "dash")


def token_for(verdict: str) -> str:
    """Return the colour token that belongs to the sign of `verdict`."""
    return _TOKENS[glyph_for(verdict)]


def paint_sign(painter: QPainter, rect: QRectF, verdict: str) -> None:
    """Paint the sign of a verdict; one that the researcher put there has a dot at its corner."""
    paint_glyph(painter, rect, glyph_for(verdict))
    if not verdict.endswith(OWN):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("panel"), 1.5))
    painter.setBrush(theme().color("ink"))
    painter.drawEllipse(rect.topRight() + QPointF(-0.5, 1.5), 3.25, 3.25)
    painter.restore()


def paint_glyph(painter: QPainter, rect: QRectF, kind: Kind, token: str = "") -> None:
    """Paint the sign `kind` as large as fits into the middle of `rect`.

    `token` replaces the sign's own colour.
    """
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 16, side / 16)  # the signs are drawn on a field of 16 by 16
    _SIGNS[kind](painter, theme().color(token or _TOKENS[kind]))
    painter.restore()


def _hole() -> QColor:
    """Return the colour of what is cut into a filled sign."""
    return theme().color("panel")


def _stroke(painter: QPainter, colour: QColor, width: float) -> None:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _fill(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _tick(painter: QPainter, colour: QColor) -> None:
    _fill(painter, colour)
    painter.drawEllipse(QRectF(1, 1, 14, 14))
    _stroke(painter, _hole(), 1.9)
    painter.drawPolyline(_polygon((5, 8.4), (7.2, 10.5), (11, 6)))


def _half(painter: QPainter, colour: QColor) -> None:
    _stroke(painter, colour, 1.6)
    painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4))
    _fill(painter, colour)
    painter.drawPie(QRectF(1.8, 1.8, 12.4, 12.4), -90 * 16, 180 * 16)


def _triangle(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    pen = QPen(colour, 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolygon(_polygon((8, 2.2), (14.6, 13.6), (1.4, 13.6)))
    _stroke(painter, _hole(), 1.7)
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.4))
    painter.drawPoint(QPointF(8, 11.9))


def _dot(painter: QPainter, colour: QColor) -> None:
    _stroke(painter, colour, 1.6)
    painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4))
    _fill(painter, colour)
    painter.drawEllipse(QRectF(5.3, 5.3, 5.4, 5.4))


def _dashed(painter: QPainter, colour: QColor) -> None:
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.73, 1.73])  # eight dashes and eight gaps fill the ring
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4))


def _cross(painter: QPainter, colour: QColor) -> None:
    _fill(painter, colour)
    painter.drawRoundedRect(QRectF(1.4, 1.4, 13.2, 13.2), 3, 3)
    _stroke(painter, _hole(), 1.9)
    painter.drawLine(QPointF(5.6, 5.6), QPointF(10.4, 10.4))
    painter.drawLine(QPointF(10.4, 5.6), QPointF(5.6, 10.4))


def _split(painter: QPainter, colour: QColor) -> None:
    """Two halves that point away from each other: the one says yes, the other no."""
    left = QPainterPath(QPointF(6.7, 1.8))
    left.lineTo(6.7, 14.2)
    left.lineTo(0.6, 8)
    left.closeSubpath()
    _fill(painter, theme().color("agrees"))
    painter.drawPath(left)
    painter.translate(16, 16)
    painter.rotate(180)
    _fill(painter, colour)
    painter.drawPath(left)


def _dash(painter: QPainter, colour: QColor) -> None:
    _stroke(painter, colour, 1.6)
    painter.drawLine(QPointF(5, 8), QPointF(11, 8))


_SIGNS: dict[Kind, Callable[[QPainter, QColor], None]] = {
    "tick": _tick,
    "half": _half,
    "triangle": _triangle,
    "dot": _dot,
    "dashed": _dashed,
    "cross": _cross,
    "split": _split,
    "dash": _dash,
}


def glyph_pixmap(
    kind: Kind, size: int = GLYPH_SIZE, token: str = "", ratio: float = 1.0
) -> QPixmap:
    """Return the sign as a picture `size` units wide, for tree items and menus."""
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_glyph(painter, QRectF(0, 0, size, size), kind, token)
    painter.end()
    return pixmap


def paint_verdict(
    painter: QPainter, rect: QRectF, verdict: str, word: str, *, bold: bool = True
) -> float:
    """Paint sign and word at the left of `rect`, in its vertical middle; return the width used.

    For delegates. The word is elided where `rect` is too narrow; an empty word paints the sign.
    """
    size = min(float(GLYPH_SIZE), rect.width())
    place = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
    paint_sign(painter, place, verdict)
    if not word:
        return size
    font = ui_font(9, bold=bold)
    metrics = QFontMetricsF(font, painter.device())
    room = rect.adjusted(size + GAP, 0, 0, 0)
    shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room.width())
    painter.save()
    painter.setFont(font)
    painter.setPen(theme().words(token_for(verdict)))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
    return size + GAP + metrics.horizontalAdvance(shown)


def verdict_width(word: str, *, bold: bool = True) -> float:
    """Return the width that `paint_verdict` needs for the whole `word`."""
    if not word:
        return float(GLYPH_SIZE)
    return GLYPH_SIZE + GAP + QFontMetricsF(ui_font(9, bold=bold)).horizontalAdvance(word) + 1


class VerdictLabel(QWidget):
    """A verdict's sign with its word, or the sign alone with the word in the tool tip."""

    def __init__(self, verdict: str = "", word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = verdict
        self._word = word
        self._word_shown = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_verdict(verdict, word)
        theme().changed.connect(self.update)

    def set_verdict(self, verdict: str, word: str) -> None:
        self._verdict, self._word = verdict, word
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.updateGeometry()
        self.update()

    def set_word_shown(self, shown: bool) -> None:
        self._word_shown = shown
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = verdict_width(self._word if self._word_shown else "")
        return QSize(round(width + 1), 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._verdict:
            return
        painter = QPainter(self)
        word = self._word if self._word_shown else ""
        paint_verdict(painter, QRectF(self.rect()), self._verdict, word)
        painter.end()
