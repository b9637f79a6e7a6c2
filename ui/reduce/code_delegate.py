"""A row of the code tree: colour, name, verdict beside it, and the count at the right."""

import re
from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.reduce.code_model import CodeModel, Index, Node
from ui.theme import theme, ui_font
from ui.widgets.badges import SWATCH_SIZE, paint_swatch
from ui.widgets.glyphs import GLYPH_SIZE, paint_sign
from ui.widgets.icons import icon_pixmap

ROW = 29
INDENT = 18
FIRST = 14  # from the pane's edge to the colour of a code at the top
GAP = 8
RIGHT = 14
STAR = 13
COUNT_ROOM = 44  # that a long name leaves to the count
CHEVRON = 7.0
EDITOR_PAD = 6
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def swatch_left(item: QRect) -> float:
    """Return where the colour of a row begins; `item` is its rectangle in the tree."""
    return item.left() - INDENT + FIRST


def name_left(item: QRect) -> float:
    """Return where the name of a row begins."""
    return swatch_left(item) + SWATCH_SIZE + GAP


class CodeDelegate(QStyledItemDelegate):
    """Paints and edits codes. The ground of a row is the view's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_chevrons = False
        self.pattern: re.Pattern[str] | None = None
        """Finds the letters that are typed in the filter."""
        self.found: Collection[int] | None = None
        """The codes that the filter finds; None: all. Those above them are painted softly."""
        self._letters = {bold: _measured(10, bold=bold) for bold in (False, True)}
        self._figures = _measured(9.5)
        self._star: tuple[tuple[str, float], QPixmap] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        node = model.node(index) if isinstance(model, CodeModel) else None
        if not isinstance(model, CodeModel) or node is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        item = option.rect
        middle = item.center().y() + 0.5
        is_open = bool(option.state & QStyle.StateFlag.State_Open)
        if node.children and (self.show_chevrons or not is_open):
            _paint_chevron(painter, swatch_left(item) - 7, middle, is_open=is_open)
        paint_swatch(painter, swatch_left(item), middle, node.code.colour)
        right = self._paint_count(painter, item, str(model.count(node)))
        self._paint_words(painter, item, middle, node, right)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, item: QRect, middle: float, node: Node, right: float
    ) -> None:
        """Paint the name and the marks behind it, as far as `right`."""
        left = name_left(item)
        marks = (GLYPH_SIZE + GAP) * bool(node.verdict) + (STAR + GAP) * node.favourite
        font, letters = self._letters[node.code.depth == 0]
        wide = max(0.0, right - left - marks)
        name = letters.elidedText(node.code.name, Qt.TextElideMode.ElideRight, wide)
        painter.setFont(font)
        aside = self.found is not None and node.code.id not in self.found
        painter.setPen(theme().color("soft" if aside else "ink"))
        box = QRectF(left, item.top(), wide + 1, item.height())
        spans = [] if self.pattern is None or aside else _spans(self.pattern, name)
        if spans:
            _paint_found(painter, box, name, font, spans)
        else:
            painter.drawText(box, _LEFT, name)
        at = left + letters.horizontalAdvance(name) + GAP if marks else 0.0
        if node.verdict:
            box = QRectF(round(at), round(middle - GLYPH_SIZE / 2), GLYPH_SIZE, GLYPH_SIZE)
            paint_sign(painter, box, node.verdict)
            at += GLYPH_SIZE + GAP
        if node.favourite:
            painter.drawPixmap(QPointF(round(at), round(middle - STAR / 2)), self._star_on(painter))

    def _paint_count(self, painter: QPainter, item: QRect, count: str) -> float:
        """Paint the count; return where the room left of it ends."""
        right = item.right() + 1 - RIGHT
        font, letters = self._figures
        painter.setFont(font)
        painter.setPen(theme().color("soft"))
        room = max(letters.horizontalAdvance(count), 14.0)
        painter.drawText(QRectF(right - room, item.top(), room, item.height()), _RIGHT, count)
        return right - room - GAP

    def _star_on(self, painter: QPainter) -> QPixmap:
        key = (theme().name, painter.device().devicePixelRatioF())
        if self._star is None or self._star[0] != key:
            self._star = (key, icon_pixmap("star", "partial", STAR, key[1]))
        return self._star[1]

    # --- renaming ------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Name of the code"))
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(QModelIndex(index), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        left = int(name_left(option.rect)) - EDITOR_PAD - 1
        right = option.rect.right() - COUNT_ROOM
        editor.setGeometry(left, option.rect.top(), max(80, right - left), option.rect.height())


def _measured(points: float, *, bold: bool = False) -> tuple[QFont, QFontMetricsF]:
    font = ui_font(points, bold=bold)
    return font, QFontMetricsF(font)


def _spans(pattern: re.Pattern[str], name: str) -> list[tuple[int, int]]:
    """Return where letters of the filter stand in a name: start and length in UTF-16 units."""
    if name.isascii():
        return [(m.start(), m.end() - m.start()) for m in pattern.finditer(name) if m.group()]
    return [
        (_units(name[: m.start()]), _units(m.group())) for m in pattern.finditer(name) if m.group()
    ]


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def _paint_found(
    painter: QPainter, box: QRectF, name: str, font: QFont, spans: Sequence[tuple[int, int]]
) -> None:
    """Paint a name with the found letters in the accent and underlined: not by colour alone."""
    look = QTextCharFormat()
    look.setForeground(theme().color("accent"))
    look.setFontUnderline(True)
    formats = []
    for start, length in spans:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, length, look
        formats.append(one)
    layout = QTextLayout(name, font)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width())
    layout.endLayout()
    layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))


def _paint_chevron(painter: QPainter, x: float, y: float, *, is_open: bool) -> None:
    half = CHEVRON / 2
    painter.setPen(QPen(theme().color("soft"), 1.4))
    if is_open:
        points = [(x - half, y - half / 2), (x, y + half / 2), (x + half, y - half / 2)]
    else:
        points = [(x - half / 2, y - half), (x + half / 2, y), (x - half / 2, y + half)]
    painter.drawPolyline([QPointF(*point) for point in points])
