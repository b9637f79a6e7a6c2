"""Evidence found to judge: excerpts of the codes that a claim names, each judged by one key."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.study import Changed
from app.verify.finding_evidence import add_evidence
from app.verify.to_judge import ToJudge, dismiss, offer_again, to_judge
from ui.language import in_words
from ui.session import Session
from ui.widgets.excerpt_list import ExcerptList

KEYS = {
    Qt.Key.Key_A: "",
    Qt.Key.Key_S: "supports",
    Qt.Key.Key_C: "contradicts",
    Qt.Key.Key_Q: "qualifies",
}
"""Which stance a key gives; A takes the one that the codings suggest."""
DISMISSING = (Qt.Key.Key_D, Qt.Key.Key_Delete)
SOURCES = ("coding", "code", "evidence", "claim_link", "excerpt", "study", "source")


class JudgePane(QWidget):
    """A takes an excerpt as suggested; S, C, Q with that stance; D dismisses it."""

    open_excerpt = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.found: ToJudge | None = None
        self._finding: int | None = None
        self._at = 0
        self._stale = False
        self.about = QLabel(self)
        self.about.setProperty("kind", "soft")
        self.about.setWordWrap(True)
        self.list = ExcerptList(self, show_stance=True, show_code=True)
        self.list.setAccessibleName(self.tr("Evidence to judge"))
        self.list.set_words(lambda stance: in_words(f"verify.stance.{stance}"))
        self.list.menu_requested.connect(self.menu_wanted)
        self.list.doubleClicked.connect(lambda _: self._open())
        self.list.installEventFilter(self)
        self.empty = QLabel(self)
        self.empty.setProperty("kind", "soft")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(14, 8, 14, 8)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.list)
        self.take = QPushButton(self.tr("Add (A)"), self)
        self.take.setToolTip(
            self.tr("A adds it as suggested; S, C and Q: supports, contradicts, qualifies.")
        )
        self.take.clicked.connect(lambda: self._judge(""))
        self.leave = QPushButton(self.tr("Dismiss (D)"), self)
        self.leave.clicked.connect(lambda: self._judge(None))
        self.again = QPushButton(self)
        self.again.setProperty("link", True)
        self.again.clicked.connect(self._offer_again)
        self._arrange()
        session.changed.connect(self._note)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 4, 14, 8)
        buttons.setSpacing(8)
        for button in (self.take, self.leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.about.setContentsMargins(14, 6, 14, 6)
        column.addWidget(self.about)
        column.addLayout(buttons)
        column.addWidget(self.stack, 1)

    def show_finding(self, finding_id: int | None) -> None:
        """Look for evidence for another finding, or for none."""
        self._finding, self._at = finding_id, 0
        self._read()

    def _note(self, changed: Changed) -> None:
        if not changed.touches(*SOURCES):
            return
        self._stale = True
        around = self.parentWidget()
        if around is not None and around.isVisible():  # the pill beside it shows the count
            self._read()

    def wake(self) -> None:
        """Read again what changed while nobody looked."""
        if self._stale:
            self._read()

    def _read(self) -> None:
        study, number = self.session.study, self._finding
        self._stale = False
        if number is None:
            return

        def work() -> ToJudge:
            return to_judge(study, number)

        def show(found: ToJudge) -> None:
            if number == self._finding:
                self._show(found)

        self.session.tasks.read(("to-judge", id(self)), work, show)

    def _show(self, found: ToJudge) -> None:
        self.found = found
        self.list.set_rows(found.rows)
        if found.rows:
            index = self.list.model().index(min(self._at, len(found.rows) - 1), 0)
            self.list.setCurrentIndex(index)
        self.stack.setCurrentWidget(self.list if found.rows else self.empty)
        self.about.setText(self._about(found))
        self.about.setVisible(bool(found.codes))
        self.empty.setText(self._nothing(found))
        may = bool(found.rows) and not self.session.read_only
        for button in (self.take, self.leave):
            button.setEnabled(may)
            button.setVisible(bool(found.rows))
        self.again.setVisible(found.dismissed > 0 and not self.session.read_only)
        self.again.setText(self.tr("%n dismissed: offer again", "", found.dismissed))
        self.counted.emit(len(found.rows))

    def _about(self, found: ToJudge) -> str:
        names = ", ".join(found.codes)
        if found.named:
            said = self.tr("The claim names {codes}.").format(codes=names)
        else:
            said = self.tr("Coded like its evidence: {codes}.").format(codes=names)
        against = self.tr("%n excerpt(s) against it.", "", found.against)
        return f"{said} {against}" if found.rows else said

    def _nothing(self, found: ToJudge) -> str:
        if found.codes:
            return self.tr("All that is coded so has been judged.")
        return self.tr("Name a code in the claim by @ to see all that is coded with it.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.list and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and not event.modifiers():
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif self.session.read_only:
            return False
        elif key in KEYS:
            self._judge(KEYS[key])
        elif key in DISMISSING:
            self._judge(None)
        else:
            return False
        return True

    def _open(self) -> None:
        row: Any = self.list.current_row()
        if row is not None:
            self.open_excerpt.emit(row.source_id, row.start, row.end)

    def _judge(self, stance: str | None) -> None:
        """Take the selected excerpts with a stance ("" as suggested); None dismisses them."""
        rows: list[Any] = self.list.selected_rows()
        number, study = self._finding, self.session.study
        if number is None or not rows:
            return
        self._at = min(index.row() for index in self.list.selectedIndexes())
        ids = list(dict.fromkeys(row.excerpt_id for row in rows))
        if stance is None:
            self.session.change(lambda: dismiss(study, number, ids))
        elif stance:
            self.session.change(lambda: add_evidence(study, number, ids, stance))
        else:
            suggested = {row.excerpt_id: row.stance for row in rows}
            self.session.change(lambda: _take(study, number, suggested))

    def _offer_again(self) -> None:
        number, study = self._finding, self.session.study
        if number is not None:
            self.session.change(lambda: offer_again(study, number))


def _take(study: Any, number: int, suggested: dict[int, str]) -> None:
    with study.change("findings.history.judged"):
        for stance in dict.fromkeys(suggested.values()):
            ids = [excerpt for excerpt, said in suggested.items() if said == stance]
            add_evidence(study, number, ids, stance)
