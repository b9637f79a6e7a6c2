"""The data accounting sheet with the excerpts behind its cells."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.reduce.excerpts import ExcerptRow, count_excerpts, excerpts
from app.reduce.summarising.accounting import (
    STATES,
    AccountSheet,
    Cell,
    account_sheet,
    behind,
    clear_account,
    note_account,
    set_account,
)
from ui.language import in_words, ui_language
from ui.reduce.summaries.account_model import AccountModel
from ui.reduce.summaries.account_view import AccountView
from ui.session import Session
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.empty import EmptyState
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.pane_header import PaneHeader
from ui.widgets.splitter import RememberingSplitter

FIRST = 200


class AccountPane(QWidget):
    """What each site gave for each question; set by keys or buttons, left to the rule again."""

    open_excerpt = Signal(int, int, int)
    design_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.cell: Cell | None = None
        self.model = AccountModel(self)
        self.view = AccountView(self.model, self)
        self.view.read_only = session.read_only
        self.header = PaneHeader("", parent=self)
        self.list = ExcerptList(self, show_code=True)
        self.none = QLabel(self)
        self.none.setProperty("kind", "soft")
        self.none.setWordWrap(True)
        self.none.setContentsMargins(14, 4, 14, 8)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.note = AutosaveText(self.tr("Note on this cell"), self.tr("Note on this cell"), self)
        self.note.setReadOnly(session.read_only)
        self._make_buttons()
        self._arrange()
        self.view.wanted.connect(self._set)
        self.view.cell_chosen.connect(self._show_cell)
        self.note.edited.connect(self._note)
        self.list.activated_excerpt.connect(
            lambda row: self.open_excerpt.emit(row.source_id, row.start, row.end)
        )
        self._say_nothing()

    def _make_buttons(self) -> None:
        self.buttons: dict[str, QPushButton] = {}
        offers = [(state, in_words(f"summaries.accounts.{state}")) for state in STATES]
        for number, (state, words) in enumerate([*offers, ("", self.tr("As worked out"))], 1):
            button = QPushButton(f"{words[:1].upper()}{words[1:]}", self)
            button.setToolTip(self.tr("Key {key}").format(key=number % 4))
            button.clicked.connect(lambda _checked=False, s=state: self.view.set_chosen(s))
            self.buttons[state] = button

    def _arrange(self) -> None:
        rule = QLabel(in_words("summaries.accounts.rule"), self)
        rule.setProperty("kind", "soft")
        rule.setWordWrap(True)
        rule.setContentsMargins(14, 8, 14, 8)
        strip = QHBoxLayout()
        strip.setContentsMargins(14, 0, 14, 8)
        strip.setSpacing(8)
        for button in self.buttons.values():
            strip.addWidget(button)
        hint = QLabel(self.tr("In a cell: excerpts · sources"), self)
        hint.setProperty("kind", "small")
        strip.addSpacing(8)
        strip.addWidget(hint)
        strip.addStretch(1)
        above = QWidget(self)
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule)
        column.addLayout(strip)
        column.addWidget(self.view, 1)
        self.split = RememberingSplitter("reduce-accounts", Qt.Orientation.Vertical, self)
        self.split.addWidget(above)
        self.split.addWidget(self._below())
        self.split.set_first_sizes([420, 330])
        self.empty = EmptyState(
            "table",
            self.tr("No sheet yet"),
            self.tr(
                "It needs research questions and sites: what each site gave for each question "
                "is then worked out from what is coded."
            ),
            "" if self.session.read_only else self.tr("Go to the study design"),
            self,
        )
        self.empty.acted.connect(self.design_wanted)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.split)
        self.pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _below(self) -> QWidget:
        below = QWidget(self)
        self.stack = QStackedWidget(below)
        self.stack.addWidget(self.none)
        self.stack.addWidget(self.list)
        inset = QVBoxLayout()
        inset.setContentsMargins(14, 0, 14, 8)
        inset.addWidget(self.note)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(inset)
        column.addWidget(self.stack, 1)
        return below

    # --- reading ---------------------------------------------------------------------------

    def read(self) -> None:
        """Work the sheet out again."""
        study = self.session.study
        self.session.tasks.read(
            ("account-sheet", id(self)), lambda: account_sheet(study), self._show_sheet
        )

    def flush(self) -> None:
        """Have the note that was written kept now."""
        self.note.flush()

    def status_text(self) -> str:
        """Return how many cells have each state."""
        sheet = self.model.sheet
        counts = dict.fromkeys(STATES, 0)
        for question in sheet.questions:
            for site in sheet.sites:
                counts[sheet.cell(question.id, site.id).state] += 1
        said = [f"{in_words(f'summaries.accounts.{s}')} {count}" for s, count in counts.items()]
        return " · ".join(said)

    def _show_sheet(self, sheet: AccountSheet) -> None:
        self.model.show_sheet(sheet)
        self.pages.setCurrentIndex(0 if sheet.questions and sheet.sites else 1)
        known = self.cell is not None and (
            self.cell[0] in {question.id for question in sheet.questions}
            and self.cell[1] in {site.id for site in sheet.sites}
        )
        if self.cell is not None and known:
            self._show_cell(self.cell)
        else:
            self._say_nothing()

    def _say_nothing(self) -> None:
        self.cell = None
        self.header.set_title(self.tr("Excerpts"))
        self.header.set_count(None)
        self.none.setText(self.tr("Choose a cell to see the excerpts behind it."))
        self.stack.setCurrentWidget(self.none)
        self.note.hide()
        for button in self.buttons.values():
            button.setEnabled(False)

    def _show_cell(self, cell: Cell) -> None:
        sheet, anew = self.model.sheet, cell != self.cell
        if anew:
            self.note.flush()
        self.cell = cell
        found = sheet.cell(*cell)
        question = next(each.label for each in sheet.questions if each.id == cell[0])
        site = next(each.name for each in sheet.sites if each.id == cell[1])
        said = in_words(f"summaries.accounts.{found.state}")
        self.header.set_title(f"{question} · {site}: {said}")
        self.header.set_count(found.excerpts)
        self.note.show_text(found.note, anew=anew)
        self.note.show()
        for state, button in self.buttons.items():
            chosen = bool(found.by_hand) if not state else found.by_hand != state
            button.setEnabled(chosen and not self.session.read_only)
        self._read_behind(cell)

    def _read_behind(self, cell: Cell) -> None:
        study, language = self.session.study, ui_language()

        def read() -> tuple[int, list[ExcerptRow], object]:
            only = behind(study, cell)
            first = excerpts(study, only, limit=FIRST, language=language)
            count = count_excerpts(study, only) if len(first) == FIRST else len(first)
            return count, first, only

        self.session.tasks.read(
            ("account-excerpts", id(self)), read, lambda found: self._show_behind(cell, *found)
        )

    def _show_behind(self, cell: Cell, count: int, first: list[ExcerptRow], only: object) -> None:
        if cell != self.cell:
            return
        study, language = self.session.study, ui_language()

        def fetch(offset: int, limit: int) -> Sequence[ExcerptRow]:
            if offset + limit <= len(first) or count == len(first):
                return first[offset : offset + limit]
            return excerpts(study, only, offset=offset, limit=limit, language=language)

        self.none.setText(self.tr("Nothing of this site is coded for this question."))
        self.list.set_pages(count, fetch)
        self.stack.setCurrentWidget(self.list if count else self.none)

    # --- changing --------------------------------------------------------------------------

    def _set(self, cells: list[Cell], state: str) -> None:
        study = self.session.study
        if state:
            self.session.change(lambda: set_account(study, cells, state))
        else:
            self.session.change(lambda: clear_account(study, cells))

    def _note(self, words: str) -> None:
        study, cell = self.session.study, self.cell
        if cell is not None and not self.session.read_only:
            self.session.change(lambda: note_account(study, cell, words))
