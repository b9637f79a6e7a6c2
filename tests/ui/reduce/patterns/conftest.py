"""The page on a small study: a theme with three codes, a category in it, two loose codes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.reduce.codes import codes
from tests.app.reduce.patterns.conftest import Laid
from ui.reduce.patterns.page import PatternsPage

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def laid(study):
    laid = Laid(study)
    for path in ("Loose", "Other", "Factors > Time", "Factors > Tools", "Factors > Deep > Will"):
        laid.code(path)
    for name, people in (("Loose", (1, 2)), ("Other", (1, 2)), ("Time", (3, 4)), ("Tools", (3,))):
        for who in people:
            laid.coding(name, 1, who * 10, who * 10 + 5 + len(name), who)
    return laid


class Hand:
    """Does what a researcher does with mouse and keys, and waits for what follows."""

    def __init__(self, page):
        self.page, self.board = page, page.board.view
        self.problems = []
        page.session.tasks.problem.connect(self.problems.append)

    def settle(self):
        for _ in range(4):
            self.page.session.tasks.wait()
            QApplication.processEvents()

    def paths(self):
        self.settle()
        return [code.path for code in codes(self.page.session.study)]

    def index(self, name):
        items = self.page.board.model.shape.items
        at = next(n for n, item in enumerate(items) if item.code.name == name)
        return self.page.board.model.index(at, 0)

    def rect(self, name):
        index = self.index(name)
        self.board.scrollTo(index)
        return self.board.visualRect(index)

    def click(self, name, modifiers=NONE):
        QTest.mouseClick(self.board.viewport(), LEFT, modifiers, self.rect(name).center())
        self.settle()

    def press(self, key, modifiers=NONE):
        self.board.setFocus()
        QTest.keyClick(self.board, key, modifiers)
        self.settle()

    def chosen(self):
        names = {code.id: code.name for code in codes(self.page.session.study)}
        return [names[code] for code in self.board.chosen_ids()]

    def drag(self, names, point):
        """Drag cards to a point of the viewport: press, move, and let go there."""
        self.click(names[0])
        for name in names[1:]:
            self.click(name, CONTROL)
        mime = self.page.board.model.mimeData(self.board.selectedIndexes())
        port, move = self.board.viewport(), Qt.DropAction.MoveAction
        QApplication.sendEvent(port, QDragEnterEvent(point, move, mime, LEFT, NONE))
        QApplication.sendEvent(port, QDragMoveEvent(point, move, mime, LEFT, NONE))
        event = QDropEvent(QPointF(point), move, mime, LEFT, NONE)
        QApplication.sendEvent(port, event)
        self.settle()
        return event.isAccepted()

    def above(self, name):
        return self.rect(name).center() - QPoint(0, 14)

    def beneath(self, name):
        return self.rect(name).center() + QPoint(0, 14)

    def button(self, button):
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, LEFT)
        self.settle()

    def name_group(self, name):
        strip = self.page.strip
        assert strip.isVisible()
        QTest.keyClicks(strip.name, name)
        QTest.keyClick(strip.name, Qt.Key.Key_Return)
        self.settle()

    def show(self, view):
        self.button(self.page.pills.button(view))


@pytest.fixture
def opened(qtbot, session):
    """Open the page once the study is laid."""

    def open_page():
        page = PatternsPage(session)
        qtbot.addWidget(page)
        page.resize(1500, 800)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        hand = Hand(page)
        hand.settle()
        return hand

    return open_page


@pytest.fixture
def hand(laid, opened):
    return opened()
