"""A row of the code tree: colour, name, verdict beside it, and the count at the right."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.reduce.code_model import CodeModel, Index, Node
from ui.theme import theme, ui_font
from ui.widgets.badges import SWATCH_SIZE, paint_swatch
from ui.widgets.glyphs import GLYPH_SIZE, glyph_for, paint_glyph, token_for

ROW = 29
INDENT = 18
FIRST = 14  # from the pane's edge to the colour of a code at the top
GAP = 8
RIGHT = 14
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

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        node = model.node(index) if isinstance(model, CodeModel) else None
        if node is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        item = option.rect
        middle = item.center().y() + 0.5
        is_open = bool(option.state & QStyle.StateFlag.State_Open)
        if node.children and (self.show_chevrons or not is_open):
            _paint_chevron(painter, swatch_left(item) - 7, middle, is_open=is_open)
        paint_swatch(painter, swatch_left(item), middle, node.code.colour)
        self._paint_words(painter, item, middle, node)
        painter.restore()

    def _paint_words(self, painter: QPainter, item: QRect, middle: float, node: Node) -> None:
        right = item.right() + 1 - RIGHT
        count = str(node.code.excerpts)
        font = ui_font(9.5)
        painter.setFont(font)
        painter.setPen(theme().color("soft"))
        room = max(QFontMetricsF(font).horizontalAdvance(count), 14.0)
        painter.drawText(QRectF(right - room, item.top(), room, item.height()), _RIGHT, count)
        right -= room + GAP
        left = name_left(item)
        glyph = GLYPH_SIZE + GAP if node.verdict else 0
        bold = node.code.depth == 0
        font = ui_font(10, bold=bold)
        letters = QFontMetricsF(font)
        wide = max(0.0, right - left - glyph)
        name = letters.elidedText(node.code.name, Qt.TextElideMode.ElideRight, wide)
        painter.setFont(font)
        painter.setPen(theme().color("ink"))
        painter.drawText(QRectF(left, item.top(), wide + 1, item.height()), _LEFT, name)
        if node.verdict:
            at = left + letters.horizontalAdvance(name) + GAP
            box = QRectF(round(at), round(middle - GLYPH_SIZE / 2), GLYPH_SIZE, GLYPH_SIZE)
            paint_glyph(painter, box, glyph_for(node.verdict), token_for(node.verdict))

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


def _paint_chevron(painter: QPainter, x: float, y: float, *, is_open: bool) -> None:
    half = CHEVRON / 2
    painter.setPen(QPen(theme().color("soft"), 1.4))
    if is_open:
        points = [(x - half, y - half / 2), (x, y + half / 2), (x + half, y - half / 2)]
    else:
        points = [(x - half / 2, y - half), (x + half / 2, y), (x - half / 2, y + half)]
    painter.drawPolyline([QPointF(*point) for point in points])
