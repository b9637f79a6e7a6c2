"""The page that retrieves coded excerpts: the question, what answers it, questions kept."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
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

from app.reduce.retrieval.asking import Question
from app.reduce.retrieval.found import Found, Line, find, lines
from app.reduce.retrieval.offers import Offers, offers
from app.reduce.retrieval.saving import Saved, forget, rename, save, saved
from app.report.retrieval_files import ENDINGS, write_retrieved
from app.study import Changed
from ui.folders import documents_folder
from ui.language import ui_language
from ui.reduce.retrieval.builder import Builder
from ui.reduce.retrieval.limits_bar import LimitsBar
from ui.reduce.retrieval.line_actions import LineActions
from ui.reduce.retrieval.lines_model import PAGE, Column, LinesModel
from ui.reduce.retrieval.lines_table import LinesTable
from ui.reduce.retrieval.saved_list import SavedList
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.splitter import RememberingSplitter

LISTED = (
    "coding", "excerpt", "code", "source", "text_edit", "turn", "participation", "informant",
    "informant_role", "role", "category", "site", "coder", "memo", "retrieval",
)  # fmt: skip
SIDE = 210


class RetrievalPage(QWidget):
    """Builds a question with keys or the mouse; the answer follows each change of it."""

    open_excerpt = Signal(int, int, int)
    add_as_evidence = Signal(object)
    shown_changed = Signal()
    """What `status_text` says is another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = True
        self._codings = -1  # how many the study has; -1: not read yet
        self._saved: Saved | None = None
        self._kept: Sequence[Saved] = ()
        self._make_question()
        self._make_lines()
        self._make_actions()
        self._arrange()
        self.setFocusProxy(self.add)
        self._show_state()

    # --- parts -----------------------------------------------------------------------------

    def _make_question(self) -> None:
        self.builder = Builder(self)
        self.builder.altered.connect(self.ask)
        self.add = QPushButton(icon("plus"), self.tr("Condition"), self)
        self.add.setToolTip(self.tr("Coded with, not coded with, overlapping, near, inside"))
        self.add.clicked.connect(self.builder.add)
        self.limits = LimitsBar(self)
        self.limits.limited.connect(self.ask)
        self.side = SavedList(self)
        self.side.asked.connect(self.show_saved)
        self.side.save_wanted.connect(self.save)
        self.side.renamed.connect(self._rename)
        self.side.deleted.connect(self._forget)
        sorts: list[tuple[object, str]] = [
            ("place", self.tr("place")),
            ("date", self.tr("date")),
            ("code", self.tr("code")),
            ("informant", self.tr("informant")),
            ("role", self.tr("role")),
            ("site", self.tr("site")),
            ("weight", self.tr("weight")),
            ("direction", self.tr("direction")),
            ("coder", self.tr("coder")),
        ]
        groups: list[tuple[object, str]] = [
            ("source", self.tr("source")),
            ("code", self.tr("code")),
            ("informant", self.tr("informant")),
            ("role", self.tr("role")),
            ("site", self.tr("site")),
            ("", self.tr("nothing")),
        ]
        self.sort = ChoiceButton(self.tr("Sort by"), sorts, "place", self)
        self.group = ChoiceButton(self.tr("Group by"), groups, "source", self)
        self.down = QToolButton(self)
        self.down.setCheckable(True)
        self.down.setIcon(icon("sort"))
        self.down.setToolTip(self.tr("The other way round"))
        self.down.setAccessibleName(self.tr("The other way round"))
        for button in (self.sort, self.group):
            button.chosen.connect(lambda _: self.ask())
        self.down.toggled.connect(lambda _: self.ask())

    def _make_lines(self) -> None:
        self.do = LineActions(self)
        self.model = LinesModel(self._fetch, self)
        self.model.can_write = not self.session.read_only
        self.model.summary_written.connect(self.do.write_summary)
        self.model.memo_written.connect(self.do.write_memo)
        self.table = LinesTable(self.model, self)
        self.table.opened.connect(self.open_line)
        self.table.menu_wanted.connect(self.do.show_menu)
        self.empty = EmptyState("quote", "", "", "", self)
        self.empty.acted.connect(self.clear)
        self.counts = ElidedLabel(kind="section", parent=self)
        self.said = QLabel(self)
        self.said.setProperty("kind", "soft")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.hide()
        self.export_button = QPushButton(icon("export"), self.tr("Export"), self)
        menu = QMenu(self.export_button)
        names = (self.tr("Word document…"), self.tr("Excel workbook…"), self.tr("CSV file…"))
        for ending, name in zip(ENDINGS, names, strict=True):
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, end=ending: self.export(end))
        self.export_button.setMenu(menu)

    def _make_actions(self) -> None:
        self._actions = []
        for words, key, run in (
            (self.tr("Add a condition"), "Ctrl+Shift+N", self.builder.add),
            (self.tr("Write the summary"), "", lambda: self.table.write(Column.SUMMARY)),
            (self.tr("Write the memo"), "", lambda: self.table.write(Column.MEMO)),
            (self.tr("Ask anew"), "Ctrl+Shift+L", self.clear),
        ):
            action = QAction(words, self)
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, act=run: act())
            self.addAction(action)
            self._actions.append(action)

    def _arrange(self) -> None:
        main = QWidget(self)
        head = QVBoxLayout()
        head.setContentsMargins(14, 10, 14, 8)
        head.setSpacing(8)
        head.addWidget(self.builder)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.limits, 1)
        head.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.counts, 1)
        for widget in (self.group, self.sort, self.down, self.export_button):
            row.addWidget(widget)
        head.addLayout(row)
        head.addWidget(self.said)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self.panes = RememberingSplitter("retrieval", parent=self)
        self.panes.addWidget(main)
        self.panes.addWidget(self.side)
        self.panes.setStretchFactor(0, 1)
        self.panes.set_first_sizes([1000, SIDE])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)

    # --- asking ----------------------------------------------------------------------------

    def actions(self) -> list[QAction]:
        return list(self._actions)

    def question(self) -> Question:
        """Return the question as it stands."""
        return Question(
            groups=self.builder.groups(),
            limits=self.limits.limits(),
            sort=str(self.sort.current()),
            descending=self.down.isChecked(),
            group=str(self.group.current()),
        )

    def show_question(self, question: Question) -> None:
        """Show a question in the builder and ask it."""
        self.builder.show_groups(question.groups)
        self.limits.show_limits(question.limits)
        self.sort.set_current(question.sort)
        self.group.set_current(question.group)
        self.down.blockSignals(True)
        self.down.setChecked(question.descending)
        self.down.blockSignals(False)
        self.ask()

    def clear(self) -> None:
        """Begin anew: every coding, in the present order and groups."""
        self._saved = None
        self.side.name.clear()
        now = self.question()
        self.show_question(replace(Question(), sort=now.sort, group=now.group))

    def ask(self) -> None:
        """Answer the question as it stands."""
        study, question = self.session.study, self.question()
        self._say("")

        def work() -> tuple[Found, list[Line]]:
            found = find(study, question)
            return found, lines(study, found.codings[:PAGE], ui_language())

        self.session.tasks.read("retrieval-page", work, self._take)

    def _take(self, result: tuple[Found, list[Line]]) -> None:
        current = self.table.currentIndex()
        before = self.model.line(current.row()) if current.isValid() else None
        place = self.table.verticalScrollBar().value()
        same = self.model.found.question == result[0].question
        self.model.show(*result)
        if same and before is not None:
            self.table.go_to(before.row.coding_id)
        if same:
            self.table.verticalScrollBar().setValue(place)
        self._show_state()

    def _fetch(self, page: int, codings: Sequence[int]) -> None:
        study, found, language = self.session.study, self.model.found, ui_language()

        def take(read: list[Line]) -> None:
            if self.model.found is found:
                self.model.take(page, read)

        self.session.tasks.read(
            ("retrieval-lines", page), lambda: lines(study, codings, language), take
        )

    # --- following the study ---------------------------------------------------------------

    def refresh(self, changed: Changed | None = None) -> None:
        """Read again what can be asked, what is kept and what was found."""
        if changed is not None and not changed.touches(*LISTED):
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
        self.session.tasks.read(
            "retrieval-offers", lambda: (offers(study, language), saved(study)), self._offer
        )

    def _offer(self, found: tuple[Offers, list[Saved]]) -> None:
        offered, self._kept = found
        self._codings = offered.codings
        self.builder.offer(offered.codes)
        self.limits.offer(offered)
        self.side.set_can_write(not self.session.read_only)
        self.side.show_saved(self._kept, self._saved.id if self._saved else None)
        self.ask()

    # --- what is shown ---------------------------------------------------------------------

    def status_text(self) -> str:
        """Return how many codings were found, on how many excerpts, in how many sources."""
        found = self.model.found
        if not found.total:
            return ""
        said = [
            self.tr("%n coding(s)", "", found.total),
            self.tr("%n excerpt(s)", "", found.excerpts),
            self.tr("%n source(s)", "", found.sources),
        ]
        return " · ".join(said)

    def _show_state(self) -> None:
        found = self.model.found
        self.stack.setCurrentWidget(self.table if found.total else self.empty)
        self.counts.setText(self.status_text())
        self.export_button.setEnabled(bool(found.total))
        if not found.total:
            self._say_why_empty()
        self.shown_changed.emit()

    def _say_why_empty(self) -> None:
        if self._codings == 0:
            self.empty.set_words(
                self.tr("Nothing is coded yet"),
                self.tr("Once words are coded in the transcripts, they are retrieved here."),
            )
        elif self._codings > 0:
            self.empty.set_words(
                self.tr("Nothing found"),
                self.tr("No coding answers this question within these limits."),
                self.tr("Ask anew"),
            )
        else:
            self.empty.set_words("", "")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def open_line(self, line: Line) -> None:
        """Open the transcript where a coding stands."""
        self.open_excerpt.emit(line.row.source_id, line.row.start, line.row.end)

    # --- questions kept --------------------------------------------------------------------

    def show_saved(self, one: Saved) -> None:
        """Ask a question that was kept."""
        self._saved = one
        self.show_question(one.question)

    def save(self, title: str) -> None:
        """Keep the question under a name."""
        study, question = self.session.study, self.question()
        self.session.change(lambda: save(study, title, question), self._on_saved)

    def _on_saved(self, saved_id: int) -> None:
        self._saved = Saved(saved_id, self.side.name.text(), self.question())
        self.side.show_saved(self._kept, saved_id)

    def _rename(self, saved_id: int, title: str) -> None:
        study = self.session.study
        self.side.show_saved(self._kept, saved_id)  # as it is, until the new name is taken
        self.session.change(lambda: rename(study, saved_id, title))

    def _forget(self, ids: list[int]) -> None:
        study = self.session.study
        self.session.change(lambda: forget(study, ids))

    # --- exporting -------------------------------------------------------------------------

    def export(self, ending: str) -> None:
        """Ask where to, and write all that was found."""
        name = self.side.name.text() or self.tr("Retrieved excerpts")
        words = "".join(c if c.isalnum() or c in " -_" else " " for c in name)
        first = documents_folder() / f"{' '.join(words.split())[:60]}{ending}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(first), f"*{ending}")
        if path:
            self.export_to(Path(path).with_suffix(ending))

    def export_to(self, path: Path) -> None:
        """Write what was found to a file, off the GUI thread."""
        study, language, found = self.session.study, ui_language(), self.model.found
        title = self.side.name.text()
        self.session.tasks.run(
            self.tr("Saving {name}").format(name=path.name),
            lambda _progress, _cancelled: write_retrieved(study, path, found, language, title),
            lambda _: self._say(self.tr("Saved as {name}").format(name=path.name)),
            writes=False,
        )
