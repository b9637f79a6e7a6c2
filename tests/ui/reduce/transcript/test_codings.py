"""Codings on the page and in the margin: seen, clicked, dragged."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.reduce.transcript import Transcript
from tests.ui.reduce.transcript.build import (
    coding,
    interview,
    long_interview,
    on_words,
    point_of,
)
from ui.reduce.transcript.borders import grips
from ui.theme import theme

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = interview(
    "R: 😀 What keeps the working group going?",
    "KS-01: I ask every teacher to come. It is an obligation in my school, and I come along "
    "myself when I can. Without the principal it does not run.",
    "R: And what makes it hard?",
    "KS-01: Time, above all: on Saturdays there is always something else at school, and then "
    "half of them are missing.",
).text
OBLIGATION = on_words(
    TEXT, "It is an obligation in my school, and I come along myself", 1, "Obligation", coder="A"
)
SCHOOL = on_words(TEXT, "my school", 2, "School", "#c2410c", direction="denies", memo=True)
TIME = on_words(TEXT, "Time, above all", 3, "Time", "#0f766e", direction="mixed")


@pytest.fixture
def shown(view):
    source = interview(*TEXT.split("\n"), codings=(OBLIGATION, SCHOOL, TIME))
    view.set_transcript(source)
    QApplication.processEvents()
    return view


def pixel(view, position, dy=None):
    """The colour in the upper left corner of a character's box, or `dy` below its lower edge."""
    box = view.on_screen().edges(position, position + 1)[0]
    y = box.top() + 3 if dy is None else round(box.bottom()) + dy
    image = view.viewport().grab().toImage()
    return image.pixelColor(int(box.center().x()), int(y))


