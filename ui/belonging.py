"""To whom a callback belongs: results that come back for a widget that is gone are for nobody."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

DEEP = 4  # callbacks in callbacks that are looked into


def is_for_nobody(callback: Any, deep: int = DEEP) -> bool:
    """Tell whether a callback is the method of a deleted object, or holds on to one.

    A room is deleted while the study stays open when the window speaks another language.
    """
    if isinstance(callback, QObject):
        return not isValid(callback)
    if deep == 0 or not callable(callback):
        return False
    if isinstance(callback, partial):
        return is_for_nobody(callback.func, deep - 1)
    held = [getattr(callback, "__self__", None)]
    for cell in getattr(callback, "__closure__", None) or ():
        try:
            held.append(cell.cell_contents)
        except ValueError:  # a name that has no value yet
            continue
    return any(is_for_nobody(one, deep - 1) for one in held)
