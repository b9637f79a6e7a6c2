"""Findings: claims that answer a focus, with their status and rival explanation."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, delete, func, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.excerpts import drop_unused
from app.reduce.memo_links import CLAIMS, drop_links, write_links
from app.reduce.memo_marks import plain
from app.study import Study
from app.verify.claims import read_findings
from models.conclusions import FINDING_STATUSES, STANCES, Evidence, Finding
from models.design import ResearchQuestion
from models.reduction import Memo
from models.verification import Override

STATUSES = FINDING_STATUSES
NAMED = 60
"""So many characters of a claim name it in the history."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as a list shows it; the counts are those of its evidence by stance.

    `claim` is what is read; `marked` has the marks of what it names (app/reduce/memo_marks.py).
    `focus` and `focus_text` are the label and the words of its research question, empty without.
    """

    id: int
    number: int
    claim: str
    question_id: int | None
    focus: str
    focus_text: str
    status: str
    rival_explanation: str
    conclusion: str
    supports: int
    contradicts: int
    qualifies: int
    marked: str = ""
    confidence: str = ""
    confidence_note: str = ""

    @property
    def evidence(self) -> int:
        """How many pieces of evidence the finding has."""
        return self.supports + self.contradicts + self.qualifies


@dataclass(frozen=True, slots=True)
class Focus:
    """A research question that findings answer."""

    id: int
    label: str
    text: str


def foci(study: Study) -> list[Focus]:
    """Return the research questions in their order."""
    query = select(ResearchQuestion.id, ResearchQuestion.label, ResearchQuestion.text)
    with study.read() as connection:
        rows = connection.execute(query.order_by(ResearchQuestion.position, ResearchQuestion.id))
        return [Focus(*row) for row in rows]


def findings(study: Study) -> list[FindingRow]:
    """Return all findings by focus, those without one last, in their own order."""
    query = (
        select(
            Finding.id,
            Finding.claim,
            Finding.question_id,
            func.coalesce(ResearchQuestion.label, ""),
            func.coalesce(ResearchQuestion.text, ""),
            Finding.status,
            Finding.rival_explanation,
            Finding.conclusion,
            *(func.count(case((Evidence.stance == stance, 1))) for stance in STANCES),
            Finding.claim,
            Finding.confidence,
            Finding.confidence_note,
        )
        .outerjoin(ResearchQuestion, ResearchQuestion.id == Finding.question_id)
        .outerjoin(Evidence, Evidence.finding_id == Finding.id)
        .group_by(Finding.id)
    )
    with study.read() as connection:
        rows = {row[0]: tuple(row) for row in connection.execute(query)}
        order = read_findings(connection)
    return [FindingRow(claim.id, claim.number, claim.name, *rows[claim.id][2:]) for claim in order]


def finding(study: Study, finding_id: int) -> FindingRow:
    """Return one finding. Raises UserError where it is no longer there."""
    for row in findings(study):
        if row.id == finding_id:
            return row
    raise UserError("verify.error.no_such_finding")


def add_finding(study: Study, claim: str, question_id: int | None = None) -> int:
    """Add a finding at the end of its focus, tentative, and return its id.

    What the claim names by marks is kept as its links.

    Raises UserError where the claim is empty.
    """
    claim = _stated(claim)
    with study.change("verify.history.finding_added", claim=named(claim)) as session:
        last = session.scalar(select(func.max(Finding.position)))
        position = 0 if last is None else last + 1
        finding = Finding(claim=claim, question_id=question_id, position=position)
        session.add(finding)
        session.flush()
        write_links(session, finding.id, "", claim, CLAIMS)
        return finding.id


def change_finding(
    study: Study,
    finding_id: int,
    *,
    claim: str | None = None,
    status: str | None = None,
    rival_explanation: str | None = None,
    conclusion: str | None = None,
) -> None:
    """Change what is given of a finding; the links of a claim follow what it names by `@`.

    Raises UserError where the claim is empty, the status unknown or the finding gone.
    """
    if status is not None and status not in STATUSES:
        raise UserError("verify.error.unknown_status", status=status, statuses=", ".join(STATUSES))
    given = {
        "claim": None if claim is None else _stated(claim),
        "status": status,
        "rival_explanation": rival_explanation,
        "conclusion": conclusion,
    }
    _change(study, finding_id, {name: value for name, value in given.items() if value is not None})


def set_focus(study: Study, finding_id: int, question_id: int | None) -> None:
    """Let a finding answer another focus, or none. Raises UserError where it is gone."""
    _change(study, finding_id, {"question_id": question_id})


def order_findings(study: Study, finding_ids: Sequence[int]) -> None:
    """Put findings in this order; those that are not named follow as they were."""
    with study.change("verify.history.findings_ordered") as session:
        rows = {row.id: row for row in session.scalars(select(Finding))}
        known = [claim.id for claim in read_findings(session.connection())]
        order = [n for n in dict.fromkeys((*finding_ids, *known)) if n in rows]
        for position, number in enumerate(order):
            rows[number].position = position


def remove_finding(study: Study, finding_id: int) -> None:
    """Delete a finding with its evidence and its memos. Raises UserError where it is gone."""
    with study.change("verify.history.finding_removed", claim=name_of(study, finding_id)) as s:
        row = known_finding(s, finding_id)
        used = list(s.scalars(select(Evidence.excerpt_id).where(Evidence.finding_id == row.id)))
        s.execute(delete(Memo).where(Memo.on_entity == "finding", Memo.on_id == row.id))
        s.execute(delete(Override).where(Override.on_entity == "finding", Override.on_id == row.id))
        s.delete(row)
        s.flush()
        drop_links(s, "finding", [finding_id])
        drop_unused(s, used)


def known_finding(session: Session, finding_id: int) -> Finding:
    """Return the finding's row. Raises UserError where it is no longer there."""
    row = session.get(Finding, finding_id)
    if row is None:
        raise UserError("verify.error.no_such_finding")
    return row


def named(claim: str) -> str:
    """Return a claim short enough to name a step of the history."""
    claim = plain(claim)
    return claim if len(claim) <= NAMED else f"{claim[: NAMED - 1].rstrip()}…"


def _change(study: Study, finding_id: int, values: dict[str, object]) -> None:
    name = name_of(study, finding_id)
    with study.change("verify.history.finding_changed", claim=name) as session:
        row = known_finding(session, finding_id)
        before = row.claim
        for column, value in values.items():
            setattr(row, column, value)
        if row.claim != before:
            write_links(session, finding_id, before, row.claim, CLAIMS)


def name_of(study: Study, finding_id: int) -> str:
    """Return the claim of a finding short enough to name a step of the history."""
    with study.read() as connection:
        claim = connection.scalar(select(Finding.claim).where(Finding.id == finding_id))
    return named(claim or "")


def _stated(claim: str) -> str:
    claim = " ".join(claim.split())
    if not claim:
        raise UserError("verify.error.no_claim")
    return claim
