"""Steps through a text that never split what a reader takes for one character, and word borders.

An emoji of several code points, or a letter with its accents, is one step.
"""

from bisect import bisect_left
from typing import Literal

from PySide6.QtCore import QTextBoundaryFinder

from ui.reduce.transcript.positions import Positions

Unit = Literal["character", "word"]
Nudge = Literal["character", "word", "sentence"]
_KINDS = {
    "character": QTextBoundaryFinder.BoundaryType.Grapheme,
    "word": QTextBoundaryFinder.BoundaryType.Word,
}
AROUND = 4000  # characters on either side that are looked at: enough for any word


def borders(text: str, unit: Unit) -> list[int]:
    """Return where characters, or words, begin and end in `text`, in code points."""
    finder = QTextBoundaryFinder(_KINDS[unit], text)
    reasons = QTextBoundaryFinder.BoundaryReason
    wanted = reasons.StartOfItem | reasons.EndOfItem
    units, found = Positions(text), []
    at = 0
    while at >= 0:
        if unit == "character" or finder.boundaryReasons() & wanted:
            found.append(units.to_code_points(at))
        at = finder.toNextBoundary()
    return found


def _near(text: str, position: int, unit: Unit) -> list[int]:
    """Return the borders around `position`: within its paragraph, the line ends included."""
    start = text.rfind("\n", max(0, position - AROUND), max(0, position - 1)) + 1
    start = max(start, position - AROUND, 0)
    end = text.find("\n", min(len(text), position + 1), position + AROUND)
    end = min(len(text), position + AROUND) if end < 0 else end
    found = {start + at for at in borders(text[start:end], unit)}
    return sorted(found | {start, end})


def step(text: str, position: int, unit: Unit, steps: int) -> int:
    """Return the position so many characters, or words, further; backwards if `steps` < 0."""
    for _ in range(abs(steps)):
        found = _near(text, position, unit)
        at = bisect_left(found, position)
        if steps < 0:
            position = found[at - 1] if at else position
        else:
            at += at < len(found) and found[at] == position
            position = found[at] if at < len(found) else position
    return position


def word_border(text: str, position: int) -> int:
    """Return the start or end of a word that is nearest to `position`."""
    return min(_near(text, position, "word"), key=lambda at: (abs(at - position), at))
