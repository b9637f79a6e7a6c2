from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme import theme
from ui.widgets.badges import (
    BADGE_SIZE,
    Chip,
    MethodBadge,
    chip_width,
    paint_badge,
    paint_chip,
    paint_swatch,
)


def painted(paint):
    image = QImage(300, 30, QImage.Format.Format_ARGB32)
    image.fill(theme().color("panel"))
    painter = QPainter(image)
    used = paint(painter)
    painter.end()
    return used, image


def inked(image):
    panel = theme().color("panel")
    return any(
        image.pixelColor(x, y) != panel for x in range(image.width()) for y in range(image.height())
    )


def test_a_badge_is_a_square_with_a_letter():
    used, image = painted(lambda painter: paint_badge(painter, 4, 15, "W"))
    assert used == BADGE_SIZE
    assert inked(image)


def test_a_chip_is_as_wide_as_its_words():
    used, _ = painted(lambda painter: paint_chip(painter, 0, 15, "verification respondent"))
    assert used == chip_width("verification respondent") > chip_width("key person")


def test_a_chip_is_shortened_a_little_but_left_out_rather_than_maimed():
    full = chip_width("verification respondent")
    short, image = painted(
        lambda painter: paint_chip(painter, 0, 15, "verification respondent", full - 10)
    )
    none, empty = painted(lambda painter: paint_chip(painter, 0, 15, "verification respondent", 40))
    assert short == full - 10
    assert inked(image)
    assert none == 0
    assert not inked(empty)


def test_a_chip_without_words_is_not_drawn():
    used, image = painted(lambda painter: paint_chip(painter, 0, 15, ""))
    assert used == 0
    assert not inked(image)


def test_a_swatch_has_the_colour_of_its_code():
    _, image = painted(lambda painter: paint_swatch(painter, 0, 15, "#c00040"))
    assert image.pixelColor(5, 15) == QColor("#c00040")


def test_the_widgets_name_themselves(qtbot):
    badge, chip = MethodBadge("W", "interview"), Chip("key person")
    qtbot.addWidget(badge)
    qtbot.addWidget(chip)
    assert (badge.accessibleName(), badge.toolTip()) == ("interview", "interview")
    assert chip.accessibleName() == chip.text() == "key person"
    assert inked(badge.grab().toImage())
    assert inked(chip.grab().toImage())
    badge.set_letter("O")
    assert badge.accessibleName() == "O"
    chip.set_text("")
    assert chip.isHidden()
