"""Garbage with widgets in it is collected in the GUI thread, however busy the others are."""

import gc
import threading

from PySide6.QtWidgets import QApplication, QWidget

from ui.garbage import PAUSE, GarbageCollector, collect_due


class Knot:
    """A cycle that holds a widget and says in which thread it went."""

    def __init__(self, told):
        self.itself, self.widget, self.told = self, QWidget(), told

    def __del__(self):
        self.told.append(threading.current_thread() is threading.main_thread())


def test_a_worker_that_makes_much_collects_nothing(qapp, qtbot):
    told = []
    gc.enable()
    collector = GarbageCollector()
    Knot(told)
    worker = threading.Thread(target=lambda: [[] for _ in range(100_000)])
    worker.start()
    worker.join()
    kept = [[] for _ in range(2_000)]
    assert told == []
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: bool(told), timeout=40 * PAUSE)
    assert told == [True]
    assert len(kept) == 2_000
    collector.deleteLater()
    QApplication.processEvents()
    gc.unfreeze()


def test_only_what_is_due_is_collected(monkeypatch):
    asked = []
    monkeypatch.setattr(gc, "collect", asked.append)
    for counts, oldest in (((0, 0, 0), 2), ((900, 0, 0), 2), ((900, 11, 0), 2), ((900, 11, 11), 2),
                           ((900, 11, 11), 1)):  # fmt: skip
        monkeypatch.setattr(gc, "get_count", lambda c=counts: c)
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        collect_due(oldest)
    assert asked == [0, 1, 2, 1]
