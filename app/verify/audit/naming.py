"""What the rows of the history are called, also those that are gone."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from app.language.words import say
from app.reduce.memo_things import SHOWN
from app.study import Study
from app.texts import Texts
from app.verify.audit.tracing import POINTERS, Key
from models.base import Base
from models.history import ChangeImage

Row = Mapping[str, Any]
NAMED_BY: dict[str, tuple[str, ...]] = {
    "source": ("reference", "title"),
    "informant": ("code",),
    "research_question": ("label", "text"),
    "finding": ("claim",),
    "rival": ("claim",),
    "display": ("title",),
    "score_table": ("title",),
    "retrieval": ("title",),
    "study": ("title",),
    "memo": ("title", "text"),
    "item": ("label", "text"),
    "network_node": ("label",),
    "checklist_answer": ("checklist", "item"),
}
"""Columns of which the first with words names a row; `name` where nothing is said."""
PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "coding": (("code_id", "code"), ("excerpt_id", "excerpt")),
    "part_coding": (("code_id", "code"), ("attachment_id", "attachment")),
    "evidence": (("finding_id", "finding"), ("excerpt_id", "excerpt")),
    "rival_evidence": (("rival_id", "rival"), ("excerpt_id", "excerpt")),
    "link_excerpt": (("link_id", "network_link"), ("excerpt_id", "excerpt")),
    "network_link": (("from_id", "network_node"), ("to_id", "network_node")),
    "participation": (("source_id", "source"), ("informant_id", "informant")),
    "coverage": (("informant_id", "informant"), ("instrument_id", "instrument")),
    "informant_role": (("informant_id", "informant"), ("role_id", "role")),
    "verifies": (("verifier_id", "informant"), ("verified_id", "informant")),
    "finding_check": (("finding_id", "finding"),),
    "member_check": (("finding_id", "finding"), ("informant_id", "informant")),
    "number_evidence": (("item_id", "item"),),
    "response": (("item_id", "item"), ("informant_id", "informant")),
    "display_cell": (("display_id", "display"),),
    "account": (("question_id", "research_question"), ("site_id", "site")),
    "favourite_code": (("code_id", "code"),),
    "refusal": (("code_id", "code"), ("source_id", "source")),
    "resolution": (("code_id", "code"), ("source_id", "source")),
    "turn": (("source_id", "source"),),
    "text_edit": (("source_id", "source"),),
    "excerpt": (("source_id", "source"),),
    "claim_link": (("finding_id", "finding"),),
    "memo_link": (("memo_id", "memo"),),
    "set_member": (("set_id", "study_set"),),
}
"""Rows without words of their own are called by those that they join."""
_DEPTH = 3


class Naming:
    """Names of rows, read together: as they are now, or as the history last knew them."""

    def __init__(self, connection: Connection, texts: Texts) -> None:
        self._connection, self._texts = connection, texts
        self._rows: dict[Key, Row] = {}
        self._now: set[Key] = set()

    def learn(self, keys: Iterable[Key]) -> None:
        """Read rows, and those that they are called by; once each."""
        wanted = set(keys) - self._rows.keys()
        for _ in range(_DEPTH):
            if not wanted:
                return
            self._read(wanted)
            wanted = {
                key for known in wanted for key in parts_of(known[0], self._rows.get(known, {}))
            } - self._rows.keys()

    def name(self, key: Key, row: Row | None = None) -> str:
        """Return what a row is called; `row` is how it stood then, as it is now if not given.

        Empty where the history does not know it.
        """
        entity, _ = key
        row = row if row is not None else self._rows.get(key, {})
        if entity == "excerpt" and row:
            return self._excerpt(key, row)
        if entity in PARTS:
            names = (self.name(part) for part in parts_of(entity, row))
            return " · ".join(name for name in names if name)
        for column in NAMED_BY.get(entity, ("name",)):
            if words := " ".join(str(row.get(column) or "").split()):
                return words if len(words) <= 2 * SHOWN else words[: 2 * SHOWN].rstrip() + "…"
        return next((self.name(other) for other in pointers(row) if other != key), "")

    def _excerpt(self, key: Key, row: Row) -> str:
        source = self.name(("source", row["source_id"]))
        if key not in self._now:  # its words may have moved since: only where it stood is known
            return f"{source} {row['start']}–{row['end']}"
        now = self._rows[key]
        words = self._texts.quote(now["source_id"], now["start"], now["end"])
        short = " ".join(words.split())
        short = short if len(short) <= SHOWN else short[:SHOWN].rstrip() + "…"
        return f"“{short}” {source}"

    def _read(self, keys: set[Key]) -> None:
        by_entity: dict[str, set[int]] = {}
        for entity, row_id in keys:
            if entity in Base.metadata.tables:
                by_entity.setdefault(entity, set()).add(row_id)
        for entity, ids in by_entity.items():
            table = Base.metadata.tables[entity]
            among = select(func.json_each(json.dumps(sorted(ids))).table_valued("value").c.value)
            rows = self._connection.execute(select(table).where(table.c.id.in_(among)))
            for row in rows.mappings():
                self._rows[entity, row["id"]] = dict(row)
                self._now.add((entity, row["id"]))
            gone = ids - {row_id for known, row_id in self._now if known == entity}
            if gone:
                self._remember(entity, gone)

    def _remember(self, entity: str, ids: set[int]) -> None:
        among = select(func.json_each(json.dumps(sorted(ids))).table_valued("value").c.value)
        image = func.coalesce(ChangeImage.after, ChangeImage.before)
        query = select(ChangeImage.row, image).where(
            ChangeImage.entity == entity, ChangeImage.row.in_(among)
        )
        for row_id, words in self._connection.execute(query.order_by(ChangeImage.id)):
            self._rows[entity, row_id] = json.loads(words)


def parts_of(entity: str, row: Row) -> list[Key]:
    """Return the rows by which a row is called."""
    found: list[Key] = [
        (other, row[column]) for column, other in PARTS.get(entity, ()) if row.get(column)
    ]
    return found if entity in PARTS else [*found, *pointers(row)]


def pointers(row: Row) -> list[Key]:
    """Return the rows that a row is on, or leads to, where it says so by table and number."""
    return [
        (str(row[entity]), int(row[number]))
        for entity, number in POINTERS
        if row.get(entity) and row.get(number)
    ]


def name_of(study: Study, key: Key, language: str) -> str:
    """Return what a thing is called, its kind before it: "Code: Planning"."""
    with study.read() as connection:
        naming = Naming(connection, study.texts)
        naming.learn([key])
        name = naming.name(key)
    kind = say(f"audit.entity.{key[0]}", language)
    return f"{kind}: {name}" if name else kind
