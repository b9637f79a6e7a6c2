"""The steps of the history in a table that reads on as one scrolls."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.history import Step
from app.verify.audit.trail import local
from ui.language import in_words, ui_language
from ui.theme import theme
from ui.widgets.tables import copy_as_tsv, dress_table

WHEN, WHO, WHAT, STATE = range(4)
WIDTHS = {WHEN: 176, WHO: 130, STATE: 150}
_NOWHERE = QModelIndex()


class StepsModel(QAbstractTableModel):
    """Steps, the newest first; asks for more while there are."""

    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: list[Step] = []
        self._more = False

    def show(self, steps: list[Step], *, more: bool) -> None:
        """Show the first page."""
        self.beginResetModel()
        self.steps, self._more = list(steps), more
        self.endResetModel()

    def add(self, steps: list[Step], *, more: bool) -> None:
        """Add a further page."""
        self._more = more
        if steps:
            first = len(self.steps)
            self.beginInsertRows(_NOWHERE, first, first + len(steps) - 1)
            self.steps += steps
            self.endInsertRows()

    def rowCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.steps)

    def columnCount(self, parent: Any = _NOWHERE) -> int:
        return 0 if parent.isValid() else STATE + 1

    def canFetchMore(self, parent: Any) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Any) -> None:
        self._more = False  # asked once; the page that comes says whether there is another
        self.more_wanted.emit()

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return in_words(f"audit.print.{('when', 'who', 'what', 'state')[section]}")
        return None

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(step, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(step, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and (
            step.state != "done" or index.column() != WHAT
        ):
            return theme().color("soft")
        if role == Qt.ItemDataRole.FontRole and step.state != "done" and index.column() == WHAT:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None

    def _words(self, step: Step, column: int) -> str:
        if column == WHEN:
            return f"{local(step.made_at):%d/%m/%Y %H:%M:%S}"
        if column == WHO:
            return step.coder
        if column == WHAT:
            return " ".join(step.sentence(ui_language()).split())
        return in_words(f"audit.state.{step.state}")


class StepsTable(QTableView):
    """Chosen by row; Control with C copies."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepsModel(self)
        self.setModel(self.steps)
        dress_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.current()))
        theme().changed.connect(self.viewport().update)

    def show_steps(self, steps: list[Step], *, more: bool, undone: bool) -> None:
        """Show the first page; the step that was chosen stays so where it is there.

        The state is shown where steps `undone` are among them.
        """
        before = self.current()
        self.steps.show(steps, more=more)
        self.setColumnHidden(STATE, not undone)
        self._fit()
        kept = next((n for n, s in enumerate(steps) if before and s.id == before.id), 0)
        if steps:
            self.setCurrentIndex(self.steps.index(kept, WHAT))
        else:
            self.chosen.emit(None)

    def current(self) -> Step | None:
        """Return the step that is chosen; None where there is none."""
        row = self.currentIndex().row()
        return self.steps.steps[row] if 0 <= row < len(self.steps.steps) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_as_tsv(self)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        taken = sum(w for c, w in WIDTHS.items() if not self.isColumnHidden(c))
        self.setColumnWidth(WHAT, max(200, self.viewport().width() - taken))
