"""The bar on top of each page of the room: its pages as pills, the page's own controls beside."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.verify.pages import COMPARISON, FINDINGS, TRIANGULATION, named_pages
from ui.widgets.pills import PillRow

__all__ = ["COMPARISON", "FINDINGS", "TRIANGULATION", "TopBar"]

HEIGHT = 48


class TopBar(QFrame):
    """Pills at the left, what is put in by `add` at the right."""

    page_chosen = Signal(str)

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", "bottom")
        self.setFixedHeight(HEIGHT)
        self._page = page
        self.pills = PillRow(named_pages(), self)
        self.pills.set_current(page)
        self.pills.chosen.connect(self._choose)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.pills)
        self._row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put a control at the right."""
        self._row.addWidget(widget)

    def _choose(self, page: object) -> None:
        self.pills.set_current(self._page)  # this bar goes with its page; the next one has its own
        if page != self._page:
            self.page_chosen.emit(page)
