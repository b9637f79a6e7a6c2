"""The open study as the window sees it: its changes as a signal, its work off the GUI thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from app import history
from app.study import Changed, Study
from ui.tasks import Failed, Tasks, Then


class Session(QObject):
    """One open study in one window. Rooms get it and keep no other state of the study."""

    changed = Signal(object)
    """Changed: which rows a change, an undo or a redo touched. Emitted in the GUI thread."""
    _heard = Signal(object)

    def __init__(self, study: Study, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.study = study
        self.tasks = Tasks(self)
        self._heard.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        study.listeners.append(self._hear)

    @property
    def read_only(self) -> bool:
        """Whether the study takes no change."""
        return self.study.read_only

    def change(
        self, function: Callable[[], Any], then: Then | None = None, failed: Failed | None = None
    ) -> None:
        """Shorthand for `tasks.change`."""
        self.tasks.change(function, then, failed)

    def undo(self) -> None:
        """Take the last step back, after the changes asked for before."""
        self.tasks.change(lambda: history.undo(self.study))

    def redo(self) -> None:
        """Make the next undone step again."""
        self.tasks.change(lambda: history.redo(self.study))

    def close(self) -> None:
        """Finish the work under way and close the study."""
        self.tasks.close()
        self.study.close()

    def _hear(self, changed: Changed) -> None:
        self._heard.emit(changed)
