"""The pane of codes: a heading, a filter, the tree, and room for a panel beneath."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.reduce.codes import CodeRow
from ui.reduce.code_model import CodeModel
from ui.reduce.code_tree import CodeTree
from ui.widgets.pane_header import PaneHeader
from ui.widgets.search_field import SearchField


class CodePane(QFrame):
    """Holds the code tree; says which code is the current one."""

    chosen = Signal(object)
    """The code (CodeRow) that is current, or None."""
    new_wanted = Signal()
    menu_wanted = Signal(QPoint, list)
    entered = Signal(list)
    """Code ids: use them for what is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(190)
        self.model = CodeModel(self)
        self.view = CodeTree(self.model, self)
        self.header = PaneHeader(self.tr("Codes"), link=self.tr("New"))
        self.header.link_clicked.connect(self.new_wanted)
        self.field = SearchField(self.tr("Filter codes…"))
        self.field.searched.connect(self.view.set_filter)
        inset = QWidget(self)
        inner = QVBoxLayout(inset)
        inner.setContentsMargins(14, 0, 14, 6)
        inner.addWidget(self.field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(inset)
        self._column.addWidget(self.view, 1)
        self.view.chosen.connect(lambda _ids: self.chosen.emit(self.current_code()))
        self.view.menu_wanted.connect(self.menu_wanted)
        self.view.entered.connect(self.entered)
        self.view.doubleClicked.connect(self._double_clicked)

    def add_below(self, widget: QWidget) -> None:
        """Put a panel under the tree."""
        self._column.addWidget(widget)

    def set_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show other codes; what is open, chosen and seen stays."""
        self.model.set_codes(rows)
        self.header.set_count(len(rows) or None)

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
        """Make a code the current one and bring it into sight."""
        self.view.choose([code_id])

    def rename(self, code_id: int) -> None:
        """Edit the name of a code in its place."""
        self.view.rename(code_id)

    def _double_clicked(self, index: QModelIndex) -> None:
        self.entered.emit([index.internalId()])
