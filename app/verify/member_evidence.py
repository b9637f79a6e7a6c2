"""Answers of a member check as evidence: they become a source of their own, and speak to the claim.

Whoever agrees supports the claim, a correction qualifies it, whoever disagrees contradicts it. The
researcher asks for it: what informants say of a conclusion is not what they said in the field, so
that no verdict turns by itself when an answer comes in. In triangulation an informant stays one
unit with one vote (R1): whoever agrees twice counts once, whoever takes it back is split.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.collect.importing import references_in
from app.collect.references import References
from app.errors import UserError
from app.language.words import say
from app.study import Study
from app.verify.finding_evidence import add_span
from app.verify.members import MemberRow, member_checks, quotations
from models.collection import Participation, Source, SourceText, Turn
from models.design import METHODS, Informant
from models.fulltext import index_text

STANCE_OF = {"agrees": "supports", "corrects": "qualifies", "disagrees": "contradicts"}
METHOD = METHODS[0]
"""An informant who is asked again is interviewed again."""


@dataclass(frozen=True, slots=True)
class _Line:
    """Where [start, end) of the text an answer stands, without the name before it."""

    row: MemberRow
    start: int
    end: int


def waiting_answers(study: Study, informant_id: int) -> list[MemberRow]:
    """Return the answers that can still become evidence.

    Those to a claim that reads otherwise by now are left out: they speak of another one.
    """
    rows = [row for row in member_checks(study, informant_id) if row.answer and not row.changed]
    return [row for row in rows if not _is_taken(study, row)]


def take_as_evidence(study: Study, informant_id: int, only: Collection[int] | None = None) -> int:
    """Make the waiting answers of an informant evidence, in one step; return how many.

    `only` those member checks, where it is given. They become one interview, claim and answer in
    turn, dated by the last answer. Raises UserError where there is none.
    """
    waiting = waiting_answers(study, informant_id)
    rows = [row for row in waiting if only is None or row.id in only]
    if not rows:
        raise UserError("members.error.nothing_waits")
    code = rows[0].informant
    with study.change("members.history.taken", code=code, count=len(rows)) as session:
        text, lines, turns = _written(rows, study.language)
        source_id = _add_source(study, session, informant_id, rows, text)
        for start, end, speaker, theirs in turns:
            values = {"source_id": source_id, "start": start, "end": end, "speaker": speaker}
            who = {"informant_id": informant_id if theirs else None, "is_researcher": not theirs}
            session.execute(insert(Turn).values(**values, **who))
        note = say("members.evidence.note", study.language)
        for line in lines:
            stance = STANCE_OF[line.row.answer]
            add_span(
                study, line.row.finding_id, source_id, (line.start, line.end), stance, note=note
            )
    return len(rows)


def reply(row: MemberRow, language: str) -> str:
    """Return an answer as one line: the box that was ticked, then their own words."""
    ticked = say(f"members.evidence.{row.answer}", language)
    return " ".join(f"{ticked} {row.words}".split())


def _is_taken(study: Study, row: MemberRow) -> bool:
    """Tell whether these very words speak to the finding already, in either language."""
    said = {words.quote for words in quotations(study, row.finding_id, row.informant_id)}
    return bool(said & {reply(row, language) for language in ("en", "id")})


def _written(
    rows: Sequence[MemberRow], language: str
) -> tuple[str, list[_Line], list[tuple[int, int, str, bool]]]:
    """Return the text of the interview, its answers, and its turns: span, speaker, whose."""
    researcher = say("members.evidence.researcher", language)
    text, lines, turns = "", [], []
    for row in rows:
        for speaker, words in ((researcher, row.claim), (row.informant, reply(row, language))):
            start = len(text)
            text += f"{speaker}: {words}"
            theirs = speaker == row.informant
            turns.append((start, len(text), speaker, theirs))
            if theirs:
                lines.append(_Line(row, len(text) - len(words), len(text)))
            text += "\n"
    return text.rstrip("\n"), lines, turns


def _add_source(
    study: Study, session: Session, informant_id: int, rows: Sequence[MemberRow], text: str
) -> int:
    code, language = rows[0].informant, study.language
    days: list[date] = [row.answered_on for row in rows if row.answered_on is not None]
    source = Source(
        title=say("members.evidence.title", language, code=code),
        reference=References(references_in(study), language).next(METHOD, (code,)),
        method=METHOD,
        date=max(days, default=None),
        site_id=session.get_one(Informant, informant_id).site_id,
        length=len(text),
    )
    session.add(source)
    session.flush()
    session.execute(insert(SourceText).values(source_id=source.id, text=text))
    role, category = _capacity(session, informant_id)
    values = {"source_id": source.id, "informant_id": informant_id}
    session.execute(insert(Participation).values(**values, role_id=role, category_id=category))
    index_text(session.connection(), source.id, text)
    return source.id


def _capacity(session: Session, informant_id: int) -> tuple[int | None, int | None]:
    """Return the role and category in which they always speak; none where these differ."""
    query = select(Participation.role_id, Participation.category_id)
    rows = session.execute(query.where(Participation.informant_id == informant_id).distinct()).all()
    return (rows[0].role_id, rows[0].category_id) if len(rows) == 1 else (None, None)
