"""Coding by hand: drag, palette, in vivo, again, direction, memo, borders, removal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint

from app.reduce.code_editing import add_path
from app.reduce.coding_memos import memo_on_coding
from app.reduce.codings import (
    code_excerpts,
    code_in_vivo,
    code_new,
    code_same_excerpts,
    move_borders,
    recode,
    remove_codings,
    set_direction,
    set_memo,
)
from app.reduce.transcript import CodingSpan
from ui.reduce import context_menu
from ui.reduce.palette_popup import CodePalette
from ui.reduce.transcript.dragging import DraggedExcerpt

if TYPE_CHECKING:
    from ui.reduce.room import ReduceRoom

RECENT = 8


class Coding(QObject):
    """Acts on the selection of the transcript and on the selected coding."""

    def __init__(self, room: ReduceRoom) -> None:
        super().__init__(room)
        self.room = room
        self.session = room.session
        self.recent: list[int] = []
        self._recoding = False
        self.palette = CodePalette(room)
        self.palette.code_chosen.connect(self._palette_code)
        self.palette.new_code_chosen.connect(self._palette_new)
        view, strip, actions = room.view, room.strip, room.actions_of_room
        view.code_dropped.connect(lambda code, start, end: self.code(start, end, [code]))
        view.borders_dragged.connect(self._borders)
        view.selected_coding_changed.connect(lambda _id: self._selected())
        view.coding_activated.connect(lambda _id: strip.memo.setFocus())
        view.context_requested.connect(self._menu)
        room.tree.entered.connect(self._code_chosen)
        room.tree.model.words_dropped.connect(self._words_dropped)
        room.tree.model.excerpts_dropped.connect(self._excerpts_dropped)
        strip.direction_chosen.connect(lambda key, way: self._direct([key], way))
        strip.memo_written.connect(self._memo)
        strip.recode_wanted.connect(self._recode)
        strip.remove_wanted.connect(self._remove_selected)
        strip.closed.connect(lambda: view.set_selected_coding(None))
        for action, act in (
            (actions.code_with, self.open_palette),
            (actions.in_vivo, self.in_vivo),
            (actions.repeat, self.repeat),
            (actions.remove, self._remove_selected),
            (actions.affirms, lambda: self._direct_selected("affirms")),
            (actions.denies, lambda: self._direct_selected("denies")),
            (actions.mixed, lambda: self._direct_selected("mixed")),
            (actions.memo, lambda: strip.memo.setFocus()),
            (actions.evidence, self._evidence),
            (actions.next, lambda: view.select_next_coding()),
            (actions.previous, lambda: view.select_next_coding(backwards=True)),
            (actions.start_left, lambda: self._nudge("start", -1)),
            (actions.start_right, lambda: self._nudge("start", 1)),
            (actions.end_left, lambda: self._nudge("end", -1)),
            (actions.end_right, lambda: self._nudge("end", 1)),
        ):
            action.triggered.connect(lambda _checked=False, a=act: a())

    # Coding the selection.

    def code(self, start: int, end: int, code_ids: Sequence[int]) -> None:
        """Tag [start, end) of the open source with codes."""
        study, source = self.session.study, self.room.source_id
        if source is not None and not self.session.read_only and code_ids:
            self._remember(code_ids)
            self._change(lambda: code_excerpts(study, source, start, end, list(code_ids)))

    def open_palette(self) -> None:
        """Open the palette at the selection, or at the paragraph of the caret."""
        self._recoding = False
        self._show_palette()

    def in_vivo(self) -> None:
        """Make the selected words a code."""
        study, source = self.session.study, self.room.source_id
        span = self.room.view.selected_range()
        if source is not None and span is not None:
            self.session.change(
                lambda: code_in_vivo(study, source, *span), lambda made: self._remember([made[0]])
            )

    def repeat(self) -> None:
        """Code the selection with the last code again."""
        if self.recent:
            self._code_selection(self.recent[0])

    def remove(self, ids: Sequence[int]) -> None:
        """Remove codings."""
        study = self.session.study
        if ids and not self.session.read_only:
            self._change(lambda: remove_codings(study, list(ids)))

    def selected_changed(self, span: CodingSpan | None) -> None:
        """Show the selected coding in the strip, with its memo."""
        if span is None:
            self.room.strip.show_coding(None)
            return
        study, key = self.session.study, span.coding_id

        def show(memo: str) -> None:
            now = self.room.view.selected_coding()
            if now is not None and now.coding_id == key:
                self.room.strip.show_coding(now, memo)

        self.session.tasks.read("coding-memo", lambda: memo_on_coding(study, key), show)

    def _code_selection(self, code_id: int) -> None:
        self.code(*self.room.view.current_range(), [code_id])

    def _code_chosen(self, code_ids: list[int]) -> None:
        self.code(*self.room.view.current_range(), code_ids)

    def _words_dropped(self, words: DraggedExcerpt, code: int) -> None:
        chosen = self.room.tree.selected()
        study = self.session.study
        codes = chosen if code in chosen else [code]
        self._remember(codes)
        span = (words.source_id, words.start, words.end)
        self._change(lambda: code_excerpts(study, *span, codes))

    def _excerpts_dropped(self, excerpts: list[int], code: int) -> None:
        study = self.session.study
        self._remember([code])
        self._change(lambda: code_same_excerpts(study, excerpts, code))

    # The palette.

    def _show_palette(self) -> None:
        view = self.room.view
        if self.room.source_id is None or self.session.read_only:
            return
        at = view.viewport().mapToGlobal(view.cursorRect().bottomLeft() + QPoint(0, 8))
        self.palette.open_at(at, list(self.room.tree.codes.values()), self.recent)

    def _palette_code(self, code_id: int) -> None:
        selected = self.room.view.selected_coding()
        if self._recoding and selected is not None:
            study, key = self.session.study, selected.coding_id
            self._remember([code_id])
            self._change(lambda: recode(study, [key], code_id))
        else:
            self._code_selection(code_id)

    def _palette_new(self, path: str) -> None:
        study, source = self.session.study, self.room.source_id
        if source is None:
            return
        if self._recoding:
            self.session.change(lambda: add_path(study, path), self._palette_code)
            return
        span = self.room.view.current_range()
        self.session.change(
            lambda: code_new(study, source, *span, path), lambda made: self._remember([made[0]])
        )

    def _recode(self) -> None:
        self._recoding = True
        self._show_palette()

    # The selected coding.

    def _selected(self) -> None:
        self.selected_changed(self.room.view.selected_coding())

    def _remove_selected(self) -> None:
        span = self.room.view.selected_coding()
        if span is not None:
            self.remove([span.coding_id])

    def _direct_selected(self, direction: str) -> None:
        span = self.room.view.selected_coding()
        if span is not None:
            self._direct([span.coding_id], direction)

    def _direct(self, ids: Sequence[int], direction: str) -> None:
        study = self.session.study
        self._change(lambda: set_direction(study, list(ids), direction))

    def _memo(self, coding_id: int, memo: str) -> None:
        study = self.session.study
        self._change(lambda: set_memo(study, coding_id, memo))

    def _borders(self, coding_id: int, start: int, end: int) -> None:
        study = self.session.study
        self._change(lambda: move_borders(study, coding_id, start, end))

    def _nudge(self, edge: Any, steps: int) -> None:
        span = self.room.view.selected_coding()
        if span is not None and not self.session.read_only:
            self.room.view.nudge(span.coding_id, edge, "word", steps)

    def _evidence(self) -> None:
        span = self.room.view.selected_coding()
        if span is not None:
            self.room.add_as_evidence.emit([span.excerpt_id])

    def _menu(self, at: QPoint, position: int, ids: list[int]) -> None:
        view = self.room.view
        codings = [span for span in view.codings_at(position) if span.coding_id in ids]
        chosen = view.selected_coding()
        if codings and (chosen is None or chosen.coding_id not in ids):
            view.set_selected_coding(codings[0].coding_id)
        known = self.room.tree.codes
        menu = context_menu.coding_menu(
            self.room,
            self.room.actions_of_room,
            codings,
            [known[key] for key in self.recent if key in known],
            view.set_selected_coding,
            self._code_selection,
        )
        context_menu.show(menu, at)

    def _remember(self, code_ids: Sequence[int]) -> None:
        kept = [key for key in self.recent if key not in code_ids]
        self.recent = [*code_ids, *kept][:RECENT]

    def _change(self, function: Any) -> None:
        self.session.change(function)
