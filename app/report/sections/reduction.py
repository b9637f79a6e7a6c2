"""Appendix: the reduction table, every coded excerpt with its code, focus, source and summary."""

from sqlalchemy import select

from app.reduce.excerpts import ExcerptFilter, excerpts
from app.report.blocks import Cell, Link
from app.report.document import ReportDocument
from app.report.places import place_of
from app.report.recipe import ReportRecipe
from app.study import Study
from app.verify.claims import read_codes
from app.verify.wording import word
from models.design import ResearchQuestion


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write all codings in the order of the code tree, then of the sources."""
    with study.read() as connection:
        codes = {claim.id: (n, claim) for n, claim in enumerate(read_codes(connection).claims)}
        labels = {
            row.id: row.label
            for row in connection.execute(select(ResearchQuestion.id, ResearchQuestion.label))
        }
    found = excerpts(study, ExcerptFilter(), language=document.language)
    if not found:
        return
    found.sort(key=lambda row: codes[row.code_id or 0][0])
    document.heading(document.say("reduction.title"), 1, new_page=True, wide=True)
    document.text(document.say("reduction.text", count=len(found)))
    rows: list[list[Cell]] = []
    for number, row in enumerate(found, 1):
        claim = codes[row.code_id or 0][1]
        summary = "\n".join(part for part in (row.summary, row.memo) if part)
        rows.append(
            [
                str(number),
                labels.get(claim.question_id or 0, ""),
                claim.path,
                f"“{row.quote}”",
                Link(row.citation, place_of(row.source_id, row.line)),
                word("stance", row.direction, document.language),
                summary,
            ]
        )
    heads = (
        "number",
        "focus",
        "code",
        "reduction.quotation",
        "source",
        "reduction.direction",
        "reduction.summary",
    )
    document.table(
        document.say("reduction.caption"),
        [document.say(head) for head in heads],
        rows,
        [1.1, 1.3, 4, 9, 3.4, 2, 3.6],
        source=document.say("own_data"),
        wide=True,
    )
