"""Suggestions while one codes: passages for the chosen code, likely codes for the chosen words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.reduce.suggesting.likely import Likely, likely_codes
from app.reduce.suggesting.taking import refuse_suggestions

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage


class Suggesting(QObject):
    """Joins the panel of passages and the likely codes of the palette to a reading page."""

    def __init__(self, room: ReadingPage) -> None:
        super().__init__(room)
        self.room, self.palette = room, room.coding.palette
        self._place: tuple[int, int, int] | None = None
        room.actions_of_room.similar.triggered.connect(lambda _checked=False: self.show_similar())
        room.similar.opened.connect(room.go_to)
        room.coding.offer_wanted.connect(self.offer_for)
        self.palette.likely.refused.connect(self._refuse)

    def show_similar(self) -> None:
        """Show passages that resemble the excerpts of the chosen code; other panes make room."""
        code = self.room.tree.current_code()
        if code is not None:
            self.room.memos.close_panel()
            self.room.form.close_pane()
            self.room.similar.show_for(code.id, code.name)

    def offer_for(self, start: int, end: int) -> None:
        """Look for the codes that [start, end) of the open source may be worth."""
        study = self.room.session.study
        place = self._place = (self.room.source_id, start, end)
        self.room.session.tasks.read(
            ("likely-codes", id(self)),
            lambda: likely_codes(study, *place),
            lambda found: self._show(place, found),
        )

    def _show(self, place: tuple[int, int, int], found: Sequence[Likely]) -> None:
        if self.palette.isVisible() and place == self._place:
            known = self.room.tree.codes
            codes = [known[each.code_id] for each in found if each.code_id in known]
            self.palette.show_likely(codes)

    def _refuse(self, code_id: int) -> None:
        place, study = self._place, self.room.session.study
        if place is not None and not self.room.session.read_only:
            self.room.session.change(
                lambda: refuse_suggestions(study, code_id, [place]),
                lambda _new: self.offer_for(place[1], place[2]),
            )
