"""The one place where errors are shown: a sentence for a problem, a trace to copy for a bug."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.errors import StudyProblem
from ui.language import ui_language


def show_problem(parent: QWidget | None, error: BaseException) -> QMessageBox:
    """Show what went wrong: in words where it is a problem, with its trace where it is a bug.

    Return the box that says it.
    """
    box = QMessageBox(parent)
    box.setWindowTitle("Tilik")
    if isinstance(error, StudyProblem):
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(error.sentence(ui_language()))
    else:
        trace = "".join(traceback.format_exception(error))
        sys.stderr.write(trace)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setText(
            QCoreApplication.translate(
                "Errors",
                "Tilik made a mistake. What was saved is safe; the study can be used on. "
                "Please send the trace to the authors.",
            )
        )
        box.setDetailedText(trace)
        copy = box.addButton(
            QCoreApplication.translate("Errors", "Copy trace"), QMessageBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(trace))
        box.addButton(QMessageBox.StandardButton.Close)
    box.open()
    return box


def install_excepthook(parent: QWidget | None = None) -> None:
    """Show whatever nobody caught, instead of ending without a word."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show_problem(parent, error.with_traceback(trace))

    sys.excepthook = hook
