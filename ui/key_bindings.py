"""Keys that the researcher chose instead of those an action comes with; kept with the settings."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence

FIRST = "first_keys"
GROUP = "keys"


def key_id(action: QAction) -> str:
    """Return under which name the keys of an action are kept: the same in every language."""
    own = action.objectName()
    return own or f"{type(action.parent()).__name__}:{_first(action)}"


def take_up(actions: Iterable[QAction]) -> None:
    """Give actions the keys that were chosen for them; those they come with stay known."""
    for action in actions:
        if action.property(FIRST) is None:
            action.setProperty(FIRST, _said(action.shortcuts()))
        chosen = QSettings().value(f"{GROUP}/{key_id(action)}")
        if chosen is not None:
            action.setShortcuts(_heard(str(chosen)))


def choose(action: QAction, keys: Sequence[QKeySequence]) -> None:
    """Give an action other keys, from now on; none takes them away."""
    take_up([action])
    action.setShortcuts(list(keys))
    if _said(action.shortcuts()) == _first(action):
        QSettings().remove(f"{GROUP}/{key_id(action)}")
    else:
        QSettings().setValue(f"{GROUP}/{key_id(action)}", _said(keys))


def give_back(actions: Iterable[QAction]) -> None:
    """Give actions the keys again that they come with."""
    for action in actions:
        take_up([action])
        choose(action, _heard(_first(action)))


def is_own(action: QAction) -> bool:
    """Tell whether an action has other keys than those it came with."""
    return QSettings().value(f"{GROUP}/{key_id(action)}") is not None


def _first(action: QAction) -> str:
    first = action.property(FIRST)
    return _said(action.shortcuts()) if first is None else str(first)


def _said(keys: Iterable[QKeySequence]) -> str:
    form = QKeySequence.SequenceFormat.PortableText
    return " | ".join(key.toString(form) for key in keys if not key.isEmpty())


def _heard(words: str) -> list[QKeySequence]:
    return [QKeySequence(part) for part in words.split(" | ") if part]
