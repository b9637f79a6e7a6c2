"""A reduce room on a small study: two interviews, an observation, a tree of codes."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.reduce.code_paths import code_by_path
from app.reduce.codes import codes
from app.reduce.transcripts import codings_of
from models import fulltext
from models.collection import Participation, Source, SourceText, Turn
from models.design import Informant
from tests.ui.reduce.transcript.build import point_of
from ui.reduce.reading_page import ReadingPage

LABEL = "study.methods.interview"
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

TEXT = (
    "P: What keeps the working group going? 😀\n"
    "KS-01: I ask every teacher to come. It is an obligation in my school.\n"
    "P: And what makes it hard?\n"
    "KS-01: Time, above all. The projector we borrow from the district office; 👩‍🏫 it is broken.\n"
    "P: Has it changed the lessons?\n"
    "KS-01: Lesson plans, yes."
)
OTHER = "P: Who teaches?\nPG-02: Our guide teachers know the classes."
CODES = (
    "Factors > Supporting > Obligation",
    "Factors > Inhibiting > Time",
    "Factors > Inhibiting > Facilities",
    "Competence",
)


def add_source(session, number, reference, method, text, speaker=None):
    session.add(
        Source(id=number, title=f"Title {number}", reference=reference, method=method,
               length=len(text))
    )  # fmt: skip
    session.add(SourceText(source_id=number, text=text))
    session.add(Participation(source_id=number, informant_id=speaker))
    at = 0
    for paragraph in text.split("\n"):
        label = paragraph.partition(":")[0]
        if speaker:
            researcher = label == "P"
            session.add(
                Turn(
                    source_id=number, start=at, end=at + len(paragraph), speaker=label,
                    informant_id=None if researcher else speaker, is_researcher=researcher,
                )
            )  # fmt: skip
        at += len(paragraph) + 1
    fulltext.index_text(session.connection(), number, text)


@pytest.fixture
def filled(study):
    """The study with its sources and codes."""
    with study.change(LABEL) as session:
        session.add(Informant(id=1, code="KS-01", post="Principal"))
        session.add(Informant(id=2, code="PG-02", post="Board"))
        add_source(session, 1, "I/KS-01", "interview", TEXT, 1)
        add_source(session, 2, "I/PG-02", "interview", OTHER, 2)
        add_source(session, 3, "O/01", "observation", "They met in the hall.")
        for path in CODES:
            code_by_path(session, path)
    return study


class Hand:
    """Does in the room what a researcher does with mouse and keys, and waits for what follows."""

    def __init__(self, room):
        self.room, self.view, self.tree = room, room.view, room.tree.view
        self.study = room.session.study

    def wait(self):
        for _ in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.room.session.tasks.wait()
            QApplication.processEvents()

    def code(self, name):
        """The id of the code of this name."""
        return next(row.id for row in codes(self.study) if row.name == name)

    def span(self, words):
        start = TEXT.index(words)
        return start, start + len(words)

    def codings(self):
        """What is coded in the open source: (words, code) in the study, as in the view."""
        self.wait()
        source = self.room.source_id
        stored = codings_of(self.study, source)
        text = self.study.texts.of(source)
        shown = {span.coding_id: span for span in self.view.reading.index.codings}
        assert shown == {span.coding_id: span for span in stored}
        return [(text[span.start : span.end], span.name) for span in stored]

    def counts(self):
        """The count beside each code that is used, as the tree shows it."""
        shown = self.room.tree.codes.values()
        assert {row.id: row for row in shown} == {row.id: row for row in codes(self.study)}
        return {row.name: row.excerpts for row in shown if row.excerpts}

    def select(self, words):
        """Select words with the mouse, from the first character to behind the last."""
        start, end = self.span(words)
        port = self.view.viewport()
        first = point_of(self.view, start) - QPoint(2, 0)
        last = point_of(self.view, end - 1, after=True)
        QTest.mousePress(port, LEFT, NONE, first)
        QTest.mouseMove(port, (first + last) / 2)
        QTest.mouseMove(port, last)
        QTest.mouseRelease(port, LEFT, NONE, last)
        assert self.view.selected_range() == (start, end)

    def click(self, words):
        """Click into words."""
        start, _ = self.span(words)
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, point_of(self.view, start + 1))
        self.wait()

    def key(self, key, modifiers=NONE):
        """Press a key in the transcript."""
        self.view.setFocus()
        QTest.keyClick(self.view, key, modifiers)
        self.wait()

    def row(self, name):
        """The rectangle of a code in the tree."""
        rect = self.tree.visualRect(self.room.tree.model.index_of(self.code(name)))
        assert rect.isValid(), f"{name} is not shown"
        return rect

    def click_code(self, name, modifiers=NONE):
        QTest.mouseClick(self.tree.viewport(), LEFT, modifiers, self.row(name).center())
        self.wait()

    def key_in_tree(self, key, modifiers=NONE):
        self.tree.setFocus()
        QTest.keyClick(self.tree, key, modifiers)
        self.wait()

    def drop(self, port, mime, point, action=Qt.DropAction.CopyAction):
        """Drag something over a viewport and let it go at a point; whether it was taken."""
        both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        QApplication.sendEvent(port, QDragEnterEvent(point, both, mime, LEFT, NONE))
        QApplication.sendEvent(port, QDragMoveEvent(point, both, mime, LEFT, NONE))
        event = QDropEvent(QPointF(point), action, mime, LEFT, NONE)
        QApplication.sendEvent(port, event)
        self.wait()
        return event.isAccepted()

    def drag_words_to(self, name):
        """Drag the selection onto a code."""
        mime = self.view.createMimeDataFromSelection()
        return self.drop(self.tree.viewport(), mime, self.row(name).center())

    def undo(self):
        self.room.session.undo()
        self.wait()

    def redo(self):
        self.room.session.redo()
        self.wait()

    @property
    def palette(self):
        return self.room.coding.palette

    def type_in_palette(self, words):
        QTest.keyClicks(self.palette.field, words)

    def enter(self, modifiers=NONE):
        QTest.keyClick(self.palette.field, Qt.Key.Key_Return, modifiers)
        self.wait()


@pytest.fixture
def shown(filled, session, qtbot):
    """The room on the screen, with the first interview open; as a Hand."""
    room = ReadingPage(session)
    qtbot.addWidget(room)
    room.resize(1356, 838)
    room.show()
    qtbot.waitExposed(room)
    room.activateWindow()
    hand = Hand(room)
    hand.wait()
    room.view.setFocus()
    yield hand
    hand.wait()


@pytest.fixture
def empty_room(session, qtbot):
    """The room on a study without anything."""
    room = ReadingPage(session)
    qtbot.addWidget(room)
    room.resize(1356, 838)
    room.show()
    qtbot.waitExposed(room)
    hand = Hand(room)
    hand.wait()
    return hand
