"""Asks for a title, without blocking the window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget


def ask_title(parent: QWidget, words: str, first: str, then: Callable[[str], None]) -> QInputDialog:
    """Ask for a title; `then` is called with it where it was given."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(words)
    dialog.setLabelText(QCoreApplication.translate("TitleDialog", "Title"))
    dialog.setTextValue(first)
    dialog.setMinimumWidth(380)
    dialog.textValueSelected.connect(then)
    dialog.open()
    return dialog
