"""A table of numbers: items with their values at the left, what describes them at the right."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.display.exporting import write_words
from app.display.scores.as_table import number, remarks, said, score_words
from app.display.scores.scale import Step
from app.display.scores.tables import (
    Scores,
    add_items,
    edit_item,
    edit_score_table,
    order_items,
    remove_items,
    score_table,
    set_scale,
)
from ui.display.pane import DisplayPane, Write
from ui.display.scores.scale_table import ScaleTable
from ui.language import in_words, ui_language
from ui.session import Session
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.empty import EmptyState
from ui.widgets.pane_header import PaneHeader
from ui.widgets.record_table import Column, RecordTable
from ui.widgets.splitter import RememberingSplitter

NUMBERS = ("sum", "mean", "median", "modes", "least", "greatest", "quartiles", "sd", "psd")


class ScoresPane(DisplayPane):
    """Edits the items in place; figures, predicates and remarks follow."""

    lists_excerpts = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.scores: Scores | None = None
        self._display = self._new = 0
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        halves = RememberingSplitter("display-scores", parent=self)
        halves.addWidget(self._items())
        halves.addWidget(self._side())
        halves.setStretchFactor(0, 1)
        halves.set_first_sizes([640, 300])
        row.addWidget(halves)

    # --- building -------------------------------------------------------------------------------

    def _items(self) -> QWidget:
        columns = [
            Column("label", self.tr("No."), width=64),
            Column("text", self.tr("Item"), width=260),
            Column("value", self.tr("Value"), width=84, tip=self.tr("A number, such as 77.5")),
            Column("base", self.tr("n"), width=56, tip=self.tr("Of how many: a percentage's n")),
            Column("by_scale", self.tr("Predicate"), editable=False, width=110),
            Column("printed", self.tr("As printed"), width=110),
            Column("remark", self.tr("Remark"), editable=False, width=220),
        ]
        empty = EmptyState(
            "matrix",
            self.tr("No items yet"),
            self.tr("Add items, or paste them from a spreadsheet: number, item, value."),
            self.tr("New item"),
        )
        self.items = RecordTable(
            columns,
            name=self.tr("Items"),
            new_label=self.tr("New item"),
            filter_label=self.tr("Filter items…"),
            empty=empty,
        )
        self.items.edited.connect(self._edit)
        self.items.added.connect(self._add)
        self.items.pasted.connect(self._paste)
        self.items.removed.connect(self._remove)
        self.items.menu_opening.connect(self._fill_menu)
        self.items.set_read_only(self.session.read_only)
        return self.items

    def _side(self) -> QWidget:
        side = QFrame(self)
        side.setMinimumWidth(240)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHeader(self.tr("Figures")))
        column.addWidget(self._figures())
        column.addWidget(PaneHeader(self.tr("Predicates")))
        self.scale = ScaleTable(side)
        self.scale.changed.connect(self._set_scale)
        self.scale.set_read_only(self.session.read_only)
        column.addWidget(self.scale, 1)
        return side

    def _figures(self) -> QWidget:
        names = {
            "sum": self.tr("Sum"),
            "mean": self.tr("Mean"),
            "median": self.tr("Median"),
            "modes": self.tr("Most frequent"),
            "least": self.tr("Lowest"),
            "greatest": self.tr("Highest"),
            "quartiles": self.tr("Quartiles"),
            "sd": self.tr("SD, sample"),
            "psd": self.tr("SD, population"),
        }
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(14, 8, 14, 12)
        grid.setVerticalSpacing(4)
        self.figures: dict[str, QLabel] = {}
        for at, key in enumerate(NUMBERS):
            head, value = QLabel(names[key], page), QLabel(page)
            head.setProperty("kind", "soft")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(names[key])
            grid.addWidget(head, at, 0)
            grid.addWidget(value, at, 1)
            self.figures[key] = value
        self.unit = ChoiceButton(
            self.tr("Unit"), [("percent", self.tr("percent")), ("score", self.tr("points"))]
        )
        self.unit.chosen.connect(lambda unit: self._change(unit=unit))
        self.source_line = QLineEdit(page)
        self.source_line.setPlaceholderText(self.tr("Source line, as under a table in print"))
        self.source_line.setAccessibleName(self.tr("Source line"))
        self.source_line.editingFinished.connect(self._set_source_line)
        for widget in (self.unit, self.source_line):
            widget.setEnabled(not self.session.read_only)
        grid.addWidget(self.unit, len(NUMBERS), 0)
        grid.addWidget(self.source_line, len(NUMBERS) + 1, 0, 1, 2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setMinimumHeight(page.sizeHint().height())
        return scroll

    # --- what the room asks ---------------------------------------------------------------------

    def load(self, display_id: int, title: str) -> None:
        study = self.session.study
        self._display = display_id

        def read() -> Scores | None:
            from app.display.displays import displays

            row = next((d for d in displays(study) if d.id == display_id), None)
            return score_table(study, row.table_id) if row and row.table_id else None

        self.session.tasks.read("scores", read, lambda found: self._show(display_id, found))

    def words(self) -> Sequence[Sequence[str]]:
        return score_words(self.scores, ui_language()) if self.scores else [[]]

    def rule(self) -> str:
        return in_words("display.rule.scores")

    def summary(self) -> str:
        return self.tr("%n item(s)", "", len(self.scores.items) if self.scores else 0)

    def writer(self) -> Write:
        scores = self.scores
        assert scores is not None
        rule = self.rule()

        def write(path: Any, title: str, language: str) -> None:
            notes = [rule, said(scores, language), *remarks(scores, language), scores.source_line]
            write_words(score_words(scores, language), path, language, title, notes)

        return write

    # --- showing --------------------------------------------------------------------------------

    def _show(self, display_id: int, scores: Scores | None) -> None:
        if display_id != self._display or scores is None:
            return
        self.scores = scores
        language = ui_language()
        self.items.set_rows(
            [
                {
                    "id": item.id,
                    "label": item.label,
                    "text": item.text,
                    "value": number(item.value, language),
                    "base": "" if item.base is None else str(item.base),
                    "by_scale": item.by_scale,
                    "printed": item.printed,
                    "remark": self._remark(item.disagrees, item.impossible, item.base),
                }
                for item in scores.items
            ]
        )
        self._show_figures(scores, language)
        self.scale.show_scale(scores.scale, scores.tally)
        self.unit.set_current(scores.unit)
        if not self.source_line.hasFocus():
            self.source_line.setText(scores.source_line)
        self._edit_new()
        self.shown.emit()

    def _remark(self, disagrees: bool, impossible: bool, base: int | None) -> str:
        said = []
        if disagrees:
            said.append(self.tr("printed otherwise"))
        if impossible:
            said.append(self.tr("no count of {base} gives it").format(base=base))
        return "; ".join(said)

    def _show_figures(self, scores: Scores, language: str) -> None:
        d = scores.described
        values = dict.fromkeys(NUMBERS, "–")
        if d is not None:
            values |= {
                "sum": number(d.total, language),
                "mean": " ".join((number(d.mean, language), scores.mean_predicate)),
                "median": number(d.median, language),
                "modes": ", ".join(number(mode, language) for mode in d.modes) or "–",
                "least": number(d.least, language),
                "greatest": number(d.greatest, language),
                "sd": number(d.sample_sd, language, 4) or "–",
                "psd": number(d.population_sd, language, 4),
            }
            if d.quartiles:
                values["quartiles"] = " / ".join(number(q, language) for q in d.quartiles)
        for key, words in values.items():
            self.figures[key].setText(words)

    # --- changing -------------------------------------------------------------------------------

    def _edit(self, item_id: object, key: str, value: object) -> None:
        if not isinstance(item_id, int):
            return
        field = "predicate" if key == "printed" else key
        self._do(partial(edit_item, self.session.study, item_id, field, value))

    def _add(self) -> None:
        if self.scores is None:
            return
        table, label = self.scores.id, str(len(self.scores.items) + 1)
        study = self.session.study

        def edit(made: list[int]) -> None:
            self._new = made[0]
            self._edit_new()

        self.session.change(lambda: add_items(study, table, [{"label": label}]), edit)

    def _edit_new(self) -> None:
        """Open the editor of the item that was just added, once it is in the list."""
        if self.scores is not None and any(item.id == self._new for item in self.scores.items):
            self.items.edit(self._new, "text")
            self._new = 0

    def _paste(self, rows: Sequence[Mapping[str, object]]) -> None:
        if self.scores is None:
            return
        first = len(self.scores.items) + 1
        fit = []
        for at, row in enumerate(rows):
            values = {("predicate" if k == "printed" else k): v for k, v in row.items()}
            values["label"] = values.get("label") or str(first + at)
            fit.append({k: v for k, v in values.items() if k not in ("by_scale", "remark")})
        self._do(partial(add_items, self.session.study, self.scores.id, fit))

    def _remove(self, ids: Sequence[int]) -> None:
        self._do(partial(remove_items, self.session.study, list(ids)))

    def _fill_menu(self, menu: Any, ids: Sequence[int]) -> None:
        if not ids or self.scores is None or self.session.read_only:
            return
        order = [item.id for item in self.scores.items]
        up = menu.addAction(self.tr("Move up"))
        up.triggered.connect(lambda: self._move(order, list(ids), -1))
        down = menu.addAction(self.tr("Move down"))
        down.triggered.connect(lambda: self._move(order, list(ids), 1))

    def _move(self, order: list[int], ids: list[int], by: int) -> None:
        places = sorted(order.index(each) for each in ids)
        if places[0] + by < 0 or places[-1] + by >= len(order):
            return
        for place in places if by < 0 else reversed(places):
            order[place], order[place + by] = order[place + by], order[place]
        self._do(partial(order_items, self.session.study, order))

    def _set_scale(self, steps: Sequence[Step]) -> None:
        if self.scores is not None:
            self._do(partial(set_scale, self.session.study, self.scores.id, list(steps)))

    def _set_source_line(self) -> None:
        words = self.source_line.text().strip()
        if self.scores is not None and words != self.scores.source_line:
            self._change(source_line=words)

    def _change(self, **values: object) -> None:
        if self.scores is not None:
            self._do(partial(edit_score_table, self.session.study, self.scores.id, **values))

    def _do(self, change: Any) -> None:
        self.session.change(change, failed=self._refused)

    def _refused(self, problem: Exception) -> None:
        """Show what the study has, and why the change was not taken."""
        if self.scores is not None:
            self._show(self._display, self.scores)
        self.session.tasks.problem.emit(problem)
