"""Comparison: two groups side by side, code by code, and the words of both in two columns."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.study import Changed
from app.verify.comparison import ComparedCode, Comparison, as_table, compare, outcome_words
from app.verify.groups import KEY_PERSONS, VERIFICATION_RESPONDENTS, Group, groups
from app.verify.rules.groups import Outcome
from app.verify.wording import one_or_many
from ui.language import in_words, ui_language
from ui.session import Session
from ui.verify.comparison_table import ComparisonTable
from ui.verify.excerpt_pane import ExcerptPane
from ui.verify.top_bar import COMPARISON, TopBar
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.splitter import RememberingSplitter
from ui.widgets.tables import tsv

ALL = "all"
BESIDE = frozenset({"memo", "display", "finding", "evidence", "instrument"})
"""Entities that no comparison depends on."""


class ComparisonPage(QWidget):
    """Key persons against verification respondents, or any two groups of the study."""

    open_excerpt = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)
    coding_wanted = Signal()
    shown_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.found: Comparison | None = None
        self._stale = True
        self._make_controls()
        self._make_parts()
        self._arrange()
        self.setFocusProxy(self.table)
        session.changed.connect(self._note)

    def _make_controls(self) -> None:
        self.bar = TopBar(COMPARISON, self)
        default = (KEY_PERSONS, VERIFICATION_RESPONDENTS)
        self.left, self.right = (
            ChoiceButton("", [(group, group.words(ui_language()))], group, self)
            for group in default
        )
        self.verdicts = ChoiceButton("", self._verdict_options(), ALL, self)
        self.swap = QToolButton(self)
        self.swap.setIcon(icon("compare"))
        self.swap.setToolTip(self.tr("Swap the two groups"))
        self.swap.setAccessibleName(self.tr("Swap the two groups"))
        self.copy = QPushButton(self.tr("Copy table"), self)
        self.shared = ElidedLabel(kind="soft", parent=self)
        self.left.chosen.connect(lambda _: self._ask())
        self.right.chosen.connect(lambda _: self._ask())
        self.verdicts.chosen.connect(lambda _: self._show_rows())
        self.swap.clicked.connect(self._swap)
        self.copy.clicked.connect(self._copy)
        for control in (
            QLabel(self.tr("Compare"), self),
            self.left,
            QLabel(self.tr("with"), self),
            self.right,
            self.swap,
            self.verdicts,
            self.copy,
            self.shared,
        ):
            self.bar.add(control)

    def _make_parts(self) -> None:
        self.table = ComparisonTable(self)
        self.table.code_chosen.connect(self._show_code)
        self.sides = {
            "left": ExcerptPane(self.session, self),
            "right": ExcerptPane(self.session, self),
        }
        for pane in self.sides.values():
            pane.open_excerpt.connect(self.open_excerpt)
            pane.menu_wanted.connect(self.menu_wanted)
        self.empty = EmptyState(
            "compare",
            self.tr("No codes yet"),
            self.tr("Once transcripts are coded, what two groups say is compared here."),
            "" if self.session.read_only else self.tr("Go and code"),
            self,
        )
        self.empty.acted.connect(self.coding_wanted)

    def _arrange(self) -> None:
        columns = RememberingSplitter("verify-comparison-sides", Qt.Orientation.Horizontal, self)
        for pane in self.sides.values():
            columns.addWidget(pane)
        columns.set_first_sizes([500, 500])
        self.below = RememberingSplitter("verify-comparison", Qt.Orientation.Vertical, self)
        self.below.addWidget(self.table)
        self.below.addWidget(columns)
        self.below.set_first_sizes([372, 416])
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.below)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._ask()

    def _note(self, changed: Changed) -> None:
        if changed.rows.keys() <= BESIDE:
            return
        self._stale = True
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        study = self.session.study
        left, right = self._group(self.left), self._group(self.right)

        def work() -> tuple[list[Group], Comparison]:
            known = groups(study)
            chosen = [
                g if g in known else d
                for g, d in ((left, KEY_PERSONS), (right, VERIFICATION_RESPONDENTS))
            ]
            return known, compare(study, *chosen)

        self.session.tasks.read("comparison", work, self._show)

    def _group(self, button: ChoiceButton) -> Group:
        group = button.current()
        assert isinstance(group, Group)
        return group

    def _show(self, result: tuple[list[Group], Comparison]) -> None:
        known, self.found = result
        options = [(group, self._named(group)) for group in known]
        for button, group in ((self.left, self.found.left), (self.right, self.found.right)):
            button.set_options(options)
            button.set_current(group)
        self.shared.setText(self._shared_words(self.found))
        self.stack.setCurrentWidget(self.below if self.found.codes else self.empty)
        self.verdicts.set_options(self._verdict_options())
        self._show_rows()

    def _named(self, group: Group) -> str:
        words = group.words(ui_language())
        if group.kind == "role_kind":
            return words
        kinds = {
            "role": self.tr("{name} (role)"),
            "category": self.tr("{name} (source category)"),
            "site": self.tr("{name} (site)"),
        }
        return kinds[group.kind].format(name=words)

    def _shared_words(self, found: Comparison) -> str:
        if found.jaccard is None:
            return ""
        index = f"{float(found.jaccard):.2f}".replace(".", in_words("verify.list.decimal"))
        return self.tr("Shared codes {shared} of {spoken} · Jaccard {index}").format(
            shared=found.shared, spoken=found.spoken, index=index
        )

    def _verdict_options(self) -> list[tuple[object, str]]:
        found = self.found
        counted = [
            (str(outcome), f"{outcome_words(found, outcome, ui_language())} ({count})")
            for outcome in Outcome
            if found is not None
            and (
                (count := sum(code.outcome == outcome for code in found.codes))
                or self.verdicts.current() == str(outcome)
            )
        ]
        return [(ALL, self.tr("All verdicts")), *counted]

    def _rows(self) -> list[ComparedCode]:
        wanted = self.verdicts.current()
        codes = self.found.codes if self.found is not None else ()
        return [code for code in codes if wanted in (ALL, str(code.outcome))]

    def _show_rows(self) -> None:
        if self.found is None:
            return
        rows = self._rows()
        self.table.show_codes(self.found, rows)
        self.copy.setEnabled(bool(rows))
        if not rows:
            for pane in self.sides.values():
                pane.say("", "")
        self.shown_changed.emit()

    def _show_code(self, code: ComparedCode) -> None:
        found = self.found
        if found is None:
            return
        none = self.tr("Nobody of this group speaks on it. Silence is not disagreement.")
        for where, group in (("left", found.left), ("right", found.right)):
            title = self.tr("{group} on “{code}”").format(
                group=group.words(ui_language()), code=code.claim.name
            )
            only = found.behind(code, "left" if where == "left" else "right")
            self.sides[where].show_excerpts(title, only, none)

    def _swap(self) -> None:
        left, right = self.left.current(), self.right.current()
        self.left.set_current(right)
        self.right.set_current(left)
        self._ask()

    def _copy(self) -> None:
        if self.found is not None:
            table = as_table(self.found, ui_language(), self._rows())
            QGuiApplication.clipboard().setText(tsv(table))

    def summary(self) -> str:
        """Return the status line: how many are in the two groups."""
        if self.found is None:
            return ""
        count = self.found.left_units + self.found.right_units
        return one_or_many("count.in_groups", count, ui_language())
