"""Comparison: two groups side by side, code by code, and the words of both in two columns."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.study import Changed
from app.verify.comparison import (
    BY,
    By,
    ComparedCode,
    Comparison,
    as_table,
    compare,
    one_sided,
    outcome_words,
)
from app.verify.comparison_saving import save_comparison
from app.verify.groups import KEY_PERSONS, VERIFICATION_RESPONDENTS, Group, groups, verifiers
from app.verify.rules.groups import Outcome
from app.verify.three_roles import ThreeRoles, three_roles
from app.verify.triangulation import triangulate
from app.verify.wording import one_or_many
from ui.language import in_words, ui_language
from ui.session import Session
from ui.verify.comparison_table import ComparisonTable
from ui.verify.excerpt_pane import ExcerptPane
from ui.verify.three_roles_view import ThreeRolesView
from ui.verify.top_bar import COMPARISON, TopBar
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.pills import PillRow
from ui.widgets.splitter import RememberingSplitter
from ui.widgets.tables import tsv

ALL = "all"
TWO, THREE, PAIRS = "two", "three", "pairs"
ROW = 44
BESIDE = frozenset({"memo", "display", "display_cell", "instrument"})
"""Entities that no comparison depends on."""
OF_FINDINGS = frozenset({"finding", "evidence"})
"""Entities that only a comparison by finding depends on."""


class ComparisonPage(QWidget):
    """Key persons against verification respondents, any two groups, all three roles at once, or a
    verifier with those whom they verify; by code, theme or finding.
    """

    open_excerpt = Signal(int, int, int)
    menu_wanted = Signal(QPoint, list)
    coding_wanted = Signal()
    shown_changed = Signal()
    saved = Signal(int)
    """A comparison was kept as the display of this id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.found: Comparison | None = None
        self._pairs: list[tuple[Group, Group]] = []
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
        self.mode = PillRow(
            [
                (TWO, self.tr("Two groups")),
                (THREE, self.tr("Key, core, verification")),
                (PAIRS, self.tr("Verifiers")),
            ],
            self,
        )
        self.mode.chosen.connect(lambda _: self._ask())
        by = [(each, in_words(f"compare.by.{each}")) for each in BY]
        self.by = ChoiceButton(self.tr("By"), by, "code", self)
        self.by.chosen.connect(lambda _: self._ask())
        self.verifier = ChoiceButton(self.tr("Verifier"), [("", "–")], "", self)
        self.verifier.chosen.connect(lambda _: self._ask())
        self.with_words = QLabel(self.tr("with"), self)
        self.save = QPushButton(self.tr("Keep as display"), self)
        self.save.clicked.connect(self._save)
        self.save.setDisabled(True)

    def _row(self, *controls: QWidget, last: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        for control in controls:
            row.addWidget(control)
        row.addStretch(1)
        row.addWidget(last)
        return row

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
        self.three = ThreeRolesView(self.session, self)
        self.three.open_excerpt.connect(self.open_excerpt)
        self.three.menu_wanted.connect(self.menu_wanted)
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
        for widget in (self.below, self.three, self.empty):
            self.stack.addWidget(widget)
        controls = QFrame(self)
        controls.setProperty("rule", "bottom")
        rows = QVBoxLayout(controls)
        rows.setContentsMargins(0, 8, 0, 8)
        rows.setSpacing(8)
        groups_of = (self.left, self.with_words, self.right, self.swap, self.verifier)
        rows.addLayout(self._row(self.mode, self.by, self.verdicts, self.copy, last=self.save))
        rows.addLayout(self._row(*groups_of, last=self.shared))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(controls)
        column.addWidget(self.stack, 1)
        self._show_controls()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._ask()

    def _note(self, changed: Changed) -> None:
        beside = BESIDE if self.by.current() == "finding" else BESIDE | OF_FINDINGS
        if changed.rows.keys() <= beside:
            return
        self._stale = True
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        self._show_controls()
        study, by = self.session.study, self._by()
        if self.mode.current() == THREE:
            self.session.tasks.read(
                "comparison", lambda: three_roles(triangulate(study), by), self._show_three
            )
            return
        left, right = self._group(self.left), self._group(self.right)
        verifier = str(self.verifier.current()) if self.mode.current() == PAIRS else None

        def work() -> tuple[list[Group], list[tuple[Group, Group]], Comparison]:
            known, pairs = groups(study), verifiers(study)
            chosen = [
                next((k for k in known if k == g), d)
                for g, d in ((left, KEY_PERSONS), (right, VERIFICATION_RESPONDENTS))
            ]
            if verifier is not None and pairs:
                chosen = list(next((p for p in pairs if p[0].name == verifier), pairs[0]))
            return known, pairs, compare(study, chosen[0], chosen[1], by)

        self.session.tasks.read("comparison", work, self._show)

    def _by(self) -> By:
        return next(by for by in BY if by == self.by.current())

    def _show_controls(self) -> None:
        """Show the controls of the mode that is on."""
        mode = self.mode.current()
        for control in (self.left, self.with_words, self.right, self.swap):
            control.setVisible(mode == TWO)
        self.verifier.setVisible(mode == PAIRS)
        for control in (self.verdicts, self.copy, self.save, self.shared):
            control.setVisible(mode != THREE)

    def _show_three(self, rows: list[ThreeRoles]) -> None:
        self.three.show_rows(rows, in_words(f"compare.by.{self._by()}"))
        self.stack.setCurrentWidget(self.three if rows else self.empty)
        self.shown_changed.emit()

    def _group(self, button: ChoiceButton) -> Group:
        group = button.current()
        assert isinstance(group, Group)
        return group

    def _show(self, result: tuple[list[Group], list[tuple[Group, Group]], Comparison]) -> None:
        known, self._pairs, self.found = result
        if self.mode.current() == TWO:
            options = [(group, self._named(group)) for group in known]
            for button, group in ((self.left, self.found.left), (self.right, self.found.right)):
                button.set_options(options)
                button.set_current(group)
        names = [(verifier.name, verifier.name) for verifier, _ in self._pairs]
        self.verifier.set_options(names or [("", "–")])
        if self.mode.current() == PAIRS and names:
            self.verifier.set_current(self.found.left.name)
        self.save.setText(self.tr("Keep as display"))
        self.save.setDisabled(self.session.read_only or not self.found.spoken)
        self.shared.setText(self._shared_words(self.found))
        self.shared.setToolTip("\n".join(one_sided(self.found, ui_language())))
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
            "period": self.tr("{name} (month)"),
            "attribute": self.tr("{name} (informants)"),
            "site_attribute": self.tr("{name} (sites)"),
        }
        return kinds.get(group.kind, "{name}").format(name=words)

    def _shared_words(self, found: Comparison) -> str:
        if found.jaccard is None:
            return ""
        index = f"{float(found.jaccard):.2f}".replace(".", in_words("verify.list.decimal"))
        words = {
            "code": self.tr("Shared codes {shared} of {spoken} · Jaccard {index}"),
            "theme": self.tr("Shared themes {shared} of {spoken} · Jaccard {index}"),
            "finding": self.tr("Shared findings {shared} of {spoken} · Jaccard {index}"),
        }[found.by]
        return words.format(shared=found.shared, spoken=found.spoken, index=index)

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

    def _save(self) -> None:
        found, study = self.found, self.session.study
        if found is not None:
            self.session.change(lambda: save_comparison(study, found), self._tell_saved)

    def _tell_saved(self, display_id: int) -> None:
        self.save.setText(self.tr("Kept among the displays"))
        self.save.setDisabled(True)
        self.saved.emit(display_id)

    def _copy(self) -> None:
        if self.found is not None:
            table = as_table(self.found, ui_language(), self._rows())
            QGuiApplication.clipboard().setText(tsv(table))

    def summary(self) -> str:
        """Return the status line: how many are in the two groups."""
        if self.mode.current() == THREE or self.found is None:
            return ""
        count = self.found.left_units + self.found.right_units
        return one_or_many("count.in_groups", count, ui_language())
