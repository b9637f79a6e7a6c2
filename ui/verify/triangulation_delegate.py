"""How the table of verdicts is painted: signs in the cells, words that wrap for the claim."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import theme, ui_font
from ui.verify.triangulation_model import CELLS, ROW, VERDICT, Column, TriangulationModel
from ui.widgets.badges import paint_swatch
from ui.widgets.glyphs import GLYPH_SIZE, glyph_for, paint_glyph, paint_verdict
from ui.widgets.text_lines import break_lines

LEAST_HEIGHT = 34
LINE = 18
MOST_LINES = 3
PADDING = 10
INDENT = 16
SWATCH = 16


class TriangulationDelegate(QStyledItemDelegate):
    """Paints every kind of column of a `TriangulationModel`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        model: TriangulationModel = index.model()
        column = model.columns[index.column()]
        rect = QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, option, rect)
        if column.kind in CELLS:
            self._paint_sign(painter, rect, index.data(VERDICT))
        elif column.kind in ("overall", "reading"):
            place = rect.adjusted(PADDING, 0, -4, 0)
            paint_verdict(painter, place, index.data(VERDICT), index.data())
        elif column.kind == "name":
            self._paint_name(painter, rect, index)
        else:
            self._write(
                painter, rect.adjusted(PADDING, 0, -2, 0), index.data(), "soft", lines=MOST_LINES
            )
        self._paint_rules(painter, rect, model, index.column())
        self._paint_focus(painter, option, rect, column)
        painter.restore()

    def lines_of(self, role: str, width: int) -> int:
        """Return how many lines the verdict of the roles takes in a column of `width`."""
        return len(break_lines(role, ui_font(), width - PADDING - 2, MOST_LINES))

    def height_of(self, found: Any, width: int, least: int) -> int:
        """Return the height of a row whose claim has `width`, and other cells `least` lines."""
        return max(LEAST_HEIGHT, LINE * max(len(self._lines(found, width)), least) + 14)

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        return QSize(option.rect.width(), LEAST_HEIGHT)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))

    def _paint_sign(self, painter: QPainter, rect: QRectF, verdict: str) -> None:
        place = QRectF(0, 0, GLYPH_SIZE, GLYPH_SIZE)
        place.moveCenter(rect.center())
        paint_glyph(painter, place, glyph_for(verdict))

    def _paint_name(self, painter: QPainter, rect: QRectF, index: Any) -> None:
        found = index.data(ROW)
        left = rect.left() + _inset(found)
        if found.claim.colour:
            middle = rect.top() + (
                rect.height() / 2 if len(self._lines_in(found, rect)) == 1 else 16
            )
            paint_swatch(painter, left - SWATCH, middle, found.claim.colour)
        lines = self._lines_in(found, rect)
        top = rect.center().y() - LINE * len(lines) / 2
        for number, line in enumerate(lines):
            place = QRectF(left, top + number * LINE, rect.right() - left, LINE)
            self._write(painter, place, line, "ink")

    def _lines_in(self, found: Any, rect: QRectF) -> list[str]:
        return self._lines(found, round(rect.width()))

    def _lines(self, found: Any, width: int) -> list[str]:
        room = max(60, width - _inset(found) - PADDING)
        return break_lines(found.claim.name, ui_font(), room, MOST_LINES)

    def _write(
        self, painter: QPainter, place: QRectF, words: str, token: str, *, lines: int = 1
    ) -> None:
        painter.setFont(ui_font())
        painter.setPen(theme().color(token))
        broken = break_lines(words, ui_font(), place.width(), lines)
        top = place.center().y() - LINE * len(broken) / 2
        for number, line in enumerate(broken):
            row = QRectF(place.left(), top + number * LINE, place.width() + 2, LINE)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_rules(
        self, painter: QPainter, rect: QRectF, model: TriangulationModel, number: int
    ) -> None:
        line = theme().color("line")
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line)
        if model.columns[number].kind in ("name", *CELLS):
            painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), line)

    def _paint_focus(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, column: Column
    ) -> None:
        if not option.state & QStyle.StateFlag.State_HasFocus:
            return
        painter.setPen(theme().color("accent"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))


def _inset(found: Any) -> int:
    """Return how far from the left the words of a claim begin."""
    if found.claim.kind == "finding":
        return PADDING
    return PADDING + INDENT * int(found.claim.depth) + SWATCH
