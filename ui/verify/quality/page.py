"""The quality of the study: the five standards with what it can show, and reporting checklists."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.study import Changed, Study
from app.verify.quality.checklists import COREQ, ITEMS, SRQR, Item, answer, checklist
from app.verify.quality.facts import facts
from app.verify.quality.standards import FIRST, Shown, shown
from ui.language import in_words, ui_language
from ui.session import Session
from ui.verify.quality.item_form import ItemForm
from ui.verify.word_table import Column, WordTable
from ui.widgets.pills import PillRow
from ui.widgets.splitter import RememberingSplitter

STANDARDS = "standards"
ROW = 44


@dataclass(frozen=True, slots=True)
class _Read:
    shown: list[Shown]
    lists: dict[str, list[Item]]


class QualityPage(QWidget):
    """Three views: the standards, COREQ, SRQR; each count leads to where it is seen."""

    status_changed = Signal()
    page_wanted = Signal(str)
    go_to_stage = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.read = _Read([], {})
        self._stale = True
        self._make_parts()
        self._arrange()
        self.setFocusProxy(self.standards)
        session.changed.connect(self.refresh)

    def _make_parts(self) -> None:
        self.views = PillRow(
            [
                (STANDARDS, self.tr("Five standards")),
                *((name, name.upper()) for name in (COREQ, SRQR)),
            ],
            self,
        )
        self.views.chosen.connect(lambda _: self._show_view())
        self.export = QPushButton(self.tr("Export…"), self)
        self.export.clicked.connect(self._ask_where)
        self.cite = QLabel(self)
        self.cite.setProperty("kind", "small")
        self.cite.setWordWrap(True)
        self.cite.setContentsMargins(14, 6, 14, 8)
        language = ui_language()
        self.standards = WordTable(
            [
                Column(in_words("quality.print.standard"), _standard, 34),
                Column(in_words("quality.print.shows"), lambda row: row.words(language), 52),
                Column(in_words("quality.print.state"), _state, 14),
            ],
            self.tr("Five standards"),
            parent=self,
        )
        self.standards.opened.connect(self._go)
        self.see = QPushButton(self.tr("See where it stands"), self)
        self.see.clicked.connect(lambda: self._go(self.standards.current()))
        self.standards.chosen.connect(lambda row: self.see.setEnabled(row is not None))
        self.items = WordTable(
            [
                Column(in_words("quality.print.number"), lambda item: str(item.number), 6),
                Column(in_words("quality.print.domain"), lambda item: item.domain(language), 16),
                Column(in_words("quality.print.item"), lambda item: item.question(language), 34),
                Column(in_words("quality.print.state"), _item_state, 12),
                Column(in_words("quality.print.words"), lambda item: item.said, 34),
                Column(in_words("quality.print.place"), lambda item: item.place, 9),
            ],
            self.tr("Checklist"),
            parent=self,
        )
        self.form = ItemForm(self)
        self.form.set_read_only(self.session.read_only)
        self.form.answered.connect(self._answer)
        self.items.chosen.connect(self.form.show_item)
        self.items.opened.connect(lambda _: self.form.words.setFocus())

    def _arrange(self) -> None:
        controls = QFrame(self)
        controls.setProperty("rule", "bottom")
        controls.setFixedHeight(ROW)
        line = QHBoxLayout(controls)
        line.setContentsMargins(14, 0, 14, 0)
        line.setSpacing(8)
        line.addWidget(self.views)
        line.addStretch(1)
        line.addWidget(self.see)
        line.addWidget(self.export)
        self.across = RememberingSplitter("verify-quality", Qt.Orientation.Horizontal, self)
        self.across.addWidget(self.items)
        self.across.addWidget(self.form)
        self.across.set_first_sizes([960, 396])
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.standards)
        self.stack.addWidget(self.across)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(controls)
        column.addWidget(self.stack, 1)
        column.addWidget(self.cite)

    # --- what is shown --------------------------------------------------------------------------

    def refresh(self, changed: Changed | None = None) -> None:
        """Read again; at once where somebody looks, else when they look."""
        self._stale = True
        if self.isVisible():
            self._ask()

    def status_text(self) -> str:
        """Return how much is shown or answered, for the status line."""
        name = str(self.views.current())
        if name in self.read.lists:
            items = self.read.lists[name]
            settled = sum(item.settled for item in items)
            return self.tr("{count} of {all} items say something").format(
                count=settled, all=len(items)
            )
        whole = sum(row.state == "shown" for row in self.read.shown)
        return self.tr("{count} of {all} shown").format(count=whole, all=len(self.read.shown))

    def showEvent(self, event: object) -> None:
        if self._stale:
            self._ask()

    def hideEvent(self, event: object) -> None:
        self.form.flush()

    def _ask(self) -> None:
        self._stale = False
        study, language = self.session.study, ui_language()
        self.session.tasks.read("quality", lambda: _read(study, language), self._show)

    def _show(self, read: _Read) -> None:
        self.read = read
        self.standards.show_rows(read.shown, lambda row: row.key)
        self._show_view()

    def _show_view(self) -> None:
        name = str(self.views.current())
        of_list = name in ITEMS
        self.stack.setCurrentWidget(self.across if of_list else self.standards)
        self.see.setVisible(not of_list)
        source = f"quality.{name}.cite" if of_list else "quality.print.standards_text"
        self.cite.setText(in_words(source))
        if of_list and name in self.read.lists:
            self.items.show_rows(self.read.lists[name], lambda item: (item.checklist, item.number))
        self.status_changed.emit()

    # --- what is done ---------------------------------------------------------------------------

    def _go(self, row: Shown | None) -> None:
        if row is None:
            return
        if row.page:
            self.page_wanted.emit(row.page)
        else:
            self.go_to_stage.emit(row.stage)

    def _answer(self, name: str, number: int, field: str, given: str) -> None:
        study = self.session.study
        values: dict[str, Any] = {field: given}
        self.session.change(lambda: answer(study, name, number, **values))

    def _ask_where(self) -> None:
        first = self.session.study.path.with_name(f"{self.tr('Quality')}.docx")
        kinds = "*.docx;;*.xlsx"
        path, kind = QFileDialog.getSaveFileName(self, self.tr("Save as"), str(first), kinds)
        if path:
            given = Path(path)
            self.write_to(given if given.suffix else given.with_suffix(kind.removeprefix("*")))

    def write_to(self, path: Path) -> None:
        """Write the standards and both checklists to a file, off the GUI thread."""
        from app.report.quality_files import write_quality

        self.form.flush()
        study = self.session.study
        self.session.tasks.run(
            self.tr("Quality"), lambda *_: write_quality(study, path), lambda _: None
        )


def _read(study: Study, language: str) -> _Read:
    found = facts(study, language)
    lists = {name: checklist(study, name, found, language) for name in ITEMS}
    return _Read(shown(found), lists)


def _standard(row: Shown) -> str:
    """Return the name of a standard; beside its first row what it asks."""
    name = in_words(f"quality.standard.{row.standard}")
    if row.key != FIRST[row.standard]:
        return name
    return f"{name}. {in_words(f'quality.asks.{row.standard}')}"


def _state(row: Shown) -> str:
    sign = {"shown": "●", "partly": "◐", "none": "○"}[row.state]
    return f"{sign} {in_words(f'quality.shown_states.{row.state}')}"


def _item_state(item: Item) -> str:
    return in_words(f"quality.states.{item.state or 'open'}")
