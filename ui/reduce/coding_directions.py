"""How the directions of a coding are said: affirms, denies, mixed."""

from PySide6.QtCore import QCoreApplication


def direction_options() -> list[tuple[object, str]]:
    """Return the directions with their words, in the order in which they are offered."""
    return [
        ("affirms", QCoreApplication.translate("Directions", "affirms")),
        ("denies", QCoreApplication.translate("Directions", "denies")),
        ("mixed", QCoreApplication.translate("Directions", "mixed")),
    ]
