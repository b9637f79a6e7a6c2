"""The application: fonts, theme, language, and the window that it shows."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ui.errors import install_excepthook
from ui.garbage import GarbageCollector
from ui.language import chosen_language, speak
from ui.theme import theme
from ui.widgets.icons import app_icon


def make_application() -> QApplication:
    """Return the one application, with the settings' theme; its language is spoken by `dress`."""
    QApplication.setOrganizationName("Tilik")
    QApplication.setApplicationName("Tilik")
    QApplication.setDesktopFileName("tilik")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    return QApplication(sys.argv[:1])


def dress(application: QApplication, language: str = "") -> None:
    """Give the application its look and its language ("" takes the chosen one)."""
    theme().set_mode(str(QSettings().value("theme", "system")))
    theme().apply(application)
    application.setWindowIcon(app_icon())
    speak(language or chosen_language())


def show(study: Path | None, *, sample: bool = False, language: str = "") -> int:
    """Open the window on `study` or the sample, run until it is closed, return the exit status."""
    application = make_application()
    dress(application, language)
    from ui.window import Window

    window = Window()
    install_excepthook(window)
    window.show()
    if sample:
        window.open_sample()
    elif study is not None:
        window.open(study)
    GarbageCollector(application)
    return application.exec()
