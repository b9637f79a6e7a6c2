"""The history: every step by name, the newest on top; a double click goes back to it."""

from datetime import UTC

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import history
from app.history import Step
from ui.language import ui_language
from ui.session import Session
from ui.theme import theme
from ui.widgets.pane_header import PaneHeader
from ui.widgets.two_lines import TwoLines

Index = QModelIndex | QPersistentModelIndex


class StepsModel(QAbstractListModel):
    """The steps, and under them the beginning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: list[Step] = []

    def set_steps(self, steps: list[Step]) -> None:
        """Show other steps."""
        self.beginResetModel()
        self.steps = steps
        self.endResetModel()

    def step_id(self, row: int) -> int:
        """Return the step to go to for a row; 0 is the beginning."""
        return self.steps[row].id if row < len(self.steps) else 0

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.steps) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if index.row() >= len(self.steps):
            return self.tr("The beginning") if role == Qt.ItemDataRole.DisplayRole else None
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            when = step.made_at.replace(tzinfo=UTC).astimezone()
            return f"{step.sentence(ui_language())}\n{step.coder} · {when:%d/%m/%Y %H:%M:%S}"
        if role == Qt.ItemDataRole.ForegroundRole and step.state != "done":
            return theme().color("soft")
        if role == Qt.ItemDataRole.FontRole and step.state != "done":
            font = QFont()
            font.setItalic(step.state == "undone")
            font.setStrikeOut(step.state == "discarded")
            return font
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(step)
        return None

    def _tip(self, step: Step) -> str:
        if step.state == "undone":
            return self.tr("Taken back; it can be made again")
        if step.state == "discarded":
            return self.tr("Taken back and overtaken by a later change; kept for the record")
        return self.tr("Rows touched: {count}").format(count=step.rows)


class HistoryPanel(QFrame):
    """Lists the steps of a session and goes to any of them."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setProperty("rule", "left")
        self.setMinimumWidth(280)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.header = PaneHeader(self.tr("History"), link=self.tr("Close"))
        self.header.link_clicked.connect(self.closed)
        layout.addWidget(self.header)
        self.model = StepsModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("History"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        layout.addWidget(self.list)
        note = QLabel(self.tr("Nothing is lost by going back: come forward again the same way."))
        note.setWordWrap(True)
        note.setProperty("kind", "small")
        note.setContentsMargins(14, 6, 14, 2)
        layout.addWidget(note)
        row = QHBoxLayout()
        row.setContentsMargins(14, 4, 14, 12)
        self.go = QPushButton(self.tr("Go to this moment"))
        row.addWidget(self.go)
        row.addStretch()
        layout.addLayout(row)
        self.go.clicked.connect(self._go)
        self.list.doubleClicked.connect(self._go)
        session.changed.connect(self.refresh)
        self.go.setEnabled(not session.read_only)

    def refresh(self) -> None:
        """Read the steps again, when the panel can be seen."""
        if not self.isVisible():
            return
        study = self.session.study
        self.session.tasks.read("history", lambda: history.steps(study), self._show)

    def showEvent(self, event: object) -> None:
        self.refresh()

    def _show(self, steps: list[Step]) -> None:
        self.model.set_steps(steps)
        self.header.set_count(len(steps))
        now = next((row for row, s in enumerate(steps) if s.state == "done"), len(steps))
        self.list.setCurrentIndex(self.model.index(now))

    def _go(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid() or self.session.read_only:
            return
        step_id = self.model.step_id(index.row())
        self.session.change(lambda: history.go_to(self.session.study, step_id))
