"""The builder of a question: its conditions, one under the other."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reduce.codes import CodeRow
from app.reduce.retrieval.asking import Term
from ui.reduce.palette_model import Offer
from ui.reduce.palette_popup import CodePalette
from ui.reduce.retrieval.term_row import TermRow

Groups = tuple[tuple[Term, ...], ...]


class Builder(QWidget):
    """Conditions joined by “and” stand together; “or” begins another way to answer."""

    altered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.codes: Mapping[int, CodeRow] = {}
        self.rows: list[TermRow] = []
        self.palette_popup = CodePalette(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def offer(self, codes: Sequence[CodeRow]) -> None:
        """Offer these codes."""
        self.codes = {code.id: code for code in codes}
        for row in self.rows:
            row.show_codes(self.codes)

    def groups(self) -> Groups:
        """Return the question as it stands; conditions without a code are left out."""
        found: list[list[Term]] = []
        for row in self.rows:
            term = row.term()
            if term is None:
                continue
            if not found or row.begins_group():
                found.append([])
            found[-1].append(term)
        return tuple(tuple(group) for group in found)

    def show_groups(self, groups: Groups) -> None:
        """Show the conditions of a question, without a signal."""
        while self.rows:
            self._drop(self.rows[-1])
        for group in groups:
            for number, term in enumerate(group):
                row = self._add()
                row.show_term(term, self.codes, begins=number == 0)
                row.show_codes(self.codes)

    def add(self) -> None:
        """Add a condition and ask for its code."""
        row = self._add()
        row.show_codes(self.codes)
        row.code.setFocus()
        row.code.pop_up()

    def _add(self) -> TermRow:
        row = TermRow(self._ask, first=not self.rows, parent=self)
        row.altered.connect(self.altered)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.addWidget(row)
        self.show()
        return row

    def _remove(self, row: TermRow) -> None:
        self._drop(row)
        self.altered.emit()

    def _drop(self, row: TermRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self.rows:
            self.rows[0].join.hide()
        self.setVisible(bool(self.rows))

    def _ask(self, at: QPoint, take: Callable[[int], None]) -> None:
        def taken(offers: list[Offer]) -> None:
            if offers[0].code_id is not None:
                take(offers[0].code_id)

        asks = self.tr("Which code?")
        codes = list(self.codes.values())
        self.palette_popup.open_at(at, taken, codes, asks=asks, can_make=False, several=False)
