"""Gathers the paragraphs of a document into one text, and remembers where its headings stand."""

from collections.abc import Sequence

from app.collect.reading.cleaning import settled
from app.collect.reading.source import Heading

LONG_CELL = 300
"""A cell longer than this keeps its paragraphs as lines of their own: it is a text, not a value."""


class Paragraphs:
    """A text in the making, paragraph by paragraph, in document order."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.title = ""
        self._lines: list[str] = []
        self._levels: dict[int, int] = {}

    def add(self, words: str, level: int = 0) -> None:
        """Add a paragraph; `level` above 0 makes it a heading of that level."""
        words = settled(words)
        if level and words.strip():
            self._levels[len(self._lines)] = level
            if not self.title and not any(line.strip() for line in self._lines):
                self.title = " ".join(words.split())
        self._lines.append(words)

    def add_row(self, cells: Sequence[Sequence[str]]) -> None:
        """Add a table's row: its cells joined by a tab, none where no cell has a word.

        A cell is a sequence of paragraphs. A row with words in one cell only, and a cell that is
        a text by its length, keep their paragraphs apart: some write whole interviews in a table.
        """
        filled = [cell for cell in cells if any(line.strip() for line in cell)]
        if len(filled) == 1:
            for line in filled[0]:
                self.add(line)
        elif filled:
            self.add("\t".join(_in_a_row(cell) for cell in cells))

    def text(self) -> str:
        """Return the text so far, without empty lines at its end."""
        return "\n".join(self._lines).rstrip("\n")

    def lines(self) -> list[str]:
        """Return the paragraphs so far."""
        return list(self._lines)

    def headings(self) -> tuple[Heading, ...]:
        """Return the headings with their places in `text()`."""
        found = []
        start = 0
        for number, line in enumerate(self._lines):
            if number in self._levels:
                found.append(Heading(start, start + len(line), self._levels[number]))
            start += len(line) + 1
        return tuple(found)


def _in_a_row(cell: Sequence[str]) -> str:
    lines = [line for line in cell if line.strip()]
    between = "\n" if sum(map(len, lines)) > LONG_CELL else " "
    joined = between.join(lines)
    return joined if between == "\n" else joined.replace("\n", " ")
