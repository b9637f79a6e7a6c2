"""One family of icons, drawn as black strokes and tinted by the theme.

A button or action that was given an icon of ours is tinted anew by itself when the theme changes:
the icons that were handed out are known by their cache key, which a copy keeps.
"""

from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.theme import theme

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
APP = "tilik"  # the program's own icon, which keeps its colours
ICONS = tuple(sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem != APP))
_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly
RATIOS = (1.0, 2.0)  # pixels a unit for which an icon is drawn beforehand

Wish = tuple[str, str, int, str]  # name, token, size, token where it is switched on
_made: dict[tuple[str, Wish], QIcon] = {}  # (theme, wish) -> icon
_wishes: dict[int, Wish] = {}  # cache key -> what was asked for


@cache
def _renderer(name: str) -> QSvgRenderer:
    if name not in (*ICONS, APP):
        raise KeyError(name)
    return QSvgRenderer(str(FOLDER / f"{name}.svg"))


def _drawn(name: str, side: int, token: str = "") -> QImage:
    """Return the icon `side` pixels wide: as it is, or as a shape in the colour of `token`."""
    renderer = _renderer(name)
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    if token:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(image.rect(), theme().color(token))
    painter.end()
    return image


def icon_pixmap(name: str, token: str = "soft", size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Return the icon `name` in the colour of `token`, `size` units wide at `ratio` pixels each."""
    image = _drawn(name, round(size * ratio), token)
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def icon(name: str, token: str = "soft", size: int = 20, on: str = "") -> QIcon:
    """Return the icon `name` (one of ICONS) in the colour of `token`, dimmed where disabled.

    `on` is the token for a button that is checked, `token` where it is left out.
    """
    wish = (name, token, size, on or token)
    made = _made.get((theme().name, wish))
    if made is None:
        made = _made[(theme().name, wish)] = _make(wish)
        _wishes[made.cacheKey()] = wish
        _watch()
    return made


def _make(wish: Wish) -> QIcon:
    name, token, size, on = wish
    made = QIcon()
    for ratio in RATIOS:
        plain = icon_pixmap(name, token, size, ratio)
        made.addPixmap(plain)
        made.addPixmap(plain, QIcon.Mode.Selected)
        made.addPixmap(icon_pixmap(name, "disabled", size, ratio), QIcon.Mode.Disabled)
        if on != token:
            lit = icon_pixmap(name, on, size, ratio)
            made.addPixmap(lit, QIcon.Mode.Normal, QIcon.State.On)
    return made


@cache
def app_icon() -> QIcon:
    """Return the icon of the program, for the window and the task bar."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(QPixmap.fromImage(_drawn(APP, side)))
    return made


@cache
def _watch() -> None:
    theme().changed.connect(_tint_again)


def _tint_again() -> None:
    """Give every button and action of the window that shows an icon of ours its new tint."""
    app = QGuiApplication.instance()
    if not isinstance(app, QApplication):
        return
    for widget in app.allWidgets():
        _tint(widget)
        for action in widget.actions():
            _tint(action)
        for action in widget.findChildren(
            QAction, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            _tint(action)


def _tint(holder: Any) -> None:
    present = holder.icon() if hasattr(holder, "setIcon") else None
    if not isinstance(present, QIcon) or present.isNull():  # a message box has an icon of its own
        return
    wish = _wishes.get(present.cacheKey())
    if wish is not None:
        holder.setIcon(icon(*wish))
