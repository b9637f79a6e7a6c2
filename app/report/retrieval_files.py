"""Retrieved excerpts as files: a Word document in groups, a workbook or .csv with a column each."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place
from app.language.words import say
from app.reduce.names.replacing import Names
from app.reduce.names.table import names_shown
from app.reduce.retrieval.attributes import Known, read_attributes
from app.reduce.retrieval.found import Found, Line, lines
from app.reduce.retrieval.naming import group_name
from app.report.plain_workbook import Page, write_workbook
from app.study import Study

ENDINGS = (".docx", ".xlsx", ".csv")
FIXED = (
    ("code", 30), ("quote", 70), ("citation", 26), ("reference", 14), ("method", 14),
    ("title", 28), ("date", 12), ("site", 18), ("informant", 12), ("role", 18), ("category", 18),
    ("line", 7), ("direction", 12), ("weight", 8), ("summary", 34), ("memo", 34), ("coder", 16),
)  # fmt: skip
"""The columns before those of the attributes, with their widths."""
ATTRIBUTE_WIDTH = 18
SHARES = (4, 10, 4, 5)
"""How the columns of a Word table share the width: code, words, citation, who and what is noted."""


def write_retrieved(
    study: Study, path: Path, found: Found, language: str | None = None, title: str = ""
) -> int:
    """Write what was found to .docx, .xlsx or .csv and return how many lines that are.

    A file of that name gives way. `title` names the question. Pseudonyms stand for names where
    they are shown. Raises UserError for another ending or where nothing was found,
    EnvironmentProblem where the file cannot be written.
    """
    if path.suffix.lower() not in ENDINGS:
        raise UserError("retrieval.unknown_ending", name=one_line(path.name))
    language = language or study.language
    sheet = _sheet(study, found, language, title)
    if not sheet.lines:
        raise UserError("retrieval.nothing_found")
    write = {".docx": _document, ".xlsx": _workbook, ".csv": _csv}[path.suffix.lower()]
    with in_place(path) as part:
        write(sheet, part)
    return len(sheet.lines)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is written, and in which words."""

    lines: Sequence[Line]
    attributes: dict[str, Known]
    names: Names
    language: str
    title: str
    group: str

    def say(self, key: str, **values: object) -> str:
        return say(f"retrieval.{key}", self.language, **values)

    def name(self) -> str:
        return self.title or self.say("print.title")

    def extra(self) -> list[tuple[str, str]]:
        return [(of, name) for of, known in self.attributes.items() for name in known.names]

    def heads(self) -> list[str]:
        fixed = [self.say(f"column.{name}") for name, _ in FIXED]
        of = {of: self.say(f"of.{of}") for of in self.attributes}
        return [*fixed, *(f"{name} ({of[entity]})" for entity, name in self.extra())]

    def cells(self, line: Line) -> list[str]:
        row, said = line.row, _said(line, self)
        fixed = (str(said.get(name, getattr(row, name, ""))) for name, _ in FIXED)
        return [self.names.apply(words) for words in (*fixed, *self.values(line))]

    def values(self, line: Line) -> list[str]:
        row = line.row
        ids = {"source": row.source_id, "informant": row.informant_id, "site": row.site_id}
        return [
            self.attributes[of].rows.get(ids[of] or 0, {}).get(name, "")
            for of, name in self.extra()
        ]


def _sheet(study: Study, found: Found, language: str, title: str) -> _Sheet:
    listed = lines(study, found.codings, language)
    with study.read() as connection:
        attributes = read_attributes(connection)
    names = names_shown(study)
    return _Sheet(listed, attributes, names, language, title, found.question.group)


def _said(line: Line, sheet: _Sheet) -> dict[str, str]:
    """Return the cells that are not a field of the row as it is."""
    row = line.row
    return {
        "code": line.path,
        "method": say(f"study.methods.{row.method}", sheet.language),
        "date": f"{row.date:%d/%m/%Y}" if row.date else "",
        "direction": sheet.say(f"directions.{row.direction}"),
    }


def _workbook(sheet: _Sheet, path: Path) -> None:
    widths = [*(width for _, width in FIXED), *(ATTRIBUTE_WIDTH for _ in sheet.extra())]
    rows = [sheet.cells(line) for line in sheet.lines]
    write_workbook([Page(sheet.name(), sheet.heads(), widths, rows)], path)


def _csv(sheet: _Sheet, path: Path) -> None:
    # The mark at the start is what a spreadsheet program tells UTF-8 by.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(sheet.heads())
        writer.writerows(sheet.cells(line) for line in sheet.lines)


# --- Word ------------------------------------------------------------------------------------


def _document(sheet: _Sheet, path: Path) -> None:
    from app.report.document import ReportDocument

    document = ReportDocument(sheet.language)
    document.heading(sheet.names.apply(sheet.name()), 1, wide=True)
    heads = [sheet.say(f"column.{name}") for name in ("code", "quote", "citation", "about")]
    for name, some in _grouped(sheet):
        if name:
            document.heading(name, 2, wide=True)
        rows = [_word_cells(sheet, line) for line in some]
        caption = name or sheet.names.apply(sheet.name())
        document.table(caption, heads, rows, SHARES, source=sheet.say("print.own"), wide=True)
    document.finish(path)


def _grouped(sheet: _Sheet) -> list[tuple[str, list[Line]]]:
    found: list[tuple[str, list[Line]]] = []
    for line in sheet.lines:
        name = sheet.names.apply(group_name(line, sheet.group, sheet.language))
        if not found or found[-1][0] != name:
            found.append((name, []))
        found[-1][1].append(line)
    return found


def _word_cells(sheet: _Sheet, line: Line) -> list[str]:
    """Code path, words, citation; then who speaks as what, with attributes and notes."""
    row = line.row
    code = line.path
    if row.direction != "affirms":
        code = f"{code}\n({sheet.say(f'directions.{row.direction}')})"
    pairs = zip(sheet.extra(), sheet.values(line), strict=True)
    about = [
        " · ".join(part for part in (row.informant, row.role, row.category, row.site) if part),
        "; ".join(f"{name}: {value}" for (_, name), value in pairs if value),
        *(
            f"{sheet.say(f'column.{name}')}: {getattr(row, name)}"
            for name in ("summary", "memo")
            if getattr(row, name)
        ),
    ]
    cells = (code, row.quote, row.citation, "\n".join(part for part in about if part))
    return [sheet.names.apply(cell) for cell in cells]
