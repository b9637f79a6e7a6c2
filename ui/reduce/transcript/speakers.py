"""Who speaks in a paragraph, and how many of its first characters only say so.

Transcripts say the speaker in the text ("KS-01: I ask every teacher …"). The margin shows the name,
so the view hides these words; they stay in the text and no position changes.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from app.reduce.transcript import TurnSpan

COLONS = (":", "：")
BLANKS = " \t\u00a0"
LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Opening:
    """How a paragraph begins: the turn that begins in it, and the label that need not be read.

    `label` counts code points from the paragraph's start; 0 where the paragraph has no label.
    """

    turn: TurnSpan | None = None
    label: int = 0


NOTHING = Opening()


class Speakers:
    """The turns of a text, looked up by paragraph. Positions are code points."""

    def __init__(self, text: str, turns: Sequence[TurnSpan]) -> None:
        self._text = text
        self._turns = turns
        self._starts = [turn.start for turn in turns]

    def names(self) -> set[str]:
        """Return the names of all who speak."""
        return {turn.speaker for turn in self._turns}

    def opening(self, start: int, end: int) -> Opening:
        """Return how the paragraph [start, end) begins."""
        at = bisect_left(self._starts, start)
        if at == len(self._starts) or self._starts[at] > end:
            return NOTHING
        turn = self._turns[at]
        label = self._label(turn, start, end)
        if not label and any(letter.isalpha() for letter in self._text[start : turn.start]):
            return NOTHING  # it begins in the middle of the paragraph: others speak before
        return Opening(turn, label)

    def _label(self, turn: TurnSpan, start: int, end: int) -> int:
        said = self._said_before(turn, start) or self._said_inside(turn)
        while said and said < end and self._text[said] in BLANKS:
            said += 1
        return said - start if said and said < end else 0

    def _said_before(self, turn: TurnSpan, start: int) -> int:
        """Return where a label in front of the turn ends, 0 where there is none."""
        words = self._text[start : turn.start].strip(BLANKS)
        if 0 < len(words) <= LONGEST_LABEL and words.endswith(COLONS):
            return turn.start
        return 0

    def _said_inside(self, turn: TurnSpan) -> int:
        """Return where a label that the turn itself begins with ends, 0 where there is none."""
        if not turn.speaker or not self._text.startswith(turn.speaker, turn.start):
            return 0
        at = turn.start + len(turn.speaker)
        while self._text[at : at + 1] and self._text[at] in BLANKS:
            at += 1
        return at + 1 if self._text.startswith(COLONS, at) else 0
