"""What can be done with excerpts in the list beneath the transcript."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from app.reduce.excerpts import ExcerptRow
from ui.reduce import context_menu
from ui.reduce.palette_model import Offer

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage


class ExcerptActions(QObject):
    """The menu on excerpts: open, direct, recode, remove, add as evidence."""

    def __init__(self, room: ReadingPage) -> None:
        super().__init__(room)
        self.room, self.desk = room, room.coding.desk

    def show_menu(self, at: QPoint, rows: Sequence[ExcerptRow]) -> None:
        """Show the menu on the selected rows."""
        if not rows:
            return
        free = not self.room.session.read_only
        codings = [row.coding_id for row in rows if row.coding_id is not None]
        excerpts = list(dict.fromkeys(row.excerpt_id for row in rows))
        menu = context_menu.excerpt_menu(
            self.room,
            [
                (self.tr("Open in the transcript"), lambda: self._open(rows[0]), True),
                None,
                (self.tr("Change the code…"), lambda: self._recode(at, codings), free),
                (self.tr("Affirms"), lambda: self.desk.direct(codings, "affirms"), free),
                (self.tr("Denies"), lambda: self.desk.direct(codings, "denies"), free),
                (self.tr("Mixed"), lambda: self.desk.direct(codings, "mixed"), free),
                None,
                (self.tr("Add as evidence…"), lambda: self._evidence(excerpts), free),
                (self.tr("Memos on the excerpt"), lambda: self._memos(rows[0]), True),
                None,
                (self.tr("Remove the coding"), lambda: self.desk.remove(codings), free),
            ],
        )
        context_menu.show(menu, at)

    def _open(self, row: ExcerptRow) -> None:
        self.room.open_excerpt.emit(row.source_id, row.start, row.end)

    def _evidence(self, excerpts: list[int]) -> None:
        self.room.add_as_evidence.emit(excerpts)

    def _memos(self, row: ExcerptRow) -> None:
        self.room.write_memo("excerpt", row.excerpt_id, row.citation)

    def _recode(self, at: QPoint, codings: Sequence[int]) -> None:
        def take(offers: list[Offer]) -> None:
            if offers[0].code_id is not None:
                self.desk.recode(codings, offers[0].code_id)
            else:
                self.desk.recode_to_new(codings, offers[0].name)

        self.room.coding.palette.open_at(
            at, take, list(self.room.tree.codes.values()), self.desk.recent, several=False
        )
