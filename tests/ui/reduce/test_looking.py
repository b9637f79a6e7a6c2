"""Which codings are seen: by coder, of the chosen codes, blind."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.design.coders import add_coder
from app.reduce.codings import code_excerpt
from tests.ui.reduce.conftest import LEFT, NONE


@pytest.fixture
def hand(shown):
    study = shown.study
    first = study.coder_id
    second = add_coder(study, "Second")
    code_excerpt(study, 1, *shown.span("Time"), shown.code("Time"))
    study.code_as(second)
    code_excerpt(study, 1, *shown.span("projector"), shown.code("Facilities"))
    study.code_as(first)
    shown.wait()
    return shown


def seen(hand):
    hand.wait()
    return [span.name for span in hand.view.reading.index.codings]


def choose(hand, words):
    """Click an entry of the menu."""
    button = hand.room.looking.button
    button.menu().popup(button.mapToGlobal(QPoint(0, 0)))
    menu = QApplication.activePopupWidget()
    action = next(a for a in menu.actions() if a.text() == words)
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())
    hand.wait()


def test_all_are_seen_at_first(hand):
    assert seen(hand) == ["Time", "Facilities"]
    assert hand.room.looking.button.text() == "All codings ▾"


def test_blind_coding_hides_the_others_work(hand):
    choose(hand, "Only my codings (blind coding)")
    assert seen(hand) == ["Time"]
    shown = {row.name: row.excerpts for row in hand.room.tree.codes.values() if row.excerpts}
    assert shown == {"Time": 1, "Inhibiting": 1, "Factors": 1}
    hand.click_code("Facilities")
    assert hand.room.excerpts.pages.currentWidget() is hand.room.excerpts.empty
    hand.view.select_range(*hand.span("obligation"))
    hand.room.coding.desk.code_with([hand.code("Competence")])
    assert seen(hand) == ["Competence", "Time"]
    second = next(span.coder for span in hand.view.reading.index.codings)
    assert second != "Second"
    hand.study.code_as(2)
    hand.room.looking.coder_changed()
    assert seen(hand) == ["Facilities"]
    choose(hand, "All codings")
    assert seen(hand) == ["Competence", "Time", "Facilities"]


def test_a_coder_is_put_out_of_sight(hand):
    choose(hand, "Second")
    assert seen(hand) == ["Time"]
    assert hand.room.looking.button.text() == "Some coders ▾"
    choose(hand, "Second")
    assert seen(hand) == ["Time", "Facilities"]


def test_only_the_chosen_codes_are_seen(hand):
    choose(hand, "Only the chosen codes")
    assert seen(hand) == []
    hand.click_code("Facilities")
    assert seen(hand) == ["Facilities"]
    hand.click_code("Inhibiting")
    assert seen(hand) == ["Time", "Facilities"]
