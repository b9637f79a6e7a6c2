"""A look at a codebook before it is imported: what is new, what would change, what stays."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.reduce.codebook.comparing import FieldChange, Line, Plan
from ui.language import in_words
from ui.reduce.code_model import Index
from ui.theme import theme
from ui.widgets.pills import PillRow
from ui.widgets.tables import dress_table

STATE = Qt.ItemDataRole.UserRole + 1
LONGEST = 120  # characters of a text that a cell shows; the tool tip has more
LONGEST_TIP = 1200
_TOP = QModelIndex()
_TOKENS = {"new": "agrees", "changed": "partial", "unchanged": "soft"}


class CodeImport(QDialog):
    """Lists the codes of a file. It blocks nothing: the transcript can be read beside it."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import the codebook “{name}”").format(name=plan.name))
        self.resize(820, 560)
        self.plan = plan
        self.model = ImportLines(plan.lines, self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.model)
        self._shown.setFilterRole(STATE)
        counts = {state: plan.count(state) for state in ("new", "changed")}
        same = plan.count("unchanged")
        self.pills = PillRow(
            [
                ("new|changed", self.tr("New and changed") + f" {len(plan.lines) - same}"),
                ("new", self.tr("New") + f" {counts['new']}"),
                ("changed", self.tr("Changed") + f" {counts['changed']}"),
                ("unchanged", self.tr("Unchanged") + f" {same}"),
            ]
        )
        self.pills.chosen.connect(self._show)
        self.table = QTableView(self)
        self.table.setModel(self._shown)
        self.table.setAccessibleName(self.tr("Codes in the file"))
        self.take = QPushButton(self.tr("Import"))
        self.take.setProperty("accent", True)
        self.take.setEnabled(not plan.does_nothing)
        self.take.clicked.connect(self.accept)
        self.leave = QPushButton(self.tr("Cancel"))
        self.leave.clicked.connect(self.reject)
        self._arrange()
        first = "unchanged" if plan.does_nothing else "new|changed"
        self.pills.set_current(first)
        self._show(first)

    def _arrange(self) -> None:
        dress_table(self.table)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # a path ends in the code's name
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        for column, width in enumerate((100, 280)):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(_label(self._says(), "title"))
        column.addWidget(
            _label(
                self.tr(
                    "No code is deleted, and an empty cell leaves what is there. "
                    "One undo takes it back."
                )
                if not self.plan.does_nothing
                else self.tr("Every code is as the file has it: there is nothing to import."),
                "soft",
            )
        )
        if self.plan.unknown_foci:
            names = ", ".join(self.plan.unknown_foci)
            column.addWidget(
                _label(in_words("codebook.report.unknown_foci", names=names), "problem")
            )
        column.addWidget(self.pills)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _says(self) -> str:
        counts = {state: self.plan.count(state) for state in ("new", "changed", "unchanged")}
        return in_words("codebook.report.imported", **counts)

    def _show(self, state: str) -> None:
        """Show the codes of a state; | stands between several."""
        self._shown.setFilterRegularExpression(f"^({state})$")


class ImportLines(QAbstractTableModel):
    """State, path, and what changes."""

    def __init__(self, lines: Sequence[Line], parent: CodeImport) -> None:
        super().__init__(parent)
        self.lines = lines
        self._heads = (self.tr("State"), self.tr("Code"), self.tr("What changes"))
        self._states = {
            "new": self.tr("new"),
            "changed": self.tr("changed"),
            "unchanged": self.tr("unchanged"),
        }

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == STATE:
            return line.state
        if role == Qt.ItemDataRole.DisplayRole:
            return (self._states[line.state], line.path, self._changes(line))[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return theme().words(_TOKENS[line.state])
        if role == Qt.ItemDataRole.ToolTipRole and index.column() > 0:
            tip = [line.path, *(_said(change, 400) for change in line.changes)]
            return "\n".join(tip)[:LONGEST_TIP]
        return None

    def _changes(self, line: Line) -> str:
        return " · ".join(_said(change, LONGEST) for change in line.changes)


def _said(change: FieldChange, longest: int) -> str:
    """Return "Definition: old → new", or only the new where there was none."""
    field = in_words(f"codebook.columns.{change.column}")
    sides = (change.before, change.after)
    before, after = (_short(_in_words(change.column, words), longest) for words in sides)
    return f"{field}: {before} → {after}" if before else f"{field}: {after}"


def _in_words(column: str, value: str) -> str:
    kinds = {"origin": "origins", "cycle": "cycles"}
    if column in kinds and value:
        return in_words(f"codebook.{kinds[column]}.{value}")
    return value


def _short(words: str, longest: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= longest else line[:longest].rstrip() + "…"


def _label(words: str, kind: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", kind)
    return label
