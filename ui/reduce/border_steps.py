"""Moving a border of a coding by keys: by characters, words, or sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.language.sentences import sentences
from app.reduce.transcript import CodingSpan
from ui.reduce.transcript.borders import Edge, moved
from ui.reduce.transcript.steps import Nudge
from ui.reduce.word_steps import word_step

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage

AROUND = 20_000
"""So many characters on either side are cut into sentences, in whole paragraphs."""


class BorderSteps(QObject):
    """Moves a border at once; by sentences as soon as they are found, off the GUI thread.

    Each press of a key counts, also one that comes before the sentences are there.
    """

    def __init__(self, page: ReadingPage) -> None:
        super().__init__(page)
        self.page = page
        self._wanted: list[tuple[int, Edge, int]] = []

    def nudge(self, span: CodingSpan, edge: Edge, unit: Nudge, steps: int) -> None:
        """Move a border of a coding, backwards if `steps` < 0."""
        view = self.page.view
        view.set_selected_coding(span.coding_id)
        if unit == "character":
            view.nudge(span.coding_id, edge, unit, steps)
        elif unit == "word":
            at = span.start if edge == "start" else span.end
            now = word_step(view.reading.text, at, edge, steps)
            view.finish_borders(span, moved(span, edge, now, view.reading.text))
        else:
            self._wanted.append((span.coding_id, edge, steps))
            self._find_sentences(span, edge)

    def _find_sentences(self, span: CodingSpan, edge: Edge) -> None:
        text, source = self.page.view.reading.text, self.page.source_id
        at = span.start if edge == "start" else span.end
        low = text.rfind("\n", 0, max(0, at - AROUND)) + 1
        high = text.find("\n", min(len(text), at + AROUND))
        words = text[low : len(text) if high < 0 else high]
        language = self.page.session.study.language
        self.page.session.tasks.read(
            "sentence-borders",
            lambda: [(low + a, low + b) for a, b in sentences(words, language)],
            lambda found: self._move(source, found),
        )

    def _move(self, source: int, found: list[tuple[int, int]]) -> None:
        wanted, self._wanted = self._wanted, []
        if source != self.page.source_id:
            return
        view = self.page.view
        for coding_id, edge, steps in wanted:
            span = view.reading.index.find(coding_id)
            if span is None:
                continue
            borders = [pair[0 if edge == "start" else 1] for pair in found]
            now = next_border(borders, span.start if edge == "start" else span.end, steps)
            view.finish_borders(span, moved(span, edge, now, view.reading.text))


def next_border(borders: list[int], at: int, steps: int) -> int:
    """Return the border so many steps from `at`, or the last one on the way."""
    for _ in range(abs(steps)):
        beyond = [b for b in borders if (b > at if steps > 0 else b < at)]
        if beyond:
            at = min(beyond) if steps > 0 else max(beyond)
    return at
