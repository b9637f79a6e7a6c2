"""The code book by day: how many codes there were, and what became of them that day."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from app.reduce.codes import ENTRY
from app.study import Study
from app.verify.audit.trail import local
from models.history import DONE, Change, ChangeImage


@dataclass(slots=True)
class CodebookDay:
    """The code book at the end of a day: its codes, and those that changed, by name.

    A code that came and went the same day is in neither list; `last` is the day's last step.
    """

    day: date
    last: int
    codes: int = 0
    made: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    redefined: list[str] = field(default_factory=list)


class _Touch(NamedTuple):
    day: date
    step: int
    code: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def codebook_days(study: Study) -> list[CodebookDay]:
    """Return the days on which the code book changed, the newest first; what was undone is out."""
    with study.read() as connection:
        touched = list(_touched(connection))
    codes: dict[int, dict[str, Any]] = {}
    found = []
    for day, group in groupby(touched, key=lambda touch: touch.day):
        touches = list(group)
        start = dict(codes)
        for touch in touches:
            if touch.before is not None and touch.code not in codes:
                start[touch.code] = touch.before  # older than the history
                codes[touch.code] = touch.before
            if touch.after is None:
                codes.pop(touch.code, None)
            else:
                codes[touch.code] = touch.after
        one = _compared(day, touches[-1].step, start, codes)
        if one.made or one.gone or one.renamed or one.moved or one.redefined:
            found.append(one)
    return found[::-1]


def _compared(
    day: date, last: int, before: dict[int, dict[str, Any]], after: dict[int, dict[str, Any]]
) -> CodebookDay:
    found = CodebookDay(day, last, len(after))
    found.made = [row["name"] for code, row in after.items() if code not in before]
    found.gone = [row["name"] for code, row in before.items() if code not in after]
    for code, row in after.items():
        was = before.get(code)
        if was is None or was == row:
            continue
        if was["name"] != row["name"]:
            found.renamed.append(f"{was['name']} → {row['name']}")
        if was["parent_id"] != row["parent_id"]:
            found.moved.append(row["name"])
        if any(was.get(part) != row.get(part) for part in ENTRY):
            found.redefined.append(row["name"])
    return found


def _touched(connection: Connection) -> Iterator[_Touch]:
    query = (
        select(
            *(Change.made_at, Change.id, ChangeImage.row),
            *(ChangeImage.before, ChangeImage.after),
        )
        .join(ChangeImage, ChangeImage.change_id == Change.id)
        .where(ChangeImage.entity == "code", Change.state == DONE)
        .order_by(ChangeImage.id)
    )
    for made_at, step, code, before, after in connection.execute(query):
        rows = (None if words is None else json.loads(words) for words in (before, after))
        yield _Touch(local(made_at).date(), step, code, *rows)
