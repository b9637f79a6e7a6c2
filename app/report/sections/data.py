"""The data by focus: what was said on each code, counted and in the informants' own words."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from app.language.words import say
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from app.reduce.memos import MemoRow
from app.report.document import ReportDocument
from app.report.memos import chosen_memos, memos_on, write_memo
from app.report.quoting import quote
from app.report.recipe import ReportRecipe
from app.report.references import reference
from app.study import Study
from app.verify.claims import Claim, read_codes
from models.design import METHODS, ResearchQuestion

FEW = 3
"""Quotations of one code, where the recipe sets no other limit; the appendix holds all."""


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write a heading for each focus that codes serve; under it a table and quotations."""
    with study.read() as connection:
        codes = read_codes(connection)
        query = select(ResearchQuestion.__table__)
        questions = connection.execute(
            query.order_by(ResearchQuestion.position, ResearchQuestion.id)
        ).all()
    labels = {row.id: f"{row.label}. {row.text}" if row.text else row.label for row in questions}
    short = {row.id: row.label for row in questions}
    said: dict[int, list[ExcerptRow]] = defaultdict(list)
    for row in excerpts(study, ExcerptFilter(kept_only=True), language=document.language):
        said[row.code_id or 0].append(row)
    spoken = [claim for claim in codes.claims if said[claim.id]]
    if not spoken:
        return
    document.heading(document.say_chapter("data.title"), 1, new_page=True)
    document.text(document.say_chapter("data.text", count=sum(map(len, said.values()))))
    memos = chosen_memos(study, recipe)
    for focus in (*labels, None):
        under = [claim for claim in spoken if claim.question_id == focus]
        if under:
            words = labels[focus] if focus else document.say_chapter("data.no_focus")
            document.heading(words, 2, key=f"focus-{focus}")
            for memo in memos_on(memos, "research_question", [focus] if focus else []):
                write_memo(study, document, memo)
            _focus(
                study,
                document,
                recipe,
                short.get(focus, words),
                under,
                said,
                memos,
                f"data-{focus}",
            )


def _focus(
    study: Study,
    document: ReportDocument,
    recipe: ReportRecipe,
    label: str,
    claims: Sequence[Claim],
    said: dict[int, list[ExcerptRow]],
    memos: Sequence[MemoRow],
    name: str,
) -> None:
    document.text(document.say_chapter("data.table_text", table=reference(name)))
    heads = ("code", "excerpts", "informants", "sources")
    document.table(
        document.say_chapter("data.caption", focus=label),
        [*(document.say(head) for head in heads), document.say("method")],
        [_counts(claim, said[claim.id], document) for claim in claims],
        [6, 2, 2.2, 2, 3],
        numbers=[1, 2, 3],
        source=document.say("computed"),
        name=name,
    )
    for claim in claims:
        rows = said[claim.id]
        document.heading(claim.path, 3, key=f"code-{claim.id}")
        shown = varied(rows, recipe.quotations or FEW)
        for row in shown:
            quote(document, row)
        if len(shown) < len(rows):
            document.text(document.say("findings.more", count=len(rows) - len(shown)))
        for memo in memos_on(memos, "code", [claim.id]):
            write_memo(study, document, memo)


def _counts(claim: Claim, rows: Sequence[ExcerptRow], document: ReportDocument) -> list[str]:
    used = {row.method for row in rows}
    letters = [say(f"study.letters.{m}", document.language) for m in METHODS if m in used]
    return [
        claim.path,
        str(len({row.excerpt_id for row in rows})),
        str(len({row.informant_id for row in rows if row.informant_id is not None})),
        str(len({row.source_id for row in rows})),
        " ".join(letters),
    ]


def varied(rows: Sequence[ExcerptRow], limit: int) -> list[ExcerptRow]:
    """Return at most `limit` rows, from as many methods and voices as there are, in their order.

    The first of each method and direction comes first, then the first of each voice, then the rest.
    """
    chosen: dict[int, ExcerptRow] = {}
    seen: set[object] = set()
    for key in (
        lambda row: (row.method, row.direction),
        lambda row: (row.informant_id, row.source_id if row.informant_id is None else None),
        lambda row: row.excerpt_id,
    ):
        for row in rows:
            if len(chosen) < limit and row.excerpt_id not in chosen and key(row) not in seen:
                chosen[row.excerpt_id] = row
            if row.excerpt_id in chosen:
                seen.add(key(row))
    return sorted(chosen.values(), key=lambda row: (row.source_id, row.start, row.end))
