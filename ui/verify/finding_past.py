"""How a finding came to be what it is: each change of status, claim, conclusion and confidence."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.study import Changed
from app.verify.finding_history import FindingChange, finding_changes
from ui.language import in_words
from ui.session import Session
from ui.widgets.glyphs import VerdictLabel

LONGEST = 240
MOST = 200


class FindingPast(QWidget):
    """A line for each change, the newest first: when, who, from what, to what."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.lines: list[str] = []
        self._finding: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(2)
        session.changed.connect(self._note)

    def show_finding(self, finding_id: int) -> None:
        """Tell the history of a finding."""
        self._finding = finding_id
        self._read()

    def _note(self, changed: Changed) -> None:
        if self._finding in changed.rows.get("finding", ()):
            self._read()

    def _read(self) -> None:
        study, number = self.session.study, self._finding
        if number is None:
            return

        def show(found: list[FindingChange]) -> None:
            if number == self._finding:
                self._show(found)

        self.session.tasks.read(("past", id(self)), lambda: finding_changes(study, number), show)

    def _show(self, found: Sequence[FindingChange]) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        for change in list(reversed(found))[:MOST]:
            self._tell(change)
        if not found:
            self._column.addWidget(self._words(self.tr("Nothing has changed yet."), "soft"))
        self._column.addStretch(1)

    def _tell(self, change: FindingChange) -> None:
        moment = change.made_at.strftime("%d/%m/%Y %H:%M")
        head = " · ".join(part for part in (moment, change.coder, self._name(change)) if part)
        self._column.addWidget(self._words(head, "small"))
        said = self._said(change.column, change.after)
        if change.before:
            said = f"{self._said(change.column, change.before)} → {said}"
        self.lines.append(said)
        if change.column == "status":
            self._column.addWidget(VerdictLabel(change.after, said, self))
        else:
            self._column.addWidget(self._words(said, ""))
        self._column.addSpacing(8)

    def _name(self, change: FindingChange) -> str:
        names = {
            "status": self.tr("Status"),
            "claim": self.tr("Claim"),
            "conclusion": self.tr("Conclusion"),
            "confidence": self.tr("Confidence"),
        }
        return names[change.column]

    def _said(self, column: str, value: str) -> str:
        if column == "status":
            return in_words(f"verify.finding_status.{value}")
        if column == "confidence":
            return in_words(f"findings.confidence.{value or 'none'}")
        words = value or self.tr("(empty)")
        return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"

    def _words(self, words: str, kind: str) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        if kind:
            label.setProperty("kind", kind)
        return label
