"""A page of the study design: one kind of record in a table, saved as it is edited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.design import records
from app.design.records import Noun
from app.study import Changed, Study
from ui.session import Session
from ui.widgets.confirm import confirm
from ui.widgets.empty import EmptyState
from ui.widgets.record_table import Column, RecordTable


@dataclass(frozen=True)
class Use:
    """What a page does with its kind of record: the functions of `app.design`."""

    noun: Noun | None
    tables: tuple[str, ...]
    """Names of the tables whose change the page follows."""
    rows: Callable[[Study], Sequence[Any]]
    add: Callable[[Study, Sequence[dict[str, Any]]], Any]
    edit: Callable[..., Any]
    remove: Callable[[Study, Sequence[int]], Any]


class RecordPage(QWidget):
    """Shows, adds, pastes, edits and removes records."""

    def __init__(
        self,
        session: Session,
        use: Use,
        columns: Sequence[Column],
        *,
        name: str,
        new: str,
        sentence: str,
        icon: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.use = session, use
        self.columns = list(columns)
        self._stale = True
        self._edit_last = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        empty = EmptyState(icon, name, sentence, new)
        self.table = RecordTable(columns, name=name, new_label=new, empty=empty)
        layout.addWidget(self.table)
        self.table.edited.connect(self._edit)
        self.table.pasted.connect(self._add)
        self.table.added.connect(self._new)
        self.table.removed.connect(self._remove)
        session.changed.connect(self._after_change)
        self.table.setEnabled(not session.read_only)

    def first_values(self, number: int) -> dict[str, Any]:
        """Return what a new row begins with; `number` makes its name its own."""
        return {self.columns[0].key: self.tr("New {number}").format(number=number)}

    def value_of(self, key: str, value: Any) -> dict[str, Any]:
        """Return an edited cell as fields of the record."""
        return {key: value}

    def refresh(self) -> None:
        """Read the records again, when the page can be seen."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        study = self.session.study
        self.session.tasks.read(
            ("records", self.table.objectName()), lambda: self.read(study), self.show_rows
        )

    def read(self, study: Study) -> Any:
        """Read what the page shows; runs off the GUI thread."""
        return self.use.rows(study)

    def show_rows(self, rows: Any) -> None:
        """Show what `read` returned."""
        self.table.set_rows(rows)
        if self._edit_last and rows:
            self._edit_last = False
            self.table.edit(rows[-1].id, self.columns[0].key)

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()

    def _after_change(self, changed: Changed) -> None:
        if changed.touches(*self.use.tables):
            self.refresh()

    def _edit(self, row_id: int, key: str, value: Any) -> None:
        study, values = self.session.study, self.value_of(key, value)
        self._change(lambda: self.use.edit(study, row_id, **values))

    def _add(self, rows: list[dict[str, Any]]) -> None:
        study = self.session.study
        made: list[dict[str, Any]] = []
        for row in rows:
            values: dict[str, Any] = {}
            for key, value in row.items():
                if value not in (None, ""):
                    values |= self.value_of(key, value)
            made.append(values)
        self._change(lambda: self.use.add(study, made))

    def _new(self) -> None:
        study, use = self.session.study, self.use
        named = self.columns[0].key

        def add() -> None:
            taken = {str(getattr(row, named)).casefold() for row in use.rows(study)}
            number = 1
            while str(self.first_values(number)[named]).casefold() in taken:
                number += 1
            use.add(study, [self.first_values(number)])

        self._edit_last = True
        self._change(add)

    def _remove(self, ids: list[int]) -> None:
        study, noun = self.session.study, self.use.noun
        if noun is None:
            self._change(lambda: self.use.remove(study, ids))
            return
        self.session.tasks.read(
            "uses", lambda: records.uses(study, noun, ids), lambda used: self._ask(ids, used)
        )

    def _ask(self, ids: list[int], used: dict[str, int]) -> None:
        study = self.session.study
        words = {
            "informant": self.tr("informants"),
            "informant_role": self.tr("roles of informants"),
            "participation": self.tr("parts taken in sources"),
            "source": self.tr("sources"),
            "coverage": self.tr("cells of the coverage"),
            "code": self.tr("codes"),
            "finding": self.tr("findings"),
            "turn": self.tr("turns"),
            "excerpt": self.tr("excerpts (they stay, without a speaker)"),
            "verifies": self.tr("ties of verification"),
        }
        losses = [f"{count} {words.get(table, table)}" for table, count in used.items()]
        if not losses or confirm(
            self,
            self.tr("Delete?"),
            self.tr("These point to it and are touched; undo brings all back:"),
            self.tr("Delete"),
            losses=losses,
        ):
            self._change(lambda: self.use.remove(study, ids))

    def _change(self, function: Callable[[], Any]) -> None:
        self.session.change(function, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._edit_last = False
        self.session.tasks.problem.emit(error)
        self.refresh()
