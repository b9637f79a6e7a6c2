"""What became of a project: line by line what is otherwise, what was lost, what is only kept."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.exchange.kinds import save_report
from app.exchange.project_report import ProjectReport
from ui.language import in_words, ui_language

LISTED = 500
"""So many lines of each kind are listed; all of them are saved."""
LINE, ABOVE, BESIDE = 28, 10, 10
"""Pixels of a line of one row, above and below words that take more, and beside them."""
FEW = 12
"""So many lines are shown at once; what was lost is always."""


class _WholeLines(QStyledItemDelegate):
    """Gives each line the height that all its words take at the width of the view."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        self.initStyleOption(option, index)
        view = self.parent()
        assert isinstance(view, QTreeWidget)
        depth = 2 if index.parent().isValid() else 1
        width = view.viewport().width() - depth * view.indentation() - 2 * BESIDE
        flags = int(Qt.TextFlag.TextWordWrap)
        words = option.fontMetrics.boundingRect(0, 0, max(width, 1), 10_000, flags, option.text)
        return QSize(width, max(LINE, words.height() + ABOVE))


class ReportView(QTreeWidget):
    """Three branches; those without a line are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = ProjectReport()
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setAccessibleName(self.tr("Report"))
        self.setItemDelegate(_WholeLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_report(self, report: ProjectReport) -> None:
        """Show what a report says."""
        self.report = report
        self.clear()
        for what, sentences in report.lines(ui_language()).items():
            if not sentences:
                continue
            title = in_words(f"exchange.report.{what}", count=len(sentences))
            branch = QTreeWidgetItem([title])
            font = branch.font(0)
            font.setBold(True)
            branch.setFont(0, font)
            self.addTopLevelItem(branch)
            for sentence in sentences[:LISTED]:
                line = QTreeWidgetItem([sentence])
                line.setToolTip(0, sentence)
                branch.addChild(line)
            if len(sentences) > LISTED:
                more = len(sentences) - LISTED
                rest = self.tr("%n further line(s): save the report to read them", "", more)
                branch.addChild(QTreeWidgetItem([rest]))
            branch.setExpanded(what == "lost" or len(sentences) <= FEW)
        if not self.topLevelItemCount():
            self.addTopLevelItem(QTreeWidgetItem([self.tr("Everything came as it is.")]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def save(self, path: Path) -> None:
        """Write the report. Raises StudyProblem where it cannot be written."""
        save_report(self.report, path, ui_language())
