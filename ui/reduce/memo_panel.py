"""Memos on what one is looking at, beside the transcript: read and written without a dialog."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.reduce.memos import (
    MemoRow,
    add_memo,
    delete_memo,
    edit_memo,
    memos,
)
from app.study import Changed
from ui.reduce.memo_form import PAUSE, Draft, MemoForm
from ui.reduce.memos.named_in import NamedIn
from ui.reduce.memos.offering import serve_offers
from ui.session import Session
from ui.widgets.pane_header import PaneHeader

KEY = Qt.ItemDataRole.UserRole
LIST_ROWS = 4


class MemoPanel(QFrame):
    """The memos on one thing: a source, a code, an excerpt, a finding, or the study.

    What is written saves itself: after a pause, when another memo is chosen, when the panel goes.
    """

    closed = Signal()
    followed = Signal(object)
    """What a name in a memo stands for, by its Key."""
    memo_wanted = Signal(int)
    """A memo that names what this one is on is to be read where all memos stand."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.on_entity, self.on_id = "", None
        self._memo: MemoRow | None = None  # the one in the form, None for a new one
        self._shown: Sequence[MemoRow] = ()
        self._adding = False
        self.setMinimumWidth(250)
        self.header = PaneHeader(self.tr("Memos"), link=self.tr("Close"))
        self.header.link_clicked.connect(self.close_panel)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Memos"))
        self.list.currentRowChanged.connect(self._on_row)
        self.form = MemoForm(self)
        self.form.set_read_only(session.read_only)
        self.form.edited.connect(self._on_edit)
        self.form.new_wanted.connect(self.begin)
        self.form.delete_wanted.connect(self._delete)
        self.form.left.connect(self.flush)
        self.form.text.followed.connect(self.followed)
        serve_offers(session, self.form.text)
        self.named = NamedIn(session, self)
        self.named.chosen.connect(self.memo_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.list):
            column.addWidget(widget)
        column.addWidget(self.form, 1)
        column.addWidget(self.named)
        self._later = QTimer(self, interval=PAUSE, singleShot=True)
        self._later.timeout.connect(self.flush)
        session.changed.connect(self._after_change)
        self.hide()

    # --- what is shown ---------------------------------------------------------------------

    def show_for(self, entity: str, row: int | None, title: str) -> None:
        """Show the memos on a row of an entity (a table's name), and a new one to write."""
        self._turn_to(entity, row, self.tr("Memos · {title}").format(title=title))
        self.begin()

    def begin(self) -> None:
        """Offer a new memo to be written."""
        self.flush()
        self._memo = None
        self._mark(-1)
        self.form.show_draft(Draft())
        self.form.can_delete(False)
        self.form.text.setFocus()

    def flush(self) -> None:
        """Save what was written."""
        self._later.stop()
        draft, study, memo = self.form.draft(), self.session.study, self._memo
        if self.session.read_only or not self.form.is_changed() or self._adding:
            return
        if not (draft.title or draft.text.strip()):
            return
        self.form.kept(draft)
        if memo is None:
            self._adding = True
            where = {"on_entity": self.on_entity, "on_id": self.on_id}
            self.session.change(
                lambda: add_memo(study, draft.title, draft.text, kind=draft.kind, **where),
                self._added,
                self._failed,
            )
        else:
            title = draft.title or memo.title
            self.session.change(
                lambda: edit_memo(study, memo.id, title=title, text=draft.text, kind=draft.kind)
            )

    def close_panel(self) -> None:
        """Save what was written and go."""
        self.flush()
        self.hide()
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _turn_to(self, entity: str, row: int | None, title: str) -> None:
        self.flush()
        self.on_entity, self.on_id, self._memo = entity, row, None
        self.header.set_title(title)
        self.show()
        self._show(memos(self.session.study, entity, row))
        self.named.show_for((entity, row) if entity and row is not None else None)

    # --- following the study ---------------------------------------------------------------

    def _after_change(self, changed: Changed) -> None:
        if self.isVisible() and changed.touches("memo"):
            study, entity, row = self.session.study, self.on_entity, self.on_id
            self.session.tasks.read("memos", lambda: memos(study, entity, row), self._show)

    def _show(self, found: Sequence[MemoRow]) -> None:
        """List the memos as they are; the one in the form stays there, as the study has it now."""
        self._shown = found
        self.header.set_count(len(found) or None)
        self.list.blockSignals(True)
        self.list.clear()
        for memo in found:
            item = QListWidgetItem(memo.title)
            item.setToolTip(f"{memo.title}\n{memo.coder} · {memo.made_at:%d/%m/%Y %H:%M}")
            item.setData(KEY, memo.id)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(found))
        height = sum(self.list.sizeHintForRow(row) for row in range(min(LIST_ROWS, len(found))))
        self.list.setFixedHeight(height + 4)
        now = self._memo
        if now is None:
            return
        there = next((memo for memo in found if memo.id == now.id), None)
        if there is None:
            self._memo = None
            self.form.show_draft(Draft())
            self.form.can_delete(False)
            return
        self._memo = there
        self._mark(list(found).index(there))
        if not self.form.is_changed():
            self.form.show_draft(Draft(there.title, there.text, there.kind))

    def _added(self, memo_id: int) -> None:
        self._adding = False
        study, entity, row = self.session.study, self.on_entity, self.on_id
        found = memos(study, entity, row)
        self._memo = next((memo for memo in found if memo.id == memo_id), None)
        self.form.can_delete(self._memo is not None)
        self._show(found)
        if self.form.is_changed():
            self._later.start()

    def _failed(self, error: Exception) -> None:
        self._adding = False
        self.session.tasks.problem.emit(error)

    # --- the list and the form -------------------------------------------------------------

    def _mark(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            wanted = self._shown[row]
            self.flush()
            self._open(wanted)

    def _open(self, memo: MemoRow) -> None:
        self._memo = memo
        self.form.show_draft(Draft(memo.title, memo.text, memo.kind))
        self.form.can_delete(not self.session.read_only)

    def _on_edit(self) -> None:
        self._later.start()

    def _delete(self) -> None:
        memo, study = self._memo, self.session.study
        if memo is not None:
            self._later.stop()
            self._memo = None
            self.form.show_draft(Draft())
            self.form.can_delete(False)
            self.session.change(lambda: delete_memo(study, memo.id))
