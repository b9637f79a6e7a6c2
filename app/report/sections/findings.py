"""The findings by focus: claim, verdict with reasons, quotations on each side, conclusion."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from app.language.words import say
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from app.reduce.memo_marks import plain
from app.report.document import ReportDocument
from app.report.own_words import write_own
from app.report.quoting import quote
from app.report.recipe import ReportRecipe
from app.study import Study
from app.verify.triangulation import Triangulated, triangulate
from models.conclusions import STANCES, Finding
from models.design import ResearchQuestion


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write a heading for each focus and under it its findings."""
    triangulation = triangulate(study)
    if not triangulation.findings:
        return
    with study.read() as connection:
        labels = {
            row.id: f"{row.label}. {row.text}" if row.text else row.label
            for row in connection.execute(select(ResearchQuestion.__table__))
        }
        rows = {row.id: row for row in connection.execute(select(Finding.__table__))}
    document.heading(document.say("findings.title"), 1, new_page=True)
    document.text(say("verify.explain.ours", document.language))
    focus: object = object()
    for number, found in enumerate(triangulation.findings, 1):
        if found.claim.question_id != focus:
            focus = found.claim.question_id
            words = labels.get(focus) if isinstance(focus, int) else None
            words = words or document.say("findings.no_focus")
            document.heading(words, 2, key=f"focus-{focus}")
        row = rows[found.claim.id]
        document.heading(f"{number}. {plain(row.claim)}", 3, key=f"finding-{row.id}")
        _verdicts(document, found, row.status)
        _quotations(study, document, recipe, found)
        write_own(study, document, row.rival_explanation, document.say("findings.rival"))
        write_own(study, document, row.conclusion, document.say("findings.conclusion"))


def _verdicts(document: ReportDocument, found: Triangulated, status: str) -> None:
    language = document.language
    document.text(
        document.say(
            "findings.verdict",
            verdict=found.verdict_words(language),
            status=document.say(f"status.{status}"),
        )
    )
    if found.override is not None:
        document.text(found.override_words(language))
    explanation = found.explanation(language)
    for part in explanation.parts:
        document.text(part.text, bold_first=part.heading)


def _quotations(
    study: Study, document: ReportDocument, recipe: ReportRecipe, found: Triangulated
) -> None:
    language = document.language
    evidence = excerpts(study, ExcerptFilter(finding=found.claim.id), language=language)
    by_stance: dict[str, list[ExcerptRow]] = defaultdict(list)
    for row in evidence:
        by_stance[row.stance].append(row)
    for stance in STANCES:
        _one_side(document, stance, by_stance[stance], recipe.quotations)


def _one_side(
    document: ReportDocument, stance: str, rows: Sequence[ExcerptRow], limit: int
) -> None:
    shown = rows[:limit] if limit else rows
    if shown:
        document.text(document.say(f"findings.{stance}", count=len(rows)))
    for row in shown:
        quote(document, row)
        if row.note.strip():
            document.text(row.note, bold_first=document.say("findings.note"))
    if len(shown) < len(rows):
        document.text(document.say("findings.more", count=len(rows) - len(shown)))
