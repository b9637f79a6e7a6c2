"""The method of a source in a table: its letter in the badge, then its name."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.language.words import say
from ui.design.pages import METHODS
from ui.theme import theme
from ui.widgets.badges import BADGE_SIZE, paint_badge
from ui.widgets.ground import paint_ground
from ui.widgets.record_delegate import PADDING, RecordDelegate
from ui.widgets.record_model import VALUE
from ui.widgets.record_table import RecordTable

GAP = 8


class MethodDelegate(RecordDelegate):
    """Paints the badge; editing is that of any choice."""

    def __init__(self, table: RecordTable, letters: Mapping[str, str]) -> None:
        super().__init__(table.table, table.model)
        self._letters = letters
        self._table = table.table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        words = paint_ground(self, painter, option, index, self._table)
        rect = QRectF(option.rect).adjusted(PADDING, 0, -PADDING / 2, -1)
        letter = self._letters.get(index.data(VALUE))
        if letter is None:
            return
        paint_badge(painter, rect.left(), rect.center().y() + 0.5, letter)
        rect.setLeft(rect.left() + BADGE_SIZE + GAP)
        painter.save()
        painter.setPen(theme().color("ink"))
        shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def letters(language: str) -> dict[str, str]:
    """Return the letter of each method in a study of that language."""
    return {method: say(f"study.letters.{method}", language) for method in METHODS}


def put_badges(table: RecordTable, language: str) -> None:
    """Paint the column "method" of `table` with badges."""
    delegate = MethodDelegate(table, letters(language))
    table.table.setItemDelegateForColumn(table.model.place_of("method"), delegate)
