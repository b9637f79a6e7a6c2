"""Reading and coding without the mouse: selecting by units, pieces of codings, uncoded text."""

import pytest
from PySide6.QtCore import Qt

from app.display.matrix import build_matrix
from app.display.recipe import MatrixRecipe
from app.reduce.codings import code_excerpt
from tests.ui.reduce.conftest import SHIFT, TEXT

KEY = Qt.Key


@pytest.fixture
def hand(shown):
    put_caret(shown, "Time, above")
    return shown


def put_caret(hand, words):
    at = TEXT.index(words)
    hand.view.select_range(at, at)


def selected(hand):
    span = hand.view.selected_range()
    return TEXT[span[0] : span[1]] if span else None


@pytest.mark.parametrize(
    ("key", "first", "second"),
    [
        (KEY.Key_W, "Time", "above"),
        (KEY.Key_S, "Time, above all.", None),
        (
            KEY.Key_G,
            "Time, above all. The projector we borrow from the district office; 👩‍🏫 it is broken.",
            "Has it changed the lessons?",
        ),
        (
            KEY.Key_T,
            "Time, above all. The projector we borrow from the district office; 👩‍🏫 it is broken.",
            "Has it changed the lessons?",
        ),
    ],
)
def test_a_unit_is_selected_and_then_the_next(hand, key, first, second):
    hand.key(key)
    assert selected(hand) == first
    hand.key(key)
    if second is None:
        second = "The projector we borrow from the district office; 👩‍🏫 it is broken."
    assert selected(hand) == second


def test_shift_adds_the_next(hand):
    hand.key(KEY.Key_W)
    hand.key(KEY.Key_W, SHIFT)
    assert selected(hand) == "Time, above"
    hand.key(KEY.Key_S, SHIFT)
    assert selected(hand) == "Time, above all."


def test_sentences_are_coded_without_the_mouse(hand):
    hand.key(KEY.Key_S)
    hand.key(KEY.Key_K)
    hand.type_in_palette("Competence")
    hand.enter()
    assert hand.codings() == [("Time, above all.", "Competence")]
    put_caret(hand, "What keeps")
    hand.key(KEY.Key_U)
    assert selected(hand).startswith("I ask every teacher")
    put_caret(hand, "And what")
    hand.key(KEY.Key_U)
    assert selected(hand) == "Has it changed the lessons?"


def test_a_coding_is_cut_and_joined_again(hand):
    start, end = hand.span("Time, above all")
    code_excerpt(hand.study, 1, start, end, hand.code("Time"))
    hand.wait()
    put_caret(hand, " above all")
    hand.key(KEY.Key_Slash)
    assert hand.codings() == [("Time,", "Time"), ("above all", "Time")]
    hand.key(KEY.Key_J)
    assert hand.codings() == [("Time, above all", "Time")]
    hand.undo()
    hand.undo()
    assert hand.codings() == [("Time, above all", "Time")]


def test_an_excerpt_gets_a_further_code(hand):
    start, end = hand.span("Time, above all")
    code_excerpt(hand.study, 1, start, end, hand.code("Time"))
    hand.wait()
    put_caret(hand, "above all")
    hand.key(KEY.Key_C, SHIFT)
    hand.type_in_palette("Competence")
    hand.enter()
    assert hand.codings() == [("Time, above all", "Time"), ("Time, above all", "Competence")]


def test_an_excerpt_is_set_aside_and_taken_back(hand):
    start, end = hand.span("Time, above all")
    coding = code_excerpt(hand.study, 1, start, end, hand.code("Time"))
    hand.wait()
    put_caret(hand, "above all")
    hand.key(KEY.Key_Z)
    assert hand.view.reading.index.find(coding).set_aside
    assert build_matrix(hand.study, MatrixRecipe()).total == 0
    hand.key(KEY.Key_Z)
    assert not hand.view.reading.index.find(coding).set_aside
    assert build_matrix(hand.study, MatrixRecipe()).total == 1
