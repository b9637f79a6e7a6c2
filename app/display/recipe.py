"""What a matrix is made of: its rows, its columns, what a cell holds, and what is left out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.errors import UserError

DIMENSIONS = ("code", "method", "role", "category", "site", "informant", "source")
COUNTS = ("excerpts", "informants", "sources", "quotations")


@dataclass(frozen=True, slots=True)
class MatrixRecipe:
    """How a matrix is built.

    `codes` are the codes that make rows or columns (None: all); with `branches` a code counts the
    codes under it. `directions` limits the codings (empty: all). `chart` is how it is shown:
    table, bars or heat.
    """

    rows: str = "code"
    columns: str = "method"
    count: str = "excerpts"
    codes: tuple[int, ...] | None = None
    branches: bool = True
    directions: tuple[str, ...] = ()
    hide_empty: bool = False
    chart: str = "table"

    def __post_init__(self) -> None:
        """Raise UserError where a dimension or a count is not known, or both are the same."""
        for dimension in (self.rows, self.columns):
            if dimension not in DIMENSIONS:
                raise UserError("display.no_dimension", name=dimension, known=", ".join(DIMENSIONS))
        if self.rows == self.columns:
            raise UserError("display.same_dimension", name=self.rows)
        if self.count not in COUNTS:
            raise UserError("display.no_count", name=self.count, known=", ".join(COUNTS))


def as_settings(recipe: MatrixRecipe) -> dict[str, Any]:
    """Return a recipe as it is kept in the study."""
    return asdict(recipe)


def from_settings(settings: Mapping[str, Any]) -> MatrixRecipe:
    """Return the recipe that was kept; what an older Tilik did not know takes its default."""
    known = {name: settings[name] for name in MatrixRecipe.__slots__ if name in settings}
    for name in ("codes", "directions"):
        if isinstance(known.get(name), list):
            known[name] = tuple(known[name])
    return MatrixRecipe(**known)


def recipe_from_words(rows: str, columns: str, count: str) -> MatrixRecipe:
    """Return the recipe for words typed in a terminal. Raises UserError for unknown ones."""
    return MatrixRecipe(rows=rows.strip(), columns=columns.strip(), count=count.strip())
