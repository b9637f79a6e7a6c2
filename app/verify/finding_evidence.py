"""The evidence of findings: excerpts with a stance and a note, added, changed and taken away."""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, drop_unused, excerpt_at, excerpts
from app.study import Study
from app.verify.findings import known_finding, named
from app.verify.rules.votes import CONTRADICTS, DIRECTION_BITS, SUPPORTS
from models.conclusions import STANCES, Evidence, Finding
from models.reduction import DIRECTIONS, Coding, Excerpt

STANCE_OF = dict(zip(DIRECTIONS, STANCES, strict=True))


def evidence(study: Study, finding_id: int, *, language: str | None = None) -> list[ExcerptRow]:
    """Return the evidence of a finding by source and place, each with its stance and note.

    `language` is that of the citations, the study's own by default.
    """
    return excerpts(study, ExcerptFilter(finding=finding_id), language=language)


def add_evidence(
    study: Study,
    finding_id: int,
    excerpt_ids: Collection[int],
    stance: str = "",
    note: str = "",
) -> list[int]:
    """Let excerpts speak to a finding, and return the ids of the new evidence.

    Without a stance each has that of its codings: one that only denies contradicts, one that is
    coded both ways qualifies; what is not coded supports. The researcher can change it.

    An excerpt that speaks to the finding already stays as it is; one that is gone is left out.
    Raises UserError where the finding is gone or the stance unknown.
    """
    if stance:
        _check(stance)
    with study.change("verify.history.evidence_added", claim=_claim(study, finding_id)) as session:
        known_finding(session, finding_id)
        suggested = {} if stance else _suggested(session, excerpt_ids)
        there = session.scalars(select(Excerpt.id).where(Excerpt.id.in_(excerpt_ids)))
        told = session.scalars(select(Evidence.excerpt_id).where(Evidence.finding_id == finding_id))
        fresh = set(there).difference(told)
        new = [
            Evidence(
                finding_id=finding_id,
                excerpt_id=excerpt,
                stance=stance or suggested.get(excerpt, STANCES[0]),
                note=note,
                coder_id=study.coder_id,
            )
            for excerpt in dict.fromkeys(excerpt_ids)
            if excerpt in fresh
        ]
        session.add_all(new)
        session.flush()
        return [piece.id for piece in new]


def add_span(
    study: Study,
    finding_id: int,
    source_id: int,
    span: tuple[int, int],
    stance: str = "",
    note: str = "",
) -> list[int]:
    """Let the words of a source in [start, end) speak to a finding, coded or not.

    Raises UserError as `add_evidence` does, and where the span is empty or outside the text.
    """
    with study.change("verify.history.evidence_added", claim=_claim(study, finding_id)) as session:
        excerpt = excerpt_at(session, source_id, *span)
        return add_evidence(study, finding_id, [excerpt], stance, note)


def _suggested(session: Session, excerpt_ids: Collection[int]) -> dict[int, str]:
    """Return the stance that the codings of each excerpt suggest."""
    found: dict[int, set[str]] = {}
    query = select(Coding.excerpt_id, Coding.direction).where(Coding.excerpt_id.in_(excerpt_ids))
    for row in session.execute(query):
        found.setdefault(row.excerpt_id, set()).add(row.direction)
    return {
        excerpt: STANCE_OF[next(iter(ways))] if len(ways) == 1 else STANCES[2]
        for excerpt, ways in found.items()
    }


def add_codings(study: Study, finding_id: int, code_ids: Collection[int]) -> list[int]:
    """Let all that is coded with these codes speak to a finding, and return the new evidence.

    The direction of a coding is its stance; where codings of one excerpt differ, or are mixed, it
    qualifies. Excerpts that were set aside are left out. Raises UserError where the finding is
    gone.
    """
    query = (
        select(Coding.excerpt_id, Coding.direction)
        .join(Excerpt)
        .where(Coding.code_id.in_(code_ids), ~Excerpt.set_aside)
        .order_by(Coding.excerpt_id)
    )
    with study.change("verify.history.evidence_added", claim=_claim(study, finding_id)) as session:
        bits: dict[int, int] = {}
        for excerpt, direction in session.execute(query):
            bits[excerpt] = bits.get(excerpt, 0) | DIRECTION_BITS[direction]
        found: list[int] = []
        for stance in STANCES:
            chosen = [excerpt for excerpt, said in bits.items() if _stance(said) == stance]
            found.extend(add_evidence(study, finding_id, chosen, stance))
        return found


def change_evidence(
    study: Study, evidence_id: int, *, stance: str | None = None, note: str | None = None
) -> None:
    """Change stance or note of a piece of evidence.

    Raises UserError where it is gone or the stance unknown.
    """
    if stance is not None:
        _check(stance)
    with study.change("verify.history.evidence_changed", claim=_claim_of(study, evidence_id)) as s:
        row = s.get(Evidence, evidence_id)
        if row is None:
            raise UserError("verify.error.no_such_evidence")
        row.stance = row.stance if stance is None else stance
        row.note = row.note if note is None else note


def put_on_side(study: Study, finding_id: int, excerpt_ids: Collection[int], stance: str) -> None:
    """Give evidence this stance, and let excerpts that are no evidence yet speak so: one step.

    Raises UserError where the finding is gone or the stance unknown.
    """
    _check(stance)
    with study.change("verify.history.evidence_changed", claim=_claim(study, finding_id)) as one:
        known_finding(one, finding_id)
        rows = one.scalars(
            select(Evidence).where(
                Evidence.finding_id == finding_id, Evidence.excerpt_id.in_(excerpt_ids)
            )
        ).all()
        for row in rows:
            row.stance = stance
        one.flush()
        add_evidence(study, finding_id, excerpt_ids, stance)


def remove_evidence(study: Study, evidence_ids: Sequence[int]) -> None:
    """Take evidence away; excerpts that nothing else points to go with it."""
    if not evidence_ids:
        return
    name = _claim_of(study, evidence_ids[0])
    with study.change("verify.history.evidence_removed", claim=name) as session:
        chosen = Evidence.id.in_(evidence_ids)
        used = list(session.scalars(select(Evidence.excerpt_id).where(chosen)))
        session.execute(delete(Evidence).where(chosen))
        drop_unused(session, used)


def _stance(bits: int) -> str:
    return {SUPPORTS: "supports", CONTRADICTS: "contradicts"}.get(bits, "qualifies")


def _check(stance: str) -> None:
    if stance not in STANCES:
        raise UserError("verify.error.unknown_stance", stance=stance, stances=", ".join(STANCES))


def _claim(study: Study, finding_id: int) -> str:
    with study.read() as connection:
        claim = connection.scalar(select(Finding.claim).where(Finding.id == finding_id))
    return named(claim or "")


def _claim_of(study: Study, evidence_id: int) -> str:
    query = select(Finding.claim).join(Evidence).where(Evidence.id == evidence_id)
    with study.read() as connection:
        return named(connection.scalar(query) or "")
