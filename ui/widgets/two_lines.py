"""A row of a list in two lines: what it is, and under it, softer, when or where."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import theme, ui_font

HEIGHT, ICON, PAD = 46, 18, 14


class TwoLines(QStyledItemDelegate):
    """Paints an item whose text holds two lines; its icon, font and colour are heeded."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, rect = theme(), QRectF(option.rect)
        first, _, second = str(index.data() or "").partition("\n")
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        font = index.data(Qt.ItemDataRole.FontRole)
        ink = index.data(Qt.ItemDataRole.ForegroundRole) or look.color("ink")
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("accent_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.color("hover"))
        left = rect.left() + PAD
        if isinstance(icon, QIcon) and not icon.isNull():
            at = QRectF(left, rect.center().y() - ICON / 2, ICON, ICON)
            icon.paint(painter, at.toRect())
            left += ICON + 10
        room = QRectF(left, rect.top() + 5, rect.right() - PAD - left, rect.height() - 10)
        shown = ui_font(10)
        if font is not None:
            shown.setItalic(font.italic())
            shown.setStrikeOut(font.strikeOut())
        for words, typeface, colour, where in (
            (first, shown, ink, Qt.AlignmentFlag.AlignTop),
            (second, ui_font(9), look.color("soft"), Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(typeface)
            painter.setPen(getattr(colour, "color", lambda c=colour: c)())
            elided = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(room.width())
            )
            place = Qt.AlignmentFlag.AlignVCenter if not second else where
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | place, elided)
        painter.restore()
