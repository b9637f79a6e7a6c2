"""Attachments that came with a project of another program: listed, shown, saved, deleted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from app.collect.attachments import (
    AttachmentRow,
    PartRow,
    attachments,
    carried_besides,
    delete_attachments,
    parts_of,
    place_words,
    save_attachment,
)
from app.study import Changed
from ui.collect.attachment_view import AttachmentView
from ui.folders import documents_folder
from ui.language import in_words, ui_language
from ui.session import Session
from ui.widgets.empty import EmptyState
from ui.widgets.record_table import Column, RecordTable
from ui.widgets.splitter import RememberingSplitter

ENTITIES = ("attachment", "attachment_part", "part_coding", "code", "source", "study_set", "link")
BESIDE = 5
"""The column with the source that an attachment stands beside: hidden where none does."""
NAMED = 12
"""So many sets and links are named under the list."""


class AttachmentsPage(QWidget):
    """The attachments; beside them how the chosen one looks, and under that its selections."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rows: Sequence[AttachmentRow] = ()
        self.parts: Sequence[PartRow] = ()
        self._stale = True
        self._opened = QTemporaryDir()
        """Where copies stand that another program was asked to open."""
        self.table = self._table()
        self.selections = self._selections()
        self.besides = QLabel(self)
        self.besides.setProperty("kind", "small")
        self.besides.setWordWrap(True)
        self.besides.setContentsMargins(14, 6, 14, 8)
        self.view = AttachmentView(session, self)
        self.view.part_chosen.connect(self.selections.choose)
        looks = RememberingSplitter("attachment-looks", Qt.Orientation.Vertical, self)
        looks.addWidget(self.view)
        looks.addWidget(self.selections)
        looks.set_first_sizes([520, 220])
        halves = RememberingSplitter("attachments", parent=self)
        halves.addWidget(self.table)
        halves.addWidget(looks)
        halves.set_first_sizes([500, 680])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(halves, 1)
        column.addWidget(self.besides)
        session.changed.connect(self._follow)

    def _table(self) -> RecordTable:
        columns = [
            Column("name", self.tr("Name"), editable=False, width=150),
            Column("kind", self.tr("Kind"), editable=False, width=78),
            Column("size", self.tr("Size"), editable=False, width=104),
            Column("parts", self.tr("Selections"), "number", editable=False, width=84),
            Column("codings", self.tr("Codings"), "number", editable=False, width=76),
            Column("beside", self.tr("Beside"), editable=False, width=90),
        ]
        empty = EmptyState(
            "file",
            self.tr("No attachments"),
            self.tr("Pictures, PDF, recordings and films of an imported project are kept here."),
        )
        table = RecordTable(
            columns, name=self.tr("Attachments"), empty=empty, adds=False, parent=self
        )
        table.set_read_only(self.session.read_only)
        table.removed.connect(self._remove)
        table.chosen.connect(lambda _id: self._read_parts())
        self.open_button = QPushButton(self.tr("Open"), table)
        self.open_button.setToolTip(self.tr("Open a copy with the program that the system has"))
        self.open_button.clicked.connect(self.open_chosen)
        self.save_button = QPushButton(self.tr("Save a copy…"), table)
        self.save_button.clicked.connect(self._ask_where)
        for button in (self.open_button, self.save_button):
            table.bar.addWidget(button)
        return table

    def _selections(self) -> RecordTable:
        columns = [
            Column("place", self.tr("Where"), editable=False, width=260),
            Column("codes", self.tr("Codes"), editable=False, width=170),
            Column("name", self.tr("Words"), editable=False, width=200),
        ]
        table = RecordTable(columns, name=self.tr("Selections"), adds=False, parent=self)
        table.set_read_only(True)
        table.delete_button.hide()
        table.chosen.connect(self._choose_part)
        return table

    def _choose_part(self, part: object) -> None:
        self.view.choose(part if isinstance(part, int) else None)

    # --- showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the attachments again, when they can be seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            study = self.session.study
            self.session.tasks.read(
                ("attachments", id(self)),
                lambda: (attachments(study), carried_besides(study)),
                lambda found: self._show(*found),
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _follow(self, changed: Changed) -> None:
        if changed.touches(*ENTITIES):
            self.refresh()

    def _show(self, rows: Sequence[AttachmentRow], besides: dict[str, list[str]]) -> None:
        self.rows = rows
        self.table.set_rows(
            [
                {
                    "id": row.id,
                    "name": row.name or row.file_name,
                    "kind": in_words(f"attachments.kind.{row.kind}"),
                    "size": self._size(row),
                    "parts": row.parts,
                    "codings": row.codings,
                    "beside": row.beside,
                }
                for row in rows
            ]
        )
        self.table.table.setColumnHidden(BESIDE, not any(row.beside for row in rows))
        if rows and self.table.current_id() is None:
            self.table.table.selectRow(0)
        said = []
        if besides["sets"]:
            names = _some(besides["sets"])
            said.append(self.tr("Also carried, sets: {names}.").format(names=names))
        if besides["links"]:
            names = _some(besides["links"])
            said.append(self.tr("Also carried, links: {names}.").format(names=names))
        self.besides.setText(" ".join(said))
        self.besides.setVisible(bool(said))
        self._read_parts()

    def _size(self, row: AttachmentRow) -> str:
        if not row.held:
            return self.tr("not held")
        return self.locale().formattedDataSize(row.size, 1)

    def chosen(self) -> AttachmentRow | None:
        """Return the attachment that is chosen."""
        current = self.table.current_id()
        return next((row for row in self.rows if row.id == current), None)

    def _read_parts(self) -> None:
        row, study = self.chosen(), self.session.study
        for button in (self.open_button, self.save_button):
            button.setEnabled(row is not None and row.held)
        if row is None:
            self._show_parts(())
            return
        key = row.id
        self.session.tasks.read(
            ("attachment-parts", id(self)), lambda: parts_of(study, key), self._show_parts
        )

    def _show_parts(self, parts: Sequence[PartRow]) -> None:
        self.parts = parts
        self.selections.set_rows(
            [
                {
                    "id": part.id,
                    "place": place_words(part.place, ui_language()),
                    "codes": part.codes,
                    "name": part.name or part.description,
                }
                for part in parts
            ]
        )
        self.view.show_attachment(self.chosen(), [part for part in parts if part.id])

    # --- files ----------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        row = self.chosen()
        if row is None:
            return
        first = documents_folder() / Path(row.file_name or row.name).name
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), str(first))
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write the bytes of the chosen attachment to a file."""
        row, study = self.chosen(), self.session.study
        if row is not None:
            key = row.id
            self.session.tasks.read(
                ("attachment-save", key),
                lambda: save_attachment(study, key, path),
                lambda _none: None,
            )

    def open_chosen(self) -> None:
        """Open a copy of the chosen attachment with the system's program for it."""
        row, study = self.chosen(), self.session.study
        if row is None:
            return
        key, path = row.id, Path(self._opened.path()) / Path(row.file_name or row.name).name
        self.session.tasks.read(
            ("attachment-open", key),
            lambda: save_attachment(study, key, path),
            lambda _none: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )

    def _remove(self, ids: list[int]) -> None:
        study = self.session.study
        self.session.change(lambda: delete_attachments(study, ids))


def _some(names: Sequence[str]) -> str:
    rest = "" if len(names) <= NAMED else " …"
    return ", ".join(names[:NAMED]) + rest
