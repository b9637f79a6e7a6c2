"""From first-cycle to pattern codes: a board, pairs and clusters, the excerpts beside them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.code_tree import Tree
from app.reduce.codes import CodeRow, codes
from app.reduce.patterning import common_parent, make_pattern
from app.reduce.source_lines import SourceLine, sources_overview
from app.study import Changed
from ui.reduce.patterns.board_pane import BoardPane
from ui.reduce.patterns.clusters_pane import ClustersPane
from ui.reduce.patterns.excerpt_side import ExcerptSide
from ui.reduce.patterns.group_strip import GroupStrip
from ui.reduce.patterns.pairs_pane import PairsPane
from ui.session import Session
from ui.widgets.pills import PillRow
from ui.widgets.splitter import RememberingSplitter

BOARD, PAIRS, CLUSTERS = "board", "pairs", "clusters"
BAR = 44
ENTITIES = ("code", "coding", "excerpt", "coder", "informant", "source")


class PatternsPage(QWidget):
    """Three views of how codes hang together; groups that are made change the tree of codes."""

    open_excerpt = Signal(int, int, int)
    choose_code = Signal(int)
    status_changed = Signal()
    go_to_stage = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.codes: dict[int, CodeRow] = {}
        self._stale = True
        self._unread: set[str] = set()
        self._wanted: int | None = None
        self.side = ExcerptSide(session, self)
        self.strip = GroupStrip(self)
        self.board = BoardPane(session, self)
        self.pairs = PairsPane(session, self)
        self.clusters = ClustersPane(session, self)
        self.views: dict[str, Any] = {
            BOARD: self.board, PAIRS: self.pairs, CLUSTERS: self.clusters
        }  # fmt: skip
        self.pills = PillRow(
            [(BOARD, self.tr("Board")), (PAIRS, self.tr("Pairs")), (CLUSTERS, self.tr("Clusters"))],
            self,
        )
        self._arrange()
        self._connect()
        self.setFocusProxy(self.board.view)
        self._choose_first()

    def _arrange(self) -> None:
        bar = QFrame(self)
        bar.setProperty("rule", "bottom")
        bar.setFixedHeight(BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(16)
        row.addWidget(self.pills)
        self.bars, self.stack = QStackedWidget(bar), QStackedWidget(self)
        for view in self.views.values():
            self.bars.addWidget(view.controls)
            self.stack.addWidget(view)
        row.addWidget(self.bars, 1)
        left = QWidget(self)
        under = QVBoxLayout(left)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self.stack, 1)
        under.addWidget(self.strip)
        self.split = RememberingSplitter("reduce-patterns", Qt.Orientation.Horizontal, self)
        self.split.addWidget(left)
        self.split.addWidget(self.side)
        self.split.set_first_sizes([936, 420])
        self.split.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.pills.chosen.connect(self.show_view)
        self.side.open_excerpt.connect(self.open_excerpt)
        self.strip.taken.connect(self._make)
        self.strip.closed.connect(lambda: self.view().setFocus())
        self.board.choose_code.connect(self.choose_code)
        self.board.chosen.connect(self._show_codes)
        self.clusters.chosen.connect(self._show_codes)
        self.pairs.pair_chosen.connect(self._show_pair)
        for view in (self.board, self.clusters):
            view.group_wanted.connect(self.ask_group)
        self.clusters.shown_changed.connect(self.status_changed)
        self.pairs.shown_changed.connect(self.status_changed)
        for view in self.views.values():
            view.coding_wanted.connect(self._go_and_code)
        self.session.changed.connect(self._note)

    # --- what the room asks ----------------------------------------------------------------

    def actions_of_page(self) -> list[QAction]:
        """Return what can be done on the page, for the menu."""
        return list(self.board.all_actions)

    def status_text(self) -> str:
        words: str = self.views[self.current()].status_text()
        return words

    def current(self) -> str:
        """Return which view is shown."""
        return str(self.pills.current())

    def view(self) -> QWidget:
        """Return the view that is shown."""
        shown: QWidget = self.views[self.current()]
        return shown

    def show_view(self, key: object) -> None:
        """Go to the board, the pairs or the clusters."""
        self.pills.set_current(key)
        self.bars.setCurrentWidget(self.views[str(key)].controls)
        self.stack.setCurrentWidget(self.view())
        self.strip.hide()
        self.board.set_active(key == BOARD)
        self._choose_first()
        self._read_view()
        self.status_changed.emit()

    def refresh(self, changed: Changed | None = None) -> None:
        """Show the study as it is now; later, where the page is not seen."""
        if changed is None or changed.touches(*ENTITIES):
            self._stale = True
        if self._stale and self.isVisible():
            self._ask()

    def showEvent(self, event: object) -> None:
        self.refresh(Changed())

    def _note(self, changed: Changed) -> None:
        self.refresh(changed)

    # --- reading ---------------------------------------------------------------------------

    def _ask(self) -> None:
        self._stale = False
        study = self.session.study
        self._unread = {PAIRS, CLUSTERS}
        self.session.tasks.read(("pattern-codes", id(self)), lambda: codes(study), self._show)

    def _show(self, rows: Sequence[CodeRow]) -> None:
        self.codes = {row.id: row for row in rows}
        self.board.set_codes(rows)
        self.pairs.set_codes(rows)
        self.clusters.set_codes(rows)
        if self._wanted is not None and self._wanted in self.codes:
            self.board.view.choose([self._wanted])
            self._wanted = None
        self._read_view()
        self.status_changed.emit()

    def _read_view(self) -> None:
        """Count pairs and clusters only when they are looked at."""
        if self.current() in self._unread:
            self._unread.discard(self.current())
            self.views[self.current()].read()

    # --- what stands beside ----------------------------------------------------------------

    def _choose_first(self) -> None:
        said = {
            BOARD: self.tr("Choose a code on the board to read what was coded with it."),
            PAIRS: self.tr("Choose a pair to read where both codes stand."),
            CLUSTERS: self.tr("Choose a group to read what was coded with its codes."),
        }
        self.side.say_only(said[self.current()])

    def _show_codes(self, ids: list[int]) -> None:
        known = [code for code in ids if code in self.codes]
        if not known:
            self._choose_first()
            return
        names = ", ".join(self.codes[code].name for code in known)
        self.side.show_codes(names, self._tree().branches(known))
        self.status_changed.emit()

    def _show_pair(self, one: int, other: int) -> None:
        names = " × ".join(self.codes[code].name for code in (one, other) if code in self.codes)
        self.side.show_pair(
            names, (one, other), branches=self.pairs.with_branches(), coders=self.pairs.coders()
        )

    def _tree(self) -> Tree:
        return Tree({row.id: row.parent_id for row in self.codes.values()})

    # --- grouping --------------------------------------------------------------------------

    def ask_group(self, ids: list[int]) -> None:
        """Ask in place for the name of a group of codes."""
        if self.session.read_only:
            return
        tree = self._tree()
        nearest = common_parent(tree, ids)
        above = [] if nearest is None else [nearest, *tree.above(nearest)]
        rows = [self.codes[code] for code in ids if code in self.codes]
        self.strip.open_for(rows, [self.codes[code] for code in above])

    def _make(self, ids: list[int], name: str, parent: int | None, definition: str) -> None:
        study = self.session.study
        self.session.change(lambda: make_pattern(study, name, ids, parent, definition), self._made)

    def _made(self, code_id: int) -> None:
        self._wanted = code_id
        self.strip.close_up()
        self.show_view(BOARD)
        if code_id in self.codes:
            self._show(list(self.codes.values()))

    def _go_and_code(self) -> None:
        """Go where codes come from: the first transcript, or the place to collect one."""
        study = self.session.study

        def go(found: Sequence[SourceLine]) -> None:
            if found:
                self.open_excerpt.emit(found[0].id, 0, 0)
            else:
                self.go_to_stage.emit("collect")

        self.session.tasks.read(("first-source", id(self)), lambda: sources_overview(study), go)
