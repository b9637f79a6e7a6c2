"""PDF files, through PDFium: lines of print joined into the paragraphs that they were.

A PDF knows only where each word stands. A line that ended although the next word would have fitted
ended its paragraph; so does a wide gap, an indented line, a new speaker, an item of a list.
"""

import re
from collections import Counter
from statistics import median
from threading import Lock
from typing import Any

from app.collect.labels import mark_of, plain_label
from app.collect.reading.cleaning import settled
from app.collect.reading.pdf_lines import Line, lines_of, without_furniture
from app.collect.reading.source import ReadSource
from app.collect.roles_of_labels import looks_like_code, role_word
from app.errors import UserError

MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
PDF_LOCK = Lock()
"""PDFium may not be used by two threads at once."""
_NEIGHBOURS = 12
_WIDE_GAP = 1.35
_INDENT = 6.0
_SPARSE = 1.4
"""A line whose words stand so much wider apart than usual is the row of a table."""
_ITEM = re.compile(r"([•◦▪●○■□➢✓*–-]|\d{1,3}[.)]|[a-zA-Z][.)])\s")
_HYPHENATED = re.compile(r"(\w+)-$")
_FIRST_WORD = re.compile(r"\w+")


def read_pdf(name: str, data: bytes) -> ReadSource:
    """Read the PDF `name`. Raises UserError where it is damaged, protected, or has no text."""
    with PDF_LOCK:
        title, pages = _pages(name, data)
    if not any(pages):
        raise UserError("collect.scanned", file=name)
    lines = [line for page in without_furniture(pages) for line in page]
    text = settled("\n".join(_Joiner(lines).paragraphs()))
    return ReadSource(format="pdf", text=text, title=title)


def _pages(name: str, data: bytes) -> tuple[str, list[list[Line]]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        key = "collect.password" if "password" in str(error).lower() else "collect.damaged"
        raise UserError(key, file=name) from error
    try:
        pages = _all_lines(name, document)
        title = str(document.get_metadata_dict().get("Title") or "").strip()
    except (pypdfium2.PdfiumError, OSError, ValueError) as error:
        raise UserError("collect.damaged", file=name) from error
    finally:
        document.close()
    return title, pages


def _all_lines(name: str, document: Any) -> list[list[Line]]:
    if len(document) > MOST_PAGES:
        raise UserError("collect.too_many_pages", file=name, limit=MOST_PAGES)
    pages = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        pages.append(lines_of(number, page))
        page.close()
        characters += sum(len(line.words) for line in pages[-1])
        if characters > MOST_CHARACTERS:
            raise UserError("collect.too_long", file=name, limit=MOST_CHARACTERS // 1_000_000)
    return pages


class _Joiner:
    """Decides, line by line, whether it goes on with the paragraph before it."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        marks = [mark_of(line.words) for line in lines]
        labels = Counter(plain_label(mark.label) for mark in marks if mark)
        self.speaks = [
            mark is not None
            and mark.form != "cell"
            and (
                labels[plain_label(mark.label)] > 1
                or looks_like_code(mark.label)
                or bool(role_word(mark.label))
            )
            for mark in marks
        ]
        self.words = Counter(word for line in lines for word in re.findall(r"[\w-]+", line.words))
        self.wide = median(map(_wide, lines))
        self.gap = self._usual_gap()

    def paragraphs(self) -> list[str]:
        found: list[str] = []
        for number, line in enumerate(self.lines):
            words = line.words.strip()
            if number and not self._begins(number):
                found[-1] = self._joined(found[-1], words)
            else:
                found.append(words)
        return found

    def _usual_gap(self) -> float:
        gaps = [
            before.bottom - line.bottom
            for number, (before, line) in enumerate(zip(self.lines, self.lines[1:], strict=False))
            if before.page == line.page and before.bottom > line.bottom and self._is_full(number)
        ]
        return median(gaps) if gaps else 0.0

    def _begins(self, number: int) -> bool:
        before, line = self.lines[number - 1], self.lines[number]
        if self.speaks[number] or _ITEM.match(line.words):
            return True
        if _wide(line) > _SPARSE * self.wide or _wide(before) > _SPARSE * self.wide:
            return True
        if not self._is_full(number - 1):
            return True
        if before.page != line.page:
            return False
        if self.gap and before.bottom - line.bottom > _WIDE_GAP * self.gap:
            return True
        hangs = self.speaks[number - 1] or _ITEM.match(before.words)
        return line.left > before.left + _INDENT and not hangs

    def _is_full(self, number: int) -> bool:
        """Tell whether the next word would not have fitted on this line."""
        line = self.lines[number]
        if number + 1 == len(self.lines):
            return False
        near = self.lines[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS]
        edge = max(other.right for other in near if abs(other.left - line.left) < 60)
        following = self.lines[number + 1]
        first = following.words.split()[0]
        return edge - line.right < _wide(following) * (len(first) + 1)

    def _joined(self, before: str, words: str) -> str:
        cut = _HYPHENATED.search(before)
        rest = _FIRST_WORD.match(words)
        if cut is None or rest is None:
            return f"{before} {words}"
        first, second = cut.group(1), rest.group()
        if self._keeps_hyphen(first, second):
            return before + words
        return before[:-1] + words

    def _keeps_hyphen(self, first: str, second: str) -> bool:
        """Tell a compound or a doubled word (guru-guru) from a word cut at the end of a line."""
        if not second[0].islower() or first[-1].isdigit():
            return True
        whole, compound = first + second, f"{first}-{second}"
        if self.words[whole] != self.words[compound]:
            return self.words[compound] > self.words[whole]
        return second.casefold().startswith(first.casefold()[:4])


def _wide(line: Line) -> float:
    """Return how wide a character of the line is on average, in points."""
    return (line.right - line.left) / max(1, len(line.words))
