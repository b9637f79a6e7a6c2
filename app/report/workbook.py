"""Every table of a report as a workbook: a sheet that lists them, then a sheet each."""

from pathlib import Path

from app.report.blocks import Heading, Link, Quotation, Table
from app.report.document import ReportDocument
from app.report.numbers import captions
from app.report.plain_workbook import Page, write_workbook

WIDEST = 60


def write_tables(document: ReportDocument, path: Path) -> None:
    """Write the tables of a report to .xlsx, with the quotations of its text as the last sheet."""
    found = captions(document.blocks, document.language)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    index = [[found[table.name].words, table.caption, str(len(table.rows))] for table in tables]
    heads = [document.say("table"), document.say_chapter("title"), document.say("history.rows")]
    pages = [Page(document.say("list_of_tables"), heads, [12, 70, 10], index)]
    pages += [_page(table, found[table.name].words) for table in tables]
    quotations = list(_quotations(document))
    if quotations:
        words = [document.say_chapter(f"quotations.{head}") for head in ("under", "words", "cited")]
        title = document.say_chapter("quotations.title")
        pages.append(Page(title, words, [40, 80, 26], quotations))
    write_workbook(pages, path)


def _page(table: Table, title: str) -> Page:
    rows = [[c.words if isinstance(c, Link) else c for c in row] for row in table.rows]
    widths = [min(WIDEST, max(8, 6 * share)) for share in table.shares]
    note = f"{table.caption}\n{table.source}".strip()
    return Page(title, table.heads, widths, rows, note)


def _quotations(document: ReportDocument) -> list[list[str]]:
    under, rows = "", []
    for block in document.blocks:
        if isinstance(block, Heading):
            under = block.words
        elif isinstance(block, Quotation):
            rows.append([under, block.words, block.citation])
    return rows
