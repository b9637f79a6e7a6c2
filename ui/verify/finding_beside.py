"""Beside a finding: the chain of a piece of evidence, what was found to judge, excerpts by code."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.reduce.excerpts import ExcerptRow
from app.verify.findings import FindingRow
from ui.session import Session
from ui.verify.chain_panel import ChainPanel
from ui.verify.excerpt_source import ExcerptSource
from ui.verify.judge_pane import JudgePane
from ui.widgets.pills import PillRow

CHAIN, JUDGE, CODE = "chain", "judge", "code"
ROW = 44


class FindingBeside(QWidget):
    """Three panes under a row of pills; the second says how much there is to judge."""

    open_excerpt = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chain = ChainPanel(session, self)
        self.judge = JudgePane(session, self)
        self.source = ExcerptSource(session, self)
        self.pills = PillRow(
            [
                (CHAIN, self.tr("Chain")),
                (JUDGE, self.tr("To judge")),
                (CODE, self.tr("By code")),
            ],
            self,
        )
        self._panes = {CHAIN: self.chain, JUDGE: self.judge, CODE: self.source}
        self.stack = QStackedWidget(self)
        for pane in self._panes.values():
            self.stack.addWidget(pane)
        self.pills.chosen.connect(lambda key: self.show_pane(str(key)))
        self.chain.open_excerpt.connect(self.open_excerpt)
        for part in (self.judge, self.source):
            part.open_excerpt.connect(self.open_excerpt)
            part.menu_wanted.connect(self.menu_wanted)
        self.judge.counted.connect(self._count)
        bar = QFrame(self)
        bar.setProperty("rule", "bottom")
        bar.setFixedHeight(ROW)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.pills)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)

    def showEvent(self, event: object) -> None:
        self.judge.wake()

    def show_pane(self, key: str) -> None:
        """Show one of the three panes."""
        self.pills.set_current(key)
        self.stack.setCurrentWidget(self._panes[key])

    def show_finding(self, finding: FindingRow | None) -> None:
        """Stand beside another finding, or beside none."""
        self.chain.say_nothing()
        self.judge.show_finding(None if finding is None else finding.id)

    def follow(self, label: str, finding: FindingRow, evidence: Sequence[ExcerptRow]) -> None:
        """Keep to the piece that is looked at while it is there; else begin with the first."""
        before = self.chain.row
        kept = [row for row in evidence if before and row.excerpt_id == before.excerpt_id]
        row = next(iter((*kept, *evidence)), None)
        if row is None:
            self.chain.say_nothing()
        else:
            self.chain.show_chain(label, finding.claim, row)

    def look_at(self, label: str, finding: FindingRow, row: ExcerptRow) -> None:
        """Tell the chain of a piece of evidence."""
        self.chain.show_chain(label, finding.claim, row)
        self.show_pane(CHAIN)

    def show_code(self, code_id: int) -> None:
        """Show the excerpts of a code that the claim names."""
        self.show_pane(CODE)
        self.source.show_code(code_id)

    def _count(self, count: int) -> None:
        words = self.tr("To judge")
        self.pills.button(JUDGE).setText(f"{words} ({count})" if count else words)
