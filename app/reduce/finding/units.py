"""What is coded around found words: the words themselves, their sentence, or the turn."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Literal, get_args

from app.errors import UserError
from app.language.sentences import sentences
from app.reduce.finding.voices import Said

Unit = Literal["word", "sentence", "turn"]
UNITS: tuple[Unit, ...] = get_args(Unit)

Span = tuple[int, int]
Widen = Callable[[int, int], Span]

COLONS = (":", "：")
BLANKS = " \t\u00a0"


def check_unit(unit: str) -> None:
    """Raise UserError where `unit` is none."""
    if unit not in UNITS:
        raise UserError("searching.unknown_unit", unit=unit)


def widening(unit: Unit, text: str, turns: Sequence[Said], language: str) -> Widen:
    """Return the function that widens a span of `text` to the unit around it.

    A sentence is that of the paragraph, from where the span begins to where it ends. Outside any
    turn, or in a text without turns, the paragraph stands in for the turn.
    """
    if unit == "word":
        return lambda start, end: (start, end)
    if unit == "sentence":
        return _Sentences(text, turns, language).around
    starts = [turn.start for turn in turns]

    def turn_around(start: int, end: int) -> Span:
        at = bisect_right(starts, start) - 1
        if at >= 0 and turns[at].end >= end:
            # Found words may stand in the label itself: then the label is coded too.
            said = after_label(text, turns[at])
            return (said if said <= start else turns[at].start), turns[at].end
        return _paragraph(text, start, end)

    return turn_around


def after_label(text: str, turn: Said) -> int:
    """Return where the words of a turn begin, behind the label that only says who speaks."""
    if not turn.speaker or not text.startswith(turn.speaker, turn.start):
        return turn.start
    at = turn.start + len(turn.speaker)
    while at < turn.end and text[at] in BLANKS:
        at += 1
    if not text.startswith(COLONS, at):
        return turn.start
    at += 1
    while at < turn.end and text[at] in BLANKS:
        at += 1
    return at if at < turn.end else turn.start


class _Sentences:
    """The sentences of a text, cut once a paragraph; a speaker's label belongs to none."""

    def __init__(self, text: str, turns: Sequence[Said], language: str) -> None:
        self._text, self._language = text, language
        self._labels = {turn.start: after_label(text, turn) for turn in turns}
        self._cut: dict[int, list[Span]] = {}

    def around(self, start: int, end: int) -> Span:
        low, high = _paragraph(self._text, start, end)
        if low not in self._cut:
            first = self._labels.get(low, low)
            cut = sentences(self._text[first:high], self._language)
            self._cut[low] = [(first + a, first + b) for a, b in cut]
        touched = [(a, b) for a, b in self._cut[low] if a < end and b > start]
        if not touched:
            return start, end
        return min(start, touched[0][0]), max(end, touched[-1][1])


def _paragraph(text: str, start: int, end: int) -> Span:
    """Return the paragraph (or paragraphs) of [start, end), without blanks at its borders."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    words = text[low : len(text) if high < 0 else high]
    first = low + len(words) - len(words.lstrip())
    return min(first, start), max(low + len(words.rstrip()), end)
