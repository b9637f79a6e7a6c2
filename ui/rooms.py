"""The rooms of the house: made when first entered, so that the window need not wait for them."""

from importlib import import_module
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.reduce.names.replacing import NO_NAMES, Names
from app.reduce.names.table import names_shown
from app.study import Changed
from ui.rail import STAGES
from ui.session import Session


class Room(Protocol):
    """What the window asks of a room, which is a QWidget besides.

    Signals: open_excerpt(source_id, start, end), status_changed().
    """

    def title(self) -> str:
        """Return the room's name."""
        ...

    def status_text(self) -> str:
        """Return the place, for the status line."""
        ...

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        """Return what the room puts into the menus, by "edit", "study", "code", "view", "file"."""
        ...

    def refresh(self, changed: Changed | None) -> None:
        """Show the study as it is now."""
        ...


CLASSES = {
    "collect": "CollectRoom",
    "reduce": "ReduceRoom",
    "display": "DisplayRoom",
    "verify": "VerifyRoom",
    "report": "ReportRoom",
}


class Rooms(QStackedWidget):
    """Holds the rooms of one session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.made: dict[str, QWidget] = {}
        self.stage = ""
        self._names: Names = NO_NAMES
        session.changed.connect(self._follow_names)
        self._follow_names(Changed())

    def enter(self, stage: str) -> QWidget:
        """Show the room of `stage`, making it the first time."""
        room = self.room(stage)
        self.stage = stage
        self.setCurrentWidget(room)
        return room

    def room(self, stage: str) -> QWidget:
        """Return the room of `stage`, making it the first time."""
        if stage not in STAGES:
            raise KeyError(stage)
        if stage not in self.made:
            module = import_module(f"ui.{stage}.room")
            room: QWidget = getattr(module, CLASSES[stage])(self.session, self)
            self.addWidget(room)
            self.made[stage] = room
        return self.made[stage]

    def _follow_names(self, changed: Changed) -> None:
        """Have every room show pseudonyms, or the names, as soon as the study says so."""
        if changed.rows and not changed.touches("pseudonym", "study"):
            return
        study = self.session.study
        self.session.tasks.read("names-shown", lambda: names_shown(study), self._show_names)

    def _show_names(self, names: Names) -> None:
        before, self._names = self._names, names
        if before == names:
            return
        for room in self.made.values():
            room.refresh(None)
