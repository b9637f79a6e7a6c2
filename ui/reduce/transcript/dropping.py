"""A code from the tree over the page: what it would fall on is marked, and where it falls told."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from ui.reduce.transcript.dragging import code_in

if TYPE_CHECKING:
    from ui.reduce.transcript.view import TranscriptView


class Dropping:
    """Takes codes that are dragged over a view; `target` is what one would fall on now."""

    def __init__(self, view: "TranscriptView") -> None:
        self._view = view
        self.target: tuple[int, int] | None = None

    def enter(self, event: QDragEnterEvent) -> None:
        event.setAccepted(code_in(event.mimeData()) is not None)

    def move(self, event: QDragMoveEvent) -> None:
        wanted = code_in(event.mimeData()) is not None
        self.aim(self._range_at(event.position()) if wanted else None)
        event.setAccepted(wanted)

    def drop(self, event: QDropEvent) -> None:
        self.aim(None)
        code_id = code_in(event.mimeData())
        if code_id is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # the code stays in its tree
        event.accept()
        start, end = self._range_at(event.position())
        if start < end:
            self._view.select_range(start, end)
            self._view.code_dropped.emit(code_id, start, end)

    def aim(self, target: tuple[int, int] | None) -> None:
        """Mark what a code would fall on; None for nothing."""
        if target != self.target:
            self.target = target
            self._view.viewport().update()

    def _range_at(self, point: QPointF) -> tuple[int, int]:
        """Return what a code would fall on: the selection, the coding there, or the paragraph."""
        selected = self._view.selected_range()
        if selected is not None:
            return selected
        screen = self._view.on_screen()
        at = screen.character_at(point)
        codings = [] if at is None else self._view.codings_at(at)
        if codings:
            return codings[0].start, codings[0].end
        return self._view.paragraph_range_at(screen.position_at(point))
