"""All memos of the study: searched, limited, read, written, followed, printed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.reduce.memo_browsing import FoundMemo, MemoFilter, find_memos, memo_coders, on_words
from app.reduce.memos import KINDS, add_memo, delete_memo, edit_memo
from app.report.memo_files import write_memos
from app.study import Changed
from ui.folders import documents_folder
from ui.language import in_words, ui_language
from ui.reduce.memo_form import PAUSE, Draft, MemoForm
from ui.reduce.memos.following import Follower
from ui.reduce.memos.memo_list import MemoList
from ui.reduce.memos.named_in import NamedIn
from ui.reduce.memos.offering import serve_offers
from ui.reduce.search.date_button import DateButton
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.empty import EmptyState
from ui.widgets.pane_header import PaneHeader
from ui.widgets.search_field import SearchField
from ui.widgets.splitter import RememberingSplitter

ENTITIES = ("memo", "memo_link", "code", "source", "finding", "informant", "excerpt", "coding")


class MemosPage(QWidget):
    """The list at the left, the memo at the right; what is written saves itself."""

    open_excerpt = Signal(int, int, int)
    choose_code = Signal(int)
    status_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.found: Sequence[FoundMemo] = ()
        self.current: FoundMemo | None = None
        self._wanted: int | None = None
        self._stale, self._adding = True, False
        self._begun = False
        """A memo is being written that is not kept yet: no other one takes its place."""
        self.follower = Follower(session, self)
        self.follower.open_excerpt.connect(self.open_excerpt)
        self.follower.choose_code.connect(self.choose_code)
        self.new_action = QAction(self.tr("New memo on the study"), self)
        self.new_action.setObjectName("memos.new")
        self.new_action.setShortcut("Ctrl+Alt+0")
        self.new_action.triggered.connect(lambda: self.begin())
        self.save_action = QAction(self.tr("Save the listed memos…"), self)
        self.save_action.setObjectName("memos.save")
        self.save_action.triggered.connect(lambda: self._ask_where())
        self.new_action.setDisabled(session.read_only)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        halves = RememberingSplitter("memos", parent=self)
        halves.addWidget(self._left())
        halves.addWidget(self._right())
        halves.setStretchFactor(1, 1)
        halves.set_first_sizes([620, 560])
        row.addWidget(halves)
        session.changed.connect(self._follow)

    def _left(self) -> QWidget:
        left = QWidget(self)
        self.field = SearchField(self.tr("Words of memos…"))
        self.field.searched.connect(lambda _words: self.refresh())
        kinds: list[tuple[object, str]] = [(None, self.tr("all"))]
        kinds += [(kind, in_words(f"summaries.memo_kinds.{kind}")) for kind in KINDS]
        self.kind = ChoiceButton(self.tr("Kind"), kinds)
        self.coder = ChoiceButton(self.tr("Coder"), [(None, self.tr("all"))])
        self.dates = DateButton(left)
        self.save = QPushButton(self.tr("Save as…"), left)
        self.save.clicked.connect(self.save_action.trigger)
        self.new = QPushButton(self.tr("New memo"), left)
        self.new.setProperty("accent", True)
        self.new.setDisabled(self.session.read_only)
        self.new.clicked.connect(self.new_action.trigger)
        self.kind.chosen.connect(lambda _kind: self.refresh())
        self.coder.chosen.connect(lambda _coder: self.refresh())
        self.dates.limited.connect(self.refresh)
        bar, limits = QHBoxLayout(), QHBoxLayout()
        for box, widgets in (
            (bar, (self.field, self.save, self.new)),
            (limits, (self.kind, self.coder, self.dates)),
        ):
            box.setContentsMargins(14, 8, 14, 0)
            box.setSpacing(8)
            for widget in widgets:
                box.addWidget(widget)
        limits.addStretch(1)
        self.list = MemoList(left)
        self.list.chosen.connect(self._open)
        self.empty = EmptyState(
            "memo",
            self.tr("No memo here"),
            self.tr("Memos stand on sources, codes, excerpts, findings, or on the whole study."),
            self.tr("New memo"),
        )
        self.empty.acted.connect(self.new_action.trigger)
        self.empty.button.setDisabled(self.session.read_only)
        self.pages = QStackedWidget(left)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addLayout(limits)
        column.addWidget(self.pages, 1)
        return left

    def _right(self) -> QWidget:
        right = QFrame(self)
        right.setProperty("rule", "left")
        self.header = PaneHeader(self.tr("Memo"))
        self.on = QLabel(right)
        self.on.setContentsMargins(14, 0, 14, 0)
        self.on.linkActivated.connect(lambda _link: self._go_to_subject())
        self.form = MemoForm(right)
        self.form.set_read_only(self.session.read_only)
        self.form.new.hide()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.flush)
        self.form.edited.connect(self._pause.start)
        self.form.left.connect(self.flush)
        self.form.delete_wanted.connect(self._delete)
        self.form.text.followed.connect(self.follower.follow)
        serve_offers(self.session, self.form.text)
        self.named = NamedIn(self.session, right)
        self.named.chosen.connect(self.show_memo)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.on):
            column.addWidget(widget)
        column.addWidget(self.form, 1)
        column.addWidget(self.named)
        self.form.setEnabled(False)
        return right

    # --- what the room asks ---------------------------------------------------------------------

    def status_text(self) -> str:
        return self.tr("%n memo(s)", "", len(self.found))

    def actions_of_page(self) -> list[QAction]:
        """Return what the menu offers on this page."""
        return [self.new_action, self.save_action]

    def refresh(self, _changed: Changed | None = None) -> None:
        """Read the memos again, when they can be seen."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        study, only = self.session.study, self._filter()
        self.session.tasks.read(
            ("memos-page", id(self)),
            lambda: (find_memos(study, only), memo_coders(study)),
            lambda found: self._show(*found),
        )

    def show_memo(self, memo_id: int) -> None:
        """Open a memo, whatever the list is limited to."""
        self._wanted = memo_id
        if all(found.memo.id != memo_id for found in self.found):
            self.field.clear()
            self.kind.set_current(None)
            self.coder.set_current(None)
        self.refresh()

    def begin(self) -> None:
        """Begin a memo on the whole study."""
        self.flush()
        self.list.clear_choice()
        self.current, self._begun = None, True
        self.form.setEnabled(not self.session.read_only)
        self.form.show_draft(Draft())
        self.form.can_delete(False)
        self.on.setText(self.tr("On the whole study"))
        self.named.show_for(None)
        self.form.text.setFocus()

    def _filter(self) -> MemoFilter:
        kind, coder = self.kind.current(), self.coder.current()
        return MemoFilter(
            words=self.field.text(),
            kinds=None if kind is None else (str(kind),),
            coders=None if not isinstance(coder, int) else (coder,),
            since=self.dates.since,
            until=self.dates.until,
        )

    def _follow(self, changed: Changed) -> None:
        if changed.touches(*ENTITIES):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    # --- showing --------------------------------------------------------------------------------

    def _show(self, found: Sequence[FoundMemo], coders: Sequence[tuple[int, str]]) -> None:
        self.found = found
        self.coder.set_options([(None, self.tr("all")), *coders])
        wanted = (
            self._wanted
            if self._wanted is not None
            else (self.current.memo.id if self.current is not None else None)
        )
        self._wanted = None
        if wanted is None and found and not self._begun:
            wanted = found[0].memo.id
        self.list.show_memos(found, wanted, ui_language())
        self.pages.setCurrentWidget(self.list if found else self.empty)
        self.save_action.setEnabled(bool(found))
        self.save.setEnabled(bool(found))
        now = next((each for each in found if each.memo.id == wanted), None)
        if now is not None:
            self._take(now)
        elif self.current is not None and not self.form.is_changed():
            self._leave()
        self.status_changed.emit()

    def _open(self, found: FoundMemo) -> None:
        self.flush()
        self._take(found)

    def _take(self, found: FoundMemo) -> None:
        same = self.current is not None and self.current.memo.id == found.memo.id
        self.current, self._begun = found, False
        self.form.setEnabled(True)
        memo = found.memo
        if not same or not self.form.is_changed():
            self.form.show_draft(Draft(memo.title, memo.text, memo.kind))
        self.form.can_delete(not self.session.read_only)
        words = on_words(found, ui_language())
        linked = found.on is not None
        self.on.setText(f'<a href="on">{words}</a>' if linked else words)
        self.named.show_for(found.on.key if found.on is not None else None)

    def _leave(self) -> None:
        self.current = None
        self.form.show_draft(Draft())
        self.form.setEnabled(False)
        self.on.clear()
        self.named.show_for(None)

    # --- following names ------------------------------------------------------------------------

    def _go_to_subject(self) -> None:
        if self.current is not None and self.current.on is not None:
            self.follower.follow(self.current.on.key)

    # --- saving ---------------------------------------------------------------------------------

    def flush(self) -> None:
        """Save what was written."""
        self._pause.stop()
        draft, study, current = self.form.draft(), self.session.study, self.current
        if self.session.read_only or not self.form.is_changed() or self._adding:
            return
        if not (draft.title or draft.text.strip()):
            return
        self.form.kept(draft)
        if current is None:
            self._adding = True
            self.session.change(
                lambda: add_memo(study, draft.title, draft.text, kind=draft.kind),
                self._added,
                self._failed,
            )
            return
        memo_id, title = current.memo.id, draft.title or current.memo.title
        self.session.change(
            lambda: edit_memo(study, memo_id, title=title, text=draft.text, kind=draft.kind)
        )

    def _added(self, memo_id: int) -> None:
        self._adding = False
        self.show_memo(memo_id)

    def _failed(self, error: Exception) -> None:
        self._adding = False
        self.session.tasks.problem.emit(error)

    def _delete(self) -> None:
        if self.current is not None and not self.session.read_only:
            study, memo_id = self.session.study, self.current.memo.id
            self._leave()
            self.session.change(lambda: delete_memo(study, memo_id))

    # --- printing -------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        first = (documents_folder() / self.tr("Memos")).with_suffix(".docx")
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as"), str(first), self.tr("Word document (*.docx)")
        )
        if path:
            self.save_to(Path(path).with_suffix(".docx"))

    def save_to(self, path: Path) -> None:
        """Write the listed memos to a Word file."""
        self.flush()
        study, found, language = self.session.study, list(self.found), ui_language()

        def write(_progress: object, _cancelled: object) -> None:
            write_memos(study, path, found, language)

        title = self.tr("Saving {name}").format(name=path.name)
        self.session.tasks.run(title, write, writes=False)
