"""What stands around the sources: users, variables, cases, notes, sets, links."""

from typing import TYPE_CHECKING

from app.exchange.incoming import InCase, InLink, InNote, InSet, InUser, InVariable, Leftover
from app.exchange.plain_text import settled_text
from app.exchange.refi.elements import (
    Reading,
    as_xml,
    child,
    children,
    colour,
    local,
    made_at,
    made_by,
    target,
    values,
    words,
)
from app.exchange.refi.guids import as_guid
from app.exchange.refi.reading_texts import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = ("Text", "Boolean", "Integer", "Float", "Date", "DateTime")
_DIRECTIONS = {"Associative": "associative", "OneWay": "one_way", "Bidirectional": "bidirectional"}
_IN_CASE = frozenset(("Description", "CodeRef", "VariableValue", "SourceRef", "SelectionRef"))
_IN_SET = frozenset(("Description", "MemberCode", "MemberSource", "MemberNote"))
_IN_NOTE = frozenset(("PlainTextContent", "NoteRef"))
NOTE_STYLED = "note.richTextPath"


def read_users(reading: Reading, root: "_Element") -> tuple[InUser, ...]:
    """Return the users; their ids are kept."""
    found = []
    for user in children(child(root, "Users"), "User"):
        guid = reading.guid(user)
        reading.look(user, guid, frozenset())
        if user.get("id"):
            reading.leftovers.append(Leftover(guid, "user.id", user.get("id", "")))
        found.append(InUser(guid, user.get("name", "") or user.get("id", "")))
    return tuple(found)


def read_variables(reading: Reading, root: "_Element") -> tuple[InVariable, ...]:
    """Return the variables, and remember their names."""
    found = []
    for variable in children(child(root, "Variables"), "Variable"):
        guid = reading.guid(variable)
        reading.look(variable, guid, frozenset(("Description",)))
        name = " ".join(variable.get("name", "").split())
        kind = variable.get("typeOfVariable", "Text")
        if kind not in _TYPES:
            reading.trouble("changed.variable_type", name=name, type=kind)
            kind = "Text"
        reading.variables[guid] = name
        found.append(InVariable(guid, name, kind.lower(), words(variable, "Description")))
    return tuple(found)


def read_cases(reading: Reading, root: "_Element") -> tuple[InCase, ...]:
    """Return the cases with all that is theirs."""
    found = []
    for case in children(child(root, "Cases"), "Case"):
        guid = reading.guid(case)
        reading.look(case, guid, _IN_CASE)
        found.append(
            InCase(
                guid=guid,
                name=case.get("name", ""),
                description=words(case, "Description"),
                values=values(reading, case),
                sources=tuple(map(target, children(case, "SourceRef"))),
                selections=tuple(map(target, children(case, "SelectionRef"))),
                codes=tuple(map(target, children(case, "CodeRef"))),
            )
        )
    return tuple(found)


def read_notes(reading: Reading, root: "_Element") -> tuple[InNote, ...]:
    """Return the notes. A note's own selections and codings are kept as they are."""
    found = []
    for note in children(child(root, "Notes"), "Note"):
        guid = reading.guid(note)
        reading.look(note, guid, _IN_NOTE)
        if any(local(part) in ("PlainTextSelection", "Coding") for part in note):
            reading.trouble("lost.note_coded", name=note.get("name", "") or guid)
        text, _ = settled_text(text_of(reading, note).raw)
        found.append(
            InNote(
                guid=guid,
                name=note.get("name", ""),
                text=text,
                on=tuple(dict.fromkeys(reading.noted.get(guid, ()))),
                user=made_by(note),
                made_at=made_at(note),
            )
        )
    return tuple(found)


def read_sets(reading: Reading, root: "_Element") -> tuple[InSet, ...]:
    """Return the sets with their members."""
    found = []
    for told in children(child(root, "Sets"), "Set"):
        guid = reading.guid(told)
        reading.look(told, guid, _IN_SET)
        members = [target(member) for member in told if local(member).startswith("Member")]
        found.append(InSet(guid, told.get("name", ""), words(told, "Description"), tuple(members)))
    return tuple(found)


def read_links(reading: Reading, root: "_Element") -> tuple[InLink, ...]:
    """Return the links between two things."""
    found = []
    for link in children(child(root, "Links"), "Link"):
        guid = reading.guid(link)
        reading.look(link, guid, frozenset(("NoteRef",)))
        found.append(
            InLink(
                guid=guid,
                name=link.get("name", ""),
                origin=as_guid(link.get("originGUID", "")),
                target=as_guid(link.get("targetGUID", "")),
                direction=_DIRECTIONS.get(link.get("direction", ""), "associative"),
                colour=colour(link.get("color", "")),
            )
        )
    return tuple(found)


def keep_graphs(reading: Reading, root: "_Element") -> None:
    """Keep the graphs word by word: a study does not draw them."""
    for graph in children(child(root, "Graphs"), "Graph"):
        reading.leftovers.append(Leftover("", "Graph", as_xml(graph)))
