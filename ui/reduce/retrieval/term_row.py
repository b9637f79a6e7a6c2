"""One condition of a question: with or without a code, alone or beside another one."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from app.reduce.codes import CodeRow
from app.reduce.retrieval.asking import FARTHEST, Term
from ui.reduce.context_menu import swatch
from ui.widgets.choice_button import ARROW, ChoiceButton
from ui.widgets.icons import icon

WIDEST = 200
FIRST_WORDS = 10
Ask = Callable[[QPoint, Callable[[int], None]], None]
"""Asks for a code at a global point and gives its id."""


class CodeButton(QPushButton):
    """Shows a code; a click, Space or Enter asks for another one."""

    taken = Signal()

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code_id = 0
        self._ask, self._codes = ask, {}
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.pop_up)

    def pop_up(self) -> None:
        """Ask for a code beneath the button."""
        self._ask(self.mapToGlobal(QPoint(0, self.height() + 2)), self._take)

    def show_code(self, code_id: int, codes: Mapping[int, CodeRow]) -> None:
        """Show a code, or that there is none."""
        self.code_id, self._codes = code_id, codes
        code = codes.get(code_id)
        gone = self.tr("a code that is gone") if code_id else self.tr("choose a code")
        words = code.name if code is not None else gone
        self.setIcon(swatch(code.colour) if code is not None else icon("warning"))
        self.setAccessibleName(self.tr("Code: {name}").format(name=words))
        self.setToolTip(code.path if code is not None else "")
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST)
        self.setText(short.replace("&", "&&") + ARROW)

    def _take(self, code_id: int) -> None:
        self.show_code(code_id, self._codes)
        self.setFocus()
        self.taken.emit()


class TermRow(QWidget):
    """A condition and how it is joined to the one before: and, or."""

    altered = Signal()
    removed = Signal()

    def __init__(self, ask: Ask, *, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        joins: list[tuple[object, str]] = [("and", self.tr("and")), ("or", self.tr("or"))]
        self.join = ChoiceButton("", joins, "and", self)
        self.join.setVisible(not first)
        withs: list[tuple[object, str]] = [
            (False, self.tr("coded with")),
            (True, self.tr("not coded with")),
        ]
        self.negated = ChoiceButton("", withs, False, self)
        self.code, self.other = CodeButton(ask, self), CodeButton(ask, self)
        self.branch, self.other_branch = self._branch(), self._branch()
        relations: list[tuple[object, str]] = [
            ("", self.tr("on its own")),
            ("overlaps", self.tr("overlapping")),
            ("near", self.tr("near")),
            ("inside", self.tr("inside")),
            ("around", self.tr("around")),
        ]
        self.relation = ChoiceButton("", relations, "", self)
        self.words = QSpinBox(self)
        self.words.setRange(0, FARTHEST)
        self.words.setValue(FIRST_WORDS)
        self.words.setPrefix(self.tr("at most") + " ")
        self.words.setSuffix(" " + self.tr("words between"))
        self.words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.words.setAccessibleName(self.tr("Words between"))
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("close"))
        self.remove.setToolTip(self.tr("Take this condition away"))
        self.remove.setAccessibleName(self.tr("Take this condition away"))
        self._arrange()
        self._listen()
        self._show()

    def _branch(self) -> QCheckBox:
        box = QCheckBox(self.tr("and codes under it"), self)
        box.setChecked(True)
        return box

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        first = (self.join, self.negated, self.code, self.branch)
        second = (self.relation, self.words, self.other, self.other_branch, self.remove)
        for widget in (*first, *second):
            row.addWidget(widget)
        row.addStretch(1)

    def _listen(self) -> None:
        for button in (self.join, self.negated, self.relation):
            button.chosen.connect(lambda _: self._on_change())
        for box in (self.branch, self.other_branch):
            box.toggled.connect(lambda _: self._on_change())
        for code in (self.code, self.other):
            code.taken.connect(self._on_change)
        self.words.valueChanged.connect(lambda _: self._on_change())
        self.remove.clicked.connect(self.removed)

    # --- what it asks ----------------------------------------------------------------------

    def term(self) -> Term | None:
        """Return the condition; None as long as a code is missing."""
        relation = str(self.relation.current())
        if not self.code.code_id or (relation and not self.other.code_id):
            return None
        return Term(
            code=self.code.code_id,
            branch=self.branch.isChecked(),
            negated=bool(self.negated.current()),
            relation=relation,
            other=self.other.code_id if relation else 0,
            other_branch=self.other_branch.isChecked() if relation else True,
            words=self.words.value() if relation == "near" else 0,
        )

    def begins_group(self) -> bool:
        """Tell whether it is another way to answer the question: it is joined by “or”."""
        return self.join.current() == "or"

    def show_term(self, term: Term, codes: Mapping[int, CodeRow], *, begins: bool) -> None:
        """Show a condition, without a signal."""
        self.blockSignals(True)
        self.join.set_current("or" if begins else "and")
        self.negated.set_current(term.negated)
        self.relation.set_current(term.relation)
        self.branch.setChecked(term.branch)
        self.other_branch.setChecked(term.other_branch)
        if term.relation == "near":
            self.words.setValue(term.words)
        self.code.show_code(term.code, codes)
        self.other.show_code(term.other, codes)
        self._show()
        self.blockSignals(False)

    def show_codes(self, codes: Mapping[int, CodeRow]) -> None:
        """Show the codes as they are now."""
        for button in (self.code, self.other):
            button.show_code(button.code_id, codes)
        self._parents = {code.parent_id for code in codes.values()}
        self._show()

    _parents: set[int | None] = frozenset()  # type: ignore[assignment]

    def _on_change(self) -> None:
        self._show()
        self.altered.emit()

    def _show(self) -> None:
        relation = self.relation.current()
        self.words.setVisible(relation == "near")
        self.other.setVisible(bool(relation))
        # Only a code with others under it has a branch to leave out.
        self.branch.setVisible(self.code.code_id in self._parents)
        self.other_branch.setVisible(bool(relation) and self.other.code_id in self._parents)
