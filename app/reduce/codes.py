"""The code tree as it is shown: every code with its codebook entry and how much it is used."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from app.errors import UserError
from app.reduce.code_paths import PATH_JOIN
from app.reduce.code_tree import read_tree
from app.reduce.code_uses import UNUSED, Coders, count_uses
from app.study import Study
from models.reduction import Code


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code in the order of the tree, with its codebook entry and how much it is used.

    `excerpts` and `informants` are those of the code and all codes under it, each counted once;
    `own_excerpts` those of the code alone.
    """

    id: int
    parent_id: int | None
    name: str
    path: str
    depth: int
    colour: str
    position: int
    definition: str
    when_to_use: str
    when_not_to_use: str
    typical_example: str
    counter_example: str
    origin: str
    cycle: str
    question_id: int | None
    own_excerpts: int
    excerpts: int
    informants: int


ENTRY = (
    *("definition", "when_to_use", "when_not_to_use", "typical_example", "counter_example"),
    *("origin", "cycle", "question_id"),
)
"""The codebook entry of a code, by field."""


def codes(study: Study, coders: Coders = None) -> list[CodeRow]:
    """Return all codes in the order of the tree; only codings of `coders` count."""
    with study.read() as connection:
        rows = connection.execute(select(Code.__table__).order_by(Code.position, Code.id)).all()
        tree = read_tree(connection)
        used = count_uses(connection, tree, coders=coders)
    by_id = {row.id: row for row in rows}
    paths: dict[int, str] = {}
    found: list[CodeRow] = []
    for code_id, depth in tree.in_order():
        row, use = by_id[code_id], used.get(code_id, UNUSED)
        above = paths.get(row.parent_id, "")
        path = paths[code_id] = f"{above}{PATH_JOIN}{row.name}" if above else row.name
        found.append(
            CodeRow(
                id=code_id,
                parent_id=row.parent_id,
                name=row.name,
                path=path,
                depth=depth,
                colour=row.colour,
                position=row.position,
                **{field: getattr(row, field) for field in ENTRY},
                own_excerpts=use.own_excerpts,
                excerpts=use.excerpts,
                informants=use.informants,
            )
        )
    return found


def codebook(study: Study) -> list[CodeRow]:
    """Return what a codebook prints: the codes in the order of the tree. The same as `codes`."""
    return codes(study)


def branch(study: Study, code_id: int) -> frozenset[int]:
    """Return a code and all codes under it."""
    with study.read() as connection:
        return frozenset(read_tree(connection).branch(code_id))


_NAMES = select(Code.__table__.c.id, Code.__table__.c.name).where(
    Code.id.in_(bindparam("ids", expanding=True))
)


def names_of(connection: Connection, ids: Iterable[int], shown: int = 3) -> str:
    """Return the names of codes for a sentence, with … where there are more than `shown`.

    Raises UserError where one of them is no longer there.
    """
    wanted = list(dict.fromkeys(ids))
    rows = connection.execute(_NAMES, {"ids": wanted})
    names = {row.id: row.name for row in rows}
    if not wanted or len(names) < len(wanted):
        raise UserError("reduce.no_such_code")
    return shortened([names[code] for code in wanted], shown)


def shortened(names: Iterable[str], shown: int = 3) -> str:
    """Return names in one line, each once, with … where there are more than `shown`."""
    different = list(dict.fromkeys(names))
    more = " …" if len(different) > shown else ""
    return ", ".join(different[:shown]) + more
