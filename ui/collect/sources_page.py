"""The sources of the study in a table: edited in place, opened, removed; details beside it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QTableView, QVBoxLayout, QWidget

from app.collect.removing import Loss, delete_sources, what_goes
from app.collect.sources import SourceRow, edit_source, source, sources
from app.design.sites import SiteRow, add_sites
from app.design.sites import sites as read_sites
from app.study import Changed, Study
from ui.collect.method_delegate import put_badges
from ui.collect.source_details import SourceDetails
from ui.design.pages import methods
from ui.session import Session
from ui.widgets.confirm import confirm
from ui.widgets.empty import EmptyState
from ui.widgets.record_table import Column, Option, RecordTable
from ui.widgets.splitter import RememberingSplitter

TOUCHED = (
    "source", "participation", "turn", "coding", "informant", "role", "category", "site",
)  # fmt: skip


class SourcesPage(QWidget):
    """Lists what was collected."""

    opened = Signal(int)
    files_wanted = Signal()
    folder_wanted = Signal()
    text_wanted = Signal()
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rows: dict[int, SourceRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        free = not session.read_only
        columns = [
            Column("reference", self.tr("Reference"), editable=free, width=90),
            Column("title", self.tr("Title"), editable=free, width=196),
            Column("method", self.tr("Method"), "choice", methods(), free, 136),
            Column("people", self.tr("Informants"), editable=False, width=100),
            Column("site_id", self.tr("Site"), "choice", (), free, 124, grows=True),
            Column("date", self.tr("Date"), "date", (), free, 100),
            Column("length", self.tr("Characters"), "number", editable=False, width=88),
            Column("codings", self.tr("Codings"), "number", editable=False, width=76),
        ]
        empty = EmptyState(
            "import",
            self.tr("No sources yet"),
            self.tr("Drop interviews, field notes, questionnaires or documents here, or a folder."),
            self.tr("Import files…"),
        )
        self.table = RecordTable(
            columns,
            name=self.tr("Sources"),
            new_label=self.tr("Import files…"),
            filter_label=self.tr("Filter sources…"),
            empty=empty,
        )
        self.folder = QPushButton(self.tr("Import a folder…"), self)
        self.text = QPushButton(self.tr("Type or paste a text…"), self)
        for button, signal in ((self.folder, self.folder_wanted), (self.text, self.text_wanted)):
            button.clicked.connect(signal)
            self.table.bar.addWidget(button)
            button.setEnabled(not session.read_only)
        put_badges(self.table, session.study.language)
        self.details = SourceDetails(session, self)
        splitter = RememberingSplitter("collect", parent=self)
        splitter.addWidget(self.table)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 1)
        splitter.set_first_sizes([980, 360])
        layout.addWidget(splitter)
        self.table.added.connect(self.files_wanted)
        self.table.edited.connect(self._edit)
        self.table.removed.connect(self._remove)
        self.table.chosen.connect(self._choose)
        self.table.menu_opening.connect(self._menu)
        self.table.table.setEditTriggers(
            self.table.table.editTriggers() & ~QTableView.EditTrigger.DoubleClicked
        )
        self.table.table.doubleClicked.connect(lambda _index: self._open())
        self.table.table.selectionModel().selectionChanged.connect(self._lock)
        self._lock()
        session.changed.connect(self._after_change)

    def refresh(self) -> None:
        """Read the sources again."""
        study = self.session.study
        self.session.tasks.read(
            "collected", lambda: (sources(study), read_sites(study)), self._show
        )

    def showEvent(self, event: object) -> None:
        self.refresh()

    def _show(self, found: tuple[list[SourceRow], list[SiteRow]]) -> None:
        rows, sites = found
        self.rows = {row.id: row for row in rows}
        self.table.set_options("site_id", [Option(site.id, site.name) for site in sites])
        self.table.set_rows([_shown(row) for row in rows])
        self._lock()
        self._choose(self.table.current_id())
        self.counted.emit(len(rows))

    def _lock(self) -> None:
        if self.session.read_only:
            self.table.new_button.setEnabled(False)
            self.table.delete_button.setEnabled(False)

    def _choose(self, source_id: Any) -> None:
        row = self.rows.get(source_id)
        self.details.setVisible(row is not None)
        self.details.show_source(row)

    def _open(self) -> None:
        current = self.table.current_id()
        if current in self.rows:
            self.opened.emit(current)

    def _edit(self, source_id: Any, key: str, value: Any) -> None:
        study = self.session.study
        if self.session.read_only:
            return
        if key == "site_id" and isinstance(value, str):
            self.session.change(lambda: _put_at(study, source_id, value), failed=self._failed)
            return
        self.session.change(
            lambda: edit_source(study, source_id, **{key: value}), failed=self._failed
        )

    def _failed(self, error: Exception) -> None:
        self.session.tasks.problem.emit(error)
        self.refresh()

    def _menu(self, menu: QMenu, ids: list[int]) -> None:
        if not ids:
            return
        first = menu.actions()[0] if menu.actions() else None
        action = menu.addAction(self.tr("Read and code it"))
        action.triggered.connect(lambda: self.opened.emit(ids[0]))
        if first is not None:
            menu.insertAction(first, action)

    def _remove(self, ids: list[int]) -> None:
        study = self.session.study
        if not self.session.read_only:
            self.session.tasks.read(
                "what-goes", lambda: what_goes(study, ids), lambda loss: self._ask(ids, loss)
            )

    def _ask(self, ids: list[int], loss: Loss) -> None:
        study = self.session.study
        losses = [
            words
            for words, count in (
                (self.tr("%n source(s)", "", loss.sources), loss.sources),
                (self.tr("%n coding(s)", "", loss.codings), loss.codings),
                (self.tr("%n piece(s) of evidence", "", loss.evidence), loss.evidence),
                (self.tr("%n memo(s)", "", loss.memos), loss.memos),
            )
            if count
        ]
        if confirm(
            self,
            self.tr("Delete the sources?"),
            self.tr("These go with them; undo brings them back:"),
            self.tr("Delete"),
            losses=losses,
        ):
            self.session.change(lambda: delete_sources(study, ids))

    def _after_change(self, changed: Changed) -> None:
        if changed.touches("source") or (self.isVisible() and changed.touches(*TOUCHED)):
            self.refresh()


def _put_at(study: Study, source_id: int, site: str) -> None:
    """Put a source at a site by its name; one that the study has not yet is made, in one step."""
    reference = source(study, source_id).reference
    with study.change("collect.history.edited", source=reference):
        (site_id,) = add_sites(study, [{"name": site}])
        edit_source(study, source_id, site_id=site_id)


def _shown(row: SourceRow) -> dict[str, Any]:
    people = ", ".join(p.code or p.category for p in row.participants)
    return {
        "id": row.id,
        "reference": row.reference,
        "title": row.title,
        "method": row.method,
        "people": people,
        "site_id": row.site_id,
        "date": row.date,
        "length": row.length,
        "codings": row.codings,
    }
