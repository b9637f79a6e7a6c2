"""A button that limits a search to what is ticked: “Method: interview, observation ▾”."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.widgets.checks_popup import ChecksPopup
from ui.widgets.choice_button import ARROW
from ui.widgets.record_values import Option

NAMED = 2  # so many of what is ticked are named, the others counted
WIDEST = 190


class LimitButton(QPushButton):
    """Several values can be ticked; none ticked is no limit."""

    limited = Signal()

    def __init__(self, prefix: str, every: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix, self._every = prefix, every
        self._options: Sequence[Option] = ()
        self._ticked: tuple[object, ...] = ()
        self.popup: ChecksPopup | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.pop_up)
        self._show()

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer values with their names; what is ticked and no longer there is let go."""
        self._options = [Option(value, label) for value, label in options]
        known = [option.value for option in self._options]
        self._ticked = tuple(value for value in self._ticked if value in known)
        self._show()

    def values(self) -> frozenset[object] | None:
        """Return what is ticked; None where there is no limit."""
        return frozenset(self._ticked) if self._ticked else None

    def set_values(self, values: Sequence[object]) -> None:
        """Tick `values`, without a signal."""
        self._ticked = tuple(values)
        self._show()

    def pop_up(self) -> None:
        """Show the list of what can be ticked."""
        self.popup = ChecksPopup(self._options, self._ticked, self)
        self.popup.taken.connect(self._take)
        self.popup.pop_up(self.mapToGlobal(QPoint(0, self.height() + 2)), self.width())

    def _take(self, values: tuple[object, ...]) -> None:
        if len(values) == len(self._options):
            values = ()
        if values != self._ticked:
            self._ticked = values
            self._show()
            self.limited.emit()

    def _show(self) -> None:
        names = [option.label for option in self._options if option.value in self._ticked]
        shown = ", ".join(names[:NAMED]) + (f" +{len(names) - NAMED}" if names[NAMED:] else "")
        words = f"{self._prefix}: {shown or self._every}"
        self.setAccessibleName(words)
        self.setToolTip(", ".join(names))
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST)
        self.setText(short.replace("&", "&&") + ARROW)
