"""The conclusions: for each focus what was found, and how well it stands."""

from sqlalchemy import select

from app.language.words import say
from app.reduce.memo_marks import plain
from app.report.document import ReportDocument
from app.report.memos import implications
from app.report.own_words import write_own
from app.report.recipe import ReportRecipe
from app.study import Study
from app.verify.triangulation import triangulate
from models.conclusions import Finding
from models.design import ResearchQuestion


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write the table of conclusions and the conclusions that the researcher wrote."""
    findings = triangulate(study).findings
    if not findings:
        return
    with study.read() as connection:
        labels = {
            row.id: row.label
            for row in connection.execute(select(ResearchQuestion.id, ResearchQuestion.label))
        }
        rows = {row.id: row for row in connection.execute(select(Finding.__table__))}
    language = document.language
    document.heading(document.say("conclusions.title"), 1, new_page=True)
    counts: dict[str, int] = {}
    for found in findings:
        counts[found.stands] = counts.get(found.stands, 0) + 1
    spoken = "; ".join(
        f"{say(f'verify.overall.{verdict}', language)}: {count}"
        for verdict, count in counts.items()
    )
    document.text(document.say("conclusions.text", count=len(findings), verdicts=spoken))
    document.table(
        document.say("conclusions.caption"),
        [
            document.say("number"),
            document.say("focus"),
            document.say("triangulation.finding"),
            document.say("conclusions.status"),
            document.say("triangulation.overall"),
        ],
        [
            [
                str(number),
                labels.get(found.claim.question_id or 0, ""),
                plain(found.claim.name),
                document.say(f"status.{found.claim.status}"),
                found.verdict_words(language),
            ]
            for number, found in enumerate(findings, 1)
        ],
        [1, 1.6, 8, 2.6, 3],
        source=document.say("computed"),
    )
    for number, found in enumerate(findings, 1):
        write_own(study, document, rows[found.claim.id].conclusion, f"{number}.")
    implications(study, document, recipe)
