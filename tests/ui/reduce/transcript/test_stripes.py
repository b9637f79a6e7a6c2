"""The margin right of the text."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.reduce.transcript.build import coding, interview, long_interview, on_words
from ui.reduce.transcript.stripe_places import STRIPE, Stripe, place_names
from ui.reduce.transcript.view import TranscriptView
from ui.theme import ui_font

LEFT = Qt.MouseButton.LeftButton
TEXT = interview(
    "KS-01: I ask every teacher to come. It is an obligation in my school, and I come along "
    "myself when I can. Without the principal it does not run.",
    "R: And what makes it hard?",
    "KS-01: Time, above all: on Saturdays there is always something else at school.",
).text
OBLIGATION = on_words(
    TEXT, "It is an obligation in my school, and I come along myself", 1, "Obligation", coder="A"
)
SCHOOL = on_words(TEXT, "my school", 2, "School", "#c2410c", direction="denies", memo=True)
TIME = on_words(TEXT, "Time, above all", 3, "<Time> & place", "#0f766e", direction="mixed")


@pytest.fixture
def shown(view):
    view.set_transcript(interview(*TEXT.split("\n"), codings=(OBLIGATION, SCHOOL, TIME)))
    QApplication.processEvents()
    return view


def stripe_of(view, coding_id):
    return next(stripe for stripe, _ in view.stripes.shown() if stripe.span.coding_id == coding_id)


def point_on(stripe):
    return QPoint(int(stripe.left + STRIPE / 2), int((stripe.top + stripe.bottom) / 2))


def test_a_stripe_stands_beside_the_lines_of_its_coding(shown):
    first, last = shown.on_screen().edges(OBLIGATION.start, OBLIGATION.end)
    stripe = stripe_of(shown, 1)
    assert stripe.top == pytest.approx(first.top(), abs=2)
    assert stripe.bottom == pytest.approx(last.bottom(), abs=4)


def test_codings_on_one_line_stand_side_by_side(shown):
    assert stripe_of(shown, 1).left != stripe_of(shown, 2).left
    assert stripe_of(shown, 3).lane == 0


def test_no_two_stripes_and_no_two_names_lie_on_each_other(view):
    view.set_transcript(long_interview(60_000, 600))
    bar = view.verticalScrollBar()
    height = QFontMetricsF(ui_font(9)).height()
    names = 0
    for value in range(0, bar.maximum(), 17):
        bar.setValue(value)
        QApplication.processEvents()
        shown = view.stripes.shown()
        for at, (one, name) in enumerate(shown):
            for other, other_name in shown[at + 1 :]:
                apart = one.bottom <= other.top + 1 or other.bottom <= one.top + 1
                assert one.lane != other.lane or apart
                if name and other_name:
                    assert abs(name.top - other_name.top) >= height - 0.01
            if name:
                names += 1
                beside = [
                    stripe
                    for stripe, _ in shown
                    if stripe.top < name.top + height and stripe.bottom > name.top
                ]
                assert all(name.left > stripe.left + STRIPE for stripe in beside)
    assert names > 100


def test_a_stripe_keeps_its_lane_while_one_scrolls(view):
    view.set_transcript(long_interview(40_000, 400))
    bar = view.verticalScrollBar()
    lanes = {}
    for value in [*range(0, bar.maximum(), 5), *range(bar.maximum(), 0, -7)]:
        bar.setValue(value)
        for stripe, _ in view.stripes.shown():
            assert lanes.setdefault(stripe.span.coding_id, stripe.lane) == stripe.lane


def test_a_long_coding_keeps_its_name_in_sight(view):
    source = long_interview(30_000)
    view.set_transcript(source)
    view.set_codings((coding(1, 100, 25_000, "Whole story"),))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    ((stripe, name),) = view.stripes.shown()
    assert stripe.top < 0
    assert stripe.bottom > view.viewport().height()
    assert 0 <= name.top < 10


def test_a_name_without_room_is_left_out():
    stripes = [Stripe(coding(at, 0, 9), at, 10.0, 34.0) for at in range(4)]
    names = place_names(stripes, 15)
    assert [name is not None for name in names] == [True, True, False, False]
    assert names[0].left > stripes[3].left + STRIPE


def test_a_click_selects(shown, qtbot):
    with qtbot.waitSignal(shown.coding_clicked) as told:
        QTest.mouseClick(shown.stripes, LEFT, pos=point_on(stripe_of(shown, 2)))
    assert told.args == [2]
    assert shown.selected_coding() == SCHOOL
    assert shown.hasFocus()


def test_a_click_on_the_name_selects_too(shown, qtbot):
    name = next(name for stripe, name in shown.stripes.shown() if stripe.span.coding_id == 3)
    with qtbot.waitSignal(shown.coding_clicked) as told:
        point = QPoint(int(name.left) + 5, int(name.top) + 5)
        QTest.mouseClick(shown.stripes, LEFT, pos=point)
    assert told.args == [3]


def test_a_double_click_opens(shown, qtbot):
    with qtbot.waitSignal(shown.coding_activated) as told:
        QTest.mouseDClick(shown.stripes, LEFT, pos=point_on(stripe_of(shown, 3)))
    assert told.args == [3]


def test_a_click_beside_the_stripes_does_nothing(shown, qtbot):
    with qtbot.assertNotEmitted(shown.coding_clicked):
        QTest.mouseClick(shown.stripes, LEFT, pos=QPoint(150, shown.stripes.height() - 10))


def test_a_right_click_asks_for_the_menu(shown, qtbot):
    point = point_on(stripe_of(shown, 2))
    with qtbot.waitSignal(shown.context_requested) as told:
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, shown.stripes.mapToGlobal(point)
        )
        QApplication.sendEvent(shown.stripes, event)
    assert told.args == [shown.stripes.mapToGlobal(point), SCHOOL.start, [2]]


def test_the_tool_tip_says_code_direction_and_coder(shown, qtbot):
    assert shown.stripes.tip(OBLIGATION) == "<b>Obligation</b><br>affirms · A"
    assert shown.stripes.tip(SCHOOL) == "<b>School</b><br>denies · has a memo"
    assert shown.stripes.tip(TIME) == "<b>&lt;Time&gt; &amp; place</b><br>mixed"
    point = point_on(stripe_of(shown, 1))
    event = QHelpEvent(QEvent.Type.ToolTip, point, shown.stripes.mapToGlobal(point))
    QApplication.sendEvent(shown.stripes, event)
    qtbot.waitUntil(lambda: "Obligation" in QToolTip.text())


def test_the_wheel_over_the_stripes_scrolls_the_text(view):
    view.set_transcript(long_interview(40_000))
    at = QPointF(40, 100)
    event = QWheelEvent(
        at,
        QPointF(view.stripes.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.stripes, event)
    assert view.verticalScrollBar().value() > 0


def test_the_stripes_can_be_hidden_and_give_their_room_to_the_page(shown):
    before = shown.viewport().width()
    shown.set_stripes_shown(False)
    QApplication.processEvents()
    assert not shown.stripes.isVisible()
    assert shown.viewport().width() > before + 150
    shown.set_stripes_shown(True)
    QApplication.processEvents()
    assert shown.viewport().width() == before
    assert shown.stripes.geometry().left() == shown.viewport().geometry().right() + 1


def test_the_stripes_stand_at_the_right_of_a_view_of_any_width(qtbot):
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(1440, 900)
    view.show()
    view.set_transcript(interview("R: Who comes?"))
    for width in (1440, 700, 300):
        view.resize(width, 500)
        QApplication.processEvents()
        area, port = view.stripes.geometry(), view.viewport().geometry()
        assert area.left() == port.right() + 1
        assert area.height() == port.height()
        assert 60 <= area.width() <= 190
        assert area.right() <= width - 1


def test_the_parts_have_names_for_a_screen_reader(shown):
    assert shown.accessibleName() == "Transcript"
    assert shown.accessibleDescription() == "W/KS-01 An interview"
    assert shown.stripes.accessibleName() == "Coding stripes"
