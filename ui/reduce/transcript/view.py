"""The transcript as a page to read and to code.

The view paints what is on the screen and takes mouse and keys; it knows no study. All positions in
its methods and signals are code points, half-open; the parts beside it convert (`positions.py`),
lay out (`page.py`), scroll (`scrolling.py`), paint (`render.py`), look codings up (`intervals.py`).
"""

from contextlib import nullcontext
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from app.reduce.transcript import CodingSpan, Transcript
from ui.reduce.transcript.borders import Edge, moved
from ui.reduce.transcript.dragging import DraggedExcerpt, selection_mime
from ui.reduce.transcript.dropping import Dropping
from ui.reduce.transcript.intervals import CodingIndex
from ui.reduce.transcript.keys import leave_label, own_key
from ui.reduce.transcript.metrics import LARGEST, MARGIN, POINTS, SMALLEST, Margin, PageMetrics
from ui.reduce.transcript.page import PageLayout
from ui.reduce.transcript.pointing import Pointer
from ui.reduce.transcript.reading import Reading
from ui.reduce.transcript.render import Sight, paint_page
from ui.reduce.transcript.screen import Screen
from ui.reduce.transcript.scrolling import Scroller
from ui.reduce.transcript.steps import Unit, step
from ui.reduce.transcript.stripes import Stripes, stripes_width
from ui.theme import theme

FLASH = 1200  # milliseconds that a place one was led to stays marked
ESTIMATE_AFTER = 200  # milliseconds after the last change of width


