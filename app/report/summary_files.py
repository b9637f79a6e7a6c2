"""Summary forms and the data accounting sheet as files: Word documents and workbooks."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path

from app.errors import UserError
from app.faults import one_line
from app.in_place import in_place
from app.language.words import say
from app.reduce.names.replacing import Names
from app.reduce.names.table import names_shown
from app.reduce.summarising.accounting import AccountCell, AccountSheet, account_sheet
from app.reduce.summarising.fields import form_name
from app.reduce.summarising.filling import EMPTY, FilledForm, filled_form, summary_lines
from app.report.plain_workbook import Page, write_workbook
from app.study import Study

ENDINGS = (".docx", ".xlsx")
On = tuple[str, int]
"""A source ("source") or a site ("site") and its id."""


def write_forms(
    study: Study, path: Path, only: Collection[On] | None = None, language: str | None = None
) -> int:
    """Write filled forms to .docx or .xlsx, in place of a file of that name; return how many.

    `only` are those to write; else all that have an answer. Pseudonyms stand for names where they
    are shown. Raises UserError for another ending or where there is none to write,
    EnvironmentProblem where the file cannot be written.
    """
    check_ending(path, ENDINGS)
    language, names = language or study.language, names_shown(study)
    lines = summary_lines(study, language)
    wanted = [
        (line.on_entity, line.on_id)
        for line in lines
        if (line.state != EMPTY if only is None else (line.on_entity, line.on_id) in only)
    ]
    forms = [filled_form(study, *on, language) for on in wanted]
    if not forms:
        raise UserError("summaries.nothing_to_print")
    with in_place(path) as part:
        if path.suffix.lower() == ".docx":
            _forms_document(forms, names, language, part)
        else:
            write_workbook(_form_pages(forms, names, language), part)
    return len(forms)


def write_account_sheet(study: Study, path: Path, language: str | None = None) -> None:
    """Write the data accounting sheet to .docx or .xlsx, in place of a file of that name.

    Raises UserError for another ending or where there is no question or no site,
    EnvironmentProblem where the file cannot be written.
    """
    check_ending(path, ENDINGS)
    language, names = language or study.language, names_shown(study)
    sheet = account_sheet(study)
    if not sheet.questions or not sheet.sites:
        raise UserError("summaries.nothing_to_print")
    heads, rows = account_table(sheet, names, language)
    title, rule = _say("print.sheet_title", language), say("summaries.accounts.rule", language)
    with in_place(path) as part:
        if path.suffix.lower() == ".xlsx":
            widths = [44, *(22 for _ in sheet.sites)]
            write_workbook([Page(title, heads, widths, rows, rule)], part)
            return
        from app.report.document import ReportDocument

        document = ReportDocument(language)
        document.heading(title, 1, wide=True)
        document.text(rule)
        source = _say("print.own_data", language)
        shares = [4, *(2 for _ in sheet.sites)]
        document.table(title, heads, rows, shares, source=source, wide=True)
        document.finish(part)


def account_table(
    sheet: AccountSheet, names: Names, language: str
) -> tuple[list[str], list[list[str]]]:
    """Return the sheet in words: its heads, and a row for each question."""
    heads = [_say("print.question", language), *(names.apply(site.name) for site in sheet.sites)]
    rows = []
    for question in sheet.questions:
        label = f"{question.label}. {question.text}" if question.text else question.label
        cells = [sheet.cell(question.id, site.id) for site in sheet.sites]
        rows.append([names.apply(label), *(names.apply(_cell(c, language)) for c in cells)])
    return heads, rows


def check_ending(path: Path, endings: Sequence[str]) -> None:
    """Raise UserError where a file has another ending."""
    if path.suffix.lower() not in endings:
        raise UserError(
            "summaries.not_a_file", name=one_line(path.name), endings=", ".join(endings)
        )


def _forms_document(forms: Sequence[FilledForm], names: Names, language: str, path: Path) -> None:
    from app.report.document import ReportDocument

    document = ReportDocument(language)
    document.heading(_say("print.forms_title", language), 1)
    heads = [_say("print.form", language), ""]
    for form in forms:
        name = names.apply(form.name)
        title = f"{form_name(form.kind, language)} {name}"
        document.heading(title, 2)
        if form.coder:
            document.text(_say("print.filled_by", language, coder=form.coder))
        rows = [[each.field.label, names.apply(each.words)] for each in form.fields]
        heads = [_say("print.form", language), names.apply(form.title)]
        document.table(title, heads, rows, [4, 11], source=_say("print.own", language))
    document.finish(path)


def _form_pages(forms: Sequence[FilledForm], names: Names, language: str) -> list[Page]:
    by_kind: dict[str, list[FilledForm]] = defaultdict(list)
    for form in forms:
        by_kind[form.kind].append(form)
    pages = []
    for kind, some in by_kind.items():
        labels = [each.field.label for each in some[0].fields]
        first = _say("print.site" if some[0].on_entity == "site" else "print.source", language)
        rows = [
            [names.apply(form.name), *(names.apply(each.words) for each in form.fields)]
            for form in some
        ]
        widths = [20, *(34 for _ in labels)]
        pages.append(Page(form_name(kind, language), [first, *labels], widths, rows))
    return pages


def _cell(cell: AccountCell, language: str) -> str:
    lines = [say(f"summaries.accounts.{cell.state}", language)]
    if cell.by_hand:
        lines[0] = f"{lines[0]} ({_say('print.by_hand', language)})"
    if cell.excerpts:
        lines.append(_say("print.counts", language, excerpts=cell.excerpts, sources=cell.sources))
    return "\n".join((*lines, cell.note) if cell.note else lines)


def _say(key: str, language: str, **values: object) -> str:
    return say(f"summaries.{key}", language, **values)
