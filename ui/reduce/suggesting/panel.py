"""Passages that resemble the excerpts of a code, offered beside the transcript."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.reduce.suggesting.resembling import Suggestion, suggest
from app.reduce.suggesting.taking import refuse_suggestions, take_suggestions
from app.study import Changed
from ui.language import ui_language
from ui.session import Session
from ui.widgets.excerpt_list import ExcerptLike, ExcerptList
from ui.widgets.pane_header import PaneHeader

ENTITIES = ("coding", "excerpt", "refusal", "code", "source", "text_edit")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class SuggestedRow:
    """A suggestion as a row of an excerpt list: its place, and the words that speak for it."""

    excerpt_id: int
    source_id: int
    start: int
    end: int
    quote: str
    line: int
    citation: str
    method: str
    method_letter: str
    reference: str
    coding_id: int | None = None
    code_id: int | None = None
    date: datetime.date | None = None
    informant: str = ""
    role: str = ""
    role_kind: str = ""
    category: str = ""
    site: str = ""
    code: str = ""
    colour: str = ""
    direction: str = ""
    stance: str = ""
    coder: str = ""
    memo: str = ""


class SuggestionPanel(QFrame):
    """Enter takes the chosen passages, Delete refuses them; a click shows one in its text.

    After each the passages are looked for anew: what was taken and refused counts at once.
    """

    closed = Signal()
    opened = Signal(int, int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.code_id: int | None = None
        self.setMinimumWidth(250)
        self.header = PaneHeader(self.tr("Similar passages"), link=self.tr("Close"), parent=self)
        self.header.link_clicked.connect(self.close_panel)
        self.list = ExcerptList(self)
        self.list.setAccessibleName(self.tr("Similar passages"))
        self.list.activated_excerpt.connect(
            lambda row: self.opened.emit(row.source_id, row.start, row.end)
        )
        self.list.installEventFilter(self)
        self.list.selectionModel().selectionChanged.connect(lambda *_two: self._refresh())
        self.empty = QLabel(self)
        self.empty.setProperty("kind", "soft")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(14, 4, 14, 8)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.list)
        self.take = QPushButton(self.tr("Take"), self)
        self.take.setProperty("accent", True)
        self.take.setToolTip(self.tr("Code the chosen passages (Enter)"))
        self.take.clicked.connect(self._take)
        self.refuse = QPushButton(self.tr("Refuse"), self)
        self.refuse.setToolTip(self.tr("Do not offer them for this code again (Delete)"))
        self.refuse.clicked.connect(self._refuse)
        self._arrange()
        session.changed.connect(self._after_change)
        self.hide()

    def _arrange(self) -> None:
        note = QLabel(self.tr("By the words that they share. Nothing is coded by itself."), self)
        note.setProperty("kind", "small")
        note.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(note, 1)
        buttons.addWidget(self.refuse)
        buttons.addWidget(self.take)
        buttons.setContentsMargins(14, 8, 14, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        column.addLayout(buttons)

    def show_for(self, code_id: int, name: str) -> None:
        """Look for passages that resemble what is coded with a code."""
        anew = code_id != self.code_id
        self.code_id = code_id
        self.header.set_title(self.tr("Similar to “{name}”").format(name=name))
        if anew:
            self.header.set_count(None)
            self.empty.setText(self.tr("Reading the texts…"))
            self.pages.setCurrentWidget(self.empty)
        self.show()
        self.list.setFocus()
        self._read()

    def close_panel(self) -> None:
        """Go, and suggest no more."""
        self.hide()
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.code_id = None
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER:
                self._take()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._refuse()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_panel()
                return True
        return super().eventFilter(watched, event)

    # --- reading --------------------------------------------------------------------------------

    def _after_change(self, changed: Changed) -> None:
        if self.code_id is not None and changed.touches(*ENTITIES):
            self._read()

    def _read(self) -> None:
        study, code_id, language = self.session.study, self.code_id, ui_language()
        if code_id is None:
            return
        self.session.tasks.read(
            ("suggestions", id(self)),
            lambda: suggest(study, code_id, language=language),
            self._show,
            lambda _gone: self.close_panel(),  # the code was deleted
        )

    def _show(self, found: Sequence[Suggestion]) -> None:
        row = max(0, self.list.currentIndex().row())
        self.list.set_rows([self._row(number, each) for number, each in enumerate(found)])
        self.header.set_count(len(found))
        self.empty.setText(
            self.tr("No passage that is not coded yet resembles what this code stands for.")
        )
        self.pages.setCurrentWidget(self.list if found else self.empty)
        if found:
            self.list.selectRow(min(row, len(found) - 1))
        self._refresh()

    def _row(self, number: int, each: Suggestion) -> SuggestedRow:
        words = ", ".join(each.words)
        line = self.tr("line {number}").format(number=each.line)
        return SuggestedRow(
            excerpt_id=-number - 1,
            source_id=each.source_id,
            start=each.start,
            end=each.end,
            quote=each.quote,
            line=each.line,
            citation=f"{each.reference}, {line} · {words}",
            method=each.method,
            method_letter=each.method_letter,
            reference=each.reference,
        )

    def _refresh(self) -> None:
        able = bool(self.list.selected_rows()) and not self.session.read_only
        self.take.setEnabled(able)
        self.refuse.setEnabled(able)

    # --- taking and refusing --------------------------------------------------------------------

    def _places(self) -> list[tuple[int, int, int]]:
        rows: Sequence[ExcerptLike] = self.list.selected_rows()
        return [(row.source_id, row.start, row.end) for row in rows]

    def _take(self) -> None:
        study, code_id, places = self.session.study, self.code_id, self._places()
        if code_id is not None and self.take.isEnabled():
            self.session.change(lambda: take_suggestions(study, code_id, places))

    def _refuse(self) -> None:
        study, code_id, places = self.session.study, self.code_id, self._places()
        if code_id is not None and self.refuse.isEnabled():
            self.session.change(lambda: refuse_suggestions(study, code_id, places))
