"""The thirteen tactics on a finding, one below the other, with what was passed and what is open."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.display.scores.tables import score_tables
from app.study import Changed, Study
from app.verify.claims import codes_of
from app.verify.tactics.checks import OUTCOMES, TacticRow, decide, tactics, work_with
from ui.language import in_words, ui_language
from ui.session import Session
from ui.verify.tactics.tactic_card import Choice, TacticCard

ENTITIES = (
    *("finding", "finding_check", "evidence", "rival", "rival_evidence", "member_check", "code"),
    *("coding", "excerpt", "source", "site", "informant", "participation", "score_table", "item"),
)
Read = tuple[list[TacticRow], list[Choice], list[Choice]]


class TacticsPanel(QWidget):
    """Follows the finding that is shown; hidden, it reads nothing. Nothing is made one number."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.finding_id: int | None = None
        self.cards: dict[str, TacticCard] = {}
        self._stale = False
        self._shown: int | None = None
        self.summary = QLabel(self)
        self.summary.setProperty("kind", "small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.summary)
        session.changed.connect(self._after_change)

    def show_finding(self, finding_id: int | None) -> None:
        """Show the tactics on another finding, or none. What was written before is kept."""
        self.flush()
        self.finding_id = finding_id
        for shown in (self.summary, *self.cards.values()):
            shown.setVisible(finding_id is not None)
        self._read()

    def flush(self) -> None:
        """Have what was written kept now."""
        for card in self.cards.values():
            card.note.flush()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._read()

    def _after_change(self, changed: Changed) -> None:
        if changed.touches(*ENTITIES):
            self._read()

    def _read(self) -> None:
        self._stale = not self.isVisible()
        finding_id, study, language = self.finding_id, self.session.study, ui_language()
        if self._stale or finding_id is None:
            return
        self.session.tasks.read(
            ("tactics", id(self)),
            lambda: _read(study, finding_id, language),
            lambda found: self._show(finding_id, *found),
            lambda _gone: None,  # the finding was deleted: another one is shown
        )

    def _show(
        self,
        finding_id: int,
        rows: Sequence[TacticRow],
        codes: Sequence[Choice],
        tables: Sequence[Choice],
    ) -> None:
        if finding_id != self.finding_id:
            return
        counts = Counter(row.outcome for row in rows)
        said = [f"{in_words(f'tactics.outcome.{each}')}: {counts[each]}" for each in OUTCOMES]
        self.summary.setText(" · ".join(said))
        anew, self._shown = finding_id != self._shown, finding_id
        for row in rows:
            if row.tactic in self.cards:
                self.cards[row.tactic].show_row(row, codes, tables, anew=anew)
            else:
                self._put(row, codes, tables)

    def _put(self, row: TacticRow, codes: Sequence[Choice], tables: Sequence[Choice]) -> None:
        card = TacticCard(row, codes, tables, self, read_only=self.session.read_only)
        card.decided.connect(lambda tactic, said: self._decide(tactic, outcome=said))
        card.noted.connect(lambda tactic, words: self._decide(tactic, note=words))
        card.worked_with.connect(self._work_with)
        self._column.addWidget(card)
        self.cards[row.tactic] = card

    def _decide(self, tactic: str, **values: str) -> None:
        study, finding_id = self.session.study, self.finding_id
        if finding_id is not None:
            self.session.change(lambda: decide(study, finding_id, tactic, **values))

    def _work_with(self, tactic: str, key: str, value: int | None) -> None:
        study, finding_id = self.session.study, self.finding_id
        if finding_id is not None:
            self.session.change(lambda: work_with(study, finding_id, tactic, **{key: value}))


def _read(study: Study, finding_id: int, language: str) -> Read:
    codes = [(claim.id, claim.path) for claim in codes_of(study).claims]
    tables = [(table.id, table.title) for table in score_tables(study)]
    return tactics(study, finding_id, language), codes, tables
