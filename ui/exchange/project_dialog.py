"""A project of another program: what it holds, where it is to go, how far it is, what became of it.

One window from the drop to the report. It blocks nothing: one can go on working beside it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import StudyProblem
from app.exchange.bringing_in import bring_in_project, new_study_of
from app.exchange.holding import holding
from app.exchange.incoming import Project
from app.exchange.kinds import read_project
from app.exchange.project_report import ProjectReport, remarks_on
from app.study import Study
from ui.errors import show_problem
from ui.exchange.report_view import ReportView
from ui.folders import documents_folder
from ui.language import in_words, ui_language
from ui.session import Session
from ui.tasks import Running, Tasks

WIDTH, HEIGHT = 620, 400


class ProjectDialog(QDialog):
    """Reads a file, shows what it holds, and brings it into the open study or into a new one."""

    made = Signal(object)
    """A new study was made of the project and stands open: a Study."""
    finished_with = Signal(object)
    """The ProjectReport."""

    def __init__(self, path: Path, session: Session | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path, self.session = path, session
        self.project: Project | None = None
        self._running: Running | None = None
        # A new study can be made with none open, and must not end where the open one is closed.
        self.tasks = Tasks(self)
        self.tasks.progressed.connect(self._moved)
        self.setWindowTitle(self.tr("Project of another program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(WIDTH, HEIGHT)
        self.title = QLabel(path.name, self)
        self.title.setProperty("kind", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.said = QLabel(self.tr("Reading the file…"), self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.report = ReportView(self)
        self.pages = QStackedWidget(self)
        self.preview = self._preview()
        self.pages.addWidget(self.preview)
        self.pages.addWidget(self.report)
        self._arrange()
        self._read()

    def _preview(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(24)
        self._figures.setVerticalSpacing(6)
        self._figures.setColumnStretch(2, 1)
        column.addLayout(self._figures)
        column.addSpacing(12)
        self.remarks = ReportView(page)
        self.remarks.setAccessibleName(self.tr("Remarks on the file itself"))
        self.remarks.hide()
        column.addWidget(self.remarks, 1)
        column.addStretch(0)
        return page

    def _arrange(self) -> None:
        self.new = QPushButton(self.tr("Open as a new study…"), self)
        self.into = QPushButton(self.tr("Bring into this study"), self)
        self.save = QPushButton(self.tr("Save the report…"), self)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.new.clicked.connect(self._ask_where)
        self.into.clicked.connect(self.bring_in)
        self.save.clicked.connect(self._ask_where_report)
        self.stop.clicked.connect(self._stop)
        able = self.session is not None and not self.session.read_only
        (self.into if able else self.new).setProperty("accent", True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        for button in (self.stop, self.new, self.into):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self.title, self.said, self.bar):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        column.addLayout(buttons)
        for button in (self.new, self.into, self.save):
            button.hide()

    # --- reading --------------------------------------------------------------------------------

    def _read(self) -> None:
        path = self.path
        self._running = self.tasks.run(
            self.tr("Reading {name}").format(name=path.name),
            lambda _progress, _cancelled: read_project(path),
            self._show_preview,
            self._failed,
            writes=False,
        )

    def _show_preview(self, project: Project) -> None:
        self._running, self.project = None, project
        self.bar.hide()
        origin = project.origin.strip()
        by = self.tr("Written by {program}.").format(program=origin) if origin else ""
        ask = self.tr("Open it as a study of its own, or bring it into the open one?")
        if not self._can_bring_in():
            ask = self.tr("It opens as a study of its own.")
        self.said.setText(f"{by} {ask}".strip())
        self.title.setText(project.name or self.path.name)
        rows = [(in_words(f"exchange.counted.{key}"), n) for key, n in holding(project).items()]
        for row, (words, number) in enumerate(rows):
            figure = QLabel(f"{number:,}".replace(",", "\u202f"), self)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            figure.setProperty("kind", "title")
            self._figures.addWidget(figure, row, 0)
            self._figures.addWidget(QLabel(words, self), row, 1)
        self.remarks.setVisible(bool(project.troubles))
        self.remarks.show_report(remarks_on(project))
        if not rows:
            self._figures.addWidget(QLabel(self.tr("The file holds nothing."), self), 0, 0)
        self.new.show()
        self.into.setVisible(self._can_bring_in())
        (self.into if self._can_bring_in() else self.new).setFocus()

    def _can_bring_in(self) -> bool:
        return self.session is not None and not self.session.read_only

    # --- bringing in ----------------------------------------------------------------------------

    def _ask_where(self) -> None:
        stem = "".join(c for c in self.title.text() if c.isalnum() or c in " -_").strip()
        first = documents_folder() / f"{stem or self.path.stem}.tilik"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("New study"), str(first), self.tr("Studies (*.tilik)")
        )
        if path:
            self.open_as_new(Path(path))

    def open_as_new(self, path: Path) -> None:
        """Make a study at `path` that holds the project."""
        project, language = self.project, ui_language()
        if project is None:
            return

        def work(progress: Any, cancelled: Any) -> tuple[Study, ProjectReport]:
            return new_study_of(path, project, language, progress, cancelled)

        self._begin(self.tasks, work, self._made)

    def bring_in(self) -> None:
        """Bring the project into the open study, as one step of undo."""
        session, project = self.session, self.project
        if session is None or project is None:
            return
        study = session.study
        session.tasks.progressed.connect(self._moved)
        self._begin(
            session.tasks,
            lambda progress, cancelled: bring_in_project(study, project, progress, cancelled),
            self._show_report,
        )

    def _begin(self, tasks: Tasks, work: Callable[..., Any], then: Callable[[Any], None]) -> None:
        for button in (self.new, self.into):
            button.hide()
        self.stop.setEnabled(True)
        self.said.setText(self.tr("Bringing it in…"))
        self.bar.show()
        title = self.tr("Bringing in {name}").format(name=self.title.text())
        self._running = tasks.run(title, work, then, self._failed)

    def _moved(self, running: Running) -> None:
        if running is self._running and running.total:
            self.bar.setRange(0, running.total)
            self.bar.setValue(running.done)

    def _made(self, found: tuple[Study, ProjectReport]) -> None:
        study, report = found
        self._show_report(report)
        if not report.cancelled:
            self.made.emit(study)

    def session_closed(self) -> None:
        """The open study is closed: the project can only become one of its own."""
        self.session = None
        self.into.hide()

    # --- the end --------------------------------------------------------------------------------

    def _show_report(self, report: ProjectReport) -> None:
        self._running = None
        self.bar.hide()
        self.said.setText(report.sentence(ui_language()))
        self.report.show_report(report)
        self.pages.setCurrentWidget(self.report)
        self.save.setVisible(not report.cancelled)
        self.stop.setText(self.tr("Close"))
        self.stop.setFocus()
        self.finished_with.emit(report)

    def _failed(self, error: Exception) -> None:
        self._running = None
        self.bar.hide()
        if isinstance(error, StudyProblem):
            self.said.setText(error.sentence(ui_language()))
        else:
            self.said.setText(self.tr("Nothing was brought in."))
            show_problem(self, error)
        self.stop.setText(self.tr("Close"))
        if self.project is not None:
            self.new.show()
            self.into.setVisible(self._can_bring_in())

    def _ask_where_report(self) -> None:
        first = documents_folder() / f"{self.path.stem}.json"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), str(first), self.tr("JSON (*.json);;Text (*.txt)")
        )
        if path:
            self.save_report(Path(path))

    def save_report(self, path: Path) -> None:
        """Write what became of the project, as JSON or as text."""
        try:
            self.report.save(path)
        except StudyProblem as problem:
            self.said.setText(problem.sentence(ui_language()))

    def _stop(self) -> None:
        if self._running is not None and self.project is not None:
            self._running.cancel()
            self.stop.setEnabled(False)
            self.said.setText(self.tr("Stopping…"))
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running is not None:
            self._running.cancel()
        self.tasks.close()
        super().closeEvent(event)
