"""Garbage is collected in the GUI thread alone.

Python looks for cyclic garbage in whichever thread makes an object. A cycle may hold widgets, and
these may be destroyed in no thread but their own: in another one the program crashes.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

PAUSE = 500
"""Milliseconds between two looks at how much there may be."""
OLDEST = 2


class GarbageCollector(QObject):
    """From now on takes the place of Python's own collecting; made in the GUI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what the program begins with stays: it need not be looked through again
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        busy = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        collect_due(OLDEST - 1 if busy else OLDEST)  # all of it takes too long during a drag


def collect_due(oldest: int = OLDEST) -> None:
    """Collect the oldest generation, of those up to `oldest`, that Python would collect now."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    full = [age for age, (count, most) in enumerate(due) if count > most and age <= oldest]
    if full:
        gc.collect(full[-1])
