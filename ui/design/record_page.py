"""A page of the study design: one kind of record in a table, saved as it is edited."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from app.design.uses import Use
from app.study import Changed, Study
from ui.design.loss_lines import loss_lines
from ui.session import Session
from ui.widgets.confirm import confirm
from ui.widgets.empty import EmptyState
from ui.widgets.record_table import Column, RecordTable

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Deeds:
    """What can be done to a kind of record: the functions of `app.design`."""

    tables: tuple[str, ...]
    """Names of the tables whose change the page follows."""
    rows: Callable[[Study], Sequence[Any]]
    add: Callable[[Study, Rows], Sequence[int]]
    take: Callable[[Study, Rows], Any]
    edit: Callable[..., Any]
    uses: Callable[[Study, Sequence[int]], Sequence[Use]]
    remove: Callable[[Study, Sequence[int]], Any]
    order: Callable[[Study, Sequence[int]], Any] | None = None


@dataclass(frozen=True)
class Words:
    """What a page is called and says."""

    name: str
    new: str
    sentence: str
    icon: str


class RecordPage(QWidget):
    """Shows, adds, pastes, edits, orders and removes records."""

    def __init__(
        self,
        session: Session,
        deeds: Deeds,
        words: Words,
        columns: Sequence[Column],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.deeds = session, deeds
        self.columns = tuple(columns)
        self._stale = True
        self._begin: int | None = None
        """The new record whose name is to be written as soon as it is shown."""
        self._order: list[int] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        empty = EmptyState(words.icon, words.name, words.sentence, words.new)
        self.table = RecordTable(columns, name=words.name, new_label=words.new, empty=empty)
        layout.addWidget(self.table)
        self._add_paste_button()
        self._add_moves()
        self._connect()

    def _add_paste_button(self) -> None:
        self.paste_button = QPushButton(self.tr("Paste rows"), self)
        titles = ", ".join(column.title for column in self.columns if column.editable)
        tip = self.tr("Rows copied from a spreadsheet, with these columns: {columns}")
        self.paste_button.setToolTip(tip.format(columns=titles))
        self.paste_button.setEnabled(not self.session.read_only)
        self.paste_button.clicked.connect(self.table.paste)
        self.table.bar.addWidget(self.paste_button)

    def _add_moves(self) -> None:
        self.moves: list[QAction] = []
        if self.deeds.order is None:
            return
        for words, keys, step in (
            (self.tr("Move up"), "Alt+Up", -1),
            (self.tr("Move down"), "Alt+Down", 1),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setEnabled(not self.session.read_only)
            action.triggered.connect(lambda _checked=False, s=step: self._move(s))
            self.addAction(action)
            self.moves.append(action)

    def _connect(self) -> None:
        self.table.set_read_only(self.session.read_only)
        self.table.edited.connect(self._edit)
        self.table.pasted.connect(self._paste)
        self.table.added.connect(self._new)
        self.table.removed.connect(self._remove)
        self.table.menu_opening.connect(self._fill_menu)
        self.session.changed.connect(self._after_change)

    # --- what a page of its own kind says ---------------------------------------------

    def first_values(self, number: int) -> dict[str, Any]:
        """Return what a new record begins with; `number` makes its name its own."""
        return {self.columns[0].key: self.tr("New {number}").format(number=number)}

    def value_of(self, key: str, value: Any) -> Any:
        """Return what an edited or pasted cell means to the record."""
        return value

    def read(self, study: Study) -> Any:
        """Read what the page shows; runs off the GUI thread."""
        return self.deeds.rows(study)

    def shown(self, found: Any) -> Sequence[Any]:
        """Return the rows of the table from what `read` returned."""
        return found

    # --- showing ----------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the records again, when the page can be seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            study = self.session.study
            key = ("records", type(self).__name__)
            self.session.tasks.read(key, lambda: self.read(study), self._show)

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def _show(self, found: Any) -> None:
        rows = self.shown(found)
        self.table.set_rows(rows)
        self._order = [row["id"] if isinstance(row, dict) else row.id for row in rows]
        self._write_name()

    def _write_name(self) -> None:
        if self._begin in self._order:
            begin, self._begin = self._begin, None
            self.table.edit(begin, self.columns[0].key)

    def _after_change(self, changed: Changed) -> None:
        if changed.touches(*self.deeds.tables):
            self.refresh()

    # --- changing ---------------------------------------------------------------------

    def _edit(self, row_id: int, key: str, value: Any) -> None:
        study, values = self.session.study, {key: self.value_of(key, value)}
        self._change(lambda: self.deeds.edit(study, row_id, **values))

    def _paste(self, rows: list[dict[str, Any]]) -> None:
        """Take pasted rows; a cell that is empty says nothing."""
        study, fixed = self.session.study, {c.key for c in self.columns if not c.editable}
        told = [
            {
                key: self.value_of(key, value)
                for key, value in row.items()
                if key not in fixed and value not in (None, "", ())
            }
            for row in rows
        ]
        self._change(lambda: self.deeds.take(study, told))

    def _new(self) -> None:
        study, deeds, named = self.session.study, self.deeds, self.columns[0].key

        def add() -> int:
            taken = {str(getattr(row, named)).casefold() for row in deeds.rows(study)}
            number = 1
            while str(self.first_values(number)[named]).casefold() in taken:
                number += 1
            return deeds.add(study, [self.first_values(number)])[0]

        self.table.filter.clear()
        self._change(add, self._begin_with)

    def _begin_with(self, record_id: int) -> None:
        self._begin = record_id
        self._write_name()

    def _move(self, step: int) -> None:
        """Move the chosen records one place up or down in the order of the study."""
        order, study = self.deeds.order, self.session.study
        chosen = set(self.table.selected_ids())
        if order is None or not chosen:
            return
        self.table.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        ids = list(self._order)
        places = range(len(ids)) if step < 0 else range(len(ids) - 1, -1, -1)
        for place in places:
            other = place + step
            if ids[place] in chosen and 0 <= other < len(ids) and ids[other] not in chosen:
                ids[place], ids[other] = ids[other], ids[place]
        if ids != self._order:
            self._order = ids
            self._change(lambda: order(study, ids))

    def _remove(self, ids: list[int]) -> None:
        study = self.session.study
        self.session.tasks.read(
            ("uses", type(self).__name__),
            lambda: self.deeds.uses(study, ids),
            lambda used: self._ask(ids, used),
        )

    def _ask(self, ids: list[int], used: Sequence[Use]) -> None:
        study = self.session.study
        sure = not used or confirm(
            self,
            self.tr("Delete %n row(s)?", "", len(ids)),
            self.tr("This would be touched. Undo brings all of it back."),
            self.tr("Delete"),
            losses=loss_lines(used),
        )
        if sure:
            self._change(lambda: self.deeds.remove(study, ids))

    def _fill_menu(self, menu: QMenu, ids: list[int]) -> None:
        if ids and self.moves:
            menu.addSeparator()
            menu.addActions(self.moves)

    def _change(
        self, function: Callable[[], Any], then: Callable[[Any], None] | None = None
    ) -> None:
        self.session.change(function, then, self._failed)

    def _failed(self, error: Exception) -> None:
        """Say why, and show what the study has."""
        self.session.tasks.problem.emit(error)
        self.refresh()
