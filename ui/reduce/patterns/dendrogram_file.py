"""The dendrogram as a picture in a file: PNG for a page, SVG to be drawn on."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from app.in_place import in_place
from ui.reduce.patterns.dendrogram import Dendrogram
from ui.theme import tokens

SCALE = 2
LONGEST = 30_000  # pixels of a side, within what picture files and painters take


def write_picture(drawing: Dendrogram, path: Path) -> None:
    """Write the whole dendrogram, whole or not at all; the ending says which kind.

    Raises EnvironmentProblem where the folder cannot be written or the disk is full.
    """
    with in_place(path) as part:
        if path.suffix.lower() == ".svg":
            _write_svg(drawing, part, path.stem)
        else:
            _write_png(drawing, part)


def _write_svg(drawing: Dendrogram, path: Path, title: str) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(drawing.size())
    generator.setViewBox(drawing.rect())
    generator.setTitle(title)
    _paint(drawing, QPainter(generator), 1)
    if not path.exists():
        raise OSError(str(path))


def _write_png(drawing: Dendrogram, path: Path) -> None:
    longest = max(drawing.width(), drawing.height())
    scale = min(SCALE, LONGEST / longest)
    size = QSize(round(drawing.width() * scale), round(drawing.height() * scale))
    image = QImage(size, QImage.Format.Format_RGB32)
    _paint(drawing, QPainter(image), scale)
    if not image.save(str(path), "PNG"):
        raise OSError(str(path))


def _on_paper(token: str) -> QColor:
    return QColor(tokens("light")[token])


def _paint(drawing: Dendrogram, painter: QPainter, scale: float) -> None:
    painter.scale(scale, scale)
    painter.fillRect(drawing.rect(), _on_paper("panel"))
    drawing.draw(painter, drawing.rect(), _on_paper)
    painter.end()
