"""How much each code is used: counted for all, or again for those that a change touched."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, String, cast, func, select

from app.reduce.code_tree import Tree, read_tree
from app.study import Changed, Study
from models.history import ChangeImage
from models.reduction import Coding, Excerpt

Coders = Collection[int] | None
"""Ids of the coders whose codings count; None for all."""
MANY = 2_000
"""From so many changed codings on it is cheaper to count all codes."""


@dataclass(frozen=True, slots=True)
class Use:
    """How much a code is used: excerpts of it alone, and excerpts and informants of its branch."""

    own_excerpts: int = 0
    excerpts: int = 0
    informants: int = 0


UNUSED = Use()


def uses(study: Study) -> dict[int, Use]:
    """Count every code."""
    with study.read() as connection:
        return count_uses(connection, read_tree(connection))


def uses_after(study: Study, changed: Changed, coders: Coders = None) -> dict[int, Use]:
    """Count the codes anew that `changed` may have touched, with those above them.

    Only codings of `coders` count. What a removed coding belonged to is told by the history.
    Everything is counted where codes moved, or where the change is large.
    """
    with study.read() as connection:
        tree = read_tree(connection)
        touched = _touched(connection, changed)
        if touched is None:
            return count_uses(connection, tree, coders=coders)
        tops = {tree.top(code) for code in touched if code in tree.parents}
        branches = {code for top in tops for code in tree.branch(top)}
        return count_uses(connection, tree, branches, coders) if branches else {}


def count_uses(
    connection: Connection,
    tree: Tree,
    only: Collection[int] | None = None,
    coders: Coders = None,
) -> dict[int, Use]:
    """Count all codes, or `only` those given: whole branches, from the top of the tree down.

    Only codings of `coders` count.
    """
    own = {code: (excerpts, people) for code, excerpts, people in _own(connection, only, coders)}
    whole: dict[int, tuple[set[str], set[str]]] = {}
    found: dict[int, Use] = {}
    for code in tree.deepest_first():
        if only is not None and code not in only:
            continue
        excerpts, people = own.get(code, (set(), set()))
        count = len(excerpts)
        for below in tree.children.get(code, ()):
            excerpts = excerpts | whole[below][0]
            people = people | whole[below][1]
        whole[code] = (excerpts, people)
        found[code] = Use(count, len(excerpts), len(people))
    return found


def _own(
    connection: Connection, only: Collection[int] | None, coders: Coders
) -> Iterator[tuple[int, set[str], set[str]]]:
    """Yield each used code with its excerpts and the informants who speak in them.

    The ids come as one list a code: 20,000 rows would take three times as long to fetch.
    """
    query = (
        select(
            Coding.code_id,
            func.aggregate_strings(cast(Coding.excerpt_id, String), ","),
            func.aggregate_strings(cast(Excerpt.speaker_id, String), ","),
        )
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .group_by(Coding.code_id)
    )
    if only is not None:
        query = query.where(Coding.code_id.in_(only))
    if coders is not None:
        query = query.where(Coding.coder_id.in_(coders))
    for code, excerpts, people in connection.execute(query):
        yield code, set(excerpts.split(",")), set(people.split(",")) if people else set()


def _touched(connection: Connection, changed: Changed) -> set[int] | None:
    """Return every code that the changed codings bear, or ever bore; None where that is too much.

    An excerpt that changed (its speaker) touches the codes of its codings.
    """
    codings = changed.rows.get("coding", frozenset())
    excerpts = changed.rows.get("excerpt", frozenset())
    if changed.touches("code") or len(codings) + len(excerpts) > MANY:
        return None
    images = select(ChangeImage.before, ChangeImage.after).where(
        ChangeImage.entity == "coding", ChangeImage.row.in_(codings)
    )
    inside = images.subquery()
    touched: set[int] = set()
    for image in (inside.c.before, inside.c.after):
        found = connection.scalars(select(func.json_extract(image, "$.code_id")).distinct())
        touched.update(code for code in found if code is not None)
    coded = select(Coding.code_id).where(Coding.excerpt_id.in_(excerpts)).distinct()
    touched.update(connection.scalars(coded))
    return touched


def changed_uses(before: Mapping[int, Use], after: Mapping[int, Use]) -> dict[int, Use]:
    """Return the uses of `after` that differ from `before`."""
    return {code: use for code, use in after.items() if before.get(code, UNUSED) != use}
