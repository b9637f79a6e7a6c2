import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.reduce.code_paths import code_by_path
from models import fulltext
from models.collection import Participation, Source, SourceText, Turn
from models.design import Informant, Site

LABEL = "study.methods.interview"
TEXTS = {
    1: "P: What do teachers teach?\n"
    "KS-01: I teach every day. The teachers were taught by the guru.",
    2: "The guru teaches here. Nobody is late.\nA long meeting.",
}


@pytest.fixture
def told(study):
    """An interview and an observation, and two codes."""
    with study.change(LABEL) as session:
        session.add(Site(id=1, name="Ciawi 01"))
        session.add(Informant(id=1, code="KS-01"))
        for number, method in ((1, "interview"), (2, "observation")):
            text = TEXTS[number]
            session.add(
                Source(
                    id=number,
                    title="t",
                    reference=f"R/{number}",
                    method=method,
                    length=len(text),
                    site_id=1 if number == 1 else None,
                )
            )
            session.add(SourceText(source_id=number, text=text))
            fulltext.index_text(session.connection(), number, text)
        session.add(Participation(source_id=1, informant_id=1))
        first = TEXTS[1].index("\n") + 1
        session.add(Turn(source_id=1, start=0, end=first - 1, speaker="P", is_researcher=True))
        session.add(
            Turn(source_id=1, start=first, end=len(TEXTS[1]), speaker="KS-01", informant_id=1)
        )
        for path in ("Actors > Guru", "Time"):
            code_by_path(session, path)
    return study


class Hand:
    """Asks, clicks and types in a page as a researcher does, and waits for what follows."""

    def __init__(self, page):
        self.page, self.session = page, page.session
        self.problems = []
        self.session.tasks.problem.connect(self.problems.append)

    def wait(self):
        for _ in range(4):
            self.session.tasks.wait()
            QApplication.processEvents()
        assert not self.problems

    def click(self, widget):
        assert widget.isVisible()
        assert widget.isEnabled()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.wait()

    def key(self, widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
        widget.setFocus()
        QTest.keyClick(widget, key, modifiers)
        self.wait()

    def ask(self, words):
        self.page.field.setFocus()
        self.page.field.clear()
        QTest.keyClicks(self.page.field, words)
        self.key(self.page.field, Qt.Key.Key_Return)

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
