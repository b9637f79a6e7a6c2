"""Member checks: claims laid before an informant, their answer, and what was done about it.

Feedback from informants is the thirteenth of the confirming tactics (Miles & Huberman 1994).
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, delete, func, select
from sqlalchemy.orm import Session

from app.collect.sources import UNCHANGED, Unchanged
from app.errors import UserError
from app.study import Study
from app.verify.findings import findings
from app.verify.spoken import Spoken, spoken
from models.conclusions import Evidence, Finding
from models.design import Coder, Informant
from models.verification import ANSWERS as _ANSWERS
from models.verification import MemberCheck

ANSWERS = _ANSWERS


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A claim as an informant was shown it. `changed` tells that it reads otherwise by now."""

    id: int
    informant_id: int
    informant: str
    finding_id: int
    claim: str
    changed: bool
    answer: str
    words: str
    done: str
    asked_on: date | None
    answered_on: date | None
    coder: str


@dataclass(frozen=True, slots=True)
class Member:
    """An informant, how many claims rest on their words, were laid before them, are answered."""

    id: int
    code: str
    post: str
    rests: int
    asked: int
    answered: int


def members(study: Study) -> list[Member]:
    """Return the informants by code, with what rests on their words, in three queries."""
    with study.read() as connection:
        people = connection.execute(
            select(Informant.id, Informant.code, Informant.post).order_by(Informant.code)
        ).all()
        pairs = connection.execute(select(Evidence.finding_id, Evidence.excerpt_id)).all()
        rows = connection.execute(
            select(
                MemberCheck.informant_id,
                func.count(),
                func.count(case((MemberCheck.answer != ANSWERS[0], 1))),
            ).group_by(MemberCheck.informant_id)
        ).all()
    said = spoken(study, {excerpt for _, excerpt in pairs})
    rests: dict[int, set[int]] = {}
    for finding, excerpt in pairs:
        who = said[excerpt].informant_id if excerpt in said else None
        if who is not None:
            rests.setdefault(who, set()).add(finding)
    checks = {row[0]: (row[1], row[2]) for row in rows}
    return [
        Member(*person, len(rests.get(person.id, ())), *checks.get(person.id, (0, 0)))
        for person in people
    ]


