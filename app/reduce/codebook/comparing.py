"""What importing a codebook would do, code by code, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.design.questions import QuestionRow, questions
from app.reduce.code_paths import PATH_JOIN
from app.reduce.codebook.rows import ReadCode, ReadCodebook, focus_words, plain
from app.reduce.codes import CodeRow, codes
from app.study import Study

State = Literal["new", "changed", "unchanged"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a code that would be written: a column, what it has now, and what it would have.

    `value` is what is stored: for a focus its id, else the same as `after`.
    """

    column: str
    before: str
    after: str
    value: str | int


@dataclass(frozen=True, slots=True)
class Line:
    """A code of the file, or one above it that is missing; `code_id` is None for a new one."""

    path: str
    names: tuple[str, ...]
    state: State
    changes: tuple[FieldChange, ...]
    code_id: int | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would become of the codes; `unknown_foci` are names that no focus of the study has."""

    name: str
    lines: tuple[Line, ...]
    unknown_foci: tuple[str, ...]

    def count(self, state: State) -> int:
        """Return how many codes are new, changed or unchanged."""
        return sum(line.state == state for line in self.lines)

    @property
    def does_nothing(self) -> bool:
        """Whether every code is as the file has it."""
        return self.count("unchanged") == len(self.lines)


def compare(study: Study, book: ReadCodebook) -> Plan:
    """Compare a codebook with the study: what is new, changed, unchanged. Nothing is written."""
    rows = questions(study)
    there = {tuple(part.casefold() for part in code.path.split(PATH_JOIN)): code
             for code in codes(study)}  # fmt: skip
    names, known = _known_foci(rows), focus_words(rows)
    lines: dict[tuple[str, ...], Line] = {}
    unknown: dict[str, None] = {}
    for read in book.codes:
        for depth in range(1, len(read.path)):
            above = read.path[:depth]
            key = tuple(part.casefold() for part in above)
            if key not in lines and key not in there:
                lines[key] = Line(PATH_JOIN.join(above), above, "new", (), None)
        key = tuple(part.casefold() for part in read.path)
        focus = read.fields.get("focus", "")
        if focus and _plain_focus(focus) not in names:
            unknown[focus] = None
        lines[key] = _line(read, there.get(key), names, known)
    return Plan(book.name, tuple(lines.values()), tuple(unknown))


def _line(
    read: ReadCode, code: CodeRow | None, foci: Mapping[str, int], known: Mapping[int, str]
) -> Line:
    changes: list[FieldChange] = []
    for column, words in read.fields.items():
        value: str | int = words
        if column == "focus":
            if _plain_focus(words) not in foci:
                continue
            value = foci[_plain_focus(words)]
            words = known[value]
        before = _now(code, column, known)
        if before != words:
            changes.append(FieldChange(column, before, words, value))
    state: State = "new" if code is None else "changed" if changes else "unchanged"
    path = PATH_JOIN.join(read.path) if code is None else code.path
    return Line(path, read.path, state, tuple(changes), code.id if code is not None else None)


def _now(code: CodeRow | None, column: str, known: Mapping[int, str]) -> str:
    if code is None:
        return ""
    if column == "focus":
        return known.get(code.question_id, "") if code.question_id is not None else ""
    return plain(str(getattr(code, column)))


def _known_foci(rows: list[QuestionRow]) -> dict[str, int]:
    """Return the ids of foci by what may name them: what is written, the label, the words."""
    found: dict[str, int] = {}
    for row_id, words in focus_words(rows).items():
        found.setdefault(_plain_focus(words), row_id)
    for row in rows:
        for words in (f"{row.label} {row.text}", row.label, row.text):
            if words.strip():
                found.setdefault(_plain_focus(words), row.id)
    return found


def _plain_focus(words: str) -> str:
    return " ".join(words.split()).casefold().strip(" .:")
