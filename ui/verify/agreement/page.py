"""Agreement: how two coders agree, by code and by source, and where they do not."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.study import Changed
from app.verify.agreement.agreement import (
    UNITS,
    Agreement,
    Line,
    Recipe,
    agreement,
    coders,
    first_pair,
    set_matching,
)
from app.verify.agreement.as_table import MEASURES, agreement_table, number_words
from app.verify.agreement.coded import CoderRow
from app.verify.agreement.disagreements import Disagreement, disagreements
from ui.language import in_words, ui_language
from ui.session import Session
from ui.verify.agreement.bars import AgreementBars
from ui.verify.agreement.settling import Settling
from ui.verify.word_table import Column, WordTable
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.pills import PillRow
from ui.widgets.splitter import RememberingSplitter
from ui.widgets.tables import tsv

CODE, SOURCE = "code", "source"
MATCHING = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
MOST = 500
"""So many disagreements are listed at a time; the open ones come first."""
ENTITIES = (*("coding", "excerpt", "code", "source", "coder", "resolution", "study", "text_edit"),)
Found = tuple[list[CoderRow], Agreement | None, list[Disagreement]]


class AgreementPage(QWidget):
    """Two coders, a unit; figures in a table and as bars; disagreements settled by a click."""

    open_excerpt = Signal(int, int, int)
    status_changed = Signal()
    go_to_stage = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.found: Agreement | None = None
        self._listed: list[Disagreement] = []
        self._stale = True
        self._make_controls()
        self._make_parts()
        self._arrange()
        self.setFocusProxy(self.table)
        session.changed.connect(self.refresh)

    def _make_controls(self) -> None:
        self.left = ChoiceButton("", [(0, "–")], 0, self)
        self.right = ChoiceButton("", [(0, "–")], 0, self)
        self.unit = PillRow(
            [
                ("characters", self.tr("Characters")),
                ("sentences", self.tr("Sentences")),
                ("segments", self.tr("Segments")),
            ],
            self,
        )
        options = [(share, number_words(share, ui_language())) for share in MATCHING]
        self.matching = ChoiceButton(self.tr("Match from"), options, 0.9, self)
        self.matching.setToolTip(
            self.tr("Two segments match where what they share, divided by all they cover, is this")
        )
        self.matching.setDisabled(self.session.read_only)
        self.by = PillRow([(CODE, self.tr("By code")), (SOURCE, self.tr("By source"))], self)
        self.copy = QPushButton(self.tr("Copy table"), self)
        for control in (self.left, self.right, self.unit):
            control.chosen.connect(lambda _: self._ask())
        self.matching.chosen.connect(self._match)
        self.by.chosen.connect(lambda _: self._show_rows())
        self.copy.clicked.connect(self._copy)
        self.head = ElidedLabel(parent=self)

    def _make_parts(self) -> None:
        language = ui_language()

        def figure(name: str) -> Any:
            return lambda line: number_words(getattr(line.figures, name), language)

        columns = [Column(self.tr("Code or source"), lambda line: line.name, 34)]
        columns += [Column(in_words(f"agreement.head.{m}"), figure(m), 12) for m in MEASURES]
        self.table = WordTable(columns, self.tr("Agreement"), parent=self)
        self.bars = AgreementBars(self)
        self.settling = Settling(self.session, self)
        self.settling.open_excerpt.connect(self.open_excerpt)
        self.empty = EmptyState(
            "compare",
            self.tr("Nothing to compare yet"),
            self.tr(
                "Once two coders have coded the same source, their agreement is measured here. "
                "A colleague codes a copy of this study; merge it by the File menu, or choose "
                "who codes and go on here."
            ),
            "" if self.session.read_only else self.tr("Go and code"),
            self,
        )
        self.empty.acted.connect(lambda: self.go_to_stage.emit("reduce"))

    def _arrange(self) -> None:
        controls = QFrame(self)
        controls.setProperty("rule", "bottom")
        rows = QVBoxLayout(controls)
        rows.setContentsMargins(14, 8, 14, 8)
        rows.setSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
            rows.addLayout(row)
        for widget in (self.left, QLabel(self.tr("and"), self), self.right, self.unit):
            first.addWidget(widget)
        first.addWidget(self.matching)
        first.addStretch(1)
        first.addWidget(self.copy)
        second.addWidget(self.by)
        second.addWidget(self.head, 1)
        picture = QScrollArea(self)
        picture.setWidgetResizable(True)
        picture.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget(picture)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bars)
        column.addStretch(1)
        picture.setWidget(inside)
        across = RememberingSplitter("verify-agreement", Qt.Orientation.Horizontal, self)
        across.addWidget(self.table)
        across.addWidget(picture)
        across.set_first_sizes([840, 516])
        down = RememberingSplitter("verify-agreement-down", Qt.Orientation.Vertical, self)
        down.addWidget(across)
        down.addWidget(self.settling)
        down.set_first_sizes([330, 400])
        self.body = down
        self.stack = QStackedWidget(self)
        self.stack.addWidget(down)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.controls = controls
        layout.addWidget(controls)
        layout.addWidget(self.stack, 1)

    # --- what is shown --------------------------------------------------------------------------

    def refresh(self, changed: Changed | None = None) -> None:
        """Measure again; at once where somebody looks, else when they look."""
        if changed is not None and not changed.touches(*ENTITIES):
            return
        self._stale = True
        if self.isVisible():
            self._ask()

    def status_text(self) -> str:
        """Return how many disagreements are open, for the status line."""
        if self.found is None:
            return ""
        still = sum(not each.choice for each in self._listed)
        words = self.tr("%n disagreement(s) open", "", still)
        settled = self.tr("%n settled", "", len(self._listed) - still)
        return f"{words}, {settled}"

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        study, unit = self.session.study, self._unit()
        wanted = (self.left.current(), self.right.current())

        def work() -> Found:
            known = coders(study)
            busy = {coder.id for coder in known}
            pair = first_pair(known)
            if pair is None:
                return known, None, []
            if wanted[0] != wanted[1] and busy.issuperset(wanted):
                pair = (int(str(wanted[0])), int(str(wanted[1])))
            elif wanted[0] in busy and wanted[0] == wanted[1]:  # the same one twice
                other = next(c.id for c in known if c.id != wanted[0] and c.codings)
                pair = (int(str(wanted[0])), other)
            recipe = Recipe(*pair, unit)
            apart = disagreements(study, recipe)
            if len(apart) > MOST:
                apart.sort(key=lambda each: bool(each.choice))
            return known, agreement(study, recipe), apart

        self.session.tasks.read("agreement", work, self._show)

    def _unit(self) -> str:
        return next(unit for unit in UNITS if unit == self.unit.current())

    def _show(self, result: Found) -> None:
        known, self.found, self._listed = result
        self.controls.setVisible(self.found is not None)
        self.stack.setCurrentWidget(self.empty if self.found is None else self.body)
        if self.found is None:
            self.status_changed.emit()
            return
        options: list[tuple[object, str]] = [
            (coder.id, coder.name) for coder in known if coder.codings
        ]
        for button, coder in ((self.left, self.found.left), (self.right, self.found.right)):
            button.set_options(options if coder.codings else [*options, (coder.id, coder.name)])
            button.set_current(coder.id)
        self._show_matching(self.found.matching)
        self._show_rows()
        self.settling.show_all(self._listed[:MOST], (self.found.left.name, self.found.right.name))
        self.status_changed.emit()

    def _show_matching(self, share: float) -> None:
        values = sorted({*MATCHING, share})
        self.matching.set_options([(v, number_words(v, ui_language())) for v in values])
        self.matching.set_current(share)
        self.matching.setVisible(self._unit() == "segments")

    def _show_rows(self) -> None:
        found = self.found
        if found is None:
            return
        lines = found.by_code if self.by.current() == CODE else found.by_source
        whole = Line(0, in_words("agreement.whole"), "", found.whole)
        self.table.show_rows([whole, *lines], lambda line: (line.name, line.id))
        measure = "percent" if found.recipe.unit == "segments" else "kappa"
        titles = {
            CODE: self.tr("{measure} by code; the line is at {good}"),
            SOURCE: self.tr("{measure} by source; the line is at {good}"),
        }
        named = in_words(f"agreement.head.{measure}")
        title = titles[str(self.by.current())].format(
            measure=named, good=number_words(0.8, ui_language())
        )
        self.bars.show_lines(lines, measure, title)
        self.head.setText(self._headline(found))

    def _headline(self, found: Agreement) -> str:
        sources = self.tr("In %n source(s) that both coded", "", len(found.sources))
        figures = [
            f"{in_words(f'agreement.head.{name}')} "
            f"{number_words(getattr(found.whole, name), ui_language())}"
            for name in MEASURES
        ]
        words = f"{sources}: {' · '.join(figures)}"
        if len(self._listed) > MOST:
            words += " · " + self.tr("the first %n disagreement(s) are listed", "", MOST)
        return words

    # --- what one does --------------------------------------------------------------------------

    def _match(self, share: object) -> None:
        study = self.session.study
        self.session.change(lambda: set_matching(study, float(str(share))))

    def _copy(self) -> None:
        if self.found is not None:
            QGuiApplication.clipboard().setText(tsv(agreement_table([self.found], ui_language())))
