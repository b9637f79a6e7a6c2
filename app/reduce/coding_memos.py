"""What the researcher wrote on one coding, read when the coding is looked at."""

from sqlalchemy import select

from app.study import Study
from models.reduction import Coding


def memo_on_coding(study: Study, coding_id: int) -> str:
    """Return the memo on a coding; empty where there is none, or the coding is gone."""
    with study.read() as connection:
        return connection.scalar(select(Coding.memo).where(Coding.id == coding_id)) or ""
