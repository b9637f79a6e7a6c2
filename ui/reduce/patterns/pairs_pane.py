"""Pairs of codes: the matrix of what stands together, and the strongest pairs beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.design.coders import CoderRow, coders
from app.reduce.codes import CodeRow
from app.reduce.cooccurrence import MEASURES, Cooccurrence, Pair, cooccurrence
from ui.reduce.patterns.pairs_model import (
    EXCERPT_SHARE,
    OVERLAPPING,
    UNIT_SHARE,
    PairsModel,
    StrongestModel,
)
from ui.reduce.patterns.pairs_view import PairsMatrix
from ui.session import Session
from ui.theme import theme
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.empty import EmptyState
from ui.widgets.splitter import RememberingSplitter
from ui.widgets.tables import dress_table

ALL = 0
"""Stands for all coders."""


class PairsPane(QWidget):
    """How often every two codes overlap; a click on a cell or a pair shows where."""

    pair_chosen = Signal(int, int)
    shown_changed = Signal()
    coding_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._codes: dict[int, CodeRow] = {}
        self.model, self.strongest = PairsModel(self), StrongestModel(self)
        self.matrix = PairsMatrix(self.model, self)
        self.table = self._make_table()
        self.controls = self._make_controls()
        self.empty = EmptyState(
            "matrix",
            self.tr("No pairs yet"),
            self.tr("Once codes have excerpts, this shows which of them stand together."),
            self.tr("Go and code"),
            self,
        )
        self.empty.acted.connect(self.coding_wanted)
        self.matrix.selectionModel().currentChanged.connect(self._on_cell)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self._arrange()
        theme().changed.connect(self.model.repaint_all)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.strongest)
        dress_table(table)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setAccessibleName(self.tr("Strongest pairs"))
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        for column in range(UNIT_SHARE + 1):
            wide = column < OVERLAPPING
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Stretch if wide else mode.Fixed)
            if not wide:
                table.setColumnWidth(column, 108)
        return table

    def _make_controls(self) -> QWidget:
        controls = QWidget()
        self.measure = ChoiceButton("", list(zip(MEASURES, self._measure_words(), strict=True)))
        self.branches = QCheckBox(self.tr("With the codes under each"))
        self.coder = ChoiceButton(self.tr("Coder"), [(ALL, self.tr("all"))], ALL)
        self.measure.chosen.connect(self._on_measure)
        self.branches.toggled.connect(lambda _: self.read())
        self.coder.chosen.connect(lambda _: self.read())
        row = QHBoxLayout(controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch(1)
        for control in (self.measure, self.branches, self.coder):
            row.addWidget(control)
        return controls

    def _measure_words(self) -> tuple[str, ...]:
        return (
            self.tr("Overlapping excerpts"),
            self.tr("Jaccard over excerpts"),
            self.tr("Jaccard over informants"),
        )

    def _arrange(self) -> None:
        split = RememberingSplitter("reduce-patterns-pairs", Qt.Orientation.Vertical, self)
        split.addWidget(self.matrix)
        split.addWidget(self.table)
        split.set_first_sizes([460, 250])
        self.stack = QStackedWidget(self)
        self.stack.addWidget(split)
        self.stack.addWidget(self.empty)
        self.split = split
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    # --- showing ---------------------------------------------------------------------------

    def set_codes(self, rows: Sequence[CodeRow]) -> None:
        """Know the names of the codes."""
        self._codes = {row.id: row for row in rows}

    def with_branches(self) -> bool:
        """Return whether a code's excerpts count for the codes above it."""
        return self.branches.isChecked()

    def coders(self) -> frozenset[int] | None:
        """Return whose codings count, None for all."""
        chosen = self.coder.current()
        return frozenset((chosen,)) if isinstance(chosen, int) and chosen != ALL else None

    def read(self) -> None:
        """Count the pairs again."""
        study, branches, only = self.session.study, self.with_branches(), self.coders()

        by = self.model.measure

        def work() -> tuple[list[CoderRow], Cooccurrence, list[Pair]]:
            found = cooccurrence(study, branches=branches, coders=only)
            return coders(study), found, found.strongest(by)

        self.session.tasks.read(("pairs", id(self)), work, lambda found: self._show(*found))

    def _show(self, who: list[CoderRow], found: Cooccurrence, pairs: list[Pair]) -> None:
        self.coder.set_options([(ALL, self.tr("all")), *((c.id, c.name) for c in who)])
        self.coder.setVisible(len(who) > 1)
        before = self.model.pair(self.matrix.currentIndex())
        self.model.show(found, self._codes)
        self._show_strongest(pairs)
        if before is not None:
            self._choose(before)
        anything = bool(self.model.places) or self.coders() is not None
        self.stack.setCurrentWidget(self.split if anything else self.empty)
        self.shown_changed.emit()

    def _show_strongest(self, pairs: list[Pair]) -> None:
        known = [p for p in pairs if p.one in self._codes and p.other in self._codes]
        self.strongest.show(known, self._codes)
        columns = dict(zip(MEASURES, (OVERLAPPING, EXCERPT_SHARE, UNIT_SHARE), strict=True))
        self.strongest.sort(columns[self.model.measure], Qt.SortOrder.DescendingOrder)

    def _sort(self, column: int) -> None:
        """Sort by a column, names from A and numbers from the largest; again, the other way."""
        orders = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        down = column >= OVERLAPPING
        if column == self.strongest.sorted_by:
            down = not self.strongest.sorted_down
        self.strongest.sort(column, orders[down])

    def _on_measure(self, measure: object) -> None:
        self.model.set_measure(next(each for each in MEASURES if each == measure))
        found, by = self.model.found, self.model.measure
        if found is not None:
            key = ("strongest-pairs", id(self))
            self.session.tasks.read(key, lambda: found.strongest(by), self._show_strongest)

    def status_text(self) -> str:
        return self.tr("%n pair(s) of codes stand together", "", len(self.strongest.pairs))

    # --- choosing --------------------------------------------------------------------------

    def _on_cell(self, current: QModelIndex) -> None:
        pair = self.model.pair(current)
        if pair is not None:
            self.pair_chosen.emit(pair.one, pair.other)

    def _on_row(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        self._choose(self.strongest.pairs[current.row()])

    def _choose(self, pair: Pair) -> None:
        row, column = self.model.section_of(pair.one), self.model.section_of(pair.other)
        if row is not None and column is not None:
            self.matrix.setCurrentIndex(self.model.index(row, column))
