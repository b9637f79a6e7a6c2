"""What every kind of display but the matrix has in common: shown, copied, written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.session import Session

Write = Callable[[Path, str, str], None]
"""Writes to a path, with the display's title, in a language; runs off the GUI thread."""


class DisplayPane(QWidget):
    """Shows one display of a kind; the room loads it again after each change that touches it."""

    listed = Signal(str, object)
    """A title and the ExcerptFilter of what is behind the chosen part; None for nothing."""
    shown = Signal()
    """What is on the screen has changed."""
    endings: tuple[str, ...] = ("xlsx", "csv")
    lists_excerpts = True
    """Whether excerpts stand behind its parts, so that the room shows them at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def load(self, display_id: int, title: str) -> None:
        """Read a display and show it."""
        raise NotImplementedError

    def words(self) -> Sequence[Sequence[str]]:
        """Return what is shown as a table, for the clipboard."""
        raise NotImplementedError

    def rule(self) -> str:
        """Say by which rule it was filled."""
        raise NotImplementedError

    def summary(self) -> str:
        """Say how much there is, for the status line."""
        raise NotImplementedError

    def excerpt_actions(self, ids: Sequence[int]) -> list[tuple[str, Callable[[], None]]]:
        """Return what can be done here with excerpts that are listed: words and what to do."""
        return []

    def writer(self) -> Write:
        """Return what writes the display as it is now."""
        raise NotImplementedError
