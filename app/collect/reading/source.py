"""What reading a file gives: its text, where its headings and turns are, its rows, and notices."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.collect.turns import Turn
from app.language.words import DEFAULT_LANGUAGE, say


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at [start, end) of the text, in code points; level 1 is the highest."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a spreadsheet: its number there, counted from 1, and its cells as words."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a spreadsheet: its name, the cells of its first row, and the rows under it.

    Every row has as many cells as the header. Rows without a word are left out.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    header_number: int = 1


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth telling that is no error; `terms` are values that are keys into the words."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Say it in `language`."""
        said = {name: say(key, language) for name, key in self.terms.items()}
        return say(self.key, language, **self.values, **said)


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A file as text. "\\n" is the only line end; nothing else of the words is changed.

    `format` is what the content is (docx, odt, rtf, pdf, html, epub, txt, md, vtt, srt, csv, xlsx).
    `title` is the document's own, or "". `turns` come from the voices of captions; other files have
    them in their text (`app.collect.turns.find_turns`). `sheets` are filled for spreadsheets.
    """

    format: str
    text: str
    title: str = ""
    headings: tuple[Heading, ...] = ()
    turns: tuple[Turn, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    notices: tuple[Notice, ...] = ()
