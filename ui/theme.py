"""The look of Tilik: colour tokens of the light and the dark theme, and their style sheet.

Nothing else in the window names a colour: a widget asks `theme().color("ink")` when it paints, and
repaints on `theme().changed`. Controls need not even that, the application's style sheet has them.
"""

import tomllib
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme_fonts import serif_font, ui_font

__all__ = ["Mode", "Theme", "contrast", "mix", "serif_font", "theme", "ui_font"]

Mode = Literal["system", "light", "dark"]
MODES: tuple[Mode, ...] = ("system", "light", "dark")
FOLDER = Path(__file__).resolve().parents[1] / "resources" / "themes"
LEAST_CONTRAST = 4.5  # of text on its ground (WCAG 2.2, 1.4.3)
CODE_GROUND = 0.22  # how much of a code's colour lies under coded words


@cache
def _file(name: str) -> dict[str, Any]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def tokens(name: str) -> dict[str, str]:
    """Return the colour tokens of the theme `name` ("light", "dark") as its file has them."""
    return dict(_file(name)["tokens"])


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return `ground` with `share` (0 to 1) of `colour` laid over it."""
    keep = 1 - share
    return QColor.fromRgbF(
        ground.redF() * keep + colour.redF() * share,
        ground.greenF() * keep + colour.greenF() * share,
        ground.blueF() * keep + colour.blueF() * share,
    )


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio (1 to 21) of two colours, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


class Theme(QObject):
    """The colours in use now. There is one, `theme()`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode: Mode = "system"
        self.name: str = "light"
        self._colours: dict[str, QColor] = {}
        self._app: QApplication | None = None
        self._load("light")

    @property
    def dark(self) -> bool:
        return self.name == "dark"

    def color(self, token: str) -> QColor:
        """Return the colour of `token`. A token that the theme lacks is a bug: KeyError."""
        return QColor(self._colours[token])

    def words(self, token: str) -> QColor:
        """Return the colour of words that belong to `token`: its own where that can be read."""
        return QColor(self._colours.get(f"{token}_words", self._colours[token]))

    def code_ground(self, colour: str | QColor) -> QColor:
        """Return the ground under words that are coded with a code of this colour."""
        return mix(self._colours["panel"], QColor(colour), CODE_GROUND)

    def heat(self, share: float) -> tuple[QColor, QColor]:
        """Return ground and words of a heat map's cell, `share` 0 (nothing) to 1 (the most)."""
        heat, panel = _file(self.name)["heat"], self.color("panel")
        if share <= 0:
            return panel, self.color("ink")
        much = heat["least"] + (heat["most"] - heat["least"]) * min(share, 1.0)
        ground = mix(panel, self._colours["accent"], much)
        return ground, self.readable_on(ground)

    def readable_on(self, ground: QColor) -> QColor:
        """Return the ink or its opposite, whichever is read better on `ground`."""
        pair = (self._colours["ink"], self._colours["on_accent"])
        return QColor(max(pair, key=lambda words: contrast(words, ground)))

    def set_mode(self, mode: Mode) -> None:
        """Follow the system's light or dark, or stay with one. An unknown `mode` follows."""
        self.mode = mode if mode in MODES else "system"
        self._tell_system()
        self._follow()

    def apply(self, app: QApplication) -> None:
        """Dress `app`: style, fonts, palette, style sheet; from now on it follows the theme."""
        if self._app is None:
            app.styleHints().colorSchemeChanged.connect(self._follow)
        self._app = app
        app.setStyle("Fusion")
        app.setFont(ui_font())
        self._tell_system()
        self._load(self._wanted())
        self._dress()

    def _tell_system(self) -> None:
        """Let the window's own frame and the system's dialogs be light or dark with the rest."""
        if self._app is not None:
            schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
            scheme = schemes.get(self.mode, Qt.ColorScheme.Unknown)  # unknown: the system's own
            self._app.styleHints().setColorScheme(scheme)

    def style_sheet(self) -> str:
        """Return the style sheet of all controls with this theme's colours."""
        sheet = Template((FOLDER / "tilik.qss").read_text(encoding="utf-8"))
        art = (FOLDER / self.name).as_posix()
        return sheet.substitute(tokens(self.name), art=art)

    def palette(self) -> QPalette:
        """Return the palette for what a style sheet does not reach."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self._colours[token])
        for role in _DIM_ROLES:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._colours["disabled"])
        return palette

    def _wanted(self) -> str:
        if self.mode != "system":
            return self.mode
        hints = QGuiApplication.styleHints()
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _follow(self) -> None:
        name = self._wanted()
        if name == self.name:
            return
        self._load(name)
        self._dress()
        self.changed.emit()

    def _load(self, name: str) -> None:
        self.name = name
        self._colours = {token: _colour(value) for token, value in tokens(name).items()}

    def _dress(self) -> None:
        if self._app is not None:
            self._app.setPalette(self.palette())
            self._app.setStyleSheet(self.style_sheet())


def _colour(text: str) -> QColor:
    """Read "#rrggbb" or "#rrggbbaa", the order of the web; Qt's own has the alpha first."""
    colour = QColor(text[:7])
    if len(text) == 9:
        colour.setAlpha(int(text[7:], 16))
    return colour


_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "panel",
    _Role.WindowText: "ink",
    _Role.Base: "panel",
    _Role.AlternateBase: "bg",
    _Role.Text: "ink",
    _Role.PlaceholderText: "soft",
    _Role.Button: "panel",
    _Role.ButtonText: "ink",
    _Role.BrightText: "contradicts",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "single",
    _Role.ToolTipBase: "tip",
    _Role.ToolTipText: "on_tip",
    _Role.Light: "panel",
    _Role.Midlight: "bg",
    _Role.Mid: "line",
    _Role.Dark: "line",
    _Role.Shadow: "line_strong",
}
_DIM_ROLES = (_Role.WindowText, _Role.Text, _Role.ButtonText)


@cache
def theme() -> Theme:
    """Return the one theme of this window."""
    return Theme()
