"""The view of the list of findings."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.verify.findings import FindingRow
from ui.theme import theme, ui_font
from ui.verify.findings_model import ENTRY, Entry, FindingsModel, below
from ui.widgets.glyphs import GLYPH_SIZE, paint_sign
from ui.widgets.text_lines import break_lines

SIDE = 14
TOP = 8
LINE = 18
HEAD_HEIGHT = 34
MOST_LINES = 3
WORDS_LEFT = SIDE + GLYPH_SIZE + 8


class FindingsDelegate(QStyledItemDelegate):
    """A focus as a small heading; a finding as its sign, its claim, its status and evidence."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        entry: Entry = index.data(ENTRY)
        if entry.finding is None:
            return QSize(120, HEAD_HEIGHT)
        return QSize(120, 2 * TOP + LINE * (len(self._lines(entry)) + 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        entry: Entry = index.data(ENTRY)
        rect = QRectF(option.rect)
        painter.save()
        if entry.finding is None:
            self._paint_head(painter, rect, entry.words)
        else:
            self._paint_ground(painter, option, rect)
            self._paint_finding(painter, rect, entry)
        painter.restore()

    def _lines(self, entry: Entry) -> list[str]:
        width = max(60, self._view.viewport().width() - WORDS_LEFT - SIDE)
        number = f"{entry.finding.number}. " if entry.finding else ""
        return break_lines(number + entry.words, ui_font(), width, MOST_LINES)

    def _paint_head(self, painter: QPainter, rect: QRectF, words: str) -> None:
        font = ui_font(9, bold=True)
        place = rect.adjusted(SIDE, 8, -SIDE, 0)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(theme().color("soft"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        self._rule(painter, rect)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            mark = QRectF(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(mark, theme().color("accent"))

    def _paint_finding(self, painter: QPainter, rect: QRectF, entry: Entry) -> None:
        sign = QRectF(rect.left() + SIDE, rect.top() + TOP + 2, GLYPH_SIZE, GLYPH_SIZE)
        if entry.verdict:
            paint_sign(painter, sign, entry.verdict)
        painter.setFont(ui_font())
        painter.setPen(theme().color("ink"))
        left, top = rect.left() + WORDS_LEFT, rect.top() + TOP
        for number, line in enumerate(self._lines(entry)):
            place = QRectF(left, top + number * LINE, rect.right() - left, LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)
        painter.setFont(ui_font(9))
        painter.setPen(theme().color("soft"))
        place = QRectF(left, rect.bottom() - TOP - LINE + 2, rect.right() - left - SIDE, LINE)
        shown = painter.fontMetrics().elidedText(
            below(entry), Qt.TextElideMode.ElideRight, round(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        self._rule(painter, rect)

    def _rule(self, painter: QPainter, rect: QRectF) -> None:
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme().color("line"))


class FindingsList(QListView):
    """Findings under their foci; the current one is shown beside, excerpts can be dropped on it."""

    finding_chosen = Signal(object)  # FindingRow | None
    finding_clicked = Signal(object)  # FindingRow
    menu_wanted = Signal(QPoint, object)  # where, FindingRow
    step_wanted = Signal(object, int)  # FindingRow, -1 up or 1 down

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingsModel(self)
        self.setModel(self.findings)
        self.setItemDelegate(FindingsDelegate(self))
        self.setAccessibleName(self.tr("Findings"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(
            lambda current, _: self.finding_chosen.emit(self.findings.finding_at(current.row()))
        )
        self.clicked.connect(self._on_click)
        self.customContextMenuRequested.connect(self._on_menu)
        theme().changed.connect(self.viewport().update)

    def current(self) -> FindingRow | None:
        """Return the finding that is chosen."""
        return self.findings.finding_at(self.currentIndex().row())

    def choose(self, finding_id: int) -> bool:
        """Make a finding the current one; say whether it is there."""
        row = self.findings.row_of(finding_id)
        if row is None:
            return False
        index = self.findings.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def _on_click(self, index: QModelIndex) -> None:
        finding = self.findings.finding_at(index.row())
        if finding is not None:
            self.finding_clicked.emit(finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        finding = self.current()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if step is not None and alt and finding is not None:
            self.step_wanted.emit(finding, step)
            return
        super().keyPressEvent(event)

    def _on_menu(self, place: QPoint) -> None:
        finding = self.findings.finding_at(self.indexAt(place).row())
        if finding is not None:
            self.menu_wanted.emit(self.viewport().mapToGlobal(place), finding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
