"""The reduce room: sources, transcript with codings, code tree, the excerpts of a code."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.code_uses import uses_after
from app.reduce.codes import CodeRow, codes
from app.reduce.source_lines import SourceLine
from app.reduce.transcript import CodingSpan, Transcript
from app.reduce.transcripts import coding_counts, codings_by_id, codings_of, sources_overview
from app.reduce.transcripts import transcript as read_transcript
from app.study import Changed
from ui.reduce import context_menu
from ui.reduce.code_pane import CodePane
from ui.reduce.coding import Coding
from ui.reduce.coding_actions import CodingActions
from ui.reduce.coding_strip import CodingStrip
from ui.reduce.excerpts_panel import ExcerptsPanel
from ui.reduce.heading import Heading
from ui.reduce.memo_panel import MemoPanel
from ui.reduce.sources_list import SourcesList
from ui.reduce.transcript.view import TranscriptView
from ui.reduce.tree_editing import TreeEditing
from ui.session import Session
from ui.widgets.empty import EmptyState
from ui.widgets.splitter import RememberingSplitter

FEW = 400
"""So many changed codings are read one by one; more of them with all the others."""


class ReduceRoom(QWidget):
    """Where transcripts are read and coded."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()
    add_as_evidence = Signal(object)
    go_to_stage = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.source_id: int | None = None
        self.lines: dict[int, SourceLine] = {}
        self._wanted: tuple[int, int, int] | None = None
        self._stale = True
        self._build()
        self.actions_of_room = CodingActions(self, self.view, self.tree)
        self.coding = Coding(self)
        self.editing = TreeEditing(self)
        self._connect()
        session.changed.connect(self._after_change)
        self._set_read_only()

    # What the window asks.

    def title(self) -> str:
        return self.tr("Reduce")

    def status_text(self) -> str:
        line = self.lines.get(self.source_id or 0)
        if line is None:
            return self.tr("No source is open")
        number = self.view.line_of(self.view.caret())
        place = self.tr("line {number}").format(number=number)
        count = self.tr("%n coding(s)", "", len(self.view.reading.index.codings))
        return f"{line.reference} · {place} · {count}"

    def actions_by_menu(self) -> dict[str, list[QAction | None]]:
        actions = self.actions_of_room
        return {
            "code": actions.of_code_menu(),
            "view": actions.of_view_menu(),
            "study": [actions.source_memo],
        }

    def refresh(self, _changed: Changed | None = None) -> None:
        """Read everything again."""
        self._stale = False
        study = self.session.study
        self.session.tasks.read("sources", lambda: sources_overview(study), self._show_sources)
        self.session.tasks.read("codes", lambda: codes(study), self.show_codes)

    def go_to(self, source_id: int, start: int, end: int) -> None:
        """Open a source at [start, end)."""
        if source_id != self.source_id:
            self._wanted = (source_id, start, end)
            self.open_source(source_id)
        elif end > start:
            self.view.go_to(start, end)

    def choose_code(self, code_id: int) -> None:
        """Choose a code in the tree."""
        self.tree.choose(code_id)

    def set_badges(self, verdicts: Mapping[int, str]) -> None:
        """Show the verdicts beside the codes."""
        self.tree.model.set_verdicts(verdicts)
        if self.excerpts.code is not None:
            self.excerpts.set_verdict(verdicts.get(self.excerpts.code.id, ""))

    def write_memo(self, entity: str, row: int | None, title: str) -> None:
        """Open the memos on something."""
        self.memos.show_for(entity, row, title)

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    # Building.

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.sources = SourcesList(self)
        self.tree = CodePane(self)
        self.memos = MemoPanel(self.session, self)
        columns = RememberingSplitter("reduce", parent=self)
        for pane in (self.sources, self._centre(), self.memos, self.tree):
            columns.addWidget(pane)
        columns.setStretchFactor(1, 1)
        columns.set_first_sizes([232, 828, 0, 296])
        row.addWidget(columns)

    def _centre(self) -> QWidget:
        self.heading = Heading(self)
        self.view = TranscriptView(self)
        self.strip = CodingStrip(self)
        self.excerpts = ExcerptsPanel(self.session, self)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.heading, self.view, self.strip):
            column.addWidget(widget)
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
        self.tree.chosen.connect(self._code_chosen)
        self.excerpts.opened.connect(self.open_excerpt)
        self.excerpts.menu_wanted.connect(self._excerpt_menu)
        self.heading.memo_wanted.connect(self._source_memos)
        self.actions_of_room.source_memo.triggered.connect(self._source_memos)
        self.view.caret_moved.connect(lambda _at: self.status_changed.emit())
        self.view.zoomed.connect(lambda points: QSettings().setValue("zoom", points))
        self.view.set_points(float(QSettings().value("zoom", self.view.points())))
        for action, act in (
            (self.actions_of_room.zoom_in, self.view.zoom_in),
            (self.actions_of_room.zoom_out, self.view.zoom_out),
            (self.actions_of_room.zoom_reset, self.view.zoom_reset),
        ):
            action.triggered.connect(lambda _checked=False, a=act: a())
        self.actions_of_room.stripes.toggled.connect(self.view.set_stripes_shown)

    def _set_read_only(self) -> None:
        read_only = self.session.read_only
        self.tree.model.read_only = read_only
        self.tree.header.link.setEnabled(not read_only)
        self.strip.set_read_only(read_only)
        for action in self.actions_of_room.that_change():
            action.setEnabled(not read_only)

    # Reading.

    def open_source(self, source_id: int) -> None:
        """Read a source and show it."""
        study = self.session.study
        self.session.tasks.read(
            "transcript", lambda: read_transcript(study, source_id), self._show_transcript
        )

    def _show_sources(self, lines: Sequence[SourceLine]) -> None:
        self.lines = {line.id: line for line in lines}
        self.sources.set_lines(lines)
        self.pages.setCurrentIndex(0 if lines else 1)
        if self.source_id in self.lines:
            self.heading.show_source(self.lines[self.source_id])
        elif lines and self._wanted is None:
            last = QSettings().value(f"source/{self.session.study.path}")
            known = last is not None and int(str(last)) in self.lines
            self.open_source(int(str(last)) if known else lines[0].id)
        elif not lines:
            self.source_id = None
            self.heading.show_source(None)
            self.view.set_transcript(Transcript(0, "", "", ""))

    def _show_transcript(self, shown: Transcript) -> None:
        self.source_id = shown.source_id
        QSettings().setValue(f"source/{self.session.study.path}", shown.source_id)
        self.strip.show_coding(None)
        self.view.set_transcript(shown)
        self.sources.set_current(shown.source_id)
        self.heading.show_source(self.lines.get(shown.source_id))
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0] == shown.source_id and wanted[2] > wanted[1]:
            self.view.go_to(*wanted[1:])
        self.status_changed.emit()

    def show_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show other codes in the tree."""
        self.tree.set_codes(rows)
        chosen = self.excerpts.code
        if chosen is not None:
            self._code_chosen(self.tree.codes.get(chosen.id))

    def _code_chosen(self, code: CodeRow | None) -> None:
        verdict = self.tree.verdict(code.id) if code is not None else ""
        self.excerpts.show_code(code, verdict)
        self.editing.show_entry(code)

    # After a change: only what it touched.

    def _after_change(self, changed: Changed) -> None:
        if not self.isVisible():
            self._stale = True
        study = self.session.study
        if changed.touches("code"):
            self.session.tasks.read("codes", lambda: codes(study), self.show_codes)
        elif changed.touches("coding", "excerpt"):
            self.session.tasks.read(
                "uses", lambda: uses_after(study, changed), self.tree.model.set_uses
            )
        if changed.touches("coding", "code", "coder"):
            self._read_codings(changed)
        if changed.touches("source", "participation", "informant", "site", "role", "turn"):
            self.session.tasks.read("sources", lambda: sources_overview(study), self._show_sources)
            if self.source_id in changed.rows.get("source", ()) or changed.touches("turn"):
                self._read_again()
        elif changed.touches("coding"):
            self.session.tasks.read("counts", lambda: coding_counts(study), self._show_counts)
        if changed.touches("coding", "excerpt", "code") and self.excerpts.code is not None:
            self.excerpts.refresh()

    def _read_codings(self, changed: Changed) -> None:
        study, source = self.session.study, self.source_id
        if source is None:
            return
        ids = changed.rows.get("coding", frozenset())
        if changed.touches("code", "coder") or len(ids) > FEW:
            self.session.tasks.read(
                "codings", lambda: (source, codings_of(study, source)), self._show_codings
            )
        else:
            self.session.tasks.read(
                ("codings", ids),
                lambda: (source, codings_by_id(study, source, ids)),
                self._show_changed,
            )

    def _read_again(self) -> None:
        source = self.source_id
        if source is not None and source in self.lines:
            at = self.view.caret()
            self._wanted = (source, at, at)
            self.open_source(source)

    def _show_codings(self, found: tuple[int, tuple[CodingSpan, ...]]) -> None:
        source, codings = found
        if source == self.source_id:
            self.view.set_codings(codings)
            self._codings_shown()

    def _show_changed(self, found: tuple[int, Mapping[int, CodingSpan | None]]) -> None:
        source, codings = found
        if source != self.source_id:
            return
        for coding_id, span in codings.items():
            if span is None:
                self.view.remove_coding(coding_id)
            else:
                self.view.add_coding(span)
        self._codings_shown()

    def _codings_shown(self) -> None:
        self.coding.selected_changed(self.view.selected_coding())
        self.status_changed.emit()

    def _show_counts(self, counts: Mapping[int, int]) -> None:
        for source in self.lines:
            self.sources.model.count(source, counts.get(source, 0))

    # Menus and memos.

    def _excerpt_menu(self, at: QPoint, rows: list) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Open in the transcript")).triggered.connect(
            lambda: self.open_excerpt.emit(rows[0].source_id, rows[0].start, rows[0].end)
        )
        evidence = menu.addAction(self.tr("Add as evidence…"))
        evidence.triggered.connect(
            lambda: self.add_as_evidence.emit([row.excerpt_id for row in rows])
        )
        remove = menu.addAction(self.tr("Remove the coding"))
        remove.triggered.connect(
            lambda: self.coding.remove([row.coding_id for row in rows if row.coding_id])
        )
        for action in (evidence, remove):
            action.setEnabled(not self.session.read_only)
        context_menu.show(menu, at)

    def _source_memos(self) -> None:
        line = self.lines.get(self.source_id or 0)
        if line is not None:
            self.write_memo("source", line.id, line.reference)
