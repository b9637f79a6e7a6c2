"""The numbers and bullets that Word draws before the paragraphs of a list.

They stand nowhere in the text of the file: they are counted from the list definitions, as
ECMA-376 part 1, 17.9 describes.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

BULLET = "•"
_KNOWN_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "o": "◦"}
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_PLACE = re.compile(r"%(\d)")
DEEPEST = 9


@dataclass(slots=True)
class Level:
    """One level of a list: its kind of number, its pattern ("%1.%2."), where it starts."""

    kind: str = "decimal"
    pattern: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts through the lists of one document, in document order."""

    def __init__(self, root: "_Element | None", w: str) -> None:
        """Read `root` (numbering.xml); `w` is Word's namespace in braces."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[str] = set()
        if root is None:
            return
        for abstract in root.iterfind(f"{w}abstractNum"):
            number = abstract.get(f"{w}abstractNumId", "")
            self._levels[number] = {
                _int(level.get(f"{w}ilvl")): _level(level, w)
                for level in abstract.iterfind(f"{w}lvl")
            }
        for list_ in root.iterfind(f"{w}num"):
            self._read_list(list_, w)

    def label(self, list_id: str, depth: int) -> str:
        """Return what stands before the next paragraph of that list at that depth, or ""."""
        found = self._lists.get(list_id)
        levels = self._levels.get(found.abstract) if found is not None else None
        if found is None or not levels or depth not in levels:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        if list_id not in self._restarted:
            self._restarted.add(list_id)
            for level in found.starts:
                counts.pop(level, None)
        start = found.starts.get(depth, levels[depth].start)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _label(levels, counts, depth)

    def _read_list(self, list_: "_Element", w: str) -> None:
        abstract = list_.find(f"{w}abstractNumId")
        if abstract is None:
            return
        entry = _List(abstract.get(f"{w}val", ""))
        for override in list_.iterfind(f"{w}lvlOverride"):
            start = override.find(f"{w}startOverride")
            if start is not None:
                entry.starts[_int(override.get(f"{w}ilvl"))] = _int(start.get(f"{w}val"))
        self._lists[list_.get(f"{w}numId", "")] = entry


def number_word(kind: str, number: int) -> str:
    """Return `number` as a list shows it: decimal, letters, roman numerals."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        roman = _roman(number)
        return roman.upper() if kind == "upperRoman" else roman
    return f"{number:02d}" if kind == "decimalZero" else str(number)


def bullet(sign: str) -> str:
    """Return a bullet that every font has for the one that Word draws from a symbol font."""
    sign = sign.strip()
    if not sign:
        return ""
    return _KNOWN_BULLETS.get(sign, BULLET if "\ue000" <= sign[0] <= "\uf8ff" else sign)


def _label(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.kind == "bullet":
        return bullet(level.pattern)
    if level.kind == "none":
        return ""

    def fill(place: re.Match[str]) -> str:
        other = int(place.group(1)) - 1
        if other not in levels:
            return ""
        return number_word(levels[other].kind, counts.get(other, levels[other].start))

    return _PLACE.sub(fill, level.pattern).strip()


def _level(element: "_Element", w: str) -> Level:
    level = Level()
    for child in element:
        value = child.get(f"{w}val", "")
        if child.tag == f"{w}numFmt":
            level.kind = value
        elif child.tag == f"{w}lvlText":
            level.pattern = value
        elif child.tag == f"{w}start":
            level.start = _int(value)
    return level


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


def _int(value: str | None) -> int:
    return int(value) if value and value.lstrip("-").isdigit() else 0
