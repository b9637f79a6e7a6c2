"""Sources and sites with their forms, the transcript beside them where it is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.reduce.summarising.fields import form_name
from app.reduce.summarising.filling import (
    SOURCE,
    FilledForm,
    SummaryLine,
    filled_form,
    summary_lines,
)
from app.reduce.transcript import Transcript
from app.reduce.transcripts import transcript
from ui.language import ui_language
from ui.reduce.summaries.form_editor import FormEditor
from ui.reduce.summaries.form_view import FormView
from ui.reduce.summaries.saving import save
from ui.reduce.summaries.subjects_list import SubjectsList
from ui.reduce.transcript.view import TranscriptView
from ui.session import Session
from ui.widgets.empty import EmptyState
from ui.widgets.pane_header import PaneHeader
from ui.widgets.splitter import RememberingSplitter

TRANSCRIPT = frozenset({"source", "turn", "coding", "code", "excerpt", "text_edit"})
NOTHING = Transcript(0, "", "", "")


class FormsPane(QWidget):
    """A list, the form of what is chosen in it, and its text."""

    open_excerpt = Signal(int, int, int)
    import_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.lines: Sequence[SummaryLine] = ()
        self.subjects = SubjectsList(self)
        self.header = PaneHeader("", parent=self)
        self.title = QLabel(self)
        self.title.setProperty("kind", "soft")
        self.title.setContentsMargins(14, 0, 14, 4)
        self.title.setWordWrap(True)
        self.view = FormView(self, read_only=session.read_only)
        self.editor = FormEditor(session, self)
        self.text = TranscriptView(self)
        self.text.viewport().setAcceptDrops(False)
        self._make_buttons()
        self._arrange()
        self._connect()

    def _make_buttons(self) -> None:
        self.change = QPushButton(self.tr("Change the form"), self)
        self.change.setEnabled(not self.session.read_only)
        self.beside = QPushButton(self.tr("Read beside"), self)
        self.beside.setCheckable(True)
        self.beside.setToolTip(self.tr("Show the text of the source beside its form"))
        self.go = QPushButton(self.tr("Open to code"), self)
        self.go.setToolTip(self.tr("Open this source where it is coded"))

    def _arrange(self) -> None:
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 0, 14, 8)
        buttons.setSpacing(8)
        for button in (self.beside, self.go, self.change):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(self.header)
        column.addWidget(self.title)
        column.addLayout(buttons)
        column.addWidget(self.view, 1)
        form.setMinimumWidth(300)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(form)
        self.middle.addWidget(self.editor)
        self.split = RememberingSplitter("reduce-summaries", parent=self)
        for pane in (self.subjects, self.middle, self.text):
            self.split.addWidget(pane)
        self.split.setStretchFactor(1, 1)
        self.split.set_first_sizes([280, 560, 516])
        self.text.hide()
        self.empty = EmptyState(
            "document",
            self.tr("Nothing to sum up yet"),
            self.tr(
                "Every interview, observation and document gets a summary here, and every "
                "site a case summary."
            ),
            "" if self.session.read_only else self.tr("Import sources"),
            self,
        )
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.split)
        self.pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _connect(self) -> None:
        self.subjects.chosen.connect(lambda _entity, _row: self._read_form())
        self.view.answered.connect(lambda *said: save(self.session, *said))
        self.change.clicked.connect(self._change_form)
        self.editor.closed.connect(lambda: self.middle.setCurrentIndex(0))
        self.beside.toggled.connect(self._show_beside)
        self.go.clicked.connect(self._go)
        self.empty.acted.connect(self.import_wanted)

    # --- reading ---------------------------------------------------------------------------

    def read(self) -> None:
        """Read list, form and text again."""
        study, language = self.session.study, ui_language()
        self.session.tasks.read(
            ("summary-lines", id(self)), lambda: summary_lines(study, language), self._show_lines
        )
        if self.middle.currentWidget() is self.editor:
            self.editor.refresh()

    def flush(self) -> None:
        """Have what was written kept now."""
        self.view.flush()

    def choose(self, on_entity: str, on_id: int) -> None:
        """Show the form of a source or a site."""
        self.subjects.choose((on_entity, on_id))

    def status_text(self) -> str:
        """Return how many forms have an answer."""
        begun = sum(line.answered > 0 for line in self.lines)
        return self.tr("{begun} of {total} forms begun").format(begun=begun, total=len(self.lines))

    def _show_lines(self, lines: Sequence[SummaryLine]) -> None:
        self.lines = lines
        self.pages.setCurrentIndex(0 if lines else 1)
        self.subjects.show_lines(lines)
        known = {(line.on_entity, line.on_id) for line in lines}
        if lines and self.subjects.current() not in known:
            self.subjects.choose_first()
        elif lines:
            self._read_form()

    def _read_form(self) -> None:
        key = self.subjects.current()
        if key is None:
            return
        study, language = self.session.study, ui_language()
        self.session.tasks.read(
            ("summary-form", id(self)), lambda: filled_form(study, *key, language), self._show_form
        )
        self._read_text()

    def _show_form(self, form: FilledForm) -> None:
        if (form.on_entity, form.on_id) != self.subjects.current():
            return
        self.view.show_form(form)
        self.header.set_title(f"{form_name(form.kind, ui_language())} · {form.name}")
        self.title.setText(form.title)
        self.title.setVisible(form.on_entity == SOURCE)
        for button in (self.beside, self.go):
            button.setVisible(form.on_entity == SOURCE)
        self.text.setVisible(self.beside.isChecked() and form.on_entity == SOURCE)
        if self.middle.currentWidget() is self.editor and self.editor.kind != form.kind:
            self.editor.show_form(form.kind)

    # --- the text beside -------------------------------------------------------------------

    def _show_beside(self, _on: bool) -> None:
        key = self.subjects.current()
        self.text.setVisible(self.beside.isChecked() and key is not None and key[0] == SOURCE)
        self._read_text()

    def _read_text(self) -> None:
        key = self.subjects.current()
        if key is None or key[0] != SOURCE or not self.beside.isChecked():
            return
        study = self.session.study
        self.session.tasks.read(
            ("summary-text", id(self)), lambda: transcript(study, key[1]), self._show_text
        )

    def _show_text(self, found: Transcript) -> None:
        same = self.text.reading.transcript.source_id == found.source_id
        if found != self.text.reading.transcript:
            self.text.set_transcript(found, keep_place=same)

    def _go(self) -> None:
        key = self.subjects.current()
        if key is not None and key[0] == SOURCE:
            self.flush()
            self.open_excerpt.emit(key[1], 0, 0)

    def _change_form(self) -> None:
        if self.view.form is not None:
            self.flush()
            self.editor.show_form(self.view.form.kind)
            self.middle.setCurrentWidget(self.editor)
