"""The coverage: informants by instrument (planned, done) or by question (asked, not asked)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.design.coverage import Cell, coverage, set_asked, set_coverage
from app.design.informants import informants
from app.design.instruments import instruments
from app.design.questions import questions
from app.study import Changed, Study
from ui.design.coverage_model import STATES, CoverageModel, Grid, heads, state_words
from ui.design.coverage_view import CoverageView
from ui.language import in_words
from ui.session import Session
from ui.widgets.empty import EmptyState
from ui.widgets.pills import PillRow

TOUCHED = ("coverage", "informant", "instrument", "research_question")


class CoveragePage(QWidget):
    """Shows who was reached by what, and sets what the view asks for."""

    place_wanted = Signal(str)
    """The page that is to be filled first: informants, instruments or questions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._kind = "instruments"
        self._missing = "informants"
        self._stale = True
        self.model = CoverageModel()
        self.view = CoverageView(self.model)
        self.view.read_only = session.read_only
        self.view.wanted.connect(self._set)
        self.empty = EmptyState("table", "", "")
        self.empty.acted.connect(lambda: self.place_wanted.emit(self._missing))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar())
        layout.addWidget(self.pages, 1)
        session.changed.connect(self._after_change)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        by_instrument = ("instruments", self.tr("By instrument"))
        self.pills = PillRow([by_instrument, ("questions", self.tr("By research question"))])
        self.pills.chosen.connect(self._switch)
        self.counts = QLabel()
        self.counts.setProperty("kind", "soft")
        bar.addWidget(self.pills)
        bar.addStretch()
        bar.addWidget(self.counts)
        return bar

    def refresh(self) -> None:
        """Read the grid again, when the page can be seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            study, kind = self.session.study, self._kind
            self.session.tasks.read("coverage", lambda: _read(study, kind), self._show)

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def _switch(self, kind: str) -> None:
        self._kind = kind
        self.refresh()

    def _set(self, cells: list[Cell], state: str) -> None:
        study = self.session.study
        change = set_coverage if self._kind == "instruments" else set_asked
        self.session.change(lambda: change(study, cells, state))

    def _show(self, grid: Grid) -> None:
        self.model.show_grid(grid)
        filled = bool(grid.rows and grid.columns)
        self.pages.setCurrentWidget(self.view if filled else self.empty)
        self.counts.setVisible(filled)
        if not filled:
            self._say_what_is_missing(grid)
        told = list(grid.states.values())
        self.counts.setText(
            " · ".join(f"{state_words(s)}: {told.count(s)}" for s in STATES[grid.kind])
        )

    def _say_what_is_missing(self, grid: Grid) -> None:
        words = {
            "informants": (
                self.tr("No informants yet"),
                self.tr("The coverage says of each informant what they were asked, and by what."),
                self.tr("Add informants"),
            ),
            "instruments": (
                self.tr("No instruments yet"),
                self.tr("Interview guides, questionnaires and observation sheets come first."),
                self.tr("Add instruments"),
            ),
            "questions": (
                self.tr("No research questions yet"),
                self.tr("The coverage says which informant was asked about which question."),
                self.tr("Add research questions"),
            ),
        }
        self._missing = "informants" if not grid.rows else grid.kind
        title, sentence, action = words[self._missing]
        self.empty.set_words(title, sentence, "" if self.session.read_only else action)

    def _after_change(self, changed: Changed) -> None:
        if changed.touches(*TOUCHED):
            self.refresh()


def _read(study: Study, kind: str) -> Grid:
    rows = heads(informants(study), "code", "post")
    states = coverage(study)
    if kind == "questions":
        return Grid(kind, rows, heads(questions(study), "label", "text"), dict(states.questions))
    columns = tuple(
        type(head)(head.id, head.name, f"{head.name} ({in_words(f'study.methods.{head.more}')})")
        for head in heads(instruments(study), "name", "method")
    )
    return Grid(kind, rows, columns, dict(states.instruments))
