"""A row of the list of sources: letter, reference, who speaks (two lines at most), codings."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.reduce.source_lines import SourceLine
from ui.reduce.source_model import LINE, Group, Index
from ui.theme import theme, ui_font
from ui.widgets.badges import paint_badge

EDGE = 14
TEXT = 41  # from the pane's edge to the words
COUNT_ROOM = 34
PAD = 7
GROUP_HEIGHT = 36
LINES = 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SourceDelegate(QStyledItemDelegate):
    """Paints methods and sources. A row is as high as its words need at the list's width."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(LINE)
        if isinstance(row, Group):
            return QSize(120, GROUP_HEIGHT if index.row() else GROUP_HEIGHT - 6)
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        lines = len(_lines(row.subtitle, width - TEXT - COUNT_ROOM))
        name, small = QFontMetricsF(ui_font(10)), QFontMetricsF(ui_font(9))
        return QSize(120, round(2 * PAD + name.height() + lines * small.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(LINE), QRectF(option.rect)
        painter.save()
        if isinstance(row, Group):
            _paint_group(painter, rect, row)
        elif isinstance(row, SourceLine):
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, theme().color("accent_ground"))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, theme().color("hover"))
            _paint_source(painter, rect, row)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(theme().color("accent"))
                painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()


def _paint_group(painter: QPainter, rect: QRectF, group: Group) -> None:
    painter.setFont(ui_font(9, bold=True))
    painter.setPen(theme().color("soft"))
    words = rect.adjusted(EDGE, 6, -EDGE, 0)
    painter.drawText(words, _LEFT, group.name)
    painter.drawText(words, _RIGHT, str(group.count))


def _paint_source(painter: QPainter, rect: QRectF, line: SourceLine) -> None:
    paint_badge(painter, rect.left() + EDGE, rect.center().y(), line.letter)
    left, width = rect.left() + TEXT, rect.width() - TEXT - COUNT_ROOM
    font = ui_font(10)
    letters = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme().color("ink"))
    name = letters.elidedText(line.reference, Qt.TextElideMode.ElideRight, width)
    place = QRectF(left, rect.top() + PAD, width, letters.height())
    painter.drawText(place, _LEFT, name)
    small = ui_font(9)
    painter.setFont(small)
    painter.setPen(theme().color("soft"))
    step, top = QFontMetricsF(small).height(), place.bottom()
    for number, words in enumerate(_lines(line.subtitle, width)):
        painter.drawText(QRectF(left, top + number * step, width + 2, step), _LEFT, words)
    painter.setFont(ui_font(9.5))
    painter.drawText(rect.adjusted(0, 0, -EDGE, 0), _RIGHT, str(line.codings))


def _lines(words: str, width: float) -> list[str]:
    """Break words into at most two lines; the last ends in … where there is more."""
    if not words or width <= 0:
        return []
    font = ui_font(9)
    letters = QFontMetricsF(font)
    if letters.horizontalAdvance(words) <= width:
        return [words]
    layout = QTextLayout(words, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    found: list[str] = []
    line = layout.createLine()
    while line.isValid() and len(found) < LINES - 1:
        line.setLineWidth(width)
        found.append(words[line.textStart() : line.textStart() + line.textLength()].rstrip())
        line = layout.createLine()
    rest = words[line.textStart() :] if line.isValid() else ""
    layout.endLayout()
    if rest.strip():
        found.append(letters.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, width))
    return found
