"""Selecting by keys: word, sentence, turn, paragraph; again goes on to the next, Shift adds it."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.language.sentences import sentences
from ui.reduce.transcript.steps import borders

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage

Span = tuple[int, int]


class Selecting(QObject):
    """Moves the selection of a transcript by units. Sentences are found off the GUI thread."""

    def __init__(self, room: ReadingPage) -> None:
        super().__init__(room)
        self.room, self.view = room, room.view
        for action, unit, adds in room.actions_of_room.selections():
            action.triggered.connect(partial(self._select, unit, adds))
        room.actions_of_room.next_uncoded.triggered.connect(lambda _=False: self.next_uncoded())

    def _select(self, unit: str, adds: bool, _checked: bool = False) -> None:
        if not self.room.source_id:
            return
        selected = self.view.selected_range()
        at = selected[1] if selected else self.view.caret()
        text, source = self.view.reading.text, self.room.source_id
        paragraphs = self._paragraphs_from(at)
        if unit != "sentence":
            found = self._units(unit, paragraphs)
            self._take(found, at, selected, adds)
            return
        language = self.room.session.study.language

        def read() -> list[Span]:
            return [
                (start + low, start + high)
                for start, end in paragraphs
                for low, high in sentences(text[start:end], language)
            ]

        def take(found: list[Span]) -> None:
            if self.room.source_id == source:
                self._take(found, at, selected, adds)

        self.room.session.tasks.read("sentences", read, take)

    def _paragraphs_from(self, at: int) -> list[Span]:
        """Return the paragraph at `at` and the next one with words."""
        text, found = self.view.reading.text, []
        while at <= len(text) and len(found) < 2:
            start, end = self.view.paragraph_range_at(at)
            if text[start:end].strip():
                found.append((start, end))
            at = max(end, at) + 1
        return found

    def _units(self, unit: str, paragraphs: Sequence[Span]) -> list[Span]:
        text = self.view.reading.text
        if unit == "paragraph":
            return list(paragraphs)
        if unit == "turn":
            turns = self.view.transcript().turns
            spans = [self.view.reading.without_labels(turn.start, turn.end) for turn in turns]
            return spans or list(paragraphs)
        found = []
        for start, end in paragraphs:
            places = [start + at for at in borders(text[start:end], "word")]
            pairs = itertools.pairwise(places)
            found += [(a, b) for a, b in pairs if any(letter.isalnum() for letter in text[a:b])]
        return found

    def _take(self, found: Sequence[Span], at: int, selected: Span | None, adds: bool) -> None:
        """Select the unit over `at`, or, where it is selected already, the next one."""
        ends = [end for _, end in found]
        place = bisect_right(ends, at)
        if not selected and place and found[place - 1][1] == at:
            place -= 1  # the caret stands right behind a unit
        if place >= len(found):
            return
        start, end = found[place]
        if selected and adds:
            start = selected[0]
        self.view.select_range(start, end)
        self.view.ensureCursorVisible()

    def next_uncoded(self) -> None:
        """Select the next paragraph behind the caret that no coding touches."""
        if not self.room.source_id:
            return
        text, index = self.view.reading.text, self.view.reading.index
        selected = self.view.selected_range()
        at = (selected[1] if selected else self.view.caret()) + 1
        while at < len(text):
            start, end = self.view.paragraph_range_at(at)
            words = text[start:end]
            if start >= at and words.strip() and not index.overlapping(start, end):
                self.view.select_range(start, end)
                self.view.ensureCursorVisible()
                return
            at = max(end, at) + 1
