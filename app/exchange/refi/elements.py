"""Small readings of an element: its guid, times, notes, and what the schema does not know of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from app.collect.reading.archive import parse_xml
from app.errors import UserError
from app.exchange.incoming import InCoding, Leftover, Trouble
from app.exchange.refi.guids import as_guid, is_guid, is_plain_guid
from app.exchange.refi.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_MADE = ("creatingUser", "creationDateTime", "modifyingUser", "modifiedDateTime")
KNOWN: dict[str, frozenset[str]] = {
    name: frozenset(attributes.split()) | frozenset(_MADE if made else ())
    for name, attributes, made in (
        ("User", "guid name id", False),
        ("Code", "guid name isCodable color", False),
        ("Variable", "guid name typeOfVariable", False),
        ("Case", "guid name", False),
        ("TextSource", "guid name richTextPath plainTextPath", True),
        ("Representation", "guid name richTextPath plainTextPath", True),
        ("TextDescription", "guid name richTextPath plainTextPath", True),
        ("Transcript", "guid name richTextPath plainTextPath", True),
        ("Note", "guid name richTextPath plainTextPath", True),
        ("PictureSource", "guid name path currentPath", True),
        ("PDFSource", "guid name path currentPath", True),
        ("AudioSource", "guid name path currentPath", True),
        ("VideoSource", "guid name path currentPath", True),
        ("PlainTextSelection", "guid name startPosition endPosition", True),
        ("PictureSelection", "guid name firstX firstY secondX secondY", True),
        ("PDFSelection", "guid name page firstX firstY secondX secondY", True),
        ("AudioSelection", "guid name begin end", True),
        ("VideoSelection", "guid name begin end", True),
        ("TranscriptSelection", "guid name fromSyncPoint toSyncPoint", True),
        ("Coding", "guid creatingUser creationDateTime", False),
        ("Set", "guid name", False),
        ("Link", "guid name direction color originGUID targetGUID", False),
        (
            "Project",
            "name origin creatingUserGUID creationDateTime modifyingUserGUID "
            "modifiedDateTime basePath",
            False,
        ),
        ("CodeBook", "origin", False),
    )
}
"""The attributes that the schema gives the elements that are read."""
Parts = dict[str, list["_Element"]]
"""The children of an element by name, in their order."""
_NAMESPACES = ("urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0", "")


@dataclass(slots=True)
class Reading:
    """One file being read: the package, what refers to what, what is left over."""

    package: Package
    root: "_Element"
    origin: str = ""
    noted: dict[str, list[str]] = field(default_factory=dict)
    """By the guid of a note: what refers to it."""
    variables: dict[str, str] = field(default_factory=dict)
    leftovers: list[Leftover] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    changes: int = 0
    """How often the file says who changed something last."""
    texts: int = 0
    """Bytes of texts that were read so far."""
    number: int = 0

    def trouble(self, key: str, **values: object) -> None:
        """Report something that was changed or could not be held."""
        self.troubles.append(Trouble(f"exchange.{key}", values))

    def guid(self, element: "_Element") -> str:
        """Return the guid of an element; one that is none, or missing, is made one."""
        told = element.get("guid", "")
        if is_plain_guid(told):
            return told
        if not is_guid(told):
            self.number += 1
            name = element.get("name", "") or local(element)
            self.trouble("changed.guid_wrong", name=name, guid=told)
        return as_guid(told or f"{local(element)} {self.number} of {self.package.name}")

    def look(self, element: "_Element", guid: str, children: frozenset[str]) -> Parts:
        """Note what refers to notes, and keep attributes and children that are not known.

        Returns the children that are.
        """
        known = KNOWN.get(local(element), frozenset())
        if not known.issuperset(element.keys()):
            for name, value in element.attrib.items():
                if name not in known and not str(name).startswith("{http://www.w3.org/"):
                    self.leftovers.append(Leftover(guid, str(name), str(value)))
        parts: Parts = {}
        for child in element:
            name = local(child)
            if name == "NoteRef":
                self.noted.setdefault(as_guid(child.get("targetGUID", "")), []).append(guid)
            elif name in children:
                parts.setdefault(name, []).append(child)
            else:
                self.leftovers.append(Leftover(guid, name, as_xml(child)))
        changed = element.get("modifiedDateTime")
        if changed is not None and changed != element.get("creationDateTime"):
            self.changes += 1
        return parts


def local(element: "_Element") -> str:
    """Return the name of an element without its namespace, where it is REFI's own or none."""
    tag: object = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


