"""The studies that were opened lately, the latest first."""

from pathlib import Path

from PySide6.QtCore import QSettings

KEPT = 12


def recent() -> list[Path]:
    """Return the recent studies that are still there."""
    return [path for path in _stored() if path.exists()]


def remember(path: Path) -> None:
    """Put `path` on top of the recent studies."""
    paths = [path.absolute(), *(p for p in _stored() if p != path.absolute())]
    QSettings().setValue("recent", [str(p) for p in paths[:KEPT]])


def forget_all() -> None:
    """Empty the list."""
    QSettings().remove("recent")


def _stored() -> list[Path]:
    stored = QSettings().value("recent", [])
    if isinstance(stored, str):
        stored = [stored]
    return [Path(str(path)) for path in stored or []]
