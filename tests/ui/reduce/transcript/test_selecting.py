"""Selecting with mouse and keys; the app's positions count code points, Qt's do not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.reduce.transcript import Transcript
from tests.ui.reduce.transcript.build import interview, on_words, point_of

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LINES = (
    "R: What keeps the working group going?",
    "KS-01: I ask every teacher to come. 😀👩‍🏫 It is an obligation in my school, and I come along "
    "myself when I can. Without the principal it does not run.",
    "R: And what makes it hard?",
    "KS-01: Time, above all.",
)


@pytest.fixture
def shown(view):
    view.set_transcript(interview(*LINES))
    QApplication.processEvents()
    return view


def words(view):
    selected = view.selected_range()
    return selected and view.transcript().text[slice(*selected)]


def drag(view, start, end, end_after=True):
    """Select from before one character to behind another with the mouse."""
    first = point_of(view, start)
    first.setX(int(view.on_screen().edges(start, start + 1)[0].left()) + 1)
    last = point_of(view, end, after=end_after)
    QTest.mousePress(view.viewport(), LEFT, pos=first)
    QTest.mouseMove(view.viewport(), QPoint((first.x() + last.x()) // 2, last.y()))
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), LEFT, pos=last)


def test_selecting_with_the_mouse_behind_an_emoji(shown, qtbot):
    text = shown.transcript().text
    start = text.index("It is an")
    with qtbot.waitSignal(shown.selection_changed):
        drag(shown, start, start + len("It is an obligation") - 1)
    assert words(shown) == "It is an obligation"


def test_the_gap_between_two_lines_belongs_to_a_line(shown):
    text = shown.transcript().text
    start = text.index("ask every")
    rectangle = shown.on_screen().edges(start, start + 3)[0]
    for y in range(int(rectangle.top()) - 2, int(rectangle.bottom()) + 3):
        point = QPoint(int(rectangle.left()) + 1, y)
        QTest.mouseClick(shown.viewport(), LEFT, pos=point)
        assert shown.caret() == start, y


def test_a_double_click_selects_a_word_and_a_third_the_paragraph(shown):
    text = shown.transcript().text
    point = point_of(shown, text.index("obligation") + 3)
    QTest.mouseDClick(shown.viewport(), LEFT, pos=point)
    assert words(shown) == "obligation"
    QTest.mouseClick(shown.viewport(), LEFT, pos=point)
    assert words(shown) == text.split("\n")[1].removeprefix("KS-01: ")


def test_keys_select_behind_an_emoji(shown):
    text = shown.transcript().text
    start = text.index("obligation")
    shown.select_range(start, start)
    for _ in range(3):
        QTest.keyClick(shown, Qt.Key.Key_Right, SHIFT)
    assert words(shown) == "obl"
    QTest.keyClick(shown, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert words(shown).strip() == "obligation"
    QTest.keyClick(shown, Qt.Key.Key_End, SHIFT)
    assert words(shown).startswith("obligation in")
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.selected_range() is None
    QTest.keyClick(shown, Qt.Key.Key_Down, SHIFT)
    assert len(words(shown)) > 20


def test_an_emoji_of_several_code_points_is_one_step_of_the_caret(shown):
    text = shown.transcript().text
    shown.select_range(text.index("👩"), text.index("👩"))
    QTest.keyClick(shown, Qt.Key.Key_Right, SHIFT)
    assert words(shown) == "👩‍🏫"


def test_the_caret_does_not_walk_through_a_label_that_is_not_shown(shown):
    text = shown.transcript().text
    behind = text.index("I ask")
    end_before = text.index("\n")
    shown.select_range(end_before, end_before)
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert shown.caret() == behind
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert shown.caret() == end_before
    QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.caret() == behind
    QTest.keyClick(shown, Qt.Key.Key_Home, CONTROL)
    assert shown.caret() == len("R: ")
    QTest.keyClick(shown, Qt.Key.Key_Left)
    assert shown.caret() == len("R: ")


def test_all_is_selected_without_the_first_label(shown):
    QTest.keyClick(shown, Qt.Key.Key_A, CONTROL)
    assert words(shown) == shown.transcript().text.removeprefix("R: ")


def test_a_click_left_of_a_paragraph_puts_the_caret_before_its_words(shown):
    text = shown.transcript().text
    y = point_of(shown, text.index("I ask")).y()
    QTest.mouseClick(shown.viewport(), LEFT, pos=QPoint(60, y))
    assert shown.caret() == text.index("I ask")


def test_without_a_selection_a_code_goes_on_the_paragraph(shown):
    text = shown.transcript().text
    at = text.index("hard")
    shown.select_range(at, at)
    assert text[slice(*shown.current_range())] == "And what makes it hard?"
    assert shown.paragraph_range_at(at) == shown.current_range()
    shown.select_range(at, at + 4)
    assert text[slice(*shown.current_range())] == "hard"
    assert shown.line_of(at) == 3


def test_what_is_copied_is_the_text_of_the_app(shown):
    text = shown.transcript().text
    start = text.index("come. 😀")
    shown.select_range(start, start + 20)
    QTest.keyClick(shown, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == text[start : start + 20]


def test_the_text_cannot_be_changed(shown):
    before = shown.toPlainText()
    shown.select_range(5, 20)
    QTest.keyClicks(shown, "abc")
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    QTest.keyClick(shown, Qt.Key.Key_Backspace)
    QTest.keyClick(shown, Qt.Key.Key_V, CONTROL)
    assert shown.toPlainText() == before


LETTERS = st.sampled_from("ab ce\n😀👩‍🏫é\u0301שלום𝔸 \u200fعر")


@given(text=st.text(LETTERS, min_size=1, max_size=80), data=st.data())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_selection_comes_back_as_it_was_set(view, text, data):
    view.set_transcript(Transcript(1, "W/1", "", text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    view.select_range(start, end)
    expected = text[start:end].strip("\n")
    assert (words(view) or "") == expected
    assert view.caret() == end


@given(text=st.text(LETTERS, min_size=1, max_size=120), data=st.data())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_coding_is_painted_on_its_own_words(view, text, data):
    """Whatever stands before it: each row's codings, taken together, are the coding's words."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = on_words("x", "x")
    span = type(span)(1, 1, 1, start, end, "Code", "#2b7de9")
    view.set_transcript(Transcript(1, "W/1", "", text, (span,)))
    found = ""
    for row in view.on_screen().rows:
        block = row.block
        encoded = block.text().encode("utf-16-le", "surrogatepass")
        for placed in view.reading.placed(row, 0, block.length()):
            found += encoded[placed.start * 2 : placed.end * 2].decode("utf-16-le")
            rectangles = row.rectangles(placed.start, placed.end)
            assert all(rectangle.height() > 5 for rectangle in rectangles)
    assert found == text[start:end].replace("\n", "")
    view.viewport().repaint()
    view.stripes.repaint()
