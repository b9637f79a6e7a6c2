import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from ui import theme as module
from ui.theme import FOLDER, LEAST_CONTRAST, Theme, contrast, mix, theme, tokens
from ui.theme_fonts import serif_font, ui_font

NAMES = ("light", "dark")
# Every pair of words and ground that the style sheet or a widget paints.
WORDS = [
    *[(word, ground) for word in ("ink", "soft") for ground in ("bg", "panel", "accent_ground")],
    *[(word, "hover") for word in ("ink", "soft", "accent")],
    *[(word, "field") for word in ("ink", "soft")],
    ("soft", "badge"),
    *[("accent", ground) for ground in ("bg", "panel", "accent_ground")],
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "contradicts"),
    ("on_accent", "contradicts_hover"),
    ("on_tip", "tip"),
]
VERDICTS = ("agrees", "partial", "contradicts", "single", "silent")


@pytest.fixture
def look():
    return Theme()


@pytest.fixture
def worn(qapp):
    """The theme on the application, light again at the end."""
    theme().set_mode("light")
    theme().apply(qapp)
    yield theme()
    theme().set_mode("light")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("word", "ground"), WORDS)
def test_words_are_read_on_their_ground(look, name, word, ground):
    look.set_mode(name)
    assert contrast(look.color(word), look.color(ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["panel", "bg", "accent_ground", "hover"])
@pytest.mark.parametrize("verdict", VERDICTS)
def test_words_of_a_verdict_are_read_on_their_ground(look, name, ground, verdict):
    look.set_mode(name)
    assert contrast(look.words(verdict), look.color(ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize("name", NAMES)
def test_a_heat_map_stays_readable_from_nothing_to_the_most(look, name):
    look.set_mode(name)
    for share in range(101):
        ground, words = look.heat(share / 100)
        assert contrast(ground, words) >= LEAST_CONTRAST, share


def test_the_tokens_are_those_of_the_design():
    light, dark = tokens("light"), tokens("dark")
    assert (light["bg"], dark["bg"]) == ("#f6f5f2", "#1b1d20")
    assert (light["accent"], dark["accent"]) == ("#0f6b6b", "#5bbcb8")
    assert (light["contradicts"], dark["contradicts"]) == ("#b3261e", "#ef7d74")


def test_both_themes_have_the_same_tokens_and_each_is_a_colour():
    assert tokens("light").keys() == tokens("dark").keys()
    for name in NAMES:
        for token, value in tokens(name).items():
            assert re.fullmatch(r"#[0-9a-f]{6}([0-9a-f]{2})?", value), token


@pytest.mark.parametrize("name", NAMES)
def test_the_small_pictures_use_only_colours_of_their_theme(name):
    known = set(tokens(name).values())
    pictures = sorted((FOLDER / name).glob("*.svg"))
    assert {path.stem for path in pictures} == {"tick", "dash", "dot", "up", "down", "right"}
    for path in pictures:
        assert set(re.findall(r"#[0-9a-f]{6}", path.read_text())) <= known, path


def test_the_style_sheet_names_no_colour_of_its_own(look):
    text = (FOLDER / "tilik.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", text)
    assert "$" not in look.style_sheet()
    for url in re.findall(r'url\("([^"]+)"\)', look.style_sheet()):
        assert url.endswith(".svg")
        assert (FOLDER.parent / url).exists()


def test_no_widget_names_a_colour():
    allowed = {"palette.py"}  # the colours of codes are data, the same in both themes
    for path in (FOLDER.parents[1] / "ui").rglob("*.py"):
        if path.name not in allowed:
            found = re.findall(r"#[0-9a-fA-F]{6}\b", _without_words(path.read_text("utf-8")))
            assert not found, path


def _without_words(source):
    """Leave out docstrings and comments, which may give an example."""
    return re.sub(r'"""[\s\S]*?"""|(?<!["\'])#[^0-9a-fA-F"\'].*', "", source)


def test_an_unknown_token_is_a_bug(look):
    with pytest.raises(KeyError):
        look.color("mauve")


def test_a_colour_with_alpha_is_read_in_the_order_of_the_web(look):
    assert look.color("shadow").alpha() == 0x26
    assert look.color("shadow").red() == 0


def test_a_code_lies_under_its_words_at_its_share(look):
    ground = look.code_ground("#000000")
    assert ground == mix(QColor("white"), QColor("black"), module.CODE_GROUND)
    assert contrast(ground, look.color("ink")) > LEAST_CONTRAST


def test_a_change_of_mode_is_told_once_and_only_if_the_look_changes(worn, qtbot):
    with qtbot.waitSignal(worn.changed, timeout=1000):
        worn.set_mode("dark")
    assert worn.name == "dark"
    assert worn.dark
    with qtbot.assertNotEmitted(worn.changed):
        worn.set_mode("dark")


def test_system_follows_the_desktop(look, monkeypatch):
    class Hints:
        def colorScheme(self):
            return Qt.ColorScheme.Dark

    monkeypatch.setattr(module.QGuiApplication, "styleHints", staticmethod(lambda: Hints()))
    look.set_mode("system")
    assert look.name == "dark"
    look.set_mode("light")
    assert look.name == "light"


class StandIn:
    """An application and its hints; the offscreen platform has no frame to tell anything."""

    def __init__(self):
        self.told = []

    def styleHints(self):
        return self

    def setColorScheme(self, scheme):
        self.told.append(scheme)

    def setPalette(self, palette):
        assert palette is not None

    def setStyleSheet(self, sheet):
        assert sheet


def test_the_frame_of_the_window_is_told(look):
    look._app = StandIn()
    for mode in ("dark", "light", "system"):
        look.set_mode(mode)
    scheme = Qt.ColorScheme
    assert look._app.told == [scheme.Dark, scheme.Light, scheme.Unknown]


def test_a_setting_that_is_no_mode_follows_the_desktop(look):
    look.set_mode("purple")
    assert look.mode == "system"


def test_the_whole_window_changes_at_once(worn, qtbot):
    label = QLabel("words")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.palette().color(label.foregroundRole())
    worn.set_mode("dark")
    assert before == QColor(tokens("light")["ink"])
    assert label.palette().color(label.foregroundRole()) == QColor(tokens("dark")["ink"])


def test_a_button_has_the_height_of_the_design(worn, qtbot):
    button = QPushButton("Write a memo")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert 28 <= button.sizeHint().height() <= 30


def test_figures_have_one_width_also_where_the_style_sheet_sets_the_size(worn, qtbot):
    table = QTableView()
    qtbot.addWidget(table)
    table.ensurePolished()
    for font in (ui_font(), ui_font(9), table.font(), table.horizontalHeader().font()):
        metrics = QFontMetricsF(font)
        assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_quotations_have_another_face_than_the_interface(worn):
    assert serif_font().families()[0] != ui_font().families()[0]
    assert serif_font(14).pointSizeF() > serif_font(12).pointSizeF()
