"""Which steps of the audit trail are shown: kinds, who, when, words, the thing that is traced."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.verify.audit.kinds import KINDS
from app.verify.audit.tracing import Key
from app.verify.audit.trail import Wanted
from ui.language import in_words
from ui.session import Session
from ui.verify.audit.trace_field import TraceField
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.search_field import SearchField

ANY = ""
ROW = 44
MOST_MONTHS = 24
Span = tuple[date | None, date | None]


class AuditFilters(QFrame):
    """Two rows of controls; `changed` says that other steps are wanted."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "bottom")
        self.about: Key | None = None
        self._day: date | None = None
        kinds = [(kind, in_words(f"audit.kind.{kind}")) for kind in KINDS]
        self.kind = ChoiceButton("", [(ANY, self.tr("All things")), *kinds], ANY, self)
        self.coder = ChoiceButton("", [(ANY, self.tr("Everybody"))], ANY, self)
        self.span = ChoiceButton("", self._spans(None), (None, None), self)
        self.words = SearchField(self.tr("Words"), parent=self)
        self.undone = QCheckBox(self.tr("Also what was taken back"), self)
        self.trace = TraceField(session, self)
        self.life = QPushButton(self)
        self.life.setVisible(False)
        self.life.setToolTip(self.tr("Show all steps again"))
        self.life.clicked.connect(lambda: self.show_life_of(None))
        for choice in (self.kind, self.coder, self.span):
            choice.chosen.connect(lambda _: self.changed.emit())
        self.words.searched.connect(lambda _: self.changed.emit())
        self.undone.toggled.connect(lambda _: self.changed.emit())
        self.trace.wanted.connect(lambda entity, number: self.show_life_of((entity, number)))
        self._arrange()

    def _arrange(self) -> None:
        self.upper, self.lower = QHBoxLayout(), QHBoxLayout()
        for widget in (self.kind, self.coder, self.span, self.undone):
            self.upper.addWidget(widget)
        self.upper.addStretch(1)
        self.lower.addWidget(self.words, 1)
        self.lower.addWidget(self.trace, 1)
        self.lower.addWidget(self.life)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(8)
        for row in (self.upper, self.lower):
            row.setSpacing(8)
            column.addLayout(row)

    def wanted(self) -> Wanted:
        """Return which steps are wanted."""
        kind, coder, span = self.kind.current(), self.coder.current(), self.span.current()
        since, until = span if isinstance(span, tuple) else (None, None)
        found = Wanted(since=since, until=until, words=self.words.text(), about=self.about)
        return replace(
            found,
            kinds=(str(kind),) if kind else (),
            coder=str(coder) if coder else None,
            undone=self.undone.isChecked(),
        )

    def show_known(self, coders: list[str], days: tuple[date, date] | None) -> None:
        """Offer who made steps, and the months in which there are any."""
        named = [(name, name) for name in coders if name]
        self.coder.set_options([(ANY, self.tr("Everybody")), *named])
        self.span.set_options(self._spans(days))

    def show_life_of(self, key: Key | None) -> None:
        """Show only the life of a thing; of all again for None."""
        self.about = key
        self.life.setVisible(key is not None)
        self.changed.emit()

    def show_codes_of(self, day: date) -> None:
        """Show what became of codes on a day."""
        self._day = day
        self.kind.set_current("code")
        self.span.set_options(self._spans(None))
        self.span.set_current((day, day))
        self.changed.emit()

    def name_life(self, name: str) -> None:
        """Say whose life is shown."""
        short = name if len(name) <= 48 else f"{name[:47].rstrip()}…"
        self.life.setText(self.tr("Life of: {name}  ✕").format(name=short).replace("&", "&&"))

    def _spans(self, days: tuple[date, date] | None) -> list[tuple[object, str]]:
        today = date.today()
        found: list[tuple[object, str]] = [
            ((None, None), self.tr("All days")),
            ((today, None), self.tr("Today")),
            ((today - timedelta(days=6), None), self.tr("Last 7 days")),
            ((today - timedelta(days=29), None), self.tr("Last 30 days")),
        ]
        one: list[tuple[object, str]] = (
            [] if self._day is None else [((self._day, self._day), f"{self._day:%d/%m/%Y}")]
        )
        return [*found, *one, *(_months(*days) if days else ())]


def _months(first: date, last: date) -> list[tuple[object, str]]:
    """Return the months from the last one back to the first, as many as a menu can hold."""
    found: list[tuple[object, str]] = []
    start = last.replace(day=1)
    while start >= first.replace(day=1) and len(found) < MOST_MONTHS:
        end = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        found.append(((start, end), f"{start:%m/%Y}"))
        start = (start - timedelta(days=1)).replace(day=1)
    return found
