"""After an import: what came in, and each file that did not, with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.collect.import_report import ImportReport
from app.collect.planned import PlannedSource
from ui.language import ui_language


class ImportOutcome(QWidget):
    """Tells the outcome in words that can be copied."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        self.heading = QLabel(self)
        self.heading.setProperty("kind", "heading")
        self.heading.setWordWrap(True)
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setProperty("field", True)
        self.words.setAccessibleName(self.tr("What became of the import"))
        column.addWidget(self.heading)
        column.addWidget(self.words)
        self.copy = QPushButton(self.tr("Copy the report"), self)
        self.copy.clicked.connect(self._copy)
        self.back = QPushButton(self.tr("Go to the sources"), self)
        self.back.setProperty("accent", True)
        self.back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.copy)
        row.addWidget(self.back)
        column.addLayout(row)

    def show_report(self, report: ImportReport, unreadable: Sequence[PlannedSource]) -> None:
        """Show what came in; `unreadable` are the files that could not even be read."""
        language = ui_language()
        refused = [one.problem for one in report.refused]
        refused += [line.problem for line in unreadable if line.problem is not None]
        kept = ImportReport(**{name: getattr(report, name) for name in COUNTED})
        self.heading.setText(kept.sentence(language))
        lines = [f"{one.reference}  {one.title}" for one in report.imported]
        if refused:
            # Each reason names its file.
            reasons = [f"–  {problem.sentence(language)}" for problem in refused]
            lines = [self.tr("Did not come in:"), *reasons, "", *_under(self.tr("In:"), lines)]
        self.words.setPlainText("\n".join(lines).strip())
        self.back.setFocus()

    def _copy(self) -> None:
        told = f"{self.heading.text()}\n\n{self.words.toPlainText()}\n"
        QGuiApplication.clipboard().setText(told)


COUNTED = ("imported", "codings", "codes", "informants", "described", "cancelled")


def _under(heading: str, lines: list[str]) -> list[str]:
    return [heading, *lines] if lines else []
