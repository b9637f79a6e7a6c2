"""The summary form of a source in a pane beside its transcript: filled while one reads."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.reduce.summarising.fields import form_name
from app.reduce.summarising.filling import FILLED, PARTLY, SOURCE, FilledForm, filled_form
from app.study import Changed
from ui.language import ui_language
from ui.reduce.summaries.form_view import FormView
from ui.reduce.summaries.saving import save
from ui.session import Session
from ui.widgets.pane_header import PaneHeader

ENTITIES = frozenset({"summary", "form", "source", "site", "participation", "informant", "coder"})


class SideForm(QFrame):
    """Follows the source that is read; hidden, it reads nothing."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.source_id = 0
        self._stale = self._beginning = False
        self.setMinimumWidth(250)
        self.header = PaneHeader(self.tr("Summary"), link=self.tr("Close"), parent=self)
        self.header.link_clicked.connect(self.close_pane)
        self.view = FormView(self, read_only=session.read_only)
        self.view.answered.connect(lambda *said: save(self.session, *said))
        self.note = QLabel(self)
        self.note.setProperty("kind", "small")
        self.note.setContentsMargins(14, 4, 14, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.view, 1)
        column.addWidget(self.note)
        session.changed.connect(self._after_change)
        self.hide()

    def show_source(self, source_id: int) -> None:
        """Show the form of a source; 0 is none. What was written before is kept."""
        if source_id == self.source_id and not self._stale:
            return
        self.view.flush()
        self.source_id = source_id
        self._read()

    def begin(self) -> None:
        """Show the pane, with the cursor in the first empty field once the form is read."""
        self._beginning = True
        self.show()
        self._read()

    def close_pane(self) -> None:
        """Keep what was written and go."""
        self.view.flush()
        self.hide()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        self.view.flush()
        super().hideEvent(event)

    def _after_change(self, changed: Changed) -> None:
        if changed.touches(*ENTITIES):
            self._read()

    def _read(self) -> None:
        self._stale = not self.isVisible()
        if not self.source_id:
            self.close_pane()
        if self._stale or not self.source_id:
            return
        study, source, language = self.session.study, self.source_id, ui_language()
        self.session.tasks.read(
            ("side-form", id(self)),
            lambda: filled_form(study, SOURCE, source, language),
            self._show,
            lambda _gone: None,  # the source was deleted: another one is opened
        )

    def _show(self, form: FilledForm) -> None:
        if form.on_id != self.source_id:
            return
        self.view.show_form(form)
        self.header.set_title(f"{form_name(form.kind, ui_language())} · {form.name}")
        said = {FILLED: self.tr("Filled"), PARTLY: self.tr("Partly filled")}
        state = said.get(form.state, self.tr("Saved as you write"))
        by = self.tr("by {coder}").format(coder=form.coder) if form.coder else ""
        self.note.setText(" · ".join(part for part in (state, by) if part))
        beginning, self._beginning = self._beginning, False
        field = self.view.first_empty() if beginning else None
        if field is not None:
            field.setFocus()
