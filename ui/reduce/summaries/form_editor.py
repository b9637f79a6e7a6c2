"""Changing a summary form: its fields in a table, added, renamed, ordered, removed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.reduce.summarising.fields import (
    Field,
    add_field,
    edit_field,
    form_fields,
    form_name,
    order_fields,
    remove_field,
    reset_form,
)
from ui.language import ui_language
from ui.session import Session
from ui.widgets.pane_header import PaneHeader
from ui.widgets.record_table import Column, RecordTable


class FormEditor(QWidget):
    """The fields of one form; every change is a step of its own."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = ""
        self._keys: list[str] = []
        self._begin = ""
        self.header = PaneHeader("", link=self.tr("Back to the form"), parent=self)
        self.header.link_clicked.connect(self.closed)
        self.note = QLabel(
            self.tr(
                "Every source or site of this kind has these fields. What was written in a "
                "field that is removed stays in the study."
            ),
            self,
        )
        self.note.setProperty("kind", "soft")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(14, 0, 14, 0)
        columns = (
            Column("label", self.tr("Field"), width=260),
            Column("help", self.tr("What to write there"), width=360),
        )
        self.table = RecordTable(columns, name=self.tr("Fields"), new_label=self.tr("New field"))
        self.table.filter.hide()
        self.table.set_read_only(session.read_only)
        self.restore = QPushButton(self.tr("Restore the fields"), self)
        self.restore.setToolTip(self.tr("Give this form the fields that it had at first"))
        self.restore.setEnabled(not session.read_only)
        self.table.bar.addWidget(self.restore)
        self._add_moves()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.note):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self.table.edited.connect(self._edit)
        self.table.added.connect(self._add)
        self.table.pasted.connect(self._paste)
        self.table.removed.connect(self._remove)
        self.table.menu_opening.connect(self._fill_menu)
        self.restore.clicked.connect(self._reset)

    def _add_moves(self) -> None:
        self.moves: list[QAction] = []
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
            button = QPushButton(words, self)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            button.setEnabled(not self.session.read_only)
            button.clicked.connect(action.trigger)
            self.table.bar.addWidget(button)
            self.moves.append(action)

    def show_form(self, kind: str) -> None:
        """Show the fields of a form."""
        self.kind = kind
        self.refresh()

    def refresh(self) -> None:
        """Read the fields again."""
        if self.kind:
            study, kind, language = self.session.study, self.kind, ui_language()
            self.session.tasks.read(
                ("form-fields", id(self)), lambda: form_fields(study, kind, language), self._show
            )

    def _show(self, fields: Sequence[Field]) -> None:
        title = self.tr("Fields of the form “{name}”")
        self.header.set_title(title.format(name=form_name(self.kind, ui_language())))
        self._keys = [field.key for field in fields]
        self.table.set_rows([{"id": f.key, "label": f.label, "help": f.help} for f in fields])
        if self._begin in self._keys:
            begin, self._begin = self._begin, ""
            self.table.edit(begin, "label")

    def _edit(self, key: object, column: str, value: Any) -> None:
        study, kind = self.session.study, self.kind
        new = {"label" if column == "label" else "note": str(value)}
        self._change(lambda: edit_field(study, kind, str(key), **new))

    def _add(self) -> None:
        study, kind, label = self.session.study, self.kind, self.tr("New field")

        def begin(key: str) -> None:
            self._begin = key
            self.refresh()

        self._change(lambda: add_field(study, kind, label), begin)

    def _paste(self, rows: list[dict[str, Any]]) -> None:
        study, kind = self.session.study, self.kind
        for row in rows:
            label, note = str(row.get("label") or ""), str(row.get("help") or "")
            self._change(lambda label=label, note=note: add_field(study, kind, label, note))

    def _remove(self, keys: list[str]) -> None:
        study, kind = self.session.study, self.kind
        for key in keys:
            self._change(lambda key=key: remove_field(study, kind, key))

    def _reset(self) -> None:
        study, kind = self.session.study, self.kind
        self._change(lambda: reset_form(study, kind))

    def _move(self, step: int) -> None:
        study, kind, chosen = self.session.study, self.kind, set(self.table.selected_ids())
        self.table.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        keys = list(self._keys)
        for place in range(len(keys)) if step < 0 else reversed(range(len(keys))):
            other = place + step
            if keys[place] in chosen and 0 <= other < len(keys) and keys[other] not in chosen:
                keys[place], keys[other] = keys[other], keys[place]
        if keys != self._keys:
            self._keys = keys
            self._change(lambda: order_fields(study, kind, keys))

    def _fill_menu(self, menu: QMenu, ids: list[str]) -> None:
        if ids:
            menu.addSeparator()
            menu.addActions(self.moves)

    def _change(
        self, function: Callable[[], Any], then: Callable[[Any], None] | None = None
    ) -> None:
        if not self.session.read_only:
            self.session.change(function, then, self._failed)

    def _failed(self, error: Exception) -> None:
        self.session.tasks.problem.emit(error)
        self.refresh()
