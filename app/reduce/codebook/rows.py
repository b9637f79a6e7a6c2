"""The codebook as rows of words: what is written to a file, and what a file is read to."""

from dataclasses import dataclass, field

from app.collect.reading.cleaning import settled
from app.design.questions import QuestionRow, questions
from app.language.words import say
from app.reduce.codebook.columns import COLUMNS, title
from app.reduce.codes import CodeRow, codes
from app.study import Study


@dataclass(frozen=True, slots=True)
class Table:
    """A codebook as words: the headings, a row for each code, how deep each stands (0: a theme)."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    depths: tuple[int, ...]
    language: str
    note: str


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code as a file has it: the names in its path, and only the fields that are filled.

    `fields` are those of an entry and "colour"; "focus" stays words: only the study knows its foci.
    """

    number: int
    path: tuple[str, ...]
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadCodebook:
    """The codes of a file, in its order."""

    name: str
    codes: tuple[ReadCode, ...]


def codebook_table(study: Study, language: str) -> Table:
    """Return the whole codebook in the order of the tree."""
    foci = focus_words(questions(study))
    found = codes(study)
    note = say(
        "codebook.note",
        language,
        codes=len(found),
        excerpts=sum(code.excerpts for code in found if code.depth == 0),
    )
    return Table(
        heads=tuple(title(column, language) for column in COLUMNS),
        rows=tuple(_row(code, foci, language) for code in found),
        depths=tuple(code.depth for code in found),
        language=language,
        note=note,
    )


def focus_words(rows: list[QuestionRow]) -> dict[int, str]:
    """Return what names each focus in a file: its label, or its words where that says too little.

    Two foci of one label are told apart by their words.
    """
    labels = [row.label.casefold() for row in rows]
    return {
        row.id: row.label
        if row.label and labels.count(row.label.casefold()) == 1
        else f"{row.label} {row.text}".strip()
        for row in rows
    }


def plain(words: str) -> str:
    """Return words as a codebook compares them: one kind of line end, no blanks at the borders."""
    return settled(words).strip()


def _row(code: CodeRow, foci: dict[int, str], language: str) -> tuple[str, ...]:
    return (
        code.path,
        code.colour,
        *(plain(text) for text in (code.definition, code.when_to_use, code.when_not_to_use)),
        *(plain(text) for text in (code.typical_example, code.counter_example)),
        say(f"codebook.origins.{code.origin}", language),
        say(f"codebook.cycles.{code.cycle}", language),
        foci.get(code.question_id, "") if code.question_id is not None else "",
        str(code.excerpts),
        str(code.informants),
    )
