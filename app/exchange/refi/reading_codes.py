"""The code tree of a .qde or a .qdc."""

from typing import TYPE_CHECKING

from app.exchange.incoming import InCode
from app.exchange.refi.elements import Reading, child, children, colour, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_IN_CODE = frozenset({"Description", "NoteRef", "Code"})


def read_codes(reading: Reading, codebook: "_Element | None") -> tuple[InCode, ...]:
    """Return the codes of a code book, parents before children."""
    found: list[InCode] = []
    waiting = [(code, "") for code in children(child(codebook, "Codes"), "Code")][::-1]
    while waiting:
        element, parent = waiting.pop()
        code = _code(reading, element, parent)
        found.append(code)
        waiting += [(below, code.guid) for below in children(element, "Code")][::-1]
    return tuple(found)


def _code(reading: Reading, element: "_Element", parent: str) -> InCode:
    guid = reading.guid(element)
    reading.look(element, guid, _IN_CODE)
    name = element.get("name", "")
    told = element.get("color", "")
    if told and not colour(told):
        reading.trouble("changed.colour", name=name, colour=told)
    return InCode(
        guid=guid,
        name=name,
        parent=parent,
        colour=colour(told),
        description=words(element, "Description"),
        codable=element.get("isCodable", "true").strip().lower() not in ("false", "0"),
    )
