"""The pane of codes: a heading, a filter, the tree, and room for a panel beneath."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.codes import CodeRow
from ui.reduce.code_model import CodeModel
from ui.reduce.code_tree import CodeTree
from ui.widgets.empty import EmptyState
from ui.widgets.pane_header import PaneHeader
from ui.widgets.search_field import SearchField
from ui.widgets.splitter import RememberingSplitter


class CodePane(QFrame):
    """Holds the code tree; says which codes are chosen and which one is the current one."""

    chosen = Signal(list)  # code ids, in the order of the tree
    new_wanted = Signal()
    menu_wanted = Signal(QPoint, list)
    entered = Signal(list)  # code ids: use them for what is selected

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(190)
        self.model = CodeModel(self)
        self.view = CodeTree(self.model, self)
        self.header = PaneHeader(self.tr("Codes"), link=self.tr("New"))
        self.header.link_clicked.connect(self.new_wanted)
        self.field = SearchField(self.tr("Filter codes…"))
        self.field.searched.connect(self.view.set_filter)
        self.empty = EmptyState(
            "codes",
            self.tr("No codes yet"),
            self.tr("Make a start list, or select words and let a code grow from them."),
            self.tr("New code"),
        )
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        self._parts = RememberingSplitter("reduce-codes", Qt.Orientation.Vertical, self)
        self._parts.addWidget(self._pages)
        self._arrange()
        self.view.chosen.connect(self.chosen)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.view.entered.connect(self.entered)
        self.view.doubleClicked.connect(self._double_clicked)
        self.set_codes(())

    def _arrange(self) -> None:
        inset = QWidget(self)
        inner = QVBoxLayout(inset)
        inner.setContentsMargins(14, 0, 14, 8)
        inner.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(inset)
        column.addWidget(self._parts, 1)

    def add_below(self, widget: QWidget) -> None:
        """Put a panel under the tree."""
        self._parts.addWidget(widget)
        self._parts.setStretchFactor(0, 1)
        self._parts.set_first_sizes([420, 360])

    # --- which codes -----------------------------------------------------------------------

    def set_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show other codes; what is open, chosen and seen stays."""
        self.model.set_codes(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        self.field.setEnabled(bool(rows))

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be changed."""
        self.model.read_only = read_only
        self.header.link.setEnabled(not read_only)
        self.empty.button.setEnabled(not read_only)

    @property
    def codes(self) -> Mapping[int, CodeRow]:
        """All codes by id, in the order of the tree."""
        return {key: node.code for key, node in self.model.nodes.items()}

    def verdict(self, code_id: int) -> str:
        """Return the verdict on a code; empty while it is not known."""
        node = self.model.nodes.get(code_id)
        return node.verdict if node is not None else ""

    def current(self) -> int | None:
        """Return the id of the current code, where it is among the chosen ones."""
        index, chosen = self.view.currentIndex(), self.view.chosen_ids()
        key = index.internalId() if index.isValid() else None
        return key if key in chosen else (chosen[0] if chosen else None)

    def current_code(self) -> CodeRow | None:
        """Return the current code."""
        node = self.model.nodes.get(self.current() or 0)
        return node.code if node is not None else None

    def selected(self) -> list[int]:
        """Return the ids of the chosen codes, in the order of the tree."""
        return self.view.chosen_ids()

    def choose(self, code_id: int) -> None:
        """Make a code the current one and bring it into sight; a filter that hides it goes."""
        if self.view.hides(code_id):
            self.field.clear()
            self.view.set_filter("")
        self.view.choose([code_id])

    def rename(self, code_id: int) -> None:
        """Edit the name of a code in its place."""
        self.view.rename(code_id)

    def below_current(self) -> QPoint:
        """Return the global point under the current row, for a menu."""
        port = self.view.viewport()
        rect = self.view.visualRect(self.view.currentIndex())
        return port.mapToGlobal(QPoint(max(0, rect.left()), rect.bottom() + 2))

    def _double_clicked(self, index: QModelIndex) -> None:
        self.entered.emit([index.internalId()])
