"""Beside the sources: who speaks in the chosen one and as what, its speakers, place, note, file."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.collect.originals import export_original
from app.collect.participants import Capacity, set_participants
from app.collect.sources import SourceRow, edit_source
from app.collect.speaker_labels import SpeakerRow, find_turns_again, set_speaker, speaker_labels
from app.design.categories import categories
from app.design.informants import informants
from app.design.roles import roles
from ui.collect.speaker_choices import NOBODY, RESEARCHER, Label, SpeakerChoices
from ui.folders import documents_folder
from ui.session import Session
from ui.widgets.icons import icon
from ui.widgets.pane_header import PaneHeader

ITSELF = -1
"""Value of an informants' box: the source as its own unit."""


class _Note(QPlainTextEdit):
    def __init__(self, page: "SourceDetails") -> None:
        super().__init__()
        self._page = page
        self.setProperty("field", True)
        self.setFixedHeight(90)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._page.save_words()


class SourceDetails(QFrame):
    """Edits what does not fit into a row of the table."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.row: SourceRow | None = None
        self._known: Any = ([], [], [], [])
        self.setProperty("rule", "left")
        self.setMinimumWidth(280)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.header = PaneHeader(self.tr("Source"))
        outer.addWidget(self.header)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.page = QWidget()
        self._column = QVBoxLayout(self.page)
        self._column.setContentsMargins(14, 4, 14, 14)
        self._column.setSpacing(6)
        self._people = QVBoxLayout()
        self.speakers = SpeakerChoices()
        self.speakers.tied.connect(self._set_speaker)
        self._column.addWidget(_section(self.tr("Who speaks, and as what"), self.page))
        self._column.addLayout(self._people)
        self.add = QPushButton(self.tr("Add an informant"), self.page)
        self.add.setProperty("link", True)
        self.add.clicked.connect(self._add_person)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.speakers_head = _section(self.tr("Speakers in the text"), self.page)
        self._column.addWidget(self.speakers_head)
        self._column.addWidget(self.speakers)
        self.again = QPushButton(self.tr("Find the speakers again"), self.page)
        self.again.setProperty("link", True)
        self.again.clicked.connect(self._find_again)
        self._column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(_section(self.tr("Place"), self.page))
        self.place = QLineEdit(self.page)
        self.place.setAccessibleName(self.tr("Place"))
        self.place.editingFinished.connect(self.save_words)
        self._column.addWidget(self.place)
        self._column.addWidget(_section(self.tr("Note"), self.page))
        self.note = _Note(self)
        self.note.setAccessibleName(self.tr("Note"))
        self._column.addWidget(self.note)
        self.file = QLabel(self.page)
        self.file.setProperty("kind", "small")
        self.file.setWordWrap(True)
        self._column.addWidget(self.file)
        self.export = QPushButton(self.tr("Save the original file…"), self.page)
        self.export.clicked.connect(self._export)
        self._column.addWidget(self.export, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        scroll.setWidget(self.page)
        outer.addWidget(scroll)
        for widget in (self.add, self.again, self.speakers, self.place, self.note):
            widget.setEnabled(not session.read_only)

    def show_source(self, row: SourceRow | None) -> None:
        """Show a source, or none."""
        if self.row is not None and (row is None or row.id != self.row.id):
            self.save_words()
        self.row = row
        self.page.setVisible(row is not None)
        self.header.set_title(row.reference if row is not None else self.tr("Source"))
        if row is None:
            return
        if not self.place.hasFocus():
            self.place.setText(row.place)
        if not self.note.hasFocus():
            self.note.setPlainText(row.note)
        self.file.setText(row.file_name)
        self.export.setVisible(bool(row.file_name))
        study, key = self.session.study, row.id

        def read() -> tuple[Any, ...]:
            return (
                key,
                informants(study),
                roles(study),
                categories(study),
                speaker_labels(study, key),
            )

        self.session.tasks.read("source-details", read, self._show)

    def save_words(self) -> None:
        """Save place and note, if they were changed."""
        row, study = self.row, self.session.study
        if row is None or self.session.read_only:
            return
        place, note = self.place.text().strip(), self.note.toPlainText().strip()
        if (place, note) != (row.place, row.note):
            key = row.id
            self.session.change(lambda: edit_source(study, key, place=place, note=note))

    def _show(self, found: tuple[Any, ...]) -> None:
        key, people, known_roles, known_categories, labels = found
        row = self.row
        if row is None or row.id != key:
            return
        self._known = (people, known_roles, known_categories, labels)
        _empty(self._people)
        for number, person in enumerate(row.participants):
            self._people.addWidget(self._person_row(number, person))
        shown = [Label(one.label, one.turns, _who(one)) for one in labels]
        self.speakers.show_labels(shown, [(person.id, person.code) for person in people])
        for widget in (self.speakers_head, self.again):
            widget.setVisible(bool(labels) or row.turns > 0)

    def _person_row(self, number: int, person: Any) -> QWidget:
        people, known_roles, known_categories, _ = self._known
        holder = QWidget(self.page)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        who = _box(
            self.tr("Informant"),
            [(ITSELF, self.tr("(the source itself)")), *((p.id, p.code) for p in people)],
            ITSELF if person.informant_id is None else person.informant_id,
        )
        role = _box(
            self.tr("Role"),
            [(None, self.tr("(usual role)")), *((r.id, r.name) for r in known_roles)],
            person.role_id,
        )
        category = _box(
            self.tr("Category"),
            [(None, self.tr("(usual category)")), *((c.id, c.name) for c in known_categories)],
            person.category_id,
        )
        remove = QToolButton(holder)
        remove.setIcon(icon("close"))
        remove.setToolTip(self.tr("Take out"))
        remove.setAccessibleName(self.tr("Take out"))
        remove.setEnabled(not self.session.read_only)
        remove.clicked.connect(lambda: self._save_people(without=number))
        first = QHBoxLayout()
        first.addWidget(who, 1)
        first.addWidget(remove)
        column.addLayout(first)
        second = QHBoxLayout()
        second.addWidget(role, 1)
        second.addWidget(category, 1)
        column.addLayout(second)
        for box in (who, role, category):
            box.setEnabled(not self.session.read_only)
            box.activated.connect(
                lambda _at, n=number, b=(who, role, category): self._save_people(n, b)
            )
        return holder

    def _save_people(self, number: int = -1, boxes: Any = (), *, without: int = -1) -> None:
        row, study = self.row, self.session.study
        if row is None:
            return
        people = [Capacity(p.informant_id, p.role_id, p.category_id) for p in row.participants]
        if boxes:
            who, role, category = (box.currentData() for box in boxes)
            people[number] = Capacity(None if who == ITSELF else who, role, category)
        if without >= 0:
            del people[without]
        key = row.id
        self.session.change(lambda: set_participants(study, key, people), failed=self._failed)

    def _add_person(self) -> None:
        row, study = self.row, self.session.study
        if row is None:
            return
        there = {p.informant_id for p in row.participants}
        free = next((p.id for p in self._known[0] if p.id not in there), None)
        people = [Capacity(p.informant_id, p.role_id, p.category_id) for p in row.participants]
        if free is None and None in there:
            return
        key, added = row.id, [*people, Capacity(free)]
        self.session.change(lambda: set_participants(study, key, added), failed=self._failed)

    def _set_speaker(self, label: str, who: Any) -> None:
        row, study = self.row, self.session.study
        if row is None:
            return
        key, researcher = row.id, who == RESEARCHER
        person = None if who in (RESEARCHER, NOBODY) else who
        self.session.change(
            lambda: set_speaker(study, key, label, person, is_researcher=researcher),
            failed=self._failed,
        )

    def _find_again(self) -> None:
        row, study = self.row, self.session.study
        if row is not None:
            key = row.id
            self.session.change(lambda: find_turns_again(study, key))

    def _failed(self, error: Exception) -> None:
        self.session.tasks.problem.emit(error)
        self.show_source(self.row)

    def _export(self) -> None:
        row, study = self.row, self.session.study
        if row is None:
            return
        first = str(documents_folder() / row.file_name)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the original file"), first)
        if path:
            key = row.id
            self.session.tasks.run(
                self.tr("Saving the original"),
                lambda _progress, _cancelled: export_original(study, key, Path(path)),
                writes=False,
            )


def _who(speaker: SpeakerRow) -> object:
    if speaker.is_researcher:
        return RESEARCHER
    return NOBODY if speaker.informant_id is None else speaker.informant_id


def _section(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("kind", "section")
    return label


def _box(name: str, options: list[tuple[Any, str]], current: Any) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for at, (value, words) in enumerate(options):
        box.addItem(words, value)
        if value == current:
            box.setCurrentIndex(at)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
