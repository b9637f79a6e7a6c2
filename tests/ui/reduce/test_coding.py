"""Coding with mouse and keys: drag, in vivo, repeat, menus, borders, undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.reduce.code_editing import add_code
from app.reduce.codings import code_excerpt, set_memo
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.reduce.transcripts import coding_memo
from tests.ui.reduce.conftest import ALT, CONTROL, LEFT, NONE, SHIFT, TEXT
from tests.ui.reduce.transcript.build import point_of
from ui.reduce.code_model import codes_in, codes_mime
from ui.reduce.coding_desk import REMEMBERED
from ui.reduce.transcript.borders import grips
from ui.reduce.transcript.dragging import code_in

OBLIGATION = "It is an obligation in my school"
PROJECTOR = "The projector we borrow from the district office; 👩‍🏫 it is broken"
KEYS = Qt.Key


def open_menu(hand, words):
    """Right-click into words and return the menu."""
    port = hand.view.viewport()
    at = point_of(hand.view, hand.span(words)[0] + 1)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(reason, at, port.mapToGlobal(at)))
    (menu,) = [m for m in hand.room.findChildren(QMenu) if m.isVisible()]
    return menu


def texts(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


# --- dragging ----------------------------------------------------------------------------------


def test_words_are_dragged_onto_a_code(shown):
    shown.select(OBLIGATION)
    assert shown.drag_words_to("Obligation")
    assert shown.codings() == [(OBLIGATION, "Obligation")]
    assert shown.counts() == {"Factors": 1, "Supporting": 1, "Obligation": 1}
    assert shown.view.selected_range() == shown.span(OBLIGATION)
    assert shown.view.selected_coding().name == "Obligation"
    shown.undo()
    assert shown.codings() == []
    assert shown.counts() == {}
    shown.redo()
    assert shown.codings() == [(OBLIGATION, "Obligation")]


def test_words_beyond_the_basic_plane_are_coded_exactly(shown):
    shown.select(PROJECTOR)
    shown.drag_words_to("Facilities")
    assert shown.codings() == [(PROJECTOR, "Facilities")]
    assert [row.quote for row in excerpts(shown.study, ExcerptFilter())] == [PROJECTOR]


def test_what_is_dragged_from_the_tree_names_all_chosen_codes(shown):
    shown.click_code("Time")
    shown.click_code("Facilities", CONTROL)
    mime = shown.tree.model().mimeData(shown.tree.selectedIndexes())
    assert codes_in(mime) == [shown.code("Time"), shown.code("Facilities")]
    assert code_in(mime) == shown.code("Time")


def test_a_code_is_dragged_onto_the_selection(shown):
    shown.select("Time, above all")
    mime = codes_mime([shown.code("Time")])
    far = point_of(shown.view, TEXT.index("Lesson plans") + 1)
    assert shown.drop(shown.view.viewport(), mime, far)
    assert shown.codings() == [("Time, above all", "Time")]


def test_all_chosen_codes_go_onto_the_words_in_one_step(shown):
    shown.click_code("Time")
    shown.click_code("Facilities", CONTROL)
    shown.select("Time, above all")
    shown.drag_words_to("Facilities")
    assert shown.codings() == [("Time, above all", "Time"), ("Time, above all", "Facilities")]
    shown.undo()
    assert shown.codings() == []


def test_a_code_that_is_not_chosen_goes_alone(shown):
    shown.click_code("Time")
    shown.select("Time, above all")
    shown.drag_words_to("Competence")
    assert shown.codings() == [("Time, above all", "Competence")]


def test_excerpts_from_the_list_get_another_code(shown):
    code_excerpt(shown.study, 1, *shown.span(OBLIGATION), shown.code("Obligation"))
    shown.wait()
    shown.click_code("Obligation")
    shown.room.excerpts.list.selectAll()
    model = shown.room.excerpts.list.model()
    mime = model.mimeData([model.index(0, 0)])
    assert shown.drop(shown.tree.viewport(), mime, shown.row("Competence").center())
    assert shown.codings() == [(OBLIGATION, "Obligation"), (OBLIGATION, "Competence")]


# --- in vivo, repeat, chosen codes ---------------------------------------------------------------


def test_in_vivo_makes_the_words_a_code(shown):
    shown.select("Lesson plans")
    shown.key(KEYS.Key_I, CONTROL)
    assert shown.codings() == [("Lesson plans", "Lesson plans")]
    assert shown.room.tree.codes[shown.code("Lesson plans")].origin == "in_vivo"


def test_in_vivo_needs_selected_words(shown):
    shown.click("Lesson plans")
    assert not shown.room.actions_of_room.in_vivo.isEnabled()
    shown.select("Lesson plans")
    assert shown.room.actions_of_room.in_vivo.isEnabled()


def test_the_last_codes_are_repeated(shown):
    assert not shown.room.actions_of_room.repeat.isEnabled()
    shown.click_code("Time")
    shown.click_code("Facilities", CONTROL)
    shown.select("Time, above all")
    shown.key(KEYS.Key_Return, CONTROL | SHIFT)
    shown.select("Lesson plans")
    shown.key(KEYS.Key_R, CONTROL)
    assert shown.codings()[2:] == [("Lesson plans", "Time"), ("Lesson plans", "Facilities")]
    shown.select(OBLIGATION)
    shown.key(KEYS.Key_Period)
    assert len(shown.codings()) == 6


def test_enter_in_the_tree_codes_the_selection(shown):
    shown.select(OBLIGATION)
    shown.click_code("Obligation")
    shown.key_in_tree(KEYS.Key_Return)
    assert shown.codings() == [(OBLIGATION, "Obligation")]


def test_a_code_that_is_gone_is_no_longer_repeated(shown):
    shown.select("Lesson plans")
    shown.key(KEYS.Key_I, CONTROL)
    shown.undo()
    assert shown.room.coding.desk.last == []
    assert not shown.room.actions_of_room.repeat.isEnabled()


def test_only_so_many_codes_are_remembered(shown):
    desk = shown.room.coding.desk
    ids = [add_code(shown.study, f"Code {number}") for number in range(REMEMBERED + 3)]
    shown.wait()
    for code in ids:
        desk.code_with([code], shown.span("Lesson plans"))
    shown.wait()
    assert desk.recent == ids[::-1][:REMEMBERED]


# --- a coding: select, direct, annotate, recode, remove -----------------------------------------


@pytest.fixture
def coded(shown):
    """The room with one coding, as a Hand with `coding`."""
    shown.coding = code_excerpt(shown.study, 1, *shown.span(OBLIGATION), shown.code("Obligation"))
    shown.wait()
    return shown


def test_a_click_shows_the_coding_in_the_strip(coded):
    strip = coded.room.strip
    assert not strip.isVisible()
    coded.click(OBLIGATION)
    assert strip.isVisible()
    assert (strip.name.text(), strip.direction.current()) == ("Obligation", "affirms")
    assert strip.coder.text() == coded.study.coder_name
    coded.click("Lesson plans")
    assert not strip.isVisible()


@pytest.mark.parametrize(
    ("key", "direction"), [(KEYS.Key_D, "denies"), (KEYS.Key_X, "mixed"), (KEYS.Key_A, "affirms")]
)
def test_a_key_says_the_direction(coded, key, direction):
    coded.click(OBLIGATION)
    coded.key(KEYS.Key_X if direction == "affirms" else KEYS.Key_A)
    coded.key(key)
    (row,) = excerpts(coded.study, ExcerptFilter())
    assert row.direction == direction
    assert coded.view.selected_coding().direction == direction
    assert coded.room.strip.direction.current() == direction
    checked = [a.text() for a, _ in coded.room.actions_of_room.directions() if a.isChecked()]
    assert len(checked) == 1


def test_the_strip_changes_the_direction(coded):
    coded.click(OBLIGATION)
    menu = coded.room.strip.direction.menu()
    next(a for a in menu.actions() if a.text() == "denies").trigger()
    coded.wait()
    assert coded.view.selected_coding().direction == "denies"


def test_a_memo_is_written_in_the_strip(coded):
    coded.click(OBLIGATION)
    coded.key(KEYS.Key_M)
    memo = coded.room.strip.memo
    assert memo.hasFocus()
    QTest.keyClicks(memo, "why so?")
    coded.view.setFocus()
    coded.wait()
    assert coding_memo(coded.study, coded.coding) == "why so?"
    assert coded.view.selected_coding().memo
    coded.undo()
    assert memo.toPlainText() == ""


def test_a_memo_under_way_is_kept_when_another_coding_is_chosen(coded):
    other = code_excerpt(coded.study, 1, *coded.span("Lesson plans"), coded.code("Time"))
    set_memo(coded.study, other, "there")
    coded.wait()
    coded.click(OBLIGATION)
    coded.room.strip.memo.setPlainText("half a thought")
    coded.click("Lesson plans")
    assert coding_memo(coded.study, coded.coding) == "half a thought"
    assert coded.room.strip.memo.toPlainText() == "there"


def test_delete_removes_the_coding_and_undo_brings_it_back(coded):
    coded.click(OBLIGATION)
    coded.key(KEYS.Key_Delete)
    assert coded.codings() == []
    assert coded.counts() == {}
    assert not coded.room.strip.isVisible()
    coded.undo()
    assert coded.codings() == [(OBLIGATION, "Obligation")]


def test_delete_leaves_a_coding_alone_that_is_elsewhere(coded):
    coded.click(OBLIGATION)
    coded.select("Lesson plans")
    assert coded.view.selected_coding() is None
    coded.key(KEYS.Key_Delete)
    assert coded.codings() == [(OBLIGATION, "Obligation")]


def test_a_coding_gets_another_code(coded):
    coded.click(OBLIGATION)
    coded.key(KEYS.Key_C)
    assert "Obligation" not in [offer.name for offer in coded.palette.shown()]
    coded.type_in_palette("Competence")
    coded.enter()
    assert coded.codings() == [(OBLIGATION, "Competence")]
    assert coded.counts() == {"Competence": 1}


def test_a_coding_gets_a_new_code_in_one_step(coded):
    coded.click(OBLIGATION)
    coded.key(KEYS.Key_C)
    coded.type_in_palette("Duty")
    coded.enter()
    assert coded.codings() == [(OBLIGATION, "Duty")]
    coded.undo()
    assert coded.codings() == [(OBLIGATION, "Obligation")]
    assert "Duty" not in [row.name for row in coded.room.tree.codes.values()]


def test_escape_in_the_strip_leaves_the_coding(coded):
    coded.click(OBLIGATION)
    QTest.mouseClick(coded.room.strip.close_button, LEFT)
    assert not coded.room.strip.isVisible()
    assert coded.view.selected_coding() is None


def test_a_coding_is_offered_as_evidence(coded, qtbot):
    coded.click(OBLIGATION)
    with qtbot.waitSignal(coded.room.add_as_evidence) as told:
        coded.key(KEYS.Key_E)
    assert told.args == [[excerpts(coded.study, ExcerptFilter())[0].excerpt_id]]


# --- borders -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (KEYS.Key_Left, ALT, "come. It is an obligation in my school"),
        (KEYS.Key_Right, ALT, "is an obligation in my school"),
        (KEYS.Key_Left, ALT | SHIFT, "It is an obligation in my"),
        (KEYS.Key_Right, ALT | SHIFT, OBLIGATION + "."),
        (KEYS.Key_Right, CONTROL | ALT, OBLIGATION[1:]),
        (KEYS.Key_Left, CONTROL | ALT | SHIFT, OBLIGATION[:-1]),
    ],
)
def test_borders_are_moved_by_keys(coded, key, modifiers, words):
    coded.click(OBLIGATION)
    coded.key(key, modifiers)
    assert coded.codings() == [(words, "Obligation")]
    coded.undo()
    assert coded.codings() == [(OBLIGATION, "Obligation")]
    assert coded.view.selected_coding().coding_id == coded.coding


def test_a_border_is_dragged_by_its_grip(coded):
    coded.click(OBLIGATION)
    port, span = coded.view.viewport(), coded.view.selected_coding()
    grip = grips(coded.view.on_screen(), span)["end"].center().toPoint()
    to = point_of(coded.view, TEXT.index("in my school") - 2, after=True)
    QTest.mouseMove(port, grip)
    QTest.mousePress(port, LEFT, NONE, grip)
    QTest.mouseMove(port, (grip + to) / 2)
    QTest.mouseMove(port, to)
    QTest.mouseRelease(port, LEFT, NONE, to)
    assert coded.codings() == [("It is an obligation", "Obligation")]
    coded.undo()
    assert coded.codings() == [(OBLIGATION, "Obligation")]


def test_moving_one_coding_leaves_the_other_where_it_is(coded):
    code_excerpt(coded.study, 1, *coded.span(OBLIGATION), coded.code("Competence"))
    coded.wait()
    coded.view.set_selected_coding(coded.coding)
    coded.key(KEYS.Key_Left, ALT | SHIFT)
    assert sorted(coded.codings()) == [
        ("It is an obligation in my", "Obligation"),
        (OBLIGATION, "Competence"),
    ]


# --- the menu ------------------------------------------------------------------------------------


def test_the_menu_on_words_offers_coding_and_recent_codes(shown):
    shown.select("Lesson plans")
    shown.drag_words_to("Time")
    shown.select(OBLIGATION)
    menu = open_menu(shown, OBLIGATION)
    assert texts(menu)[:4] == [
        "Code…", "Code with the chosen codes", "Code in vivo", "Repeat the last code",
    ]  # fmt: skip
    recent = next(a for a in menu.actions() if a.text() == "Time")
    recent.trigger()
    menu.close()
    assert (OBLIGATION, "Time") in shown.codings()


def test_the_menu_lists_the_codings_at_the_place(coded):
    code_excerpt(coded.study, 1, *coded.span("obligation"), coded.code("Competence"))
    coded.wait()
    menu = open_menu(coded, "obligation")
    inner = {a.text(): a.menu() for a in menu.actions() if a.menu() is not None}
    assert set(inner) == {"Competence", "Obligation"}
    inner["Obligation"].aboutToShow.emit()
    assert coded.view.selected_coding().name == "Obligation"
    denies = next(a for a in inner["Obligation"].actions() if a.text() == "Coding denies")
    denies.trigger()
    coded.wait()
    menu.close()
    said = {row.code: row.direction for row in excerpts(coded.study, ExcerptFilter())}
    assert said == {"Obligation": "denies", "Competence": "affirms"}


def test_remove_in_the_menu_removes_the_coding_that_it_names(coded):
    code_excerpt(coded.study, 1, *coded.span("obligation"), coded.code("Competence"))
    coded.wait()
    menu = open_menu(coded, "obligation")
    inner = {a.text(): a.menu() for a in menu.actions() if a.menu() is not None}
    inner["Obligation"].aboutToShow.emit()
    next(a for a in inner["Obligation"].actions() if a.text() == "Remove the coding").trigger()
    menu.close()
    assert coded.codings() == [("obligation", "Competence")]


# --- what stays ----------------------------------------------------------------------------------


def test_scroll_place_and_caret_stay(shown):
    shown.room.resize(1356, 420)
    shown.wait()
    bar = shown.view.verticalScrollBar()
    bar.setValue(3)
    assert bar.value() == 3
    start, end = shown.span("Time, above all")
    shown.view.select_range(start, end)
    bar.setValue(3)
    shown.room.coding.desk.code_with([shown.code("Time")])
    shown.wait()
    assert (bar.value(), shown.view.caret()) == (3, end)
    shown.undo()
    assert (bar.value(), shown.view.caret()) == (3, end)


def test_a_change_that_fails_is_told_and_changes_nothing(shown, qtbot):
    with qtbot.waitSignal(shown.room.session.tasks.problem) as told:
        shown.room.coding.desk.code_with([999], shown.span(OBLIGATION))
    assert "no longer" in str(told.args[0])
    assert shown.codings() == []


def test_a_place_far_from_the_words_does_nothing(shown):
    QTest.mouseClick(shown.view.viewport(), LEFT, NONE, QPoint(5, 5))
    assert shown.view.selected_coding() is None


def test_words_that_are_not_coded_are_offered_as_evidence(shown, qtbot):
    shown.select("an obligation")
    with qtbot.waitSignal(shown.room.add_as_evidence) as told:
        shown.key(Qt.Key.Key_E)
    assert told.args == [(1, *shown.span("an obligation"))]
