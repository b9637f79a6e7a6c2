"""Beneath the transcript: the excerpts of the chosen codes, how far they spread, the verdict."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.codes import CodeRow
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, excerpts
from app.reduce.spread import Spread, spread
from app.reduce.transcript import AFFIRMS
from ui.badge_words import badge_words
from ui.session import Session
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.glyphs import VerdictLabel

FIRST = 200  # rows that are read with the counts, so that the list need not ask again


class ExcerptsPanel(QFrame):
    """Lists the excerpts of codes, those of the codes under them among them."""

    opened = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.codes: Sequence[CodeRow] = ()
        self.branch: frozenset[int] = frozenset()
        self.coders: frozenset[int] | None = None
        self.setMinimumHeight(70)
        self.setAccessibleName(self.tr("Excerpts of the code"))
        self.title = QLabel(self)
        self.title.setProperty("kind", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.counts = ElidedLabel(kind="section")
        self.verdict = VerdictLabel()
        self.list = ExcerptList(self)
        self.empty = QLabel(self)
        self.empty.setProperty("kind", "soft")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(14, 4, 14, 8)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.list)
        self.list.activated_excerpt.connect(self._open)
        self.list.menu_requested.connect(self.menu_wanted)
        self._arrange()
        self.show_codes((), frozenset(), "")

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 6)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.counts, 1)
        head.addWidget(self.verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)

    def show_codes(self, codes: Sequence[CodeRow], branch: frozenset[int], verdict: str) -> None:
        """Show other codes, or none. `branch` has the ids of all that counts as theirs."""
        self.codes, self.branch = codes, branch
        self.set_verdict(verdict)
        names = ", ".join(code.name for code in codes[:3]) + (" …" if len(codes) > 3 else "")
        short = self.fontMetrics().elidedText(names, Qt.TextElideMode.ElideRight, 420)
        self.title.setText(short or self.tr("Excerpts"))
        if codes:
            self.refresh()
            return
        self.session.tasks.read("code-excerpts", lambda: None, lambda _none: None)
        self.counts.setText("")
        self._say(self.tr("Choose a code at the right to read all that was coded with it."))

    def set_verdict(self, verdict: str) -> None:
        """Show the verdict on the code; empty for none."""
        shown = bool(verdict) and len(self.codes) == 1
        self.verdict.setVisible(shown)
        if shown:
            self.verdict.set_verdict(verdict, badge_words(verdict))

    def set_coders(self, coders: frozenset[int] | None) -> None:
        """List the codings of these coders; None: of all."""
        if coders != self.coders:
            self.coders = coders
            self.refresh()

    def refresh(self) -> None:
        """Read the excerpts again."""
        if not self.codes:
            return
        study = self.session.study
        only = ExcerptFilter(codes=self.branch, coders=self.coders)

        def read() -> tuple[Spread, list[ExcerptRow]]:
            return spread(study, only), excerpts(study, only, limit=FIRST)

        self.session.tasks.read("code-excerpts", read, lambda found: self._show(only, *found))

    def _show(self, only: ExcerptFilter, counts: Spread, first: list[ExcerptRow]) -> None:
        study = self.session.study
        said = [
            self.tr("%n excerpt(s)", "", counts.excerpts),
            self.tr("%n informant(s)", "", counts.informants),
            self.tr("%n method(s)", "", counts.methods),
        ]
        self.counts.setText(" · ".join(["", *said]).strip() if counts.rows else "")
        if not counts.rows:
            self._say(self.tr("Nothing is coded with it yet: select words and drag them onto it."))
            return

        def fetch(offset: int, limit: int) -> Sequence[ExcerptRow]:
            if offset + limit <= len(first) or counts.rows == len(first):
                return first[offset : offset + limit]
            return excerpts(study, only, offset=offset, limit=limit)

        plain = counts.rows == len(first) and all(row.direction == AFFIRMS for row in first)
        self.list.style_of_rows.stance = not plain  # a list of affirming excerpts need not say so
        self.list.style_of_rows.code = len(self.branch) > 1
        self.list.set_pages(counts.rows, fetch)
        self.pages.setCurrentWidget(self.list)

    def _say(self, words: str) -> None:
        self.empty.setText(words)
        self.pages.setCurrentWidget(self.empty)

    def _open(self, row: ExcerptRow) -> None:
        self.opened.emit(row.source_id, row.start, row.end)
