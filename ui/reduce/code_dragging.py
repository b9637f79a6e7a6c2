"""Codes while they are dragged: onto the text, or to another place in the tree."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from ui.reduce.transcript.dragging import CODE_MIME

CODES_MIME = "application/x-tilik-codes"
"""Several codes that are dragged, their ids with commas; CODE_MIME beside it has the first."""


def codes_mime(ids: Sequence[int]) -> QMimeData:
    """Return codes for dragging, onto the text or to another place in the tree."""
    mime = QMimeData()
    if ids:
        mime.setData(CODE_MIME, str(ids[0]).encode())
        mime.setData(CODES_MIME, ",".join(map(str, ids)).encode())
    return mime


def codes_in(mime: QMimeData) -> list[int]:
    """Return the codes that are dragged, none where it is something else."""
    words = bytes(mime.data(CODES_MIME).data()).decode("ascii", "replace")
    return [int(part) for part in words.split(",") if part.isascii() and part.isdigit()]
