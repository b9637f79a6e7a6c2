"""The reduce room: sources, transcript with codings, code tree, excerpts of the chosen codes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.codes import CodeRow, codes
from app.reduce.source_lines import SourceLine, sources_overview
from app.reduce.transcript import Transcript
from app.reduce.transcripts import coding_counts, transcript
from app.study import Changed
from ui.language import ui_language
from ui.reduce.code_pane import CodePane
from ui.reduce.coding import Coding
from ui.reduce.coding_actions import CodingActions
from ui.reduce.coding_strip import CodingStrip
from ui.reduce.correcting import Correcting
from ui.reduce.excerpt_actions import ExcerptActions
from ui.reduce.excerpts_panel import ExcerptsPanel
from ui.reduce.following import News, news_of, together
from ui.reduce.heading import Heading
from ui.reduce.looking import Looking
from ui.reduce.memo_panel import MemoPanel
from ui.reduce.selecting import Selecting
from ui.reduce.sources_list import SourcesList
from ui.reduce.stripe_choice import StripeChoice
from ui.reduce.suggesting.panel import SuggestionPanel
from ui.reduce.suggesting.suggesting import Suggesting
from ui.reduce.summaries.side_form import SideForm
from ui.reduce.transcript.view import TranscriptView
from ui.reduce.tree_editing import TreeEditing
from ui.session import Session
from ui.widgets.empty import EmptyState
from ui.widgets.splitter import RememberingSplitter

NOTHING = Transcript(0, "", "", "")
ZOOM = "reduce/points"
AFTERWARDS = 60  # milliseconds after a change is painted, before the less urgent is read


class ReadingPage(QWidget):
    """Where transcripts are read and coded."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()
    add_as_evidence = Signal(object)
    go_to_stage = Signal(str)
    trace_wanted = Signal(str, int)
    """A code, an excerpt, a source whose whole life is to be shown: its table's name, its id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.lines: dict[int, SourceLine] = {}
        self._wanted: tuple[int, int, int] | None = None
        self._opening = 0
        self._stale = True
        self._unseen = Changed()
        self._afterwards = QTimer(self, singleShot=True, interval=AFTERWARDS)
        self._afterwards.timeout.connect(self._read_rest)
        self._build()
        self.actions_of_room = CodingActions(self, self.view, self.tree)
        self.coding = Coding(self)
        self.suggesting = Suggesting(self)
        self.correcting = Correcting(self)
        self.selecting = Selecting(self)
        self.stripe_choice = StripeChoice(self)
        self.editing = TreeEditing(self)
        self.excerpt_actions = ExcerptActions(self)
        self._connect()
        self._connect_actions()
        self._set_read_only(session.read_only)
        session.changed.connect(self._after_change)

    # --- what the window asks --------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Reduce")

    def status_text(self) -> str:
        line = self.lines.get(self.source_id)
        if line is None:
            return self.tr("No source is open")
        number = self.view.line_of(self.view.caret())
        place = self.tr("line {number}").format(number=number)
        count = self.tr("%n coding(s)", "", len(self.view.reading.index))
        return f"{line.reference} · {place} · {count}"

    def actions_by_menu(self) -> dict[str, list[QAction | None]]:
        do = self.actions_of_room
        return {
            "code": do.of_code_menu(),
            "view": do.of_view_menu(),
            "study": do.of_study_menu(),
        }

    def refresh(self, _changed: Changed | None = None) -> None:
        """Read everything again."""
        self._stale = False
        study, language = self.session.study, ui_language()
        only = self.looking.coder_ids()
        self._unseen = Changed()
        self.session.tasks.read(
            "reduce-all",
            lambda: (sources_overview(study, language, only), codes(study, only)),
            lambda found: self._show_all(*found),
        )

    def go_to(self, source_id: int, start: int, end: int) -> None:
        """Open a source at [start, end); an empty span opens it where it was."""
        if source_id != self.source_id or self._stale:
            self._wanted = (source_id, start, end)
            self.open_source(source_id)
        elif end > start:
            self.view.go_to(start, end)
            self._select_at(start, end)

    def choose_code(self, code_id: int) -> None:
        """Choose a code in the tree, now or as soon as the tree is there."""
        if code_id in self.tree.codes:
            self.tree.choose(code_id)
        else:
            self.editing.choose_made(code_id)

    def set_badges(self, verdicts: Mapping[int, str]) -> None:
        """Show the verdicts beside the codes."""
        self.tree.model.set_verdicts(verdicts)
        if len(self.excerpts.codes) == 1:
            self.excerpts.set_verdict(verdicts.get(self.excerpts.codes[0].id, ""))

    def write_memo(self, entity: str, row: int | None, title: str) -> None:
        """Open the memos on something, a new one ready to be written."""
        self.form.close_pane()
        self.similar.close_panel()
        self.memos.show_for(entity, row, title)

    @property
    def source_id(self) -> int:
        """The source that is open; 0 for none."""
        return self.view.reading.transcript.source_id

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        elif self._unseen.rows:
            self._read_news()

    # --- building --------------------------------------------------------------------------

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.sources = SourcesList(self)
        self.tree = CodePane(self)
        self.memos = MemoPanel(self.session, self)
        self.form = SideForm(self.session, self)
        self.similar = SuggestionPanel(self.session, self)
        columns = RememberingSplitter("reduce", parent=self)
        side = (self.memos, self.form, self.similar)
        for pane in (self.sources, self._centre(), *side, self.tree):
            columns.addWidget(pane)
        columns.setStretchFactor(1, 1)
        columns.set_first_sizes([232, 528, 300, 320, 320, 296])
        row.addWidget(columns)

    def _centre(self) -> QWidget:
        self.heading = Heading(self)
        self.looking = Looking(self.session, self)
        self.heading.add(self.looking.button)
        self.view = TranscriptView(self)
        self.strip = CodingStrip(self)
        self.excerpts = ExcerptsPanel(self.session, self)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.view, 1)
        column.addWidget(self.strip)
        self.empty = EmptyState(
            "reduce",
            self.tr("No source to read yet"),
            self.tr("Bring in interviews, observations, questionnaires and documents to code."),
            self.tr("Import sources"),
        )
        self.pages = QStackedWidget(self)
        self.pages.addWidget(page)
        self.pages.addWidget(self.empty)
        halves = RememberingSplitter("reduce-excerpts", Qt.Orientation.Vertical, self)
        halves.addWidget(self.pages)
        halves.addWidget(self.excerpts)
        halves.setStretchFactor(0, 1)
        halves.set_first_sizes([600, 196])
        return halves

    def _connect(self) -> None:
        self.sources.chosen.connect(self.open_source)
        self.sources.import_wanted.connect(lambda: self.go_to_stage.emit("collect"))
        self.empty.acted.connect(lambda: self.go_to_stage.emit("collect"))
        self.tree.chosen.connect(self._codes_chosen)
        self.looking.changed.connect(self._look_again)
        self.excerpts.opened.connect(self.open_excerpt)
        self.excerpts.menu_wanted.connect(self.excerpt_actions.show_menu)
        self.heading.memo_wanted.connect(self._source_memos)
        self.heading.summary_wanted.connect(self._summary)
        self.view.caret_moved.connect(lambda _at: self.status_changed.emit())
        self.view.set_points(float(str(QSettings().value(ZOOM, self.view.points()))))
        self.view.zoomed.connect(lambda points: QSettings().setValue(ZOOM, points))

    def _connect_actions(self) -> None:
        do = self.actions_of_room
        acts: list[tuple[QAction, Callable[[], None]]] = [
            (do.correct, self.correcting.begin),
            (do.summary, self._summary),
            (do.source_memo, self._source_memos),
            (do.zoom_in, self.view.zoom_in),
            (do.zoom_out, self.view.zoom_out),
            (do.zoom_reset, self.view.zoom_reset),
            (do.find_code, self.tree.field.setFocus),
        ]
        for action, act in acts:
            action.triggered.connect(lambda _checked=False, a=act: a())
        for action, pane in (
            (do.show_sources, self.sources),
            (do.show_excerpts, self.excerpts),
            (do.show_codes, self.tree),
        ):
            action.toggled.connect(pane.setVisible)
        do.stripes.toggled.connect(self.view.set_stripes_shown)

    def _set_read_only(self, read_only: bool) -> None:
        self.tree.set_read_only(read_only)
        self.strip.set_read_only(read_only)
        self.view.viewport().setAcceptDrops(not read_only)
        self.sources.set_read_only(read_only)
        self.empty.button.setEnabled(not read_only)
        self.actions_of_room.correct.setEnabled(not read_only)
        self.setFocusProxy(self.view)

    # --- opening a source ------------------------------------------------------------------

    def open_source(self, source_id: int) -> None:
        """Read a source and show it."""
        self.correcting.finish()
        study, self._opening = self.session.study, source_id
        self.session.tasks.read(
            "transcript", lambda: transcript(study, source_id), self._show_transcript
        )

    def _show_all(self, lines: Sequence[SourceLine], rows: Sequence[CodeRow]) -> None:
        self._show_codes(rows)
        self._show_sources(lines)
        if not lines:
            self._show_transcript(NOTHING)
        elif self.source_id in self.lines:
            self._read_text_again()
        elif self._opening not in self.lines:
            self.open_source(self._last_source(lines))

    def _last_source(self, lines: Sequence[SourceLine]) -> int:
        last = str(QSettings().value(f"source/{self.session.study.path}", ""))
        return int(last) if last.isdigit() and int(last) in self.lines else lines[0].id

    def _show_sources(self, lines: Sequence[SourceLine]) -> None:
        self.lines = {line.id: line for line in lines}
        self.sources.set_lines(lines)
        self.pages.setCurrentIndex(0 if lines else 1)
        self.heading.show_source(self.lines.get(self.source_id))
        if lines and not self.source_id and self._opening not in self.lines:
            self.open_source(self._last_source(lines))  # they came back, or are the first
        self.status_changed.emit()

    def _show_transcript(self, found: Transcript) -> None:
        shown = replace(found, codings=self.looking.of(found.codings))
        self.view.set_transcript(shown)
        self.sources.set_current(shown.source_id)
        self.form.show_source(shown.source_id)
        self.heading.show_source(self.lines.get(shown.source_id))
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0] == shown.source_id and wanted[2] > wanted[1]:
            self.view.go_to(*wanted[1:])
            self._select_at(*wanted[1:])
        if shown.source_id:
            QSettings().setValue(f"source/{self.session.study.path}", shown.source_id)
        self.coding.codings_shown()
        self.status_changed.emit()

    def _read_text_again(self) -> None:
        source, study = self.source_id, self.session.study
        self.session.tasks.read("transcript", lambda: transcript(study, source), self._show_again)

    def _look_again(self) -> None:
        """Show those codings that are looked at now, and count only them."""
        self.excerpts.set_coders(self.looking.coder_ids())
        self.refresh()

    def _show_again(self, found: Transcript) -> None:
        """Show the open source read anew, at the place where it was."""
        shown = replace(found, codings=self.looking.of(found.codings))
        now = self.view.reading.transcript
        if (now.source_id, now.text, now.turns) == (shown.source_id, shown.text, shown.turns):
            self.view.set_codings(shown.codings)
        elif now.source_id == shown.source_id:
            place, at = self.view.verticalScrollBar().value(), self.view.caret()
            self.view.set_transcript(shown)
            at = min(at, len(shown.text))
            self.view.select_range(at, at)
            self.view.verticalScrollBar().setValue(place)
        self.coding.codings_shown()
        self.status_changed.emit()

    def _select_at(self, start: int, end: int) -> None:
        """Select the coding of this very span, where there is one."""
        for span in self.view.codings_at(start):
            if (span.start, span.end) == (start, end):
                self.view.set_selected_coding(span.coding_id)
                return

    # --- codes -----------------------------------------------------------------------------

    def _show_codes(self, rows: Sequence[CodeRow]) -> None:
        self.tree.set_codes(rows)
        self.coding.desk.forget_codes(self.tree.codes)
        self.editing.codes_shown()
        self._codes_chosen(self.tree.selected())

    def _codes_chosen(self, ids: Sequence[int]) -> None:
        known = self.tree.codes
        rows = [known[code] for code in ids if code in known]
        verdict = self.tree.verdict(rows[0].id) if len(rows) == 1 else ""
        branch = frozenset(self.tree.model.branch(ids))
        self.looking.set_branch(branch)
        self.excerpts.show_codes(rows, branch, verdict)
        self.editing.show_entry(self.tree.current_code())
        self.editing.refresh_actions()
        self.coding.refresh_actions()

    # --- after a change: only what it touched ----------------------------------------------

    def _after_change(self, changed: Changed) -> None:
        # A newer read outdates the one under way, so each takes along all that is still unseen.
        self._unseen = together(self._unseen, changed)
        if self.isVisible() and not self._stale:
            self._read_news()

    def _read_news(self) -> None:
        study, source, unseen = self.session.study, self.source_id, self._unseen
        shown = {span.code_id for span in self.view.reading.index.codings}
        language, only = ui_language(), self.looking.coder_ids()
        self.session.tasks.read(
            "reduce-news",
            lambda: news_of(study, source, shown, unseen, language, only),
            lambda news: self._show_news(source, unseen, news),
        )

    def _show_news(self, source: int, seen: Changed, news: News) -> None:
        self._unseen = Changed()
        if news.codes is not None:
            self._show_codes(news.codes)
        self.tree.model.set_uses(news.uses)
        if source == self.source_id:
            self._show_codings(news)
        if news.sources is not None:
            self._show_sources(news.sources)
        if news.gone:
            self._leave_source()
        if seen.touches("coding", "excerpt", *("source", "participation", "informant")):
            self._afterwards.start()

    def _show_codings(self, news: News) -> None:
        if news.text is not None:
            self._show_again(news.text)
            return
        if news.codings is not None:
            self.view.set_codings(self.looking.of(news.codings))
        for coding_id, span in news.spans.items():
            if span is None or not self.looking.passes(span):
                self.view.remove_coding(coding_id)
            else:
                self.view.add_coding(span)
        if news.codings is not None or news.spans:
            self.coding.codings_shown()
            if self.looking.at_all:
                self.sources.model.count(self.source_id, len(self.view.reading.index))
            self.status_changed.emit()

    def _read_rest(self) -> None:
        """Read what need not be right at once: the counts of other sources, the excerpts."""
        study, show = self.session.study, self.sources.model.set_counts
        only = self.looking.coder_ids()
        self.session.tasks.read("coding-counts", lambda: coding_counts(study, only), show)
        self.excerpts.refresh()

    def _leave_source(self) -> None:
        """Show another source, for the one that was open is gone."""
        if self.lines:
            self.open_source(next(iter(self.lines)))
        else:
            self._opening = 0
            self._show_transcript(NOTHING)

    # --- memos -----------------------------------------------------------------------------

    def _source_memos(self) -> None:
        line = self.lines.get(self.source_id)
        if line is not None:
            self.write_memo("source", line.id, line.reference)

    def _summary(self) -> None:
        """Show the form of the open source beside it; the memos make room."""
        if self.source_id in self.lines:
            self.memos.close_panel()
            self.similar.close_panel()
            self.form.show_source(self.source_id)
            self.form.begin()
