"""The rows and columns of a matrix: the values of a dimension, in their order, with their names."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, case, literal, select

from app.display.recipe import Key, MatrixRecipe
from app.language.words import say
from app.reduce.code_paths import PATH_JOIN
from app.reduce.code_tree import Tree
from models.collection import Source
from models.design import METHODS, Category, Informant, Role, Site
from models.reduction import Code

_method_order = case({method: n for n, method in enumerate(METHODS)}, value=Source.method)


@dataclass(frozen=True, slots=True)
class Heading:
    """One row or column. `depth` counts the shown codes above a code; `colour` is a code's.

    `more` tells it from others of the same name: the path of a code, the post of an informant,
    the title of a source.
    """

    key: Key
    name: str
    depth: int = 0
    colour: str = ""
    more: str = ""


def shown_codes(tree: Tree, recipe: MatrixRecipe) -> list[int]:
    """Return the codes that a recipe shows, in the order of the tree."""
    wanted = set(tree.parents) if recipe.codes is None else set(recipe.codes)
    if recipe.under is not None and recipe.under in tree.parents:
        wanted &= set(tree.branch(recipe.under))
    for dimension, hidden in (
        (recipe.rows, recipe.hidden_rows),
        (recipe.columns, recipe.hidden_columns),
    ):
        if dimension == "code":
            wanted -= {key for key in hidden if isinstance(key, int)}
    if recipe.top_only:
        return tree.without_those_below(wanted)
    return [code for code, _ in tree.in_order() if code in wanted]


def code_headings(connection: Connection, tree: Tree, shown: Sequence[int]) -> list[Heading]:
    """Return the headings of codes, each as deep as there are shown codes above it."""
    rows = connection.execute(select(Code.id, Code.name, Code.colour))
    known = {row.id: row for row in rows}
    among = set(shown)
    found = []
    for code in shown:
        above = list(tree.above(code))
        path = PATH_JOIN.join(known[each].name for each in (*reversed(above), code))
        depth = len(among.intersection(above))
        found.append(Heading(code, known[code].name, depth, known[code].colour, path))
    return found


def headings(connection: Connection, dimension: str, language: str) -> list[Heading]:
    """Return the values of any other dimension, without the one for "none"."""
    if dimension == "method":
        used = set(connection.scalars(select(Source.method).distinct()))
        return [Heading(m, say(f"study.methods.{m}", language)) for m in METHODS if m in used]
    queries = {
        "role": select(Role.id, Role.name, literal("")).order_by(Role.position, Role.id),
        "category": select(Category.id, Category.name, literal("")).order_by(
            Category.position, Category.id
        ),
        "site": select(Site.id, Site.name, Site.address).order_by(Site.position, Site.id),
        "informant": select(Informant.id, Informant.code, Informant.post).order_by(
            Informant.position, Informant.code
        ),
        "source": select(Source.id, Source.reference, Source.title).order_by(
            _method_order, Source.reference
        ),
    }
    rows = connection.execute(queries[dimension])
    return [Heading(key, name, more=more) for key, name, more in rows]


def nothing(dimension: str, language: str) -> Heading:
    """Return the heading for excerpts without a value in `dimension`."""
    return Heading(None, say(f"display.without.{dimension}", language))


def ordered(found: Iterable[Heading], order: str, totals: Mapping[Key, int]) -> list[Heading]:
    """Return headings in one of ORDERS; codes are ordered among those that stand side by side."""
    given = list(found)
    if order == "name":
        return _sorted_tree(given, lambda heading: _natural(heading.name))
    if order == "total":
        return _sorted_tree(given, lambda heading: (-totals.get(heading.key, 0),))
    return given


def flat(found: Iterable[Heading]) -> list[Heading]:
    """Return headings without depth; one that shares its name is named by its path."""
    given = list(found)
    names = [heading.name for heading in given]
    return [
        replace(h, depth=0, name=h.more if h.more and names.count(h.name) > 1 else h.name)
        for h in given
    ]


def _sorted_tree(
    given: list[Heading], by: Callable[[Heading], tuple[object, ...]]
) -> list[Heading]:
    """Sort siblings, each followed by those under it; "without" stays last."""
    blocks: list[list[Heading]] = []
    least = min((heading.depth for heading in given), default=0)
    for heading in given:
        if heading.depth <= least or not blocks:
            blocks.append([heading])
        else:
            blocks[-1].append(heading)
    blocks.sort(key=lambda block: (block[0].key is None, by(block[0])))
    return [heading for first, *under in blocks for heading in (first, *_sorted_tree(under, by))]


def _natural(name: str) -> tuple[object, ...]:
    """Return a key by which KS-2 stands before KS-10."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts)
