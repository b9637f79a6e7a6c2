"""The page of words: what is said often, or more than elsewhere, as a list and as a cloud."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.reduce.finding.lemma_index import index_lemmas, lemmas_of_language, new_words
from app.reduce.words.counting import Counted, count_words
from app.reduce.words.listing import ALL, Listing
from app.reduce.words.stop_words import own_stop_words, set_stop_words, unlisted
from app.study import Changed
from ui.language import ui_language
from ui.reduce.words.cloud_view import CloudView
from ui.reduce.words.stop_popup import StopWordsPopup
from ui.reduce.words.words_model import WORD, WordsModel
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.pills import PillRow
from ui.widgets.search_field import SearchField
from ui.widgets.splitter import RememberingSplitter
from ui.widgets.tables import copy_as_tsv, dress_table

COUNTED = ("source", "text_edit", "turn", "participation", "informant", "informant_role")
NAMED = ("role", "site", "study")
LIST, KEYS = "list", "keys"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is counted: by which group, with the researcher's words or not, by lemma or not."""

    by: str
    researcher: bool
    lemma: bool


class WordsPage(QWidget):
    """Counts words when it is first looked at; a word leads to the places where it stands."""

    search_wanted = Signal(str)
    shown_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.listing: Listing | None = None
        self._counted: tuple[tuple[str, bool], Counted] | None = None
        self._stale = True
        self._make_controls()
        self._make_parts()
        self._arrange()
        self.setFocusProxy(self.table)

    # --- parts -----------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.kind = PillRow([(LIST, self.tr("Word list")), (KEYS, self.tr("Key terms"))], self)
        self.kind.chosen.connect(lambda _: self._show())
        ways: list[tuple[object, str]] = [
            ("method", self.tr("method")),
            ("role", self.tr("role")),
            ("site", self.tr("site")),
            ("source", self.tr("source")),
        ]
        self.by = ChoiceButton(self.tr("By"), ways, "method", self)
        self.group = ChoiceButton("", [(ALL, self.tr("all"))], ALL, self)
        self.lemma = QCheckBox(self.tr("Forms together"), self)
        self.lemma.setToolTip(self.tr("Count mengajar and pelajaran as ajar, taught as teach"))
        self.researcher = QCheckBox(self.tr("The researcher’s words too"), self)
        self.stop = QPushButton(self.tr("Stop words…"), self)
        self.find = SearchField(self.tr("Filter words"), parent=self)
        self.find.setMaximumWidth(180)
        self.by.chosen.connect(lambda _: self._ask())
        self.group.chosen.connect(lambda _: self._show())
        self.lemma.toggled.connect(lambda _: self._ask())
        self.researcher.toggled.connect(lambda _: self._ask())
        self.stop.clicked.connect(self._open_stop_words)
        self.popup = StopWordsPopup(self)
        self.popup.taken.connect(self._set_stop_words)

    def _make_parts(self) -> None:
        self.model = WordsModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        dress_table(self.table)
        self.table.setAccessibleName(self.tr("Words"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.doubleClicked.connect(self._find_index)
        self.find.searched.connect(self.model.filter)
        self._actions = []
        for words, key, run in (
            (self.tr("Find the word in its context"), "Return", self._find_current),
            (self.tr("Do not list this word"), "Del", self._leave_out),
            (self.tr("Copy words"), QKeySequence.StandardKey.Copy, self._copy),
        ):
            action = QAction(words, self.table)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, act=run: act())
            self.table.addAction(action)
            self._actions.append(action)
        self._actions[1].setEnabled(not self.session.read_only)
        self.cloud = CloudView(self.session, self)
        self.cloud.chosen.connect(self._find_word)
        self.note = ElidedLabel(kind="small", parent=self)
        self.empty = EmptyState(
            "hash",
            self.tr("No words yet"),
            self.tr("Once transcripts are collected, their words are counted here."),
            "",
            self,
        )

    def _arrange(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for widget in (self.kind, self.by, self.group):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.find)
        for widget in (self.lemma, self.researcher, self.stop):
            second.addWidget(widget)
        second.addStretch(1)
        bar = QVBoxLayout()
        bar.setContentsMargins(14, 10, 14, 8)
        bar.setSpacing(8)
        for row in (first, second):
            row.setSpacing(8)
            bar.addLayout(row)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        self.note.setContentsMargins(14, 4, 14, 6)
        column.addWidget(self.note)
        self.both = RememberingSplitter("reduce-words", Qt.Orientation.Horizontal, self)
        self.both.addWidget(left)
        self.both.addWidget(self.cloud)
        self.both.set_first_sizes([740, 600])
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.both)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self.stack, 1)

    # --- counting --------------------------------------------------------------------------

    def actions(self) -> list[QAction]:
        return list(self._actions)

    def refresh(self, changed: Changed | None = None) -> None:
        """Count again where `changed` touches the texts, who speaks in them, or the stop words."""
        if changed is not None and not changed.touches(*COUNTED, *NAMED):
            return
        if changed is None or changed.touches(*COUNTED, "role", "site"):
            self._counted = None
        self._stale = True
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._ask()

    def _ask(self, *, look_up: bool = True) -> None:
        """Count what is wanted; with `look_up` new words get their lemmas first."""
        self._stale = False
        study, language = self.session.study, ui_language()
        wanted = Wanted(str(self.by.current()), self.researcher.isChecked(), self.lemma.isChecked())
        key = (wanted.by, wanted.researcher)
        kept = self._counted[1] if self._counted and self._counted[0] == key else None

        def work() -> tuple[Counted, Listing] | None:
            if look_up and wanted.lemma and new_words(study):
                return None
            counted = kept or count_words(
                study, wanted.by, researcher=wanted.researcher, language=language
            )
            lemmas = lemmas_of_language(study, study.language) if wanted.lemma else None
            return counted, Listing(counted, unlisted(study), lemmas)

        def take(result: tuple[Counted, Listing] | None) -> None:
            if result is None:
                self._look_up()
                return
            counted, self.listing = result
            self._counted = (key, counted)
            self._offer(counted)
            self._show()

        self.session.tasks.read("words-page", work, take)

    def _look_up(self) -> None:
        study = self.session.study
        self.session.tasks.run(
            self.tr("Looking up the forms of words"),
            lambda progress, cancelled: index_lemmas(study, progress, cancelled),
            lambda _: self._ask(look_up=False),  # with what is there, if it was cancelled
            writes=not study.read_only,
        )

    # --- what is shown ---------------------------------------------------------------------

    def _offer(self, counted: Counted) -> None:
        groups: list[tuple[object, str]] = [(group.key, group.name) for group in counted.groups]
        self.group.set_options([(ALL, self.tr("all")), *groups])

    def _show(self) -> None:
        if self.listing is None:
            return
        keys = self.kind.current() == KEYS
        groups = self.listing.counted.groups
        chosen: Any = self.group.current()
        if keys and chosen is ALL and groups:  # all against nothing else says nothing
            chosen = groups[0].key
            self.group.set_current(chosen)
        rows = self.listing.key_terms(chosen) if keys else self.listing.words(chosen)
        self.model.show(rows, keys=keys)
        self._set_widths()
        cloud = {row.word: row.count for row in rows if not keys}
        if keys:
            cloud = {row.word: max(1, round(row.score)) for row in rows}  # type: ignore[union-attr]
        self.cloud.show_counts(cloud)
        self.stack.setCurrentWidget(self.both if groups else self.empty)
        self.note.setText(
            self.tr(
                "G²: log-likelihood against the rest of the study (Dunning 1993); – may be chance"
            )
            if keys
            else ""
        )
        self.note.setVisible(keys)
        self.shown_changed.emit()

    def _set_widths(self) -> None:
        header = self.table.horizontalHeader()
        last = self.model.columnCount() - 1
        for column in range(last):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            words = header.fontMetrics().horizontalAdvance(self.model.heads()[column])
            self.table.setColumnWidth(column, 130 if column == 0 else max(70, words + 22))
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)

    def status_text(self) -> str:
        """Return how many different words are listed, and of how many."""
        if self.listing is None:
            return ""
        running = sum(group.words for group in self.listing.counted.groups)
        listed = self.tr("%n word(s) listed", "", len(self.model.rows))
        counted = self.tr("%n running word(s)", "", running)
        return f"{listed} · {counted}"

    # --- words -----------------------------------------------------------------------------

    def _find_index(self, index: QModelIndex) -> None:
        self._find_word(str(index.data(WORD)))

    def _find_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._find_index(self.table.currentIndex())

    def _find_word(self, word: str) -> None:
        lemma = self.listing is not None and self.listing.by_lemma and word.isalpha()
        self.search_wanted.emit(f"lemma:{word}" if lemma else f'"{word}"')

    def _leave_out(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and not self.session.read_only:
            study, word = self.session.study, str(index.data(WORD))
            self.session.change(lambda: set_stop_words(study, [*own_stop_words(study), word]))

    def _copy(self) -> None:
        copy_as_tsv(self.table, header=True)

    def _open_menu(self, at: QPoint) -> None:
        if not self.table.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _open_stop_words(self) -> None:
        study = self.session.study
        self.session.tasks.read("stop-words", lambda: own_stop_words(study), self._pop_up)

    def _pop_up(self, words: list[str]) -> None:
        at = self.stop.mapToGlobal(QPoint(0, self.stop.height() + 2))
        self.popup.open_at(at, words, read_only=self.session.read_only)

    def _set_stop_words(self, words: list[str]) -> None:
        study = self.session.study
        self.session.change(lambda: set_stop_words(study, words))
