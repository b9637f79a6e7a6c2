"""What the styles of a Word file say of a paragraph: its heading level and its list."""

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading (\d)$", re.IGNORECASE)
_LONGEST_CHAIN = 20


class InList(NamedTuple):
    """The list of a paragraph and its depth there, counted from 0."""

    list_id: str
    depth: int


class Styles:
    """The paragraph styles of one document, each with those it is based on."""

    def __init__(self, root: "_Element | None", w: str) -> None:
        """Read `root` (styles.xml); `w` is Word's namespace in braces."""
        self._w = w
        self._styles: dict[str, _Element] = {}
        if root is not None:
            for style in root.iterfind(f"{w}style"):
                self._styles[style.get(f"{w}styleId", "")] = style

    def level(self, properties: "_Element | None") -> int:
        """Return the heading level of a paragraph by its properties: 1 to 9, 0 for none."""
        for element in self._chain(properties):
            outline = element.find(f"{self._w}outlineLvl")
            if outline is None:
                outline = element.find(f"{self._w}pPr/{self._w}outlineLvl")
            if outline is not None:
                value = outline.get(f"{self._w}val", "9")
                return int(value) + 1 if value.isdigit() and int(value) < 9 else 0
            named = element.find(f"{self._w}name")
            name = named.get(f"{self._w}val", "") if named is not None else ""
            if found := _HEADING.match(name):
                return int(found.group(1))
            if name.lower() == "title":
                return 1
        return 0

    def in_list(self, properties: "_Element | None") -> InList | None:
        """Return the list in which a paragraph stands, or None."""
        for element in self._chain(properties):
            numbered = element.find(f"{self._w}numPr")
            if numbered is None:
                numbered = element.find(f"{self._w}pPr/{self._w}numPr")
            if numbered is None:
                continue
            list_id = numbered.find(f"{self._w}numId")
            depth = numbered.find(f"{self._w}ilvl")
            number = list_id.get(f"{self._w}val", "") if list_id is not None else ""
            level = depth.get(f"{self._w}val", "0") if depth is not None else "0"
            return InList(number, int(level) if level.isdigit() else 0)
        return None

    def _chain(self, properties: "_Element | None") -> "list[_Element]":
        """Return the paragraph's own properties, then its style and those under it."""
        if properties is None:
            return []
        chain = [properties]
        named = properties.find(f"{self._w}pStyle")
        while named is not None and len(chain) < _LONGEST_CHAIN:
            style = self._styles.get(named.get(f"{self._w}val", ""))
            if style is None:
                break
            chain.append(style)
            named = style.find(f"{self._w}basedOn")
        return chain
