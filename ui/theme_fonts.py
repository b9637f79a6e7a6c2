"""The two typefaces: a sans for the interface, a serif for what people said."""

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

SANS = ("Segoe UI", "SF Pro Text", "Inter", "Noto Sans")
SERIF = ("Noto Serif", "Georgia", "Cambria")
UI_POINTS = 10.0


@cache
def _families(wanted: tuple[str, ...], generic: QFontDatabase.SystemFont) -> tuple[str, ...]:
    """Return the families of `wanted` that this machine has, then the system's own."""
    found = [family for family in wanted if QFontDatabase.hasFamily(family)]
    return (*found, QFontDatabase.systemFont(generic).family())


def _points(points: float) -> float:
    """Return `points` for this system: a Mac counts 72 points an inch where others count 96."""
    return points * 96 / 72 if sys.platform == "darwin" else points


def ui_font(points: float = UI_POINTS, *, bold: bool = False) -> QFont:
    """Return the font of the interface, with figures of equal width."""
    font = QFont(list(_families(SANS, QFontDatabase.SystemFont.GeneralFont)))
    font.setPointSizeF(_points(points))
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def serif_font(points: float = 12.0) -> QFont:
    """Return the font of transcripts and quotations."""
    font = QFont(list(_families(SERIF, QFontDatabase.SystemFont.GeneralFont)))
    font.setPointSizeF(_points(points))
    font.setStyleHint(QFont.StyleHint.Serif)
    return font
