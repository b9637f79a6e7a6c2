"""Which codes of the tree are seen: by the letters typed, and by how they are used or marked."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from ui.reduce.code_model import Node

Kind = Literal["all", "favourites", "recent", "unused"]
KINDS: tuple[Kind, ...] = ("all", "favourites", "recent", "unused")


@dataclass(frozen=True, slots=True)
class CodeFilter:
    """`words` must all stand in a code's path; `recent` are the codes used last."""

    words: str = ""
    kind: Kind = "all"
    recent: Collection[int] = frozenset()

    @property
    def on(self) -> bool:
        """Whether anything may be out of sight."""
        return bool(self.words.split()) or self.kind != "all"

    def found(self, nodes: Mapping[int, Node]) -> set[int]:
        """Return the codes that fit, without those above them."""
        parts = self.words.casefold().split()
        fit = {
            code_id for code_id, node in nodes.items() if all(part in node.folded for part in parts)
        }
        if self.kind == "favourites":
            return {code_id for code_id in fit if nodes[code_id].favourite}
        if self.kind == "recent":
            return fit.intersection(self.recent)
        if self.kind == "unused":
            return {code_id for code_id in fit if not nodes[code_id].code.excerpts}
        return fit

    def pattern(self) -> re.Pattern[str] | None:
        """Return what finds the typed letters in a name, None where none are typed."""
        parts = sorted(self.words.split(), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, parts)), re.IGNORECASE) if parts else None


def above(nodes: Mapping[int, Node], ids: Collection[int]) -> set[int]:
    """Return all codes that stand above one of `ids`."""
    found: set[int] = set()
    for code_id in ids:
        parent = nodes[code_id].code.parent_id
        while parent is not None and parent not in found:
            found.add(parent)
            parent = nodes[parent].code.parent_id
    return found
