import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog

from app.reduce.colours import CODE_COLOURS, SCHEMES, next_colour, shades
from ui.theme import LEAST_CONTRAST, contrast, theme
from ui.widgets.palette import ColourButton, ColourMenu

# Machado, Oliveira and Fernandes 2009, severity 1.0, over linear RGB.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_CONE = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def oklab(colour, sight):
    parts = QColor(colour).getRgbF()[:3]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    seen = [min(max(part, 0.0), 1.0) for part in times(SIGHT[sight], linear)]
    return times(TO_LAB, [max(part, 0.0) ** (1 / 3) for part in times(TO_CONE, seen)])


@pytest.mark.parametrize(
    ("sight", "least"),
    [("normal", 0.10), ("protanopia", 0.038), ("deuteranopia", 0.038), ("tritanopia", 0.038)],
)
def test_any_two_colours_can_be_told_apart(sight, least):
    seen = {colour: oklab(colour, sight) for colour in CODE_COLOURS}
    for one, other in itertools.combinations(CODE_COLOURS, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert apart >= least, (one, other)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_colours_stand_out_and_coded_words_stay_readable(name):
    theme().set_mode(name)
    for colour in CODE_COLOURS:
        assert contrast(QColor(colour), theme().color("panel")) >= 2.0, colour
        assert contrast(theme().code_ground(colour), theme().color("ink")) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.key)
def test_words_on_the_colours_of_a_scheme_and_on_their_shades_stay_readable(scheme, name):
    theme().set_mode(name)
    for colour in scheme.colours:
        for shade in (colour, *shades(colour, 6)):
            assert contrast(theme().code_ground(shade), theme().color("ink")) >= LEAST_CONTRAST


def test_there_are_24_and_a_new_code_takes_the_one_used_least():
    assert len(set(CODE_COLOURS)) == 24
    assert next_colour([]) == CODE_COLOURS[0]
    assert next_colour([CODE_COLOURS[0].upper(), "#123456"]) == CODE_COLOURS[1]
    assert next_colour([*CODE_COLOURS, CODE_COLOURS[0]]) == CODE_COLOURS[1]


def test_a_swatch_is_named_and_picked(qtbot):
    menu = ColourMenu(current=CODE_COLOURS[2].upper())
    qtbot.addWidget(menu)
    assert [swatch.isChecked() for swatch in menu.grid.swatches].index(True) == 2
    names = [swatch.accessibleName() for swatch in menu.grid.swatches]
    assert len(set(names)) == 24
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.grid.swatches[5].click()
    assert chosen.args == [CODE_COLOURS[5]]


def test_the_arrow_keys_move_in_the_grid(qtbot):
    menu = ColourMenu()
    qtbot.addWidget(menu)
    menu.show()
    swatches = menu.grid.swatches
    swatches[0].setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(menu.grid, key)
    assert swatches[7].hasFocus()
    assert not menu.grab().isNull()


def test_any_other_colour_can_be_had(qtbot, monkeypatch):
    menu = ColourMenu()
    qtbot.addWidget(menu)
    answers = [QColor("#123456"), QColor()]
    monkeypatch.setattr(QColorDialog, "getColor", lambda *args: answers.pop(0))
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.other.trigger()
    assert chosen.args == ["#123456"]
    with qtbot.assertNotEmitted(menu.chosen):
        menu.other.trigger()


def test_a_colour_button_shows_and_tells_its_colour(qtbot):
    button = ColourButton("#c00040")
    qtbot.addWidget(button)
    button.resize(48, 28)
    image = button.grab().toImage()
    assert image.pixelColor(24, 14) == QColor("#c00040")
    with qtbot.waitSignal(button.chosen) as chosen:
        button.menu().grid.swatches[0].click()
    assert chosen.args == [CODE_COLOURS[0]]
    assert button.colour() == CODE_COLOURS[0]
    with qtbot.assertNotEmitted(button.chosen):
        button.menu().grid.swatches[0].click()
