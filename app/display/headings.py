"""The rows and columns of a matrix: the values of a dimension, in their order, with their names."""

from dataclasses import dataclass

from sqlalchemy import Connection, case, select

from app.display.recipe import MatrixRecipe
from app.language.words import say
from app.reduce.code_tree import read_tree
from app.study import Study
from models.collection import Source
from models.design import METHODS, Category, Informant, Role, Site
from models.reduction import Code

_method_order = case({method: n for n, method in enumerate(METHODS)}, value=Source.method)

Key = int | str | None
"""The id of a row or column: of a code, role, …; a method's name; None is "without one"."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or a column: its key, its name, and for a code its depth and colour."""

    key: Key
    name: str
    depth: int = 0
    colour: str = ""


def headings(study: Study, dimension: str, recipe: MatrixRecipe, language: str) -> list[Heading]:
    """Return the values of `dimension`, without the one for "none"."""
    if dimension == "code":
        return _codes(study, recipe)
    with study.read() as connection:
        if dimension == "method":
            used = set(connection.scalars(select(Source.method).distinct()))
            return [Heading(m, say(f"study.methods.{m}", language)) for m in METHODS if m in used]
        return _named(connection, dimension)


def nothing(dimension: str, language: str) -> Heading:
    """Return the heading for excerpts without a value in `dimension`."""
    return Heading(None, say(f"display.without.{dimension}", language))


def _codes(study: Study, recipe: MatrixRecipe) -> list[Heading]:
    """Return the codes that a recipe shows, in the order of the tree."""
    with study.read() as connection:
        tree = read_tree(connection)
        rows = {row.id: row for row in connection.execute(select(Code.id, Code.name, Code.colour))}
    return [
        Heading(key, rows[key].name, depth, rows[key].colour)
        for key, depth in tree.in_order()
        if recipe.codes is None or key in recipe.codes
    ]


def _named(connection: Connection, dimension: str) -> list[Heading]:
    queries = {
        "role": select(Role.id, Role.name).order_by(Role.position, Role.id),
        "category": select(Category.id, Category.name).order_by(Category.position, Category.id),
        "site": select(Site.id, Site.name).order_by(Site.position, Site.id),
        "informant": select(Informant.id, Informant.code).order_by(
            Informant.position, Informant.code
        ),
        "source": select(Source.id, Source.reference).order_by(_method_order, Source.reference),
    }
    return [Heading(key, name) for key, name in connection.execute(queries[dimension])]
