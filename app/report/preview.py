"""What one section of the report will look like, before anything is written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.report.blocks import Block, Contents, Table, Title, Transcript
from app.report.building import Cancelled, Stopped, build_report
from app.report.document import ReportDocument
from app.report.html import HtmlPages
from app.report.recipe import ReportRecipe
from app.study import Study

BLOCKS, ROWS, LINES = 160, 40, 60
"""How much a preview shows: blocks in all, rows of one table, lines of one transcript."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The HTML of a section, for Qt's own documents; `whole` is False where it is cut short."""

    html: str
    whole: bool


def preview(
    study: Study, recipe: ReportRecipe, section: str, cancelled: Cancelled | None = None
) -> Preview | None:
    """Return one section of a report as it would stand there; None where it was cancelled.

    Empty HTML: the study has nothing for it. Raises UserError where the recipe is not fit.
    """
    try:
        document = build_report(study, replace(recipe, sections=(section,)), cancelled=cancelled)
    except Stopped:
        return None
    blocks = [block for block in document.blocks if not isinstance(block, Title | Contents)]
    shown = [_beginning(block) for block in blocks[:BLOCKS]]
    whole = len(blocks) <= BLOCKS and all(a is b for a, b in zip(shown, blocks, strict=False))
    return Preview("".join(_pieces(document, shown)), whole)


def _pieces(document: ReportDocument, blocks: list[Block]) -> Iterator[str]:
    pages = HtmlPages(document, plain=True)
    for block in blocks:
        yield pages.block(block)
    yield pages.lists_end()


def _beginning(block: Block) -> Block:
    if isinstance(block, Table) and len(block.rows) > ROWS:
        return replace(block, rows=block.rows[:ROWS], places=block.places[:ROWS])
    if isinstance(block, Transcript) and len(block.lines) > LINES:
        return replace(block, lines=block.lines[:LINES], places=block.places[:LINES])
    return block
