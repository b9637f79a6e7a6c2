"""Importing a codebook: new codes are made, known ones changed, nothing is deleted."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.language.words import say
from app.reduce.codebook.comparing import Line, Plan, compare
from app.reduce.codebook.reading import read_codebook
from app.reduce.codebook.rows import ReadCodebook
from app.reduce.colours import next_colour
from app.study import Study
from models.reduction import Code


@dataclass(frozen=True, slots=True)
class Imported:
    """What was done: how many codes are new, changed, unchanged; which foci are not known."""

    new: int
    changed: int
    unchanged: int
    unknown_foci: tuple[str, ...]

    def sentence(self, language: str) -> str:
        """Say it."""
        counts = {"new": self.new, "changed": self.changed, "unchanged": self.unchanged}
        said = say("codebook.report.imported", language, **counts)
        if self.unknown_foci:
            names = ", ".join(self.unknown_foci)
            said += "\n" + say("codebook.report.unknown_foci", language, names=names)
        return said


def plan_import(study: Study, path: Path) -> tuple[ReadCodebook, Plan]:
    """Read a codebook file and say what importing it would do; nothing is written.

    Raises UserError with one sentence for a bad file, EnvironmentProblem where it cannot be read.
    """
    book = read_codebook(path)
    return book, compare(study, book)


def take_codebook(study: Study, book: ReadCodebook) -> Imported:
    """Import a codebook that was read, in one step. It is compared anew with the study as it is.

    A cell that is empty leaves what the study has; codes that the file does not name stay. New
    codes come behind their siblings, in the order of the file.
    """
    with study.change("codebook.history.imported", name=book.name) as session:
        plan = compare(study, book)
        _write(session, plan)
    return Imported(
        new=plan.count("new"),
        changed=plan.count("changed"),
        unchanged=plan.count("unchanged"),
        unknown_foci=plan.unknown_foci,
    )


def import_codebook(study: Study, path: Path) -> Imported:
    """Import a codebook file in one step, as `take_codebook` does."""
    return take_codebook(study, read_codebook(path))


class _Maker:
    """Makes new codes: knows every code by its path, and the colours of its siblings."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.codes = {code.id: code for code in session.scalars(select(Code))}
        self.by_path = {self._path(code): code for code in self.codes.values()}
        self.siblings: dict[int | None, list[Code]] = {}
        for code in self.codes.values():
            self.siblings.setdefault(code.parent_id, []).append(code)

    def make(self, line: Line) -> Code:
        names = tuple(name.casefold() for name in line.names)
        above = self.by_path[names[:-1]].id if len(names) > 1 else None
        beside = self.siblings.setdefault(above, [])
        colour = next((c.after for c in line.changes if c.column == "colour"), "")
        code = Code(
            name=line.names[-1],
            parent_id=above,
            position=max((code.position for code in beside), default=-1) + 1,
            colour=colour
            or next_colour(
                (code.colour for code in self.codes.values()), (code.colour for code in beside)
            ),
        )
        self.session.add(code)
        self.session.flush()
        beside.append(code)
        self.codes[code.id] = self.by_path[names] = code
        return code

    def _path(self, code: Code) -> tuple[str, ...]:
        above = () if code.parent_id is None else self._path(self.codes[code.parent_id])
        return (*above, code.name.casefold())


def _write(session: Session, plan: Plan) -> None:
    maker = _Maker(session)
    for line in plan.lines:
        if line.state == "unchanged":
            continue
        code = maker.make(line) if line.code_id is None else maker.codes[line.code_id]
        for change in line.changes:
            field = "question_id" if change.column == "focus" else change.column
            setattr(code, field, change.value)
