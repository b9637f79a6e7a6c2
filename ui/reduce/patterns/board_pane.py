"""The board with its actions: what is dragged, named and grouped becomes a change of the study."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.code_editing import rename_code
from app.reduce.codes import CodeRow
from app.reduce.patterning import put_into, take_out, ungroup
from ui.reduce.patterns.board_model import BoardModel
from ui.reduce.patterns.board_view import BoardView
from ui.session import Session
from ui.widgets.empty import EmptyState
from ui.widgets.search_field import SearchField


class BoardPane(QWidget):
    """Codes as cards in their categories and themes."""

    chosen = Signal(list)
    group_wanted = Signal(list)
    choose_code = Signal(int)
    coding_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._active = True
        self.model = BoardModel(self)
        self.model.read_only = session.read_only
        self.view = BoardView(self.model, self)
        self.empty = EmptyState(
            "codes",
            self.tr("No codes yet"),
            self.tr("Once transcripts are coded, codes are grouped here into pattern codes."),
            "" if session.read_only else self.tr("Go and code"),
            self,
        )
        self.empty.acted.connect(self.coding_wanted)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.all_actions = self._make_actions()
        self.controls = self._make_controls()
        self.view.chosen.connect(self._on_chosen)
        self.view.moved.connect(self._move)
        self.view.grouped.connect(self.group_wanted)
        self.view.menu_wanted.connect(self._menu)
        self.view.doubleClicked.connect(lambda _: self._show_in_tree())
        self.model.renamed.connect(self._rename)
        self._on_chosen([])

    def _make_actions(self) -> list[QAction]:
        shift = self.view.shift
        self.group = self._action(self.tr("Group the chosen codes…"), "Ctrl+G", self._group)
        self.out = self._action(self.tr("Take out of the group"), "Ctrl+Shift+G", self._take_out)
        self.rename = self._action(self.tr("Rename"), "F2", self._edit_name)
        self.up = self._action(self.tr("Move up"), "Alt+Up", lambda: shift(0, -1))
        self.down = self._action(self.tr("Move down"), "Alt+Down", lambda: shift(0, 1))
        self.back = self._action(
            self.tr("Move to the group before"), "Alt+Left", lambda: shift(-1, 0)
        )
        self.on = self._action(self.tr("Move to the next group"), "Alt+Right", lambda: shift(1, 0))
        self.dissolve = self._action(self.tr("Dissolve the group"), "Ctrl+Backspace", self._ungroup)
        self.show_in_tree = self._action(
            self.tr("Show in the code tree"), "Ctrl+Return", self._show_in_tree
        )
        return [
            self.group, self.out, self.rename, self.up, self.down, self.back, self.on,
            self.dissolve, self.show_in_tree,
        ]  # fmt: skip

    def _action(self, words: str, keys: str, act: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())
        self.view.addAction(action)
        return action

    def _make_controls(self) -> QWidget:
        controls = QWidget()
        row = QHBoxLayout(controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.filter = SearchField(self.tr("Filter codes…"), parent=controls)
        self.filter.searched.connect(self.model.set_filter)
        self.new_button = QPushButton(self.tr("New group"), controls)
        self.new_button.setEnabled(not self.session.read_only)
        self.new_button.clicked.connect(self._group)
        row.addStretch(1)
        row.addWidget(self.filter)
        row.addWidget(self.new_button)
        return controls

    # --- showing ---------------------------------------------------------------------------

    def set_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show the codes as they are."""
        self.model.set_codes(rows)
        self.stack.setCurrentWidget(self.view if rows else self.empty)

    def status_text(self) -> str:
        items = self.model.shape.items
        groups = sum(item.is_group for item in items)
        said = [
            self.tr("%n code(s)", "", len(items) - groups),
            self.tr("%n group(s)", "", groups),
        ]
        return " · ".join(said)

    def set_active(self, active: bool) -> None:
        """Offer the actions of the board only while it is the view that is shown."""
        self._active = active
        self._enable(self.view.chosen_ids())

    def _on_chosen(self, ids: list[int]) -> None:
        self._enable(ids)
        self.chosen.emit(ids)

    def _enable(self, ids: list[int]) -> None:
        free = self._active and not self.session.read_only
        items = [self.model.item(self.model.index_of(code)) for code in ids]
        one_group = len(items) == 1 and items[0] is not None and items[0].is_group
        grouped = any(item is not None and item.code.parent_id is not None for item in items)
        for action in (self.up, self.down, self.back, self.on):
            action.setEnabled(free and bool(ids))
        self.group.setEnabled(free)
        self.out.setEnabled(free and grouped)
        self.rename.setEnabled(free and len(ids) == 1)
        self.dissolve.setEnabled(free and one_group)
        self.show_in_tree.setEnabled(self._active and len(ids) == 1)

    def _menu(self, at: QPoint, ids: list[int]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, action in enumerate(self.all_actions if ids else [self.group]):
            if number in (3, 7):
                menu.addSeparator()
            menu.addAction(action)
        menu.popup(at)

    # --- changing --------------------------------------------------------------------------

    def _change(self, function: Callable[..., Any], *values: Any) -> None:
        study = self.session.study
        self.session.change(lambda: function(study, *values))

    def _move(self, ids: list[int], group: int | None, position: int | None) -> None:
        self._change(put_into, ids, group, position)

    def _rename(self, code_id: int, name: str) -> None:
        self._change(rename_code, code_id, name)

    def _group(self) -> None:
        self.group_wanted.emit(self.view.chosen_ids())

    def _take_out(self) -> None:
        self._change(take_out, self.view.chosen_ids())

    def _ungroup(self) -> None:
        self._change(ungroup, self.view.chosen_ids()[0])

    def _edit_name(self) -> None:
        self.view.rename(self.view.chosen_ids()[0])

    def _show_in_tree(self) -> None:
        ids = self.view.chosen_ids()
        if len(ids) == 1:
            self.choose_code.emit(ids[0])
