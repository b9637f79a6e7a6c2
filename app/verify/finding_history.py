"""How a finding came to be what it is: each change of its status and its claim, from the history.

Steps that were undone are left out; what the researcher did stands, with who did it and when.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from app.reduce.memo_marks import plain
from app.study import Study
from models.conclusions import Finding
from models.history import DONE, Change, ChangeImage

FOLLOWED = ("status", "claim", "conclusion", "confidence")


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One column of a finding that went from one value to another; `step` is the history's."""

    step: int
    made_at: datetime
    coder: str
    column: str
    before: str
    after: str


def finding_changes(study: Study, finding_id: int) -> list[FindingChange]:
    """Return what changed in a finding, the oldest first; its first claim and status begin it."""
    query = (
        select(Change.id, Change.made_at, Change.coder, ChangeImage.before, ChangeImage.after)
        .join(Change, Change.id == ChangeImage.change_id)
        .where(ChangeImage.entity == Finding.__tablename__, ChangeImage.row == finding_id)
        .where(Change.state == DONE, ChangeImage.after.is_not(None))
        .order_by(ChangeImage.id)
    )
    with study.read() as connection:
        rows = connection.execute(query).all()
    return [
        FindingChange(row.id, row.made_at, row.coder, column, before, after)
        for row in rows
        for column, before, after in _differences(row.before, row.after)
    ]


def status_history(study: Study, finding_id: int) -> list[FindingChange]:
    """Return only the changes of the status: who, when, from what, to what."""
    return [each for each in finding_changes(study, finding_id) if each.column == "status"]


def _differences(before: str | None, after: str | None) -> list[tuple[str, str, str]]:
    old: dict[str, Any] = json.loads(before) if before else {}
    new: dict[str, Any] = json.loads(after) if after else {}
    return [
        (column, plain(old.get(column) or ""), plain(new.get(column) or ""))
        for column in FOLLOWED
        if (old.get(column) or "") != (new.get(column) or "")
    ]
