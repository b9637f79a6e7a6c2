"""What a report is to hold: its language, its sections in order, the displays chosen."""

from dataclasses import dataclass

SECTIONS = (
    "design",
    "codebook",
    "findings",
    "displays",
    "triangulation",
    "comparison",
    "conclusions",
    "reduction",
    "history",
)
"""Every section, in the order of the report; the last two are appendices."""

APPENDICES = ("reduction", "history")


@dataclass(frozen=True, slots=True)
class ReportRecipe:
    """How to write a report.

    `displays` are the ids of the saved displays to print; None prints all. `quotations` is how
    many quotations at most stand under one stance of a finding; 0 is no limit.
    """

    language: str = "en"
    sections: tuple[str, ...] = SECTIONS
    displays: tuple[int, ...] | None = None
    quotations: int = 0
