import pytest
from PySide6.QtCore import QCoreApplication, Qt

from tests.app.report.conftest import told  # noqa: F401
from ui.report.preview_pane import PreviewPane
from ui.report.room import ReportRoom
from ui.session import Session
from ui.theme import theme


@pytest.fixture(autouse=True)
def dressed(qapp):
    """The light theme on the application."""
    theme().set_mode("light")
    if not qapp.styleSheet():
        theme().apply(qapp)
    yield
    theme().set_mode("light")


class Hand:
    """Waits for the room's work, and clicks and types where a researcher would."""

    def __init__(self, qtbot, session, room):
        self.qtbot, self.session, self.room = qtbot, session, room
        self.problems = []
        session.tasks.problem.connect(self.problems.append)

    def settle(self):
        """Let the pauses of the room pass and its work end."""
        for _ in range(8):
            for pause in (self.room._pause, self.room.preview._pause):
                if pause.isActive():
                    pause.timeout.emit()
                    pause.stop()
            self.session.tasks.wait()
            QCoreApplication.processEvents()

    def click(self, button):
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def pick(self, choice, value):
        labels = [known for known, _ in choice._labels]
        choice.menu().actions()[labels.index(value)].trigger()
        self.settle()

    def key(self, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(widget, key, modifier)
        self.settle()

    def go(self, section):
        """Click on a section in the list."""
        sections = self.room.sections
        item = sections.item(sections.line_keys().index(section))
        sections.scrollToItem(item)
        place = sections.visualItemRect(item).center()
        self.qtbot.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()
        return item

    def tick(self, section):
        self.go(section)
        self.key(self.room.sections, Qt.Key.Key_Space)

    def previewed(self):
        pane: PreviewPane = self.room.preview
        shown = pane.stack.currentWidget()
        return pane.browser.toPlainText() if shown is pane.browser else shown.accessibleName()


@pytest.fixture
def hand(qtbot, told, tmp_path):  # noqa: F811
    session = Session(told)
    room = ReportRoom(session)
    qtbot.addWidget(room)
    room.resize(1356, 832)
    room.show()
    hand = Hand(qtbot, session, room)
    hand.settle()
    room.writing.path.setText(str(tmp_path / "kkg.docx"))
    yield hand
    assert not hand.problems
    room.hide()
    session.tasks.wait()
    session.tasks.close()
