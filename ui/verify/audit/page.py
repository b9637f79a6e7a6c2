"""The audit trail: every step with who, when, what, before, after, reason; the code book by day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.history import Step
from app.study import Changed, Study
from app.verify.audit.codebook import CodebookDay, codebook_days
from app.verify.audit.lines import Line, lines
from app.verify.audit.naming import name_of
from app.verify.audit.trail import PAGE, Wanted, count, days, trail, who_changed
from ui.language import in_words, ui_language
from ui.session import Session
from ui.verify.audit.filters import AuditFilters
from ui.verify.audit.steps_table import StepsTable
from ui.verify.word_table import Column, WordTable
from ui.widgets.empty import EmptyState
from ui.widgets.pane_header import PaneHeader
from ui.widgets.pills import PillRow
from ui.widgets.splitter import RememberingSplitter

STEPS, CODEBOOK = "steps", "codebook"
MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class _Read:
    """What one look at the history gives."""

    steps: list[Step]
    all: int
    coders: list[str]
    days: tuple[date, date] | None
    name: str
    codebook: list[CodebookDay]


class AuditPage(QWidget):
    """Steps on top, filtered; what the chosen one changed below, from which anything is traced."""

    status_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.all = 0
        self._stale = True
        self._make_parts()
        self._arrange()
        self.setFocusProxy(self.table)
        session.changed.connect(self.refresh)

    def _make_parts(self) -> None:
        self.filters = AuditFilters(self.session, self)
        self.filters.changed.connect(self._ask)
        self.views = PillRow(
            [(STEPS, self.tr("Steps")), (CODEBOOK, self.tr("Code book by day"))], self
        )
        self.views.chosen.connect(self._show_view)
        self.export = QPushButton(self.tr("Export…"), self)
        self.export.clicked.connect(self._ask_where)
        self.filters.upper.addWidget(self.views)
        self.filters.upper.addWidget(self.export)
        self.table = StepsTable(self.tr("Steps"), self)
        self.table.chosen.connect(self._show_step)
        self.table.steps.more_wanted.connect(self._ask_more)
        self.header = PaneHeader(self.tr("What this step changed"), parent=self)
        self.header.link_clicked.connect(self._trace_current)
        self.detail = WordTable(
            [
                Column(in_words("audit.print.object"), _object, 30),
                Column(in_words("audit.print.field"), lambda line: line.field, 12),
                Column(in_words("audit.print.before"), lambda line: line.before, 26),
                Column(in_words("audit.print.after"), lambda line: line.after, 26),
                Column(in_words("audit.print.reason"), lambda line: line.reason, 14),
            ],
            self.tr("What this step changed"),
            parent=self,
        )
        self.detail.opened.connect(lambda line: self.show_life_of(*line.key))
        self.detail.menu_wanted.connect(self._show_menu)
        self.detail.chosen.connect(
            lambda line: self.header.set_link(self.tr("Trace this") if line is not None else "")
        )
        self.days = WordTable(
            [
                Column(in_words("audit.print.day"), lambda one: f"{one.day:%d/%m/%Y}", 12),
                Column(in_words("audit.print.codes"), lambda one: str(one.codes), 8),
                *(_names(field) for field in ("made", "gone", "renamed", "moved", "redefined")),
            ],
            self.tr("Code book by day"),
            parent=self,
        )
        self.days.opened.connect(self._open_day)
        self.empty = EmptyState("verify", "", "", parent=self)

    def _arrange(self) -> None:
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.detail, 1)
        self.down = RememberingSplitter("verify-audit", Qt.Orientation.Vertical, self)
        self.down.addWidget(self.table)
        self.down.addWidget(below)
        self.down.set_first_sizes([440, 280])
        self.stack = QStackedWidget(self)
        for widget in (self.down, self.days, self.empty):
            self.stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.filters)
        whole.addWidget(self.stack, 1)

    # --- what is shown --------------------------------------------------------------------------

    def refresh(self, changed: Changed | None = None) -> None:
        """Read again; at once where somebody looks, else when they look."""
        self._stale = True
        self.filters.trace.forget()
        if self.isVisible():
            self._ask()

    def status_text(self) -> str:
        """Return how many steps are wanted, for the status line."""
        return self.tr("%n step(s)", "", self.all)

    def show_life_of(self, entity: str, number: int) -> None:
        """Show the whole life of a thing: a code, an excerpt, a finding, a source …"""
        self.views.set_current(STEPS)
        self.filters.show_life_of((entity, number))

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        study, wanted, language = self.session.study, self.filters.wanted(), ui_language()
        self.session.tasks.read("audit", lambda: _read(study, wanted, language), self._show)

    def _show(self, read: _Read) -> None:
        self.all = read.all
        self.filters.show_known(read.coders, read.days)
        if read.name:
            self.filters.name_life(read.name)
        more = len(read.steps) == PAGE
        self.table.show_steps(read.steps, more=more, undone=self.filters.undone.isChecked())
        self.days.show_rows(read.codebook, lambda one: one.day)
        self.export.setEnabled(bool(read.steps))
        self._show_view()
        self.status_changed.emit()

    def _show_view(self, _: object = None) -> None:
        if self.views.current() == CODEBOOK:
            full = bool(self.days.words.rows)
            self.empty.set_words(
                self.tr("No code yet"), self.tr("Each day on which codes change is listed here.")
            )
            self.stack.setCurrentWidget(self.days if full else self.empty)
            return
        self.empty.set_words(
            self.tr("No such step"),
            self.tr("Nothing in the history fits. Ask for other kinds, days or words."),
        )
        self.stack.setCurrentWidget(self.down if self.table.steps.steps else self.empty)

    def _ask_more(self) -> None:
        study, wanted, language = self.session.study, self.filters.wanted(), ui_language()
        last = self.table.steps.steps[-1].id
        self.session.tasks.read(
            "audit-more",
            lambda: trail(study, wanted, language, before=last),
            lambda steps: self._add(last, steps),
        )

    def _add(self, last: int, steps: list[Step]) -> None:
        shown = self.table.steps.steps
        if shown and shown[-1].id == last:
            self.table.steps.add(steps, more=len(steps) == PAGE)

    def _show_step(self, step: Step | None) -> None:
        study, language = self.session.study, ui_language()
        if step is None:
            self.detail.show_rows([])
            return
        self.session.tasks.read(
            "audit-lines", lambda: lines(study, [step], language), self._show_lines
        )

    def _show_lines(self, found: list[Line]) -> None:
        self.header.set_count(len(found))
        self.detail.show_rows(found[:MOST_LINES])

    # --- what is done ---------------------------------------------------------------------------

    def _trace_current(self) -> None:
        line = self.detail.current()
        if line is not None:
            self.show_life_of(*line.key)

    def _show_menu(self, line: Line, at: QPoint) -> None:
        menu = QMenu(self)
        action = QAction(self.tr("Trace this"), menu)
        action.triggered.connect(lambda: self.show_life_of(*line.key))
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _open_day(self, one: CodebookDay) -> None:
        """Show the steps on codes of that day."""
        self.views.set_current(STEPS)
        self.filters.show_codes_of(one.day)

    def _ask_where(self) -> None:
        first = self.session.study.path.with_name(f"{in_words('audit.print.title')}.xlsx")
        kinds = "*.xlsx;;*.docx;;*.csv"
        path, kind = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(first), kinds)
        if path:
            given = Path(path)
            self.write_to(given if given.suffix else given.with_suffix(kind.removeprefix("*")))

    def write_to(self, path: Path) -> None:
        """Write the steps that are shown to a file, off the GUI thread."""
        from app.report.audit_files import write_audit

        study, wanted = self.session.study, self.filters.wanted()
        self.session.tasks.run(
            self.tr("Audit trail"),
            lambda progress, cancelled: write_audit(study, path, wanted, progress=progress),
            lambda _: None,
        )


def _read(study: Study, wanted: Wanted, language: str) -> _Read:
    return _Read(
        *(trail(study, wanted, language), count(study, wanted, language)),
        *(who_changed(study), days(study)),
        name_of(study, wanted.about, language) if wanted.about else "",
        codebook_days(study),
    )


def _object(line: Line) -> str:
    return f"{line.kind}: {line.name}" if line.name else str(line.kind)


def _names(field: str) -> Column:
    return Column(in_words(f"audit.print.{field}"), lambda one: "; ".join(getattr(one, field)), 20)
