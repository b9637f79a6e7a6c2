"""The rooms of the house: made when first entered, so that the window need not wait for them."""

from importlib import import_module
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

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
