"""Names and what stands for them: a table, names offered from the texts, checks, for good."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.reduce.names.counting import count_names
from app.reduce.names.for_good import Standing, replace_for_good, standing
from app.reduce.names.proposing import Proposal, propose
from app.reduce.names.table import (
    KINDS,
    PseudonymRow,
    add_pseudonym,
    add_pseudonyms,
    delete_pseudonyms,
    edit_pseudonym,
    pseudonyms,
    pseudonyms_shown,
    refuse_names,
    show_pseudonyms,
)
from app.study import Changed
from ui.language import in_words
from ui.reduce.names.clear_dialog import show_names_in_the_clear
from ui.reduce.names.proposals import Proposals
from ui.session import Session
from ui.widgets.confirm import confirm
from ui.widgets.empty import EmptyState
from ui.widgets.record_table import Column, Option, RecordTable
from ui.widgets.splitter import RememberingSplitter

BAR = 44
ENTITIES = ("pseudonym", "study", "source", "text_edit")


class NamesPage(QWidget):
    """The table at the left, what may be names at the right."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rows: Sequence[PseudonymRow] = ()
        self._stale = True
        self._begin: int | None = None
        self.shown = QCheckBox(self.tr("Show pseudonyms in lists, displays and exports"), self)
        self.shown.setEnabled(not session.read_only)
        self.shown.clicked.connect(self._show_or_hide)
        self._make_actions()
        self.table = self._table()
        self.proposals = Proposals(self)
        self.proposals.set_read_only(on=session.read_only)
        self.proposals.wanted.connect(self.look)
        self.proposals.taken.connect(self._take)
        self.proposals.refused.connect(self._refuse)
        self.proposals.opened.connect(self.open_excerpt)
        halves = RememberingSplitter("names", parent=self)
        halves.addWidget(self.table)
        halves.addWidget(self.proposals)
        halves.set_first_sizes([600, 560])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(halves, 1)
        self.setFocusProxy(self.table.table)
        session.changed.connect(self._follow)

    def _make_actions(self) -> None:
        self.find_action = QAction(self.tr("Look for names in the texts"), self)
        self.find_action.setObjectName("names.look")
        self.find_action.triggered.connect(lambda: self.look())
        self.check_action = QAction(self.tr("Check what an export would print…"), self)
        self.check_action.setObjectName("names.check")
        self.check_action.triggered.connect(lambda: self.check())
        self.good_action = QAction(self.tr("Replace the chosen names for good…"), self)
        self.good_action.setObjectName("names.for_good")
        self.good_action.triggered.connect(lambda: self.ask_for_good())
        self.good_action.setEnabled(False)

    def _bar(self) -> QWidget:
        bar = QFrame(self)
        bar.setProperty("rule", "bottom")
        bar.setFixedHeight(BAR)
        self.check_button = QPushButton(self.tr("Check an export…"), bar)
        self.check_button.setToolTip(
            self.tr("List the names that would still be read in what an export prints")
        )
        self.check_button.clicked.connect(self.check_action.trigger)
        self.good_button = QPushButton(self.tr("Replace for good…"), bar)
        self.good_button.setToolTip(
            self.tr("Replace the chosen names in the transcripts themselves")
        )
        self.good_button.setEnabled(False)
        self.good_button.clicked.connect(self.good_action.trigger)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self.shown)
        row.addStretch(1)
        row.addWidget(self.check_button)
        row.addWidget(self.good_button)
        return bar

    def _table(self) -> RecordTable:
        kinds = tuple(Option(kind, in_words(f"summaries.name_kinds.{kind}")) for kind in KINDS)
        columns = [
            Column("name", self.tr("Name"), width=180),
            Column("replacement", self.tr("Replaced by"), width=180),
            Column("kind", self.tr("Kind"), "choice", options=kinds, width=110),
            Column("count", self.tr("In the texts"), "number", editable=False, width=90),
        ]
        empty = EmptyState(
            "user",
            self.tr("No name is replaced yet"),
            self.tr("Write a name and what is to stand for it, or take one from the right."),
            self.tr("New name"),
        )
        table = RecordTable(
            columns, name=self.tr("Names"), new_label=self.tr("New name"), empty=empty
        )
        table.set_read_only(self.session.read_only)
        table.edited.connect(self._edit)
        table.added.connect(self._new)
        table.pasted.connect(self._paste)
        table.removed.connect(self._remove)
        table.table.selectionModel().selectionChanged.connect(lambda *_two: self._refresh())
        return table

    # --- what the room asks ---------------------------------------------------------------------

    def status_text(self) -> str:
        return self.tr("%n name(s)", "", len(self.rows))

    def actions_of_page(self) -> list[QAction]:
        """Return what the menu offers on this page."""
        return [self.find_action, self.check_action, self.good_action]

    def refresh(self, _changed: Changed | None = None) -> None:
        """Read the table again, when it can be seen."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        study = self.session.study
        self.session.tasks.read(
            ("names", id(self)),
            lambda: (pseudonyms(study), count_names(study), pseudonyms_shown(study)),
            lambda found: self._show(*found),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _follow(self, changed: Changed) -> None:
        if changed.touches(*ENTITIES):
            self.refresh()

    def _show(self, rows: Sequence[PseudonymRow], counts: Mapping[str, int], on: bool) -> None:
        self.rows = rows
        self.shown.setChecked(on)
        self.table.set_rows(
            [
                {
                    "id": row.id,
                    "name": row.name,
                    "replacement": row.replacement,
                    "kind": row.kind,
                    "count": counts.get(row.name, 0),
                }
                for row in rows
            ]
        )
        self._refresh()
        begin, self._begin = self._begin, None
        if begin is not None:
            self.table.edit(begin, "name")
        self.status_changed.emit()

    def _refresh(self) -> None:
        able = bool(self.table.selected_ids()) and not self.session.read_only
        self.good_action.setEnabled(able)
        self.good_button.setEnabled(able)

    # --- the table ------------------------------------------------------------------------------

    def _show_or_hide(self, on: bool) -> None:
        study = self.session.study
        self.session.change(lambda: show_pseudonyms(study, on))

    def _new(self) -> None:
        number = len(self.rows) + 1
        taken = {row.name for row in self.rows}
        while (name := self.tr("Name {number}").format(number=number)) in taken:
            number += 1
        study = self.session.study
        self.session.change(lambda: add_pseudonym(study, name), self._begin_with)

    def _begin_with(self, row_id: int) -> None:
        """Have the new name written as soon as it is shown."""
        self._begin = row_id
        self.refresh()

    def _edit(self, row_id: object, key: str, value: object) -> None:
        if isinstance(row_id, int):
            study = self.session.study
            self.session.change(
                lambda: edit_pseudonym(study, row_id, **{key: str(value)}),
                failed=self._say_and_show_again,
            )

    def _say_and_show_again(self, error: Exception) -> None:
        self.session.tasks.problem.emit(error)
        self.refresh()

    def _paste(self, records: list[dict[str, object]]) -> None:
        rows = [
            tuple(str(record.get(key) or "") for key in ("name", "replacement", "kind"))
            for record in records
        ]
        self._add(rows)

    def _add(self, rows: Sequence[tuple[str, ...]]) -> None:
        study = self.session.study
        self.session.change(lambda: add_pseudonyms(study, rows))

    def _remove(self, ids: list[int]) -> None:
        study = self.session.study
        self.session.change(lambda: delete_pseudonyms(study, ids))

    # --- what may be names ----------------------------------------------------------------------

    def look(self) -> None:
        """Look through the texts for what may be names, in the background."""
        study = self.session.study
        self.session.tasks.run(
            self.tr("Looking for names"),
            lambda progress, cancelled: propose(study, progress, cancelled),
            self.proposals.show_proposals,
            writes=False,
        )

    def _take(self, chosen: list[Proposal]) -> None:
        self._add([(each.name, "", each.kind) for each in chosen])
        self.proposals.drop([each.name for each in chosen])

    def _refuse(self, words: list[str]) -> None:
        study = self.session.study
        self.session.change(lambda: refuse_names(study, words))
        self.proposals.drop(words)

    # --- checks, and for good -------------------------------------------------------------------

    def check(self) -> None:
        """List the names that would still be read in what an export prints."""
        show_names_in_the_clear(self.session, self.window())

    def ask_for_good(self) -> None:
        """Say how much would be replaced in the texts, and ask."""
        study, ids = self.session.study, self.table.selected_ids()
        wanted = [each for each in ids if isinstance(each, int)]
        if wanted and not self.session.read_only:
            self.session.tasks.read(
                "names-standing",
                lambda: standing(study, wanted),
                lambda found: self._ask(wanted, found),
            )

    def _ask(self, ids: Sequence[int], found: Standing) -> None:
        names = [f"{row.name} → {row.replacement}" for row in self.rows if row.id in ids]
        places = self.tr("%n place(s)", "", found.places)
        sources = self.tr("%n transcript(s)", "", found.sources)
        sentence = self.tr(
            "The names go from the transcripts themselves: {places} in {sources}. Codings keep "
            "their places. Undo brings the names back, and so do the history, the imported files "
            "and the backups: delete those too if nobody is ever to read the names."
        )
        if confirm(
            self.window(),
            self.tr("Replace names for good"),
            sentence.format(places=places, sources=sources),
            self.tr("Replace"),
            losses=names[:8],
        ):
            study = self.session.study
            self.session.change(lambda: replace_for_good(study, ids))
