"""Pairs of codes as a square matrix of heat, and as a table of the strongest."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from app.reduce.codes import CodeRow
from app.reduce.cooccurrence import Cooccurrence, Measure, Pair
from ui.language import in_words
from ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SHADES = 24
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def share_words(share: float) -> str:
    """Say a share of 0 to 1 with two digits, as the language writes it."""
    return f"{share:.2f}".replace(".", in_words("patterns.decimal"))


class PairsModel(QAbstractTableModel):
    """The codes that are used, in rows and in columns; a cell has what its two share."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Cooccurrence | None = None
        self.measure: Measure = "excerpts"
        self.codes: Mapping[int, CodeRow] = {}
        self.places: list[int] = []
        self._shades: list[tuple[QColor, QColor]] = []
        self._values = np.zeros((0, 0))
        self._related = np.zeros((0, 0), dtype=bool)
        self._most = 0.0

    def show(self, found: Cooccurrence, codes: Mapping[int, CodeRow]) -> None:
        """Show other pairs; codes without an excerpt have no row."""
        self.beginResetModel()
        self.found, self.codes = found, codes
        used = np.flatnonzero(np.diagonal(found.common)).tolist()
        self.places = [place for place in used if found.codes[place] in codes]
        self._scale()
        self.endResetModel()

    def set_measure(self, measure: Measure) -> None:
        """Show another measure in the cells."""
        self.measure = measure
        self.repaint_all()

    def repaint_all(self) -> None:
        """Take other colours, those of the theme or of another measure."""
        self._scale()
        if self.places:
            last = len(self.places) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))

    def _scale(self) -> None:
        self._shades = [theme().heat(step / SHADES) for step in range(SHADES + 1)]
        if self.found is not None:
            cells = np.ix_(self.places, self.places)
            self._values = self.found.measured(self.measure)[cells]
            self._related = self.found.related[cells]
            self._most = float(np.where(self._related, 0, self._values).max(initial=0))

    def code(self, section: int) -> CodeRow:
        """Return the code of a row or column."""
        assert self.found is not None
        return self.codes[self.found.codes[self.places[section]]]

    def section_of(self, code_id: int) -> int | None:
        """Return the row and column of a code; None where it has none."""
        sections = range(len(self.places))
        return next((n for n in sections if self.code(n).id == code_id), None)

    def pair(self, index: Index) -> Pair | None:
        """Return what stands in a cell."""
        if self.found is None or not index.isValid():
            return None
        return self.found.pair(self.places[index.row()], self.places[index.column()])

    def is_related(self, index: Index) -> bool:
        """Tell whether a cell has a code with itself, or with one of its own branch."""
        return bool(self._related.item(index.row(), index.column()))

    def look(self, row: int, column: int) -> tuple[str, QColor, QColor]:
        """Return the words of a cell, its ground and the colour of the words."""
        value = self._values.item(row, column)
        if self._related.item(row, column):
            words = self._own_words(value) if row == column else "–"
            return words, theme().color("bg"), theme().color("soft")
        step = 0 if value <= 0 else max(1, round(SHADES * value / max(self._most, 1e-9)))
        shade = self._shades[min(step, SHADES)]
        counted = self.measure == "excerpts"
        words = (str(int(value)) if counted else share_words(value)) if value else ""
        return words, *shade

    def _own_words(self, value: float) -> str:
        return str(int(value)) if self.measure == "excerpts" else ""

    # --- as a model ------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.places)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if not 0 <= section < len(self.places):
            return None
        if role == Role.DisplayRole:
            return self.code(section).name
        if role == Role.ToolTipRole:
            return self.code(section).path
        if role == Role.TextAlignmentRole:
            return _LEFT
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self.found is None or not index.isValid():
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Role.ToolTipRole:
            return self._tip(index)
        if role == Role.AccessibleTextRole:
            return self._tip(index).replace("\n", ", ")
        looks = (Role.DisplayRole, Role.BackgroundRole, Role.ForegroundRole)
        if role in looks:
            return self.look(index.row(), index.column())[looks.index(Role(role))]
        return None

    def _tip(self, index: Index) -> str:
        found = self.found
        assert found is not None
        row, column = self.places[index.row()], self.places[index.column()]
        one, other = self.code(index.row()), self.code(index.column())
        sizes = found.common
        if row == column:
            return f"{one.path}\n" + self.tr("%n excerpt(s)", "", int(sizes[row, row]))
        overlap = self.tr("{count} of {all} excerpts of “{one}” overlap one of “{other}”")
        lines = [
            f"{one.path} × {other.path}",
            *(
                overlap.format(
                    count=found.touching[a, b], all=sizes[a, a], one=names[0], other=names[1]
                )
                for a, b, names in (
                    (row, column, (one.name, other.name)),
                    (column, row, (other.name, one.name)),
                )
            ),
            self.tr("Jaccard over excerpts {share}").format(
                share=share_words(found.excerpt_jaccard[row, column])
            ),
            self.tr("Jaccard over informants {share}").format(
                share=share_words(found.unit_jaccard[row, column])
            ),
        ]
        return "\n".join(lines)


ONE, OTHER, OVERLAPPING, EXCERPT_SHARE, UNITS, UNIT_SHARE = range(6)


class StrongestModel(QAbstractTableModel):
    """The pairs that stand together, in rows; a click on a title sorts them, which it shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[Pair] = []
        self.sorted_by = OVERLAPPING
        self.sorted_down = True
        self.codes: Mapping[int, CodeRow] = {}

    def show(self, pairs: Sequence[Pair], codes: Mapping[int, CodeRow]) -> None:
        """Show other pairs, in this order."""
        self.beginResetModel()
        self.pairs, self.codes = list(pairs), codes
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else UNIT_SHARE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return _LEFT if section <= OTHER else _RIGHT
        short, long = self._titles()[section]
        if section == self.sorted_by:
            short += " ▾" if self.sorted_down else " ▴"
        return {Role.DisplayRole: short, Role.ToolTipRole: long}.get(Role(role))

    def _titles(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Code"), ""),
            (self.tr("With"), ""),
            (self.tr("Excerpts"), self.tr("Excerpts of either code that overlap the other")),
            (self.tr("Jaccard"), self.tr("Jaccard over excerpts, 0 to 1")),
            (self.tr("Informants"), self.tr("Informants and sources that speak of both codes")),
            (self.tr("Jaccard"), self.tr("Jaccard over informants, 0 to 1")),
        ]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        pair, column = self.pairs[index.row()], index.column()
        if role == Role.TextAlignmentRole:
            return _LEFT if column <= OTHER else _RIGHT
        if role == Role.ToolTipRole and column <= OTHER:
            return self.codes[pair.one if column == ONE else pair.other].path
        if role != Role.DisplayRole:
            return None
        value = self._key(pair, column)
        return share_words(float(value)) if isinstance(value, float) else str(value)

    def _key(self, pair: Pair, column: int) -> str | int | float:
        values = (
            self.codes[pair.one].name,
            self.codes[pair.other].name,
            pair.overlapping,
            pair.excerpt_jaccard,
            pair.units,
            pair.unit_jaccard,
        )
        return values[column]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column <= UNIT_SHARE:
            return
        self.sorted_by, self.sorted_down = column, order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        # Ties stay in the order of the others: by strength.
        self.pairs.sort(key=lambda pair: self._key(pair, column), reverse=self.sorted_down)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, UNIT_SHARE)
