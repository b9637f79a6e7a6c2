"""Summaries: forms on sources and sites, and what each site gave for each question."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.report.summary_files import ENDINGS, write_account_sheet, write_forms
from app.study import Changed
from ui.folders import documents_folder
from ui.language import in_words, ui_language
from ui.reduce.summaries.account_pane import AccountPane
from ui.reduce.summaries.forms_pane import FormsPane
from ui.session import Session
from ui.widgets.pills import PillRow

FORMS, SHEET = "forms", "sheet"
BAR = 44
ENTITIES = (
    *("summary", "form", "source", "site", "account", "research_question", "code", "coding"),
    *("excerpt", "participation", "informant", "turn", "text_edit", "coder"),
)


class SummariesPage(QWidget):
    """Two views: the forms, and the site data accounting sheet."""

    open_excerpt = Signal(int, int, int)
    choose_code = Signal(int)
    status_changed = Signal()
    go_to_stage = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = True
        self.forms = FormsPane(session, self)
        self.sheet = AccountPane(session, self)
        self.views: dict[str, Any] = {FORMS: self.forms, SHEET: self.sheet}
        self.pills = PillRow([(FORMS, self.tr("Forms")), (SHEET, self.tr("Data accounting"))], self)
        self.save = QPushButton(self.tr("Save as…"), self)
        self._make_actions()
        self._arrange()
        self._connect()
        self.setFocusProxy(self.forms.subjects.list)

    def _make_actions(self) -> None:
        self.save_forms = QAction(self.tr("Save the summary forms…"), self)
        self.save_sheet = QAction(self.tr("Save the data accounting sheet…"), self)
        self.save_forms.triggered.connect(lambda: self._ask_where(FORMS))
        self.save_sheet.triggered.connect(lambda: self._ask_where(SHEET))
        self.save.clicked.connect(lambda: self._ask_where(self.current()))

    def _arrange(self) -> None:
        bar = QFrame(self)
        bar.setProperty("rule", "bottom")
        bar.setFixedHeight(BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.pills)
        row.addStretch(1)
        row.addWidget(self.save)
        self.stack = QStackedWidget(self)
        for view in self.views.values():
            self.stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.pills.chosen.connect(self.show_view)
        self.forms.open_excerpt.connect(self.open_excerpt)
        self.sheet.open_excerpt.connect(self.open_excerpt)
        self.forms.import_wanted.connect(lambda: self.go_to_stage.emit("collect"))
        self.sheet.design_wanted.connect(lambda: self.go_to_stage.emit("collect"))
        self.forms.subjects.chosen.connect(lambda _entity, _row: self.status_changed.emit())
        self.session.changed.connect(self.refresh)

    # --- what the room asks ----------------------------------------------------------------

    def actions_of_page(self) -> list[QAction]:
        """Return what can be done on the page, for the menu."""
        return [self.save_forms, self.save_sheet]

    def status_text(self) -> str:
        words: str = self.views[self.current()].status_text()
        return words

    def current(self) -> str:
        """Return which view is shown."""
        return str(self.pills.current())

    def show_view(self, key: object) -> None:
        """Go to the forms or to the sheet."""
        self.views[self.current()].flush()
        self.pills.set_current(key)
        self.stack.setCurrentWidget(self.views[str(key)])
        self.views[str(key)].read()
        self.status_changed.emit()

    def show_form(self, on_entity: str, on_id: int) -> None:
        """Show the form of a source ("source") or a site ("site")."""
        self.show_view(FORMS)
        self.forms.choose(on_entity, on_id)

    def refresh(self, changed: Changed | None = None) -> None:
        """Show the study as it is now; later, where the page is not seen."""
        if changed is None or changed.touches(*ENTITIES):
            self._stale = True
        if self._stale and self.isVisible():
            self._stale = False
            self.views[self.current()].read()
            self.status_changed.emit()

    def showEvent(self, event: object) -> None:
        self.refresh(Changed())

    def hideEvent(self, event: QHideEvent) -> None:
        self.views[self.current()].flush()
        super().hideEvent(event)

    # --- files -----------------------------------------------------------------------------

    def save_to(self, view: str, path: Path) -> None:
        """Write the forms or the sheet to a file."""
        for pane in self.views.values():
            pane.flush()
        study, language = self.session.study, ui_language()

        def write(_progress: object, _cancelled: object) -> None:
            if view == FORMS:
                write_forms(study, path, language=language)
            else:
                write_account_sheet(study, path, language)

        # On the writer: what was just written in a form is to be in the file.
        self.session.tasks.run(self.tr("Saving {name}").format(name=path.name), write)

    def _ask_where(self, view: str) -> None:
        key = "forms_title" if view == FORMS else "sheet_title"
        first = documents_folder() / f"{in_words(f'summaries.print.{key}')}{ENDINGS[0]}"
        kinds = {
            ".docx": self.tr("Word document (*.docx)"),
            ".xlsx": self.tr("Workbook (*.xlsx)"),
        }
        path, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save as"), str(first), ";;".join(kinds.values())
        )
        if path:
            chosen = Path(path)
            if chosen.suffix.lower() not in ENDINGS:
                ending = next(e for e, words in kinds.items() if words == (kind or words))
                chosen = chosen.with_name(f"{chosen.name}{ending}")
            self.save_to(view, chosen)
