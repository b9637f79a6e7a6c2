"""Which codings are looked at: of which coders, of which codes; the others are out of sight."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.design.coders import CoderRow, coders
from app.reduce.transcript import CodingSpan
from ui.session import Session

ARROW = " ▾"


class Looking(QObject):
    """What passes to the view, and the button that chooses it. Nothing is changed in the study.

    With `mine` only the present coder's work is seen: for coding twice, blindly (two coders who do
    not see each other's work before they compare).
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.mine = self.of_branch = False
        self.hidden: set[str] = set()
        self.branch: Collection[int] = frozenset()
        self.button = QPushButton(parent)
        self.button.setToolTip(self.tr("Which codings are seen"))
        self._menu = QMenu(self.button)
        self._menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self._menu)
        self._name()

    @property
    def at_all(self) -> bool:
        """Whether nothing is out of sight."""
        return not (self.mine or self.of_branch or self.hidden)

    def of(self, spans: Iterable[CodingSpan]) -> tuple[CodingSpan, ...]:
        """Return those codings that are looked at."""
        return tuple(span for span in spans if self.passes(span))

    def passes(self, span: CodingSpan) -> bool:
        """Tell whether a coding is looked at."""
        if self.mine and span.coder != self.session.study.coder_name:
            return False
        if self.of_branch and span.code_id not in self.branch:
            return False
        return span.coder not in self.hidden

    def coder_ids(self) -> frozenset[int] | None:
        """Return the coders whose codings are looked at; None for all."""
        if self.mine:
            return frozenset([self.session.study.coder_id])
        if not self.hidden:
            return None
        everyone = coders(self.session.study)
        return frozenset(coder.id for coder in everyone if coder.name not in self.hidden)

    def set_branch(self, branch: Collection[int]) -> None:
        """Say which codes are chosen: they and those under them."""
        if set(branch) != set(self.branch):
            self.branch = frozenset(branch)
            if self.of_branch:
                self.changed.emit()

    def set_mine(self, mine: bool) -> None:
        """See only what the present coder coded."""
        self._set(mine=mine)

    def set_of_branch(self, of_branch: bool) -> None:
        """See only codings of the chosen codes."""
        self._set(of_branch=of_branch)

    def show_coder(self, name: str, shown: bool) -> None:
        """See the codings of a coder, or not."""
        hidden = self.hidden - {name} if shown else self.hidden | {name}
        self._set(hidden=hidden)

    def coder_changed(self) -> None:
        """Follow the study, in which another coder codes now."""
        if self.mine:
            self.changed.emit()

    def show_all(self) -> None:
        """See every coding."""
        self._set(mine=False, of_branch=False, hidden=set())

    def _set(self, **values: object) -> None:
        before = (self.mine, self.of_branch, self.hidden)
        for name, value in values.items():
            setattr(self, name, value)
        if before != (self.mine, self.of_branch, self.hidden):
            self._name()
            self.changed.emit()

    def _name(self) -> None:
        if self.mine:
            words = self.tr("Only my codings")
        elif self.of_branch:
            words = self.tr("Chosen codes only")
        elif self.hidden:
            words = self.tr("Some coders")
        else:
            words = self.tr("All codings")
        self.button.setText(words + ARROW)
        self.button.setProperty("accent", not self.at_all)
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("All codings")).triggered.connect(lambda: self.show_all())
        self._menu.addSeparator()
        self._add(self.tr("Only my codings (blind coding)"), self.mine, self.set_mine)
        self._add(self.tr("Only the chosen codes"), self.of_branch, self.set_of_branch)
        everyone: list[CoderRow] = coders(self.session.study)
        if len(everyone) > 1:
            self._menu.addSection(self.tr("Coders"))
            for coder in everyone:
                shown = coder.name not in self.hidden
                self._add(coder.name, shown, partial(self.show_coder, coder.name))

    def _add(self, words: str, on: bool, act: object) -> None:
        action = self._menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(act)
