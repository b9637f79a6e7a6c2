"""What a report is to hold: its shape and language, its sections in order, what is chosen of each.

A section is a module of `app.report.sections` with `write(study, document, recipe)`, and a line
here.
"""

from dataclasses import dataclass
from pathlib import Path

from app.report.look import CHAPTER, REPORT

METHOD, RESULTS, DISCUSSION, CONCLUSIONS = "method", "results", "discussion", "conclusions"


@dataclass(frozen=True, slots=True)
class Section:
    """A section by the name of its module and of its words, report.sections.NAME.

    `group` is the first-level heading of a research report that it stands under; none for an
    appendix. `shapes` are those that hold it unless the researcher chooses otherwise.
    """

    name: str
    group: str = ""
    shapes: tuple[str, ...] = (REPORT, CHAPTER)

    @property
    def is_appendix(self) -> bool:
        """Whether it stands at the end, numbered as an appendix."""
        return not self.group


REGISTRY = (
    Section("setting", METHOD, (CHAPTER,)),
    Section("design", METHOD, (REPORT,)),
    Section("data", RESULTS),
    Section("findings", RESULTS),
    Section("displays", RESULTS),
    Section("triangulation", RESULTS),
    Section("comparison", RESULTS),
    Section("discussion", DISCUSSION),
    Section("conclusions", CONCLUSIONS),
    Section("informants", "", (CHAPTER,)),
    Section("instruments", "", (CHAPTER,)),
    Section("transcripts", "", (CHAPTER,)),
    Section("reduction"),
    Section("source_triangulation", "", (CHAPTER,)),
    Section("technique_triangulation", "", (CHAPTER,)),
    Section("member_checks", "", (CHAPTER,)),
    Section("codebook"),
    Section("history"),
)
"""Every section, in the order of the report."""

BY_NAME = {section.name: section for section in REGISTRY}
SECTIONS = tuple(BY_NAME)
APPENDICES = tuple(section.name for section in REGISTRY if section.is_appendix)
TABLE, COMMENTS = "table", "comments"
TRANSCRIPTS = (TABLE, COMMENTS)
"""Transcripts with coding columns, or as running text with a comment for each coding."""


def order_of(shape: str) -> tuple[str, ...]:
    """Return all sections in the order of a shape.

    A chapter shows its tables and drawings before it tells the data.
    """
    names = list(SECTIONS)
    if shape == CHAPTER:
        names.remove("displays")
        names.insert(names.index("data"), "displays")
    return tuple(names)


def sections_of(shape: str) -> tuple[str, ...]:
    """Return the sections that a shape holds unless the researcher chooses otherwise, in order."""
    return tuple(name for name in order_of(shape) if shape in BY_NAME[name].shapes)


@dataclass(frozen=True, slots=True)
class ReportRecipe:
    """How to write a report.

    `sections` in their order; None are those of the shape. `displays` are the ids of the saved
    displays to print, `memos` those of the memos; None prints all displays, and all analytic memos.
    `quotations` is how many quotations at most stand under one stance of a finding; 0 is no limit.
    `transcripts` is one of TRANSCRIPTS. `footnotes`: source lines stand in footnotes. `template` is
    a Word file whose styles are taken. `live`: a Word file of that name that Tilik wrote before
    keeps what the researcher wrote in it.
    """

    language: str = "en"
    sections: tuple[str, ...] | None = None
    displays: tuple[int, ...] | None = None
    quotations: int = 0
    shape: str = REPORT
    memos: tuple[int, ...] | None = None
    transcripts: str = TABLE
    footnotes: bool = False
    template: Path | None = None
    live: bool = True

    @property
    def chosen(self) -> tuple[str, ...]:
        """The sections in their order, each once, appendices at the end."""
        given = sections_of(self.shape) if self.sections is None else self.sections
        wanted = dict.fromkeys(given)
        return (
            *(name for name in wanted if name not in APPENDICES),
            *(name for name in wanted if name in APPENDICES),
        )
