"""A picture or page with the selections in it outlined: zoomed, moved, clicked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from ui.theme import theme, ui_font

LEAST, MOST, STEP = 0.05, 8.0, 1.2
LABEL = 18.0
"""Pixels of the strip with the name of a code, however large the picture is shown."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A selection: its id, where it lies in pixels of the picture, its codes, their colour."""

    id: int
    rect: QRectF
    codes: str
    words: str
    colour: str


class PictureView(QGraphicsView):
    """Fits its width at first. Ctrl and the wheel, Ctrl +, - and 0 zoom; one drags to move it."""

    clicked_part = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = QGraphicsScene(self)
        self.setScene(self._canvas)
        self._picture = QGraphicsPixmapItem()
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._canvas.addItem(self._picture)
        self.outlines: Sequence[Outline] = ()
        self.chosen: int | None = None
        self.fitted = True
        self._pressed = QPointF()
        self.setFrameShape(self.Shape.NoFrame)
        self.setDragMode(self.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(self.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setAccessibleName(self.tr("Attachment as a picture"))
        self.viewport().setMouseTracking(True)
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setBackgroundBrush(theme().color("bg"))
        self.viewport().update()

    # --- what is shown --------------------------------------------------------------------------

    def show_image(self, image: QImage, *, keep_place: bool = False) -> None:
        """Show a picture or a page; with `keep_place` as large as the one before."""
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._canvas.setSceneRect(QRectF(image.rect()))
        if not keep_place:
            self.fitted = True
        if self.fitted:
            self.fit()
            self.verticalScrollBar().setValue(0)

    def show_outlines(self, outlines: Sequence[Outline]) -> None:
        """Outline the selections of what is shown."""
        self.outlines = outlines
        self.viewport().update()

    def choose(self, part: int | None) -> None:
        """Emphasise a selection and bring it into sight."""
        self.chosen = part
        found = next((each for each in self.outlines if each.id == part), None)
        if found is not None:
            self.ensureVisible(found.rect, 40, 40)
        self.viewport().update()

    # --- size ------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole width."""
        width, height = self._canvas.sceneRect().width(), self._canvas.sceneRect().height()
        if width > 0:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            room = self.width() - 2
            if height * room / width > self.height():
                room -= self.verticalScrollBar().sizeHint().width()
            self._scale_to(min(room / width, MOST))
        self.fitted = True

    def zoom(self, by: float) -> None:
        """Show it larger, or smaller where `by` is below 1."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scale_to(self.transform().m11() * by)
        self.fitted = False

    def _scale_to(self, scale: float) -> None:
        scale = max(LEAST, min(scale, MOST))
        self.resetTransform()
        self.scale(scale, scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif control and event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    # --- the mouse ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        stayed = (event.position() - self._pressed).manhattanLength() < 4
        part = self.part_at(event.position())
        if stayed and part is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked_part.emit(part.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        part = self.part_at(event.position())
        self.setToolTip("\n".join(filter(None, (part.codes, part.words))) if part else "")

    def part_at(self, place: QPointF) -> Outline | None:
        """Return the smallest selection under a point of the view."""
        point = self.mapToScene(place.toPoint())
        under = [each for each in self.outlines if each.rect.contains(point)]
        return min(under, key=lambda each: each.rect.width() * each.rect.height(), default=None)

    # --- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(9))
        for outline in sorted(self.outlines, key=lambda each: each.id == self.chosen):
            self._paint(painter, outline)
        painter.end()

    def _paint(self, painter: QPainter, outline: Outline) -> None:
        """Outline a selection in pixels of the screen, so that the line is as thin at any size."""
        rect = QRectF(self.mapFromScene(outline.rect).boundingRect())
        colour = QColor(outline.colour) if outline.colour else theme().color("accent")
        chosen = outline.id == self.chosen
        ground = QColor(colour)
        ground.setAlphaF(0.22 if chosen else 0.08)
        painter.setBrush(ground)
        painter.setPen(QPen(colour, 3.0 if chosen else 1.5))
        painter.drawRect(rect)
        if not outline.codes:
            return
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        metrics = QFontMetricsF(painter.font())
        room = max(rect.width(), 140.0)
        words = metrics.elidedText(outline.codes, Qt.TextElideMode.ElideRight, room - 10)
        above = rect.top() - LABEL
        top = above if above >= 0 else rect.top()
        strip = QRectF(rect.left(), top, metrics.horizontalAdvance(words) + 10, LABEL)
        painter.drawRect(strip)
        painter.setPen(theme().readable_on(colour))
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, words)
