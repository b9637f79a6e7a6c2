"""Answers of a member check as evidence: a transcript of its own, each answer on its side.

Who agrees supports the claim, who corrects it qualifies it, who disagrees contradicts it.
"""

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.language.words import say
from app.reduce.excerpts import excerpt_at
from app.study import Study
from app.verify.finding_evidence import add_evidence
from models.collection import Participation, Source, SourceText, Turn
from models.design import Informant
from models.fulltext import index_text
from models.verification import MemberCheck

STANCE = {"agrees": "supports", "corrects": "qualifies", "disagrees": "contradicts"}
TAKEN = "member_checks"
"""The attribute of a source that names the answers in it, by guid."""
RESEARCHER = "P"


def answers_as_evidence(study: Study, informant_id: int) -> int:
    """Make what an informant answered evidence, in one step; return how many answers are new.

    Raises UserError where there is no answer that is not evidence yet.
    """
    with study.read() as connection:
        code = connection.scalar(select(Informant.code).where(Informant.id == informant_id)) or ""
        kept = connection.scalars(select(Source.attributes)).all()
        taken = {guid for each in kept for guid in each.get(TAKEN, "").split()}
        rows = connection.execute(
            select(
                MemberCheck.guid,
                MemberCheck.finding_id,
                MemberCheck.claim,
                MemberCheck.answer,
                MemberCheck.words,
                MemberCheck.answered_on,
            )
            .where(MemberCheck.informant_id == informant_id, MemberCheck.answer != "")
            .order_by(MemberCheck.id)
        ).all()
        references = set(connection.scalars(select(Source.reference)))
    new = [row for row in rows if str(row.guid) not in taken]
    if not new:
        raise UserError("members.error.no_answer", code=code)
    text, places = "", []
    for row in new:
        said = row.words or say(f"members.sheet.{row.answer}", study.language)
        asked, answered = f"{RESEARCHER}: {row.claim}\n", f"{code}: {said}\n"
        start = len(text) + len(asked)
        places.append((len(text), start, start + len(code) + 2, start + len(answered) - 1))
        text += asked + answered
    text = text.rstrip("\n")
    with study.change("members.history.as_evidence", code=code, count=len(new)) as session:
        source = Source(
            title=say("members.transcript", study.language, code=code),
            reference=_free(f"MC/{code}", references),
            method="interview",
            date=max((row.answered_on for row in new if row.answered_on), default=None),
            length=len(text),
            attributes={TAKEN: " ".join(str(row.guid) for row in new)},
        )
        session.add(source)
        session.flush()
        session.execute(insert(SourceText).values(source_id=source.id, text=text))
        session.add(Participation(source_id=source.id, informant_id=informant_id))
        _add_turns(session, source.id, informant_id, code, places)
        index_text(session.connection(), source.id, text)
        session.flush()
        for row, (_, _, words, end) in zip(new, places, strict=True):
            excerpt = excerpt_at(session, source.id, words, end)
            add_evidence(study, row.finding_id, [excerpt], STANCE[row.answer])
    return len(new)


def _free(reference: str, taken: set[str]) -> str:
    found, number = reference, 1
    while found in taken:
        number += 1
        found = f"{reference} ({number})"
    return found


def _add_turns(
    session: Session,
    source_id: int,
    informant_id: int,
    code: str,
    places: list[tuple[int, int, int, int]],
) -> None:
    for asked, answered, _, end in places:
        session.add(
            Turn(
                source_id=source_id,
                start=asked,
                end=answered - 1,
                speaker=RESEARCHER,
                is_researcher=True,
            )
        )
        session.add(
            Turn(
                source_id=source_id,
                start=answered,
                end=end,
                speaker=code,
                informant_id=informant_id,
                is_researcher=False,
            )
        )
