"""Writes texts with their selections and codings."""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.exchange.bringing_around import ALSO_ON
from app.exchange.bringing_selections import MADE_AT, MADE_BY, NAME, UNPLACED, WHOLE
from app.exchange.bringing_sources import SOURCE_MADE_BY
from app.exchange.refi.guids import as_guid, is_guid
from app.exchange.refi.held import Held, add, clean, element, refer, say_in, stamp
from app.exchange.refi.writing_values import Values
from models.carried import Link
from models.conclusions import Evidence
from models.reduction import Code, Coding, Excerpt, Memo

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME_LENGTH = 100
"""Characters of a selection's words that its name shows; the rest gives way to an ellipsis."""


@dataclass(slots=True)
class TextWriter:
    """Writes elements of TextSource's kind; texts go to `put` under the names of members."""

    held: Held
    values: Values
    put: Callable[[str, str], None]
    text_of: Callable[[int], str]
    originals: dict[int, str]
    excerpts: dict[int, list[Any]] = field(default_factory=dict)
    codings: dict[int, list[Any]] = field(default_factory=dict)
    whole: set[int] = field(default_factory=set)
    pointed: set[int] = field(default_factory=set)
    coders: dict[int, str] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)

    def prepare(self) -> None:
        """Sort excerpts and codings to their sources."""
        held = self.held
        self.coders, self.codes = held.guids["coder"], held.guids["code"]
        by_source, by_excerpt = defaultdict(list), defaultdict(list)
        for row in held.of(Excerpt):
            by_source[row.source_id].append(row)
        for row in held.of(Coding):
            by_excerpt[row.excerpt_id].append(row)
        self.excerpts, self.codings = dict(by_source), dict(by_excerpt)
        self.whole = {
            row or 0
            for (entity, row), told in held.carried.items()
            if entity == "coding" and any(name == WHOLE for name, _ in told)
        }
        self.pointed = {row.excerpt_id for row in held.of(Evidence)}
        self.pointed |= {row.on_id for row in held.of(Memo) if row.on_entity == "excerpt"}
        for row in held.of(Link):
            self.pointed |= {i for e, i in _ends(row) if e == "excerpt"}

    def write(self, parent: "_Element", source: Any, name: str = "TextSource") -> None:
        """Write a source as an element of TextSource's kind."""
        made = self._head(parent, source, name)
        text = self.text_of(source.id)
        self.put(f"{source.guid}.txt", text)
        self._selections(made, source, text)
        self._whole(made, source)
        self._notes(made, source.guid)
        self.values.write(made, ("source", source.id))

    def write_transcript(self, parent: "_Element", source: Any, points: list[Any]) -> None:
        """Write a source as the transcript of a recording: selections between points in time."""
        made = self._head(parent, source, "Transcript")
        text = self.text_of(source.id)
        self.put(f"{source.guid}.txt", text)
        at: dict[int, str] = {}
        for point in points:
            told = {name: str(point.get(name, "")) for name in ("timeStamp", "position")}
            numbers = {n: v for n, v in told.items() if v.isascii() and v.isdigit()}
            if is_guid(str(point.get("guid", ""))):
                guid = as_guid(str(point["guid"]))
                add(made, "SyncPoint", {"guid": guid, **numbers})
                if "position" in numbers:
                    at.setdefault(int(numbers["position"]), guid)
        excerpts = self.excerpts.get(source.id, ())
        for place in sorted({p for e in excerpts for p in (e.start, e.end)} - set(at)):
            at[place] = self.held.made_guid("point", source.guid, str(place))
            element(made, "SyncPoint", guid=at[place], position=str(place))
        for excerpt in excerpts:
            where = {"fromSyncPoint": at[excerpt.start], "toSyncPoint": at[excerpt.end]}
            self._selection(made, "TranscriptSelection", excerpt, text, where, every=True)
        self._notes(made, source.guid)

    def _head(self, parent: "_Element", source: Any, name: str) -> "_Element":
        rich = self.originals.get(source.id, "")
        made = element(
            parent,
            name,
            guid=source.guid,
            name=source.title,
            richTextPath=f"internal://{rich}" if rich else "",
            plainTextPath=f"internal://{source.guid}.txt",
            creatingUser=next(iter(self.held.told("source", source.id, SOURCE_MADE_BY)), ""),
            creationDateTime=stamp(source.added_at),
        )
        say_in(made, "Description", source.note)
        return made

    def _selections(self, made: "_Element", source: Any, text: str) -> None:
        for excerpt in sorted(self.excerpts.get(source.id, ()), key=lambda e: (e.start, e.end)):
            where = {"startPosition": str(excerpt.start), "endPosition": str(excerpt.end)}
            self._selection(made, "PlainTextSelection", excerpt, text, where)
        for told in self.held.told("source", source.id, UNPLACED):
            self._unplaced(made, json.loads(told))

    def _selection(
        self,
        made: "_Element",
        kind: str,
        excerpt: Any,
        text: str,
        where: dict[str, str],
        *,
        every: bool = False,
    ) -> None:
        """Write one excerpt; one that only codings of the whole point to stands on the source."""
        held = self.held
        codings = self.codings.get(excerpt.id, [])
        own = codings if every or not self.whole else [c for c in codings if c.id not in self.whole]
        if not own and codings and excerpt.id not in self.pointed:
            return
        carried = dict(held.carried.get(("excerpt", excerpt.id), ()))
        first = own[0] if own else None
        words = text[excerpt.start : excerpt.end]
        quote = words if len(words) <= NAME_LENGTH else words[:NAME_LENGTH].rstrip() + "…"
        user = carried.get(MADE_BY) or (self.coders[first.coder_id] if first else "")
        moment = carried.get(MADE_AT) or (stamp(first.made_at) if first else "")
        name = carried.get(NAME) or quote
        told = {"guid": excerpt.guid, "name": name if name.isprintable() else clean(name), **where}
        if user:
            told["creatingUser"] = user
        if moment:
            told["creationDateTime"] = moment
        selection = add(made, kind, told)
        say_in(selection, "Description", excerpt.summary)
        for coding in own:
            self.coding(selection, coding)
        if excerpt.guid in held.noted:
            self._notes(selection, excerpt.guid)

    def coding(self, parent: "_Element", row: Any) -> None:
        """Write a coding of a text or an attachment; its memo becomes a note."""
        held = self.held
        who, when = self.coders[row.coder_id], stamp(row.made_at)
        told = {"guid": row.guid, "creatingUser": who, "creationDateTime": when}
        made = add(parent, "Coding", told)
        add(made, "CodeRef", {"targetGUID": self.codes[row.code_id]})
        notes = list(held.noted.get(row.guid, ()))
        if row.memo:
            guid = held.made_guid("memo", row.guid)
            notes.append(guid)
            add_note(held, guid, row.memo[:NAME_LENGTH].split("\n")[0], row.memo)
        if notes:
            refer(made, "NoteRef", notes)

    def _whole(self, made: "_Element", source: Any) -> None:
        for excerpt in self.excerpts.get(source.id, ()) if self.whole else ():
            for coding in self.codings.get(excerpt.id, ()):
                if coding.id in self.whole:
                    self.coding(made, coding)
        for told in self.held.told("source", source.id, UNPLACED):
            selection = json.loads(told)
            if not selection.get("guid"):
                self._told_codings(made, selection)

    def _unplaced(self, made: "_Element", told: dict[str, Any]) -> None:
        """Write a selection that stands on no words as the file told it."""
        if not told.get("guid"):
            return
        selection = element(
            made,
            "PlainTextSelection",
            guid=told["guid"],
            name=told.get("quoted") or told.get("name") or "",
            startPosition=str(told["start"]),
            endPosition=str(told["end"]),
            creatingUser=told.get("user") or "",
            creationDateTime=_told_time(told.get("made_at")),
        )
        say_in(selection, "Description", told.get("description", ""))
        self._told_codings(selection, told)
        self._notes(selection, told["guid"])

    def _told_codings(self, parent: "_Element", told: dict[str, Any]) -> None:
        codes = set(self.held.guids[Code.__tablename__].values())
        for coding in told.get("codings", ()):
            if coding["code"] in codes:
                made = element(
                    parent,
                    "Coding",
                    guid=coding["guid"],
                    creatingUser=coding.get("user") or "",
                    creationDateTime=_told_time(coding.get("made_at")),
                )
                element(made, "CodeRef", targetGUID=coding["code"])
                self._notes(made, coding["guid"])

    def _notes(self, parent: "_Element", guid: str) -> None:
        refer(parent, "NoteRef", self.held.noted.get(guid, ()))


def _told_time(told: str | None) -> str:
    """Return a time that was carried as XML writes it."""
    return told.replace(" ", "T") if told else ""


def add_note(
    held: Held, guid: str, name: str, text: str, user: str = "", moment: str = ""
) -> "_Element":
    """Add a note to those that are written at the end."""
    note = element(
        None,
        "Note",
        guid=guid,
        name=" ".join(name.split()),
        creatingUser=user,
        creationDateTime=moment,
    )
    element(note, "PlainTextContent").text = clean(text)
    held.notes.append(note)
    return note


def gather_notes(held: Held) -> None:
    """Say which notes are on what, before anything is written."""
    for memo in held.of(Memo):
        on = held.told_guids("memo", memo.id, ALSO_ON)
        if memo.on_id is not None:
            on = [held.guid(memo.on_entity, memo.on_id), *on]
        elif not memo.on_entity and not on:
            on = [""]
        for guid in dict.fromkeys(on):
            held.noted.setdefault(guid, []).append(memo.guid)


def _ends(link: Any) -> tuple[tuple[str, int], tuple[str, int]]:
    return (link.from_entity, link.from_id), (link.to_entity, link.to_id)
