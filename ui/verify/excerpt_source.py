"""Where evidence is taken from: the excerpts of a code, to be dragged onto a finding."""

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.reduce.excerpts import ExcerptFilter
from app.study import Changed
from app.verify.claims import Codes, codes_of
from ui.session import Session
from ui.verify.excerpt_pane import ExcerptPane

LIST_WIDTH = 420
"""Pixels of the list that opens: the path of a code is longer than the pane is wide."""


class ExcerptSource(QWidget):
    """Choose a code; its excerpts stand below, ready to be dragged or added by the button."""

    open_excerpt = Signal(int, int, int)
    add_wanted = Signal(list)  # excerpt ids
    menu_wanted = Signal(QPoint, list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._codes: Codes | None = None
        self._stale = True
        self._wanted: int | None = None
        self.pane = ExcerptPane(session, self, show_code=True, to_choose=True)
        self.pane.open_excerpt.connect(self.open_excerpt)
        self.pane.menu_wanted.connect(self.menu_wanted)
        self.pane.say(self.tr("Excerpts"), self.tr("No code has an excerpt yet."))
        self.code = QComboBox(self)
        self.code.setAccessibleName(self.tr("Code"))
        self.code.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.code.setMinimumContentsLength(12)
        self.code.view().setMinimumWidth(LIST_WIDTH)
        self.code.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.code.activated.connect(lambda _: self._show_code())
        self.add = QPushButton(self.tr("Add selected"), self)
        self.add.clicked.connect(self._add)
        self.add.setDisabled(True)
        self.pane.list.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 4)
        row.setSpacing(8)
        row.addWidget(self.code, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.pane, 1)
        session.changed.connect(self._note)

    def show_code(self, code_id: int) -> None:
        """Show the excerpts of a code, now or as soon as the codes are read."""
        self._wanted = code_id
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        place = -1 if self._wanted is None else self.code.findData(self._wanted)
        if place >= 0:
            self._wanted = None
            self.code.setCurrentIndex(place)
            self._show_code()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._ask()

    def _note(self, changed: Changed) -> None:
        if not changed.touches("code", "coding", "excerpt", "source", "informant", "participation"):
            return
        self._stale = True
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        study = self.session.study
        self.session.tasks.read("codes-for-evidence", lambda: codes_of(study), self._show_codes)

    def _show_codes(self, codes: Codes) -> None:
        self._codes = codes
        before = self.code.currentData()
        self.code.clear()
        for claim in codes.claims:
            self.code.addItem(claim.path, claim.id)
        place = self.code.findData(before)
        self.code.setCurrentIndex(max(place, 0) if codes.claims else -1)
        self.code.setEnabled(bool(codes.claims))
        self._show_code()
        self._choose_wanted()

    def _show_code(self) -> None:
        code = self.code.currentData()
        if code is None or self._codes is None:
            self.pane.say(self.tr("Excerpts"), self.tr("No code has an excerpt yet."))
            return
        only = ExcerptFilter(codes=self._codes.tree.branch(code), kept_only=True)
        title = self.tr("Excerpts")
        self.pane.show_excerpts(title, only, self.tr("This code has no excerpt yet."))

    def _selected(self) -> list[Any]:
        return self.pane.list.selected_rows()

    def _enable(self) -> None:
        self.add.setDisabled(self.session.read_only or not self._selected())

    def _add(self) -> None:
        self.add_wanted.emit(list(dict.fromkeys(row.excerpt_id for row in self._selected())))
