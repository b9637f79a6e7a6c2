"""A transcript as the view has it open: its text in Qt's units, its turns, its codings.

Everything that goes between the app's code points and a text block's UTF-16 units goes through
here and `positions.py`.
"""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtGui import QTextBlock

from app.reduce.transcript import CodingSpan, Transcript
from ui.reduce.transcript.intervals import CodingIndex
from ui.reduce.transcript.paint import PlacedCoding, Row
from ui.reduce.transcript.positions import Positions, shown
from ui.reduce.transcript.speakers import Opening, Speakers

EMPTY = Transcript(0, "", "", "")


class Reading:
    """One transcript, looked at block by block."""

    def __init__(self, transcript: Transcript = EMPTY) -> None:
        self.transcript = transcript
        self.shown = shown(transcript.text)
        self.positions = Positions(transcript.text)
        self.speakers = Speakers(transcript.text, transcript.turns)
        self.index = self.indexed(transcript.codings)

    @property
    def text(self) -> str:
        return self.transcript.text

    def indexed(self, codings: Iterable[CodingSpan]) -> CodingIndex:
        """Return an index of codings of this text; what of them lies beyond its end is cut off."""
        index, length = CodingIndex(codings), len(self.text)
        if index.furthest() <= length:
            return index
        inside = [span for span in index.codings if span.start < length]
        return CodingIndex(replace(span, end=min(span.end, length)) for span in inside)

    def paragraphs(self) -> list[int]:
        """Return the length of each paragraph."""
        return [len(paragraph) for paragraph in self.shown.split("\n")]

    def span_of(self, block: QTextBlock) -> tuple[int, int]:
        """Return the code points [start, end) of a paragraph, without its line end."""
        start = block.position()
        to_code_points = self.positions.to_code_points
        return to_code_points(start), to_code_points(start + block.length() - 1)

    def opening(self, block: QTextBlock) -> Opening:
        """Return how a paragraph begins; its label is counted in units here."""
        start, end = self.span_of(block)
        opening = self.speakers.opening(start, end)
        if not opening.label:
            return opening
        behind = self.positions.to_units(start + opening.label)
        return Opening(opening.turn, behind - block.position())

    def placed(self, row: Row, low: int, high: int) -> list[PlacedCoding]:
        """Return the codings that touch the units [low, high) of a paragraph, by their start.

        Where several begin together the longest comes first, to lie lowest. What of a label is
        coded is not painted: it cannot be seen.
        """
        block, label = row.block, row.opening.label
        begin, units = block.position(), self.positions
        first, last = units.to_code_points(begin + low), units.to_code_points(begin + high)
        found = []
        for span in self.index.overlapping(first, max(last, first + 1)):
            start, end = units.to_units(span.start) - begin, units.to_units(span.end) - begin
            inside = max(start, label), min(end, block.length() - 1)
            if inside[0] < inside[1]:
                begins, ends = start >= 0, end <= block.length()
                found.append(PlacedCoding(span, *inside, begins, ends))
        return sorted(found, key=lambda placed: (placed.span.start, -placed.span.end))

    def without_labels(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points [start, end) without a label, or line ends, at their borders."""
        start = self._behind_label(start)
        end = self._before_label(end)
        while start < end and self.text[start] == "\n":
            start = self._behind_label(start + 1)
        while start < end and self.text[end - 1] == "\n":
            end = self._before_label(end - 1)
        return start, max(start, end)

    def paragraph_at(self, position: int) -> tuple[int, int]:
        """Return the paragraph over `position`: its words, without a label and the line end."""
        start, end = self._paragraph(position)
        return start + self.speakers.opening(start, end).label, end

    def _paragraph(self, position: int) -> tuple[int, int]:
        start = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        return start, len(self.text) if end < 0 else end

    def _behind_label(self, position: int) -> int:
        start, end = self._paragraph(position)
        return max(position, start + self.speakers.opening(start, end).label)

    def _before_label(self, position: int) -> int:
        start, end = self._paragraph(position)
        label = self.speakers.opening(start, end).label
        return start if label and position <= start + label else position
