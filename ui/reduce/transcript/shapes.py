"""Where a stretch of a paragraph stands on the page: one rectangle a line, more where the writing
direction changes within it. Positions here are UTF-16 units from the paragraph's start.
"""

import re

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextLine

_RIGHT_TO_LEFT = re.compile(  # letters of such scripts, and the marks that turn the direction
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_right_to_left(text: str) -> bool:
    """Whether some of `text` is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def line_at(layout: QTextLayout, y: float) -> int:
    """Return the number of the first line that does not end above `y` (the last if all do)."""
    low, high = 0, layout.lineCount() - 1
    while low < high:
        middle = (low + high) // 2
        line = layout.lineAt(middle)
        if line.y() + line.height() < y:
            low = middle + 1
        else:
            high = middle
    return low


def stretches(
    layout: QTextLayout, start: int, end: int, lines: range, *, both_ways: bool = False
) -> list[QRectF]:
    """Return the rectangles of [start, end) on those of the paragraph's lines, top to bottom.

    `both_ways`: some of the paragraph is written from right to left.
    """
    found: list[QRectF] = []
    first = max(lines.start, layout.lineForTextPosition(start).lineNumber())
    last = min(lines.stop - 1, layout.lineForTextPosition(end - 1).lineNumber())
    for number in range(first, last + 1):
        line = layout.lineAt(number)
        begin = line.textStart()
        low, high = max(start, begin), min(end, begin + line.textLength())
        if low < high:
            top, height = line.y(), line.ascent() + line.descent()
            spans = _visual(line, low, high) if both_ways else [_straight(line, low, high)]
            found += [QRectF(left, top, right - left, height) for left, right in spans]
    return found


def _straight(line: QTextLine, low: int, high: int) -> tuple[float, float]:
    left = line.cursorToX(low)[0]
    return left, max(left, min(line.cursorToX(high)[0], line.naturalTextRect().right()))


def _visual(line: QTextLine, low: int, high: int) -> list[tuple[float, float]]:
    """Return the runs, from left to right, in which the characters [low, high) stand."""
    trailing = QTextLine.Edge.Trailing
    cells = []
    for at in range(low, high):
        one, other = line.cursorToX(at)[0], line.cursorToX(at, trailing)[0]
        if one != other:
            cells.append((min(one, other), max(one, other)))
    runs: list[tuple[float, float]] = []
    for left, right in sorted(cells):
        if runs and left <= runs[-1][1] + 0.5:
            runs[-1] = (runs[-1][0], max(right, runs[-1][1]))
        else:
            runs.append((left, right))
    return runs
