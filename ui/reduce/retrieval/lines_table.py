"""The table of retrieved codings: in groups, with the citation; notes are written in place."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.reduce.retrieval.found import Line
from ui.reduce.retrieval.lines_model import HEAD, LINE, NOTES, Column, LinesModel, words_of
from ui.theme import serif_font, theme, ui_font
from ui.widgets.badges import BADGE_SIZE, SWATCH_SIZE, paint_badge, paint_swatch
from ui.widgets.excerpt_delegate import citation_words, stance_words
from ui.widgets.tables import copy_as_tsv, dress_table
from ui.widgets.text_lines import break_lines

ROW = 76
HEAD_ROW = 32
LINES = 3
PAD = 10
SHARES = {Column.CODE: 17, Column.WORDS: 37, Column.ORIGIN: 16, Column.SUMMARY: 15, Column.MEMO: 15}
AFFIRMS = "affirms"


class LinesTable(QTableView):
    """Enter or a double click opens the transcript; F2 writes the summary, Shift+F2 the memo."""

    opened = Signal(object)
    """Line"""
    menu_wanted = Signal(QPoint)

    def __init__(self, model: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = model
        self._laid: list[int] = []
        self.setModel(model)
        dress_table(self)
        self.setAccessibleName(self.tr("Retrieved excerpts"))
        self.setItemDelegate(LinesDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_double_click)
        model.modelReset.connect(self._lay_heads)

    def chosen(self) -> list[Line]:
        """Return the selected codings, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = (self.lines.line(row) for row in rows)
        return [line for line in found if line is not None]

    def write(self, column: Column) -> None:
        """Open the editor of a note in the current row."""
        index = self.currentIndex().siblingAtColumn(column)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def go_to(self, coding_id: int | None) -> None:
        """Make the row of a coding the current one, where it is listed."""
        row = self.lines.row_of(coding_id) if coding_id is not None else None
        if row is not None:
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self.lines.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif event.key() == Qt.Key.Key_F2:
            memo = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            here = self.currentIndex().column() == Column.MEMO
            self.write(Column.MEMO if memo or here else Column.SUMMARY)
        elif event.matches(QKeySequence.StandardKey.Copy):
            copy_as_tsv(self)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.chosen():
            self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        total = sum(SHARES.values())
        for column, share in SHARES.items():
            self.setColumnWidth(column, self.viewport().width() * share // total)

    def open_current(self) -> None:
        """Open the transcript where the current row stands."""
        line = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        if line is not None:
            self.opened.emit(line)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() in NOTES and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.open_current()

    def _lay_heads(self) -> None:
        self.clearSpans()
        for row in self._laid:  # the header keeps the heights of rows over a reset
            if row < self.lines.rowCount():
                self.setRowHeight(row, ROW)
        self._laid = list(self.lines.heads())
        for row in self._laid:
            self.setSpan(row, 0, 1, len(Column))
            self.setRowHeight(row, HEAD_ROW)


class LinesDelegate(QStyledItemDelegate):
    """Paints heads of groups, codes with their colour, words in serif; edits notes."""

    def __init__(self, table: LinesTable) -> None:
        super().__init__(table)
        self._serif = serif_font(11)

    # --- painting --------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        rect = QRectF(option.rect)
        painter.save()
        head = index.data(HEAD)
        if head is not None:
            self._paint_head(painter, rect, *head)
        else:
            self._paint_ground(painter, option, rect)
            line: Line | None = index.data(LINE)
            if line is not None:
                place = rect.adjusted(PAD, 7, -PAD, -6)
                self._paint_cell(painter, place, Column(index.column()), line)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, name: str, size: int) -> None:
        painter.fillRect(rect, theme().color("hover"))
        below = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(below, theme().color("line"))
        place = rect.adjusted(PAD, 0, -PAD, 0)
        painter.setFont(ui_font(10, bold=True))
        painter.setPen(theme().color("ink"))
        room = round(place.width()) - 60
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(place, _MIDDLE, shown)
        used = painter.fontMetrics().horizontalAdvance(shown) + 8
        painter.setFont(ui_font(9))
        painter.setPen(theme().color("soft"))
        painter.drawText(place.adjusted(used, 0, 0, 0), _MIDDLE, f"({size})")

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_ground"))
        below = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(below, theme().color("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height()), theme().color("accent")
            )

    def _paint_cell(self, painter: QPainter, place: QRectF, column: Column, line: Line) -> None:
        if column == Column.CODE:
            self._paint_code(painter, place, line)
        elif column == Column.ORIGIN:
            self._paint_origin(painter, place, line)
        else:
            serif = column == Column.WORDS
            painter.setFont(self._serif if serif else ui_font(10))
            painter.setPen(theme().color("ink"))
            self._lines(painter, place, words_of(column, line), LINES)

    def _paint_code(self, painter: QPainter, place: QRectF, line: Line) -> None:
        row = line.row
        paint_swatch(painter, place.left(), place.top() + 9, row.colour)
        place = place.adjusted(SWATCH_SIZE + 8, 0, 0, 0)
        painter.setFont(ui_font(10, bold=True))
        painter.setPen(theme().color("ink"))
        below = self._lines(painter, place, row.code, 2)
        above = line.path[: -len(row.code)].strip(" >")
        said = "" if row.direction == AFFIRMS else stance_words().get(row.direction, row.direction)
        weight = "●" * row.weight if row.weight > 1 else ""
        painter.setFont(ui_font(9))
        painter.setPen(theme().color("soft"))
        small = " · ".join(part for part in (said, weight, above) if part)
        if below + 14 <= place.bottom() + 2:
            self._lines(painter, place.adjusted(0, below - place.top(), 0, 0), small, 1)

    def _paint_origin(self, painter: QPainter, place: QRectF, line: Line) -> None:
        row = line.row
        paint_badge(painter, place.left(), place.top() + 9, row.method_letter)
        place = place.adjusted(BADGE_SIZE + 8, 0, 0, 0)
        painter.setFont(ui_font(10))
        painter.setPen(theme().color("ink"))
        below = self._lines(painter, place, citation_words(row), 2)
        painter.setFont(ui_font(9))
        painter.setPen(theme().color("soft"))
        small = " · ".join(part for part in (row.role or row.category, row.site) if part)
        if below + 14 <= place.bottom() + 2:
            self._lines(painter, place.adjusted(0, below - place.top(), 0, 0), small, 1)

    def _lines(self, painter: QPainter, place: QRectF, words: str, most: int) -> float:
        """Write words in at most so many lines; return where the next would begin."""
        step = painter.fontMetrics().lineSpacing()
        top = place.top()
        for text in break_lines(words, painter.font(), place.width(), most) if words else ():
            painter.drawText(QRectF(place.left(), top, place.width() + PAD, step), _MIDDLE, text)
            top += step
        return top

    # --- writing ---------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Any
    ) -> QPlainTextEdit:
        editor = QPlainTextEdit(parent)
        editor.setTabChangesFocus(True)
        summary = index.column() == Column.SUMMARY
        editor.setAccessibleName(self.tr("Summary") if summary else self.tr("Memo"))
        editor.setPlaceholderText(self.tr("Enter keeps it, Shift+Enter begins a line"))
        return editor

    def setEditorData(self, editor: QWidget, index: Any) -> None:
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Any) -> None:
        assert isinstance(editor, QPlainTextEdit)
        model.setData(index, editor.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(watched, event)


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
