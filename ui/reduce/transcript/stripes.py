"""The margin right of the text: a stripe for each coding on the screen, with its code's name."""

from collections.abc import Callable
from functools import lru_cache
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from app.reduce.transcript import DENIES, MIXED, CodingSpan
from ui.reduce.transcript.page import PageLayout
from ui.reduce.transcript.paint import coding_pen, margin_letters
from ui.reduce.transcript.reading import Reading
from ui.reduce.transcript.screen import Screen
from ui.reduce.transcript.stripe_looks import StripeLooks
from ui.reduce.transcript.stripe_places import (
    NAME_GAP,
    STRIPE,
    Lanes,
    Name,
    Stripe,
    place_names,
    stripes_on,
)
from ui.theme import theme

WIDTH, LEAST_WIDTH, SHARE = 190, 60, 0.23  # of the view's width
SIGNS = {DENIES: "− ", MIXED: "± "}
Look = Callable[[], tuple[Screen, Reading, PageLayout]]
POINTS = 9.0
RIGHT_EDGE = 8.0
DOT = 2.5
SWATCH = 6.0
REACH = 4.0


@lru_cache(maxsize=4096)
def elided(words: str, room: float, *, bold: bool) -> tuple[str, float]:
    """Return words cut to the room that they have, and how wide they are."""
    letters = margin_letters(POINTS, bold=bold)[1]
    words = letters.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return words, letters.horizontalAdvance(words)


def stripes_width(view_width: int) -> int:
    """Return how much of a view's width the stripes take."""
    return max(LEAST_WIDTH, min(WIDTH, int(view_width * SHARE)))


class Stripes(QWidget):
    """Paints the stripes of what is on the screen of `view`; `look` tells what that is."""

    clicked = Signal(object)  # the CodingSpan
    activated = Signal(object)
    context_requested = Signal(object, object)  # global position, the CodingSpan

    def __init__(self, view: QAbstractScrollArea, look: Look) -> None:
        super().__init__(view)
        self.setAccessibleName(self.tr("Coding stripes"))
        self.selected: int | None = None
        self.looks = StripeLooks()
        self._view, self._look = view, look
        self._lanes = Lanes()
        self._shown: list[tuple[Stripe, Name | None]] | None = None
        theme().changed.connect(self.update)

    def refresh(self) -> None:
        """Look again at what is on the screen: it has scrolled, or the codings have changed."""
        self._shown = None
        self.update()

    def set_looks(self, looks: StripeLooks) -> None:
        """Show codes, coders or kinds of coders from now on."""
        if looks != self.looks:
            self.looks = looks
            self.update()

    def forget(self) -> None:
        """Begin anew, with another text."""
        self._lanes.forget()
        self.refresh()

    def shown(self) -> list[tuple[Stripe, Name | None]]:
        """Return the stripes beside what is on the screen, each with the place of its name."""
        if self._shown is None:
            screen, reading, page = self._look()
            with page.painting():
                stripes = stripes_on(screen, reading, page, self._lanes)
            names = place_names(stripes, margin_letters(POINTS, bold=False)[1].height())
            self._shown = list(zip(stripes, names, strict=True))
        return self._shown

    def stripe_at(self, point: QPointF) -> CodingSpan | None:
        """Return the coding whose stripe, or name, is at a point."""
        height = margin_letters(POINTS, bold=False)[1].height()
        for stripe, _ in self.shown():
            bar = QRectF(stripe.left, stripe.top, STRIPE, stripe.bottom - stripe.top)
            if bar.adjusted(-REACH, 0, REACH, 0).contains(point):
                return stripe.span
        for stripe, name in self.shown():
            if name and QRectF(name.left, name.top, self.width(), height).contains(point):
                return stripe.span
        return None

    # --- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme().color("bg"))
            painter.fillRect(QRectF(0, 0, 1, self.height()), theme().color("line"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for stripe, name in self.shown():
                chosen = stripe.span.coding_id == self.selected
                self._paint_stripe(painter, stripe, chosen=chosen)
                self._paint_name(painter, stripe, name, chosen=chosen)

    def _paint_stripe(self, painter: QPainter, stripe: Stripe, *, chosen: bool) -> None:
        width = STRIPE + 2 if chosen else STRIPE
        painter.setPen(coding_pen(stripe.span, width, self.looks.colour(stripe.span)))
        x = stripe.left + STRIPE / 2
        painter.drawLine(QPointF(x, stripe.top), QPointF(x, stripe.bottom))

    def _paint_name(
        self, painter: QPainter, stripe: Stripe, name: Name | None, *, chosen: bool
    ) -> None:
        x = stripe.left + STRIPE + 2
        y = max(stripe.top, 0) + 4
        if name is not None:
            font, letters = margin_letters(POINTS, bold=chosen)
            x, y = name.left, name.top + letters.height() / 2
            if name.left > stripe.left + STRIPE + NAME_GAP:  # other stripes stand between
                mark = QRectF(x, y - SWATCH / 2, SWATCH, SWATCH)
                painter.fillRect(mark, QColor(self.looks.colour(stripe.span)))
                x += SWATCH + 4
            room = self.width() - x - RIGHT_EDGE - (3 * DOT if stripe.span.memo else 0)
            words = SIGNS.get(stripe.span.direction, "") + self.looks.name(stripe.span)
            words, width = elided(words, max(0.0, room), bold=chosen)
            painter.setFont(font)
            painter.setPen(theme().color("ink" if chosen else "soft"))
            painter.drawText(QPointF(x, name.top + letters.ascent()), words)
            x += width + DOT
        if stripe.span.memo:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accent"))
            painter.drawEllipse(QPointF(x + DOT, y), DOT, DOT)

    # --- mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        span = self.stripe_at(event.position())
        if span is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(span)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        span = self.stripe_at(event.position())
        if span is not None and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(span)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        span = self.stripe_at(QPointF(event.pos()))
        if span is not None:
            self.context_requested.emit(event.globalPos(), span)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom, the text: the margin goes with it."""
        QCoreApplication.sendEvent(self._view.viewport(), event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            span = self.stripe_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tip(span) if span else "", self)
            return True
        return super().event(event)

    def tip(self, span: CodingSpan) -> str:
        """Return what is said of a coding under the mouse: code, direction, coder, memo."""
        direction = {DENIES: self.tr("denies"), MIXED: self.tr("mixed")}
        said = [direction.get(span.direction, self.tr("affirms"))]
        if span.coder:
            said.append(span.coder)
        if span.memo:
            said.append(self.tr("has a memo"))
        return f"<b>{escape(span.name)}</b><br>{escape(' · '.join(said))}"
