"""The table of places found: the words in the middle, what stands before and behind beside them."""

from typing import Any

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.reduce.finding.found import Line
from ui.reduce.search.hits_model import COUNT, FIRST, LAST, LINE, Column, HitsModel
from ui.theme import theme, ui_font
from ui.widgets.badges import BADGE_SIZE, paint_badge
from ui.widgets.tables import copy_as_tsv, dress_table

PAD = 8
WIDTHS = {Column.PICK: 34, Column.SOURCE: 176, Column.INFORMANT: 92, Column.WORDS: 150}
_ELIDE = {Column.LEFT: Qt.TextElideMode.ElideLeft, Column.WORDS: Qt.TextElideMode.ElideMiddle}


class HitsTable(QTableView):
    """Space ticks the selected rows; Enter or a double click opens the transcript there."""

    opened = Signal(object)
    """Line"""

    def __init__(self, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = model
        self.setModel(model)
        dress_table(self)
        self.setAccessibleName(self.tr("Places found"))
        self.setItemDelegate(HitsDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.PICK, QHeaderView.ResizeMode.Fixed)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self.doubleClicked.connect(self._on_double_click)

    def chosen_rows(self) -> list[int]:
        """Return the selected rows, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif event.key() == Qt.Key.Key_Space and self.chosen_rows():
            self.hits.tick(self.chosen_rows())
        elif event.matches(QKeySequence.StandardKey.Copy):
            copy_as_tsv(self)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give what stands before and behind the words the same width, so that they are in line."""
        others = (Column.PICK, Column.SOURCE, Column.INFORMANT, Column.WORDS)
        left = self.viewport().width() - sum(self.columnWidth(column) for column in others)
        half = max(120, left // 2)
        self.setColumnWidth(Column.LEFT, half)
        self.setColumnWidth(Column.RIGHT, max(120, left - half))

    def open_current(self) -> None:
        """Open the transcript where the current row stands."""
        line = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        if line is not None:
            self.opened.emit(line)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() != Column.PICK:
            self.open_current()


class HitsDelegate(QStyledItemDelegate):
    """Paints the source with its badge, and the words that were found in the accent."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        rect, column = QRectF(option.rect), Column(index.column())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))
        below = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(below, theme().color("scroll" if index.data(LAST) else "line"))
        line: Line | None = index.data(LINE)
        place = rect.adjusted(PAD, 0, -PAD, 0)
        if column == Column.PICK:
            self._paint_box(painter, option, index)
        elif line is not None and column == Column.SOURCE:
            self._paint_source(painter, place, index, line)
        elif line is not None:
            words = column == Column.WORDS
            token = "accent" if words else "soft" if column == Column.INFORMANT else "ink"
            self._write(painter, place, str(index.data()).strip(), token, column, bold=words)
        painter.restore()

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        style = option.widget.style()
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box.rect = style.subElementRect(part, box, option.widget)
        on = box.checkState == Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        drawn = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        style.drawPrimitive(drawn, box, painter, option.widget)

    def _paint_source(self, painter: QPainter, place: QRectF, index: Any, line: Line) -> None:
        """The first row of a source bears its badge, its name and the count of its places."""
        if index.data(FIRST):
            paint_badge(painter, place.left(), place.center().y(), line.method_letter)
            name = place.adjusted(BADGE_SIZE + 8, 0, -46, 0)
            self._write(painter, name, line.reference, "ink", Column.SOURCE, bold=True)
            if index.data(COUNT) > 1:
                count = f"{index.data(COUNT)}"
                painter.setFont(ui_font(9))
                painter.setPen(theme().color("soft"))
                used = painter.fontMetrics().horizontalAdvance(line.reference)
                at = name.adjusted(min(used * 1.25 + 8, name.width()), 0, 30, 0)
                painter.drawText(at, _LEFT, f"({count})")
        else:
            name = place.adjusted(BADGE_SIZE + 8, 0, -46, 0)
            self._write(painter, name, line.reference, "soft", Column.SOURCE)
        number = place.adjusted(place.width() - 44, 0, 0, 0)
        painter.setFont(ui_font(9))
        painter.setPen(theme().color("soft"))
        painter.drawText(number, _RIGHT, str(line.line))

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        words: str,
        token: str,
        column: Column,
        *,
        bold: bool = False,
    ) -> None:
        painter.setFont(ui_font(10, bold=bold))
        painter.setPen(theme().color(token))
        mode = _ELIDE.get(column, Qt.TextElideMode.ElideRight)
        shown = painter.fontMetrics().elidedText(words, mode, round(place.width()))
        aligned = {Column.LEFT: _RIGHT, Column.WORDS: Qt.AlignmentFlag.AlignCenter}
        painter.drawText(place, aligned.get(column, _LEFT), shown)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
