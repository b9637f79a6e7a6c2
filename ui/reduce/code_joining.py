"""Merging codes into one, and splitting one: what goes and what stays is said before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.reduce.code_merging import Merging, merge_codes, what_merging_does
from app.reduce.code_splitting import split_code
from app.reduce.codes import CodeRow, shortened
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from ui.reduce.code_split import CodeSplit
from ui.reduce.palette_model import Offer
from ui.widgets.confirm import confirm

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage


class CodeJoining(QObject):
    """Asks and changes the study; `choose` gets the code that is to be the chosen one then."""

    def __init__(self, room: ReadingPage, choose: Callable[[int], None]) -> None:
        super().__init__(room)
        self.room, self.session, self.tree = room, room.session, room.tree
        self._choose = choose
        self.splitting: CodeSplit | None = None

    def merge(self) -> None:
        """Ask for the code that the chosen ones are folded into."""
        ids = self.tree.selected()
        if not ids:
            return
        rows = list(self.tree.codes.values())
        if len(ids) > 1:
            rows = [row for row in rows if row.id in ids]
        branch = self.tree.model.branch(ids) if len(ids) == 1 else []
        self.room.coding.palette.open_at(
            self.tree.below_current(),
            lambda offers: self._merge_into(ids, offers),
            rows,
            asks=self.tr("Merge into…"),
            can_make=False,
            several=False,
            without=branch,
        )

    def _merge_into(self, ids: Sequence[int], offers: Sequence[Offer]) -> None:
        into, study = offers[0].code_id, self.session.study
        if into is not None:
            self.session.tasks.read(
                "merging",
                lambda: what_merging_does(study, ids, into),
                lambda found: self._confirm_merge(ids, into, found),
            )

    def _confirm_merge(self, ids: Sequence[int], into: int, found: Merging) -> None:
        study, known = self.session.study, self.tree.codes
        if into not in known or not found.codes:
            return
        names = shortened(known[key].name for key in ids if key in known and key != into)
        lines = [
            (found.codes, self.tr("%n code(s) with name and colour: {names}", "", found.codes)),
            (found.doubles, self.tr("%n coding(s) that the code has already", "", found.doubles)),
        ]
        kept = [
            (found.codings, self.tr("%n coding(s)", "", found.codings)),
            (found.memos, self.tr("%n memo(s) on the codes", "", found.memos)),
            (found.below, self.tr("%n code(s) under them", "", found.below)),
        ]
        stays = ", ".join(words for count, words in kept if count) or self.tr("nothing else")
        if confirm(
            self.room,
            self.tr("Merge into “{name}”?").format(name=known[into].name),
            self.tr(
                "This comes along: {kept}; the codebook entries and the memos of codings are "
                "joined. This goes, and undo brings it back:"
            ).format(kept=stays),
            self.tr("Merge"),
            losses=[words.format(names=names) for count, words in lines if count],
            danger=False,
        ):
            self.session.change(
                lambda: merge_codes(study, ids, into), lambda _none: self._choose(into)
            )

    # --- splitting ---------------------------------------------------------------------------

    def split(self) -> None:
        """Read the code's own excerpts and ask which of them go to a new code."""
        code, study = self.tree.current_code(), self.session.study
        if code is not None and not self.session.read_only:
            only = ExcerptFilter(codes=[code.id], coders=self.room.looking.coder_ids())
            self.session.tasks.read(
                "splitting",
                lambda: excerpts(study, only),
                lambda rows: self._ask_split(code, rows),
            )

    def _ask_split(self, code: CodeRow, rows: Sequence[ExcerptRow]) -> None:
        if self.splitting is not None:
            self.splitting.close()
        self.splitting = CodeSplit(code, rows, self.room)
        self.splitting.wanted.connect(self._split_off)
        self.splitting.finished.connect(self._forget_split)
        self.splitting.show()

    def _forget_split(self) -> None:
        self.splitting = None

    def _split_off(self, code_id: int, name: str, codings: Sequence[int]) -> None:
        study = self.session.study
        self.session.change(lambda: split_code(study, code_id, name, codings), self._choose)
