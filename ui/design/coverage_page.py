"""The coverage: informants by instrument (planned, done) or by question (asked, not asked)."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.design.coverage import CoverageGrid, coverage, set_asked, set_coverage
from app.design.informants import InformantRow, informants
from app.design.instruments import instruments
from app.design.questions import questions
from app.study import Changed
from ui.session import Session
from ui.theme import theme
from ui.widgets.empty import EmptyState
from ui.widgets.pills import PillRow
from ui.widgets.tables import dress_table

NEXT = {
    "instruments": {"": "planned", "planned": "done", "done": ""},
    "questions": {"": "asked", "asked": "not_asked", "not_asked": ""},
}
CELL = Qt.ItemDataRole.UserRole
STATE = Qt.ItemDataRole.UserRole + 1


class _Grid(QTableWidget):
    """Space and Enter step the chosen cells on."""

    def __init__(self, page: "CoveragePage") -> None:
        super().__init__(page)
        self._page = page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._page.step()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._page.set_state("")
        else:
            super().keyPressEvent(event)


class CoveragePage(QWidget):
    """A click steps a cell on; a right click sets what is chosen, or a whole column."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = "instruments"
        self.words = {
            "": "",
            "planned": self.tr("planned"),
            "done": self.tr("done"),
            "asked": self.tr("asked"),
            "not_asked": self.tr("not asked"),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        self.pills = PillRow(
            [
                ("instruments", self.tr("By instrument")),
                ("questions", self.tr("By research question")),
            ],
            self,
        )
        self.pills.chosen.connect(self._switch)
        self.said = QLabel(self)
        self.said.setProperty("kind", "soft")
        bar.addWidget(self.pills)
        bar.addStretch()
        bar.addWidget(self.said)
        layout.addLayout(bar)
        self.grid = _Grid(self)
        dress_table(self.grid, "grid")
        self.grid.setAccessibleName(self.tr("Coverage"))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._menu)
        self.grid.cellClicked.connect(lambda _row, column: column > 0 and self.step())
        self.empty = EmptyState(
            "table",
            self.tr("No grid yet"),
            self.tr("The coverage needs informants, and instruments or research questions."),
        )
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.grid)
        self.pages.addWidget(self.empty)
        layout.addWidget(self.pages)
        session.changed.connect(self._after_change)

    def refresh(self) -> None:
        """Read the grid again."""
        study, kind = self.session.study, self.kind

        def read() -> tuple[Any, ...]:
            across = instruments(study) if kind == "instruments" else questions(study)
            return kind, informants(study), across, coverage(study)

        self.session.tasks.read("coverage", read, self._show)

    def step(self) -> None:
        """Step the chosen cells on: nothing, planned, done."""
        current = self.grid.currentItem()
        if current is not None and current.data(CELL) is not None:
            self.set_state(NEXT[self.kind][current.data(STATE) or ""])

    def set_state(self, state: str) -> None:
        """Set the chosen cells to a state."""
        cells = [i.data(CELL) for i in self.grid.selectedItems() if i.data(CELL) is not None]
        self._set(cells, state)

    def showEvent(self, event: object) -> None:
        self.refresh()

    def _set(self, cells: list[Any], state: str) -> None:
        study = self.session.study
        change = set_coverage if self.kind == "instruments" else set_asked
        if cells and not self.session.read_only:
            self.session.change(lambda: change(study, [tuple(cell) for cell in cells], state))

    def _switch(self, kind: str) -> None:
        self.kind = kind
        self.refresh()

    def _show(self, found: tuple[str, list[InformantRow], list[Any], CoverageGrid]) -> None:
        kind, people, across, grid = found
        states = grid.instruments if kind == "instruments" else grid.questions
        self.pages.setCurrentIndex(0 if people and across else 1)
        at = self.grid.currentRow(), self.grid.currentColumn()
        heads = [getattr(column, "name", getattr(column, "label", "")) for column in across]
        self.grid.setColumnCount(len(across) + 1)
        self.grid.setRowCount(len(people))
        self.grid.setHorizontalHeaderLabels([self.tr("Informant"), *heads])
        for row, person in enumerate(people):
            name = QTableWidgetItem(f"{person.code}   {person.post}".strip())
            name.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.grid.setItem(row, 0, name)
            for column, other in enumerate(across, 1):
                state = states.get((person.id, other.id), "")
                self.grid.setItem(row, column, self._item((person.id, other.id), state))
        self.grid.setColumnWidth(0, 240)
        for column in range(1, len(across) + 1):
            self.grid.setColumnWidth(column, 170)
        if at[0] >= 0:
            self.grid.setCurrentCell(*at)
        counts = [list(states.values()).count(state) for state in list(NEXT[kind])[1:]]
        names = [self.words[state] for state in list(NEXT[kind])[1:]]
        self.said.setText(" · ".join(f"{n}: {c}" for n, c in zip(names, counts, strict=True)))

    def _item(self, cell: tuple[int, int], state: str) -> QTableWidgetItem:
        item = QTableWidgetItem(self.words[state])
        item.setData(CELL, cell)
        item.setData(STATE, state)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if state in ("done", "asked"):
            item.setForeground(theme().words("agrees"))
        elif state:
            item.setForeground(theme().words("partial"))
        return item

    def _menu(self, at: QPoint) -> None:
        item = self.grid.itemAt(at)
        if item is None or item.data(CELL) is None or self.session.read_only:
            return
        menu = QMenu(self)
        for state in NEXT[self.kind]:
            words = self.words[state] or self.tr("nothing")
            menu.addAction(words).triggered.connect(
                lambda _checked=False, s=state: self.set_state(s)
            )
        column = menu.addMenu(self.tr("Whole column"))
        cells = [
            self.grid.item(row, item.column()).data(CELL) for row in range(self.grid.rowCount())
        ]
        for state in NEXT[self.kind]:
            words = self.words[state] or self.tr("nothing")
            column.addAction(words).triggered.connect(
                lambda _checked=False, s=state: self._set(cells, s)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.grid.viewport().mapToGlobal(at))

    def _after_change(self, changed: Changed) -> None:
        touched = ("coverage", "informant", "instrument", "research_question")
        if self.isVisible() and changed.touches(*touched):
            self.refresh()
