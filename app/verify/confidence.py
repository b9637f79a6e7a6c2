"""How sure the researcher is of a finding: their own word for it, never worked out."""

from dataclasses import dataclass

from sqlalchemy import select

from app.errors import UserError
from app.study import Study
from app.verify.findings import known_finding, name_of
from models.conclusions import CONFIDENCES, Finding

LEVELS = CONFIDENCES


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the researcher is (one of CONFIDENCES, empty where not stated), and why."""

    level: str = ""
    note: str = ""


def confidence_of(study: Study, finding_id: int) -> Confidence:
    """Return what was stated of a finding. Raises UserError where it is gone."""
    query = select(Finding.confidence, Finding.confidence_note).where(Finding.id == finding_id)
    with study.read() as connection:
        row = connection.execute(query).first()
    if row is None:
        raise UserError("verify.error.no_such_finding")
    return Confidence(*row)


def state_confidence(
    study: Study, finding_id: int, level: str | None = None, note: str | None = None
) -> None:
    """State how sure one is of a finding, or why; what is not given stays.

    Raises UserError for a level that is none of CONFIDENCES, and where the finding is gone.
    """
    if level is not None and level not in CONFIDENCES:
        raise UserError("findings.error.unknown_confidence", level=level)
    claim = name_of(study, finding_id)
    with study.change("findings.history.confidence_stated", claim=claim) as session:
        row = known_finding(session, finding_id)
        row.confidence = row.confidence if level is None else level
        row.confidence_note = row.confidence_note if note is None else note.strip()
