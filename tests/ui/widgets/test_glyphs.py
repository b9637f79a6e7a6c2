import itertools

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme import theme
from ui.widgets import glyphs
from ui.widgets.glyphs import (
    VerdictLabel,
    glyph_for,
    glyph_pixmap,
    paint_glyph,
    paint_verdict,
    token_for,
    verdict_width,
)

KINDS = ("tick", "half", "triangle", "dot", "dashed", "cross", "split", "dash")


@pytest.mark.parametrize(
    ("verdict", "kind", "token"),
    [
        ("convergent", "tick", "agrees"),
        ("verified", "tick", "agrees"),
        ("confirmed", "tick", "agrees"),
        ("partially_verified", "half", "partial"),
        ("confirmed_qualified", "half", "partial"),
        ("mixed", "half", "partial"),
        ("dissonant", "triangle", "contradicts"),
        ("contested", "triangle", "contradicts"),
        ("contradicted", "triangle", "contradicts"),
        ("single", "dot", "single"),
        ("not_triangulated", "dot", "single"),
        ("unverified", "dot", "single"),
        ("left_only", "dot", "single"),
        ("silent", "dashed", "silent"),
        ("no_evidence", "dashed", "silent"),
        ("none", "dashed", "silent"),
        ("contradicts", "cross", "contradicts"),
        ("denies", "cross", "contradicts"),
        ("refuted", "cross", "contradicts"),
        ("split", "split", "contradicts"),
        ("not_examined", "dash", "silent"),
        ("a word that no rule gives", "dash", "silent"),
    ],
)
def test_each_verdict_has_its_sign(verdict, kind, token):
    assert glyph_for(verdict) == kind
    assert token_for(verdict) == token


def test_no_verdict_stands_under_two_signs():
    words = [word for words in glyphs._VERDICTS.values() for word in words]
    assert len(words) == len(set(words))


def drawn(kind, token=""):
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_glyph(painter, QRectF(0, 0, 32, 32), kind, token)
    painter.end()
    return image


def shape(image):
    """Which points are painted at all: what is left for a reader who sees no colours."""
    points = itertools.product(range(image.width()), range(image.height()))
    return {point for point in points if image.pixelColor(*point).lightness() < 235}


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(KINDS, 2)))
def test_two_signs_differ_by_shape_alone(one, other):
    first, second = (shape(drawn(kind, "ink")) for kind in (one, other))
    assert len(first ^ second) > 0.15 * len(first | second)


def test_a_sign_stays_within_its_place():
    for kind in KINDS:
        image = drawn(kind)
        edge = [image.pixelColor(x, y) for x in range(32) for y in (0, 31)]
        assert all(colour == QColor("white") for colour in edge), kind


def test_a_sign_takes_the_theme_of_the_moment():
    light = drawn("tick").pixelColor(5, 16)
    theme().set_mode("dark")
    assert light == theme_colour("light", "agrees")
    assert drawn("tick").pixelColor(5, 16) == theme_colour("dark", "agrees")


def theme_colour(name, token):
    from ui.theme import tokens

    return QColor(tokens(name)[token])


def test_a_picture_is_sharp_on_a_dense_screen():
    picture = glyph_pixmap("half", 14, ratio=2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (28, 2.0)


def test_word_and_sign_need_the_width_that_is_told(qapp):
    image = QImage(400, 20, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    used = paint_verdict(painter, QRectF(0, 0, 400, 20), "partial", "partly verified")
    narrow = paint_verdict(painter, QRectF(0, 0, 60, 20), "partial", "partly verified")
    alone = paint_verdict(painter, QRectF(0, 0, 60, 20), "partial", "")
    painter.end()
    assert used <= verdict_width("partly verified") <= used + 2
    assert narrow <= 61
    assert alone == glyphs.GLYPH_SIZE


def test_a_label_says_its_word_to_a_screen_reader(qtbot):
    label = VerdictLabel("contested", "Contested")
    qtbot.addWidget(label)
    wide = label.sizeHint().width()
    assert (label.accessibleName(), label.toolTip()) == ("Contested", "Contested")
    label.set_word_shown(False)
    assert label.sizeHint().width() < wide
    label.set_verdict("verified", "Verified")
    assert label.accessibleName() == "Verified"
    assert not label.grab().isNull()
