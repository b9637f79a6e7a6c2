"""The predicates of a table of numbers, from the highest down, with how many items each has."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.display.scores.as_table import number
from app.display.scores.scale import Scale, Step
from ui.language import ui_language
from ui.widgets.record_table import Column, RecordTable

LOWEST = float("-inf")


class ScaleTable(QWidget):
    """Edits a scale; the last predicate holds for all below the one before it."""

    changed = Signal(object)  # the steps, in any order

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = [
            Column("name", self.tr("Predicate"), width=120),
            Column("least", self.tr("From"), width=64),
            Column("count", self.tr("Items"), "number", editable=False, width=64),
        ]
        self.table = RecordTable(
            columns, name=self.tr("Predicates"), new_label=self.tr("New"), parent=self
        )
        self.table.filter.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self._scale: Scale = ()
        self.table.edited.connect(self._edited)
        self.table.added.connect(self._added)
        self.table.removed.connect(self._removed)
        self.table.pasted.connect(self._pasted)

    def show_scale(self, scale: Scale, tally: Sequence[tuple[str, int]]) -> None:
        """Show a scale with the number of items of each predicate."""
        self._scale = scale
        counts = dict(tally)
        self.table.set_rows(
            [
                {
                    "id": at,
                    "name": step.name,
                    "least": "" if step.least == LOWEST else number(step.least, ui_language()),
                    "count": counts.get(step.name, 0),
                }
                for at, step in enumerate(scale)
            ]
        )
        self.table.filter.hide()

    def set_read_only(self, on: bool) -> None:
        """Take no change."""
        self.table.set_read_only(on)

    def _edited(self, at: object, key: str, value: object) -> None:
        steps = list(self._scale)
        if not isinstance(at, int) or at >= len(steps):
            return
        step = steps[at]
        name = str(value).strip() if key == "name" else step.name
        steps[at] = Step(_least(value) if key == "least" else step.least, name)
        self._tell(steps)

    def _added(self) -> None:
        finite = [step.least for step in self._scale if step.least != LOWEST]
        top = max(finite, default=0.0)
        name = self.tr("Predicate {number}").format(number=len(self._scale) + 1)
        self._tell([*self._scale, Step(top + 1, name)])

    def _removed(self, ids: Sequence[int]) -> None:
        self._tell([step for at, step in enumerate(self._scale) if at not in ids])

    def _pasted(self, rows: Sequence[Mapping[str, object]]) -> None:
        self._tell([Step(_least(row.get("least")), str(row.get("name", ""))) for row in rows])

    def _tell(self, steps: Sequence[Step]) -> None:
        self.changed.emit(list(steps))


def _least(words: object) -> float:
    """Read a number as it is typed; what is none, or nothing, is the lowest."""
    try:
        return float(str(words).strip().replace(",", "."))
    except ValueError:
        return LOWEST
