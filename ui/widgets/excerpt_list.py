"""Excerpts in a list: the same row wherever quotations are shown.

A list of at most `MEASURED` rows gives each row the height that its words need; a longer one gives
all rows the same height, so that 20,000 excerpts open as fast as twenty. It is a table of one
column: a list view asks its model for every row before it shows the first.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import theme
from ui.widgets.excerpt_delegate import ExcerptDelegate, RowStyle
from ui.widgets.excerpt_model import (
    EXCERPT_MIME,
    PAGE,
    ExcerptLike,
    ExcerptModel,
    Fetch,
    excerpt_ids,
    excerpt_mime,
)

__all__ = ["EXCERPT_MIME", "ExcerptLike", "ExcerptList", "excerpt_ids", "excerpt_mime"]

MEASURED = 200

GATHERING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ExcerptList(QTableView):
    """Excerpts that can be opened, selected, dragged onto a finding, and right-clicked."""

    activated_excerpt = Signal(object)  # the row that was opened, by the mouse or with Enter
    chosen = Signal(object)  # the current row, None where there is none
    menu_requested = Signal(QPoint, list)  # global position, the selected rows

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        show_stance: bool = False,
        show_code: bool = False,
        to_choose: bool = False,
    ) -> None:
        """`to_choose`: rows are chosen here, so that a click chooses and a double click opens."""
        super().__init__(parent)
        self.style_of_rows = RowStyle(stance=show_stance, code=show_code)
        self._model = ExcerptModel(self)
        self._delegate = ExcerptDelegate(self, self.style_of_rows)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Excerpts"))
        self._set_behaviour()
        (self.doubleClicked if to_choose else self.clicked).connect(self._on_click)
        self.customContextMenuRequested.connect(self._on_menu)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(self.viewport().update)

    def _set_behaviour(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)

    def set_rows(self, rows: Sequence[ExcerptLike]) -> None:
        """Show rows that are all at hand."""
        self.set_pages(len(rows), lambda offset, limit: rows[offset : offset + limit])

    def set_pages(self, count: int, fetch: Fetch) -> None:
        """Show `count` rows; `fetch(offset, limit)` is asked for those that come into sight.

        The current row and the place in the list stay where the same coding is still listed.
        """
        before, place = self.current_row(), self.verticalScrollBar().value()
        self.style_of_rows.uniform = count > MEASURED
        self._model.set_pages(count, fetch, PAGE if count > MEASURED else max(count, 1))
        self._measure()
        if before is not None:
            self.verticalScrollBar().setValue(place)
            self._come_back_to(before)

    def _measure(self) -> None:
        """Give the rows their heights at the present width."""
        header = self.verticalHeader()
        if self.style_of_rows.uniform:
            height = self._delegate.uniform_height()
            header.setDefaultSectionSize(height)
            for number in range(MEASURED):  # a short list before may have left its own heights
                if header.sectionSize(number) != height:
                    header.resizeSection(number, height)
            return
        for number in range(self._model.rowCount()):
            row = self._model.row_at(number)
            height = 0 if row is None else self._delegate.height_of(row)
            if height != header.sectionSize(number):
                header.resizeSection(number, height)

    def clear(self) -> None:
        self.set_rows(())

    def set_words(self, said: Callable[[str], str]) -> None:
        """Say stances and directions by `said` instead of the method's own words."""
        self.style_of_rows.said = said
        self.viewport().update()

    def count(self) -> int:
        return self._model.rowCount()

    def row_at(self, number: int) -> ExcerptLike | None:
        return self._model.row_at(number)

    def current_row(self) -> ExcerptLike | None:
        return self._model.row_at(self.currentIndex().row())

    def selected_rows(self) -> list[ExcerptLike]:
        """Return the selected rows from top to bottom."""
        numbers = sorted(index.row() for index in self.selectedIndexes())
        rows = (self._model.row_at(number) for number in numbers)
        return [row for row in rows if row is not None]

    def select_coding(self, coding_id: int) -> bool:
        """Select the row of this coding, if it is among the pages at hand."""
        return self._select(lambda row: row.coding_id == coding_id)

    def select_excerpt(self, excerpt_id: int) -> bool:
        """Select the first row of this excerpt, if it is among the pages at hand."""
        return self._select(lambda row: row.excerpt_id == excerpt_id)

    def _select(self, wanted: Callable[[ExcerptLike], bool]) -> bool:
        self._model.row_at(0)
        number = self._model.find(wanted)
        if number is None:
            return False
        self.setCurrentIndex(self._model.index(number, 0))
        return True

    def _come_back_to(self, before: ExcerptLike) -> None:
        self._model.row_at(self.rowAt(4))
        key = (before.coding_id, before.excerpt_id)
        number = self._model.find(lambda row: (row.coding_id, row.excerpt_id) == key)
        if number is not None:
            place = self.verticalScrollBar().value()
            self.setCurrentIndex(self._model.index(number, 0))
            self.verticalScrollBar().setValue(place)

    def _on_click(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        # Ctrl and Shift gather rows; opening each of them would be in the way.
        gathers = bool(QGuiApplication.keyboardModifiers() & GATHERING)
        if row is not None and not gathers and len(self.selectedIndexes()) <= 1:
            self.activated_excerpt.emit(row)

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.chosen.emit(self._model.row_at(current.row()))

    def _on_menu(self, place: QPoint) -> None:
        rows = self.selected_rows()
        if rows:
            self.menu_requested.emit(self.viewport().mapToGlobal(place), rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.activated_excerpt.emit(row)
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self.style_of_rows.uniform:
            self._measure()
