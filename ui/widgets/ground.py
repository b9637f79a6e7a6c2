"""The ground of a cell, as the style sheet paints it, under what a delegate draws on it."""

from typing import Any

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget


def paint_ground(
    delegate: QStyledItemDelegate,
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: Any,
    view: QWidget,
) -> str:
    """Paint selection, hover and focus without any words; return the words of the cell."""
    ground = QStyleOptionViewItem(option)
    delegate.initStyleOption(ground, index)
    words, ground.text = ground.text, ""
    view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, view)
    return str(words)
