"""Making, naming, colouring, describing, moving and deleting codes in the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from app.design.questions import questions
from app.reduce.code_editing import (
    add_code,
    add_path,
    describe_code,
    move_codes,
    recolour_codes,
    rename_code,
)
from app.reduce.code_examples import take_example
from app.reduce.code_merging import Loss, delete_codes, what_would_be_lost
from app.reduce.code_paths import PATH_MARK
from app.reduce.code_versions import versions
from app.reduce.codes import CodeRow
from ui.language import ui_language
from ui.reduce import context_menu
from ui.reduce.code_books import CodeBooks
from ui.reduce.code_entry import CodeEntry
from ui.reduce.code_joining import CodeJoining
from ui.reduce.code_marks import CodeMarks
from ui.reduce.new_code_popup import WIDTH, NewCodePopup
from ui.widgets.confirm import confirm
from ui.widgets.palette import ColourMenu

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage


class TreeEditing(QObject):
    """Turns what is done in the tree into changes of the study."""

    def __init__(self, room: ReadingPage) -> None:
        super().__init__(room)
        self.room, self.session, self.tree = room, room.session, room.tree
        self.entry = CodeEntry(room)
        self.entry.set_read_only(room.session.read_only)
        self.tree.add_below(self.entry)
        self.popup = NewCodePopup(room)
        self.marks = CodeMarks(room)
        self.books = CodeBooks(room)
        self.joining = CodeJoining(room, self.choose_made)
        self._wanted: int | None = None
        self._connect()
        self.refresh_actions()

    def _connect(self) -> None:
        self.entry.closed.connect(self._close_entry)
        self.entry.written.connect(self._write_entry)
        self.entry.example_wanted.connect(self._take_example)
        self.tree.model.renamed.connect(self._rename)
        self.tree.model.codes_dropped.connect(self._move)
        self.tree.new_wanted.connect(self.new_code)
        self.tree.empty.acted.connect(self.new_code)
        self.tree.menu_wanted.connect(self._menu)
        self.tree.ordered.connect(self.refresh_actions)
        do = self.room.actions_of_room
        do.of_tree = self.tree.actions_of_tree.of_code_menu()
        for action, act in (
            (do.new_code, self.new_code),
            (do.new_under, self._new_under),
            (do.rename, self._edit_name),
            (do.describe, self._toggle_entry),
            (do.colour, self._colour),
            (do.code_memos, self._memos),
            (do.up, lambda: self._shift(-1)),
            (do.down, lambda: self._shift(1)),
            (do.nest, self._nest),
            (do.unnest, self._unnest),
            (do.merge, self.joining.merge),
            (do.delete, self._delete),
            (self.tree.actions_of_tree.split, self.joining.split),
        ):
            action.triggered.connect(lambda _checked=False, a=act: a())

    # --- making and naming -----------------------------------------------------------------

    def new_code(self) -> None:
        """Ask for the name of a code at the top of the tree."""
        self._ask_name(None)

    def _new_under(self) -> None:
        self._ask_name(self.tree.current_code())

    def _ask_name(self, parent: CodeRow | None) -> None:
        if self.session.read_only:
            return
        link = self.tree.header.link
        at = link.mapToGlobal(QPoint(link.width() - WIDTH, link.height() + 2))
        key = None if parent is None else parent.id
        under = "" if parent is None else parent.name
        self.popup.open_at(at, lambda name: self._make(name, key), under)

    def _make(self, name: str, parent_id: int | None) -> None:
        study = self.session.study

        def work() -> int:
            if parent_id is None and PATH_MARK in name:
                return add_path(study, name)
            return add_code(study, name, parent_id)

        self.session.change(work, self.choose_made)

    def choose_made(self, code_id: int) -> None:
        """Choose a code that was made, as soon as the tree has it."""
        self._wanted = code_id
        self.codes_shown()

    def codes_shown(self) -> None:
        """Follow the codes of the tree, which have changed."""
        if self._wanted is not None and self._wanted in self.tree.codes:
            wanted, self._wanted = self._wanted, None
            self.tree.choose(wanted)
        self.marks.codes_shown()
        self.show_entry(self.tree.current_code())
        self.refresh_actions()

    def _rename(self, code_id: int, name: str) -> None:
        study = self.session.study
        self.session.change(lambda: rename_code(study, code_id, name))

    def _edit_name(self) -> None:
        current = self.tree.current()
        if current is not None:
            self.tree.rename(current)

    # --- moving ----------------------------------------------------------------------------

    def _move(self, ids: Sequence[int], parent: int | None, position: int | None) -> None:
        study = self.session.study
        self.session.change(lambda: move_codes(study, ids, parent, position))

    def _shift(self, steps: int) -> None:
        """Move the current code by one place among its siblings."""
        code = self.tree.current_code()
        if code is not None:
            siblings = self.tree.model.siblings(code.id)
            to = siblings.index(code.id) + steps
            if 0 <= to < len(siblings):
                self._move([code.id], code.parent_id, to + (1 if steps > 0 else 0))

    def _nest(self) -> None:
        """Put the current code under the one above it, behind what is there."""
        code = self.tree.current_code()
        if code is not None:
            siblings = self.tree.model.siblings(code.id)
            at = siblings.index(code.id)
            if at:
                self._move([code.id], siblings[at - 1], None)

    def _unnest(self) -> None:
        """Put the current code beside the one that it stands under, behind it."""
        code = self.tree.current_code()
        if code is not None and code.parent_id is not None:
            above = self.tree.codes[code.parent_id]
            at = self.tree.model.siblings(above.id).index(above.id)
            self._move([code.id], above.parent_id, at + 1)

    # --- colour, deleting --------------------------------------------------------------------

    def _colour(self) -> None:
        ids, study = self.tree.selected(), self.session.study
        if not ids:
            return
        menu = ColourMenu(self.room, self.tree.codes[ids[0]].colour)
        menu.chosen.connect(
            lambda colour: self.session.change(lambda: recolour_codes(study, ids, colour))
        )
        context_menu.show(menu, self.tree.below_current())

    def _delete(self) -> None:
        ids, study = self.tree.selected(), self.session.study
        if ids and not self.session.read_only:
            self.session.tasks.read(
                "loss",
                lambda: what_would_be_lost(study, ids),
                lambda loss: self._confirm_delete(ids, loss),
            )

    def _confirm_delete(self, ids: Sequence[int], loss: Loss) -> None:
        study, known = self.session.study, self.tree.codes
        used = loss.codings or loss.memos or loss.codes > len(ids)
        if not used or self._agreed(", ".join(known[key].name for key in ids[:3]), loss):
            self.session.change(lambda: delete_codes(study, ids))

    def _agreed(self, names: str, loss: Loss) -> bool:
        losses = [
            self.tr("%n code(s)", "", loss.codes),
            self.tr("%n coding(s)", "", loss.codings),
            self.tr("%n excerpt(s) that nothing else points to", "", loss.excerpts),
            self.tr("%n memo(s)", "", loss.memos),
        ]
        counts = (loss.codes, loss.codings, loss.excerpts, loss.memos)
        return confirm(
            self.room,
            self.tr("Delete {names}?").format(names=names),
            self.tr("This goes with it. Undo brings all of it back."),
            self.tr("Delete"),
            losses=[words for words, count in zip(losses, counts, strict=True) if count],
        )

    # --- the codebook entry, memos, menu ---------------------------------------------------

    def show_entry(self, code: CodeRow | None) -> None:
        """Show the codebook entry of a code, where the panel is open."""
        if not self.entry.isVisible():
            return
        study, language = self.session.study, ui_language()
        self.session.tasks.read(
            "entry",
            lambda: (
                questions(study),
                versions(study, code.id, language) if code is not None else [],
            ),
            lambda found: self.entry.show_code(code, *found),
        )

    def refresh_actions(self) -> None:
        """Enable what can be done with the codes that are chosen."""
        do, count = self.room.actions_of_room, len(self.tree.selected())
        free = not self.session.read_only
        do.new_code.setEnabled(free)
        for action in (*do.of_codes(), *self.tree.actions_of_tree.of_codes()):
            action.setEnabled(free and count > 0)
        for action in (do.up, do.down, do.nest):  # places among siblings are seen in own order
            action.setEnabled(free and count > 0 and self.tree.model.order == "own")
        code = self.tree.current_code()
        own = code.own_excerpts if code is not None and count == 1 else 0
        self.tree.actions_of_tree.split.setEnabled(free and own > 0)
        for action in self.tree.actions_of_tree.writing():
            action.setEnabled(free)
        self.marks.refresh_action()
        do.code_memos.setEnabled(count == 1)
        do.similar.setEnabled(count == 1)

    def _menu(self, at: QPoint, ids: Sequence[int]) -> None:
        menu = context_menu.code_menu(self.room, self.room.actions_of_room, len(ids))
        if ids:
            do = self.tree.actions_of_tree
            menu.insertActions(menu.actions()[-2], [self.room.actions_of_room.similar, do.split])
            menu.addSeparator()
            menu.addAction(do.favourite)
            if len(ids) == 1:
                self._offer_trace(menu, ids[0])
        context_menu.show(menu, at)

    def _offer_trace(self, menu: QMenu, code_id: int) -> None:
        """Offer the whole life of a code, which the audit trail shows."""
        trace = menu.addAction(self.tr("Trace this code"))
        trace.triggered.connect(lambda: self.room.trace_wanted.emit("code", code_id))

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

    def _take_example(self, code_id: int, field: str) -> None:
        """Take the excerpt that is chosen, in the text or in the list under it."""
        study, span = self.session.study, self.room.view.selected_coding()
        row = self.room.excerpts.list.current_row()
        chosen = span.excerpt_id if span is not None else row.excerpt_id if row else None
        if chosen is None:
            self.entry.say(self.tr("Choose an excerpt first, in the text or in the list under it."))
        elif not self.session.read_only:
            self.entry.flush()
            self.entry.say("")
            self.session.change(lambda: take_example(study, code_id, chosen, field, ui_language()))

    def _close_entry(self) -> None:
        self.entry.flush()
        self.entry.hide()

    def _write_entry(self, code_id: int, field: str, value: Any) -> None:
        study = self.session.study
        if not self.session.read_only:
            entry: Any = {field: value}
            self.session.change(lambda: describe_code(study, code_id, **entry))
