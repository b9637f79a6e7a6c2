"""The numbers and bullets of lists in OpenDocument texts (ODF 1.3, part 3, 16.30 to 16.31)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collect.reading.docx_numbering import bullet, number_word

if TYPE_CHECKING:
    from lxml.etree import _Element

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class _Level:
    bullet: str = ""
    kind: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1


class ListLabels:
    """Counts through the lists of one document. Depth counts from 1, as ODF does."""

    def __init__(self, *roots: "_Element | None") -> None:
        """Read the list styles in `roots` (content.xml, styles.xml)."""
        self._styles: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for root in roots:
            if root is None:
                continue
            for style in root.iter(f"{TEXT}list-style"):
                levels = {_int(e.get(f"{TEXT}level"), 1): _level(e) for e in style}
                self._styles.setdefault(style.get(f"{STYLE}name", ""), levels)

    def begin(self, style: str, depth: int, *, goes_on: bool) -> None:
        """Begin a list of `style`; one that goes on keeps counting from the last one."""
        if not goes_on:
            self._counts.setdefault(style, {}).pop(depth, None)

    def label(self, style: str, depth: int, start: str | None) -> str:
        """Return what stands before the next item; `start` is a number that the item sets."""
        levels = self._styles.get(style, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(style, {})
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        if start and start.isdigit():
            counts[depth] = int(start)
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.bullet:
            return bullet(level.bullet)
        if not level.kind:
            return ""
        numbers = [
            number_word(levels[other].kind, counts.get(other, levels[other].start))
            for other in range(max(1, depth - level.shown + 1), depth + 1)
            if other in levels and levels[other].kind
        ]
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()


def _level(element: "_Element") -> _Level:
    if element.tag == f"{TEXT}list-level-style-bullet":
        return _Level(bullet=element.get(f"{TEXT}bullet-char", "•"))
    kind = element.get(f"{STYLE}num-format", "")
    return _Level(
        kind={**_KINDS, "I": "upperRoman"}.get(kind, "decimal" if kind else ""),
        prefix=element.get(f"{STYLE}num-prefix", ""),
        suffix=element.get(f"{STYLE}num-suffix", ""),
        shown=_int(element.get(f"{TEXT}display-levels"), 1),
        start=_int(element.get(f"{TEXT}start-value"), 1),
    )


def _int(value: str | None, default: int) -> int:
    return int(value) if value and value.isdigit() else default
