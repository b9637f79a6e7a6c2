"""Code points and UTF-16 units: the one place where the app's positions become Qt's.

The app counts Unicode code points, Qt counts UTF-16 units: each character beyond the basic plane
(an emoji, a rare script) is one of the former and two of the latter.
"""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# Characters that a text document would turn into paragraphs, frames or objects of its own. Each is
# shown as one that takes the same room, so that no position shifts.
_SHOWN_AS = {"\r": " ", "\u2029": "\u2028", **dict.fromkeys("\ufdd0\ufdd1\ufffc", "\ufffd")}


def shown(text: str) -> str:
    """Return `text` so that a text document keeps it unit for unit, one block for each line."""
    for found, instead in _SHOWN_AS.items():
        if found in text:
            text = text.replace(found, instead)
    return text


class Positions:
    """Converts positions in one text; at once where the text has no character of two units."""

    def __init__(self, text: str) -> None:
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        self.characters = len(text)
        self._astral: list[int] = []  # code points that take two units
        self._pairs: list[int] = []  # where each of them begins, in units
        if units != len(text):
            self._astral = [match.start() for match in _ASTRAL.finditer(text)]
            self._pairs = [at + before for before, at in enumerate(self._astral)]

    def to_units(self, position: int) -> int:
        """Return the UTF-16 unit at which the code point `position` begins."""
        if not self._astral:
            return position
        return position + bisect_left(self._astral, position)

    def to_code_points(self, unit: int) -> int:
        """Return the code point that begins at `unit`; within a pair, the one it belongs to."""
        if not self._pairs:
            return unit
        return unit - bisect_left(self._pairs, unit)
