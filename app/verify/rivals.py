"""Rival explanations of a finding: each with a claim, an outcome and evidence of its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.excerpts import drop_unused
from app.study import Study
from app.verify.findings import known_finding, name_of
from app.verify.spoken import Spoken, spoken
from models.conclusions import STANCES
from models.reduction import Excerpt
from models.verification import RIVAL_OUTCOMES, Rival, RivalEvidence

OUTCOMES = RIVAL_OUTCOMES


@dataclass(frozen=True, slots=True)
class RivalPiece:
    """An excerpt that speaks to a rival explanation, with its stance."""

    id: int
    stance: str
    note: str
    words: Spoken


@dataclass(frozen=True, slots=True)
class RivalRow:
    """Another explanation of what a finding claims, with what speaks for and against it."""

    id: int
    finding_id: int
    claim: str
    outcome: str
    note: str
    evidence: tuple[RivalPiece, ...] = field(default=())


def rivals(study: Study, finding_id: int, *, language: str | None = None) -> list[RivalRow]:
    """Return the rival explanations of a finding in their order, each with its evidence."""
    query = (
        select(Rival.id, Rival.finding_id, Rival.claim, Rival.outcome, Rival.note)
        .where(Rival.finding_id == finding_id)
        .order_by(Rival.position, Rival.id)
    )
    with study.read() as connection:
        rows = connection.execute(query).all()
    pieces = _pieces(study, [row.id for row in rows], language or study.language)
    return [RivalRow(*row, evidence=tuple(pieces.get(row.id, ()))) for row in rows]


def add_rival(study: Study, finding_id: int, claim: str) -> int:
    """Add a rival explanation, open, and return its id.

    Raises UserError where the claim is empty or the finding gone.
    """
    claim = _stated(claim)
    named = name_of(study, finding_id)
    with study.change("findings.history.rival_added", claim=named, rival=claim) as session:
        known_finding(session, finding_id)
        last = session.scalar(
            select(func.max(Rival.position)).where(Rival.finding_id == finding_id)
        )
        row = Rival(finding_id=finding_id, claim=claim, position=0 if last is None else last + 1)
        session.add(row)
        session.flush()
        return row.id


def change_rival(
    study: Study,
    rival_id: int,
    *,
    claim: str | None = None,
    outcome: str | None = None,
    note: str | None = None,
) -> None:
    """Change the words of a rival explanation, or settle it: ruled out, or it stands.

    Raises UserError where it is gone, its claim empty or the outcome unknown.
    """
    if outcome is not None and outcome not in OUTCOMES:
        raise UserError("findings.error.unknown_outcome", outcome=outcome)
    stated = None if claim is None else _stated(claim)
    with study.change("findings.history.rival_changed", rival=_name(study, rival_id)) as session:
        row = _known(session, rival_id)
        row.claim = row.claim if stated is None else stated
        row.outcome = row.outcome if outcome is None else outcome
        row.note = row.note if note is None else note.strip()


def remove_rival(study: Study, rival_id: int) -> None:
    """Take a rival explanation away with its evidence. Raises UserError where it is gone."""
    with study.change("findings.history.rival_removed", rival=_name(study, rival_id)) as session:
        row = _known(session, rival_id)
        query = select(RivalEvidence.excerpt_id).where(RivalEvidence.rival_id == rival_id)
        used = list(session.scalars(query))
        session.delete(row)
        drop_unused(session, used)


def add_rival_evidence(
    study: Study, rival_id: int, excerpt_ids: Collection[int], stance: str = STANCES[0]
) -> list[int]:
    """Let excerpts speak to a rival explanation, and return the ids of the new evidence.

    What speaks to it already, and what is gone, is left out. Raises UserError where the rival is
    gone or the stance unknown.
    """
    _check(stance)
    with study.change("findings.history.rival_evidence", rival=_name(study, rival_id)) as session:
        _known(session, rival_id)
        there = set(session.scalars(select(Excerpt.id).where(Excerpt.id.in_(excerpt_ids))))
        told = select(RivalEvidence.excerpt_id).where(RivalEvidence.rival_id == rival_id)
        fresh = there.difference(session.scalars(told))
        new = [
            RivalEvidence(rival_id=rival_id, excerpt_id=one, stance=stance, coder_id=study.coder_id)
            for one in dict.fromkeys(excerpt_ids)
            if one in fresh
        ]
        session.add_all(new)
        session.flush()
        return [row.id for row in new]


def change_rival_evidence(
    study: Study, piece_id: int, *, stance: str | None = None, note: str | None = None
) -> None:
    """Change stance or note of a piece. Raises UserError where it is gone or the stance unknown."""
    if stance is not None:
        _check(stance)
    with study.change("findings.history.rival_evidence", rival="") as session:
        row = session.get(RivalEvidence, piece_id)
        if row is None:
            raise UserError("verify.error.no_such_evidence")
        row.stance = row.stance if stance is None else stance
        row.note = row.note if note is None else note.strip()


def remove_rival_evidence(study: Study, piece_ids: Sequence[int]) -> None:
    """Take evidence of rival explanations away; excerpts that nothing else needs go with it."""
    with study.change("findings.history.rival_evidence_removed") as session:
        query = select(RivalEvidence).where(RivalEvidence.id.in_(piece_ids))
        rows = session.scalars(query).all()
        used = [row.excerpt_id for row in rows]
        for row in rows:
            session.delete(row)
        drop_unused(session, used)


def _pieces(study: Study, rival_ids: Collection[int], language: str) -> dict[int, list[RivalPiece]]:
    query = select(
        *(RivalEvidence.rival_id, RivalEvidence.id, RivalEvidence.excerpt_id),
        *(RivalEvidence.stance, RivalEvidence.note),
    ).where(RivalEvidence.rival_id.in_(rival_ids))
    with study.read() as connection:
        rows = {row.id: row for row in connection.execute(query)}
    words = spoken(study, [row.excerpt_id for row in rows.values()], language=language)
    order = {excerpt: place for place, excerpt in enumerate(words)}
    found: dict[int, list[RivalPiece]] = {}
    for row in sorted(rows.values(), key=lambda each: (order[each.excerpt_id], each.id)):
        piece = RivalPiece(row.id, row.stance, row.note, words[row.excerpt_id])
        found.setdefault(row.rival_id, []).append(piece)
    return found


def _known(session: Session, rival_id: int) -> Rival:
    row = session.get(Rival, rival_id)
    if row is None:
        raise UserError("findings.error.no_such_rival")
    return row


def _name(study: Study, rival_id: int) -> str:
    with study.read() as connection:
        return connection.scalar(select(Rival.claim).where(Rival.id == rival_id)) or ""


def _stated(claim: str) -> str:
    claim = " ".join(claim.split())
    if not claim:
        raise UserError("findings.error.no_rival")
    return claim


def _check(stance: str) -> None:
    if stance not in STANCES:
        raise UserError("verify.error.unknown_stance", stance=stance, stances=", ".join(STANCES))
