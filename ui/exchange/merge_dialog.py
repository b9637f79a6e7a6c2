"""Merging a copy of the study: what would come, what to choose, the merge, and its report."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import StudyProblem
from app.exchange.merging.merging import MergeCancelled, merge
from app.exchange.merging.plan import Asked, Plan, entity_words, save_plan
from ui.errors import show_problem
from ui.language import in_words, ui_language
from ui.session import Session
from ui.tasks import Cancelled, Progress, Running

KEY = Qt.ItemDataRole.UserRole
KINDS = ("new", "changed", "deleted")
ASKED = ("changed", "deleted_here", "deleted_there", "in_use")


class MergeDialog(QDialog):
    """A tree of what comes; what was changed on both sides is ticked where theirs is to be taken.

    The study is changed by `Merge` alone, in one step of undo.
    """

    def __init__(
        self,
        session: Session,
        path: Path,
        plan: Plan,
        parent: QWidget | None = None,
        *,
        force: bool = False,
    ) -> None:
        super().__init__(parent)
        self.session, self.path, self.plan, self.force = session, path, plan, force
        self.done_choices: dict[str, str] = {}
        self.is_done = False
        self._running: Running | None = None
        self.setWindowTitle(self.tr("Merge a copy of this study"))
        self.resize(860, 600)
        self._make_parts()
        self._arrange()
        self._fill()

    def _make_parts(self) -> None:
        self.sentence = QLabel(self.plan.sentence(ui_language()), self)
        self.sentence.setWordWrap(True)
        self.sentence.setProperty("kind", "title")
        self.hint = QLabel(self._hint(), self)
        self.hint.setWordWrap(True)
        self.hint.setProperty("kind", "soft")
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.tr("What the merge does"))
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Mine"), self.tr("Theirs")])
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.all_mine = QPushButton(self.tr("All mine"), self)
        self.all_theirs = QPushButton(self.tr("All theirs"), self)
        self.all_mine.clicked.connect(lambda: self._tick_all(Qt.CheckState.Unchecked))
        self.all_theirs.clicked.connect(lambda: self._tick_all(Qt.CheckState.Checked))
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.hide()
        self.save = QPushButton(self.tr("Save the report…"), self)
        self.save.clicked.connect(self._ask_where)
        self.leave = QPushButton(self.tr("Cancel"), self)
        self.leave.clicked.connect(self.reject)
        self.take = QPushButton(self.tr("Merge"), self)
        self.take.setProperty("accent", True)
        self.take.setDefault(True)
        self.take.setEnabled(not self.plan.is_empty and not self.session.read_only)
        self.take.clicked.connect(self._merge)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.all_mine, self.all_theirs, self.save):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self.sentence, self.hint):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number in (1, 2):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(number, 210)
        has_choices = any(each.is_choice for each in self.plan.asked)
        self.all_mine.setVisible(has_choices)
        self.all_theirs.setVisible(has_choices)

    def _hint(self) -> str:
        if self.plan.is_empty:
            return ""
        if any(each.is_choice for each in self.plan.asked):
            return self.tr(
                "Tick what is to be taken from the copy where both sides changed it; the rest "
                "stays as it is here. One undo takes the whole merge back."
            )
        return self.tr("One undo takes the whole merge back.")

    # --- the tree -------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.tree.clear()
        language = ui_language()
        for kind in ASKED:
            some = [each for each in self.plan.asked if each.kind == kind]
            if some:
                head = self._head(in_words(f"merging.asked.{kind}"), len(some))
                for each in some:
                    self._add_asked(head, each)
                head.setExpanded(True)
        for kind in KINDS:
            groups = [group for group in self.plan.groups if group.kind == kind]
            if not groups:
                continue
            head = self._head(in_words(f"merging.kind.{kind}"), sum(g.count for g in groups))
            for group in groups:
                words = entity_words(group.entity, language)
                item = QTreeWidgetItem(head, [f"{words} ({group.count})"])
                for name in group.names:
                    self._leaf(item, name)
                if group.count > len(group.names):
                    QTreeWidgetItem(item, [f"… +{group.count - len(group.names)}"])
            head.setExpanded(True)
        notes = self.plan.note_lines(language)
        if notes:
            head = self._head(self.tr("To know"), len(notes))
            for note in notes:
                self._leaf(head, note).setFirstColumnSpanned(True)
            head.setExpanded(True)

    def _head(self, words: str, count: int) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [f"{words} ({count})"])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _leaf(self, parent: QTreeWidgetItem, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [words])
        item.setToolTip(0, words)
        return item

    def _add_asked(self, head: QTreeWidgetItem, each: Asked) -> None:
        item = self._leaf(head, f"{entity_words(each.entity, ui_language())}: {each.name}")
        if each.is_choice:
            item.setData(0, KEY, each.key)
            theirs = self.done_choices.get(each.key) == "theirs"
            item.setCheckState(0, Qt.CheckState.Checked if theirs else Qt.CheckState.Unchecked)
            if self.is_done:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        for number, (_, mine, theirs_words) in enumerate(each.fields):
            line = item if number == 0 else QTreeWidgetItem(item, [""])
            for column, words in ((1, mine), (2, theirs_words)):
                line.setText(column, " ".join(words.split()))
                line.setToolTip(column, words)
        item.setExpanded(True)

    def items(self) -> list[QTreeWidgetItem]:
        """Return the items that can be ticked."""
        heads = [self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())]
        inner = [head.child(n) for head in heads if head for n in range(head.childCount())]
        return [item for item in inner if item.data(0, KEY)]

    def choices(self) -> dict[str, str]:
        """Return "mine" or "theirs" by the key of what both sides changed."""
        return {
            item.data(0, KEY): "theirs" if item.checkState(0) == Qt.CheckState.Checked else "mine"
            for item in self.items()
        }

    def _tick_all(self, state: Qt.CheckState) -> None:
        for item in self.items():
            item.setCheckState(0, state)

    # --- the merge ------------------------------------------------------------------------------

    def _merge(self) -> None:
        study, path, choices = self.session.study, self.path, self.choices()
        force = self.force

        def work(progress: Progress, cancelled: Cancelled) -> Plan:
            def told(share: float) -> None:
                progress(round(100 * share), 100)

            return merge(study, path, choices, force=force, progress=told, cancelled=cancelled)

        for widget in (self.take, self.tree, self.all_mine, self.all_theirs, self.save):
            widget.setEnabled(False)
        self.bar.show()
        self.done_choices = choices
        self.session.tasks.progressed.connect(self._moved)
        title = self.tr("Merging “{name}”").format(name=path.name)
        self._running = self.session.tasks.run(title, work, self._ended, self._failed)

    def _moved(self, running: Running) -> None:
        if running is self._running:
            self.bar.setValue(running.done)

    def _ended(self, plan: Plan) -> None:
        self._stop()
        self.plan, self.is_done = plan, True
        self.hint.setText(self.tr("Merged. One undo takes it back."))
        self.sentence.setText(plan.sentence(ui_language()))
        self._fill()
        self.take.hide()
        self.all_mine.hide()
        self.all_theirs.hide()
        self.leave.setText(self.tr("Close"))
        self.leave.setFocus()

    def _failed(self, error: Exception) -> None:
        self._stop()
        self.take.setEnabled(True)
        if isinstance(error, MergeCancelled):
            self.hint.setText(self.tr("Stopped: nothing was changed."))
        elif isinstance(error, StudyProblem):
            show_problem(self, error)
        else:
            self.session.tasks.problem.emit(error)

    def _stop(self) -> None:
        self._running = None
        self.session.tasks.progressed.disconnect(self._moved)
        self.bar.hide()
        for widget in (self.tree, self.all_mine, self.all_theirs, self.save):
            widget.setEnabled(True)

    def reject(self) -> None:
        """Stop a merge under way; else close."""
        if self._running is not None:
            self._running.cancel()
            return
        super().reject()

    # --- the report -----------------------------------------------------------------------------

    def _ask_where(self) -> None:
        first = self.session.study.path.with_name(f"{self.path.stem}.json")
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), str(first), "*.json;;*.txt"
        )
        if path:
            self.save_report(Path(path))

    def save_report(self, path: Path) -> None:
        """Write what the tree shows: JSON, or text by any other ending."""
        choices = self.done_choices if self.is_done else self.choices()
        try:
            save_plan(self.plan, path, ui_language(), choices)
        except StudyProblem as problem:
            show_problem(self, problem)
