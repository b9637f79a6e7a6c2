"""Coding by hand: the palette, the strip of the selected coding, what is dragged, the keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from app.errors import UserError
from app.reduce.transcript import CodingSpan
from app.reduce.transcripts import coding_memo
from ui.reduce import context_menu
from ui.reduce.border_steps import BorderSteps
from ui.reduce.coding_desk import CodingDesk
from ui.reduce.palette_model import Offer
from ui.reduce.palette_popup import CodePalette
from ui.reduce.transcript.borders import Edge
from ui.reduce.transcript.dragging import DraggedExcerpt
from ui.reduce.transcript.steps import Nudge

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage


class Coding(QObject):
    """Joins the actions, the palette, the strip and the tree of a room to its coding desk."""

    offer_wanted = Signal(int, int)
    """The palette stands open for [start, end) of the text."""

    def __init__(self, room: ReadingPage) -> None:
        super().__init__(room)
        self.room, self.view, self.strip = room, room.view, room.strip
        self.desk = CodingDesk(room.session, room.view, self)
        self.palette = CodePalette(room)
        self.steps = BorderSteps(room)
        self._connect_view()
        self._connect_strip()
        self._connect_actions()
        self.desk.recent_changed.connect(self.refresh_actions)
        self.refresh_actions()

    def _connect_view(self) -> None:
        view, tree = self.view, self.room.tree
        view.code_dropped.connect(self._code_dropped)
        view.borders_dragged.connect(self.desk.move_borders)
        view.selected_coding_changed.connect(lambda _id: self.show_selected())
        view.selection_changed.connect(self._words_selected)
        view.caret_moved.connect(lambda _at: self.refresh_actions())
        view.coding_activated.connect(self._open_memo)
        view.context_requested.connect(self._menu)
        tree.entered.connect(self.desk.code_with)
        tree.model.words_dropped.connect(self._words_dropped)
        tree.model.excerpts_dropped.connect(self.desk.code_excerpts)

    def _connect_strip(self) -> None:
        self.strip.direction_chosen.connect(lambda key, way: self.desk.direct([key], way))
        self.strip.memo_written.connect(self.desk.annotate)
        self.strip.recode_wanted.connect(self.change_code)
        self.strip.remove_wanted.connect(self.remove)
        self.strip.closed.connect(self._leave_strip)

    def _connect_actions(self) -> None:
        do, act = self.room.actions_of_room, self._on
        act(do.code_with, self.open_palette)
        act(do.code_chosen, lambda: self.desk.code_with(self.room.tree.selected()))
        act(do.in_vivo, self.desk.in_vivo)
        act(do.repeat, self.desk.repeat)
        act(do.change, self.change_code)
        act(do.copy_to, self.copy_to)
        act(do.cut, self.cut)
        act(do.join, self.join)
        act(do.set_aside, self.set_aside)
        act(do.remove, self.remove)
        act(do.memo, self._open_memo)
        act(do.evidence, self._evidence)
        act(do.next, self.view.select_next_coding)
        act(do.previous, lambda: self.view.select_next_coding(backwards=True))
        for action, direction in do.directions():
            act(action, partial(self._direct, direction))
        for action, edge, unit, steps in do.borders():
            act(action, partial(self._nudge, edge, unit, steps))

    def _on(self, action: object, do: object) -> None:
        action.triggered.connect(lambda _checked=False: do())  # type: ignore[attr-defined,operator]

    # --- the palette -----------------------------------------------------------------------

    def open_palette(self) -> None:
        """Offer codes for the selection; without one, for the caret's paragraph."""
        if self.room.session.read_only or self.desk.target() is None:
            return
        self.desk.show_target()
        self._pop_up(self._take)
        span = self.desk.target()
        if span is not None:
            self.offer_wanted.emit(*span)

    def change_code(self) -> None:
        """Offer another code for the selected coding, or those at the caret."""
        codings = self.desk.current()
        if not codings or self.room.session.read_only:
            return
        ids = [codings[0].coding_id]
        names = self.tr("Another code for “{name}”…").format(name=codings[0].name)
        self._pop_up(
            lambda offers: self._recode(ids, offers),
            asks=names,
            several=False,
            without=[codings[0].code_id],
        )

    def copy_to(self) -> None:
        """Offer a further code for the selected coding, or those at the caret."""
        codings = self.desk.current()
        if not codings or self.room.session.read_only:
            return
        ids = [codings[0].coding_id]

        def take(offers: Sequence[Offer]) -> None:
            for offer in offers:
                to = offer.name if offer.code_id is None else offer.code_id
                self.desk.copy_to(ids, to)

        asks = self.tr("A further code beside “{name}”…").format(name=codings[0].name)
        self._pop_up(take, asks=asks, without=[codings[0].code_id])

    def cut(self) -> None:
        """Cut the selected coding, or the shortest at the caret, where the caret stands."""
        at = self.view.caret()
        spans = [span for span in self.desk.current() if span.start < at < span.end]
        if spans:
            self.desk.cut(spans[0].coding_id, at)
        else:
            self.room.session.tasks.problem.emit(UserError("reduce.no_cut"))

    def join(self) -> None:
        """Join the coding with those of its code that overlap or touch it."""
        for span in self.desk.current()[:1]:
            index, low, high = self.view.reading.index, span.start, span.end
            same = [s for s in index.codings if s.code_id == span.code_id and s.coder == span.coder]
            text, found = self.view.reading.text, {span.coding_id}
            for other in same + same[::-1]:
                apart = text[min(high, other.end) : max(low, other.start)]
                near = other.start <= high and other.end >= low
                if near or not apart.strip():
                    found.add(other.coding_id)
                    low, high = min(low, other.start), max(high, other.end)
            self.desk.join(sorted(found))

    def set_aside(self) -> None:
        """Set the excerpt of the coding aside, or take it back."""
        for span in self.desk.current()[:1]:
            self.desk.set_aside([span.coding_id], aside=not span.set_aside)

    def _pop_up(self, take: object, **how: object) -> None:
        rows = list(self.room.tree.codes.values())
        self.palette.open_at(self._below_words(), take, rows, self.desk.recent, **how)  # type: ignore[arg-type]

    def _below_words(self) -> QPoint:
        port = self.view.viewport()
        at = self.view.cursorRect().bottomLeft() + QPoint(0, 10)
        at.setY(max(8, min(at.y(), port.height() - 24)))
        return port.mapToGlobal(at)

    def _take(self, offers: Sequence[Offer]) -> None:
        ids = [offer.code_id for offer in offers if offer.code_id is not None]
        if ids:
            self.desk.code_with(ids)
        for offer in offers:
            if offer.makes:
                self.desk.make_code(offer.name)

    def _recode(self, ids: Sequence[int], offers: Sequence[Offer]) -> None:
        offer = offers[0]
        if offer.code_id is not None:
            self.desk.recode(ids, offer.code_id)
        else:
            self.desk.recode_to_new(ids, offer.name)

    # --- the selected coding ---------------------------------------------------------------

    def show_selected(self) -> None:
        """Show the selected coding in the strip, with its memo."""
        span = self.view.selected_coding()
        if span is None:
            self.strip.show_coding(None)
        else:
            self.strip.show_coding(span, self._memo_of(span))
        self.refresh_actions()

    def _words_selected(self) -> None:
        """Leave the selected coding when other words are selected: one thing at a time."""
        words, span = self.view.selected_range(), self.view.selected_coding()
        if words is not None and span is not None and words != (span.start, span.end):
            self.view.set_selected_coding(None)
        self.refresh_actions()

    def codings_shown(self) -> None:
        """Follow the codings of the text, which have changed."""
        self.desk.select_made()
        self.show_selected()

    def remove(self) -> None:
        """Remove the selected coding, or the one at the caret."""
        self.desk.remove([span.coding_id for span in self.desk.current()[:1]])

    def _memo_of(self, span: CodingSpan) -> str:
        return coding_memo(self.room.session.study, span.coding_id) if span.memo else ""

    def _direct(self, direction: str) -> None:
        self.desk.direct([span.coding_id for span in self.desk.current()[:1]], direction)

    def _nudge(self, edge: Edge, unit: Nudge, steps: int) -> None:
        for span in self.desk.current()[:1]:
            self.steps.nudge(span, edge, unit, steps)

    def _open_memo(self, coding_id: int | None = None) -> None:
        found = self.desk.current()
        wanted = coding_id if coding_id is not None else found[0].coding_id if found else None
        if wanted is not None:
            self.view.set_selected_coding(wanted)
            self.strip.memo.setFocus()

    def _leave_strip(self) -> None:
        self.view.set_selected_coding(None)
        self.view.setFocus()

    def _evidence(self) -> None:
        words = self.view.selected_range()
        if words is not None and self.view.selected_coding() is None:
            self.room.add_as_evidence.emit((self.room.source_id, *words))
            return
        excerpts = [span.excerpt_id for span in self.desk.current()[:1]]
        if excerpts:
            self.room.add_as_evidence.emit(excerpts)

    # --- dragging --------------------------------------------------------------------------

    def _several(self, code_id: int) -> list[int]:
        """Return the chosen codes where the dragged one is among them, else that one."""
        chosen = self.room.tree.selected()
        return chosen if code_id in chosen else [code_id]

    def _code_dropped(self, code_id: int, start: int, end: int) -> None:
        self.desk.code_with(self._several(code_id), (start, end))

    def _words_dropped(self, words: DraggedExcerpt, code_id: int) -> None:
        self.desk.code_words(words.source_id, words.start, words.end, self._several(code_id))

    # --- what can be done now --------------------------------------------------------------

    def refresh_actions(self) -> None:
        """Enable what can be done with what is selected."""
        do, free = self.room.actions_of_room, not self.room.session.read_only
        there = bool(self.desk.source_id)
        codings = self.desk.current()
        do.code_with.setEnabled(free and there)
        do.code_chosen.setEnabled(free and there and bool(self.room.tree.selected()))
        do.repeat.setEnabled(free and there and bool(self.desk.last))
        do.in_vivo.setEnabled(free and self.view.selected_range() is not None)
        for action in do.of_coding():
            action.setEnabled(free and bool(codings))
        do.evidence.setEnabled(free and (bool(codings) or self.view.selected_range() is not None))
        for action, direction in do.directions():
            action.setChecked(bool(codings) and codings[0].direction == direction)

    def _menu(self, at: QPoint, position: int, ids: Sequence[int]) -> None:
        codings = [span for span in self.view.codings_at(position) if span.coding_id in ids]
        if not codings:
            codings = [s for s in map(self.view.reading.index.find, ids) if s is not None]
        chosen = self.view.selected_coding()
        if codings and (chosen is None or chosen.coding_id not in ids):
            self.view.set_selected_coding(codings[0].coding_id)
        menu = context_menu.text_menu(self, codings)
        context_menu.show(menu, at)
