"""Below the table: every verdict on the chosen claim in sentences, and what one may do next."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.verify.claims import label_of
from app.verify.overrides import clear_override
from app.verify.readings import DimensionName, read_claim
from app.verify.rule_words import rule_words
from app.verify.rules.thresholds import Thresholds
from app.verify.triangulation import Triangulated
from app.verify.wording import word
from ui.badge_words import badge_words
from ui.language import in_words, ui_language
from ui.session import Session
from ui.verify.numbers_box import NumbersBox
from ui.verify.override_dialog import OverrideDialog
from ui.verify.pairs_view import PairsView
from ui.widgets.badges import Chip
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.glyphs import VerdictLabel

MEASURE = 780


class ExplanationPanel(QScrollArea):
    """A claim, its overall verdict, a paragraph for each rule, and buttons that work."""

    memo_wanted = Signal(object)  # Triangulated
    finding_wanted = Signal(object)  # Triangulated: revise this finding, or make one of this code

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Triangulated | None = None
        self._session = session
        self._read_only = session.read_only
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget(self)
        inner.setProperty("ground", "bg")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel(kind="title", parent=inner)
        self.verdict = VerdictLabel(parent=inner)
        self.text = QLabel(inner)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.advice = QLabel(inner)
        self.advice.setProperty("kind", "soft")
        self.pairs = PairsView(inner)
        self.numbers = NumbersBox(session, inner)
        self.rules = QLabel(inner)
        self.rules.setProperty("kind", "small")
        self.rules.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.ours = QLabel(in_words("verify.explain.ours"), inner)
        self.ours.setProperty("kind", "small")
        self.memo = QPushButton(self.tr("Write a memo"), inner)
        self.memo.clicked.connect(lambda: self.memo_wanted.emit(self.found))
        self.act = QPushButton(inner)
        self.act.clicked.connect(lambda: self.finding_wanted.emit(self.found))
        self.override = QPushButton(self.tr("Override with a reason…"), inner)
        self.override.clicked.connect(self._override)
        self.take_back = QPushButton(self.tr("Let the computed verdict stand"), inner)
        self.take_back.clicked.connect(self._take_back)
        self.own = QLabel(inner)
        self.own.setTextFormat(Qt.TextFormat.PlainText)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        for label in (self.own, self.text, self.advice, self.rules, self.ours):
            label.setWordWrap(True)
        self._arrange(inner)
        self.setWidget(inner)

    def _arrange(self, inner: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.verdict)
        head.addLayout(self._chips)
        head.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.memo)
        buttons.addWidget(self.act)
        buttons.addWidget(self.override)
        buttons.addWidget(self.take_back)
        buttons.addStretch(1)
        # A label that wraps knows its height only where the layout alone limits its width.
        narrow = QWidget(inner)
        narrow.setMaximumWidth(MEASURE)
        whole = QHBoxLayout(inner)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.addWidget(narrow, 1000)
        whole.addStretch(1)
        column = QVBoxLayout(narrow)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.own)
        column.addWidget(self.text)
        column.addWidget(self.pairs)
        column.addWidget(self.numbers)
        column.addWidget(self.advice)
        column.addLayout(buttons)
        column.addWidget(self.rules)
        column.addWidget(self.ours)
        column.addStretch(1)

    def show_claim(
        self,
        found: Triangulated,
        dimension: DimensionName | None = None,
        thresholds: Thresholds | None = None,
    ) -> None:
        """Explain the verdicts on a claim, or the one of a dimension with its pairs of cells.

        Below stand the rules with the study's own `thresholds`.
        """
        language = ui_language()
        self.found = found
        explanation = found.explanation(language)
        label = label_of(found.claim, language)
        self.title.setText(f"{label} · {found.claim.name}" if label else found.claim.path)
        self.verdict.set_verdict(found.badge, badge_words(found.badge))
        self._show_own(found)
        if dimension is None:
            self.text.setText("".join(_paragraph(p.heading, p.text) for p in explanation.parts))
            self.pairs.clear()
            rules = ["R6", *dict.fromkeys(part.rule for part in explanation.parts)]
        else:
            reading = read_claim(found, dimension, language)
            self.text.setText(_paragraph(reading.heading, reading.text))
            self.pairs.show_reading(reading)
            rules = [reading.rule, *_BESIDE.get(dimension, ()), "R4"]
        self.numbers.show_claim(found)
        own = thresholds or Thresholds()
        self.rules.setText("\n".join(rule_words(rule, own, language) for rule in rules))
        self.advice.setText(explanation.advice)
        is_finding = found.claim.kind == "finding"
        self.act.setText(self.tr("Revise the finding") if is_finding else self.tr("Make a finding"))
        self.memo.setDisabled(self._read_only)
        self.act.setDisabled(self._read_only)
        self.override.setDisabled(self._read_only)
        self.take_back.setDisabled(self._read_only)
        self._show_flags([word("flag", flag, language) for flag in found.judgement.flags])
        self.setAccessibleName(explanation.plain())
        self.widget().show()

    def clear(self) -> None:
        """Show nothing: no claim is chosen."""
        self.found = None
        self.widget().hide()

    def _show_own(self, found: Triangulated) -> None:
        own = (found.verdict_words(ui_language()), found.override_words(ui_language()))
        self.own.setText(". ".join(own) if found.override is not None else "")
        self.own.setVisible(found.override is not None)
        self.take_back.setVisible(found.override is not None)

    def _override(self) -> None:
        if self.found is not None:
            self.dialog = OverrideDialog(self._session, self.found, self)
            self.dialog.open()

    def _take_back(self) -> None:
        if self.found is not None:
            study, claim = self._session.study, self.found.claim
            self._session.change(lambda: clear_override(study, claim.kind, claim.id))

    def _show_flags(self, flags: list[str]) -> None:
        while self._chips.count():
            item = self._chips.takeAt(0)
            if item is not None and item.widget() is not None:
                item.widget().deleteLater()
        for flag in flags:
            self._chips.addWidget(Chip(flag, self.widget()))


def _paragraph(heading: str, text: str) -> str:
    words = f"<b>{escape(heading)}</b> {escape(text)}"
    return f'<p style="margin: 0 0 4px 0; line-height: 130%">{words}</p>'


_BESIDE: dict[DimensionName, tuple[str, ...]] = {"method": ("R2", "R9"), "category": ("R2",)}
"""Rules that are told beside a dimension's own."""
