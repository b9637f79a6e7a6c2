"""Before an import: one line a file with what was guessed of it, all to be edited."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.collect.import_report import ImportReport
from app.collect.planned import UNREADABLE, PlannedSource
from app.collect.planning import check_plan
from app.errors import StudyProblem
from app.exchange.importing import bring_in
from ui.collect.import_detail import ImportDetail
from ui.collect.import_outcome import ImportOutcome
from ui.collect.planned_rows import columns, count_ready, edited, row_of
from ui.collect.planning_more import plan_more
from ui.session import Session
from ui.tasks import Running
from ui.widgets.empty import EmptyState
from ui.widgets.pane_header import PaneHeader
from ui.widgets.record_table import RecordTable
from ui.widgets.splitter import RememberingSplitter

READING, PLANNED, IMPORTING, DONE, RESTING = "reading", "planned", "importing", "done", "resting"


class ImportPage(QWidget):
    """Plans an import, lets it be mended, carries it out and says what became of it."""

    finished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.plan: list[PlannedSource] = []
        self.problems: list[StudyProblem | None] = []
        self.state = RESTING
        self._running: Running | None = None
        self._waiting: list[Path] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pages = QStackedWidget(self)
        column.addWidget(self.pages)
        self.busy = EmptyState("import", "", "", self.tr("Cancel"))
        self.busy.acted.connect(self._stop)
        self.nothing = EmptyState(
            "folder",
            self.tr("Nothing here to import"),
            self.tr("There is no document, transcript or spreadsheet in what you chose."),
            self.tr("Back to the sources"),
        )
        self.nothing.acted.connect(self.leave)
        self.outcome = ImportOutcome()
        self.outcome.left.connect(self.leave)
        self.planned = self._planned_page()
        for page in (self.busy, self.nothing, self.planned, self.outcome):
            self.pages.addWidget(page)

    @property
    def active(self) -> bool:
        """Whether there is something here that the researcher has not done with."""
        return self.state != RESTING

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Read files and folders and show what was guessed of them, after those shown already."""
        if self.state in (READING, IMPORTING):
            self._waiting += paths
            return
        study, there = self.session.study, list(self.plan) if self.state == PLANNED else []
        self._be_busy(READING, self.tr("Reading the files…"))
        self._running = self.session.tasks.run(
            self.tr("Reading the files"),
            lambda progress, cancelled: plan_more(study, paths, there, progress, cancelled),
            self._on_planned,
            self._failed,
            writes=False,
        )

    def carry_out(self) -> None:
        """Import what is ticked and fit."""
        if self.state != PLANNED or not count_ready(self.plan, self.problems):
            return
        study, plan = self.session.study, list(self.plan)
        self._be_busy(IMPORTING, self.tr("Importing…"))
        self._running = self.session.tasks.run(
            self.tr("Importing"),
            lambda progress, cancelled: bring_in(study, plan, progress, cancelled),
            self._on_imported,
            self._failed,
        )

    def leave(self) -> None:
        """Forget the plan and go back; files that came in the meantime are next."""
        self.state, self.plan, self.problems = RESTING, [], []
        self.table.set_rows([])
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.bring_in(waiting)
        else:
            self.finished.emit()

    # --- the parts of the page ---------------------------------------------------------

    def _planned_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = PaneHeader(self.tr("Check before importing"))
        self.table = RecordTable(
            columns(), name=self.tr("Files to import"), filter_label=self.tr("Filter files…")
        )
        for button in (self.table.new_button, self.table.delete_button):
            button.hide()
        self.table.edited.connect(self._edit)
        self.table.chosen.connect(self._choose)
        self.table.menu_opening.connect(self._menu)
        self.detail = ImportDetail(self)
        self.detail.changed.connect(self._on_detail)
        splitter = RememberingSplitter("import", parent=page)
        splitter.addWidget(self.table)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 1)
        splitter.set_first_sizes([980, 320])
        column.addWidget(self.header)
        column.addWidget(splitter, 1)
        column.addLayout(self._footer())
        return page

    def _footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 10, 14, 12)
        row.setSpacing(8)
        self.counted = QLabel(self)
        self.counted.setProperty("kind", "soft")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.leave)
        self.go = QPushButton(self.tr("Import"), self)
        self.go.setProperty("accent", True)
        self.go.clicked.connect(self.carry_out)
        row.addWidget(self.counted)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        return row

    def _be_busy(self, state: str, title: str) -> None:
        self.state = state
        sentence = self.tr("How far it is stands in the status line. Other rooms can be used.")
        self.busy.set_words(title, sentence, self.tr("Cancel"))
        self.pages.setCurrentWidget(self.busy)

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    # --- what comes back ---------------------------------------------------------------

    def _on_planned(self, plan: list[PlannedSource]) -> None:
        self.state, self.plan = PLANNED, plan
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.bring_in(waiting)
        else:
            self._check(first=True)

    def _check(self, *, first: bool = False) -> None:
        study, plan = self.session.study, list(self.plan)

        def show(problems: list[StudyProblem | None]) -> None:
            if self.state == PLANNED and len(problems) == len(self.plan):
                self._show(problems, first=first)

        self.session.tasks.read("check-plan", lambda: check_plan(study, plan), show)

    def _show(self, problems: list[StudyProblem | None], *, first: bool) -> None:
        self.problems = problems
        pairs = zip(self.plan, problems, strict=True)
        self.table.set_rows([row_of(n, line, wrong) for n, (line, wrong) in enumerate(pairs)])
        ready = count_ready(self.plan, problems)
        self.header.set_count(len(self.plan))
        self.go.setEnabled(bool(ready) and not self.session.read_only)
        stuck = sum(line.include for line in self.plan) - ready
        said = self.tr("%n file(s) to import", "", ready)
        if stuck:
            said += " · " + self.tr("%n with something in the way", "", stuck)
        self.counted.setText(said)
        if first:
            self.pages.setCurrentWidget(self.planned if self.plan else self.nothing)
            self.table.table.setCurrentIndex(self.table.table.model().index(0, 1))
        self._choose(self.table.current_id())

    def _on_imported(self, report: ImportReport) -> None:
        unreadable = [line for line in self.plan if line.kind == UNREADABLE]
        if report.cancelled:
            self.state = PLANNED
            self._check(first=True)
            return
        self.state = DONE
        self.outcome.show_report(report, unreadable)
        self.pages.setCurrentWidget(self.outcome)

    def _failed(self, error: Exception) -> None:
        self.session.tasks.problem.emit(error)
        self.state = PLANNED
        self._check(first=True)

    # --- what the researcher does ------------------------------------------------------

    def _edit(self, number: Any, key: str, value: Any) -> None:
        self._put([number], key, value)

    def _put(self, numbers: Sequence[int], key: str, value: Any) -> None:
        language = self.session.study.language
        for number in numbers:
            self.plan[number] = edited(self.plan[number], key, value, language)
        self._check()

    def _choose(self, number: Any) -> None:
        known = isinstance(number, int) and number < len(self.problems)
        line, problem = (self.plan[number], self.problems[number]) if known else (None, None)
        self.detail.show_line(line, problem)

    def _on_detail(self, line: PlannedSource) -> None:
        number = self.table.current_id()
        if isinstance(number, int):
            self.plan[number] = line
            self._check()

    def _menu(self, menu: QMenu, numbers: list[int]) -> None:
        index = self.table.table.currentIndex()
        current = self.table.current_id()
        if len(numbers) < 2 or not index.isValid() or not isinstance(current, int):
            return
        column = self.table.model.columns[index.column()]
        if not column.editable or column.key == "reference":
            return
        row = row_of(current, self.plan[current], None)
        words = self.tr("Give all selected rows this {column}").format(column=column.title.lower())
        menu.addSeparator()
        action = menu.addAction(words)
        action.triggered.connect(partial(self._fill, numbers, column.key, row[column.key]))

    def _fill(self, numbers: list[int], key: str, value: Any, _checked: bool = False) -> None:
        self._put(numbers, key, value)
