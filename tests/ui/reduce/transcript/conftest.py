import pytest
from PySide6.QtWidgets import QApplication

from ui.reduce.transcript.view import TranscriptView


@pytest.fixture
def view(qtbot):
    """A transcript view on the screen, as wide as in the drawing."""
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(827, 596)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    QApplication.processEvents()
    return view
