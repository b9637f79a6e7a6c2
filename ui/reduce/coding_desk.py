"""What is done with the words in the transcript: coding them, and changing their codings.

Every change runs on the writer; what it made is shown when the study has told of it.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.reduce.coding_pieces import copy_codings, merge_codings, set_aside, split_coding
from app.reduce.codings import (
    code_excerpts,
    code_in_vivo,
    code_new,
    move_borders,
    recode,
    recode_to_path,
    remove_codings,
    set_direction,
    set_memo,
    tag_excerpts,
)
from app.reduce.transcript import CodingSpan
from ui.reduce.transcript.view import TranscriptView
from ui.session import Session

REMEMBERED = 8  # codes used last, that the palette and the menu offer first


class CodingDesk(QObject):
    """Codes the selection of a view. Knows the codes used last, and what was made last."""

    recent_changed = Signal()

    def __init__(self, session: Session, view: TranscriptView, parent: QObject) -> None:
        super().__init__(parent)
        self.session, self.view = session, view
        self.recent: list[int] = []
        self.last: list[int] = []
        self.made: int | None = None
        """The coding made last, until the view shows it."""

    # --- where -----------------------------------------------------------------------------

    @property
    def source_id(self) -> int:
        """The source that is open; 0 for none."""
        return self.view.reading.transcript.source_id

    def target(self) -> tuple[int, int] | None:
        """Return what a code goes on: the selection, the selected coding, or the paragraph."""
        selected = self.view.selected_range()
        if selected is None and (coding := self.view.selected_coding()) is not None:
            selected = (coding.start, coding.end)
        start, end = selected or self.view.current_range()
        return (start, end) if self.source_id and start < end else None

    def show_target(self) -> None:
        """Select the paragraph that a code would go on, where nothing else is selected."""
        span = self.target()
        if span and self.view.selected_range() is None and self.view.selected_coding() is None:
            self.view.select_range(*span)

    # --- coding ----------------------------------------------------------------------------

    def code_with(self, code_ids: Sequence[int], span: tuple[int, int] | None = None) -> None:
        """Tag words with codes, all in one step: the target, unless it is said which."""
        span = span or self.target()
        if span is None or not code_ids or self.session.read_only:
            return
        study, source, ids = self.session.study, self.source_id, list(code_ids)
        self._note_use(ids)
        self._change(lambda: code_excerpts(study, source, *span, ids), lambda made: made[-1])

    def make_code(self, path: str) -> None:
        """Make the code at a path and tag the target with it."""
        span = self.target()
        if span is not None:
            self._make(partial(code_new, self.session.study, self.source_id, *span, path))

    def in_vivo(self) -> None:
        """Make a code that bears the selected words, and tag them with it."""
        span = self.view.selected_range()
        if span is not None and not self.session.read_only:
            self._make(partial(code_in_vivo, self.session.study, self.source_id, *span))

    def repeat(self) -> None:
        """Tag the target with what was used last."""
        self.code_with(self.last)

    def code_words(self, source_id: int, start: int, end: int, code_ids: Sequence[int]) -> None:
        """Tag a stretch of any source, such as was dropped on a code."""
        if source_id == self.source_id:
            self.code_with(code_ids, (start, end))
            return
        study, ids = self.session.study, list(code_ids)
        self._note_use(ids)
        self.session.change(lambda: code_excerpts(study, source_id, start, end, ids))

    def code_excerpts(self, excerpt_ids: Sequence[int], code_id: int) -> None:
        """Tag excerpts that are there with one more code."""
        study = self.session.study
        self._note_use([code_id])
        self.session.change(lambda: tag_excerpts(study, excerpt_ids, [code_id]))

    # --- codings ---------------------------------------------------------------------------

    def current(self) -> list[CodingSpan]:
        """Return the codings that an action is about: the selected one, else those at the caret."""
        chosen = self.view.selected_coding()
        if chosen is not None:
            return [chosen]
        return self.view.codings_at(self.view.caret()) if self.source_id else []

    def remove(self, ids: Sequence[int]) -> None:
        """Remove codings."""
        study = self.session.study
        if ids:
            self.session.change(lambda: remove_codings(study, ids))

    def recode(self, ids: Sequence[int], code_id: int) -> None:
        """Give codings another code."""
        study = self.session.study
        self._note_use([code_id])
        self.session.change(lambda: recode(study, ids, code_id))

    def recode_to_new(self, ids: Sequence[int], path: str) -> None:
        """Give codings the code at a path, which is made where it is not."""
        study = self.session.study

        def work() -> int:
            return recode_to_path(study, ids, path)

        self.session.change(work, lambda code: self._note_use([code]))

    def copy_to(self, ids: Sequence[int], to: int | str) -> None:
        """Give the excerpts of codings a further code, by its id or its path."""
        study = self.session.study
        if isinstance(to, int):
            self._note_use([to])
        self.session.change(lambda: copy_codings(study, ids, to))

    def cut(self, coding_id: int, at: int) -> None:
        """Cut a coding in two at a place in the text."""
        study = self.session.study
        self._change(lambda: split_coding(study, coding_id, at), lambda made: made)

    def join(self, ids: Sequence[int]) -> None:
        """Join codings of one code that touch."""
        study = self.session.study
        self._change(lambda: merge_codings(study, ids), lambda kept: kept[0])

    def set_aside(self, ids: Sequence[int], *, aside: bool) -> None:
        """Set the excerpts of codings aside, or take them back."""
        study = self.session.study
        if ids:
            self.session.change(lambda: set_aside(study, ids, aside=aside))

    def direct(self, ids: Sequence[int], direction: str) -> None:
        """Say whether codings affirm, deny or are mixed."""
        study = self.session.study
        if ids:
            self.session.change(lambda: set_direction(study, ids, direction))

    def annotate(self, coding_id: int, memo: str) -> None:
        """Write the memo on a coding."""
        study = self.session.study
        self.session.change(lambda: set_memo(study, coding_id, memo))

    def move_borders(self, coding_id: int, start: int, end: int) -> None:
        """Give a coding other borders; the view shows them already."""
        study = self.session.study
        self.session.change(lambda: move_borders(study, coding_id, start, end))

    # --- after a change --------------------------------------------------------------------

    def select_made(self) -> None:
        """Select the coding that was made last, once the view has it."""
        if self.made is not None and self.view.reading.index.find(self.made) is not None:
            made, self.made = self.made, None
            self.view.set_selected_coding(made)

    def forget_codes(self, known: Sequence[int]) -> None:
        """Forget used codes that are no longer among `known`."""
        there = set(known)
        self.recent = [code for code in self.recent if code in there]
        self.last = [code for code in self.last if code in there]
        self.recent_changed.emit()

    def _make(self, work: Callable[[], tuple[int, int]]) -> None:
        def first(made: tuple[int, int]) -> int:
            self._note_use([made[0]])
            return made[1]

        self._change(work, first)

    def _change(self, work: Callable[[], Any], coding_of: Callable[[Any], int]) -> None:
        def done(result: Any) -> None:
            self.made = coding_of(result)
            self.select_made()

        self.session.change(work, done)

    def _note_use(self, code_ids: Sequence[int]) -> None:
        self.last = list(code_ids)
        others = [code for code in self.recent if code not in code_ids]
        self.recent = [*code_ids, *others][:REMEMBERED]
        self.recent_changed.emit()
