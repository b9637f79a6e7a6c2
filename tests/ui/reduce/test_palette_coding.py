"""The quick palette: codes by name, made, several, recent, with the keys and a click."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import history
from tests.ui.reduce.conftest import CONTROL, LEFT, NONE

OBLIGATION = "It is an obligation in my school"
KEYS = Qt.Key


def test_the_palette_codes_by_name(shown):
    shown.select(OBLIGATION)
    shown.key(KEYS.Key_K)
    assert shown.palette.isVisible()
    shown.type_in_palette("obl")
    assert shown.palette.shown()[0].name == "Obligation"
    shown.enter()
    assert not shown.palette.isVisible()
    assert shown.codings() == [(OBLIGATION, "Obligation")]


def test_the_palette_makes_a_code(shown):
    shown.select(OBLIGATION)
    shown.key(KEYS.Key_Return, CONTROL)
    shown.type_in_palette("Duty")
    assert [offer.makes for offer in shown.palette.shown()] == [True]
    shown.enter()
    assert shown.codings() == [(OBLIGATION, "Duty")]
    assert shown.counts() == {"Duty": 1}
    shown.undo()
    assert "Duty" not in [row.name for row in shown.room.tree.codes.values()]
    assert shown.codings() == []


def test_the_palette_makes_a_path_of_codes(shown):
    shown.select(OBLIGATION)
    shown.key(KEYS.Key_K)
    shown.type_in_palette("Factors > Law")
    shown.palette.list.setCurrentRow(shown.palette.list.count() - 1)
    shown.enter()
    assert shown.codings() == [(OBLIGATION, "Law")]
    assert shown.counts() == {"Factors": 1, "Law": 1}


def test_arrows_move_in_the_palette_and_escape_leaves_everything(shown):
    shown.select(OBLIGATION)
    shown.key(KEYS.Key_K)
    field = shown.palette.field
    names = [offer.name for offer in shown.palette.shown()]
    QTest.keyClick(field, KEYS.Key_Down)
    assert shown.palette.list.currentRow() == 1
    QTest.keyClick(field, KEYS.Key_Up)
    QTest.keyClick(field, KEYS.Key_Up)
    assert shown.palette.list.currentRow() == len(names) - 1
    QTest.keyClick(field, KEYS.Key_PageUp)
    assert shown.palette.list.currentRow() == 0
    QTest.keyClick(field, KEYS.Key_Escape)
    assert not shown.palette.isVisible()
    assert shown.codings() == []
    assert shown.view.selected_range() == shown.span(OBLIGATION)


def test_several_codes_are_ticked_in_the_palette(shown):
    shown.select(OBLIGATION)
    shown.key(KEYS.Key_K)
    for words in ("Obligation", "Competence"):
        shown.palette.field.clear()
        shown.type_in_palette(words)
        shown.enter(CONTROL)
        assert shown.palette.isVisible()
    shown.enter()
    assert shown.codings() == [(OBLIGATION, "Obligation"), (OBLIGATION, "Competence")]
    assert len([s for s in history.steps(shown.study) if s.state == "done"]) == 2


def test_a_click_in_the_palette_takes_the_code(shown):
    shown.select(OBLIGATION)
    shown.key(KEYS.Key_K)
    shown.type_in_palette("Competence")
    rect = shown.palette.list.visualItemRect(shown.palette.list.item(0))
    QTest.mouseClick(shown.palette.list.viewport(), LEFT, NONE, rect.center())
    assert shown.codings() == [(OBLIGATION, "Competence")]


def test_recent_codes_come_first_in_the_palette(shown):
    shown.select(OBLIGATION)
    shown.drag_words_to("Time")
    shown.drag_words_to("Competence")
    shown.key(KEYS.Key_K)
    assert [offer.name for offer in shown.palette.shown()[:2]] == ["Competence", "Time"]
    assert [offer.recent for offer in shown.palette.shown()[:3]] == [True, True, False]


def test_without_a_selection_the_palette_shows_the_paragraph_it_would_code(shown):
    shown.click("Lesson plans")
    shown.key(KEYS.Key_K)
    assert shown.view.selected_range() == shown.span("Lesson plans, yes.")
    shown.type_in_palette("Competence")
    shown.enter()
    assert shown.codings() == [("Lesson plans, yes.", "Competence")]
