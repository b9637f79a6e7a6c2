"""What is missing: a list of to-dos by focus and finding, with whom to ask and what to ask them."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.study import Changed
from app.verify.gaps import Gap, gaps, tick
from ui.language import in_words, ui_language
from ui.session import Session
from ui.verify.word_table import Column, WordTable
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.empty import EmptyState
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.pane_header import PaneHeader
from ui.widgets.splitter import RememberingSplitter

ALL = "all"
ROW = 44


class MissingPage(QWidget):
    """Ticks for what is settled; the chosen to-do with both quotations and its question."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()
    claim_wanted = Signal(str, int)
    page_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.found: list[Gap] = []
        self._stale = True
        self._make_controls()
        self._make_parts()
        self._arrange()
        self.setFocusProxy(self.table)
        session.changed.connect(self.refresh)

    def _make_controls(self) -> None:
        self.focus = ChoiceButton("", [(ALL, self.tr("All foci"))], ALL, self)
        self.focus.chosen.connect(lambda _: self._show_rows())
        self.settled = QCheckBox(self.tr("Show what is settled"), self)
        self.settled.toggled.connect(lambda _: self._show_rows())
        self.export = QPushButton(self.tr("Questions for the field…"), self)
        self.export.setToolTip(self.tr("Interview questions by informant, as a Word file"))
        self.export.clicked.connect(self._ask_where)

    def _make_parts(self) -> None:
        language = ui_language()
        self.table = WordTable(
            [
                Column(self.tr("Focus"), lambda gap: gap.focus, 9),
                Column(
                    self.tr("Finding"), lambda gap: gap.about(language) if gap.claim else "", 28
                ),
                Column(self.tr("What is missing"), lambda gap: gap.words(language), 52),
            ],
            self.tr("What is missing"),
            tick=lambda gap: gap.done,
            parent=self,
        )
        self.table.words.may_tick = not self.session.read_only
        self.table.ticked.connect(self._tick)
        self.table.chosen.connect(self._show_gap)
        self.table.opened.connect(self._open)
        self.header = PaneHeader("", parent=self)
        self.question = QLabel(self)
        self.people = QLabel(self)
        for label in (self.question, self.people):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setContentsMargins(14, 4, 14, 8)
        self.people.setProperty("kind", "soft")
        self.quotes = ExcerptList(self, show_stance=True)
        self.quotes.set_words(lambda stance: in_words(f"verify.stance.{stance}"))
        self.quotes.activated_excerpt.connect(
            lambda row: self.open_excerpt.emit(row.source_id, row.start, row.end)
        )
        self.see = QPushButton(self.tr("See the triangulation"), self)
        self.see.clicked.connect(lambda: self._open(self.table.current()))
        self.empty = EmptyState("verify", "", "", parent=self)
        self.empty.acted.connect(lambda: self.page_wanted.emit("findings"))

    def _arrange(self) -> None:
        controls = QFrame(self)
        controls.setProperty("rule", "bottom")
        controls.setFixedHeight(ROW)
        line = QHBoxLayout(controls)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(8)
        line.addWidget(self.focus)
        line.addWidget(self.settled)
        line.addStretch(1)
        line.addWidget(self.export)
        side = QWidget(self)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 12)
        beside.setSpacing(4)
        beside.addWidget(self.header)
        beside.addWidget(self.question)
        beside.addWidget(self.people)
        beside.addWidget(self.quotes, 1)
        button = QHBoxLayout()
        button.setContentsMargins(14, 0, 14, 0)
        button.addWidget(self.see)
        button.addStretch(1)
        beside.addLayout(button)
        beside.addStretch(0)
        self.across = RememberingSplitter("verify-missing", Qt.Orientation.Horizontal, self)
        self.across.addWidget(self.table)
        self.across.addWidget(side)
        self.across.set_first_sizes([960, 396])
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.across)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(controls)
        column.addWidget(self.stack, 1)

    # --- what is shown --------------------------------------------------------------------------

    def refresh(self, changed: Changed | None = None) -> None:
        """Read again what is missing; at once where somebody looks, else when they look."""
        self._stale = True
        if self.isVisible():
            self._ask()

    def status_text(self) -> str:
        """Return the counts for the status line."""
        undone = sum(not gap.done for gap in self.found)
        words = self.tr("%n to do", "", undone)
        settled = len(self.found) - undone
        done = self.tr("%n settled", "", settled)
        return f"{words}, {done}" if settled else words

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        study = self.session.study
        self.session.tasks.read("missing", lambda: gaps(study), self._show)

    def _show(self, found: list[Gap]) -> None:
        self.found = found
        foci = dict.fromkeys((gap.question_id, gap.focus) for gap in found)
        named = [(number, label or self.tr("Without a focus")) for number, label in foci]
        self.focus.set_options([(ALL, self.tr("All foci")), *named])
        self._show_rows()

    def _show_rows(self) -> None:
        wanted, settled = self.focus.current(), self.settled.isChecked()
        rows = [
            gap
            for gap in self.found
            if wanted in (ALL, gap.question_id) and (settled or not gap.done)
        ]
        self.table.show_rows(rows, lambda gap: gap.key)
        self.export.setEnabled(any(not gap.done for gap in self.found))
        if not rows:
            self._show_empty()
        self.stack.setCurrentWidget(self.across if rows else self.empty)
        self.status_changed.emit()

    def _show_empty(self) -> None:
        if self.found:
            self.empty.set_words(
                self.tr("Nothing is missing here"),
                self.tr("All of it is settled. Tick the box above to see what was."),
            )
        else:
            may = not self.session.read_only
            self.empty.set_words(
                self.tr("Nothing to say yet"),
                self.tr("Once there are foci and findings, what would settle them is listed here."),
                self.tr("Go to the findings") if may else "",
            )

    def _show_gap(self, gap: Gap | None) -> None:
        language = ui_language()
        self.header.set_title(self.tr("A question for the field") if gap is not None else "")
        self.question.setText(gap.question(language) if gap is not None else "")
        people = ", ".join(code for _, code in gap.informants) if gap is not None else ""
        self.people.setText(people)
        self.people.setVisible(bool(people))
        quotes = list(gap.quotes) if gap is not None else []
        self.quotes.set_rows(quotes)
        self.quotes.setVisible(bool(quotes))
        self.see.setVisible(gap is not None and gap.claim is not None)

    # --- what is done ---------------------------------------------------------------------------

    def _tick(self, gap: Gap, done: bool) -> None:
        study = self.session.study
        self.session.change(lambda: tick(study, gap.key, done=done))

    def _open(self, gap: Gap | None) -> None:
        if gap is not None and gap.claim is not None:
            self.claim_wanted.emit(gap.claim.kind, gap.claim.id)

    def _ask_where(self) -> None:
        first = self.session.study.path.with_name(f"{in_words('gaps.print.title')}.docx")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(first), "*.docx")
        if path:
            self.write_to(Path(path))

    def write_to(self, path: Path) -> None:
        """Write the questions to a Word file, off the GUI thread."""
        from app.report.fieldwork import write_fieldwork

        study, language = self.session.study, self.session.study.language
        self.session.tasks.run(
            self.tr("Questions for the field"),
            lambda *_: write_fieldwork(study, path.with_suffix(".docx"), language),
            lambda _: None,
        )
