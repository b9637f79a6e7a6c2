"""What can be done with retrieved codings: open, write to, direct, weigh, recode, remove."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from app.reduce.codings import (
    recode,
    recode_to_path,
    remove_codings,
    set_direction,
    set_memo,
    set_weight,
)
from app.reduce.retrieval.annotating import set_summary
from app.reduce.retrieval.found import Line
from ui.reduce import context_menu
from ui.reduce.palette_model import Offer
from ui.reduce.retrieval.limits_bar import weights
from ui.reduce.retrieval.lines_model import Column
from ui.widgets.excerpt_delegate import stance_words

if TYPE_CHECKING:
    from ui.reduce.retrieval.page import RetrievalPage

DIRECTIONS = ("affirms", "denies", "mixed")


class LineActions(QObject):
    """Changes what is listed, each a step of undo, and shows the menu on it."""

    def __init__(self, page: RetrievalPage) -> None:
        super().__init__(page)
        self.page, self.session = page, page.session

    def write_summary(self, line: Line, words: str) -> None:
        """Write the summary of an excerpt."""
        study, excerpt = self.session.study, line.row.excerpt_id
        self.session.change(lambda: set_summary(study, excerpt, words))

    def write_memo(self, line: Line, words: str) -> None:
        """Write the memo of a coding."""
        study, coding = self.session.study, line.row.coding_id or 0
        self.session.change(lambda: set_memo(study, coding, words))

    def show_menu(self, at: QPoint) -> None:
        """Show the menu on the selected codings."""
        lines = self.page.table.chosen()
        if lines:
            context_menu.show(self.menu(lines, at), at)

    def menu(self, lines: Sequence[Line], at: QPoint) -> QMenu:
        """Return the menu on codings; a code is asked for at the global point `at`."""
        free, first = not self.session.read_only, lines[0]
        table, excerpts = self.page.table, [line.row.excerpt_id for line in lines]
        menu = context_menu.excerpt_menu(
            self.page,
            [
                (self.tr("Open in the transcript"), lambda: self.page.open_line(first), True),
                (self.tr("Copy with the citation"), lambda: self.copy(lines), True),
                None,
                (self.tr("Write the summary"), lambda: table.write(Column.SUMMARY), free),
                (self.tr("Write the memo"), lambda: table.write(Column.MEMO), free),
                (self.tr("Change the code…"), lambda: self._recode(at, lines), free),
                None,
            ],
        )
        self._add_choices(menu, lines, free=free)
        menu.addSeparator()
        for words, act in (
            (self.tr("Add as evidence…"), lambda: self.page.add_as_evidence.emit(excerpts)),
            (self.tr("Remove the coding"), lambda: self._remove(lines)),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, a=act: a())
            action.setEnabled(free)
        return menu

    def _add_choices(self, menu: QMenu, lines: Sequence[Line], *, free: bool) -> None:
        said = stance_words()
        directions = menu.addMenu(self.tr("Direction"))
        for direction in DIRECTIONS:
            action = directions.addAction(said[direction])
            action.setCheckable(True)
            action.setChecked(all(line.row.direction == direction for line in lines))
            action.triggered.connect(lambda _=False, d=direction: self._direct(lines, d))
        heavy = menu.addMenu(self.tr("Weight"))
        for weight, name in weights():
            action = heavy.addAction(name)
            action.setCheckable(True)
            action.setChecked(all(line.row.weight == weight for line in lines))
            action.triggered.connect(lambda _=False, w=weight: self._weigh(lines, w))
        directions.setEnabled(free)
        heavy.setEnabled(free)

    def copy(self, lines: Sequence[Line]) -> None:
        """Put the words with their citations on the clipboard."""
        quoted = [f"“{line.row.quote}” {line.row.citation}" for line in lines]
        QGuiApplication.clipboard().setText("\n\n".join(quoted))

    def _direct(self, lines: Sequence[Line], direction: str) -> None:
        study, ids = self.session.study, _codings(lines)
        self.session.change(lambda: set_direction(study, ids, direction))

    def _weigh(self, lines: Sequence[Line], weight: int) -> None:
        study, ids = self.session.study, _codings(lines)
        self.session.change(lambda: set_weight(study, ids, weight))

    def _remove(self, lines: Sequence[Line]) -> None:
        study, ids = self.session.study, _codings(lines)
        self.session.change(lambda: remove_codings(study, ids))

    def _recode(self, at: QPoint, lines: Sequence[Line]) -> None:
        study, ids = self.session.study, _codings(lines)

        def take(offers: list[Offer]) -> None:
            code, path = offers[0].code_id, offers[0].name
            if code is None:
                self.session.change(lambda: recode_to_path(study, ids, path))
            else:
                self.session.change(lambda: recode(study, ids, code))

        builder = self.page.builder
        known = list(builder.codes.values())
        builder.palette_popup.open_at(at, take, known, several=False)


def _codings(lines: Sequence[Line]) -> list[int]:
    return [line.row.coding_id for line in lines if line.row.coding_id is not None]
