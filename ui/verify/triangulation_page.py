"""Triangulation: the table of verdicts, the excerpts of a cell, and the sentences below."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.reduce.excerpts import ExcerptFilter
from app.verify.cells import CellOf, cell_filter
from app.verify.claims import label_of
from app.verify.readings import DimensionName, cell_words, claims_table, dimension_named
from app.verify.rules.overall import Overall
from app.verify.triangulation import Triangulated, Triangulation, as_table
from app.verify.wording import capitalised, one_or_many, word
from ui.language import in_words, ui_language
from ui.verify.asked_view import AskedView
from ui.verify.excerpt_pane import ExcerptPane
from ui.verify.explanation_panel import ExplanationPanel
from ui.verify.live import LiveTriangulation
from ui.verify.thresholds_dialog import ThresholdsDialog
from ui.verify.top_bar import TRIANGULATION, TopBar
from ui.verify.triangulation_model import CELLS, DIMENSION_OF, Column
from ui.verify.triangulation_table import TriangulationTable
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.empty import EmptyState
from ui.widgets.pills import PillRow
from ui.widgets.splitter import RememberingSplitter
from ui.widgets.tables import tsv

ALL, ASKED = "all", "asked"
ROW = 44


class TriangulationPage(QWidget):
    """Method × claim and source × claim for all codes, or all findings."""

    open_excerpt = Signal(int, int, int)
    memo_wanted = Signal(object)  # Triangulated
    finding_wanted = Signal(object)  # Triangulated
    new_finding_wanted = Signal()
    coding_wanted = Signal()
    menu_wanted = Signal(QPoint, list)
    shown_changed = Signal()

    def __init__(self, live: LiveTriangulation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self._chosen_once = False
        self._explained: tuple[Triangulated, DimensionName | None] | None = None
        self._make_controls()
        self._make_parts()
        self._arrange()
        self.setFocusProxy(self.table)
        self.live.changed.connect(self._refresh)

    def _make_controls(self) -> None:
        self.bar = TopBar(TRIANGULATION, self)
        kinds = [("finding", self.tr("Findings")), ("code", self.tr("Codes"))]
        self.kind = ChoiceButton("", kinds, "finding", self)
        self.kind.chosen.connect(self._pick_kind)
        self.verdicts = ChoiceButton("", self._verdict_options(()), ALL, self)
        self.verdicts.chosen.connect(lambda _: self._refresh())
        self.copy = QPushButton(self.tr("Copy table"), self)
        self.copy.clicked.connect(self._copy)
        for control in (self.kind, self.verdicts, self.copy):
            self.bar.add(control)
        self.by = PillRow(
            [
                (ALL, self.tr("All")),
                ("method", self.tr("Method")),
                ("category", self.tr("Source")),
                ("role", self.tr("Role")),
                ("site", self.tr("Site")),
                ("period", self.tr("Period")),
                (ASKED, self.tr("Who was asked")),
            ],
            self,
        )
        self.by.chosen.connect(self._pick_dimension)
        self.thresholds = QPushButton(self.tr("Thresholds…"), self)
        self.thresholds.clicked.connect(self._set_thresholds)

    def _make_parts(self) -> None:
        self.table = TriangulationTable(self)
        self.table.cell_chosen.connect(self._show_cell)
        self.explanation = ExplanationPanel(self.live.session, self)
        self.explanation.memo_wanted.connect(self.memo_wanted)
        self.explanation.finding_wanted.connect(self.finding_wanted)
        self.evidence = ExcerptPane(self.live.session, self)
        self.evidence.open_excerpt.connect(self.open_excerpt)
        self.evidence.menu_wanted.connect(self.menu_wanted)
        self.asked = AskedView(self.live, self)
        self.empty = EmptyState("verify", "", "", parent=self)
        self.empty.acted.connect(self._fill)

    def _arrange(self) -> None:
        self.below = RememberingSplitter("verify-triangulation", Qt.Orientation.Vertical, self)
        self.below.addWidget(self.table)
        self.below.addWidget(self.explanation)
        self.below.set_first_sizes([460, 340])
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.below)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.asked)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._dimension_row())
        column.addWidget(self.stack, 1)
        self.across = RememberingSplitter("verify-evidence", Qt.Orientation.Horizontal, self)
        self.across.addWidget(left)
        self.across.addWidget(self.evidence)
        self.across.set_first_sizes([956, 400])
        for number, share in enumerate((19, 8)):
            self.across.setStretchFactor(number, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.across, 1)

    def _dimension_row(self) -> QFrame:
        row = QFrame(self)
        row.setProperty("rule", "bottom")
        row.setFixedHeight(ROW)
        line = QHBoxLayout(row)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(8)
        line.addWidget(self.by)
        line.addStretch(1)
        line.addWidget(self.thresholds)
        return row

    # --- what is shown --------------------------------------------------------------------------

    def shown(self) -> Sequence[Triangulated]:
        """Return the claims of the chosen kind, before the filter."""
        found = self.live.now
        if found is None:
            return ()
        return found.findings if self.kind.current() == "finding" else found.codes

    def choose(self, kind: str, number: int) -> None:
        """Show a claim: its kind, its row, all its excerpts."""
        self._chosen_once = True
        self.kind.set_current(kind)
        self.verdicts.set_current(ALL)
        self._refresh()
        self.table.choose(kind, number)

    def dimension(self) -> DimensionName | None:
        """Return the dimension by which the claims are read; None for all of them."""
        by = str(self.by.current())
        return None if by in (ALL, ASKED) else dimension_named(by)

    def read_by(self, dimension: str) -> None:
        """Read the claims by a dimension, by "all", or see who was "asked"."""
        self.by.set_current(dimension)
        self._pick_dimension()

    def _pick_dimension(self) -> None:
        asked = self.by.current() == ASKED
        for control in (self.kind, self.verdicts, self.copy):
            control.setDisabled(asked)
        self.evidence.setVisible(not asked)
        self._refresh()

    def _set_thresholds(self) -> None:
        if self.live.now is not None:
            self.dialog = ThresholdsDialog(self.live.session, self.live.now, self)
            self.dialog.open()

    def _pick_kind(self) -> None:
        self._chosen_once = True
        self.verdicts.set_current(ALL)
        self._refresh()

    def _refresh(self) -> None:
        found = self.live.now
        if found is None:
            return
        if not self._chosen_once and not found.findings and found.codes:
            self.kind.set_current("code")
        claims = self.shown()
        self.verdicts.set_options(self._verdict_options(claims))
        rows = self._filtered()
        kind = str(self.kind.current())
        name = in_words(f"verify.table.{kind}")
        self.table.show_claims(rows, *found.columns(), name, self.dimension())
        self._show_empty(claims)
        if self.table.current() is None and rows:
            self.table.choose(rows[0].claim.kind, rows[0].claim.id)
        elif not rows:
            self.explanation.clear()
            self.evidence.say(self.tr("Evidence"), self.tr("Choose a cell to see its excerpts."))
        self.shown_changed.emit()

    def _show_empty(self, claims: Sequence[Triangulated]) -> None:
        if self.by.current() == ASKED:
            self.stack.setCurrentWidget(self.asked)
            return
        self.stack.setCurrentWidget(self.below if claims else self.empty)
        self.copy.setEnabled(bool(claims))
        if claims:
            return
        may = not self.live.session.read_only
        if self.kind.current() == "finding":
            self.empty.set_words(
                self.tr("No findings yet"),
                self.tr("A finding answers a focus in one sentence. Its evidence is triangulated."),
                self.tr("New finding") if may else "",
            )
        else:
            self.empty.set_words(
                self.tr("No codes yet"),
                self.tr("Once transcripts are coded, each code is triangulated here."),
                self.tr("Go and code") if may else "",
            )

    def _fill(self) -> None:
        if self.kind.current() == "finding":
            self.new_finding_wanted.emit()
        else:
            self.coding_wanted.emit()

    def _verdict_options(self, claims: Sequence[Triangulated]) -> list[tuple[object, str]]:
        counts = {str(verdict): 0 for verdict in Overall}
        for one in claims:
            counts[str(one.stands)] += 1
        named = [
            (verdict, f"{in_words(f'verify.overall.{verdict}')} ({count})")
            for verdict, count in counts.items()
            if count or verdict == self._wanted()
        ]
        return [(ALL, self.tr("All verdicts")), *named]

    def _wanted(self) -> object:
        return self.verdicts.current() if hasattr(self, "verdicts") else ALL

    # --- a cell ---------------------------------------------------------------------------------

    def _show_cell(self, one: Triangulated, column: Column) -> None:
        found = self.live.now
        if found is None:
            return
        shown = (one, self.dimension())
        if self._explained != shown or self.explanation.found is not one:
            self._explained = shown
            self.explanation.show_claim(one, self.dimension(), found.thresholds)
        title = self._title(one, column)
        self.evidence.show_excerpts(title, _behind(found, one, column), self._nothing(one, column))

    def _title(self, one: Triangulated, column: Column) -> str:
        language = ui_language()
        name = label_of(one.claim, language) or f"“{one.claim.name}”"
        title = self.tr("Evidence for {claim}").format(claim=name)
        if column.kind not in CELLS:
            return title
        return f"{title} · {self._cell_name(column)}"

    def _cell_name(self, column: Column) -> str:
        name = cell_words(DIMENSION_OF[column.kind], column.cell, ui_language())
        return name.lower() if column.kind == "method" else name

    def _nothing(self, one: Triangulated, column: Column) -> str:
        if column.kind not in CELLS:
            return self.tr("Nothing was said on this yet. Silence is not disagreement.")
        cell = self.table.verdicts.cell(one, column)
        if cell.verdict == "not_examined":
            sentence = self.tr("{name} was not examined for this focus.")
        elif cell.speaks:
            sentence = self.tr("{name} speaks by numbers, without an excerpt.")
        else:
            sentence = self.tr("{name} is silent on this. Silence is not disagreement.")
        return sentence.format(name=capitalised(self._cell_name(column)))

    def _copy(self) -> None:
        found = self.live.now
        if found is None:
            return
        dimension = self.dimension()
        if dimension is None:
            table = as_table(found, ui_language(), self._filtered())
        else:
            table = claims_table(self._filtered(), dimension, ui_language())
        QGuiApplication.clipboard().setText(tsv(table))

    def _filtered(self) -> list[Triangulated]:
        wanted = self.verdicts.current()
        return [one for one in self.shown() if wanted in (ALL, str(one.stands))]

    def summary(self) -> str:
        """Return the counts for the status line: 8 findings: 2 verified, 2 contested."""
        claims = self.shown()
        head = one_or_many(f"count.{self.kind.current()}", len(claims), ui_language())
        counts = [
            f"{count} {word('overall', verdict, ui_language()).lower()}"
            for verdict in Overall
            if (count := sum(one.stands == verdict for one in claims))
        ]
        return f"{head}: {', '.join(counts)}" if counts else head


def _behind(found: Triangulation, one: Triangulated, column: Column) -> ExcerptFilter:
    dimension: CellOf = DIMENSION_OF[column.kind] if column.kind in CELLS else "all"
    return cell_filter(found, one, dimension, column.cell)
