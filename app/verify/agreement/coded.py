"""Who coded what: the codings of a study by source, code and coder, read in one query."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.reduce.code_paths import PATH_JOIN
from app.reduce.code_tree import read_tree
from app.verify.agreement.spans import Span
from models.collection import Source
from models.design import Coder
from models.reduction import Code, Coding, Excerpt

AUTOMATIC = "automatic"
Place = tuple[int, int]
"""A source and a code."""


@dataclass(frozen=True, slots=True)
class CoderRow:
    """Who codes, and how many codings are theirs."""

    id: int
    name: str
    colour: str
    kind: str
    codings: int


@dataclass(frozen=True, slots=True)
class Coded:
    """The spans of each coder by source and code; lengths and references of the sources."""

    spans: Mapping[int, Mapping[Place, list[Span]]]
    lengths: Mapping[int, int]
    references: Mapping[int, str]

    def sources_of(self, coder_id: int) -> set[int]:
        """Return the sources in which someone coded anything."""
        return {source for source, _ in self.spans.get(coder_id, {})}

    def codes_of(self, coder_id: int, sources: Collection[int]) -> set[int]:
        """Return the codes that someone used in any of the sources."""
        return {code for source, code in self.spans.get(coder_id, {}) if source in sources}

    def of(self, coder_id: int, source_id: int, code_id: int) -> list[Span]:
        """Return where someone gave a code in a source; sorted."""
        return self.spans.get(coder_id, {}).get((source_id, code_id), [])


@dataclass(frozen=True, slots=True)
class NamedCode:
    """A code with its path in the tree and its colour."""

    path: str
    colour: str


def read_codes(connection: Connection) -> dict[int, NamedCode]:
    """Return every code by id, in the order of the tree."""
    tree = read_tree(connection)
    rows = {row.id: row for row in connection.execute(select(Code.id, Code.name, Code.colour))}
    return {
        code: NamedCode(
            PATH_JOIN.join(rows[each].name for each in (*[*tree.above(code)][::-1], code)),
            rows[code].colour,
        )
        for code, _ in tree.in_order()
    }


def read_coded(connection: Connection) -> Coded:
    """Read all codings, in the order of the texts."""
    query = (
        select(Coding.coder_id, Excerpt.source_id, Coding.code_id, Excerpt.start, Excerpt.end)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .order_by(Excerpt.source_id, Excerpt.start, Excerpt.end)
    )
    spans: dict[int, dict[Place, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for coder, source, code, start, end in connection.execute(query):
        spans[coder][source, code].append((start, end))
    sources = connection.execute(
        select(Source.id, Source.length, Source.reference).order_by(Source.reference)
    ).all()
    return Coded(
        spans={coder: dict(places) for coder, places in spans.items()},
        lengths={row.id: row.length for row in sources},
        references={row.id: row.reference for row in sources},
    )


def read_coders(connection: Connection, coded: Coded) -> list[CoderRow]:
    """Return who codes: people before automatic coders, the busiest first."""
    rows = connection.execute(select(Coder.id, Coder.name, Coder.colour, Coder.kind)).all()
    found = [
        CoderRow(*row, codings=sum(map(len, coded.spans.get(row.id, {}).values()))) for row in rows
    ]
    return sorted(found, key=lambda c: (c.kind == AUTOMATIC, -c.codings, c.id))