def near(one, other):
    return all(abs(a - b) <= 2 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def click(view, position):
    QTest.mouseClick(view.viewport(), LEFT, pos=point_of(view, position))


# --- what is painted ----------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_coding_has_a_ground_and_an_underline(shown, mode):
    theme().set_mode(mode)
    try:
        at = TEXT.index("It is") + 2  # the blank behind "It"
        assert near(pixel(shown, at), theme().code_ground("#2b7de9"))
        assert near(pixel(shown, at, dy=0), QColor("#2b7de9"))
        assert near(pixel(shown, at, dy=1), QColor("#2b7de9"))
        outside = TEXT.index("come. It") + 5
        assert near(pixel(shown, outside), theme().color("panel"))
    finally:
        theme().set_mode("light")


def test_overlapping_codings_are_two_underlines_and_no_mud(shown):
    shown.set_codings(
        (
            coding(1, TEXT.index("my school") - 10, TEXT.index("my school") + 20),
            on_words(TEXT, "my school", 2, "School", "#c2410c"),
        )
    )
    at = TEXT.index("my school") + 2
    assert near(pixel(shown, at), theme().code_ground("#c2410c"))
    assert near(pixel(shown, at, dy=0), QColor("#2b7de9"))
    assert near(pixel(shown, at, dy=2), QColor("#c2410c"))
    assert near(pixel(shown, at, dy=3), QColor("#c2410c"))


def test_an_emoji_before_it_shifts_no_coding(shown):
    start = TEXT.index("What")
    shown.set_codings((coding(9, start, start + 4),))
    left, right = shown.on_screen().edges(start, start + 4)
    assert left == right
    plain = interview(*TEXT.replace("😀 ", "").split("\n"))
    emoji_width = left.left() - shown._page.metrics.text_left
    shown.set_transcript(plain)
    start = plain.text.index("What")
    moved, _ = shown.on_screen().edges(start, start + 4)
    assert emoji_width > 5
    assert moved.width() == pytest.approx(left.width(), abs=1)
    assert moved.left() == pytest.approx(shown._page.metrics.text_left, abs=1)


def test_right_to_left_words_are_underlined_where_they_stand(view):
    text = "Kata guru שלום עולם dan selesai di sini"
    span = on_words(text, "guru שלום", 1)
    view.set_transcript(Transcript(1, "W/1", "", text, (span,)))
    row = view.on_screen().rows[0]
    assert row.both_ways
    placed = view.reading.placed(row, 0, row.block.length())[0]
    pieces = row.rectangles(placed.start, placed.end)
    assert len(pieces) == 2  # "guru " on the left, "שלום" right of "עולם"
    one, other = view.on_screen().edges(text.index("עולם"), text.index("עולם") + 4)
    assert one == other
    assert all(not piece.adjusted(1, 0, -1, 0).intersects(one) for piece in pieces)


def test_a_label_is_not_shown_and_the_words_stay_at_the_margin(shown):
    left = shown._page.metrics.text_left
    for words in ("And what", "Time,"):
        box = shown.on_screen().edges(TEXT.index(words), TEXT.index(words) + 1)[0]
        assert box.left() == pytest.approx(left, abs=1)
    assert shown.toPlainText() == TEXT


# --- changing what is shown ---------------------------------------------------------------


def test_codings_change_without_a_new_layout_or_a_jump(view):
    view.set_transcript(long_interview(200_000, 300))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    place, generation = bar.value(), view._page.generation
    document = view.document()
    start, _ = view.on_screen().visible_span()
    more = coding(999, start + 10, start + 40)
    view.add_coding(more)
    assert more in view.codings_at(start + 20)
    view.remove_coding(999)
    assert more not in view.codings_at(start + 20)
    view.set_codings(())
    assert view.codings_at(start + 20) == []
    QApplication.processEvents()
    assert (bar.value(), view._page.generation) == (place, generation)
    assert view.document() is document


def test_adding_one_paints_only_its_rows(shown, qtbot):
    painted = []
    paint = type(shown).paintEvent

    class Spy:
        def __call__(self, event):
            painted.append(event.rect().height())
            return paint(shown, event)

    QApplication.processEvents()
    shown.paintEvent = Spy()
    shown.add_coding(on_words(TEXT, "half of them", 12))
    QApplication.processEvents()
    assert painted
    assert max(painted) < 120
    assert near(pixel(shown, TEXT.index("half of") + 4), theme().code_ground("#2b7de9"))


def test_a_coding_that_goes_is_not_selected_any_more(shown, qtbot):
    shown.set_selected_coding(2)
    with qtbot.waitSignal(shown.selected_coding_changed) as told:
        shown.remove_coding(2)
    assert told.args == [None]
    assert shown.selected_coding() is None


def test_codings_of_a_longer_text_are_cut_off(view):
    """As after a correction of the text, before its codings have come."""
    view.set_transcript(Transcript(1, "W/1", "", "short", (coding(1, 2, 90), coding(2, 40, 50))))
    QApplication.processEvents()
    assert [(span.start, span.end) for span in view.transcript().codings] == [(2, 5)]
    view.set_codings((coding(3, 0, 6), coding(4, 5, 6)))
    QApplication.processEvents()
    assert [span.coding_id for span in view.transcript().codings] == [3]
    view.set_transcript(Transcript(1, "W/1", "", "", (coding(1, 0, 1),)))
    QApplication.processEvents()
    assert view.codings_at(0) == []
    assert view.selected_range() is None


# --- clicks -------------------------------------------------------------------------------


def test_a_click_selects_the_shortest_coding_and_the_next_click_the_one_below(shown, qtbot):
    at = TEXT.index("school")
    with qtbot.waitSignal(shown.coding_clicked) as told:
        click(shown, at)
    assert told.args == [2]
    assert shown.selected_coding() == SCHOOL
    QTest.qWait(QApplication.doubleClickInterval() + 20)
    with qtbot.waitSignal(shown.coding_clicked) as told:
        click(shown, at)
    assert told.args == [1]


def test_a_click_beside_the_codings_selects_none(shown, qtbot):
    shown.set_selected_coding(1)
    with qtbot.assertNotEmitted(shown.coding_clicked):
        click(shown, TEXT.index("Without"))
    assert shown.selected_coding() is None


def test_selecting_words_in_a_coding_does_not_click_it(shown, qtbot):
    first, last = point_of(shown, TEXT.index("obligation")), point_of(shown, TEXT.index("school"))
    with qtbot.assertNotEmitted(shown.coding_clicked):
        QTest.mousePress(shown.viewport(), LEFT, pos=first)
        QTest.mouseMove(shown.viewport(), last)
        QTest.mouseRelease(shown.viewport(), LEFT, pos=last)
    assert shown.selected_range() is not None


def test_enter_opens_the_coding_at_the_caret(shown, qtbot):
    at = TEXT.index("my school") + 2
    shown.select_range(at, at)
    with qtbot.waitSignal(shown.coding_activated) as told:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert told.args == [2]


def test_alt_and_arrows_go_from_coding_to_coding(shown, qtbot):
    for expected in (1, 2, 3, 3):
        QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert shown.selected_coding().coding_id == expected
    QTest.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown.selected_coding().coding_id == 2
    assert shown.caret() == SCHOOL.start


def test_a_right_click_says_where_and_on_what(shown, qtbot):
    at = TEXT.index("school")
    point = point_of(shown, at)
    with qtbot.waitSignal(shown.context_requested) as told:
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, shown.viewport().mapToGlobal(point)
        )
        QApplication.sendEvent(shown.viewport(), event)
    assert told.args == [shown.viewport().mapToGlobal(point), at, [2, 1]]


