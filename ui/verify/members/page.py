"""Member checks: claims laid before each informant, their answers, sheets out and back in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.report.member_sheet import Read, read_sheet, write_sheet
from app.study import Changed
from app.verify.findings import FindingRow, findings, named
from app.verify.member_evidence import take_as_evidence, waiting_answers
from app.verify.members import (
    ANSWERS,
    Member,
    MemberRow,
    answer,
    claims_of,
    lay_before,
    member_checks,
    members,
    take_back,
)
from ui.folders import documents_folder
from ui.language import in_words
from ui.session import Session
from ui.widgets.choice_button import ARROW
from ui.widgets.empty import EmptyState
from ui.widgets.record_table import Column, Option, RecordTable
from ui.widgets.splitter import RememberingSplitter

ENTITIES = ("member_check", "finding", "evidence", "informant", "participation", "excerpt")
DATES = ("asked_on", "answered_on")
FIELDS = ("answer", "words", "done", *DATES)


class MembersPage(QWidget):
    """Informants at the left with how much rests on them; their claims and answers at the right."""

    status_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.people: Sequence[Member] = ()
        self.rows: Sequence[MemberRow] = ()
        self.waiting: Sequence[MemberRow] = ()
        self._stale = True
        self.informants = self._informants()
        self.checks = self._checks()
        self.said = QLabel(self)
        self.said.setProperty("kind", "small")
        self.said.setWordWrap(True)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(14, 8, 14, 8)
        self.foot.setSpacing(8)
        self.foot.addWidget(self.said, 1)
        halves = RememberingSplitter("members", parent=self)
        halves.addWidget(self.informants)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.checks, 1)
        column.addLayout(self.foot)
        halves.addWidget(right)
        halves.set_first_sizes([440, 740])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(halves)
        self._make_actions()
        session.changed.connect(self._follow)

    def _informants(self) -> RecordTable:
        columns = [
            Column("code", self.tr("Informant"), editable=False, width=90),
            Column("rests", self.tr("Claims"), "number", editable=False, width=64),
            Column("asked", self.tr("Asked"), "number", editable=False, width=100),
            Column("answered", self.tr("Answered"), "number", editable=False, width=90),
            Column("post", self.tr("Post"), editable=False, width=120),
        ]
        table = RecordTable(columns, name=self.tr("Informants"), adds=False, parent=self)
        table.set_read_only(True)
        table.delete_button.hide()
        table.chosen.connect(lambda _id: self._read_checks())
        return table

    def _checks(self) -> RecordTable:
        answers = tuple(
            Option(each, in_words(f"members.answer.{each or 'none'}")) for each in ANSWERS
        )
        columns = [
            Column("claim", self.tr("Claim as it was shown"), editable=False, width=210),
            Column("asked_on", self.tr("Asked on"), "date", width=126),
            Column("answer", self.tr("Answer"), "choice", options=answers, width=104),
            Column("answered_on", self.tr("Answered on"), "date", width=110),
            Column("words", self.tr("In their own words"), width=150),
            Column("done", self.tr("What was done"), width=110),
        ]
        empty = EmptyState(
            "users",
            self.tr("Nothing laid before this informant yet"),
            self.tr("Lay the claims that rest on their words before them, and note the answers."),
            self.tr("Lay the claims before them"),
        )
        table = RecordTable(
            columns,
            name=self.tr("Answers"),
            new_label=self.tr("Lay the claims before them"),
            empty=empty,
            parent=self,
        )
        table.set_read_only(self.session.read_only)
        table.added.connect(lambda: self.lay())
        table.edited.connect(self._edit)
        table.removed.connect(self._remove)
        return table

    def _make_actions(self) -> None:
        self.sheet = QPushButton(self.tr("Word sheet…"), self)
        self.sheet.setToolTip(self.tr("The claims and their own words, to tick and to write on"))
        self.sheet.clicked.connect(self._ask_where)
        self.back = QPushButton(self.tr("Read a sheet…"), self)
        self.back.setToolTip(self.tr("Take in the answers of a sheet that was filled on a screen"))
        self.back.clicked.connect(self._ask_which)
        self.more = QPushButton(self.tr("Further claim") + ARROW, self)
        self.more.setToolTip(self.tr("A claim that does not rest on their words"))
        self.more.setMenu(QMenu(self.more))
        self.taking = QPushButton(self.tr("Take as evidence"), self)
        self.taking.setToolTip(
            self.tr(
                "The answers become an interview of their own: who agrees supports the claim, "
                "a correction qualifies it, who disagrees contradicts it"
            )
        )
        self.taking.clicked.connect(lambda: self.take())
        self.checks.menu_opening.connect(self._add_to_menu)
        for button in (self.sheet, self.back):
            self.checks.bar.addWidget(button)
            button.setDisabled(self.session.read_only)
        for button in (self.more, self.taking):
            self.foot.addWidget(button)
            button.setDisabled(True)

    # --- what the room asks ---------------------------------------------------------------------

    def status_text(self) -> str:
        asked = sum(person.asked for person in self.people)
        answered = sum(person.answered for person in self.people)
        return self.tr("Claims laid before informants: {asked}, answered: {answered}").format(
            asked=asked, answered=answered
        )

    def refresh(self, _changed: Changed | None = None) -> None:
        """Read the informants again, when they can be seen."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        study = self.session.study
        self.session.tasks.read(("members", id(self)), lambda: members(study), self._show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _follow(self, changed: Changed) -> None:
        if changed.touches(*ENTITIES):
            self.refresh()

    def _show(self, people: Sequence[Member]) -> None:
        self.people = people
        # Those on whom most rests first: they are the ones to ask.
        ordered = sorted(people, key=lambda person: (-person.rests, person.code))
        self.informants.set_rows(ordered)
        if self.informants.current_id() is None and ordered:
            self.informants.table.selectRow(0)
        self._read_checks()
        self.status_changed.emit()

    def informant_id(self) -> int | None:
        """Return the informant that is chosen."""
        chosen = self.informants.current_id()
        return chosen if isinstance(chosen, int) else None

    def _read_checks(self) -> None:
        study, informant = self.session.study, self.informant_id()
        if informant is None:
            self._show_checks([], [], [])
            return
        self.session.tasks.read(
            ("member-checks", id(self)),
            lambda: (
                member_checks(study, informant),
                waiting_answers(study, informant),
                findings(study),
            ),
            lambda found: self._show_checks(*found),
        )

    def _show_checks(
        self, rows: Sequence[MemberRow], waiting: Sequence[MemberRow], claims: Sequence[FindingRow]
    ) -> None:
        self.rows = rows
        self.checks.set_rows(rows)
        self.waiting = waiting
        self.taking.setEnabled(bool(waiting) and not self.session.read_only)
        asked = {row.finding_id for row in rows if not row.changed}
        self._offer([claim for claim in claims if claim.id not in asked])
        changed = sum(row.changed for row in rows)
        words = self.tr("%n claim(s) read otherwise by now than when they were shown.", "", changed)
        self.said.setText(words if changed else "")

    def _offer(self, claims: Sequence[FindingRow]) -> None:
        """Offer the claims that were not laid before the informant as they read now."""
        menu = self.more.menu()
        menu.clear()
        for claim in claims:
            words = f"{claim.number}. {named(claim.claim)}".replace("&", "&&")
            menu.addAction(words, lambda number=claim.id: self.lay([number]))
        offered = bool(claims) and self.informant_id() is not None
        self.more.setEnabled(offered and not self.session.read_only)

    # --- asking and answering -------------------------------------------------------------------

    def lay(self, finding_ids: Sequence[int] | None = None) -> None:
        """Lay claims before the informant: all that rest on their words, where none are named."""
        study, informant = self.session.study, self.informant_id()
        if informant is not None and not self.session.read_only:
            self.session.change(
                lambda: lay_before(study, informant, finding_ids or claims_of(study, informant))
            )

    def take(self, only: Sequence[int] | None = None) -> None:
        """Make the answers of the informant evidence of the claims: all, or `only` some."""
        study, informant = self.session.study, self.informant_id()

        def tell(count: int) -> None:
            self.said.setText(self.tr("%n answer(s) taken as evidence.", "", count))

        if informant is not None:
            self.session.change(lambda: take_as_evidence(study, informant, only), tell)

    def _add_to_menu(self, menu: QMenu, ids: list[object]) -> None:
        chosen = [row.id for row in self.waiting if row.id in ids]
        taking = menu.addAction(self.tr("Take only these as evidence"), lambda: self.take(chosen))
        taking.setEnabled(bool(chosen) and not self.session.read_only)

    def _edit(self, row_id: object, key: str, value: object) -> None:
        study = self.session.study
        if isinstance(row_id, int) and key in FIELDS:
            values = {key: value if key in DATES else str(value or "")}
            self.session.change(lambda: answer(study, row_id, **values))  # type: ignore[arg-type]

    def _remove(self, ids: list[int]) -> None:
        study = self.session.study
        self.session.change(lambda: take_back(study, ids))

    # --- sheets ---------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        person = next((p for p in self.people if p.id == self.informant_id()), None)
        if person is None:
            return
        first = documents_folder() / f"{person.code}.docx"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Word sheet"), str(first), "*.docx")
        if path:
            self.write_to(Path(path).with_suffix(".docx"))

    def write_to(self, path: Path) -> None:
        """Write the sheet of the chosen informant."""
        study, informant = self.session.study, self.informant_id()
        if informant is not None:  # in the language of the study: it is theirs who read it
            self.session.change(lambda: write_sheet(study, informant, path))

    def _ask_which(self) -> None:
        title = self.tr("Read a sheet")
        path, _ = QFileDialog.getOpenFileName(self, title, str(documents_folder()), "*.docx")
        if path:
            self.read_from(Path(path))

    def read_from(self, path: Path) -> None:
        """Take the answers of a filled sheet in."""
        study = self.session.study

        def tell(found: Read) -> None:
            words = self.tr("Answers taken in: {answered} of {claims}.")
            self.said.setText(words.format(answered=found.answered, claims=found.claims))

        self.session.change(lambda: read_sheet(study, path), tell)
