"""The pane of codes: a heading, a filter, the tree, and room for a panel beneath."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.reduce.codes import CodeRow
from ui.reduce.code_actions import CodeActions
from ui.reduce.code_filter import CodeFilter, Kind
from ui.reduce.code_model import CodeModel, Counting, Order
from ui.reduce.code_tree import CodeTree
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.pane_header import PaneHeader
from ui.widgets.search_field import SearchField
from ui.widgets.splitter import RememberingSplitter

ORDER, COUNTING = "reduce/code-order", "reduce/code-counting"


class CodePane(QFrame):
    """Holds the code tree; says which codes are chosen and which one is the current one."""

    chosen = Signal(list)  # code ids, in the order of the tree
    new_wanted = Signal()
    menu_wanted = Signal(QPoint, list)
    entered = Signal(list)  # code ids: use them for what is selected
    ordered = Signal()  # siblings stand in another order
    kind_wanted = Signal(str)  # which codes are to be seen: a Kind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(190)
        self.model = CodeModel(self)
        self.view = CodeTree(self.model, self)
        self.header = PaneHeader(self.tr("Codes"), link=self.tr("New"))
        self.header.link_clicked.connect(self.new_wanted)
        self.field = SearchField(self.tr("Filter codes…"))
        self.field.searched.connect(lambda _words: self._filter())
        self.field.installEventFilter(self)
        self.actions_of_tree = CodeActions(self)
        self.menu = QMenu(self)
        self.actions_of_tree.fill(self.menu)
        self.more = QToolButton(self)
        self.kind: Kind = "all"
        self.recent: Collection[int] = frozenset()
        self.empty = EmptyState(
            "codes",
            self.tr("No codes yet"),
            self.tr("Make a start list, or select words and let a code grow from them."),
            self.tr("New code"),
        )
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        self.notice = PaneHeader("", link=self.tr("Show all"))
        self.notice.link_clicked.connect(self.show_all)
        self._parts = RememberingSplitter("reduce-codes", Qt.Orientation.Vertical, self)
        self._parts.addWidget(self._pages)
        self._arrange()
        self.view.chosen.connect(self.chosen)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.view.entered.connect(self.entered)
        self.view.doubleClicked.connect(self._double_clicked)
        self.view.filter_left.connect(self.show_all)
        self.view.filtered.connect(self._say_what_is_seen)
        self._connect_actions()
        self.set_codes(())

    def _arrange(self) -> None:
        self.more.setIcon(icon("sort"))
        self.more.setToolTip(self.tr("Which codes are seen, and how"))
        self.more.setAccessibleName(self.more.toolTip())
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.menu)
        self.header.add(self.more)
        inset = QWidget(self)
        inner = QVBoxLayout(inset)
        inner.setContentsMargins(14, 0, 14, 8)
        inner.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(inset)
        column.addWidget(self.notice)
        column.addWidget(self._parts, 1)

    def _connect_actions(self) -> None:
        do, kept = self.actions_of_tree, QSettings()
        for kind, action in do.kinds.items():
            action.triggered.connect(partial(self.show_kind, kind))
        for order, action in do.orders.items():
            action.triggered.connect(partial(self._order, order))
        for counting, action in do.countings.items():
            action.triggered.connect(partial(self._count, counting))
        do.open_all.triggered.connect(self.view.expandAll)
        do.close_all.triggered.connect(self.view.collapseAll)
        do.orders.get(kept.value(ORDER), do.orders["own"]).trigger()
        do.countings.get(kept.value(COUNTING), do.countings["excerpts"]).trigger()

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
        self.kind_wanted.emit(self.kind)

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
            self.show_all()
        self.view.choose([code_id])

    # --- which are seen, and how -------------------------------------------------------------

    def show_kind(self, kind: Kind, _on: bool = True) -> None:
        """Show all codes, or only favourites, those used last, or those not used."""
        self.kind = kind
        self.actions_of_tree.kinds[kind].setChecked(True)
        self.kind_wanted.emit(kind)
        self._filter()

    def set_recent(self, ids: Collection[int]) -> None:
        """Say which codes were used last."""
        self.recent = frozenset(ids)
        if self.kind == "recent":
            self._filter()

    def show_all(self) -> None:
        """Show every code again."""
        self.field.clear()
        self.show_kind("all")

    def _filter(self) -> None:
        self.view.set_filter(CodeFilter(self.field.text(), self.kind, self.recent))

    def _order(self, order: Order, _on: bool = True) -> None:
        self.model.set_order(order)
        QSettings().setValue(ORDER, order)
        self.ordered.emit()

    def _count(self, counting: Counting, _on: bool = True) -> None:
        self.model.set_counting(counting)
        QSettings().setValue(COUNTING, counting)

    def _say_what_is_seen(self) -> None:
        """Say that only some codes are seen, and how many; nothing where all are."""
        count = len(self.view.found)
        words = {
            "all": self.tr("%n code(s) found", "", count),
            "favourites": self.tr("%n favourite(s)", "", count),
            "recent": self.tr("%n recently used", "", count),
            "unused": self.tr("%n unused code(s)", "", count),
        }
        self.notice.set_title(words[self.kind])
        self.notice.setVisible(self.view.filter.on and bool(self.model.nodes))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the filter into the tree: Down and Enter choose the first code found."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in keys:
            self._filter()
            self._enter_tree()
            return True
        return super().eventFilter(watched, event)

    def _enter_tree(self) -> None:
        first = next((code for code in self.view.in_sight() if code in self.view.found), None)
        if first is not None:
            self.view.choose([first])
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

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
