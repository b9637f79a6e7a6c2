"""The view of a comparison's table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.verify.comparison import ComparedCode, Comparison
from ui.theme import theme, ui_font
from ui.verify.comparison_model import (
    LEFT,
    LEFT_SIGNS,
    NAME,
    RIGHT,
    RIGHT_SIGNS,
    ROW,
    VERDICT,
    ComparisonModel,
)
from ui.widgets.badges import paint_swatch
from ui.widgets.glyphs import paint_verdict
from ui.widgets.tables import dress_table

PADDING = 10
INDENT = 16
SWATCH = 16
ROW_HEIGHT = 34
SHARES = {NAME: 0.28, LEFT: 0.12, LEFT_SIGNS: 0.16, RIGHT: 0.12, RIGHT_SIGNS: 0.13}


class ComparisonDelegate(QStyledItemDelegate):
    """Paints the code with its colour, counts at the right, signs, and the verdict."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        rect = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme().color("line"))
        code: ComparedCode = index.data(ROW)
        place = rect.adjusted(PADDING, 0, -PADDING, 0)
        if index.column() == VERDICT:
            paint_verdict(painter, place, str(code.outcome), index.data())
        elif index.column() == NAME:
            left = place.left() + INDENT * code.claim.depth
            paint_swatch(painter, left, rect.center().y(), code.claim.colour)
            place.setLeft(left + SWATCH)
            self._write(painter, place, index, "ink")
        else:
            signs = index.column() in (LEFT_SIGNS, RIGHT_SIGNS)
            self._write(painter, place, index, "soft" if signs else "ink")
        painter.restore()

    def _write(self, painter: QPainter, place: QRectF, index: Any, token: str) -> None:
        painter.setFont(ui_font())
        painter.setPen(theme().color(token))
        words = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, round(place.width())
        )
        painter.drawText(place, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), words)


class ComparisonTable(QTableView):
    """Codes in rows; the current one is shown with its excerpts below."""

    code_chosen = Signal(object)  # ComparedCode

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(ComparisonModel(self))
        self.setItemDelegate(ComparisonDelegate(self))
        dress_table(self)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.horizontalHeader().setStretchLastSection(True)
        self.setAccessibleName(self.tr("Comparison"))
        self.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(self.viewport().update)

    @property
    def compared(self) -> ComparisonModel:
        model = self.model()
        assert isinstance(model, ComparisonModel)
        return model

    def show_codes(self, found: Comparison, rows: Sequence[ComparedCode]) -> None:
        """Show rows of a comparison; the code that was chosen stays so, else the first is."""
        before = self.current()
        place = self.verticalScrollBar().value()
        self.compared.show(found, rows)
        self._fit()
        if before is not None and self.choose(before.claim.id):
            self.verticalScrollBar().setValue(place)
        elif rows:
            self.choose(rows[0].claim.id)

    def current(self) -> ComparedCode | None:
        """Return the code of the current row."""
        row = self.currentIndex().row()
        return self.compared.code_at(row) if 0 <= row < self.compared.rowCount() else None

    def choose(self, code_id: int) -> bool:
        """Make a code the current row; say whether it is there."""
        row = self.compared.row_of(code_id)
        if row is None:
            return False
        index = self.compared.index(row, NAME)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)
        return True

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        code = self.current()
        if code is not None:
            self.code_chosen.emit(code)

    def _fit(self) -> None:
        metrics = QFontMetricsF(ui_font(9, bold=True))
        for column, share in SHARES.items():
            head = self.compared.headerData(column, Qt.Orientation.Horizontal) or ""
            least = round(metrics.horizontalAdvance(head)) + 2 * PADDING + 4
            self.setColumnWidth(column, max(least, round(self.viewport().width() * share)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
