"""The lines of a PDF page with their places, and which of them are the page's own furniture."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MARGIN = 0.09
"""The part of a page's height at its top and its foot where page numbers and titles stand."""
_PAGE_NUMBER = re.compile(
    r"\W*(page|halaman|hal\.?|p\.)?\s*(\d+|[ivxlc]+)(\s*(/|of|dari)\s*\d+)?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_CUT_HERE = (0x02, 0xFFFE, 0xAD)
"""What PDFium gives for a hyphen at the end of a line; it leaves out the line's end then."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print: its words and its box, in points from the lower left of its page."""

    page: int
    words: str
    left: float
    right: float
    bottom: float
    top: float
    page_height: float


def lines_of(number: int, page: Any) -> list[Line]:
    """Return the lines of a pypdfium2 page, in its reading order."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    height = page.get_height()
    units: list[int] = []
    places: list[int] = []
    found: list[Line] = []

    def end_line() -> None:
        words = _decoded(units)
        if words.strip():
            first = text.get_charbox(places[0], loose=True)
            last = text.get_charbox(places[-1], loose=True)
            found.append(Line(number, words, first[0], last[2], first[1], first[3], height))
        units.clear()
        places.clear()

    for index in range(text.count_chars()):
        unit = raw.FPDFText_GetUnicode(text, index)
        if unit in (10, 13):
            end_line()
        elif unit in _CUT_HERE and units:
            units.append(ord("-"))
            places.append(index)
            end_line()
        elif units or unit != 32:
            units.append(unit)
            places.append(index)
    if units:
        end_line()
    text.close()
    return found


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and heads and feet that come back on most pages."""
    repeated = Counter(
        key for page in pages for key in {_key(line) for line in page if _in_margin(line)}
    )
    often = {key for key, count in repeated.items() if count >= 3 and count > len(pages) / 2}
    return [
        [
            line
            for line in page
            if not (
                _in_margin(line) and (_PAGE_NUMBER.fullmatch(line.words) or _key(line) in often)
            )
        ]
        for page in pages
    ]


def _in_margin(line: Line) -> bool:
    edge = MARGIN * line.page_height
    return line.top < edge or line.bottom > line.page_height - edge


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.words.strip())


def _decoded(units: Sequence[int]) -> str:
    """Return the words of code units; a pair of surrogates is one character."""
    words = "".join(map(chr, units)).replace("\0", "").rstrip(" ")
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
