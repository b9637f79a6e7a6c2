"""Borders of a coding moved by sentences."""

from PySide6.QtCore import Qt

from app.reduce.codings import code_excerpt
from tests.ui.reduce.conftest import TEXT
from ui.reduce.border_steps import next_border

ALT = Qt.KeyboardModifier.AltModifier
ALT_SHIFT = ALT | Qt.KeyboardModifier.ShiftModifier


def coded(hand):
    """The words that are coded, once the worker is through."""
    hand.wait()
    hand.wait()
    return [words for words, _ in hand.codings()]


def test_the_end_goes_to_the_next_sentence_and_back(shown):
    code_excerpt(shown.study, 1, *shown.span("Time"), shown.code("Time"))
    shown.wait()
    shown.click("Time")
    start = TEXT.index("Time")
    shown.key(Qt.Key.Key_PageDown, ALT_SHIFT)
    (one,) = coded(shown)
    assert one.startswith("Time")
    assert one.endswith(".")
    assert one == TEXT[start:][: len(one)]
    assert "." not in one[:-1]
    shown.key(Qt.Key.Key_PageDown, ALT_SHIFT)
    (two,) = coded(shown)
    assert two.startswith(one)
    assert len(two) > len(one)
    shown.key(Qt.Key.Key_PageUp, ALT_SHIFT)
    assert coded(shown) == [one]


def test_the_start_goes_to_the_beginning_of_its_sentence(shown):
    code_excerpt(shown.study, 1, *shown.span("projector"), shown.code("Facilities"))
    shown.wait()
    shown.click("projector")
    shown.key(Qt.Key.Key_PageUp, ALT)
    (words,) = coded(shown)
    assert words.endswith("projector")
    assert len(words) > len("projector")
    before = TEXT[: TEXT.index(words)].rstrip(" ")
    assert before == "" or before[-1] in ".?!\n:"
    shown.undo()
    assert coded(shown) == ["projector"]


def test_two_presses_are_two_steps():
    assert next_border([3, 9, 20], 5, 2) == 20
    assert next_border([3, 9, 20], 5, -1) == 3
    assert next_border([3, 9, 20], 20, 1) == 20
