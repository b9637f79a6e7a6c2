"""Suggestions beside the transcript and under the palette: taken, refused, with keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.reduce.codings import code_excerpt
from tests.ui.reduce.conftest import ALT, CONTROL, LEFT, TEXT

KEYS = Qt.Key
PROJECTOR = "The projector we borrow from the district office"
BROKEN = "👩‍🏫 it is broken"
TIME = "Time, above all"


@pytest.fixture
def coded(shown):
    """The first interview with a coding of "Facilities", and a text that speaks of the same."""
    code_excerpt(shown.study, 1, *shown.span(PROJECTOR), shown.code("Facilities"))
    shown.wait()
    return shown


def similar(hand):
    hand.click_code("Competence")
    hand.key_in_tree(KEYS.Key_L, CONTROL | ALT)
    return hand.room.similar


def quotes(panel):
    return [panel.list.row_at(number).quote for number in range(panel.list.count())]


@pytest.fixture
def panel(coded):
    """Passages that resemble what is coded with Competence."""
    code_excerpt(coded.study, 1, *coded.span("Lesson plans, yes"), coded.code("Competence"))
    code_excerpt(coded.study, 2, 13, 39, coded.code("Competence"))
    coded.wait()
    return similar(coded)


def test_passages_are_offered_and_a_click_shows_one(coded, panel):
    assert panel.isVisible()
    assert panel.header.accessibleName() == "Similar to “Competence”"
    found = quotes(panel)
    assert any("teacher" in quote for quote in found)
    assert not any("Lesson plans" in quote for quote in found)
    row = next(n for n, quote in enumerate(found) if "every teacher" in quote)
    place = panel.list.row_at(row)
    index = panel.list.model().index(row, 0)
    QTest.mouseClick(panel.list.viewport(), LEFT, pos=panel.list.visualRect(index).center())
    coded.wait()
    assert coded.room.source_id == place.source_id
    assert TEXT[place.start : place.end] == place.quote
    assert coded.view.caret() == place.start


def test_enter_takes_and_undo_gives_back(coded, panel):
    first = quotes(panel)[0]
    panel.list.setFocus()
    QTest.keyClick(panel.list, KEYS.Key_Return)
    coded.wait()
    assert (first, "Competence") in coded.codings()
    assert first not in quotes(panel)
    coded.undo()
    assert (first, "Competence") not in coded.codings()
    assert first in quotes(panel)


def test_delete_refuses_and_the_refusal_is_remembered(coded, panel):
    first = quotes(panel)[0]
    panel.list.setFocus()
    QTest.keyClick(panel.list, KEYS.Key_Delete)
    coded.wait()
    assert first not in quotes(panel)
    panel.close_panel()
    assert first not in quotes(similar(coded))
    coded.undo()
    assert first in quotes(panel)


def test_the_buttons_do_the_same_and_escape_closes(coded, panel):
    first = quotes(panel)[0]
    QTest.mouseClick(panel.refuse, LEFT)
    coded.wait()
    second = quotes(panel)[0] if panel.list.count() else None
    assert second != first
    panel.list.setFocus()
    QTest.keyClick(panel.list, KEYS.Key_Escape)
    assert not panel.isVisible()


def test_a_code_without_anything_says_so(coded):
    coded.click_code("Obligation")
    coded.room.actions_of_room.similar.trigger()
    coded.wait()
    panel = coded.room.similar
    while panel.list.count():
        QTest.mouseClick(panel.refuse, LEFT)
        coded.wait()
    assert panel.pages.currentWidget() is panel.empty
    assert "No passage" in panel.empty.text()
    assert not panel.take.isEnabled()


def test_other_panes_make_room(coded, panel):
    coded.room.write_memo("source", 1, "one")
    assert not panel.isVisible()
    coded.room.actions_of_room.similar.trigger()
    assert not coded.room.memos.isVisible()
    assert panel.isVisible()


# --- likely codes under the palette ---------------------------------------------------------------


def open_palette(hand, words):
    hand.click("Has it changed")
    hand.select(words)
    hand.key(KEYS.Key_K)
    hand.wait()
    return hand.palette


def test_likely_codes_stand_under_the_palette_and_enter_stays_as_it_was(coded):
    palette = open_palette(coded, BROKEN)
    before = palette.shown()[0].name
    assert not palette.likely.isVisible(), "nothing like these words was coded"
    QTest.keyClick(palette.field, KEYS.Key_Escape)
    code_excerpt(coded.study, 2, 13, 39, coded.code("Time"))
    coded.wait()
    palette = open_palette(coded, "I ask every teacher to come")
    assert [code.name for code in palette.likely.codes] == ["Time"]
    assert palette.shown()[0].name == before
    QTest.keyClick(palette.field, KEYS.Key_1, ALT)
    coded.wait()
    assert ("I ask every teacher to come", "Time") in coded.codings()
    assert not palette.isVisible()


def test_a_likely_code_is_taken_by_a_click_or_refused_by_its_cross(coded):
    code_excerpt(coded.study, 2, 13, 39, coded.code("Time"))
    coded.wait()
    palette = open_palette(coded, "I ask every teacher to come")
    QTest.mouseClick(palette.likely.crosses[0], LEFT)
    coded.wait()
    assert palette.isVisible(), "one goes on"
    assert not palette.likely.isVisible()
    QTest.keyClick(palette.field, KEYS.Key_Escape)
    assert not open_palette(coded, "I ask every teacher to come").likely.isVisible()
    QTest.keyClick(palette.field, KEYS.Key_Escape)
    coded.undo()
    palette = open_palette(coded, "I ask every teacher to come")
    QTest.mouseClick(palette.likely.buttons[0], LEFT)
    coded.wait()
    assert ("I ask every teacher to come", "Time") in coded.codings()
