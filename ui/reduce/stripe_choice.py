"""Choosing what the stripes in the margin show: codes, coders, or kinds of coders."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from app.design.coders import KINDS, CoderRow, coders
from app.study import Changed
from ui.language import in_words
from ui.reduce.transcript.stripe_looks import BY, By, StripeLooks
from ui.theme import theme

if TYPE_CHECKING:
    from ui.reduce.reading_page import ReadingPage

KEPT = "reduce/stripes"
COLOURS = dict(zip(KINDS.values, ("accent", "partial", "single", "contradicts"), strict=True))
"""Each kind of coder has a colour of the theme; the word beside it says the same."""


class StripeChoice(QObject):
    """Keeps the stripes of a page as they were chosen, and right when coders change."""

    def __init__(self, page: ReadingPage) -> None:
        super().__init__(page)
        self.page = page
        kept = str(QSettings().value(KEPT, BY[0]))
        self.by: By = next((by for by in BY if by == kept), BY[0])
        for action, by in page.actions_of_room.stripes_by():
            action.setChecked(by == self.by)
            action.triggered.connect(partial(self._choose, by))
        page.session.changed.connect(self._follow)
        theme().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the coders again."""
        session = self.page.session
        session.tasks.read("stripe-coders", lambda: coders(session.study), self._show)

    def _choose(self, by: By, _checked: bool = False) -> None:
        self.by = by
        QSettings().setValue(KEPT, by)
        self.refresh()

    def _follow(self, changed: Changed) -> None:
        if changed.touches("coder"):
            self.refresh()

    def _show(self, found: list[CoderRow]) -> None:
        kinds = {
            coder.name: (
                theme().color(COLOURS[coder.kind]).name(),
                in_words(f"study.coders.{coder.kind}"),
            )
            for coder in found
        }
        colours = {coder.name: coder.colour for coder in found}
        self.page.view.stripes.set_looks(StripeLooks(self.by, colours, kinds))
