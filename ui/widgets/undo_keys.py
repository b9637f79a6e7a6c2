"""Ctrl+Z in a field: its own words first, and the study where it has nothing to take back."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

KEYS = QKeySequence.StandardKey


def leaves_undo(field: QLineEdit | QPlainTextEdit, event: QEvent) -> bool:
    """Tell whether `event` asks a field for an undo or redo that it has not; ignore it then.

    For the field's own `event`: a ShortcutOverride that is ignored goes to the menu.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    own = field.document() if isinstance(field, QPlainTextEdit) else field
    wants_undo, wants_redo = event.matches(KEYS.Undo), event.matches(KEYS.Redo)
    if (wants_undo and not own.isUndoAvailable()) or (wants_redo and not own.isRedoAvailable()):
        event.ignore()
        return True
    return False
