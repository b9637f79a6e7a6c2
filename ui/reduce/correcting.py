"""Correcting the transcript in place: a paragraph becomes an editor, codings keep their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from app.reduce.text_editing import Goes, edit_text, what_goes
from app.reduce.text_shift import Edit, edits_between
from ui.reduce.transcript.correction_editor import CorrectionEditor
from ui.reduce.transcript.positions import shown
from ui.widgets.confirm import confirm

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage

NAMED = 8  # so many losses are named one by one
RIGHT = 16


class Correcting(QObject):
    """Opens the editor over the caret's paragraph and writes what was changed as one step."""

    def __init__(self, room: ReadingPage) -> None:
        super().__init__(room)
        self.room, self.view = room, room.view
        self.editor = CorrectionEditor(room.view.viewport())
        self.editor.saved.connect(self.finish)
        self.editor.left.connect(self.leave)
        self._source = self._start = 0
        self._old = ""
        room.view.verticalScrollBar().valueChanged.connect(self._follow)

    def begin(self) -> None:
        """Let the researcher correct the paragraph in which the caret stands."""
        if self.room.session.read_only or not self.room.source_id:
            return
        caret = self.view.caret()
        start, end = self.view.paragraph_range_at(caret)
        self._source, self._start = self.room.source_id, start
        self._old = shown(self.view.reading.text[start:end])
        self.view.ensureCursorVisible()
        units = self.view.reading.positions.to_units
        within = max(0, units(caret) - units(start))
        self.editor.begin(self._old, self.view.document().defaultFont(), self._place(), within)

    def finish(self) -> None:
        """Write what was changed; where words with codings go, ask before."""
        if not self.editor.isVisible():
            return
        edits = edits_between(self._old, self.editor.words(), self._start)
        if not edits:
            self.leave()
            return
        study, source = self.room.session.study, self._source
        self.room.session.tasks.read(
            "correcting",
            lambda: what_goes(study, source, edits),
            lambda goes: self._write(edits, goes),
        )

    def leave(self) -> None:
        """Close the editor and change nothing."""
        self.editor.hide()
        self.view.setFocus()

    def _write(self, edits: Sequence[Edit], goes: Sequence[Goes]) -> None:
        if goes and not self._sure(goes):
            return
        study, source = self.room.session.study, self._source
        self.room.session.change(lambda: edit_text(study, source, edits), lambda _gone: None)
        self.leave()

    def _sure(self, goes: Sequence[Goes]) -> bool:
        lines = [
            (
                self.tr("Coding “{name}”: {quote}")
                if one.kind == "coding"
                else self.tr("Evidence: {quote}")
            ).format(name=one.name, quote=one.quote)
            for one in goes[:NAMED]
        ]
        if len(goes) > NAMED:
            lines.append(self.tr("and %n more", "", len(goes) - NAMED))
        return confirm(
            self.room,
            self.tr("Delete coded words?"),
            self.tr("None of their words would be left. Undo brings all of it back."),
            self.tr("Delete"),
            losses=lines,
        )

    def _place(self) -> QRect:
        screen = self.view.on_screen()
        end = self._start + len(self._old)
        top, bottom = screen.extent(self._start, max(end, self._start + 1))
        first, _last = screen.edges(self._start, max(end, self._start + 1))
        left = int(first.left()) if first is not None else int(self.view.cursorRect().left())
        width = self.view.viewport().width() - left - RIGHT
        return QRect(left, int(top), max(width, 240), int(bottom - top))

    def _follow(self) -> None:
        if self.editor.isVisible():
            self.editor.move(self.editor.x(), max(0, self._place().top()))