def member_checks(study: Study, informant_id: int | None = None) -> list[MemberRow]:
    """Return what was laid before informants, or before one, in the order of the findings."""
    query = (
        select(MemberCheck, Informant.code, Coder.name, Finding.id)
        .join(Informant, Informant.id == MemberCheck.informant_id)
        .join(Finding, Finding.id == MemberCheck.finding_id)
        .outerjoin(Coder, Coder.id == MemberCheck.coder_id)
        .with_only_columns(
            MemberCheck.id,
            MemberCheck.informant_id,
            Informant.code.label("informant"),
            MemberCheck.finding_id,
            MemberCheck.claim,
            MemberCheck.answer,
            MemberCheck.words,
            MemberCheck.done,
            MemberCheck.asked_on,
            MemberCheck.answered_on,
            Coder.name.label("coder"),
            maintain_column_froms=True,
        )
        .order_by(Informant.code, Finding.position, Finding.id)
    )
    if informant_id is not None:
        query = query.where(MemberCheck.informant_id == informant_id)
    with study.read() as connection:
        rows = connection.execute(query).all()
    now = {row.id: row.claim for row in findings(study)}
    return [
        MemberRow(
            **{**row._mapping, "coder": row.coder or ""},
            changed=now.get(row.finding_id) != row.claim,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What informants last answered to a finding, one answer each; "" is still awaited.

    `earlier` counts answers to the claim as it read before.
    """

    answers: Counter[str]
    earlier: int


def feedback_on(study: Study, finding_id: int) -> Feedback:
    """Count the last answer of each informant to a finding."""
    query = (
        select(MemberCheck.informant_id, MemberCheck.answer, MemberCheck.claim, Finding.claim)
        .join(Finding, Finding.id == MemberCheck.finding_id)
        .where(MemberCheck.finding_id == finding_id)
        .order_by(MemberCheck.id)
    )
    with study.read() as connection:
        last = {row[0]: row[1:] for row in connection.execute(query)}
    given = [(answer, shown != now) for answer, shown, now in last.values()]
    return Feedback(
        Counter(answer for answer, _ in given), sum(bool(answer) and old for answer, old in given)
    )


def quotations(study: Study, finding_id: int, informant_id: int) -> list[Spoken]:
    """Return an informant's own words among the evidence of a finding."""
    with study.read() as connection:
        ids = connection.scalars(
            select(Evidence.excerpt_id).where(Evidence.finding_id == finding_id)
        ).all()
    found = spoken(study, ids)
    return [found[one] for one in ids if one in found and found[one].informant_id == informant_id]


def claims_of(study: Study, informant_id: int) -> list[int]:
    """Return the findings that rest on an informant's words, in the order of the findings."""
    with study.read() as connection:
        pairs = connection.execute(select(Evidence.finding_id, Evidence.excerpt_id)).all()
    said = spoken(study, {excerpt for _, excerpt in pairs})
    theirs = {
        finding
        for finding, excerpt in pairs
        if excerpt in said and said[excerpt].informant_id == informant_id
    }
    return [row.id for row in findings(study) if row.id in theirs]


def lay_before(
    study: Study, informant_id: int, finding_ids: Collection[int], on: date | None = None
) -> int:
    """Note that claims, as they read now, are laid before an informant; return how many are new.

    A claim that was laid before them and is not answered yet is brought up to date. `on` is today
    where it is not said. Raises UserError where the informant or a finding is gone, and where
    there is no claim.
    """
    if not finding_ids:
        raise UserError("members.error.no_claim")
    now = {row.id: row.claim for row in findings(study)}
    with study.read() as connection:
        code = connection.scalar(select(Informant.code).where(Informant.id == informant_id))
    if code is None or any(number not in now for number in finding_ids):
        raise UserError("members.error.gone")
    with study.change("members.history.asked", code=code, count=len(finding_ids)) as session:
        return sum(_lay(session, study, informant_id, n, now[n], on) for n in finding_ids)


def _lay(
    session: Session, study: Study, informant_id: int, finding_id: int, claim: str, on: date | None
) -> bool:
    query = select(MemberCheck).where(
        MemberCheck.informant_id == informant_id, MemberCheck.finding_id == finding_id
    )
    row = session.scalars(query.order_by(MemberCheck.id.desc())).first()
    if row is not None and (row.answer == ANSWERS[0] or row.claim == claim):
        if row.answer == ANSWERS[0] and (row.claim != claim or on is not None):
            row.claim, row.asked_on = claim, on or date.today()
        return False
    session.add(
        MemberCheck(
            informant_id=informant_id,
            finding_id=finding_id,
            claim=claim,
            asked_on=on or date.today(),
            coder_id=study.coder_id,
        )
    )
    return True


def answer(
    study: Study,
    check_id: int,
    *,
    answer: str | None = None,
    words: str | None = None,
    done: str | None = None,
    asked_on: date | Unchanged | None = UNCHANGED,
    answered_on: date | Unchanged | None = UNCHANGED,
) -> None:
    """Keep what an informant answered, or what was done about it; what is not given stays.

    A first answer is of today where its date is not said; one taken back has none. Raises
    UserError for an answer that is none of ANSWERS, and where the check is gone.
    """
    if answer is not None and answer not in ANSWERS:
        raise UserError("members.error.unknown_answer", answer=answer)
    with study.change("members.history.answered", code=_who(study, check_id)) as session:
        row = session.get_one(MemberCheck, check_id)
        if answer is not None:
            row.answer = answer
            row.answered_on = (row.answered_on or date.today()) if answer else None
        row.words = row.words if words is None else words.strip()
        row.done = row.done if done is None else done.strip()
        if not isinstance(asked_on, Unchanged):
            row.asked_on = asked_on
        if not isinstance(answered_on, Unchanged):
            row.answered_on = answered_on


def take_back(study: Study, check_ids: Collection[int]) -> None:
    """Take claims off an informant's list. Raises UserError where one is gone."""
    who = _who(study, next(iter(check_ids), 0))
    with study.change("members.history.taken_back", code=who) as session:
        session.execute(delete(MemberCheck).where(MemberCheck.id.in_(check_ids)))


def _who(study: Study, check_id: int) -> str:
    query = (
        select(Informant.code)
        .join(MemberCheck, MemberCheck.informant_id == Informant.id)
        .where(MemberCheck.id == check_id)
    )
    with study.read() as connection:
        code = connection.scalar(query)
    if code is None:
        raise UserError("members.error.gone")
    return str(code)
