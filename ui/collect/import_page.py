"""Before an import: one line a file with what was guessed of it, all to be edited."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.collect.import_report import ImportReport
from app.collect.planned import CODED, ROWS, UNREADABLE, Columns, PlannedSource, with_informants
from app.collect.planning import check_plan, plan_import
from app.collect.rows import with_columns
from app.errors import StudyProblem
from app.exchange.importing import bring_in
from ui.design.pages import methods
from ui.language import ui_language
from ui.session import Session
from ui.widgets.pane_header import PaneHeader
from ui.widgets.record_table import Column, RecordTable

EDITS = ("reference", "title", "method", "informants", "site", "date", "include")


class ImportPage(QWidget):
    """Plans an import, lets it be mended, carries it out and says what became of it."""

    finished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.plan: list[PlannedSource] = []
        self.problems: list[StudyProblem | None] = []
        self.report: ImportReport | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.header = PaneHeader(self.tr("Import"))
        layout.addWidget(self.header)
        columns = [
            Column("include", self.tr("Import"), "check", width=64),
            Column("name", self.tr("File"), editable=False, width=210),
            Column("kind", self.tr("Kind"), editable=False, width=110),
            Column("reference", self.tr("Reference"), width=110),
            Column("title", self.tr("Title"), width=180),
            Column("method", self.tr("Method"), "choice", methods(), width=120),
            Column("informants", self.tr("Informants"), width=120),
            Column("site", self.tr("Site"), width=130),
            Column("date", self.tr("Date"), "date", width=100),
            Column("said", self.tr("Worth knowing"), editable=False, width=300),
        ]
        self.table = RecordTable(columns, name=self.tr("Files to import"))
        self.table.new_button.hide()
        self.table.delete_button.hide()
        self.table.edited.connect(self._edit)
        self.table.chosen.connect(self._choose)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._mapping())
        layout.addWidget(self._outcome())
        layout.addLayout(self._buttons())

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Read files and folders and show what was guessed of them."""
        study = self.session.study
        self.report = None
        self.outcome.hide()
        self.table.show()
        self.go.setEnabled(False)
        self.header.set_title(self.tr("Reading the files…"))
        self.session.tasks.run(
            self.tr("Reading the files"),
            lambda progress, cancelled: plan_import(study, paths, progress, cancelled),
            self._planned,
            writes=False,
        )

    def carry_out(self) -> None:
        """Import what is ticked."""
        study, plan = self.session.study, list(self.plan)
        self.go.setEnabled(False)
        self.session.tasks.run(
            self.tr("Importing"),
            lambda progress, cancelled: bring_in(study, plan, progress, cancelled),
            self._imported,
            self._failed,
        )

    def _mapping(self) -> QWidget:
        self.mapping = QFrame(self)
        self.mapping.setProperty("rule", "top")
        row = QHBoxLayout(self.mapping)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("Columns of the table:"), self.mapping))
        self.columns: dict[str, QComboBox] = {}
        for key, words in (
            ("text", self.tr("text")),
            ("informant", self.tr("informant")),
            ("site", self.tr("site")),
            ("date", self.tr("date")),
            ("title", self.tr("title")),
        ):
            label = QLabel(words, self.mapping)
            label.setProperty("kind", "soft")
            box = QComboBox(self.mapping)
            box.setAccessibleName(words)
            box.activated.connect(lambda _at: self._map())
            row.addWidget(label)
            row.addWidget(box)
            self.columns[key] = box
        row.addStretch()
        self.mapping.hide()
        return self.mapping

    def _outcome(self) -> QWidget:
        self.outcome = QPlainTextEdit(self)
        self.outcome.setReadOnly(True)
        self.outcome.setAccessibleName(self.tr("What became of the import"))
        self.outcome.hide()
        return self.outcome

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 10, 14, 12)
        self.go = QPushButton(self.tr("Import"), self)
        self.go.setProperty("accent", True)
        self.back = QPushButton(self.tr("Back to the sources"), self)
        self.copy = QPushButton(self.tr("Copy the report"), self)
        self.copy.hide()
        self.counted = QLabel(self)
        self.counted.setProperty("kind", "soft")
        row.addWidget(self.counted)
        row.addStretch()
        for button in (self.copy, self.back, self.go):
            row.addWidget(button)
        self.go.clicked.connect(self.carry_out)
        self.back.clicked.connect(self.finished)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.outcome.toPlainText())
        )
        return row

    def _planned(self, plan: list[PlannedSource]) -> None:
        self.plan = list(plan)
        self.header.set_title(self.tr("Import"))
        self.header.set_count(len(plan))
        self._check()

    def _check(self) -> None:
        study, plan = self.session.study, list(self.plan)
        self.session.tasks.read("check-plan", lambda: check_plan(study, plan), self._show)

    def _show(self, problems: list[StudyProblem | None]) -> None:
        if len(problems) != len(self.plan):
            return
        self.problems = problems
        self.table.set_rows([self._row(n, line) for n, line in enumerate(self.plan)])
        coming = [
            line
            for line, problem in zip(self.plan, problems, strict=True)
            if line.include and problem is None
        ]
        self.counted.setText(self.tr("%n file(s) to import", "", len(coming)))
        self.go.setEnabled(bool(coming) and not self.session.read_only)
        self.go.show()
        self.copy.hide()

    def _row(self, number: int, line: PlannedSource) -> dict[str, Any]:
        kinds = {
            ROWS: self.tr("table"),
            CODED: self.tr("coded table"),
            UNREADABLE: self.tr("unreadable"),
        }
        return {
            "id": number,
            "include": line.include,
            "name": line.name,
            "kind": kinds.get(line.kind, line.format),
            "reference": line.reference,
            "title": line.title,
            "method": line.method or None,
            "informants": ", ".join(line.informants),
            "site": line.site,
            "date": line.date,
            "said": self._said(number, line),
        }

    def _said(self, number: int, line: PlannedSource) -> str:
        language = ui_language()
        problem = line.problem or self.problems[number]
        parts = [problem.sentence(language)] if problem is not None else []
        if line.duplicate_of:
            parts.append(self.tr("The same file as {name}.").format(name=line.duplicate_of))
        parts += [notice.sentence(language) for notice in line.notices]
        if line.speakers:
            names = ", ".join(f"{s.label} → {s.informant or '–'}" for s in line.speakers[:4])
            parts.append(self.tr("Speakers: {names}").format(names=names))
        return " ".join(parts)

    def _edit(self, number: Any, key: str, value: Any) -> None:
        if key not in EDITS:
            return
        line = self.plan[number]
        if key == "informants":
            codes = tuple(c.strip() for c in str(value).replace(";", ",").split(",") if c.strip())
            self.plan[number] = with_informants(line, codes)
        else:
            self.plan[number] = replace(line, **{key: value if value is not None else ""})
            if key == "date":
                self.plan[number] = replace(line, date=value)
        self._check()

    def _choose(self, number: Any) -> None:
        line = self.plan[number] if isinstance(number, int) and number < len(self.plan) else None
        shown = line is not None and line.kind == ROWS and line.sheet is not None
        self.mapping.setVisible(shown)
        if not shown or line is None or line.sheet is None:
            return
        columns = line.columns or Columns()
        now = {
            "text": columns.texts[0] if columns.texts else None,
            "informant": columns.informant,
            "site": columns.site,
            "date": columns.date,
            "title": columns.title,
        }
        for key, box in self.columns.items():
            box.clear()
            box.addItem("–", None)
            for at, name in enumerate(line.sheet.header):
                box.addItem(name or str(at + 1), at)
            box.setCurrentIndex(box.findData(now[key]) if now[key] is not None else 0)

    def _map(self) -> None:
        number = self.table.current_id()
        line = self.plan[number] if isinstance(number, int) else None
        if line is None or line.sheet is None:
            return
        chosen = {key: box.currentData() for key, box in self.columns.items()}
        text = chosen.pop("text")
        used = {text, *chosen.values()}
        others = tuple(at for at in range(len(line.sheet.header)) if at not in used)
        texts = () if text is None else (text,)
        columns = Columns(texts=texts, attributes=others, **chosen)
        self.plan[number] = with_columns(line, columns)
        self._check()

    def _imported(self, report: ImportReport) -> None:
        self.report = report
        self.table.hide()
        self.mapping.hide()
        self.outcome.setPlainText(report.sentence(ui_language()))
        self.outcome.show()
        self.go.hide()
        self.copy.show()
        self.counted.clear()
        self.header.set_title(self.tr("What became of the import"))
        self.header.set_count(None)
        if not report.refused and not report.cancelled:
            self.finished.emit()

    def _failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        self.session.tasks.problem.emit(error)
