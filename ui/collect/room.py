"""The collect room: the sources, what is being imported, and the design of the study."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.study import Changed
from ui.collect.attachments_page import AttachmentsPage
from ui.collect.import_page import ImportPage
from ui.collect.sources_page import SourcesPage
from ui.collect.text_page import TextPage
from ui.design import pages
from ui.design.coverage_page import CoveragePage
from ui.design.informants_page import InformantsPage
from ui.design.study_page import StudyPage
from ui.folders import documents_folder
from ui.session import Session
from ui.widgets.pills import PillRow


class CollectRoom(QWidget):
    """A row of tabs: what was collected, and from whom it was to be."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()
    files_wanted = Signal(list)
    """Files and folders are to come in: the window knows which of them are projects."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setAcceptDrops(True)
        self.names = {
            "sources": self.tr("Sources"),
            "study": self.tr("Study"),
            "questions": self.tr("Research questions"),
            "sites": self.tr("Sites"),
            "categories": self.tr("Categories"),
            "roles": self.tr("Roles"),
            "informants": self.tr("Informants"),
            "instruments": self.tr("Instruments"),
            "coverage": self.tr("Coverage"),
            "coders": self.tr("Coders"),
            "attachments": self.tr("Attachments"),
        }
        self._make_tab = {
            "study": StudyPage,
            "questions": pages.QuestionsPage,
            "sites": pages.SitesPage,
            "categories": pages.CategoriesPage,
            "roles": pages.RolesPage,
            "informants": InformantsPage,
            "instruments": pages.InstrumentsPage,
            "coverage": CoveragePage,
            "coders": pages.CodersPage,
            "attachments": AttachmentsPage,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QFrame(self)
        bar.setProperty("rule", "bottom")
        inner = QHBoxLayout(bar)
        inner.setContentsMargins(14, 8, 14, 8)
        self.pills = PillRow(list(self.names.items()), bar)
        self.pills.chosen.connect(self.show_tab)
        inner.addWidget(self.pills)
        inner.addStretch()
        column.addWidget(bar)
        self.stack = QStackedWidget(self)
        column.addWidget(self.stack)
        self.sources = SourcesPage(session, self)
        self.importing = ImportPage(session, self)
        self.text = TextPage(self)
        self.tabs: dict[str, QWidget] = {"sources": self.sources}
        for page in (self.sources, self.importing, self.text):
            self.stack.addWidget(page)
        self._actions = [
            self._action(self.tr("Import a folder…"), self._choose_folder),
            self._action(self.tr("Type or paste a text…"), self._write_text),
        ]
        self._connect()
        self.show_tab("sources")

    def title(self) -> str:
        return self.tr("Collect")

    def status_text(self) -> str:
        count = self.tr("%n source(s)", "", len(self.sources.rows))
        return f"{self.names[self.tab]} · {count}"

    def actions_by_menu(self) -> dict[str, list[QAction]]:
        return {"file": self._actions}

    def refresh(self, _changed: Changed | None = None) -> None:
        """Read the page that is shown again; each page follows changes by itself."""
        page = self.stack.currentWidget()
        if hasattr(page, "refresh"):
            page.refresh()

    def show_tab(self, name: str) -> None:
        """Show a page of the study design, or the sources."""
        self.tab = name
        if name not in self.tabs:
            tab = self.tabs[name] = self._make_tab[name](self.session, self)
            self.stack.addWidget(tab)
            if isinstance(tab, CoveragePage):
                tab.place_wanted.connect(self.show_tab)
        self.pills.set_current(name)
        unfinished = name == "sources" and self.importing.active
        self.stack.setCurrentWidget(self.importing if unfinished else self.tabs[name])
        self.status_changed.emit()

    def bring_in(self, paths: list[Path]) -> None:
        """Bring files and folders in: they are read, shown, and imported when one says so."""
        if paths and not self.session.read_only:
            self.importing.bring_in(paths)
            self.show_tab("sources")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.session.read_only and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_wanted.emit(_dropped(event))

    def _connect(self) -> None:
        self.sources.opened.connect(lambda source: self.open_excerpt.emit(source, 0, 0))
        self.sources.files_wanted.connect(self._choose_files)
        self.sources.folder_wanted.connect(self._choose_folder)
        self.sources.text_wanted.connect(self._write_text)
        self.importing.finished.connect(lambda: self.show_tab("sources"))
        self.text.closed.connect(lambda: self.show_tab("sources"))
        self.text.written.connect(lambda path: self.bring_in([path]))
        self.sources.counted.connect(lambda _count: self.status_changed.emit())

    def _action(self, words: str, act: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.setEnabled(not self.session.read_only)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _write_text(self) -> None:
        self.show_tab("sources")
        self.stack.setCurrentWidget(self.text)

    def _choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Import files"), str(documents_folder())
        )
        if paths:
            self.files_wanted.emit([Path(path) for path in paths])

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, self.tr("Import a folder"), str(documents_folder())
        )
        if path:
            self.files_wanted.emit([Path(path)])


def _dropped(event: QDropEvent) -> list[Path]:
    """Return the files and folders of a drop; studies are opened by the window instead."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix != ".tilik"]
