"""Making, naming, colouring, describing, moving, merging and deleting codes in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QCursor

from app.design.questions import questions
from app.reduce.code_editing import (
    add_code,
    describe_code,
    move_codes,
    recolour_codes,
    rename_code,
)
from app.reduce.code_merging import Loss, delete_codes, merge_codes, what_would_be_lost
from app.reduce.codes import CodeRow, codes
from ui.reduce import context_menu
from ui.reduce.code_entry import CodeEntry
from ui.widgets.confirm import confirm
from ui.widgets.palette import ColourMenu

if TYPE_CHECKING:
    from ui.reduce.room import ReduceRoom


class TreeEditing(QObject):
    """Turns what is done in the tree into changes of the study."""

    def __init__(self, room: ReduceRoom) -> None:
        super().__init__(room)
        self.room, self.session, self.tree = room, room.session, room.tree
        self.entry = CodeEntry(room)
        self.tree.add_below(self.entry)
        self.entry.closed.connect(self._close_entry)
        self.entry.written.connect(self._write_entry)
        self.memos = QAction(self.tr("Memos on the code"), self)
        self.memos.triggered.connect(self._memos)
        model, actions = self.tree.model, room.actions_of_room
        model.renamed.connect(self._rename)
        model.codes_dropped.connect(self._move)
        self.tree.new_wanted.connect(self.new_code)
        self.tree.menu_wanted.connect(self._menu)
        for action, act in (
            (actions.new_code, self.new_code),
            (actions.rename, self._edit_name),
            (actions.describe, self._toggle_entry),
            (actions.colour, self._colour),
            (actions.merge, self._merge),
            (actions.delete, self._delete),
        ):
            action.triggered.connect(lambda _checked=False, a=act: a())

    def new_code(self) -> None:
        """Make a code beside the current one and edit its name."""
        study = self.session.study
        current = self.tree.current_code()
        parent = current.parent_id if current is not None else None
        taken = {code.name.casefold() for code in self.tree.codes.values()}
        name = first = self.tr("New code")
        number = 2
        while name.casefold() in taken:
            name, number = f"{first} {number}", number + 1
        self.session.change(lambda: add_code(study, name, parent), self._begin_naming)

    def show_entry(self, code: CodeRow | None) -> None:
        """Show the codebook entry of a code, where the panel is open."""
        if not self.entry.isVisible():
            self.entry.flush()
            return
        study = self.session.study
        self.session.tasks.read(
            "entry", lambda: questions(study), lambda found: self.entry.show_code(code, found)
        )

    def _begin_naming(self, code_id: int) -> None:
        study = self.session.study

        def show(rows: list[CodeRow]) -> None:
            self.room.show_codes(rows)
            self.tree.choose(code_id)
            self.tree.rename(code_id)

        self.session.tasks.read("codes", lambda: codes(study), show)

    def _rename(self, code_id: int, name: str) -> None:
        study = self.session.study
        self.session.change(lambda: rename_code(study, code_id, name))

    def _edit_name(self) -> None:
        current = self.tree.current()
        if current is not None:
            self.tree.rename(current)

    def _move(self, ids: list[int], parent: int | None, position: int | None) -> None:
        study = self.session.study
        self.session.change(lambda: move_codes(study, ids, parent, position))

    def _colour(self) -> None:
        ids, study = self.tree.selected(), self.session.study
        if ids:
            menu = ColourMenu(self.room)
            menu.chosen.connect(
                lambda colour: self.session.change(lambda: recolour_codes(study, ids, colour))
            )
            context_menu.show(menu, QCursor.pos())

    def _merge(self) -> None:
        ids, into, study = self.tree.selected(), self.tree.current(), self.session.study
        if into is not None and len(ids) > 1:
            self.session.change(lambda: merge_codes(study, ids, into))

    def _delete(self) -> None:
        ids, study = self.tree.selected(), self.session.study
        if ids and not self.session.read_only:
            self.session.tasks.read(
                "loss",
                lambda: what_would_be_lost(study, ids),
                lambda loss: self._confirm_delete(ids, loss),
            )

    def _confirm_delete(self, ids: list[int], loss: Loss) -> None:
        study, known = self.session.study, self.tree.codes
        if loss.codes == 1 and not (loss.codings or loss.memos):
            self.session.change(lambda: delete_codes(study, ids))
            return
        names = ", ".join(known[key].name for key in ids[:3])
        losses = [
            self.tr("%n code(s)", "", loss.codes),
            self.tr("%n coding(s)", "", loss.codings),
            self.tr("%n memo(s)", "", loss.memos),
        ]
        if confirm(
            self.room,
            self.tr("Delete {names}?").format(names=names),
            self.tr("These go with it; undo brings them back:"),
            self.tr("Delete"),
            losses=losses,
        ):
            self.session.change(lambda: delete_codes(study, ids))

    def _menu(self, at: QPoint, ids: list[int]) -> None:
        actions = self.room.actions_of_room
        context_menu.show(context_menu.code_menu(self.room, actions, len(ids), self.memos), at)

    def _memos(self) -> None:
        code = self.tree.current_code()
        if code is not None:
            self.room.write_memo("code", code.id, code.name)

    def _toggle_entry(self) -> None:
        if self.entry.isVisible():
            self._close_entry()
            return
        self.entry.show()
        self.show_entry(self.tree.current_code())

    def _close_entry(self) -> None:
        self.entry.flush()
        self.entry.hide()

    def _write_entry(self, code_id: int, field: str, value: object) -> None:
        study = self.session.study
        if not self.session.read_only:
            self.session.change(lambda: describe_code(study, code_id, **{field: value}))
