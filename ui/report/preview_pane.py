"""What the section that is looked at will look like in the report."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from app.errors import StudyProblem
from app.report.paper import STYLE
from app.report.preview import Preview, preview
from app.report.recipe import ReportRecipe
from ui.language import in_words, ui_language
from ui.session import Session
from ui.theme import serif_font, theme
from ui.widgets.empty import EmptyState
from ui.widgets.pane_header import PaneHeader

PAUSE = 250
"""Milliseconds after the last change before a section is worked out."""


class PreviewPane(QFrame):
    """One section at a time, worked out off the GUI thread; a newer wish stops the older one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setProperty("rule", "right")
        self.header = PaneHeader(self.tr("Preview"))
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName(self.tr("Preview of the section"))
        self.browser.setFont(serif_font(12))
        self.browser.document().setDocumentMargin(28)
        self.empty = EmptyState("report", "", "", parent=self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.browser)
        self.stack.addWidget(self.empty)
        self.note = QLabel(self)
        self.note.setProperty("kind", "small")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(28, 6, 28, 8)
        self.note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.header, self.stack, self.note):
            layout.addWidget(widget)
        self._wish: tuple[ReportRecipe, str] | None = None
        self._shown: tuple[str, Preview] | None = None
        self._number = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._work)
        theme().changed.connect(self._dress)
        self._style()

    def ask(self, recipe: ReportRecipe, section: str, *, now: bool = False) -> None:
        """Show `section` as the recipe would write it, after a pause, or `now`."""
        if self._wish is not None and self._wish[1] != section:
            self._clear()
        self._wish = (recipe, section)
        self._number += 1
        self.header.set_title(in_words(f"report.sections.{section}"))
        self.header.set_count(self.tr("working it out…"))
        self._pause.start(0 if now else PAUSE)

    def stop(self) -> None:
        """Let go of a section that is not wanted any more."""
        self._number += 1
        self._pause.stop()

    def _clear(self) -> None:
        """Show nothing rather than another section under this one's name."""
        self._shown = None
        self.browser.clear()
        self.note.hide()
        self.stack.setCurrentWidget(self.browser)

    def _work(self) -> None:
        if self._wish is None:
            return
        (recipe, section), number, study = self._wish, self._number, self.session.study
        self.session.tasks.read(
            "report preview",
            lambda: preview(study, recipe, section, lambda: number != self._number),
            lambda found: self._show(section, found),
            self._failed,
        )

    def _show(self, section: str, found: Preview | None) -> None:
        if found is None:
            return
        self.header.set_count(None)
        self.note.setVisible(bool(found.html) and not found.whole)
        self.note.setText(self.tr("The preview shows the beginning; the report holds all of it."))
        if not found.html:
            self.empty.set_words(
                self.tr("Nothing to write here yet"),
                self.tr("The study holds nothing for this section, so the report leaves it out."),
            )
            self.stack.setCurrentWidget(self.empty)
            self._shown = None
            return
        if self._shown == (section, found) and self.stack.currentWidget() is self.browser:
            return
        stays = self._shown is not None and self._shown[0] == section
        at = self.browser.verticalScrollBar().value() if stays else 0
        self._shown = (section, found)
        self.browser.setHtml(found.html)
        self.browser.verticalScrollBar().setValue(at)
        self.stack.setCurrentWidget(self.browser)

    def _failed(self, error: Exception) -> None:
        self.header.set_count(None)
        if not isinstance(error, StudyProblem):
            self.session.tasks.problem.emit(error)
            return
        self._shown = None
        said = error.sentence(ui_language())
        self.empty.set_words(self.tr("This section cannot be shown"), said)
        self.note.hide()
        self.stack.setCurrentWidget(self.empty)

    def _style(self) -> None:
        ground, ink = theme().color("accent_ground").name(), theme().color("ink").name()
        line = theme().color("line_strong").name()
        style = STYLE.replace("#e2f0ef", ground).replace("#22262b", ink)
        style += f"table{{border-collapse:collapse;border-style:solid;border-color:{line}}}"
        self.browser.document().setDefaultStyleSheet(style)

    def _dress(self) -> None:
        self._style()
        if self._shown is not None:
            self.browser.setHtml(self._shown[1].html)
