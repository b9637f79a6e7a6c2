"""How a report looks: its shape, where source lines stand, its template."""

from dataclasses import dataclass
from pathlib import Path

REPORT, CHAPTER = "report", "chapter"
SHAPES = (REPORT, CHAPTER)
"""A research report of its own, or Chapter IV of a thesis with its appendices."""
CHAPTER_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Look:
    """`footnotes`: source lines stand in footnotes, else under what they speak of.

    `template` is a Word file whose styles, page and headers are taken; what it lacks is made.
    `numbered`: headings carry numbers.
    """

    shape: str = REPORT
    footnotes: bool = False
    template: Path | None = None
    numbered: bool = False
