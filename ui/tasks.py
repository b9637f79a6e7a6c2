"""Work off the GUI thread: one writer, a pool of readers, and long work with progress and cancel.

Results come back to the GUI thread through one signal, in the order in which they were finished.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QObject, Qt, QTimer, Signal

from app.errors import StudyProblem
from ui.belonging import is_for_nobody

Then = Callable[[Any], None]
Failed = Callable[[Exception], None]
Progress = Callable[[int, int], None]
"""Called by long work with how much is done and how much there is."""
Cancelled = Callable[[], bool]


@dataclass
class Running:
    """A piece of long work under way."""

    title: str
    done: int = 0
    total: int = 0
    cancelled: bool = False

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next look."""
        self.cancelled = True


class Tasks(QObject):
    """Runs functions for the window. Every method is called from the GUI thread."""

    came_back = Signal(object)
    """Internal: a callback to be run in the GUI thread."""
    problem = Signal(object)
    """An exception that nobody asked for: the window shows it."""
    progressed = Signal(object)
    """A Running that has moved on, begun or ended."""
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, "writer")
        self._readers = ThreadPoolExecutor(2, "reader")
        self._latest: dict[object, int] = {}
        self._count = 0
        self._under_way = 0
        self._closed = False
        self.running: list[Running] = []
        self.came_back.connect(lambda back: back(), Qt.ConnectionType.QueuedConnection)

    def change(
        self, function: Callable[[], Any], then: Then | None = None, failed: Failed | None = None
    ) -> None:
        """Run `function`, which changes the study, after the changes asked for before it."""
        self._submit(self._writer, function, then, failed)

    def read(
        self,
        key: object,
        function: Callable[[], Any],
        then: Then,
        failed: Failed | None = None,
    ) -> None:
        """Run `function`, which only reads; a newer read under the same `key` outdates this one."""
        self._count += 1
        number = self._latest[key] = self._count

        def if_latest(result: Any) -> None:
            if self._latest.get(key) == number:
                then(result)

        self._submit(self._readers, function, if_latest, failed)

    def run(
        self,
        title: str,
        function: Callable[[Progress, Cancelled], Any],
        then: Then | None = None,
        failed: Failed | None = None,
        *,
        writes: bool = True,
    ) -> Running:
        """Run long work that reports progress and can be cancelled; `title` says what it is."""
        running = Running(title)
        self.running.append(running)
        self.progressed.emit(running)

        def progress(done: int, total: int) -> None:
            running.done, running.total = done, total
            self.came_back.emit(lambda: self.progressed.emit(running))

        def ended() -> None:
            self.running.remove(running)
            self.progressed.emit(running)

        def end_then(result: Any) -> None:
            ended()
            if then is not None:
                then(result)

        def end_failed(error: Exception) -> None:
            ended()
            if failed is not None:
                failed(error)
            else:
                self.problem.emit(error)

        pool = self._writer if writes else self._readers
        self._submit(
            pool, lambda: function(progress, lambda: running.cancelled), end_then, end_failed
        )
        return running

    def in_gui_thread(self, function: Callable[[], None]) -> None:
        """Run `function` in the GUI thread soon. May be called from any thread."""
        self.came_back.emit(function)

    def wait(self, milliseconds: int = 30_000) -> None:
        """Let the event loop run until nothing is under way. For tests and for closing."""
        loop = QEventLoop()
        deadline = QDeadlineTimer(milliseconds)
        self.idle.connect(loop.quit)
        QCoreApplication.sendPostedEvents()
        while self._under_way and not deadline.hasExpired():
            QTimer.singleShot(50, loop.quit)
            loop.exec()
        self.idle.disconnect(loop.quit)

    def close(self) -> None:
        """Finish what was begun and end the threads; nobody is told of results any more."""
        self._closed = True
        for running in self.running:
            running.cancel()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        function: Callable[[], Any],
        then: Then | None,
        failed: Failed | None,
    ) -> None:
        if self._closed:
            return
        self._under_way += 1
        future = pool.submit(function)
        future.add_done_callback(
            lambda f: self.came_back.emit(lambda: self._finish(f, then, failed))
        )

    def _finish(self, future: Future[Any], then: Then | None, failed: Failed | None) -> None:
        self._under_way -= 1
        try:
            if future.cancelled() or self._closed:
                return
            error = future.exception()
            if is_for_nobody(then if error is None else failed):
                return
            if error is None:
                if then is not None:
                    then(future.result())
            elif isinstance(error, Exception) and failed is not None:
                failed(error)
            else:
                self.problem.emit(error)
        finally:
            if not self._under_way:
                self.idle.emit()


def is_expected(error: BaseException) -> bool:
    """Tell whether `error` is a sentence for the researcher, rather than a bug."""
    return isinstance(error, StudyProblem)


def in_gui_thread() -> bool:
    """Tell whether this is the main thread, in which widgets live."""
    return threading.current_thread() is threading.main_thread()
