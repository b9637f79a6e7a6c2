"""A pane of excerpts: what stands behind a cell, or one side of a comparison."""

from PySide6.QtWidgets import QWidget

from app.reduce.excerpts import ExcerptFilter, count_excerpts, excerpts
from ui.language import in_words
from ui.session import Session
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.titled_excerpts import FIRST, Found, TitledExcerpts


class ExcerptPane(TitledExcerpts):
    """Says of each excerpt how it stands to the claim."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        show_code: bool = False,
        to_choose: bool = False,
    ) -> None:
        listed = ExcerptList(show_stance=True, show_code=show_code, to_choose=to_choose)
        super().__init__(session, listed, parent)
        self.list.set_words(lambda stance: in_words(f"verify.stance.{stance}"))

    def show_excerpts(self, title: str, only: ExcerptFilter, none: str) -> None:
        """Show the excerpts of `only`, or the sentence `none` where there are none."""
        study = self.session.study

        def work() -> Found:
            first = excerpts(study, only, limit=FIRST)
            count = count_excerpts(study, only) if len(first) == FIRST else len(first)
            return count, first, lambda o, n: excerpts(study, only, offset=o, limit=n)

        self.read(title, work, none)