@cache
def _bare(tag: str) -> str:
    namespace, _, name = tag.rpartition("}")
    return name if namespace.lstrip("{") in _NAMESPACES else tag


def children(element: "_Element | None", name: str) -> Iterator["_Element"]:
    """Yield the children of a name."""
    if element is not None:
        for child in element.iterchildren("{*}" + name):
            if local(child) == name:
                yield child


def child(element: "_Element | None", name: str) -> "_Element | None":
    """Return the first child of a name, or None."""
    return next(children(element, name), None)


def words(element: "_Element | None", name: str) -> str:
    """Return the words of the first child of a name."""
    found = child(element, name)
    return inner(found) if found is not None else ""


def described(parts: Parts) -> str:
    """Return the words of the description among the children of an element."""
    found = parts.get("Description")
    return inner(found[0]) if found else ""


def inner(element: "_Element") -> str:
    """Return the words in an element."""
    return "".join(str(part) for part in element.itertext())


def as_xml(element: "_Element") -> str:
    """Return an element as XML, without what follows it."""
    from lxml import etree

    return etree.tostring(element, encoding="unicode", with_tail=False)


def target(element: "_Element") -> str:
    """Return the guid that a reference names."""
    return as_guid(element.get("targetGUID") or element.get("guid") or "")


def whole_number(element: "_Element", name: str) -> int | None:
    """Return a number of an element; None where it is none, or too large to be a place."""
    try:
        number = int(element.get(name, ""))
    except ValueError:
        return None
    return number if abs(number) < 10**15 else None


def made_by(element: "_Element") -> str:
    """Return the guid of who made an element, or ""."""
    return as_guid(element.get("creatingUser", ""))


def made_at(element: "_Element") -> datetime | None:
    """Return when an element was made, or None."""
    return moment(element.get("creationDateTime", ""))


def moment(told: str) -> datetime | None:
    """Return a time as XML writes it; None where it is none."""
    try:
        return datetime.fromisoformat(told.strip())
    except ValueError:
        return None


def colour(told: str) -> str:
    """Return "#rgb" or "#rrggbb" as a study holds it, or "" where it is neither."""
    told = told.strip().lower()
    digits = told.removeprefix("#")
    if not told.startswith("#") or not all(d in "0123456789abcdef" for d in digits):
        return ""
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    return f"#{digits}" if len(digits) == 6 else ""


_IN_CODING = frozenset({"CodeRef"})


def codings(reading: Reading, parts: Parts) -> tuple[InCoding, ...]:
    """Return the codings among the children of a selection or a source."""
    found = []
    for coding in parts.get("Coding", ()):
        guid = reading.guid(coding)
        codes = reading.look(coding, guid, _IN_CODING).get("CodeRef", ())
        who, when = made_by(coding), made_at(coding)
        found += [InCoding(guid, target(code), who, when) for code in codes]
    return tuple(found)


_PARTS = {
    "TextValue": "text",
    "BooleanValue": "boolean",
    "IntegerValue": "integer",
    "FloatValue": "float",
    "DateValue": "date",
    "DateTimeValue": "datetime",
}


def values(reading: Reading, element: "_Element") -> dict[str, str]:
    """Return the values of variables, by their names."""
    found: dict[str, str] = {}
    for value in children(element, "VariableValue"):
        reference = child(value, "VariableRef")
        guid = target(reference) if reference is not None else ""
        name = reading.variables.get(guid, "")
        said = next((inner(c) for c in value if local(c) in _PARTS), "")
        if not name:
            reading.trouble("lost.value_without_variable", value=said[:80], guid=guid)
        elif found.get(name, said) != said:
            reading.trouble("changed.two_values", name=name, kept=found[name][:80], other=said[:80])
        else:
            found[name] = said
    return found


def parsed(name: str, data: bytes) -> "_Element":
    """Return the root of a REFI file. Raises UserError where it is damaged or declares entities."""
    root = parse_xml(name, data.lstrip(b" \t\r\n"))
    document: Any = root.getroottree().docinfo
    if document.doctype or document.internalDTD is not None:
        raise UserError("collect.unsafe_xml", file=name)
    return root
