"""The excerpts at hand beside the board, the pairs and the clusters."""

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QWidget

from app.reduce.cooccurrence import pair_excerpts
from app.reduce.excerpts import ExcerptFilter, ExcerptRow, count_excerpts, excerpts
from app.reduce.transcript import AFFIRMS
from ui.language import ui_language
from ui.session import Session
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.titled_excerpts import FIRST, Found, TitledExcerpts


class ExcerptSide(TitledExcerpts):
    """Names the code of each excerpt, and how it stands where not all affirm."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, ExcerptList(show_code=True), parent)
        self.setMinimumWidth(220)
        self.say_only("")

    def say_only(self, sentence: str) -> None:
        """Show a sentence in place of excerpts."""
        self.say(self.tr("Excerpts"), sentence)

    def show_codes(self, title: str, codes: Collection[int]) -> None:
        """List the excerpts of codes."""
        study, language = self.session.study, ui_language()
        only = ExcerptFilter(codes=frozenset(codes), kept_only=True)

        def read() -> Found:
            first = excerpts(study, only, limit=FIRST, language=language)
            count = count_excerpts(study, only) if len(first) == FIRST else len(first)
            return count, first, lambda o, n: excerpts(study, only, offset=o, limit=n,
                                                       language=language)  # fmt: skip

        self.read(title, read, self.tr("Nothing is coded with it yet."))

    def show_pair(
        self, title: str, pair: tuple[int, int], *, branches: bool, coders: Collection[int] | None
    ) -> None:
        """List the excerpts of two codes that overlap."""
        study, language = self.session.study, ui_language()

        def read() -> Found:
            found = pair_excerpts(study, *pair, branches=branches, coders=coders)
            first = found.page(study, 0, FIRST, language)
            return len(found.codings), first, lambda o, n: found.page(study, o, n, language)

        self.read(title, read, self.tr("No excerpt of one overlaps an excerpt of the other."))

    def before_rows(self, first: Sequence[ExcerptRow]) -> None:
        self.list.style_of_rows.stance = any(row.direction != AFFIRMS for row in first)
