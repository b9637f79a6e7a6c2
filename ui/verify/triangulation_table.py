"""The table of verdicts: one click on a cell says which, a row is a claim."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.verify.readings import DimensionName, cell_words
from app.verify.triangulation import Triangulated
from app.verify.wording import word
from ui.language import ui_language
from ui.theme import theme, ui_font
from ui.verify.banded_header import BandedHeader
from ui.verify.triangulation_delegate import TriangulationDelegate
from ui.verify.triangulation_model import (
    CELLS,
    DIMENSION_OF,
    Column,
    TriangulationModel,
    shortened,
)
from ui.widgets.glyphs import verdict_width
from ui.widgets.tables import dress_table

LEAST_NAME = 172
METHOD_WIDTH = 34
NUMBER_WIDTH = 38
MOST_CELL = 150
INDEX_WIDTH = 68


class TriangulationTable(QTableView):
    """Claims in rows; the current cell is what the researcher asks about."""

    cell_chosen = Signal(object, object)  # Triangulated, Column

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(TriangulationModel(self))
        self._delegate = TriangulationDelegate(self)
        self.setItemDelegate(self._delegate)
        self.heads = BandedHeader(self)
        self.setHorizontalHeader(self.heads)
        dress_table(self)
        self.heads.setMinimumSectionSize(28)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Verdicts"))
        self.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(self.viewport().update)

    @property
    def verdicts(self) -> TriangulationModel:
        model = self.model()
        assert isinstance(model, TriangulationModel)
        return model

    def show_claims(
        self,
        rows: Sequence[Triangulated],
        methods: Sequence[str],
        categories: Sequence[str],
        name: str,
        dimension: DimensionName | None = None,
    ) -> None:
        """Show claims; the one that was chosen stays chosen, in the same column.

        With a `dimension` its cells stand instead of methods and categories.
        """
        before, column = self.current(), self.current_column()
        place = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        if dimension is None:
            self.verdicts.show(rows, methods, categories)
        else:
            self.verdicts.show_dimension(rows, dimension)
        self.selectionModel().blockSignals(False)
        self.heads.set_heads(self.verdicts.heads(name))
        self._fit()
        if before is not None:
            self.choose(before.claim.kind, before.claim.id, column)
            self.verticalScrollBar().setValue(place)

    def current(self) -> Triangulated | None:
        """Return the claim of the current row."""
        row = self.currentIndex().row()
        return self.verdicts.claim_at(row) if 0 <= row < self.verdicts.rowCount() else None

    def current_column(self) -> Column | None:
        """Return the column of the current cell."""
        number = self.currentIndex().column()
        columns = self.verdicts.columns
        return columns[number] if 0 <= number < len(columns) else None

    def choose(self, kind: str, number: int, column: Column | None = None) -> bool:
        """Make a claim the current row, in a column if that is shown; say whether it is there."""
        row = self.verdicts.row_of(kind, number)
        if row is None:
            return False
        columns = self.verdicts.columns
        at = columns.index(column) if column in columns else 1
        index = self.verdicts.index(row, at)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)
        return True

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        found, column = self.current(), self.current_column()
        if found is not None and column is not None:
            self.cell_chosen.emit(found, column)

    def _fit(self) -> None:
        """Give the columns their widths, the rest to the claim, and the rows their heights."""
        widths = [self._width(column) for column in self.verdicts.columns]
        spare = self.viewport().width() - sum(widths)
        for number, column in enumerate(self.verdicts.columns):
            width = max(LEAST_NAME, spare) if column.kind == "name" else widths[number]
            self.setColumnWidth(number, width)
        self._fit_rows()

    def _fit_rows(self) -> None:
        model = self.verdicts
        kinds = [column.kind for column in model.columns]
        name, below = self.columnWidth(1), {}
        if "role" in kinds:
            role = self.columnWidth(kinds.index("role"))
            below = {words: self._delegate.lines_of(words, role) for words in model.said_in("role")}
        for row in range(model.rowCount()):
            found = model.claim_at(row)
            words = word("role", found.judgement.role.verdict, ui_language())
            height = self._delegate.height_of(found, name, below.get(words, 1))
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)

    def _width(self, column: Column) -> int:
        if column.kind == "number":
            rows = range(self.verdicts.rowCount())
            return NUMBER_WIDTH if any(self.verdicts.claim_at(n).claim.number for n in rows) else 0
        if column.kind == "method":
            return METHOD_WIDTH
        if column.kind == "source":
            words = QFontMetricsF(ui_font(9)).horizontalAdvance(shortened(column.cell))
            return max(METHOD_WIDTH + 6, round(words) + 11)
        if column.kind in CELLS:
            label = cell_words(DIMENSION_OF[column.kind], column.cell, ui_language())
            words = QFontMetricsF(ui_font(9)).horizontalAdvance(label)
            return min(max(METHOD_WIDTH + 6, round(words) + 14), MOST_CELL)
        if column.kind == "index":
            return INDEX_WIDTH
        if column.kind == "name":
            return 0
        said = self.verdicts.said_in(column.kind)
        if column.kind in ("overall", "reading"):
            return round(max([90, *(verdict_width(words) + 16 for words in said)]))
        metrics = QFontMetricsF(ui_font())
        single = [part for words in said for part in words.split()]  # it may take three lines
        widest = max([70, *(metrics.horizontalAdvance(part) for part in single)])
        return round(min(max(widest, 84), 140)) + 18

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.verdicts.columns:
            self._fit()
