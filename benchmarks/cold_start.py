"""Run in a process of its own: show Tilik's window on a study, or a bare Qt window, and say so."""

import sys
from pathlib import Path


def bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    application.processEvents()  # there is no loop here: this is when the window is laid out
    window.grab()
    print("shown", flush=True)


def tilik(path: Path) -> None:
    from main import import_first

    import_first()
    from ui.application import dress, make_application

    application = make_application()
    dress(application)
    from ui.window import Window

    window = Window()
    window.show()
    window.open(path)
    window.session.tasks.wait()
    application.processEvents()  # as in the bare window: laid out, before it is counted as shown
    window.grab()
    print("shown", flush=True)
    window.close()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else tilik(Path(sys.argv[1]))
