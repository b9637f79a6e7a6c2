"""The comparison of key persons with verification respondents, code by code, with both sides."""

from app.reduce.excerpts import count_excerpts, excerpts
from app.report.document import ReportDocument
from app.report.quoting import quote
from app.report.recipe import ReportRecipe
from app.study import Study
from app.verify.comparison import Comparison, Where, as_table, compare
from app.verify.rules.groups import Outcome
from app.verify.wording import decimal

FEW = 4
"""Quotations of one side, where the recipe sets no other limit; the appendix holds all."""

QUOTED = (Outcome.CONTRADICT, Outcome.SPLIT)


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the table of the codes that either group speaks on, and the quotations that clash."""
    found = compare(study)
    if not found.codes:
        return
    language = document.language
    left, right = found.left.words(language), _inside(found.right.words(language))
    document.heading(document.say("comparison.title", left=left, right=right), 1, new_page=True)
    if found.jaccard is None:
        document.text(document.say("comparison.text_none"))
        return
    jaccard = decimal(float(found.jaccard), language)
    document.text(
        document.say("comparison.text", shared=found.shared, spoken=found.spoken, jaccard=jaccard)
    )
    head, *rows = as_table(found, language)
    spoken = [
        row
        for row, code in zip(rows, found.codes, strict=True)
        if code.left.speaking or code.right.speaking
    ]
    document.table(
        document.say("comparison.caption", left=left, right=right),
        head,
        spoken,
        [5, 2.4, 2, 2.4, 2, 3],
        source=document.say("computed"),
    )
    _clashes(study, document, recipe, found)


def _clashes(
    study: Study, document: ReportDocument, recipe: ReportRecipe, found: Comparison
) -> None:
    language = document.language
    clashing = [
        code for code in found.codes if code.outcome in QUOTED and (code.left.own or code.right.own)
    ]
    if not clashing:
        return
    document.heading(document.say("comparison.quotations"), 2)
    sides: tuple[tuple[Where, str], ...] = (
        ("left", found.left.words(language)),
        ("right", found.right.words(language)),
    )
    for code in clashing:
        document.heading(code.claim.path, 3, key=f"code-{code.claim.id}")
        for where, name in sides:
            document.text("", bold_first=f"{name}:")
            only, limit = found.behind(code, where), recipe.quotations or FEW
            for row in excerpts(study, only, limit=limit, language=language):
                quote(document, row)
            more = count_excerpts(study, only) - limit
            if more > 0:
                document.text(document.say("findings.more", count=more))


def _inside(name: str) -> str:
    """Return the name of a group inside a sentence; codes like KS keep their letters."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
