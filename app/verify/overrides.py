"""Verdicts that the researcher puts in place of the computed ones, each with its reason.

The computed verdict is never lost: an override stands beside it wherever it is shown or written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from app.errors import UserError
from app.study import Study
from app.verify.claims import ClaimKind
from app.verify.findings import named
from app.verify.rules.overall import Overall
from models.conclusions import Finding
from models.design import Coder
from models.reduction import Code
from models.verification import Override


@dataclass(frozen=True, slots=True)
class Overridden:
    """The verdict that the researcher gave a claim, why, who it was and when (UTC)."""

    verdict: Overall
    reason: str
    coder: str
    made_at: datetime

    def as_json(self) -> dict[str, Any]:
        """Return it for `main.py triangulate --json`."""
        return {
            "verdict": str(self.verdict),
            "reason": self.reason,
            "coder": self.coder,
            "made_at": self.made_at.isoformat(),
        }


Overrides = Mapping[tuple[str, int], Overridden]
"""By claim: its kind (code or finding) and its id."""


def read_overrides(connection: Connection) -> Overrides:
    """Read every override of the study, in one query."""
    query = select(
        Override.on_entity,
        Override.on_id,
        Override.verdict,
        Override.reason,
        func.coalesce(Coder.name, ""),
        Override.made_at,
    ).outerjoin(Coder, Coder.id == Override.coder_id)
    return {
        (row[0], row[1]): Overridden(Overall(row[2]), row[3], row[4], row[5])
        for row in connection.execute(query)
    }


def override(study: Study, kind: ClaimKind, claim_id: int, verdict: str, reason: str) -> None:
    """Put `verdict` in place of the computed one on a code or a finding.

    An override that stands already gives way to this one; the history keeps both. Raises UserError
    without a reason, for a verdict that is none of R6, and where the claim is gone.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise UserError("findings.error.no_reason")
    if verdict not in set(Overall):
        raise UserError(
            "findings.error.unknown_verdict", verdict=verdict, verdicts=", ".join(Overall)
        )
    name = _name(study, kind, claim_id)
    with study.change("findings.history.overridden", claim=name, reason=reason) as session:
        row = session.scalars(_of(kind, claim_id)).first()
        if row is None:
            row = Override(on_entity=kind, on_id=claim_id)
            session.add(row)
        row.verdict, row.reason, row.coder_id = verdict, reason, study.coder_id


def clear_override(study: Study, kind: ClaimKind, claim_id: int) -> None:
    """Let the computed verdict stand again; nothing happens where it does."""
    name = _name(study, kind, claim_id)
    with study.change("findings.history.override_cleared", claim=name) as session:
        for row in session.scalars(_of(kind, claim_id)):
            session.delete(row)


def _of(kind: str, claim_id: int) -> Any:
    return select(Override).where(Override.on_entity == kind, Override.on_id == claim_id)


def _name(study: Study, kind: str, claim_id: int) -> str:
    query = (
        select(Code.name).where(Code.id == claim_id)
        if kind == "code"
        else select(Finding.claim).where(Finding.id == claim_id)
    )
    with study.read() as connection:
        name = connection.scalar(query)
    if name is None:
        raise UserError("findings.error.no_such_claim")
    return named(name)
