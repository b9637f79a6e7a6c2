"""Which codes are seen, in which order, with which numbers and marks; by keys and by mouse."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.reduce.code_editing import add_code, rename_code
from app.reduce.code_favourites import favourites
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt
from tests.ui.reduce.conftest import ALT, CONTROL
from ui.reduce import context_menu
from ui.reduce.code_delegate import _spans
from ui.reduce.code_filter import CodeFilter
from ui.reduce.code_model import codes_mime
from ui.theme import theme

KEYS = Qt.Key
CONTROL_ALT = CONTROL | ALT


def seen(hand):
    """The names of the codes that one sees, from top to bottom."""
    hand.wait()
    return [hand.room.tree.codes[key].name for key in hand.tree.in_sight()]


def type_filter(hand, words):
    hand.room.tree.field.setFocus()
    QTest.keyClicks(hand.room.tree.field, words)
    QTest.qWait(200)  # the filter waits for a pause in typing


ALL = [
    "Factors", "Supporting", "Obligation", "Inhibiting", "Time", "Facilities", "Competence",
]  # fmt: skip


def test_typing_filters_and_esc_brings_all_back(shown):
    tree = shown.room.tree
    type_filter(shown, "ti")
    assert seen(shown) == ["Factors", "Supporting", "Obligation", "Inhibiting", "Time",
                           "Facilities"]  # fmt: skip
    QTest.keyClicks(tree.field, "m")
    QTest.qWait(200)
    assert seen(shown) == ["Factors", "Inhibiting", "Time"]
    assert tree.notice.isVisible()
    assert "1 code(s) found" in tree.notice.accessibleName()
    QTest.keyClick(tree.field, KEYS.Key_Down)
    assert tree.current_code().name == "Time"
    assert tree.view.hasFocus()
    QTest.keyClick(tree.view, KEYS.Key_Escape)
    assert seen(shown) == ALL
    assert tree.field.text() == ""
    assert not tree.notice.isVisible()
    type_filter(shown, "zzz")
    assert seen(shown) == []
    QTest.keyClick(tree.field, KEYS.Key_Escape)
    assert seen(shown) == ALL


def test_a_filter_opens_what_is_closed_and_closes_it_afterwards(shown):
    shown.tree.setExpanded(shown.room.tree.model.index_of(shown.code("Inhibiting")), False)
    closed = [name for name in ALL if name not in ("Time", "Facilities")]
    assert seen(shown) == closed
    type_filter(shown, "time")
    assert seen(shown) == ["Factors", "Inhibiting", "Time"]
    rename_code(shown.study, shown.code("Obligation"), "Time enough")
    assert seen(shown) == ["Factors", "Supporting", "Time enough", "Inhibiting", "Time"]
    add_code(shown.study, "Timetable")
    assert seen(shown)[-1] == "Timetable"
    shown.room.tree.show_all()
    assert "Facilities" not in seen(shown)
    assert "Competence" in seen(shown)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_letters_found_are_painted_in_the_accent(shown, mode):
    theme().set_mode(mode)
    before = accent_in(shown, "Time")
    type_filter(shown, "im")
    assert accent_in(shown, "Time") > before
    assert accent_in(shown, "Inhibiting") == 0
    theme().set_mode("light")


def accent_in(hand, name):
    hand.wait()
    image = hand.tree.viewport().grab(hand.row(name).adjusted(20, 0, -50, 0)).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(QColor(image.pixel(x, y)).hsvSaturation() > 90 for x, y in points)


def test_letters_are_found_in_utf_16():
    pattern = CodeFilter("er").pattern()
    assert _spans(pattern, "Teacher") == [(5, 2)]
    assert _spans(pattern, "👩‍🏫 Guru ERa") == [(11, 2)]
    assert CodeFilter(" ").pattern() is None


def test_order_by_name_and_by_use_keeps_what_is_chosen_and_closed(shown):
    model = shown.room.tree.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    code_excerpt(shown.study, 1, *shown.span("Lesson plans"), shown.code("Competence"))
    for words in ("Time, above all", "projector"):
        code_excerpt(shown.study, 1, *shown.span(words), shown.code("Facilities"))
    shown.wait()
    shown.click_code("Time")
    shown.tree.setExpanded(model.index_of(shown.code("Supporting")), False)
    shown.key_in_tree(KEYS.Key_N, CONTROL_ALT)
    assert seen(shown) == ["Competence", "Factors", "Inhibiting", "Facilities", "Time",
                           "Supporting"]  # fmt: skip
    assert shown.room.tree.current_code().name == "Time"
    shown.key_in_tree(KEYS.Key_U, CONTROL_ALT)
    assert seen(shown) == ["Factors", "Inhibiting", "Facilities", "Time", "Supporting",
                           "Competence"]  # fmt: skip
    for words in ("obligation", "school", "teacher"):
        code_excerpt(shown.study, 1, *shown.span(words), shown.code("Competence"))
    assert seen(shown)[0] == "Competence"
    assert not shown.room.actions_of_room.up.isEnabled()
    shown.key_in_tree(KEYS.Key_O, CONTROL_ALT)
    assert seen(shown) == [name for name in ALL if name != "Obligation"]
    assert tester.model() is model


def test_names_are_ordered_as_people_do(shown):
    for name in ("Item 10", "item 9", "Item 2"):
        add_code(shown.study, name)
    shown.wait()
    shown.key_in_tree(KEYS.Key_N, CONTROL_ALT)
    assert seen(shown)[-3:] == ["Item 2", "item 9", "Item 10"]


def test_between_rows_codes_fall_only_in_their_own_order(shown):
    model, mime = shown.room.tree.model, codes_mime([shown.code("Time")])
    inhibiting = model.index_of(shown.code("Inhibiting"))
    move = Qt.DropAction.MoveAction
    assert model.canDropMimeData(mime, move, 0, 0, inhibiting)
    shown.key_in_tree(KEYS.Key_N, CONTROL_ALT)
    assert not model.canDropMimeData(mime, move, 0, 0, inhibiting)
    shown.drop(shown.tree.viewport(), mime, shown.row("Competence").center())
    shown.wait()
    assert "Competence > Time" in [row.path for row in codes(shown.study)]


def test_numbers_are_excerpts_or_informants_and_the_choice_is_kept(shown):
    for words in ("Time, above all", "projector"):
        code_excerpt(shown.study, 1, *shown.span(words), shown.code("Time"))
    shown.wait()
    model = shown.room.tree.model
    node = model.nodes[shown.code("Factors")]
    assert model.count(node) == 2
    shown.key_in_tree(KEYS.Key_I, CONTROL_ALT)
    assert model.count(node) == 1
    index = model.index_of(shown.code("Factors"))
    assert "1 informant(s)" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert QSettings().value("reduce/code-counting") == "informants"


def test_unused_codes_are_found_and_leave_when_they_are_used(shown):
    code_excerpt(shown.study, 1, *shown.span("Time, above all"), shown.code("Time"))
    shown.wait()
    shown.key_in_tree(KEYS.Key_X, CONTROL_ALT)
    assert seen(shown) == ["Factors", "Supporting", "Obligation", "Inhibiting", "Facilities",
                           "Competence"]  # fmt: skip
    assert "4 unused" in shown.room.tree.notice.accessibleName()
    code_excerpt(shown.study, 1, *shown.span("Lesson plans"), shown.code("Competence"))
    assert "Competence" not in seen(shown)
    QTest.mouseClick(shown.room.tree.notice.link, Qt.MouseButton.LeftButton)
    assert seen(shown) == ALL


def test_favourites_bear_a_star_and_are_found(shown):
    shown.click_code("Time")
    shown.key_in_tree(KEYS.Key_B, CONTROL)
    assert favourites(shown.study) == {shown.code("Time")}
    action = shown.room.tree.actions_of_tree.favourite
    assert action.isChecked()
    tip = shown.room.tree.model.index_of(shown.code("Time")).data(Qt.ItemDataRole.ToolTipRole)
    assert "★" in tip
    shown.key_in_tree(KEYS.Key_F, CONTROL_ALT)
    assert seen(shown) == ["Factors", "Inhibiting", "Time"]
    shown.key_in_tree(KEYS.Key_B, CONTROL)
    assert favourites(shown.study) == frozenset()
    assert seen(shown) == []
    shown.undo()
    assert seen(shown) == ["Factors", "Inhibiting", "Time"]


def test_codes_used_last_are_found(shown):
    shown.key_in_tree(KEYS.Key_R, CONTROL_ALT)
    assert seen(shown) == []
    code_excerpt(shown.study, 1, *shown.span("Lesson plans"), shown.code("Competence"))
    assert seen(shown) == ["Competence"]
    shown.room.choose_code(shown.code("Time"))
    assert seen(shown) == ALL


def test_all_themes_are_closed_and_opened_by_keys(shown):
    shown.key_in_tree(KEYS.Key_Up, CONTROL_ALT)
    assert seen(shown) == ["Factors", "Competence"]
    shown.key_in_tree(KEYS.Key_Down, CONTROL_ALT)
    assert seen(shown) == ALL


def test_the_tree_is_coloured_by_a_scheme_in_one_step(shown):
    before = {row.name: row.colour for row in codes(shown.study)}
    shown.room.tree.actions_of_tree.schemes["okabe_ito"].trigger()
    shown.wait()
    after = shown.room.tree.codes
    assert after[shown.code("Factors")].colour == "#0072b2"
    assert after[shown.code("Competence")].colour == "#e69f00"
    shown.undo()
    assert {row.name: row.colour for row in shown.room.tree.codes.values()} == before


def test_the_menus_have_the_star_and_the_views(shown, monkeypatch):
    opened = []
    monkeypatch.setattr(context_menu, "show", lambda menu, _at: opened.append(menu))
    place = shown.row("Time").center()
    shown.tree.customContextMenuRequested.emit(place)
    texts = [action.text() for action in opened[0].actions()]
    assert texts[-2:] == ["Favourite", "Trace this code"]
    assert {"Split the code…", "Passages similar to the code’s…"} <= set(texts)
    opened[0].actions()[-2].trigger()
    shown.wait()
    assert favourites(shown.study) == {shown.code("Time")}
    entries = [entry for entry in shown.room.actions_by_menu()["code"] if entry is not None]
    inside = [action for entry in entries if entry.menu() for action in entry.menu().actions()]
    assert shown.room.tree.actions_of_tree.favourite in inside
    tree_menu = [action.text() for action in shown.room.tree.more.menu().actions()]
    assert {"Unused codes", "Import a codebook…", "Colour the whole tree"} <= set(tree_menu)


def test_nothing_is_changed_in_a_study_that_is_read_only(shown, monkeypatch):
    monkeypatch.setattr(type(shown.room.session), "read_only", True)
    shown.click_code("Time")
    do = shown.room.tree.actions_of_tree
    assert not any(action.isEnabled() for action in (*do.of_codes(), *do.writing()))
    assert do.save_book.isEnabled()
    assert do.kinds["unused"].isEnabled()


def test_a_long_name_is_cut_and_its_tip_has_all_of_it(shown):
    name = "A name that is far too long for a pane of codes, as researchers like to give them " * 2
    code = add_code(shown.study, name)
    shown.wait()
    index = shown.room.tree.model.index_of(code)
    assert " ".join(name.split()) in index.data(Qt.ItemDataRole.ToolTipRole)
    shown.room.choose_code(code)
    shown.wait()
    row = shown.tree.visualRect(index)
    assert row.right() <= shown.tree.viewport().width()


def test_a_filter_holds_while_the_order_changes(shown):
    type_filter(shown, "fac")
    before = seen(shown)
    assert before[-1] == "Facilities"
    for key in (KEYS.Key_N, KEYS.Key_U, KEYS.Key_O):
        shown.key_in_tree(key, CONTROL_ALT)
        assert sorted(seen(shown)) == sorted(before)
    assert seen(shown) == before
