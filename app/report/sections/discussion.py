"""The discussion: how each finding stands, its rivals, and what the researcher made of it."""

from collections import defaultdict
from typing import Any

from sqlalchemy import select

from app.language.words import say
from app.reduce.memo_marks import plain
from app.report.document import ReportDocument
from app.report.memos import chosen_memos, memos_on, speaks_of_implications, write_memo
from app.report.own_words import write_own
from app.report.quoting import quoted
from app.report.recipe import ReportRecipe
from app.study import Study
from app.verify.triangulation import Triangulated, triangulate
from models.conclusions import STANCES, Finding
from models.design import ResearchQuestion
from models.verification import Rival, RivalEvidence

ELSEWHERE = ("finding", "code", "research_question")
"""A memo on one of these stands with it; others stand at the end of the discussion."""


def write(study: Study, document: ReportDocument, recipe: ReportRecipe) -> None:
    """Write a heading for each focus with findings, then the memos that stand on nothing."""
    findings = triangulate(study).findings
    memos = chosen_memos(study, recipe)
    general = [m for m in memos if m.on_entity not in ELSEWHERE and not speaks_of_implications(m)]
    if not findings and not general:
        return
    with study.read() as connection:
        labels = {
            row.id: f"{row.label}. {row.text}" if row.text else row.label
            for row in connection.execute(select(ResearchQuestion.__table__))
        }
        own = {row.id: row for row in connection.execute(select(Finding.__table__))}
        rivals = defaultdict(list)
        for rival in connection.execute(select(Rival.__table__).order_by(Rival.position, Rival.id)):
            rivals[rival.finding_id].append(rival)
    document.heading(document.say_chapter("discussion.title"), 1, new_page=True)
    focus: object = object()
    for number, found in enumerate(findings, 1):
        if found.claim.question_id != focus:
            focus = found.claim.question_id
            words = labels.get(focus) if isinstance(focus, int) else None
            words = words or document.say("findings.no_focus")
            document.heading(words, 2, key=f"focus-{focus}")
        _stands(document, found, number)
        write_own(study, document, own[found.claim.id].conclusion)
        for rival in rivals[found.claim.id]:
            _rival(study, document, rival)
        for memo in memos_on(memos, "finding", [found.claim.id]):
            write_memo(study, document, memo)
    if general:
        document.heading(document.say_chapter("discussion.general"), 2, key="general")
    for memo in general:
        write_memo(study, document, memo)


def _stands(document: ReportDocument, found: Triangulated, number: int) -> None:
    """Write in one paragraph what was claimed and how it stands."""
    language = document.language
    document.text(
        document.say_chapter(
            "discussion.stands",
            claim=plain(found.claim.name).strip().rstrip("."),
            overall=found.verdict_words(language).lower(),
            method=say(f"verify.dimension.{found.judgement.method.verdict}", language),
            source=say(f"verify.dimension.{found.judgement.source.verdict}", language),
            role=say(f"verify.role.{found.judgement.role.verdict}", language),
        ),
        bold_first=f"{number}.",
    )


def _rival(study: Study, document: ReportDocument, rival: Any) -> None:
    outcome = document.say_chapter(f"discussion.rival_{rival.outcome}")
    lead = document.say_chapter("discussion.rival", outcome=outcome)
    write_own(study, document, plain(rival.claim), lead)
    write_own(study, document, rival.note)
    with study.read() as connection:
        rows = connection.execute(
            select(RivalEvidence.excerpt_id, RivalEvidence.stance)
            .where(RivalEvidence.rival_id == rival.id)
            .order_by(RivalEvidence.id)
        ).all()
    found = quoted(study, [row.excerpt_id for row in rows], document)
    for stance in STANCES:
        ids = [row.excerpt_id for row in rows if row.stance == stance and row.excerpt_id in found]
        if ids:
            document.text(document.say(f"findings.{stance}", count=len(ids)))
        for each in (found[key] for key in ids):
            document.quotation(each.words, each.citation, to=each.place)
