"""The bar on top of each page of the room: its pages as pills, the page's own controls beside."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.verify.pages import COMPARISON, FINDINGS, TRIANGULATION, named_pages
from ui.widgets.pills import PillRow

__all__ = ["COMPARISON", "FINDINGS", "TRIANGULATION", "TopBar"]

HEIGHT = 48
MARGIN, GAP = 14, 8


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
        self._beside = QWidget(self)
        self._controls = QHBoxLayout(self._beside)
        self._controls.setContentsMargins(0, 0, 0, 0)
        self._controls.setSpacing(8)
        self._first = QHBoxLayout()
        self._first.addWidget(self.pills)
        self._first.addStretch(1)
        self._second = QHBoxLayout()
        self._second.addStretch(1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._first, 1)
        self._rows.addLayout(self._second, 0)
        self._first.addWidget(self._beside)

    def add(self, widget: QWidget) -> None:
        """Put a control at the right; below the pills where both do not fit."""
        self._controls.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """Ask for the wider of the two rows alone, so that no window grows beyond its screen."""
        rows = (self.pills.minimumSizeHint(), self._beside.minimumSizeHint())
        return QSize(max(row.width() for row in rows) + 2 * MARGIN, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Look again whether all fits when a control has changed its words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        wanted = self.pills.sizeHint().width() + self._beside.sizeHint().width()
        row = self._first if wanted + GAP + 2 * MARGIN <= self.width() else self._second
        if row.indexOf(self._beside) < 0:
            other = self._second if row is self._first else self._first
            other.removeWidget(self._beside)
            row.addWidget(self._beside)
            self._rows.setStretch(1, int(row is self._second))
            self.setFixedHeight(HEIGHT if row is self._first else 2 * HEIGHT - GAP)

    def _choose(self, page: object) -> None:
        self.pills.set_current(self._page)  # this bar goes with its page; the next one has its own
        if page != self._page:
            self.page_chosen.emit(page)
