"""What a merge does or did, in words: counts, names, what was changed on both sides."""

import json
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.exchange.merging.corrections import Corrected, Correction
from app.exchange.merging.doing import Doing, Question
from app.exchange.merging.shape import Row, foreign
from app.in_place import in_place
from app.language.words import DEFAULT_LANGUAGE, say
from app.study import Study
from app.verify.audit.naming import Naming

NEW, CHANGED, DELETED = "new", "changed", "deleted"
NAMED = 200
"""So many rows of a kind are named; the rest are counted."""
QUIET = ("excerpt", "memo_link", "claim_link")
"""Rows that only hold others together: merged, but neither named nor counted."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one entity that come, change or go: how many, and the names of the first."""

    kind: str
    entity: str
    count: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A row that was changed on both sides, and what each side says of it.

    `kind` is changed, deleted_here or deleted_there; in_use is one that they deleted and that stays
    because something here needs it. `fields` are (column, mine, theirs).
    """

    key: str
    kind: str
    entity: str
    name: str
    fields: tuple[tuple[str, str, str], ...]

    @property
    def is_choice(self) -> bool:
        """Whether there is something to choose."""
        return self.kind != "in_use"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a merge does: rows by kind and entity, what is asked, and what to know of it."""

    name: str
    groups: tuple[Group, ...]
    asked: tuple[Asked, ...]
    notes: tuple[tuple[str, Mapping[str, Any]], ...]

    @property
    def is_empty(self) -> bool:
        """Whether the copy holds nothing that is not here."""
        return not self.groups and not any(each.is_choice for each in self.asked)

    def count(self, kind: str) -> int:
        """Return how many rows are new, changed or deleted."""
        return sum(group.count for group in self.groups if group.kind == kind)

    def sentence(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Say in one sentence what comes."""
        if self.is_empty:
            return say("merging.report.nothing", language, name=self.name)
        counts = {kind: self.count(kind) for kind in (NEW, CHANGED, DELETED)}
        choices = sum(each.is_choice for each in self.asked)
        return say("merging.report.sentence", language, name=self.name, asked=choices, **counts)

    def note_lines(self, language: str = DEFAULT_LANGUAGE) -> list[str]:
        """Say what one should know: what was united, renamed, left out."""
        lines = []
        for key, values in self.notes:
            said = dict(values)
            if "entity" in said:
                said["entity"] = entity_words(str(said["entity"]), language)
            lines.append(say(f"merging.note.{key}", language, **said))
        return lines

    def as_text(
        self, language: str = DEFAULT_LANGUAGE, choices: Mapping[str, str] | None = None
    ) -> str:
        """Return the whole as lines of text."""
        lines = [self.sentence(language)]
        for group in self.groups:
            head = f"{say(f'merging.kind.{group.kind}', language)}: "
            lines.append(f"{head}{entity_words(group.entity, language)} ({group.count})")
            lines += [f"  {name}" for name in group.names]
            if group.count > len(group.names):
                lines.append(f"  … +{group.count - len(group.names)}")
        for each in self.asked:
            chosen = (choices or {}).get(each.key, "mine")
            words = say(f"merging.choice.{chosen}", language) if each.is_choice else ""
            kind = say(f"merging.asked.{each.kind}", language)
            lines.append(
                f"{kind}: {entity_words(each.entity, language)} {each.name} {words}".rstrip()
            )
        return "\n".join([*lines, *self.note_lines(language)])

    def as_json(
        self, language: str = DEFAULT_LANGUAGE, choices: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Return the whole as JSON can hold it."""
        return {
            "study": self.name,
            "groups": [
                {"kind": g.kind, "entity": g.entity, "count": g.count, "names": list(g.names)}
                for g in self.groups
            ],
            "changed_on_both_sides": [
                {
                    "key": each.key,
                    "kind": each.kind,
                    "entity": each.entity,
                    "name": each.name,
                    "fields": [
                        {"column": column, "mine": mine, "theirs": theirs}
                        for column, mine, theirs in each.fields
                    ],
                    "chosen": (choices or {}).get(each.key, "mine"),
                }
                for each in self.asked
            ],
            "notes": self.note_lines(language),
        }


def save_plan(
    plan: Plan,
    path: Path,
    language: str = DEFAULT_LANGUAGE,
    choices: Mapping[str, str] | None = None,
) -> None:
    """Write a report: JSON, or text by any other ending. Raises EnvironmentProblem."""
    if path.suffix.lower() == ".json":
        words = json.dumps(plan.as_json(language, choices), ensure_ascii=False, indent=1)
    else:
        words = plan.as_text(language, choices)
    with in_place(path) as part:
        part.write_text(words + "\n", encoding="utf-8")


def entity_words(entity: str, language: str) -> str:
    """Return what a kind of row is called."""
    return say(f"audit.entity.{entity}", language)


def plan_of(
    study: Study,
    theirs: Study,
    mine: Connection,
    there: Connection,
    doing: Doing,
    corrected: Sequence[Corrected],
    *,
    name: str,
) -> Plan:
    """Put what a merge does into words, before it is written."""
    own, other = Naming(mine, study.texts), Naming(there, theirs.texts)
    groups = [
        *_groups(
            NEW,
            {e: [doing.came_from[e, r["id"]] for r in rows] for e, rows in doing.inserts.items()},
            other,
        ),
        *_groups(CHANGED, {e: list(rows) for e, rows in doing.updates.items()}, own),
        *_groups(DELETED, {e: sorted(rows) for e, rows in doing.deletes.items()}, own),
    ]
    asked = [_asked(question, doing, own, other) for question in doing.questions]
    own.learn([("source", each.source) for each in corrected])
    groups += _corrections(corrected, own)
    asked += [
        Asked(c.key, CHANGED, "text_edit", own.name(("source", each.source)), (_said(c),))
        for each in corrected
        for c in each.corrections
        if c.key
    ]
    alike = {each.source for each in corrected if each.alike}
    return Plan(name, tuple(groups), tuple(asked), tuple(_notes(doing, own, alike)))


def _corrections(corrected: Sequence[Corrected], own: Naming) -> list[Group]:
    names = [
        f"{own.name(('source', each.source))}: “{c.mine}” → “{c.theirs}”"
        for each in corrected
        for c in each.corrections
        if not c.key
    ]
    return [Group(NEW, "text_edit", len(names), tuple(names[:NAMED]))] if names else []


def _said(correction: Correction) -> tuple[str, str, str]:
    return "text", correction.mine, correction.theirs


def _groups(kind: str, rows: Mapping[str, list[int]], naming: Naming) -> list[Group]:
    found = []
    for entity, numbers in rows.items():
        if not numbers or entity in QUIET:
            continue
        keys = [(entity, number) for number in numbers[:NAMED]]
        naming.learn(keys)
        names = tuple(naming.name(key) or str(key[1]) for key in keys)
        found.append(Group(kind, entity, len(numbers), names))
    return found


def _asked(question: Question, doing: Doing, own: Naming, other: Naming) -> Asked:
    row = question.mine if question.mine is not None else question.theirs
    assert row is not None
    naming, number = own, row["id"]
    if question.mine is None:
        naming = other
    naming.learn([(question.entity, number)])
    name = naming.name((question.entity, number)) or str(number)
    mine, theirs = question.mine or {}, question.theirs or {}

    def said(column: str, side: Row) -> str:
        return _words(own, question.entity, column, side.get(column))

    fields = tuple((c, said(c, mine), said(c, theirs)) for c in question.columns)
    return Asked(question.key, question.kind, question.entity, name, fields)


def _words(naming: Naming, entity: str, column: str, value: Any) -> str:
    """Return what a column says; the name of the row that it points to."""
    if value is None or column not in foreign(entity):
        return "" if value is None else str(value)
    key = (foreign(entity)[column], int(value))
    naming.learn([key])
    return naming.name(key) or str(value)


def _notes(doing: Doing, own: Naming, alike: Set[int]) -> list[tuple[str, dict[str, Any]]]:
    own.learn(doing.united)
    notes: list[tuple[str, dict[str, Any]]] = [
        ("united", {"entity": key[0], "name": own.name(key)}) for key in doing.united
    ]
    notes += [
        ("renamed", {"entity": entity, "name": old, "new": new})
        for entity, old, new in doing.renamed
    ]
    notes += [
        ("left_out", {"entity": entity, "count": count})
        for entity, count in doing.left_out.items()
        if entity not in QUIET
    ]
    notes += [("loose", {"entity": e, "count": count}) for e, count in doing.loose.items()]
    own.learn(doing.in_a_ring)
    notes += [("ring", {"entity": key[0], "name": own.name(key)}) for key in doing.in_a_ring]
    kept = [("source", number) for number in sorted(doing.own_words - alike)]
    own.learn(kept)
    notes += [("texts", {"name": own.name(key)}) for key in kept]
    if doing.by_number:
        notes.append(("by_number", {}))
    return notes
