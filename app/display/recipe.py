"""What a matrix is made of: its rows, its columns, what a cell holds, and what is left out."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from app.errors import UserError

DIMENSIONS = ("code", "method", "role", "category", "site", "informant", "source")
COUNTS = ("excerpts", "informants", "sources", "quotations", "both")
"""What a cell holds; "both" is the number of excerpts and the first of them in words."""
ORDERS = ("own", "name", "total")
"""In what order rows or columns stand: that of the study, by name, or the largest total first."""
CHARTS = ("table", "bars", "stacked", "heat")

Key = int | str | None
"""The id of a row or column: of a code, role, …; a method's name; None is "without one"."""


@dataclass(frozen=True, slots=True)
class MatrixRecipe:
    """How a matrix is built.

    Which codes: `codes` are chosen ones (None: all), `under` limits them to one code and those
    under it, `top_only` to those that stand under no other shown code. With `branches` a code
    counts the codes under it. Where neither rows nor columns are codes, the same choice limits
    what is counted. `directions` limits the codings (empty: all). `hidden_rows` and
    `hidden_columns` are keys left out, of the totals too. `quotations` is how many stand in a
    cell. `chart` is how the matrix is shown.

    Raises UserError where a dimension or a count is not known, or both dimensions are the same.
    """

    rows: str = "code"
    columns: str = "method"
    count: str = "excerpts"
    codes: tuple[int, ...] | None = None
    branches: bool = True
    directions: tuple[str, ...] = ()
    hide_empty: bool = False
    chart: str = "table"
    under: int | None = None
    top_only: bool = False
    hidden_rows: tuple[Key, ...] = ()
    hidden_columns: tuple[Key, ...] = ()
    row_order: str = "own"
    column_order: str = "own"
    quotations: int = 3

    def __post_init__(self) -> None:
        """Refuse what cannot be a matrix."""
        for dimension in (self.rows, self.columns):
            if dimension not in DIMENSIONS:
                raise UserError("display.no_dimension", name=dimension, known=", ".join(DIMENSIONS))
        if self.rows == self.columns:
            raise UserError("display.same_dimension", name=self.rows)
        if self.count not in COUNTS:
            raise UserError("display.no_count", name=self.count, known=", ".join(COUNTS))

    @property
    def quotes(self) -> bool:
        """Whether the cells hold quotations."""
        return self.count in ("quotations", "both")

    @property
    def counted(self) -> str:
        """What is counted, each once: "excerpts", "informants" or "sources"."""
        return "excerpts" if self.quotes else self.count

    @property
    def of_codes(self) -> bool:
        """Whether the rows or the columns are codes."""
        return "code" in (self.rows, self.columns)

    @property
    def disjoint(self) -> bool:
        """Whether nothing is counted in two columns of one row, so that they can be stacked."""
        return self.counted == "excerpts" and self.columns != "code"


def as_settings(recipe: MatrixRecipe) -> dict[str, Any]:
    """Return a recipe as it is kept in the study."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(recipe).items()
    }


def from_settings(settings: Mapping[str, Any]) -> MatrixRecipe:
    """Return the recipe that was kept; what an older Tilik did not know takes its default."""
    known = {field.name for field in fields(MatrixRecipe)}
    kept: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in settings.items()
        if name in known
    }
    return MatrixRecipe(**kept)


def recipe_from_words(rows: str, columns: str, count: str) -> MatrixRecipe:
    """Return the recipe for words typed in a terminal. Raises UserError for unknown ones."""
    return MatrixRecipe(
        rows=rows.strip().lower(), columns=columns.strip().lower(), count=count.strip().lower()
    )
