"""The appendix of member checks: each claim as it was shown, the answer, and what was done."""

from app.language.words import say
from app.report.document import ReportDocument
from app.report.recipe import ReportRecipe
from app.study import Study
from app.verify.members import member_checks

HEADS = ("informant", "claim", "answer", "words", "done", "date")


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write what was laid before informants; nothing where nothing was."""
    language = document.language
    rows = member_checks(study)
    if not rows:
        return
    document.heading(say("members.sheet.appendix", language), 1, new_page=True)
    document.table(
        say("members.sheet.caption", language),
        [say(f"members.sheet.head_{head}", language) for head in HEADS],
        [
            [
                row.informant,
                row.claim,
                say(f"members.answer.{row.answer or 'none'}", language),
                row.words,
                row.done,
                f"{row.answered_on:%d/%m/%Y}" if row.answered_on else "",
            ]
            for row in rows
        ],
        [2, 6, 3, 5, 4, 2.4],
        source=document.say("own_data"),
    )