class TranscriptView(QPlainTextEdit):
    """Shows one transcript with its codings; read-only, with a caret for the keyboard."""

    selection_changed = Signal()
    coding_clicked = Signal(int)  # coding id; it is the selected one now
    coding_activated = Signal(int)  # by double click on its stripe, or Enter with the caret in it
    selected_coding_changed = Signal(object)  # coding id, or None
    context_requested = Signal(QPoint, int, list)  # global point, position, coding ids there
    code_dropped = Signal(int, int, int)  # code id, and what it was dropped on: start, end
    borders_dragged = Signal(int, int, int)  # coding id, its new start and end
    caret_moved = Signal(int)
    zoomed = Signal(float)  # size of the letters in points

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = Reading()
        self._points = POINTS
        self._margin = Margin.of(1, ())
        self._stripes_wanted = True
        self._seen: tuple[object, Screen] | None = None  # the last screen, and where it was
        self._selected: int | None = None
        self._flashed: tuple[int, int] | None = None
        self._scroller = Scroller(self)
        self._pointer = Pointer(self)
        self._dropping = Dropping(self)
        self.stripes = Stripes(self, self._looked)
        self._flash_ends = QTimer(self, singleShot=True, interval=FLASH)
        self._flash_ends.timeout.connect(self._end_flash)
        self._estimating = QTimer(self, singleShot=True, interval=ESTIMATE_AFTER)
        self._estimating.timeout.connect(self._estimate)
        self._document: QTextDocument | None = None
        self._set_behaviour()
        self._page: PageLayout
        self._open()

    def _set_behaviour(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(280)
        self.setAccessibleName(self.tr("Transcript"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAcceptDrops(True)
        self.selectionChanged.connect(self._on_selection)
        self.cursorPositionChanged.connect(self._on_caret)
        self.stripes.clicked.connect(self._on_stripe)
        self.stripes.activated.connect(lambda span: self.coding_activated.emit(span.coding_id))
        self.stripes.context_requested.connect(
            lambda at, span: self.context_requested.emit(at, span.start, [span.coding_id])
        )
        theme().changed.connect(self.viewport().update)

    # --- what is shown --------------------------------------------------------------------

    def set_transcript(self, transcript: Transcript, *, keep_place: bool = False) -> None:
        """Show another text, from its beginning; or, read anew, at the `keep_place` of before."""
        self._pointer.cancel()
        self._flashed = self._dropping.target = None
        caret, chosen = (self.caret(), self._selected) if keep_place else (0, None)
        with self._scroller.in_place() if keep_place else nullcontext():
            self.verticalScrollBar().setValue(0)
            self.reading = Reading(transcript)
            self._open()
            self.stripes.forget()
            caret = min(caret, len(transcript.text))
            self.select_range(caret, caret)
        if chosen is None or self.reading.index.find(chosen) is None:
            self.set_selected_coding(None)
        self.setAccessibleDescription(f"{transcript.reference} {transcript.title}".strip())
        self._repaint()
        self.selection_changed.emit()

    def transcript(self) -> Transcript:
        """Return what is shown, with the codings as they are now."""
        return replace(self.reading.transcript, codings=self.reading.index.codings)

    def set_codings(self, codings: tuple[CodingSpan, ...]) -> None:
        """Show other codings in the same text, at the same place."""
        self._show_index(self.reading.indexed(codings))

    def add_coding(self, span: CodingSpan) -> None:
        """Show one coding more, or one that has changed."""
        self._show_index(self.reading.index.with_coding(span))

    def remove_coding(self, coding_id: int) -> None:
        """Show one coding less."""
        self._show_index(self.reading.index.without(coding_id))

    def _show_index(self, index: CodingIndex) -> None:
        """Show other codings, and paint only the rows in which something has changed."""
        screen = self.on_screen()
        start, end = screen.visible_span()
        before = self.reading.index.overlapping(start, end + 1)
        self.reading.index = index
        for span in set(before) ^ set(index.overlapping(start, end + 1)):
            low, high = screen.extent(span.start, span.end)
            self.viewport().update(0, int(low), self.viewport().width(), int(high - low) + 1)
        if self._selected is not None and index.find(self._selected) is None:
            self.set_selected_coding(None)
        self.stripes.refresh()

    def codings_at(self, position: int) -> list[CodingSpan]:
        """Return the codings over the character at `position`, the shortest first."""
        return self.reading.index.at(position)

    # --- selection ------------------------------------------------------------------------

    def selected_range(self) -> tuple[int, int] | None:
        """Return the selected words; speaker labels and line ends at their borders do not count."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        convert = self.reading.positions.to_code_points
        start, end = convert(cursor.selectionStart()), convert(cursor.selectionEnd())
        start, end = self.reading.without_labels(start, end)
        return (start, end) if start < end else None

    def select_range(self, start: int, end: int) -> None:
        """Select [start, end); the caret stands at its end."""
        convert = self.reading.positions.to_units
        cursor = self.textCursor()
        cursor.setPosition(convert(start))
        cursor.setPosition(convert(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """Return the position of the caret."""
        return self.reading.positions.to_code_points(self.textCursor().position())

    def line_of(self, position: int) -> int:
        """Return the number, from 1, of the paragraph over `position`."""
        unit = self.reading.positions.to_units(position)
        return self.document().findBlock(unit).blockNumber() + 1

    def paragraph_range_at(self, position: int) -> tuple[int, int]:
        """Return the words of the paragraph over `position`, without its speaker label."""
        return self.reading.paragraph_at(position)

    def current_range(self) -> tuple[int, int]:
        """Return what a code without a selection goes on: the caret's paragraph."""
        return self.selected_range() or self.paragraph_range_at(self.caret())

    # --- going about ----------------------------------------------------------------------

    def go_to(self, start: int, end: int) -> None:
        """Bring [start, end) onto the screen, the caret before it, and mark it for a moment."""
        convert = self.reading.positions.to_units
        self._scroller.bring(convert(start), convert(end))
        cursor = self.textCursor()
        cursor.setPosition(convert(start))
        self.setTextCursor(cursor)
        self._flashed = (start, end)
        self._flash_ends.start()
        self.viewport().update()

    def selected_coding(self) -> CodingSpan | None:
        """Return the coding that is selected."""
        return None if self._selected is None else self.reading.index.find(self._selected)

    def set_selected_coding(self, coding_id: int | None) -> None:
        """Outline a coding and give it grips; None for none."""
        if coding_id == self._selected:
            return
        self._selected = self.stripes.selected = coding_id
        self._repaint()
        self.selected_coding_changed.emit(coding_id)

    def select_next_coding(self, *, backwards: bool = False) -> None:
        """Select the next coding after the selected one, or the caret, and go there."""
        index, now = self.reading.index, self.selected_coding()
        if now is not None:
            span = index.beside(now, -1 if backwards else 1)
        else:
            span = index.before(self.caret()) if backwards else index.after(self.caret())
        if span is not None:
            self.set_selected_coding(span.coding_id)
            self.go_to(span.start, span.end)
            self.coding_clicked.emit(span.coding_id)

    def nudge(self, coding_id: int, edge: Edge, unit: Unit, steps: int = 1) -> None:
        """Move a border of a coding by so many characters or words; backwards if `steps` < 0."""
        span = self.reading.index.find(coding_id)
        if span is None:
            return
        position = span.start if edge == "start" else span.end
        position = step(self.reading.text, position, unit, steps)
        self.finish_borders(span, moved(span, edge, position, self.reading.text))

    def preview_borders(self, span: CodingSpan) -> None:
        """Show a coding as it would be."""
        self.add_coding(span)

    def finish_borders(self, before: CodingSpan, now: CodingSpan) -> None:
        """Show a coding with its new borders, and tell."""
        self.preview_borders(now)
        if (now.start, now.end) != (before.start, before.end):
            self.borders_dragged.emit(now.coding_id, now.start, now.end)

    # --- letters --------------------------------------------------------------------------

    def points(self) -> float:
        """Return the size of the letters."""
        return self._points

    def set_points(self, points: float) -> None:
        """Set the size of the letters; the top line stays where it is."""
        points = max(SMALLEST, min(LARGEST, points))
        if points != self._points:
            self._points = points
            self._turn_page()
            self.zoomed.emit(points)

    def zoom_in(self) -> None:
        self.set_points(self._points + 1)

    def zoom_out(self) -> None:
        self.set_points(self._points - 1)

    def zoom_reset(self) -> None:
        self.set_points(POINTS)

    def set_stripes_shown(self, shown: bool) -> None:
        """Show or hide the stripes; the page takes their room."""
        self._stripes_wanted = shown
        self.stripes.setVisible(shown)
        self.setViewportMargins(0, 0, stripes_width(self.width()) if shown else 0, 0)

    # --- the page -------------------------------------------------------------------------

    def _open(self) -> None:
        """Lay a new document under the view, with the words of `reading`."""
        reading = self.reading
        paragraphs = reading.paragraphs()
        self._margin = Margin.of(len(paragraphs), reading.speakers.names())
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(MARGIN)
        page = self._page = PageLayout(document, self._metrics(), reading.opening)
        document.setDocumentLayout(page)
        old, self._document = self._document, document
        with page.hold():
            self.setDocument(document)  # while it is empty: Qt goes through all its blocks
            page.set_words(reading.shown)
            page.estimate(paragraphs, fresh=True)
        if old is not None:
            old.deleteLater()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _metrics(self) -> PageMetrics:
        return PageMetrics.of(self.viewport().width(), self._points, self._margin)

    def _turn_page(self) -> None:
        """Lay out again what is seen, for another width or size of letters."""
        with self._scroller.in_place():
            self._page.turn_page(self._metrics())
        self._estimating.start()
        self._repaint()

    def _estimate(self) -> None:
        with self._scroller.in_place():
            self._page.estimate(self.reading.paragraphs())

    def on_screen(self) -> Screen:
        """Return what is on the screen now."""
        page, first = self._page, self.firstVisibleBlock()
        top, height = self.contentOffset().y(), self.viewport().height()
        place = page, page.generation, first.blockNumber(), top, height
        if self._seen is None or self._seen[0] != place:
            self._seen = place, Screen(self.reading, page, first, top, height)
        return self._seen[1]

    def _looked(self) -> tuple[Screen, Reading, PageLayout]:
        return self.on_screen(), self.reading, self._page

    def _repaint(self) -> None:
        self.viewport().update()
        self.stripes.refresh()

    def _end_flash(self) -> None:
        self._flashed = None
        self.viewport().update()

    # --- what Qt asks of the view ---------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        cursor = self.textCursor()
        with self._page.painting():
            sight = Sight(
                screen=self.on_screen(),
                reading=self.reading,
                metrics=self._page.metrics,
                selection=(cursor.selectionStart(), cursor.selectionEnd()),
                caret=cursor.position() if self.hasFocus() else None,
                chosen=self.selected_coding(),
                marked=self._dropping.target or self._flashed,
            )
            with QPainter(self.viewport()) as painter:
                paint_page(painter, QRectF(event.rect()), sight)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._page.announcing:  # then Qt counts again, and puts the top right at the end
            with self._page.hold():
                self._scroller.settle()
                if abs(dy) > self.verticalScrollBar().pageStep():
                    # Else Qt lays out two more screens on the way, to move what is painted.
                    self.viewport().setUpdatesEnabled(False)
                super().scrollContentsBy(dx, dy)
                self.viewport().setUpdatesEnabled(True)
                self._scroller.lay_around()
        self.stripes.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self._page.count_again()
        self._repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again what is seen. Qt's own would go through all blocks."""
        width = stripes_width(self.width()) if self._stripes_wanted else 0
        if self.viewportMargins().right() != width:
            self.setViewportMargins(0, 0, width, 0)
        area = self.viewport().geometry()
        self.stripes.setGeometry(area.right() + 1, area.top(), width, area.height())
        if self._page.metrics.width != self.viewport().width():
            self._turn_page()
        else:
            self._page.count_again()
            self._repaint()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the page's letters: Qt gives the document the widget's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.document().setDefaultFont(self._page.metrics.font)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pointer.key(event) or own_key(self, event):
            event.accept()
            return
        super().keyPressEvent(event)
        leave_label(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.press(event):
            super().mousePressEvent(self._pointer.on_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.move(event):
            super().mouseMoveEvent(self._pointer.on_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._pointer.release(event):
            super().mouseReleaseEvent(self._pointer.on_line(event))
            self._pointer.released(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._pointer.on_line(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_points(self._points + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            position, at = self.caret(), self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        else:
            position, at = self._pointer.context_position(QPointF(event.pos())), event.globalPos()
        ids = [span.coding_id for span in self.codings_at(position)]
        self.context_requested.emit(at, position, ids)
        event.accept()

    # --- dragging in and out --------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        start, end = self.selected_range() or (0, 0)
        excerpt = DraggedExcerpt(self.reading.transcript.source_id, start, end)
        return selection_mime(excerpt, self.reading.text[start:end])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropping.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping.aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.drop(event)

    def _on_selection(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def _on_caret(self) -> None:
        self.viewport().update()
        self.caret_moved.emit(self.caret())

    def _on_stripe(self, span: CodingSpan) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.set_selected_coding(span.coding_id)
        self.coding_clicked.emit(span.coding_id)
