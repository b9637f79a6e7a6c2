"""A chart in the room: drawn as SVG off the GUI thread, in the colours of the theme."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QScrollArea, QWidget

from app.display.charts import ChartColours
from ui.theme import theme


class _Picture(QWidget):
    """Paints the chart over its width, keeping its shape."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)

    def show_svg(self, svg: bytes, width: int) -> None:
        self._renderer.load(QByteArray(svg))
        size = self._renderer.defaultSize()
        if size.width() > 0:
            wide = min(width, round(size.width() * 1.5))
            self.setFixedSize(wide, round(wide * size.height() / size.width()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()


class ChartView(QScrollArea):
    """Shows one chart; scrolls where it is longer than the place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = _Picture()
        self.setWidget(self._picture)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(self.tr("Chart"))

    def show_svg(self, svg: bytes) -> None:
        """Show a chart that was drawn."""
        self._picture.show_svg(svg, max(400, self.viewport().width() - 24))


def theme_colours() -> ChartColours:
    """Return the colours of a chart in the theme of the window."""
    look = theme()
    return ChartColours(
        page=look.color("panel").name(),
        ink=look.color("ink").name(),
        line=look.color("line").name(),
        accent=look.color("accent").name(),
        bars=tuple(
            look.color(name).name()
            for name in ("accent", "partial", "single", "contradicts", "agrees", "silent")
        ),
    )