def test_a_right_click_keeps_the_selection_that_it_hits(shown, qtbot):
    start = TEXT.index("half of")
    shown.select_range(start, start + 12)
    for position, kept in ((start + 4, True), (TEXT.index("Without"), False)):
        point = point_of(shown, position)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, shown.viewport().mapToGlobal(point)
        )
        QApplication.sendEvent(shown.viewport(), event)
        assert (shown.selected_range() is not None) is kept


def test_the_menu_key_asks_at_the_caret(shown, qtbot):
    at = TEXT.index("my school") + 1
    shown.select_range(at, at)
    with qtbot.waitSignal(shown.context_requested) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(shown.viewport(), event)
    assert told.args[1:] == [at, [2, 1]]


# --- led to a place -----------------------------------------------------------------------


def test_going_to_a_place_marks_it_for_a_moment(view, qtbot):
    view.set_transcript(long_interview(100_000, 50))
    span = view.transcript().codings[40]
    view.set_codings(())
    view.go_to(span.start, span.end)
    QApplication.processEvents()
    blank = view.transcript().text.index(" ", span.start + 1)
    marked = pixel(view, blank)
    assert not near(marked, theme().color("panel"))
    view._flash_ends.setInterval(1)
    view._flash_ends.start()
    qtbot.waitUntil(lambda: near(pixel(view, blank), theme().color("panel")), timeout=2000)


def test_going_to_what_is_on_the_screen_does_not_scroll(view):
    view.set_transcript(long_interview(100_000))
    bar = view.verticalScrollBar()
    bar.setValue(300)
    QApplication.processEvents()
    start, end = view.on_screen().visible_span()
    middle = (start + end) // 2
    view.go_to(middle, middle + 10)
    assert view.on_screen().visible_span() == (start, end)
    assert view.caret() == middle


# --- borders ------------------------------------------------------------------------------


def grip(view, edge):
    bar = grips(view.on_screen(), view.selected_coding())[edge]
    return bar.center().toPoint()


