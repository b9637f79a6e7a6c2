"""The summaries page on a small study, and a hand that fills and clicks in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.app.verify.build import Builder
from ui.reduce.summaries.page import SummariesPage

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def laid(study):
    """Ids by name: sources KS, Q (site A) and D; sites A and B; questions F1 and F2; a code."""
    make = Builder(study)
    found = {
        "KS": make.source("I/KS-01", "interview", ("KS-01", "principal", None), site="A"),
        "Q": make.source("Q/G-01", "questionnaire", ("G-01", "teacher", None), site="A"),
        "D": make.source("D/01", "documentation", category="document"),
        "A": make.site("A"),
        "B": make.site("B"),
        "F1": make.focus("F1"),
        "F2": make.focus("F2"),
    }
    found["code"] = make.code("Time", question=found["F1"])
    make.coding(found["KS"], found["code"])
    found["make"] = make
    return found


class Hand:
    """Clicks and types, and waits for what follows."""

    def __init__(self, page):
        self.page, self.session = page, page.session
        self.problems = []
        self.session.tasks.problem.connect(self.problems.append)

    def settle(self):
        for _ in range(4):
            self.session.tasks.wait()
            QApplication.processEvents()

    def click(self, button):
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, LEFT)
        self.settle()

    def line(self, name):
        """Click a line of the list."""
        view = self.page.forms.subjects.list
        for row in range(view.count()):
            item = view.item(row)
            line = item.data(Qt.ItemDataRole.UserRole + 1)
            if getattr(line, "name", None) == name:
                view.scrollToItem(item)
                QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualItemRect(item).center())
                self.settle()
                return
        raise AssertionError(f"{name} is not listed")

    def write(self, field, words):
        """Type into a field and leave it."""
        QTest.mouseClick(field.viewport(), LEFT)
        field.setFocus()
        QTest.keyClicks(field, words)
        field.flush()
        self.settle()

    def cell(self, row, column):
        view = self.page.sheet.view
        index = view.model().index(row, column)
        QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(index).center())
        self.settle()

    def press(self, widget, key, modifiers=NONE):
        widget.setFocus()
        QTest.keyClick(widget, key, modifiers)
        self.settle()


@pytest.fixture
def opened(qtbot, session):
    """Open the page once the study is laid."""

    def open_page():
        page = SummariesPage(session)
        qtbot.addWidget(page)
        page.resize(1300, 800)
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
