"""Codes dragged onto the text, text dragged onto codes, and the keys that zoom."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.reduce.transcript.build import interview, on_words, point_of
from ui.reduce.transcript.dragging import (
    DraggedExcerpt,
    code_in,
    code_mime,
    excerpt_in,
    selection_mime,
)
from ui.reduce.transcript.view import TranscriptView

LEFT = Qt.MouseButton.LeftButton
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
COPY = Qt.DropAction.CopyAction
TEXT = interview(
    "R: 😀 What keeps it going?",
    "KS-01: I ask every teacher to come. It is an obligation in my school.",
    "R: And what makes it hard?",
).text
OBLIGATION = on_words(TEXT, "It is an obligation", 1)


@pytest.fixture
def shown(view):
    view.set_transcript(interview(*TEXT.split("\n"), codings=(OBLIGATION,), source_id=7))
    QApplication.processEvents()
    return view


def drop(view, mime, point):
    """Drag over a point and let go there; returns whether the view took it."""
    port = view.viewport()
    enter = QDragEnterEvent(point, COPY, mime, LEFT, NONE)
    QApplication.sendEvent(port, enter)
    if not enter.isAccepted():
        QApplication.sendEvent(port, QDragLeaveEvent())
        return False
    QApplication.sendEvent(port, QDragMoveEvent(point, COPY, mime, LEFT, NONE))
    event = QDropEvent(QPointF(point), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(port, event)
    return event.isAccepted()


def test_a_code_falls_on_the_selection(shown, qtbot):
    start = TEXT.index("every")
    shown.select_range(start, start + 13)
    with qtbot.waitSignal(shown.code_dropped) as told:
        assert drop(shown, code_mime(42), point_of(shown, TEXT.index("hard")))
    assert told.args == [42, start, start + 13]
    assert shown.selected_range() == (start, start + 13)


def test_without_a_selection_it_falls_on_the_coding(shown, qtbot):
    with qtbot.waitSignal(shown.code_dropped) as told:
        assert drop(shown, code_mime(42), point_of(shown, TEXT.index("obligation")))
    assert told.args == [42, OBLIGATION.start, OBLIGATION.end]
    assert shown.selected_range() == (OBLIGATION.start, OBLIGATION.end)


def test_or_on_the_paragraph(shown, qtbot):
    with qtbot.waitSignal(shown.code_dropped) as told:
        assert drop(shown, code_mime(42), point_of(shown, TEXT.index("makes")))
    assert TEXT[told.args[1] : told.args[2]] == "And what makes it hard?"


def test_a_slot_may_want_the_code_alone(shown):
    told = []

    def on_drop(code_id):
        told.append(code_id)

    shown.code_dropped.connect(on_drop)
    drop(shown, code_mime(5), point_of(shown, TEXT.index("makes")))
    assert told == [5]


def test_what_it_would_fall_on_is_marked_while_it_hovers(shown):
    def picture():
        return shown.viewport().grab().toImage()

    before = picture()
    point = point_of(shown, TEXT.index("makes"))
    mime = code_mime(42)
    QApplication.sendEvent(shown.viewport(), QDragEnterEvent(point, COPY, mime, LEFT, NONE))
    QApplication.sendEvent(shown.viewport(), QDragMoveEvent(point, COPY, mime, LEFT, NONE))
    assert picture() != before
    QApplication.sendEvent(shown.viewport(), QDragLeaveEvent())
    assert picture() == before


@pytest.mark.parametrize("words", [b"", b"x", b"-1", "٣".encode(), b"1:2"])
def test_what_is_no_code_is_refused(shown, qtbot, words):
    mime = QMimeData()
    mime.setText("words from elsewhere")
    if words:
        mime.setData("application/x-tilik-code", words)
    assert code_in(mime) is None
    with qtbot.assertNotEmitted(shown.code_dropped):
        assert not drop(shown, mime, point_of(shown, TEXT.index("makes")))
    assert shown.toPlainText() == TEXT


def test_an_excerpt_travels_as_source_and_positions():
    excerpt = DraggedExcerpt(7, 3, 12)
    mime = selection_mime(excerpt, "the words")
    assert bytes(mime.data("application/x-tilik-excerpt").data()) == b"7:3:12"
    assert mime.text() == "the words"
    assert excerpt_in(mime) == excerpt
    assert excerpt_in(QMimeData()) is None
    other = QMimeData()
    other.setData("application/x-tilik-excerpt", b"excerpt:5")
    assert excerpt_in(other) is None


class Recording(TranscriptView):
    """Keeps what the mouse takes along; without a screen Qt drags it nowhere."""

    taken = None

    def createMimeDataFromSelection(self):
        mime = super().createMimeDataFromSelection()
        self.taken = excerpt_in(mime), mime.text()
        return mime


def test_a_selection_is_dragged_out_with_the_mouse(qtbot):
    view = Recording()
    qtbot.addWidget(view)
    view.resize(827, 596)
    view.show()
    qtbot.waitExposed(view)
    view.set_transcript(interview(*TEXT.split("\n"), source_id=7))
    start = TEXT.index("every")
    view.select_range(start, start + 13)
    here = point_of(view, start + 5)
    QTest.mousePress(view.viewport(), LEFT, pos=here)
    QTest.mouseMove(view.viewport(), here + QPoint(4, 0))
    assert view.taken is None
    QTest.mouseMove(view.viewport(), here + QPoint(40, 6))
    assert view.taken == (DraggedExcerpt(7, start, start + 13), TEXT[start : start + 13])
    assert view.selected_range() == (start, start + 13)
    QTest.mouseRelease(view.viewport(), LEFT, pos=here + QPoint(40, 6))


# --- zoom ---------------------------------------------------------------------------------


def test_control_and_the_wheel_zoom(shown, qtbot):
    at = QPointF(200, 100)
    for delta, points in ((120, 13), (120, 14), (-120, 13)):
        event = QWheelEvent(
            at,
            QPointF(shown.viewport().mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            CONTROL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        with qtbot.waitSignal(shown.zoomed) as told:
            QApplication.sendEvent(shown.viewport(), event)
        assert told.args == [points]


def test_control_and_keys_zoom(shown):
    tall = shown._page.metrics.pitch
    QTest.keyClick(shown, Qt.Key.Key_Plus, CONTROL)
    QTest.keyClick(shown, Qt.Key.Key_Equal, CONTROL)
    assert shown.points() == 14
    assert shown._page.metrics.pitch > tall
    QTest.keyClick(shown, Qt.Key.Key_Minus, CONTROL)
    assert shown.points() == 13
    QTest.keyClick(shown, Qt.Key.Key_0, CONTROL)
    assert shown.points() == 12
    assert shown._page.metrics.pitch == tall


def test_letters_stay_within_reason(shown):
    shown.set_points(500)
    assert shown.points() == 32
    shown.set_points(1)
    assert shown.points() == 8


def test_a_change_of_the_widgets_font_leaves_the_page_alone(shown):
    from PySide6.QtGui import QFont

    font = shown.document().defaultFont()
    shown.setFont(QFont("Inter", 20))
    QApplication.processEvents()
    assert shown.document().defaultFont() == font
