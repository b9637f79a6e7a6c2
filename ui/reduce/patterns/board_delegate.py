"""A code as a card, a group as the head of its frame; names are edited where they stand."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.reduce.patterns.board_layout import CARD, WIDTH
from ui.reduce.patterns.board_model import BoardModel, Index, Item
from ui.theme import theme, ui_font
from ui.widgets.badges import SWATCH_SIZE, paint_swatch

LEFT = 10
GAP = 8
RADIUS = 6
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
State = QStyle.StateFlag


class BoardDelegate(QStyledItemDelegate):
    """Paints and renames what stands on the board. The frames are the view's."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH, CARD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        item = model.item(index) if isinstance(model, BoardModel) else None
        if item is None or not isinstance(model, BoardModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, item)
        rect = QRectF(option.rect)
        paint_swatch(painter, rect.left() + LEFT, rect.top() + 16, item.code.colour)
        left = rect.left() + LEFT + SWATCH_SIZE + GAP
        wide = rect.right() - LEFT - left
        name = ui_font(10, bold=item.is_group)
        _write(painter, item.code.name, name, "ink", QRectF(left, rect.top() + 6, wide, 20))
        counts = model.counts(item)
        _write(painter, counts, ui_font(8.5), "soft", QRectF(left, rect.top() + 24, wide, 16))
        painter.restore()

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
        place: QRect = option.rect.adjusted(LEFT + SWATCH_SIZE, 1, -2, 0)
        editor.setGeometry(place.left(), place.top(), place.width(), 30)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, item: Item) -> None:
    rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    chosen = bool(option.state & State.State_Selected)
    hovered = bool(option.state & State.State_MouseOver)
    look = theme()
    if chosen or hovered or not item.is_group:
        ground = "accent_ground" if chosen else "hover" if hovered else "panel"
        painter.setPen(QPen(look.color("accent" if chosen else "line"), 1))
        if item.is_group:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(ground))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
    if option.state & State.State_HasFocus:
        painter.setPen(QPen(look.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _write(painter: QPainter, words: str, font: QFont, token: str, place: QRectF) -> None:
    painter.setFont(font)
    painter.setPen(theme().color(token))
    short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, _LINE, short)
