"""The quality of a study as a file: the five standards, and a checklist for reporting it."""

from pathlib import Path

from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place
from app.language.words import say
from app.reduce.names.table import names_shown
from app.report.plain_workbook import Page, write_workbook
from app.study import Study
from app.verify.quality.checklists import ITEMS, Item, checklist
from app.verify.quality.facts import facts
from app.verify.quality.standards import Shown, shown

WIDTHS = (8, 26, 60, 14, 60, 14)
HEADS = ("number", "domain", "item", "state", "words", "place")


def write_quality(study: Study, path: Path, language: str | None = None) -> int:
    """Write standards, COREQ and SRQR to .docx or .xlsx; return how many items they have.

    A file of that name gives way; pseudonyms stand for names where they are shown. Raises
    UserError for another ending, EnvironmentProblem where the file cannot be written.
    """
    writers = {".docx": _document, ".xlsx": _workbook}
    if path.suffix.lower() not in writers:
        raise UserError("quality.only_files", name=one_line(path.name))
    language = language or study.language
    found = facts(study, language)
    lists = {name: checklist(study, name, found, language) for name in ITEMS}
    with in_place(path) as part:
        writers[path.suffix.lower()](study, part, language, shown(found), lists)
    return sum(map(len, lists.values()))


def _rows(items: list[Item], language: str) -> list[list[str]]:
    return [
        [
            *(str(item.number), item.domain(language), item.question(language)),
            *(_state(item, language), item.said, item.place),
        ]
        for item in items
    ]


def _state(item: Item, language: str) -> str:
    return say(f"quality.states.{item.state or 'open'}", language)


def _standards(rows: list[Shown], language: str) -> list[list[str]]:
    return [
        [
            say(f"quality.standard.{row.standard}", language),
            row.words(language),
            say(f"quality.shown_states.{row.state}", language),
        ]
        for row in rows
    ]


def _workbook(
    study: Study, path: Path, language: str, rows: list[Shown], lists: dict[str, list[Item]]
) -> None:
    names = names_shown(study)

    def plain(table: list[list[str]]) -> list[list[str]]:
        return [[names.apply(cell) for cell in row] for row in table]

    heads = [say(f"quality.print.{name}", language) for name in HEADS]
    of_standards = [say(f"quality.print.{n}", language) for n in ("standard", "shows", "state")]
    sheets = [
        Page(
            *(say("quality.print.standards", language), of_standards, (20, 90, 14)),
            plain(_standards(rows, language)),
        )
    ]
    sheets += [
        Page(
            *(name.upper(), heads, WIDTHS, plain(_rows(items, language))),
            note=say(f"quality.{name}.cite", language),
        )
        for name, items in lists.items()
    ]
    write_workbook(sheets, path)


def _document(
    study: Study, path: Path, language: str, rows: list[Shown], lists: dict[str, list[Item]]
) -> None:
    from app.report.document import ReportDocument

    document = ReportDocument(language, names=names_shown(study))
    document.heading(say("quality.print.title", language, title=study.title), 1)
    document.text(say("quality.print.text", language))
    document.heading(say("quality.print.standards", language), 2)
    document.table(
        say("quality.print.standards_text", language),
        [say(f"quality.print.{name}", language) for name in ("standard", "shows", "state")],
        _standards(rows, language),
        (3, 10, 2.4),
        source=say("quality.print.own", language),
    )
    heads = [say(f"quality.print.{name}", language) for name in HEADS]
    for name, items in lists.items():
        document.heading(name.upper(), 2, wide=True)
        document.table(
            say(f"quality.{name}.title", language),
            heads,
            _rows(items, language),
            (1, 3.4, 7, 2.2, 8, 2),
            source=say(f"quality.{name}.cite", language),
            wide=True,
        )
    document.finish(path)
