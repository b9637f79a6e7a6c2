import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.reduce.codes import codes
from app.sample import write_sample
from app.study_files import open_study
from ui.session import Session

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory):
    return write_sample(tmp_path_factory.mktemp("retrieval") / "sample.tilik", "en")


@pytest.fixture
def sample(made_sample, tmp_path):
    """The sample study, to be changed."""
    study = open_study(shutil.copy(made_sample, tmp_path / "sample.tilik"))
    yield study
    study.close()


@pytest.fixture
def session(sample, qapp):
    session = Session(sample)
    yield session
    session.tasks.wait()
    session.tasks.close()


class Hand:
    """Clicks and types in a page as a researcher does, and waits for what follows."""

    def __init__(self, page):
        self.page, self.session, self.study = page, page.session, page.session.study
        self.problems = []
        self.session.tasks.problem.connect(self.problems.append)

    def wait(self):
        for _ in range(5):
            self.session.tasks.wait()
            QApplication.processEvents()

    def click(self, widget):
        assert widget.isVisible()
        assert widget.isEnabled()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.wait()

    def key(self, widget, key, modifiers=NONE):
        widget.setFocus()
        QTest.keyClick(widget, key, modifiers)
        self.wait()

    def type(self, widget, words):
        widget.setFocus()
        QTest.keyClicks(widget, words)
        self.wait()

    def code(self, name):
        return next(row for row in codes(self.study) if row.name == name)

    def take_code(self, name):
        """Type a code's name in the palette that stands open, Enter."""
        field = self.page.builder.palette_popup.field
        assert self.page.builder.palette_popup.isVisible()
        self.type(field, name)
        self.key(field, Qt.Key.Key_Return)

    def choose(self, button, value):
        """Choose in the menu of a button, with the keyboard."""
        menu = button.menu()
        at = [v for v, _ in button._labels].index(value)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        for _ in range(at + 1):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.wait()

    def rows(self):
        """What the table lists: (code, words) of codings, the name of a group."""
        model = self.page.model
        found = []
        for row in range(model.rowCount()):
            line = model.line(row)
            self.wait()
            line = model.line(row)
            head = model.index(row, 0).data()
            found.append(head if line is None else (line.row.code, line.row.quote))
        return found

    def write(self, words):
        """Type into the editor that stands open in the table, Enter."""
        editor = self.page.table.findChild(QPlainTextEdit)
        assert editor is not None
        QTest.keyClicks(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        self.wait()

    def undo(self):
        self.session.undo()
        self.wait()


@pytest.fixture
def shown(qtbot, session):
    """Show a page of a kind; the result is a Hand."""
    hands = []

    def show(kind):
        page = kind(session)
        session.changed.connect(page.refresh)
        qtbot.addWidget(page)
        page.resize(1356, 800)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        hand = Hand(page)
        hand.wait()
        hands.append(hand)
        return hand

    yield show
    for hand in hands:  # what comes back finds its page still there
        hand.wait()
