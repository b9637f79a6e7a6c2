"""One tactic on a finding: its question, what the study says to it, the outcome and a note."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.verify.tactics.checks import EXTREMES, IF_THEN, OUTCOMES, SPURIOUS, TacticRow
from ui.language import in_words
from ui.verify.tactics.cross_table import CrossTable
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.choice_button import ChoiceButton

Choice = tuple[int, str]
CODES_OF = {IF_THEN: ("a", "b"), SPURIOUS: ("a", "b", "c")}


class TacticCard(QFrame):
    """Asks for changes; what is written saves itself."""

    decided = Signal(str, str)  # tactic, outcome
    noted = Signal(str, str)  # tactic, note
    worked_with = Signal(str, str, object)  # tactic, key of the setting, id or None

    def __init__(
        self,
        row: TacticRow,
        codes: Sequence[Choice],
        tables: Sequence[Choice],
        parent: QWidget | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.row = row
        self._read_only = read_only
        self.setProperty("rule", "bottom")
        name = QLabel(row.name, self)
        name.setProperty("kind", "section")
        outcomes = [(each, in_words(f"tactics.outcome.{each}")) for each in OUTCOMES]
        self.outcome = ChoiceButton("", outcomes, row.outcome, self)
        self.outcome.chosen.connect(lambda said: self.decided.emit(row.tactic, str(said)))
        self.outcome.setDisabled(read_only)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self.outcome)
        asks = QLabel(row.asks, self)
        asks.setProperty("kind", "soft")
        asks.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 0, 12)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(asks)
        self._add_choices(codes, tables)
        self.said = QLabel("\n".join(row.said), self)
        self.said.setWordWrap(True)
        self.said.setVisible(bool(row.said))
        self._column.addWidget(self.said)
        self._add_tables()
        self.note = AutosaveText(
            self.tr("Note on {tactic}").format(tactic=row.name),
            self.tr("What you looked at, and what you conclude from it"),
            self,
            most=5,
        )
        self.note.show_text(row.note, anew=True)
        self.note.setReadOnly(read_only)
        self.note.edited.connect(lambda words: self.noted.emit(row.tactic, words))
        self._column.addWidget(self.note)
        if row.made_at is not None:
            self._add_when(row)

    def _add_choices(self, codes: Sequence[Choice], tables: Sequence[Choice]) -> None:
        keys = CODES_OF.get(self.row.tactic, ())
        offered, labels = codes, (self.tr("If"), self.tr("then"), self.tr("by"))
        if self.row.tactic == EXTREMES and tables:
            keys, offered, labels = ("table",), tables, (self.tr("By"),)
        if not keys:
            return
        line = QHBoxLayout()
        line.setSpacing(6)
        self.boxes: dict[str, QComboBox] = {}
        for key, words in zip(keys, labels, strict=False):
            box = QComboBox(self)
            box.setAccessibleName(words)
            box.addItem("–", None)
            for number, name in offered:
                box.addItem(name, number)
            box.setCurrentIndex(max(0, box.findData(self.row.settings.get(key))))
            box.setDisabled(self._read_only)
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.activated.connect(
                lambda _row, k=key, b=box: self.worked_with.emit(
                    self.row.tactic, k, b.currentData()
                )
            )
            line.addWidget(QLabel(words, self))
            line.addWidget(box, 1)
            self.boxes[key] = box
        self._column.addLayout(line)

    def _add_tables(self) -> None:
        if self.row.crossed is None:
            return
        line = QHBoxLayout()
        line.setSpacing(20)
        for cross in self.row.crossed.tables:
            line.addWidget(CrossTable(cross, self.row.crossed.names, self))
        line.addStretch(1)
        self._column.addLayout(line)

    def _add_when(self, row: TacticRow) -> None:
        words = " · ".join(part for part in (row.coder, f"{row.made_at:%d/%m/%Y}") if part)
        when = QLabel(words, self)
        when.setProperty("kind", "small")
        self._column.addWidget(when)
