"""The audit trail as a file: a workbook, a .csv, or a Word document."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place
from app.language.words import say
from app.reduce.names.table import names_shown
from app.report.plain_workbook import Page, write_workbook
from app.study import Study
from app.verify.audit.codebook import codebook_days
from app.verify.audit.lines import Line, lines
from app.verify.audit.trail import ALL, Wanted, count, days, local, pages

COLUMNS = (
    ("step", 8), ("when", 19), ("who", 18), ("what", 44), ("object", 18), ("name", 36),
    ("field", 18), ("before", 48), ("after", 48), ("reason", 36), ("state", 14),
)  # fmt: skip
DAYS = (
    ("day", 12), ("codes", 8), ("made", 40), ("gone", 40), ("renamed", 40), ("moved", 40),
    ("redefined", 40),
)  # fmt: skip
SHARES = (2.2, 2, 4, 3.6, 5, 6, 2.4)
Report = Callable[[int, int], None]


def write_audit(
    study: Study,
    path: Path,
    wanted: Wanted = ALL,
    language: str | None = None,
    progress: Report | None = None,
) -> int:
    """Write the wanted steps to .xlsx, .csv or .docx, a line a field; return how many steps.

    A file of that name gives way; pseudonyms stand for names where they are shown. `progress` is
    told the steps done and all. Raises UserError for another ending or where there is no step,
    EnvironmentProblem where the file cannot be written.
    """
    writers = {".xlsx": _workbook, ".csv": _csv, ".docx": _document}
    ending = path.suffix.lower()
    if ending not in writers:
        raise UserError("audit.only_files", name=one_line(path.name))
    language = language or study.language
    steps = count(study, wanted, language)
    if not steps:
        raise UserError("audit.nothing")
    with in_place(path) as part:
        writers[ending](_Trail(study, wanted, language, steps, progress), part)
    return steps


class _Trail:
    """The lines that are written, read a page of steps at a time."""

    def __init__(
        self, study: Study, wanted: Wanted, language: str, steps: int, progress: Report | None
    ) -> None:
        self.study, self.wanted, self.language = study, wanted, language
        self.steps, self.progress = steps, progress
        self.names = names_shown(study)

    def say(self, key: str) -> str:
        return say(f"audit.print.{key}", self.language)

    def lines(self) -> Iterator[Line]:
        done = 0
        for page in pages(self.study, self.wanted, self.language):
            yield from lines(self.study, page, self.language)
            done += len(page)
            if self.progress is not None:
                self.progress(done, self.steps)

    def cells(self, line: Line) -> list[str]:
        step = line.step
        cells = (
            *(str(step.id), f"{local(step.made_at):%Y-%m-%d %H:%M:%S}", step.coder),
            *(step.sentence(self.language), line.kind, line.name),
            *(line.field, line.before, line.after, line.reason),
            say(f"audit.state.{step.state}", self.language),
        )
        return [self.names.apply(cell) for cell in cells]

    def days(self) -> list[list[str]]:
        return [
            [
                *(f"{one.day:%Y-%m-%d}", str(one.codes)),
                *(
                    self.names.apply("; ".join(names))
                    for names in (one.made, one.gone, one.renamed, one.moved, one.redefined)
                ),
            ]
            for one in codebook_days(self.study)
        ]


def _workbook(trail: _Trail, path: Path) -> None:
    sheets = [
        Page(
            trail.say("title"),
            [trail.say(name) for name, _ in COLUMNS],
            [width for _, width in COLUMNS],
            [trail.cells(line) for line in trail.lines()],
        )
    ]
    if by_day := trail.days():
        heads = [trail.say(name) for name, _ in DAYS]
        sheets.append(Page(trail.say("codebook"), heads, [width for _, width in DAYS], by_day))
    write_workbook(sheets, path)


def _csv(trail: _Trail, path: Path) -> None:
    # The mark at the start is what a spreadsheet program tells UTF-8 by.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([trail.say(name) for name, _ in COLUMNS])
        writer.writerows(trail.cells(line) for line in trail.lines())


def _document(trail: _Trail, path: Path) -> None:
    from app.report.document import ReportDocument

    document = ReportDocument(trail.language, names=trail.names)
    document.heading(trail.say("title"), 1)
    document.text(trail.say("text"))
    if span := days(trail.study):
        first, last = (f"{day:%d/%m/%Y}" for day in span)
        count = {"steps": trail.steps, "first": first, "last": last}
        document.text(say("audit.print.steps", trail.language, **count))
    heads = [
        trail.say(name) for name in ("when", "who", "what", "object", "before", "after", "reason")
    ]
    document.heading(trail.say("caption"), 2, wide=True)
    document.table(
        trail.say("caption"),
        heads,
        [_word_cells(trail, line) for line in trail.lines()],
        SHARES,
        source=trail.say("own_data"),
        wide=True,
    )
    if by_day := trail.days():
        document.heading(trail.say("codebook"), 2, wide=True)
        heads = [trail.say(name) for name, _ in DAYS]
        shares = (2, 1.4, 4, 4, 4, 4, 4)
        document.table(trail.say("codebook"), heads, by_day, shares, numbers=[1], wide=True)
    document.finish(path)


def _word_cells(trail: _Trail, line: Line) -> list[str]:
    step = line.step
    about = "\n".join(part for part in (line.kind, line.name, line.field) if part)
    return [
        f"{local(step.made_at):%d/%m/%Y %H:%M}",
        *(step.coder, step.sentence(trail.language), about),
        *(line.before, line.after, line.reason),
    ]
