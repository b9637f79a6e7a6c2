"""Painting the page: each paragraph on the screen, from the ground up."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.reduce.transcript import CodingSpan
from ui.reduce.transcript.borders import paint_grips
from ui.reduce.transcript.metrics import PageMetrics
from ui.reduce.transcript.paint import (
    PlacedCoding,
    Row,
    paint_caret,
    paint_codings,
    paint_margin,
    paint_outline,
    paint_stretch,
    paint_words,
    selection_colour,
)
from ui.reduce.transcript.reading import Reading
from ui.reduce.transcript.screen import Screen
from ui.theme import theme

WHOLE = 20_000  # a paragraph up to this length is painted with all of its codings in mind


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything that one look at the page depends on.

    `selection` and `caret` are in the document's units, `marked` in code points.
    """

    screen: Screen
    reading: Reading
    metrics: PageMetrics
    selection: tuple[int, int]
    caret: int | None
    chosen: CodingSpan | None
    marked: tuple[int, int] | None


def paint_page(painter: QPainter, clip: QRectF, sight: Sight) -> None:
    """Paint what of the page lies in `clip`."""
    painter.fillRect(clip, theme().color("panel"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in sight.screen.rows:
        layout = row.block.layout()
        last = layout.lineAt(row.lines.stop - 1)
        top, bottom = row.top - 4, row.top + last.y() + last.height() + 8
        if bottom >= clip.top() and top <= clip.bottom():
            _paint_row(painter, clip, row, sight)
    if sight.chosen is not None:
        paint_grips(painter, sight.screen, sight.chosen)


def _paint_row(painter: QPainter, clip: QRectF, row: Row, sight: Sight) -> None:
    codings = _codings(row, sight.reading)
    paint_codings(painter, row, codings)
    if sight.marked is not None:
        units = sight.reading.positions
        marked = units.to_units(sight.marked[0]), units.to_units(sight.marked[1])
        _lay_over(painter, row, marked)
    _lay_over(painter, row, sight.selection)
    paint_words(painter, row, clip)
    for coding in codings:
        if coding.span == sight.chosen:
            paint_outline(painter, row, coding)
    paint_margin(painter, row, sight.metrics)
    begin = row.block.position()
    if sight.caret is not None and begin <= sight.caret < begin + row.block.length():
        paint_caret(painter, row, sight.caret - begin)


def _codings(row: Row, reading: Reading) -> Sequence[PlacedCoding]:
    low, high = 0, row.block.length()
    if high > WHOLE:
        layout = row.block.layout()
        low = layout.lineAt(row.lines.start).textStart()
        last = layout.lineAt(row.lines.stop - 1)
        high = last.textStart() + last.textLength()
    return reading.placed(row, low, high)


def _lay_over(painter: QPainter, row: Row, span: tuple[int, int]) -> None:
    """Lay the selection's colour over the units of `span` that stand in a paragraph."""
    begin = row.block.position()
    low = max(span[0] - begin, row.opening.label)
    high = min(span[1] - begin, row.block.length() - 1)
    if low < high:
        paint_stretch(painter, row, low, high, selection_colour())
