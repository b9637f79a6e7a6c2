"""Where positions stand after corrections of a text: pure arithmetic on code points, half-open."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from unicodedata import category

_SENTENCES = re.compile(r".*?(?:[.!?…]\s+|\n|\Z)", re.DOTALL)
"""Longer pieces than words: two long texts are compared by these first, which is far quicker."""
_TOKENS = re.compile(r"\w+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Edit:
    """In place of [start, end) of the text as it is now come `words`; an empty span inserts."""

    start: int
    end: int
    words: str


def edits_between(old: str, new: str, at: int = 0) -> list[Edit]:
    """Return the edits, word by word, that make `new` of `old`; `old` stands at `at`.

    Whole words, so that a corrected word stays in the excerpts that it was in.
    """
    edits: list[Edit] = []
    for kind, (start, end), words in _differences(_SENTENCES.findall(old), _SENTENCES.findall(new)):
        if kind == "replace":
            inner = _differences(_TOKENS.findall(old[start:end]), _TOKENS.findall(words))
            edits += [
                Edit(at + start + low, at + start + high, said) for _, (low, high), said in inner
            ]
        else:
            edits.append(Edit(at + start, at + end, words))
    return edits


def _differences(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Yield how two lists of pieces differ: the kind, the span in the first, the new words."""
    places = list(accumulate((len(piece) for piece in before), initial=0))
    found = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, low, high, first, last in found:
        if kind != "equal":
            yield kind, (places[low], places[high]), "".join(after[first:last])


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return `text` with sorted edits, which do not overlap, made."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join((*parts, text[at:]))


class Shift:
    """Moves borders of spans to where they stand after sorted edits that do not overlap.

    A span keeps its words. Of a replaced stretch that a border stands in, the span has all the new
    words. What is inserted at a border is in the span if it lengthens the word that stands there.
    """

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        """Take the text as it is before the edits."""
        self._text, self._new = text, applied(text, edits)
        self._edits = list(edits)
        self._starts = [edit.start for edit in edits]
        grown = (len(edit.words) - (edit.end - edit.start) for edit in edits)
        self._before = [0, *accumulate(grown)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where [start, end) of an excerpt stands; empty where nothing of it is left.

        A blank comes to its border only where one was.
        """
        low, high = self._start(start, taking=False), self._end(end, taking=False)
        if not self._text[start].isspace():
            while low < high and self._new[low].isspace():
                low += 1
        if not self._text[end - 1].isspace():
            while low < high and self._new[high - 1].isspace():
                high -= 1
        return low, high

    def turn(self, start: int, end: int, *, followed: bool) -> tuple[int, int]:
        """Return where a turn stands: what is inserted at its begin is in it, and what is
        inserted at its end, unless it is `followed` at once by another.
        """
        return self._start(start, taking=True), self._end(end, taking=not followed)

    def _start(self, at: int, *, taking: bool) -> int:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return at
        edit, moved = self._edits[index], self._before[index]
        if edit.start == edit.end == at:
            inside = taking or self._joins(at, edit.words[-1:])
            return at + (moved if inside else self._before[index + 1])
        if edit.start <= at < edit.end:
            return edit.start + moved
        return at + self._before[index + 1]

    def _end(self, at: int, *, taking: bool) -> int:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return at
        edit, moved = self._edits[index], self._before[index]
        if edit.start == edit.end == at:
            inside = taking or self._joins(at - 1, edit.words[:1])
            return at + (self._before[index + 1] if inside else moved)
        if at == edit.start:
            return at + moved
        if at < edit.end:
            return edit.start + len(edit.words) + moved
        return at + self._before[index + 1]

    def _joins(self, place: int, letter: str) -> bool:
        beside = self._text[place : place + 1] if place >= 0 else ""
        return _of_word(beside) and _of_word(letter)


def _of_word(letter: str) -> bool:
    return bool(letter) and category(letter)[0] in "LMN"
