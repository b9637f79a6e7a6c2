"""References to a table or a figure of the report, inside a sentence: "see Table 3"."""

import re
from collections.abc import Iterable

from app.report.blocks import Run

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""No text holds these: Unicode keeps them from ever being letters."""
_MARK = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")


def reference(name: str) -> str:
    """Return what stands for the number of a table or figure in words given to `text`."""
    return f"{_OPEN}{name}{_CLOSE}"


def split_references(words: str, *, bold: bool = False, italic: bool = False) -> Iterable[Run]:
    """Yield the runs of a line, a reference as a run of its own."""
    for number, part in enumerate(_MARK.split(words)):
        if number % 2:
            yield Run("", bold, italic, ref=part)
        elif part:
            yield Run(part, bold, italic)
