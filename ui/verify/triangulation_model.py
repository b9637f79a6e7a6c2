"""The table of verdicts: claims in rows; methods, categories, role and overall in columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.reduce.citation import letter
from app.verify.claims import label_of
from app.verify.readings import (
    DimensionName,
    cell_words,
    cells_of,
    dimension_named,
    index_of,
    names_of_cells,
    read_claim,
    verdict_of,
)
from app.verify.rules.cells import UNEXAMINED_CELL, Cell
from app.verify.triangulation import Triangulated
from app.verify.wording import capitalised, decimal, method_name, word
from ui.badge_words import badge_words
from ui.language import in_words, ui_language
from ui.verify.banded_header import Head

ROW = Qt.ItemDataRole.UserRole + 1
"""The Triangulated of a row."""
VERDICT = Qt.ItemDataRole.UserRole + 2
"""The verdict of a cell, or the overall verdict, as a word of the method."""

ColumnKind = Literal[
    "number", "name", "method", "source", "role", "overall",
    "role_cell", "site", "period", "reading", "index",
]  # fmt: skip
CELLS: tuple[ColumnKind, ...] = ("method", "source", "role_cell", "site", "period")
"""Columns that show a sign for a cell."""
OF_DIMENSION: dict[DimensionName, ColumnKind] = {
    "method": "method",
    "category": "source",
    "role": "role_cell",
    "site": "site",
    "period": "period",
}
DIMENSION_OF = {kind: dimension for dimension, kind in OF_DIMENSION.items()}
SHORT = 6
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """What a column shows: of the cells, `cell` is the method, the category, the month ...

    A "reading" and an "index" are those of the dimension that `cell` names.
    """

    kind: ColumnKind
    cell: str = ""


def shortened(name: str) -> str:
    """Return the name of a category short enough to stand over a narrow column: superv."""
    return name if len(name) <= SHORT else f"{name[: SHORT - 1].rstrip()}."


class TriangulationModel(QAbstractTableModel):
    """Rows and columns of the table; the words are those of the window's language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: list[Column] = []
        self._rows: Sequence[Triangulated] = ()

    def show(
        self, rows: Sequence[Triangulated], methods: Sequence[str], categories: Sequence[str]
    ) -> None:
        """Show these claims over these methods and source categories."""
        self.beginResetModel()
        self._rows = rows
        self.columns = [
            *(Column("number"), Column("name")),
            *(Column("method", name) for name in methods),
            *(Column("source", name) for name in categories),
            *(Column("role"), Column("overall")),
        ]
        self.endResetModel()

    def show_dimension(self, rows: Sequence[Triangulated], dimension: DimensionName) -> None:
        """Show these claims over the cells of one dimension, with its verdict and its index."""
        self.beginResetModel()
        self._rows = rows
        self.columns = [
            *(Column("number"), Column("name")),
            *(Column(OF_DIMENSION[dimension], name) for name in names_of_cells(rows, dimension)),
            *(Column("reading", dimension), Column("index", dimension)),
        ]
        self.endResetModel()

    def claim_at(self, row: int) -> Triangulated:
        """Return what stands in a row."""
        return self._rows[row]

    def row_of(self, kind: str, number: int) -> int | None:
        """Return the row of a claim; None where it is not shown."""
        for row, found in enumerate(self._rows):
            if (found.claim.kind, found.claim.id) == (kind, number):
                return row
        return None

    def heads(self, name: str) -> list[Head]:
        """Return the heads of the columns; `name` is that of the claims."""
        last_of = {column.kind: number for number, column in enumerate(self.columns)}
        ends = {last_of[kind] for kind in CELLS if kind in last_of}
        heads: list[Head] = []
        for number, column in enumerate(self.columns):
            if column.kind == "name":
                heads.append(Head(name, rule=True))
            else:
                heads.append(self._head(column, rule=number in ends))
        return heads

    def _head(self, column: Column, *, rule: bool) -> Head:
        language = ui_language()
        if column.kind in CELLS:
            dimension = DIMENSION_OF[column.kind]
            band = in_words(f"verify.dimension_name.{_BANDS[column.kind]}")
            words = cell_words(dimension, column.cell, language)
            label = letter(column.cell, language) if column.kind == "method" else words
            return Head(_short(label, column.kind), band, words, "centre", rule)
        if column.kind == "role":
            return Head(
                in_words("verify.table.core_verification"), in_words("verify.dimension_name.role")
            )
        if column.kind == "overall":
            return Head("", in_words("verify.dimension_name.overall"))
        if column.kind in ("reading", "index"):
            word_of = "verdict" if column.kind == "reading" else "index"
            return Head("", in_words(f"gaps.reading.{word_of}"))
        return Head("")

    def said_in(self, kind: ColumnKind) -> set[str]:
        """Return every word that stands in the column of the roles' or the overall verdicts."""
        language = ui_language()
        if kind == "reading":
            return {
                self._words(one, c) for c in self.columns if c.kind == kind for one in self._rows
            }
        if kind == "role":
            return {
                word("role", v, language) for v in {o.judgement.role.verdict for o in self._rows}
            }
        return {_short_badge(one, language) for one in self._rows}

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        column = self.columns[section]
        if column.kind == "method":
            return capitalised(method_name(column.cell, ui_language()))
        if column.kind == "role_cell":
            return word("group", column.cell, ui_language())
        if column.kind in ("reading", "index"):
            return in_words(f"gaps.reading.{'verdict' if column.kind == 'reading' else 'index'}")
        if column.kind in ("role", "overall"):
            return in_words(f"verify.dimension_name.{column.kind}")
        return column.cell

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found, column = self._rows[index.row()], self.columns[index.column()]
        if role == ROW:
            return found
        if role == VERDICT:
            return self._verdict(found, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column.kind == "overall":
            return badge_words(found.badge)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(found, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(found, column)
        return None

    def cell(self, found: Triangulated, column: Column) -> Cell:
        """Return the cell of a claim in a column of cells."""
        cells = cells_of(found, DIMENSION_OF[column.kind])
        return cells.get(column.cell, UNEXAMINED_CELL)

    def _verdict(self, found: Triangulated, column: Column) -> str:
        if column.kind in CELLS:
            return str(self.cell(found, column).verdict)
        if column.kind == "reading":
            return verdict_of(found, dimension_named(column.cell), ui_language())[0]
        return found.badge if column.kind == "overall" else ""

    def _words(self, found: Triangulated, column: Column) -> str:
        language = ui_language()
        if column.kind == "number":
            return label_of(found.claim, language)
        if column.kind == "name":
            return found.claim.name
        if column.kind == "role":
            return word("role", found.judgement.role.verdict, language)
        if column.kind == "overall":
            return _short_badge(found, language)
        if column.kind == "reading":
            return verdict_of(found, dimension_named(column.cell), language)[1]
        if column.kind == "index":
            index = index_of(cells_of(found, dimension_named(column.cell)).values())
            return "" if index is None else decimal(index, language)
        return word("cell", self.cell(found, column).verdict, language)

    def _tip(self, found: Triangulated, column: Column) -> str:
        language = ui_language()
        if column.kind in ("number", "name"):
            return found.claim.path
        if column.kind == "role":
            return found.explanation(language).part("role").plain()
        if column.kind == "overall":
            flags = [word("flag", flag, language) for flag in found.judgement.flags]
            if found.override is None:
                return "\n".join([self._words(found, column), *flags])
            own = (found.verdict_words(language), found.override_words(language))
            return "\n".join([*own, *flags])
        if column.kind in ("reading", "index"):
            return read_claim(found, dimension_named(column.cell), language).sentence()
        cell = self.cell(found, column)
        name = cell_words(DIMENSION_OF[column.kind], column.cell, language)
        said = f"{name}: {self._words(found, column)}"
        return f"{said} ({cell.tally.speaking})" if cell.speaks else said


def _short_badge(found: Triangulated, language: str) -> str:
    """Return the verdict that stands; a star says that the researcher put it there."""
    own = " *" if found.override is not None else ""
    return word("overall", found.stands, language) + own


def _short(label: str, kind: ColumnKind) -> str:
    return shortened(label) if kind == "source" else label


_BANDS = {
    "method": "method",
    "source": "source",
    "role_cell": "role",
    "site": "site",
    "period": "period",
}
