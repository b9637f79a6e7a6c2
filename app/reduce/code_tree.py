"""The shape of the code tree: which codes stand under which, in their order."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, select

from models.reduction import Code


@dataclass(frozen=True)
class Tree:
    """`parents` by code id, None at the top; siblings in their order."""

    parents: Mapping[int, int | None]

    @cached_property
    def children(self) -> Mapping[int | None, list[int]]:
        """The codes directly under each code; under None, those at the top."""
        children: dict[int | None, list[int]] = {}
        for code, parent in self.parents.items():
            children.setdefault(parent, []).append(code)
        return children

    def branch(self, code_id: int) -> tuple[int, ...]:
        """Return a code and all codes under it."""
        return self.branches([code_id])

    def branches(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Return codes and all codes under them, each once."""
        found = dict.fromkeys(ids)
        waiting = list(found)
        for code in waiting:
            below = [c for c in self.children.get(code, ()) if c not in found]
            found.update(dict.fromkeys(below))
            waiting.extend(below)
        return tuple(found)

    def above(self, code_id: int) -> Iterator[int]:
        """Yield the codes above a code, the nearest first."""
        above = self.parents.get(code_id)
        while above is not None:
            yield above
            above = self.parents.get(above)

    def top(self, code_id: int) -> int:
        """Return the code at the top of the branch in which a code stands."""
        return next(iter(list(self.above(code_id))[-1:]), code_id)

    def without_those_below(self, ids: Iterable[int]) -> list[int]:
        """Return those of `ids` that stand under none of the others, in the order of the tree."""
        wanted = set(ids)
        return [
            code
            for code, _ in self.in_order()
            if code in wanted and wanted.isdisjoint(self.above(code))
        ]

    def deepest_first(self) -> list[int]:
        """Return all codes, each after every code under it."""
        found = list(self.children.get(None, ()))
        for code in found:
            found.extend(self.children.get(code, ()))
        return found[::-1]

    def in_order(self) -> Iterator[tuple[int, int]]:
        """Yield every code with its depth, each before the codes under it."""
        stack = [(code, 0) for code in reversed(self.children.get(None, []))]
        while stack:
            code, depth = stack.pop()
            yield code, depth
            stack.extend((c, depth + 1) for c in reversed(self.children.get(code, [])))


def read_tree(connection: Connection) -> Tree:
    """Read the tree of all codes."""
    rows = connection.execute(select(Code.id, Code.parent_id).order_by(Code.position, Code.id))
    return Tree({row.id: row.parent_id for row in rows})
