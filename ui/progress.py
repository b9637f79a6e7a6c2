"""Long work under way, at the foot of the window: what, how far, and a way to stop it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.tasks import Running, Tasks
from ui.widgets.progress_strip import ProgressStrip


class ProgressView(QWidget):
    """Shows one strip for each piece of long work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._strips: dict[int, ProgressStrip] = {}
        self._tasks: Tasks | None = None

    def set_tasks(self, tasks: Tasks | None) -> None:
        """Watch the work of another session, or of none."""
        if self._tasks is not None:
            self._tasks.progressed.disconnect(self._moved)
        self._tasks = tasks
        if tasks is not None:
            tasks.progressed.connect(self._moved)
        for key in list(self._strips):
            self._remove(key)

    def _moved(self, running: Running) -> None:
        key = id(running)
        if self._tasks is None or running not in self._tasks.running:
            self._remove(key)
            return
        if key not in self._strips:
            strip = ProgressStrip(self)
            strip.cancelled.connect(running.cancel)
            strip.start(running.title, running.total)
            self._strips[key] = strip
            self._layout.addWidget(strip)
        if running.total:
            self._strips[key].advance(running.done, running.title, total=running.total)

    def _remove(self, key: int) -> None:
        strip = self._strips.pop(key, None)
        if strip is not None:
            self._layout.removeWidget(strip)
            strip.deleteLater()
