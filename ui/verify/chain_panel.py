"""The whole chain on one screen: finding, evidence, excerpt, turn, source, informant."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.errors import UserError
from app.reduce.citation import letter
from app.reduce.excerpts import ExcerptRow
from app.study import Changed
from app.verify.chain import Chain, chain
from ui.language import in_words, ui_language
from ui.session import Session
from ui.theme import serif_font, theme
from ui.widgets.badges import Chip, MethodBadge
from ui.widgets.glyphs import VerdictLabel


class ChainPanel(QScrollArea):
    """Tells how a piece of evidence leads from its finding down to who spoke."""

    open_excerpt = Signal(int, int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.row: ExcerptRow | None = None
        self.chain: Chain | None = None
        self._finding = ("", "")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.inner = QWidget(self)
        self.inner.setProperty("ground", "panel")
        self.inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self.inner)
        self._column.setContentsMargins(16, 10, 16, 16)
        self._column.setSpacing(4)
        self.setWidget(self.inner)
        self.setAccessibleName(self.tr("Chain of evidence"))
        self.say_nothing()
        session.changed.connect(self._note)
        theme().changed.connect(self._tell)

    def say_nothing(self) -> None:
        """Say what belongs here: no evidence is looked at."""
        self.row = self.chain = None
        self._clear()
        hint = self._words(self.tr("Click a piece of evidence to follow it to its source."), "soft")
        self._column.addWidget(hint)
        self._column.addStretch(1)

    def show_chain(self, label: str, claim: str, row: ExcerptRow) -> None:
        """Tell the chain of a piece of evidence of a finding."""
        self._finding = (label, claim)
        self.row = row
        self._read()

    def _note(self, changed: Changed) -> None:
        told = ("excerpt", "source", "turn", "informant", "participation", "coding", "code", "role")
        if self.row is not None and self.isVisible() and changed.touches(*told):
            self._read()

    def _read(self) -> None:
        if self.row is None:
            return
        study, excerpt = self.session.study, self.row.excerpt_id

        def work() -> Chain | None:
            try:
                return chain(study, excerpt)
            except UserError:  # it went while one looked at it
                return None

        def show(found: Chain | None) -> None:
            if found is not None and self.row is not None and self.row.excerpt_id == excerpt:
                self.chain = found
                self._tell()

        self.session.tasks.read(("chain", id(self)), work, show)

    def _tell(self) -> None:
        found, row = self.chain, self.row
        if found is None or row is None:
            return
        self._clear()
        self._step(self.tr("Finding"), self._words(" · ".join(filter(None, self._finding)), ""))
        self._tell_evidence(row)
        self._tell_turn(found)
        self._tell_source(found)
        self._tell_informant(found)
        self._column.addStretch(1)

    def _tell_evidence(self, row: ExcerptRow) -> None:
        sign = VerdictLabel(row.stance, in_words(f"verify.stance.{row.stance}"), self.inner)
        self._step(self.tr("Evidence"), sign)
        if row.note:
            self._column.addWidget(self._words(row.note, ""))
        if row.coder:
            self._column.addWidget(
                self._words(self.tr("added by {coder}").format(coder=row.coder), "small")
            )

    def _tell_turn(self, found: Chain) -> None:
        soft = theme().words("soft").name()
        ground = theme().color("accent_ground").name()
        parts = (
            f'<span style="color:{soft}">{"… " if found.cut_before else ""}',
            f"{_html(found.before)}</span>",
            f'<span style="background-color:{ground}">{_html(found.words)}</span>',
            f'<span style="color:{soft}">{_html(found.after)}',
            f"{' …' if found.cut_after else ''}</span>",
        )
        self.turn = QLabel("".join(parts), self.inner)
        self.turn.setTextFormat(Qt.TextFormat.RichText)
        self.turn.setWordWrap(True)
        self.turn.setFont(serif_font(11))
        self.turn.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        title = self.tr("Excerpt in its turn") if found.speaker else self.tr("Excerpt")
        if found.asked:
            self._step(self.tr("Asked"), self._words(found.asked, "soft"))
        self._step(title, self.turn)
        if found.codes:
            self._column.addWidget(self._words(", ".join(found.codes), "small"))

    def _tell_source(self, found: Chain) -> None:
        name = in_words(f"study.methods.{found.method}")
        badge = MethodBadge(letter(found.method, ui_language()), name, self.inner)
        self._step(self.tr("Source"), badge)
        titles = dict.fromkeys(part for part in (found.reference, found.title) if part)
        self._column.addWidget(self._words(" · ".join(titles), ""))
        date = found.date.strftime("%d/%m/%Y") if found.date else ""
        line = self.tr("line {number}").format(number=found.line)
        about = [part for part in (name, date, found.place, found.site, line) if part]
        self._column.addWidget(self._words(" · ".join(dict.fromkeys(about)), "small"))
        self.open = QPushButton(self.tr("Open in the transcript"), self.inner)
        self.open.setProperty("link", True)
        place = (found.source_id, found.start, found.end)
        self.open.clicked.connect(lambda: self.open_excerpt.emit(*place))
        self._column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)

    def _tell_informant(self, found: Chain) -> None:
        who = " · ".join(part for part in (found.informant, found.post) if part)
        none = self.tr("The source speaks for itself: it has no informant.")
        self.informant = self._words(who or none, "" if who else "soft")
        self._step(self.tr("Informant"), self.informant)
        for words in dict.fromkeys(part for part in (found.role, found.category) if part):
            self._column.addWidget(Chip(words, self.inner), 0, Qt.AlignmentFlag.AlignLeft)

    def _step(self, name: str, what: QWidget) -> None:
        if self._column.count():
            arrow = self._words("↓", "small")
            arrow.setAccessibleName("")
            self._column.addWidget(arrow)
        head = QLabel(name, self.inner)
        head.setProperty("kind", "section")
        self._column.addWidget(head)
        self._column.addWidget(what)

    def _words(self, words: str, kind: str) -> QLabel:
        label = QLabel(words, self.inner)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if kind:
            label.setProperty("kind", kind)
        return label

    def _clear(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _html(words: str) -> str:
    return escape(words).replace("\n", "<br>")
