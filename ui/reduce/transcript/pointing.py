"""The mouse over the page: onto lines, onto codings, and at the grips of the selected one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from ui.reduce.transcript.borders import BorderDrag, Edge, grip_at

if TYPE_CHECKING:
    from ui.reduce.transcript.view import TranscriptView

SCROLL_EVERY = 60  # milliseconds between two lines while a border is dragged beyond the page
LEFT = Qt.MouseButton.LeftButton


class Pointer:
    """What the mouse does on a view beyond selecting text."""

    def __init__(self, view: "TranscriptView") -> None:
        self._view = view
        self._pressed: QPointF | None = None
        self._drag: BorderDrag | None = None
        self._at = QPointF()
        self._by_words = False
        self._scrolling = QTimer(view, interval=SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)

    # --- clicks ---------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> bool:
        """Take a grip if there is one under the mouse; whether there was."""
        self._pressed = event.position() if event.button() == LEFT else None
        edge = self._grip(event.position()) if event.button() == LEFT else None
        span = self._view.selected_coding()
        if edge is None or span is None:
            return False
        self._drag = BorderDrag.begin(span, edge)
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Move the border that is held; whether one is."""
        if self._drag is None:
            if not event.buttons():
                self._show_grip(event.position())
            return False
        self._at = event.position()
        self._by_words = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        inside = 0 <= self._at.y() < self._view.viewport().height()
        if inside:
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()
        self._follow()
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Let a border go; whether one was held."""
        if self._drag is None or event.button() != LEFT:
            return False
        drag, self._drag = self._drag, None
        self._scrolling.stop()
        self._view.finish_borders(drag.before, drag.now)
        return True

    def released(self, event: QMouseEvent) -> None:
        """Select the coding that was clicked; of several, one after the other."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != LEFT or self._view.textCursor().hasSelection():
            return
        way = event.position() - pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            return
        at = self._view.on_screen().character_at(event.position())
        ids = [] if at is None else [span.coding_id for span in self._view.codings_at(at)]
        if not ids:
            self._view.set_selected_coding(None)
            return
        now = self._view.selected_coding()
        following = ids.index(now.coding_id) + 1 if now and now.coding_id in ids else 0
        chosen = ids[following % len(ids)]
        self._view.set_selected_coding(chosen)
        self._view.coding_clicked.emit(chosen)

    def key(self, event: QKeyEvent) -> bool:
        """Give a border up on Escape; whether one was held."""
        if self._drag is None or event.key() != Qt.Key.Key_Escape:
            return False
        self.cancel()
        return True

    def cancel(self) -> None:
        """Put a border that is held back."""
        self._scrolling.stop()
        if self._drag is not None:
            before, self._drag = self._drag.before, None
            self._view.preview_borders(before)

    # --- places ---------------------------------------------------------------------------

    def on_line(self, event: QMouseEvent) -> QMouseEvent:
        """Return a mouse event moved onto the line that it belongs to."""
        point = event.position()
        if not 0 <= point.y() < self._view.viewport().height():
            return event  # Qt scrolls
        return QMouseEvent(
            event.type(),
            self._view.on_screen().on_line(point),
            event.scenePosition(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def context_position(self, point: QPointF) -> int:
        """Return the position of a right click; outside the selection the caret goes there."""
        screen = self._view.on_screen()
        at = screen.character_at(point)
        position = screen.position_at(point) if at is None else at
        selected = self._view.selected_range()
        if selected is None or not selected[0] <= position < selected[1]:
            cursor = QTextCursor(self._view.document())
            cursor.setPosition(self._view.reading.positions.to_units(position))
            self._view.setTextCursor(cursor)
        return position

    # --- borders --------------------------------------------------------------------------

    def _grip(self, point: QPointF) -> Edge | None:
        span = self._view.selected_coding()
        return None if span is None else grip_at(self._view.on_screen(), span, point)

    def _show_grip(self, point: QPointF) -> None:
        over = self._grip(point) is not None
        shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.IBeamCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)

    def _follow(self) -> None:
        """Move the border to the mouse."""
        if self._drag is not None:
            view = self._view
            position = view.on_screen().position_at(self._at)
            span = self._drag.move(position, view.reading.text, by_words=self._by_words)
            view.preview_borders(span)

    def _scroll(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + (1 if self._at.y() > 0 else -1))
        self._follow()
