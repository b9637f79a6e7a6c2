"""What is dragged between the transcript and the code tree.

A code from the tree comes as `CODE_MIME`, its id as text. A selection goes out as `EXCERPT_MIME`,
"source_id:start:end" in code points, and as the words themselves.
"""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from ui.widgets.excerpt_list import EXCERPT_MIME

CODE_MIME = "application/x-tilik-code"


@dataclass(frozen=True, slots=True)
class DraggedExcerpt:
    """A stretch of a source on its way to a code; positions in code points, half-open."""

    source_id: int
    start: int
    end: int


def code_in(mime: QMimeData) -> int | None:
    """Return the id of the code that is dragged, None where it is something else."""
    words = bytes(mime.data(CODE_MIME).data()).decode("ascii", "replace")
    return int(words) if words.isascii() and words.isdigit() else None


def code_mime(code_id: int) -> QMimeData:
    """Return a code for dragging."""
    mime = QMimeData()
    mime.setData(CODE_MIME, str(code_id).encode())
    return mime


def excerpt_in(mime: QMimeData) -> DraggedExcerpt | None:
    """Return the stretch of text that is dragged, None where it is something else."""
    parts = bytes(mime.data(EXCERPT_MIME).data()).decode("ascii", "replace").split(":")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return DraggedExcerpt(*map(int, parts))


def selection_mime(excerpt: DraggedExcerpt, words: str) -> QMimeData:
    """Return a stretch of text for dragging, or for the clipboard."""
    mime = QMimeData()
    mime.setText(words)
    mime.setData(EXCERPT_MIME, f"{excerpt.source_id}:{excerpt.start}:{excerpt.end}".encode())
    return mime
