"""The open study as the window sees it: its changes as a signal, its work off the GUI thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app import history
from app.study import Changed, Study
from ui.tasks import Failed, Tasks, Then

FOLD_AFTER = 2_000
"""Milliseconds without a change."""


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
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(FOLD_AFTER)
        self._quiet.timeout.connect(self._fold)
        self.changed.connect(self._wait)
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
        self._quiet.stop()
        self.tasks.close()
        self.study.close()

    def _wait(self, _: Changed) -> None:
        self._quiet.start()

    def _fold(self) -> None:
        """Let the file alone hold all, so that whoever copies it while it is open copies all.

        Where a reader holds some of it back it is tried again. Where that fails nothing is lost:
        the log beside the file stays.
        """
        self.tasks.read(("fold", id(self)), self.study.fold, self._fold_rest, lambda _: None)

    def _fold_rest(self, whole: bool) -> None:
        if not whole:
            self._quiet.start()

    def _hear(self, changed: Changed) -> None:
        self._heard.emit(changed)
