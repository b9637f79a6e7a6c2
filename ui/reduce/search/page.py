"""The page that searches all sources: the question, the places found in context, coding them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import StudyProblem
from app.reduce.codes import CodeRow, codes
from app.reduce.finding.autocoding import Autocoded, code_places
from app.reduce.finding.choices import Choices, choices
from app.reduce.finding.exporting import write_hits
from app.reduce.finding.found import Found, Line, Question, find, lines, lines_at
from app.reduce.finding.lemma_index import index_lemmas, new_words
from app.reduce.finding.limits import Place
from app.reduce.finding.query import has_lemma, parse
from app.reduce.finding.units import Unit
from app.study import Changed
from ui.folders import documents_folder
from ui.language import ui_language
from ui.reduce.palette_model import Offer
from ui.reduce.palette_popup import CodePalette
from ui.reduce.search.hits_model import PAGE, HitsModel
from ui.reduce.search.hits_table import HitsTable
from ui.reduce.search.limit_bar import LimitBar
from ui.reduce.search.query_field import QueryField
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon

TEXTS = ("source", "text_edit", "turn", "participation", "informant", "role", "site", "coder")
CODED = ("coding", "excerpt")


class SearchPage(QWidget):
    """Asks all sources, shows what is found in its context, and codes it."""

    open_excerpt = Signal(int, int, int)
    choose_code = Signal(int)
    shown_changed = Signal()
    """What `status_text` says is another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.asked: Question | None = None
        self._stale = True
        self._make_question()
        self._make_hits()
        self._make_actions()
        self._arrange()
        self.setFocusProxy(self.field)
        self._show_state()

    # --- parts -----------------------------------------------------------------------------

    def _make_question(self) -> None:
        self.field = QueryField(self)
        self.field.asked.connect(self.ask)
        self.before = QToolButton(self)
        self.before.setIcon(icon("history"))
        self.before.setToolTip(self.tr("Asked before"))
        self.before.setAccessibleName(self.tr("Asked before"))
        self.before.clicked.connect(self.field.show_history)
        self.lemma = QCheckBox(self.tr("All forms"), self)
        self.lemma.setToolTip(self.tr("“ajar” finds mengajar, pelajaran; “teach” finds taught"))
        self.pattern = QCheckBox(self.tr("Regular expression"), self)
        self.pattern.setToolTip(self.tr("The whole question is one pattern, such as \\bmeng\\w+"))
        self.lemma.toggled.connect(lambda on: self._switched(self.pattern, on))
        self.pattern.toggled.connect(lambda on: self._switched(self.lemma, on))
        self.search = QPushButton(icon("search"), self.tr("Search"), self)
        self.search.clicked.connect(self.ask)
        self.limits = LimitBar(self)
        self.limits.limited.connect(self._ask_again)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.hide()

    def _make_hits(self) -> None:
        self.model = HitsModel(self._fetch, self)
        self.table = HitsTable(self.model, self)
        self.table.opened.connect(lambda line: self.open_excerpt.emit(*_place(line)))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_targets())
        self.model.dataChanged.connect(lambda *_: self._show_targets())
        self.empty = EmptyState("search", "", "", "", self)
        self.empty.acted.connect(self._on_empty)
        self.counts = ElidedLabel(kind="section", parent=self)
        self.all = QPushButton(self.tr("Tick all"), self)
        self.all.setProperty("link", True)
        self.all.clicked.connect(self._tick_all)
        units: list[tuple[object, str]] = [
            ("word", self.tr("the words")),
            ("sentence", self.tr("the sentence")),
            ("turn", self.tr("the turn")),
        ]
        self.unit = ChoiceButton(self.tr("Code"), units, "word", self)
        self.code = QPushButton(self)
        self.code.setProperty("accent", True)
        self.code.clicked.connect(self.choose)
        self.palette_popup = CodePalette(self)
        self.save = QPushButton(icon("export"), self.tr("Export"), self)
        menu = QMenu(self.save)
        for ending, name in ((".xlsx", self.tr("Excel workbook…")), (".csv", self.tr("CSV file…"))):
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, end=ending: self.export(end))
        self.save.setMenu(menu)

    def _make_actions(self) -> None:
        self._actions = []
        for words, key, run in (
            (self.tr("Tick all places found"), "Ctrl+Shift+A", self._tick_all),
            (self.tr("Code the places found"), "Ctrl+Return", self.choose),
        ):
            action = QAction(words, self)
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, act=run: act())
            self.addAction(action)
            self._actions.append(action)

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.field, 1)
        for widget in (self.before, self.lemma, self.pattern, self.search):
            first.addWidget(widget)
        head = QVBoxLayout()
        head.setContentsMargins(14, 10, 14, 8)
        head.setSpacing(8)
        head.addLayout(first)
        head.addWidget(self.limits)
        head.addWidget(self.said)
        self.bar = QWidget(self)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(14, 0, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.counts, 1)
        for widget in (self.all, self.unit, self.code, self.save):
            row.addWidget(widget)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    # --- asking ----------------------------------------------------------------------------

    def actions(self) -> list[QAction]:
        return list(self._actions)

    def search_for(self, words: str) -> None:
        """Ask for `words` as they stand, in all sources: what another page sends one to."""
        self.pattern.setChecked(False)
        self.lemma.setChecked(False)
        self.field.setText(words)
        self.ask()

    def ask(self) -> None:
        """Ask what stands in the field."""
        self.field.remember()
        self._forget_said()
        words = self.field.text()
        self.asked = Question(
            words, self.lemma.isChecked(), self.pattern.isChecked(), self.limits.limits()
        )
        self._find()

    def _ask_again(self) -> None:
        if self.asked is not None:
            self.ask()

    def _switched(self, other: QCheckBox, on: bool) -> None:
        if on:
            other.blockSignals(True)
            other.setChecked(False)
            other.blockSignals(False)
        self._ask_again()

    def _find(self, *, look_up: bool = True) -> None:
        """Answer the question; with `look_up` new words get their lemmas first."""
        study, question = self.session.study, self.asked
        if question is None:
            return

        def work() -> tuple[Found, list[Line]] | None:
            node = parse(question.words, lemma=question.lemma, pattern=question.pattern)
            if look_up and node is not None and has_lemma(node) and new_words(study):
                return None
            found = find(study, question)
            return found, lines(study, found, 0, PAGE)

        self.session.tasks.read("search-page", work, self._take, self._failed)

    def _take(self, result: tuple[Found, list[Line]] | None) -> None:
        if result is None:
            study = self.session.study
            self.session.tasks.run(
                self.tr("Looking up the forms of words"),
                lambda progress, cancelled: index_lemmas(study, progress, cancelled),
                lambda _: self._find(look_up=False),  # with what is there, if it was cancelled
                writes=not study.read_only,
            )
            return
        found, first = result
        self.model.show(found, first)
        self._show_state()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, StudyProblem):
            self.session.tasks.problem.emit(error)
            return
        self.model.show(Found(Question("")), [])
        self._say(error.sentence(ui_language()), "problem")
        self._show_state()

    def _fetch(self, page: int, places: Sequence[Place]) -> None:
        study, found = self.session.study, self.model.found

        def take(read: list[Line]) -> None:
            if self.model.found is found:
                self.model.take(page, read)

        self.session.tasks.read(("search-lines", page), lambda: lines_at(study, places), take)

    # --- following the study ---------------------------------------------------------------

    def refresh(self, changed: Changed | None = None) -> None:
        """Read again what can be chosen, and what was found, where `changed` touches it."""
        coded = changed is not None and changed.touches(*CODED)
        state = self.asked is not None and bool(self.asked.limits.state)
        if changed is not None and not changed.touches(*TEXTS) and not (coded and state):
            return
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        study, language = self.session.study, ui_language()
        self.session.tasks.read("search-choices", lambda: choices(study, language), self._offer)

    def _offer(self, found: Choices) -> None:
        self.limits.offer(found)
        self._has_texts = found.has_texts
        self._show_state()
        self._find()

    # --- what is shown ---------------------------------------------------------------------

    _has_texts = True

    def status_text(self) -> str:
        """Return how many places were found, and in how many sources."""
        found = self.model.found
        if not found.total:
            return ""
        places = self.tr("%n place(s)", "", found.total)
        sources = self.tr("%n source(s)", "", len(found.by_source))
        return f"{places} · {sources}"

    def _show_state(self) -> None:
        found = self.model.found
        self.bar.setVisible(bool(found.total))
        self.stack.setCurrentWidget(self.table if found.total else self.empty)
        self.counts.setText(self.status_text())
        if not found.total:
            self._say_why_empty()
        self._show_targets()
        self.shown_changed.emit()

    def _say_why_empty(self) -> None:
        if not self._has_texts:
            title = self.tr("No transcripts yet")
            words = self.tr("Once transcripts are collected, all of them are searched here.")
            self.empty.set_words(title, words)
        elif self.asked is None or not self.asked.words.strip() or self.said.isVisible():
            title = self.tr("Search all sources")
            words = "\n".join(
                (
                    self.tr("guru rapat – both in one paragraph"),
                    self.tr("guru OR siswa, guru NOT siswa, brackets"),
                    self.tr("waktu NEAR/5 rapat – at most five words between"),
                    self.tr("“guru inti” – these words in this order"),
                    self.tr("meng* – how a word begins"),
                    self.tr("/pattern/ – a regular expression"),
                )
            )
            self.empty.set_words(title, words)
        else:
            title = self.tr("Nothing found")
            words = self.tr("No paragraph answers this question within these limits.")
            limited = self.asked.limits != type(self.asked.limits)()
            self.empty.set_words(title, words, self.tr("Search without limits") if limited else "")

    def _on_empty(self) -> None:
        self.limits.clear()

    def _say(self, words: str, kind: str = "soft") -> None:
        self.said.setProperty("kind", kind)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _forget_said(self) -> None:
        self._say("")

    # --- coding ----------------------------------------------------------------------------

    def targets(self) -> list[Place]:
        """Return the places that would be coded: what is ticked, else what is selected."""
        places = self.model.found.places
        if self.model.ticked:
            return [place for place in places if place in self.model.ticked]
        return [places[row] for row in self.table.chosen_rows()]

    def _tick_all(self) -> None:
        total = self.model.found.total
        self.model.tick(range(total), on=len(self.model.ticked) < total)

    def _show_targets(self) -> None:
        ticked = len(self.model.ticked)
        count = ticked or len(self.table.selectionModel().selectedRows())
        self.code.setText(
            self.tr("Code %n place(s) with…", "", count) if count else self.tr("Code with…")
        )
        can = bool(count) and not self.session.read_only
        self.code.setEnabled(can)
        self._actions[1].setEnabled(can)
        every = bool(ticked) and ticked == self.model.found.total
        self.all.setText(self.tr("Tick none") if every else self.tr("Tick all"))

    def choose(self) -> None:
        """Ask with which code."""
        if not self.code.isEnabled():
            return
        study = self.session.study
        self.session.tasks.read("search-codes", lambda: codes(study), self._choose)

    def _choose(self, known: Sequence[CodeRow]) -> None:
        at = self.code.mapToGlobal(QPoint(self.code.width() - 380, self.code.height() + 4))
        asks = self.tr("Code what was found with…")
        self.palette_popup.open_at(at, self._code_with, known, asks=asks, several=False)

    def _code_with(self, offers: list[Offer]) -> None:
        offer, places, study = offers[0], self.targets(), self.session.study
        code = offer.name if offer.code_id is None else offer.code_id
        unit: Unit = self.unit.current()  # type: ignore[assignment]
        words = self.model.found.question.words.strip()
        self._forget_said()
        self.session.change(
            lambda: code_places(study, places, code, unit, words),
            lambda made: self._coded(offer.name, made),
        )

    def _coded(self, name: str, made: Autocoded) -> None:
        self.model.tick(range(self.model.found.total), on=False)
        said = [self.tr("%n place(s) coded with “{code}”.", "", made.coded).format(code=name)]
        if made.had:
            said.append(self.tr("%n had it already.", "", made.had))
        self._say(" ".join(said))
        self.choose_code.emit(made.code_id)

    # --- exporting -------------------------------------------------------------------------

    def export(self, ending: str) -> None:
        """Ask where to, and write what is ticked, else all that was found."""
        words = "".join(c if c.isalnum() or c in " -_" else " " for c in self.field.text())
        first = documents_folder() / f"{' '.join(words.split())[:60] or 'Tilik'}{ending}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(first), f"*{ending}")
        if path:
            self.export_to(Path(path).with_suffix(ending))

    def export_to(self, path: Path) -> None:
        """Write the places to a file, off the GUI thread."""
        study, language = self.session.study, ui_language()
        places = self.targets() if self.model.ticked else self.model.found.places
        self.session.tasks.run(
            self.tr("Saving {name}").format(name=path.name),
            lambda _progress, _cancelled: write_hits(study, places, path, language),
            lambda _: self._say(self.tr("Saved as {name}").format(name=path.name)),
            writes=False,
        )


def _place(line: Line) -> Place:
    return line.source_id, line.start, line.end
