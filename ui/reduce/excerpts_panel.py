"""Beneath the transcript: the excerpts of the chosen code, how far they spread, the verdict."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.reduce.codes import CodeRow, branch
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.reduce.spread import Spread, spread
from ui.language import in_words, ui_language
from ui.session import Session
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.excerpt_list import ExcerptList
from ui.widgets.glyphs import VerdictLabel


class ExcerptsPanel(QFrame):
    """Lists a code's excerpts, those of the codes under it among them."""

    opened = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.code: CodeRow | None = None
        self.setProperty("rule", "top")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 4)
        self.title = ElidedLabel(kind="title")
        self.verdict = VerdictLabel()
        head.addWidget(self.title, 1)
        head.addWidget(self.verdict)
        layout.addLayout(head)
        self.list = ExcerptList(self, show_stance=True)
        self.list.activated_excerpt.connect(
            lambda row: self.opened.emit(row.source_id, row.start, row.end)
        )
        self.list.menu_requested.connect(self.menu_wanted)
        layout.addWidget(self.list, 1)
        self.show_code(None, "")

    def show_code(self, code: CodeRow | None, verdict: str) -> None:
        """Show another code, or none."""
        self.code = code
        self.set_verdict(verdict)
        if code is None:
            self.title.setText(self.tr("Choose a code to see its excerpts"))
            self.list.clear()
        else:
            self.refresh()

    def set_verdict(self, verdict: str) -> None:
        """Show the verdict on the code."""
        self.verdict.setVisible(bool(verdict) and self.code is not None)
        if verdict:
            self.verdict.set_verdict(verdict, in_words(f"verify.overall.{verdict}"))

    def refresh(self) -> None:
        """Read the excerpts of the code again."""
        code, study, language = self.code, self.session.study, ui_language()
        if code is None:
            return

        def read() -> tuple[CodeRow, ExcerptFilter, Spread]:
            only = ExcerptFilter(codes=branch(study, code.id))
            return code, only, spread(study, only)

        def show(found: tuple[CodeRow, ExcerptFilter, Spread]) -> None:
            shown, only, counts = found
            parts = [
                shown.name,
                self.tr("%n excerpt(s)", "", counts.rows),
                self.tr("%n informant(s)", "", counts.informants),
                self.tr("%n method(s)", "", counts.methods),
            ]
            self.title.setText(" · ".join(parts))
            self.list.set_pages(
                counts.rows,
                lambda offset, limit: excerpts(
                    study, only, offset=offset, limit=limit, language=language
                ),
            )

        self.session.tasks.read("code-excerpts", read, show)
