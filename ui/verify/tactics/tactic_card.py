"""One tactic on a finding: its question, what the study says to it, the outcome and a note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from app.verify.tactics.checks import EXTREMES, IF_THEN, OUTCOMES, SPURIOUS, TacticRow
from ui.language import in_words
from ui.verify.tactics.cross_table import CrossTable
from ui.verify.tactics.share_bar import ShareBar
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.glyphs import VerdictLabel

Choice = tuple[int, str]
TABLE = "table"
KEYS = {IF_THEN: ("a", "b"), SPURIOUS: ("a", "b", "c"), EXTREMES: (TABLE,)}


class TacticCard(QFrame):
    """Asks for changes; what is written saves itself. It stays while its tactic changes, so that
    the focus stays where it is.
    """

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
        self._offered: tuple[Choice, ...] = ()
        self.boxes: dict[str, QComboBox] = {}
        self.setProperty("rule", "bottom")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 0, 12)
        self._column.setSpacing(4)
        self._add_head()
        self._add_choices()
        self.told = QWidget(self)
        self._column.addWidget(self.told)
        self._add_note()
        self._tell()
        self.show_row(row, codes, tables, anew=True)

    def show_row(
        self, row: TacticRow, codes: Sequence[Choice], tables: Sequence[Choice], *, anew: bool
    ) -> None:
        """Show the tactic as the study has it; `anew` where it is on another finding."""
        before, self.row = self.row, row
        self.sign.set_verdict(row.outcome, in_words(f"tactics.outcome.{row.outcome}"))
        self.outcome.set_current(row.outcome)
        self._offer(tuple(tables if row.tactic == EXTREMES else codes))
        self.note.show_text(row.note, anew=anew)
        when = f"{row.made_at:%d/%m/%Y}" if row.made_at is not None else ""
        self.when.setText(" · ".join(part for part in (row.coder, when) if part))
        self.when.setVisible(bool(when))
        if (before.said, before.shares, before.crossed) != (row.said, row.shares, row.crossed):
            self._tell()

    def words(self) -> str:
        """Return what the study says, line by line."""
        return "\n".join(self.row.said)

    # --- its parts ------------------------------------------------------------------------------

    def _add_head(self) -> None:
        self.sign = VerdictLabel(parent=self)
        self.sign.set_word_shown(False)
        name = QLabel(self.row.name, self)
        name.setProperty("kind", "section")
        outcomes = [(each, in_words(f"tactics.outcome.{each}")) for each in OUTCOMES]
        self.outcome = ChoiceButton("", outcomes, self.row.outcome, self)
        self.outcome.chosen.connect(lambda said: self.decided.emit(self.row.tactic, str(said)))
        self.outcome.setDisabled(self._read_only)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.sign)
        head.addWidget(name, 1)
        head.addWidget(self.outcome)
        self._column.addLayout(head)
        asks = QLabel(self.row.asks, self)
        asks.setProperty("kind", "soft")
        asks.setWordWrap(True)
        self._column.addWidget(asks)

    def _add_choices(self) -> None:
        keys = KEYS.get(self.row.tactic, ())
        if not keys:
            return
        labels = (self.tr("If"), self.tr("then"), self.tr("by"))
        if keys == (TABLE,):
            labels = (self.tr("By"), "", "")
        self.choices = QWidget(self)
        grid = QGridLayout(self.choices)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (key, words) in enumerate(zip(keys, labels, strict=False)):
            box = self._box(key, words)
            grid.addWidget(QLabel(words, self.choices), place, 0)
            grid.addWidget(box, place, 1)
            self.boxes[key] = box
        self._column.addWidget(self.choices)

    def _box(self, key: str, words: str) -> QComboBox:
        box = QComboBox(self.choices)
        box.setAccessibleName(f"{self.row.name}: {words}")
        box.setDisabled(self._read_only)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(
            lambda _place: self.worked_with.emit(self.row.tactic, key, box.currentData())
        )
        return box

    def _add_note(self) -> None:
        self.note = AutosaveText(
            self.tr("Note on {tactic}").format(tactic=self.row.name),
            self.tr("What you looked at, and what you conclude from it"),
            self,
            most=5,
        )
        self.note.setReadOnly(self._read_only)
        self.note.edited.connect(lambda words: self.noted.emit(self.row.tactic, words))
        self._column.addWidget(self.note)
        self.when = QLabel(self)
        self.when.setProperty("kind", "small")
        self._column.addWidget(self.when)

    # --- what changes ---------------------------------------------------------------------------

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        if not self.boxes:
            return
        self.choices.setVisible(bool(choices) or self.row.tactic != EXTREMES)
        for key, box in self.boxes.items():
            if choices != self._offered or not box.count():
                box.clear()
                box.addItem("–", None)
                for number, name in choices:
                    box.addItem(name, number)
            box.setCurrentIndex(max(0, box.findData(self.row.settings.get(key))))
        self._offered = choices

    def _tell(self) -> None:
        """Say and draw anew what the study says."""
        old = self.told
        self.told = QWidget(self)
        self.told.setLayout(self._tables() if self.row.crossed else self._sentences())
        self._column.replaceWidget(old, self.told)
        old.hide()
        old.deleteLater()
        self.told.setVisible(bool(self.row.said))

    def _sentences(self) -> QLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for words, share in zip(self.row.said, self.row.shares, strict=True):
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(self._sentence(words), 1)
            if share is not None:
                line.addWidget(ShareBar(share, words, self.told))
            column.addLayout(line)
        return column

    def _tables(self) -> QLayout:
        """Return the tables side by side, each under what it says."""
        assert self.row.crossed is not None
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 4)
        line.setSpacing(20)
        for words, cross in zip(self.row.said, self.row.crossed.tables, strict=True):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(self._sentence(words))
            column.addStretch(1)
            table = CrossTable(cross, self.row.crossed.names, self.told)
            column.addWidget(table, 0, Qt.AlignmentFlag.AlignLeft)
            line.addLayout(column, 1)
        return line

    def _sentence(self, words: str) -> QLabel:
        label = QLabel(words, self.told)
        label.setWordWrap(True)
        return label
