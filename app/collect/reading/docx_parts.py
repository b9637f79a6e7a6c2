"""Which part of a Word package is what: document, styles, numbering, footnotes, endnotes."""

from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from app.collect.reading.archive import Archive
from app.errors import UserError

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the parts that carry words; `w` is Word's namespace in braces."""

    body: "_Element"
    w: str
    styles: "_Element | None"
    numbering: "_Element | None"
    footnotes: "_Element | None"
    endnotes: "_Element | None"


def parts_of(archive: Archive) -> Parts:
    """Find and parse the parts. Raises UserError where the document itself is missing."""
    main = _related(archive, "").get("officeDocument", "word/document.xml")
    document = archive.xml(main)
    if document is None:
        raise UserError("collect.damaged", file=archive.name)
    w = _STRICT if document.tag.startswith(_STRICT) else _TRANSITIONAL
    body = document.find(f"{w}body")
    if body is None:
        raise UserError("collect.damaged", file=archive.name)
    related = _related(archive, main)

    def part(kind: str) -> "_Element | None":
        return archive.xml(related.get(kind, join(dirname(main), f"{kind}.xml")))

    return Parts(body, w, part("styles"), part("numbering"), part("footnotes"), part("endnotes"))


def _related(archive: Archive, part: str) -> dict[str, str]:
    """Return the parts that `part` (or the package, where it is "") names, by kind."""
    folder, name = dirname(part), part.rpartition("/")[2]
    root = archive.xml(join(folder, "_rels", f"{name}.rels"))
    if root is None:
        return {}
    found: dict[str, str] = {}
    for relation in root:
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        target = str(relation.get("Target", ""))
        if relation.get("TargetMode") != "External" and target:
            path = target.lstrip("/") if target.startswith("/") else join(folder, target)
            found.setdefault(kind, normpath(path))
    return found
