"""What a step did, field by field: the object, what it was before and after, and the reason."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, func, select

from app.history import Step
from app.language.words import say
from app.study import Study
from app.verify.audit.naming import Naming, Row, parts_of, pointers
from app.verify.audit.tracing import Key
from models.base import Base
from models.history import ChangeImage

UNSAID = frozenset(
    {"id", "guid", "made_at", "added_at", "changed_at", "coder_id", "sha256", "position", "x", "y"}
)
"""Columns that only the program keeps: the step itself says who and when."""
_ENUMERATED = {
    "stance": "verify.stance",
    "method": "study.methods",
    "memo.kind": "audit.memo_kind",
    "summary.kind": "audit.memo_kind",
    "finding.status": "verify.finding_status",
    "finding.confidence": "findings.confidence",
    "coding.direction": "retrieval.directions",
    "override.verdict": "verify.overall",
    "code.origin": "codebook.origins",
    "code.cycle": "codebook.cycles",
}
"""Where the words of a column stand, by table and column or by column alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one row in a step. `field` is empty where the row was made or went."""

    step: Step
    key: Key
    kind: str
    name: str
    field: str
    before: str
    after: str
    reason: str


def lines(study: Study, steps: Sequence[Step], language: str) -> list[Line]:
    """Return what steps did, step by step in the order given, rows as they came."""
    with study.read() as connection:
        images = _images(connection, [step.id for step in steps])
        telling = _Telling(Naming(connection, study.texts), language)
        telling.learn(image for rows in images.values() for image in rows)
        return [
            line
            for step in steps
            for key, before, after in images.get(step.id, ())
            for line in telling.lines(step, key, before, after)
        ]


_Image = tuple[Key, Row | None, Row | None]


def _images(connection: Connection, numbers: Sequence[int]) -> dict[int, list[_Image]]:
    """Return each row that a step touched once: as it first was in it and as it last was."""
    among = select(func.json_each(json.dumps(list(numbers))).table_valued("value").c.value)
    query = (
        select(
            *(ChangeImage.change_id, ChangeImage.entity, ChangeImage.row),
            *(ChangeImage.before, ChangeImage.after),
        )
        .where(ChangeImage.change_id.in_(among))
        .order_by(ChangeImage.id)
    )
    found: dict[int, dict[Key, tuple[Row | None, Row | None]]] = {}
    for number, entity, row_id, before, after in connection.execute(query):
        of_step = found.setdefault(number, {})
        key = (entity, row_id)
        first = of_step[key][0] if key in of_step else _row(before)
        of_step[key] = (first, _row(after))
    return {
        number: [(key, *both) for key, both in rows.items() if both != (None, None)]
        for number, rows in found.items()
    }


def _row(words: str | None) -> Row | None:
    found: Row | None = json.loads(words) if words is not None else None
    return found


class _Telling:
    """Says rows in words."""

    def __init__(self, naming: Naming, language: str) -> None:
        self.naming, self.language = naming, language

    def learn(self, images: Iterable[_Image]) -> None:
        """Read the names of all rows and of those that they point to."""
        keys: set[Key] = set()
        for key, *rows in images:
            keys.add(key)
            for row in rows:
                if row:
                    keys.update(parts_of(key[0], row))
                    keys.update(
                        (other, row[column])
                        for column, other in references(key[0]).items()
                        if row.get(column)
                    )
                    keys.update(pointers(row))
        self.naming.learn(keys)

    def lines(self, step: Step, key: Key, before: Row | None, after: Row | None) -> Iterator[Line]:
        """Yield a line for each field that changed; one for a row that came or went."""
        row = after or before or {}
        head = (step, key, say(f"audit.entity.{key[0]}", self.language))
        name = self.naming.name(key, row)
        reason = str((after or {}).get("reason") or step.values.get("reason") or "")
        if key[0] == "text_edit":
            edits = (row["removed"], row["inserted"])
            was, now = edits if after else (edits[1], edits[0])
            yield Line(*head, name, "", was, now, reason)
        elif before is None or after is None:
            told = self.row(key[0], row)
            yield Line(*head, name, "", *(("", told) if before is None else (told, "")), reason)
        else:
            for column in after:
                if column not in UNSAID and before.get(column) != after[column]:
                    was, now = (self.value(key[0], column, r.get(column)) for r in (before, after))
                    yield Line(*head, name, self.field(column), was, now, reason)

    def row(self, entity: str, row: Row) -> str:
        """Say a whole row: its fields that say something, what is true of it among them."""
        return "; ".join(
            f"{self.field(column)}: {words}"
            for column, value in row.items()
            if column not in UNSAID
            and not (column in truths(entity) and not value)
            and (words := self._pointed(column, row) or self.value(entity, column, value))
        )

    def _pointed(self, column: str, row: Row) -> str:
        """Return what a row is on, or leads to, by its name beside the kind of thing."""
        kind = row.get(column.replace("_id", "_entity")) if column.endswith("_id") else None
        return self.naming.name((str(kind), int(row[column]))) if kind and row[column] else ""

    def field(self, column: str) -> str:
        return say(f"audit.field.{column}", self.language)

    def value(self, entity: str, column: str, value: Any) -> str:
        """Say a value: a row by its name, yes and no, a list by its parts."""
        if value is None or value in ("", "{}", "[]"):
            return ""
        other = references(entity).get(column)
        if other is not None:
            return self.naming.name((other, int(value)))
        if column in truths(entity):
            return say(f"audit.{'yes' if value else 'no'}", self.language)
        area = _ENUMERATED.get(f"{entity}.{column}") or _ENUMERATED.get(column)
        if area is not None:
            return self._known(f"{area}.{value}", str(value))
        if column.endswith("_entity"):
            return self._known(f"audit.entity.{value}", str(value))
        return _plain(value)

    def _known(self, key: str, otherwise: str) -> str:
        """Return the words of a value; the value itself where it has none."""
        try:
            return say(key, self.language)
        except KeyError:
            return otherwise


def _plain(value: Any) -> str:
    if isinstance(value, str) and value[:1] in "{[":
        try:
            value = json.loads(value)
        except ValueError:
            return str(value)
    if isinstance(value, dict):
        parts = (
            f"{name}: {_plain(part)}" for name, part in value.items() if part not in ("", None)
        )
        return "; ".join(parts)
    if isinstance(value, list):
        return ", ".join(_plain(part) for part in value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


@cache
def references(entity: str) -> dict[str, str]:
    """Return the columns of a table that point to rows, with the tables of those."""
    table = Base.metadata.tables.get(entity)
    keys = (
        {k.parent.name: k.column.table.name for k in table.foreign_keys}
        if table is not None
        else {}
    )
    return keys | ({"source_id": "source"} if entity == "text_edit" else {})


@cache
def truths(entity: str) -> frozenset[str]:
    """Return the columns of a table that are true or false."""
    from sqlalchemy import Boolean

    table = Base.metadata.tables.get(entity)
    columns = table.columns if table is not None else ()
    return frozenset(c.name for c in columns if isinstance(c.type, Boolean))
