"""Favourites and the codes used last, read when they are needed and kept right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.reduce.code_favourites import favourites, recent_codes, set_favourite
from app.study import Changed

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage


class CodeMarks(QObject):
    """Follows the study: which codes bear a star, and which were used last."""

    def __init__(self, room: ReadingPage) -> None:
        super().__init__(room)
        self.room, self.session, self.tree = room, room.session, room.tree
        self._known = False
        self.session.changed.connect(self._after_change)
        self.tree.kind_wanted.connect(self._read_recent)
        self.tree.actions_of_tree.favourite.triggered.connect(self._toggle)

    def codes_shown(self) -> None:
        """Read the favourites, once the tree has its codes."""
        if not self._known:
            self._known = True
            self._read()

    def refresh_action(self) -> None:
        """Tick the action where all chosen codes are favourites."""
        action, ids = self.tree.actions_of_tree.favourite, self.tree.selected()
        nodes = self.tree.model.nodes
        action.setChecked(bool(ids) and all(nodes[code].favourite for code in ids))

    def _after_change(self, changed: Changed) -> None:
        if changed.touches("favourite_code") and self._known:
            self._read()
        if changed.touches("coding", "coder"):
            self._read_recent(self.tree.kind)

    def _read(self) -> None:
        study = self.session.study
        self.session.tasks.read("favourites", lambda: favourites(study), self._show)

    def _show(self, ids: frozenset[int]) -> None:
        self.tree.model.set_favourites(ids)
        self.refresh_action()

    def _read_recent(self, kind: str) -> None:
        if kind == "recent":
            study = self.session.study
            self.session.tasks.read("recent", lambda: recent_codes(study), self.tree.set_recent)

    def _toggle(self, on: bool) -> None:
        study, ids = self.session.study, self.tree.selected()
        if ids and not self.session.read_only:
            self.session.change(lambda: set_favourite(study, ids, on=on))
