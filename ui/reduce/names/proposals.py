"""What may be names in the texts: offered one by one, to be taken into the table or refused."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.reduce.names.proposing import Proposal
from ui.language import in_words
from ui.widgets.empty import EmptyState
from ui.widgets.pane_header import PaneHeader
from ui.widgets.tables import dress_table

KEY = Qt.ItemDataRole.UserRole
NAME, COUNT, KIND, EXAMPLE = range(4)


class Proposals(QFrame):
    """Enter takes the chosen ones, Delete says that they are no names."""

    taken = Signal(list)
    """Proposals that go into the table."""
    refused = Signal(list)
    """Words that are no names."""
    opened = Signal(int, int, int)
    wanted = Signal()
    """The texts are to be looked through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "left")
        self.shown: list[Proposal] = []
        self.header = PaneHeader(self.tr("What may be names"))
        self.table = self._table()
        self.empty = EmptyState(
            "search",
            self.tr("Names in the texts"),
            self.tr("Tilik looks through all transcripts, on this machine, for what may be names."),
            self.tr("Look for names"),
        )
        self.empty.acted.connect(self.wanted)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.table)
        self.take = QPushButton(self.tr("Take as names"), self)
        self.take.setProperty("accent", True)
        self.take.setToolTip(self.tr("Put the chosen ones into the table (Enter)"))
        self.refuse = QPushButton(self.tr("Not names"), self)
        self.refuse.setToolTip(self.tr("Do not offer the chosen ones again (Delete)"))
        self.again = QPushButton(self.tr("Look again"), self)
        self.take.clicked.connect(self._take)
        self.refuse.clicked.connect(self._refuse)
        self.again.clicked.connect(self.wanted)
        for key, act in (("Return", self._take), ("Enter", self._take), ("Delete", self._refuse)):
            context = Qt.ShortcutContext.WidgetShortcut
            QShortcut(QKeySequence(key), self.table, context=context).activated.connect(act)
        self._arrange()
        self.set_read_only(on=False)
        self.show_proposals(None)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4, self)
        dress_table(table)
        table.setAccessibleName(self.tr("What may be names"))
        table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Times"), self.tr("Kind"), self.tr("Stands first in")]
        )
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = table.horizontalHeader()
        for place, width in ((NAME, 150), (COUNT, 64), (KIND, 96)):
            table.setColumnWidth(place, width)
        header.setSectionResizeMode(EXAMPLE, QHeaderView.ResizeMode.Stretch)
        table.cellDoubleClicked.connect(self._open)
        table.itemSelectionChanged.connect(self._refresh)
        return table

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 8, 14, 8)
        buttons.setSpacing(8)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        buttons.addWidget(self.refuse)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        column.addLayout(buttons)

    def set_read_only(self, *, on: bool) -> None:
        """Take and refuse nothing in a study that is only read."""
        self._read_only = on
        self._refresh()

    def show_proposals(self, found: Sequence[Proposal] | None) -> None:
        """Show what was found; None where nobody looked yet."""
        self.shown = list(found or ())
        self.table.setRowCount(len(self.shown))
        for row, each in enumerate(self.shown):
            self._fill(row, each)
        looked = found is not None
        self.pages.setCurrentWidget(self.table if looked else self.empty)
        self.header.set_count(len(self.shown) if looked else None)
        for button in (self.take, self.refuse, self.again):
            button.setVisible(looked)
        if self.shown:
            self.table.selectRow(0)
        self._refresh()

    def drop(self, words: Sequence[str]) -> None:
        """Take proposals off the list; the one behind them is chosen."""
        gone = set(words)
        rows = [row for row, each in enumerate(self.shown) if each.name in gone]
        for row in reversed(rows):
            self.table.removeRow(row)
            del self.shown[row]
        self.header.set_count(len(self.shown))
        if self.shown and rows:
            self.table.selectRow(min(rows[0], len(self.shown) - 1))
        self._refresh()

    def chosen(self) -> list[Proposal]:
        """Return the chosen proposals, from top to bottom."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self.shown[row] for row in rows]

    def _fill(self, row: int, each: Proposal) -> None:
        before, after = each.before.lstrip(), each.after.rstrip()
        kind = in_words(f"summaries.name_kinds.{each.kind}")
        example = f"{each.reference}: {before}{each.name}{after}"
        for place, words in (
            (NAME, each.name),
            (COUNT, str(each.count)),
            (KIND, kind),
            (EXAMPLE, " ".join(example.split())),
        ):
            item = QTableWidgetItem(words)
            if place == COUNT:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                item.setTextAlignment(right)
            if place == EXAMPLE:
                item.setToolTip(words)
            self.table.setItem(row, place, item)

    def _refresh(self) -> None:
        for button in (self.take, self.refuse):
            button.setEnabled(bool(self.chosen()) and not self._read_only)

    def _take(self) -> None:
        if self.take.isEnabled():
            self.taken.emit(self.chosen())

    def _refuse(self) -> None:
        if self.refuse.isEnabled():
            self.refused.emit([each.name for each in self.chosen()])

    def _open(self, row: int, _column: int) -> None:
        each = self.shown[row]
        self.opened.emit(each.source_id, each.start, each.end)
