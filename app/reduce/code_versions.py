"""The versions of a code: how it was made, renamed, moved, merged, split, redefined, recoloured.

They are worked out from the history: only steps that stand count, so that what was undone is no
version. METHOD.md, section 2: a code definition has the history of renames, parted, splits.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from app.design.questions import questions
from app.language.words import say
from app.reduce.code_paths import PATH_JOIN
from app.reduce.codes import ENTRY
from app.study import Study
from models.history import DONE, Change, ChangeImage
from models.reduction import Code

MERGED, SPLIT = "reduce.history.codes_merged", "codebook.history.code_split"
_SAID = {"origin": "codebook.origins", "cycle": "codebook.cycles"}

Row = Mapping[str, Any]
Names = dict[int, tuple[str, int | None]]


@dataclass(frozen=True, slots=True)
class Version:
    """One thing that became of a code in a step.

    `kind` is made, split_off, renamed, moved, merged, split, redefined or recoloured; `field` the
    part of the entry that was redefined. `before` and `after` are words as they stood then: names,
    paths (empty: the top of the tree), colours, texts. A merge has the names that went, a split
    the name that came.
    """

    step_id: int
    made_at: datetime
    coder: str
    kind: str
    before: str = ""
    after: str = ""
    field: str = ""

    def sentence(self, language: str) -> str:
        """Say what was done, without from and to."""
        field = say(f"codebook.columns.{_column(self.field)}", language) if self.field else ""
        return say(f"codebook.versions.{self.kind}", language, field=field)


class _Step(NamedTuple):
    id: int
    made_at: datetime
    coder: str
    what: str
    values: dict[str, Any]
    before: str | None
    after: str | None


def versions(study: Study, code_id: int, language: str = "en") -> list[Version]:
    """Return the versions of a code, the newest first; none where it is not in the study.

    `language` is for the words of origin and cycle.
    """
    foci = {row.id: row.label or row.text for row in questions(study)}
    with study.read() as connection:
        found: list[list[Version]] = []
        for steps in _steps(connection, code_id):
            if steps[0].before is None and steps[0].after is not None:
                found = []  # an id may have been another code's, that was deleted
            found.append(list(_of_step(connection, steps, code_id, foci, language)))
        there = connection.scalar(select(Code.id).where(Code.id == code_id)) is not None
    return [version for step in reversed(found) for version in step] if there else []


def _steps(connection: Connection, code_id: int) -> Iterator[list[_Step]]:
    """Yield the images of a code step by step, the oldest first.

    With them come the merges and splits that left no image of it.
    """
    image = select(
        *(Change.id, Change.made_at, Change.coder, Change.what, Change.values),
        *(ChangeImage.before, ChangeImage.after),
    ).join(ChangeImage, ChangeImage.change_id == Change.id)
    of_code = (ChangeImage.entity == "code") & (ChangeImage.row == code_id)
    rows = [
        _Step._make(row)
        for row in connection.execute(
            image.where(Change.state == DONE, of_code).order_by(ChangeImage.id)
        )
    ]
    parted = select(Change.id, Change.made_at, Change.coder, Change.what, Change.values).where(
        Change.state == DONE,
        ((Change.what == MERGED) & (Change.values["into_id"].as_integer() == code_id))
        | ((Change.what == SPLIT) & (Change.values["split_id"].as_integer() == code_id)),
    )
    known = {row.id for row in rows}
    rows += [
        _Step._make((*row, None, None)) for row in connection.execute(parted) if row.id not in known
    ]
    rows.sort(key=lambda step: step.id)
    for _, group in groupby(rows, key=lambda step: step.id):
        yield list(group)


def _of_step(
    connection: Connection,
    steps: list[_Step],
    code_id: int,
    foci: Mapping[int, str],
    language: str,
) -> Iterator[Version]:
    """Yield what one step did to the code: its first image has it before, its last one after."""
    first, last = steps[0], steps[-1]
    head = (first.id, first.made_at, first.coder)
    if first.what == MERGED and first.values.get("into_id") == code_id:
        yield Version(*head, "merged", _names_that_went(connection, first), first.values["into"])
    if first.what == SPLIT and first.values.get("split_id") == code_id:
        yield Version(*head, "split", first.values["name"], first.values["new"])
    if last.after is None:
        return
    after: Row = json.loads(last.after)
    if first.before is None:
        split_off = first.what == SPLIT
        before = first.values["name"] if split_off else ""
        yield Version(*head, "split_off" if split_off else "made", before, after["name"])
        return
    before_row: Row = json.loads(first.before)
    yield from _differences(connection, head, before_row, after, foci, language)


def _differences(
    connection: Connection,
    head: tuple[int, datetime, str],
    before: Row,
    after: Row,
    foci: Mapping[int, str],
    language: str,
) -> Iterator[Version]:
    if before["name"] != after["name"]:
        yield Version(*head, "renamed", before["name"], after["name"])
    if before["parent_id"] != after["parent_id"]:
        old, new = _names_at(connection, head[0])
        there, here = _path(old, before["parent_id"]), _path(new, after["parent_id"])
        yield Version(*head, "moved", there, here)
    for field in ENTRY:
        if before[field] != after[field]:
            then, now = (_said(field, row[field], foci, language) for row in (before, after))
            yield Version(*head, "redefined", then, now, field)
    if before["colour"] != after["colour"]:
        yield Version(*head, "recoloured", before["colour"], after["colour"])


def _names_that_went(connection: Connection, step: _Step) -> str:
    went = select(ChangeImage.before).where(
        *(ChangeImage.change_id == step.id, ChangeImage.entity == "code"),
        ChangeImage.after.is_(None),
    )
    names = [json.loads(image)["name"] for image in connection.scalars(went) if image]
    return ", ".join(names) or str(step.values["names"])


def _names_at(connection: Connection, step_id: int) -> tuple[Names, Names]:
    """Return name and parent of every code just before a step and just after it.

    The codes as they are now, with all later steps that stand taken back.
    """
    codes: Names = {
        row.id: (row.name, row.parent_id)
        for row in connection.execute(select(Code.id, Code.name, Code.parent_id))
    }
    before = ChangeImage.before
    images = connection.execute(
        select(
            *(ChangeImage.change_id, ChangeImage.row, before.is_(None)),
            *(func.json_extract(before, "$.name"), func.json_extract(before, "$.parent_id")),
        )
        .join(Change, Change.id == ChangeImage.change_id)
        .where(ChangeImage.entity == "code", Change.state == DONE, Change.id >= step_id)
        .order_by(ChangeImage.id.desc())
    )
    now: Names | None = None
    for change_id, row, is_new, name, parent in images:
        if now is None and change_id == step_id:
            now = dict(codes)
        if is_new:
            codes.pop(row, None)
        else:
            codes[row] = (name, parent)
    return codes, now if now is not None else codes


def _path(names: Names, code_id: int | None) -> str:
    found: list[str] = []
    while code_id is not None and code_id in names and len(found) <= len(names):
        name, code_id = names[code_id]
        found.append(name)
    return PATH_JOIN.join(reversed(found))


def _said(field: str, value: Any, foci: Mapping[int, str], language: str) -> str:
    if field == "question_id":
        return foci.get(value, "") if value is not None else ""
    if field in _SAID and value:
        return say(f"{_SAID[field]}.{value}", language)
    return str(value or "")


def _column(field: str) -> str:
    return "focus" if field == "question_id" else field
