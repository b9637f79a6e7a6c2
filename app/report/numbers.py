"""The numbers of headings, tables and figures: what Word counts by fields, counted here too."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.language.words import say
from app.report.blocks import Block, Figure, Heading, Table
from app.report.look import CHAPTER, CHAPTER_NUMBER, Look

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A table or a figure: its label and number, "Table 3", and the bookmark around them."""

    label: str
    number: int
    bookmark: str
    caption: str

    @property
    def words(self) -> str:
        """The label with the number."""
        return f"{self.label} {self.number}"


def captions(blocks: Sequence[Block], language: str) -> dict[str, Numbered]:
    """Number tables and figures, each from 1; by their names."""
    found: dict[str, Numbered] = {}
    counts = {"table": 0, "figure": 0}
    for block in blocks:
        if isinstance(block, Table | Figure):
            kind = "table" if isinstance(block, Table) else "figure"
            counts[kind] += 1
            label, number = say(f"report.{kind}", language), counts[kind]
            found[block.name] = Numbered(label, number, f"_Ref{kind}{number}", block.caption)
    return found


def heading_numbers(blocks: Sequence[Block], look: Look, language: str) -> dict[str, str]:
    """Return the number before each heading by its name; empty where it has none.

    A report counts 1, 1.1; a chapter is "Chapter IV" with 4.1 under it; appendices have letters or
    numbers of their own, and what stands under them none.
    """
    found: dict[str, str] = {}
    counts = [CHAPTER_NUMBER - 1 if look.shape == CHAPTER else 0, 0, 0, 0]
    appendices, inside = 0, False
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        if block.appendix:
            appendices, inside = appendices + 1, True
            found[block.name] = say("chapter.appendix_number", language, number=appendices)
            continue
        if not look.numbered or (inside and block.level > 1):
            found[block.name] = ""
            continue
        counts[block.level - 1] += 1
        counts[block.level :] = [0] * (4 - block.level)
        found[block.name] = _number(counts[: block.level], look, language)
    return found


def _number(counts: Sequence[int], look: Look, language: str) -> str:
    if len(counts) == 1 and look.shape == CHAPTER:
        return say("chapter.chapter_number", language, number=ROMAN[min(counts[0], 10)])
    return ".".join(str(count) for count in counts)