def drag_grip(view, edge, to, modifiers=Qt.KeyboardModifier.NoModifier):
    at = grip(view, edge)
    QTest.mousePress(view.viewport(), LEFT, pos=at)
    for part in (1, 2, 3):
        way = QPoint(at.x() + (to.x() - at.x()) * part // 3, at.y() + (to.y() - at.y()) * part // 3)
        move(view, way, modifiers)
    QTest.mouseRelease(view.viewport(), LEFT, modifiers, to)


def move(view, point, modifiers):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(view.viewport().mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        LEFT,
        modifiers,
    )
    QApplication.sendEvent(view.viewport(), event)


def left_of(view, position):
    box = view.on_screen().edges(position, position + 1)[0]
    return QPoint(round(box.left()), int(box.center().y()))


def test_dragging_the_end_moves_only_this_border(shown, qtbot):
    shown.set_selected_coding(1)
    target = TEXT.index("Without") + 3
    with qtbot.waitSignal(shown.borders_dragged) as told:
        drag_grip(shown, "end", left_of(shown, target))
    assert told.args == [1, OBLIGATION.start, target]
    assert shown.selected_coding().end == target
    assert shown.selected_range() is None


def test_dragging_the_start_by_words(shown, qtbot):
    shown.set_selected_coding(1)
    target = TEXT.index("teacher") + 2
    with qtbot.waitSignal(shown.borders_dragged) as told:
        drag_grip(shown, "start", left_of(shown, target), CONTROL)
    assert told.args == [1, TEXT.index("teacher"), OBLIGATION.end]


def test_a_border_stops_before_the_other(shown, qtbot):
    shown.set_selected_coding(2)
    with qtbot.waitSignal(shown.borders_dragged) as told:
        drag_grip(shown, "end", left_of(shown, TEXT.index("I ask")))
    assert told.args == [2, SCHOOL.start, SCHOOL.start + 1]


def test_escape_puts_the_border_back(shown, qtbot):
    shown.set_selected_coding(1)
    with qtbot.assertNotEmitted(shown.borders_dragged):
        QTest.mousePress(shown.viewport(), LEFT, pos=grip(shown, "end"))
        move(shown, left_of(shown, TEXT.index("Without")), Qt.KeyboardModifier.NoModifier)
        assert shown.selected_coding().end > OBLIGATION.end
        QTest.keyClick(shown, Qt.Key.Key_Escape)
        assert shown.selected_coding() == OBLIGATION
        QTest.mouseRelease(shown.viewport(), LEFT, pos=QPoint(300, 300))
    assert shown.selected_coding() in (None, OBLIGATION)


def test_a_border_dragged_below_the_page_scrolls(view, qtbot):
    source = long_interview(20_000)
    span = coding(1, 60, 90)
    view.set_transcript(Transcript(1, "W/1", "", source.text, (span,), source.turns))
    view.set_selected_coding(1)
    QApplication.processEvents()
    QTest.mousePress(view.viewport(), LEFT, pos=grip(view, "end"))
    move(view, QPoint(300, view.viewport().height() + 40), Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 4, timeout=3000)
    assert view.selected_coding().end > 500
    QTest.mouseRelease(view.viewport(), LEFT, pos=QPoint(300, 300))
    value = view.verticalScrollBar().value()
    QTest.qWait(150)
    assert view.verticalScrollBar().value() == value


def test_nudging_by_characters_and_words(shown, qtbot):
    moved = []
    shown.borders_dragged.connect(lambda *args: moved.append(args))
    shown.nudge(2, "start", "character", -1)
    shown.nudge(2, "start", "word", -1)
    shown.nudge(2, "end", "character", 2)
    text = [TEXT[start:end] for _, start, end in moved]
    assert text == [" my school", "in my school", "in my school, "]
    shown.nudge(2, "end", "word", -20)
    assert shown.reading.index.find(2).end == moved[0][1] - 1  # one character is left
    shown.nudge(77, "end", "word", 1)
    assert len(moved) == 4


def test_the_mouse_shows_where_a_border_can_be_taken(shown):
    shown.set_selected_coding(1)
    QTest.mouseMove(shown.viewport(), grip(shown, "start"))
    QApplication.processEvents()
    assert shown.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(shown.viewport(), QPoint(300, 400))
    QApplication.processEvents()
    assert shown.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
