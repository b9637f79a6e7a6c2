"""Whether a window can be shown at all; imports nothing of Qt, so that it can say so in words."""

import ctypes
import os
import sys

from app.language.words import say

_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def what_is_missing() -> str:
    """Return one sentence on what stands between Tilik and a window; empty where nothing does."""
    if not sys.platform.startswith("linux"):
        return ""
    packages = _missing(_LIBRARIES)
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith(("offscreen", "minimal", "vnc")):
        return _install(packages)
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return say("cli.no_screen", _language())
    if not os.environ.get("WAYLAND_DISPLAY"):
        packages += _missing(_FOR_X11)
    return _install(packages)


def _install(packages: list[str]) -> str:
    if not packages:
        return ""
    return say("cli.missing_libraries", _language(), packages=" ".join(packages))


def _missing(libraries: dict[str, str]) -> list[str]:
    missing = []
    for name, package in libraries.items():
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(package)
    return missing


def _language() -> str:
    return (os.environ.get("LC_ALL") or os.environ.get("LANG") or "en")[:2]
