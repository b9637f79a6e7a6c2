"""What the stripes in the margin show: codes, coders, kinds of coders."""

import pytest
from PySide6.QtCore import QSettings, Qt

from app.design.coders import add_coder, edit_coder
from app.reduce.codings import code_excerpt
from ui.theme import theme

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def hand(shown):
    study = shown.study
    first = study.coder_id
    second = add_coder(study, "Second", "#123456")
    edit_coder(study, second, kind="second_coder")
    code_excerpt(study, 1, *shown.span("Time"), shown.code("Time"))
    study.code_as(second)
    code_excerpt(study, 1, *shown.span("projector"), shown.code("Facilities"))
    study.code_as(first)
    shown.wait()
    return shown


def stripes(hand):
    hand.wait()
    looks = hand.view.stripes.looks
    return [(looks.name(s.span), looks.colour(s.span)) for s, _ in hand.view.stripes.shown()]


def test_stripes_show_codes_then_coders_then_their_kinds(hand):
    by_code = stripes(hand)
    assert [name for name, _ in by_code] == ["Time", "Facilities"]
    hand.key(Qt.Key.Key_6, CTRL_ALT)
    assert stripes(hand)[1] == ("Second · Facilities", "#123456")
    hand.key(Qt.Key.Key_7, CTRL_ALT)
    first, second = stripes(hand)
    assert second == ("Second coder · Facilities", theme().color("partial").name())
    assert first == ("Researcher · Time", theme().color("accent").name())
    hand.key(Qt.Key.Key_5, CTRL_ALT)
    assert stripes(hand) == by_code


def test_the_stripes_follow_a_coder_who_gets_another_colour(hand):
    hand.key(Qt.Key.Key_6, CTRL_ALT)
    edit_coder(hand.study, 2, colour="#654321")
    assert stripes(hand)[1] == ("Second · Facilities", "#654321")


def test_the_choice_is_kept(hand):
    hand.key(Qt.Key.Key_7, CTRL_ALT)
    assert QSettings().value("reduce/stripes") == "kind"


def test_a_stripe_is_painted_in_the_colour_of_its_coder(hand):
    hand.key(Qt.Key.Key_6, CTRL_ALT)
    margin = hand.view.stripes
    stripe = next(s for s, _ in margin.shown() if s.span.name == "Facilities")
    picture = margin.grab().toImage()
    x, y = int(stripe.left + 2), int((max(stripe.top, 0) + stripe.bottom) / 2)
    scale = picture.devicePixelRatio()
    assert picture.pixelColor(int(x * scale), int(y * scale)).name() == "#123456"
