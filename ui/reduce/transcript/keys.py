"""What keys do on the page beyond moving the caret and selecting."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

if TYPE_CHECKING:
    from ui.reduce.transcript.view import TranscriptView

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACKWARDS = (
    QKeySequence.StandardKey.MoveToPreviousChar,
    QKeySequence.StandardKey.SelectPreviousChar,
    QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.SelectPreviousWord,
)


def own_key(view: "TranscriptView", event: QKeyEvent) -> bool:
    """Do what a key means here and not in any text; whether it meant something."""
    codings = view.codings_at(view.caret()) if event.key() in ENTER else []
    if event.matches(QKeySequence.StandardKey.ZoomIn) or _is(event, CONTROL, Qt.Key.Key_Equal):
        view.zoom_in()
    elif event.matches(QKeySequence.StandardKey.ZoomOut):
        view.zoom_out()
    elif _is(event, CONTROL, Qt.Key.Key_0):
        view.zoom_reset()
    elif _is(event, ALT, Qt.Key.Key_Down):
        view.select_next_coding()
    elif _is(event, ALT, Qt.Key.Key_Up):
        view.select_next_coding(backwards=True)
    elif codings:
        view.coding_activated.emit(codings[0].coding_id)
    else:
        return False
    return True


def leave_label(view: "TranscriptView", event: QKeyEvent) -> None:
    """Move the caret on where a key has put it into a speaker label that is not shown."""
    cursor = view.textCursor()
    block = cursor.block()
    label = view.reading.opening(block).label
    if cursor.positionInBlock() >= label:
        return
    backwards = any(map(event.matches, _BACKWARDS)) and block.position() > 0
    mode = QTextCursor.MoveMode.MoveAnchor
    if cursor.hasSelection():
        mode = QTextCursor.MoveMode.KeepAnchor
    cursor.setPosition(block.position() - 1 if backwards else block.position() + label, mode)
    view.setTextCursor(cursor)


def _is(event: QKeyEvent, modifiers: Qt.KeyboardModifier, key: Qt.Key) -> bool:
    return event.modifiers() == modifiers and event.key() == key
