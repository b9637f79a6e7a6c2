"""Run in a process of its own: open a window and say how much memory the process then holds."""

import sys
from pathlib import Path


def resident() -> float:
    """Return the resident memory of this process in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(row for row in status.read_text().splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.show()
    application.processEvents()  # there is no loop here: what a window holds once it was shown
    print(resident(), flush=True)


def tilik(path: Path) -> None:
    """Open a study, go through all rooms once and come back to the transcript."""
    from ui.application import dress, make_application

    application = make_application()
    dress(application)
    from ui.window import Window

    def settle() -> None:
        """Stand in for the event loop: what a read brings may ask for the next, a few deep."""
        for _ in range(4):
            window.session.tasks.wait()
            application.processEvents()

    window = Window()
    window.show()
    window.open(path)
    settle()
    opened = resident()
    for room in ("collect", "display", "verify", "report", "reduce"):
        window.rooms.enter(room)
        settle()
    print(opened, resident(), flush=True)
    window.close()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else tilik(Path(sys.argv[1]))
