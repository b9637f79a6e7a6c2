"""The researcher's own words: simple Markdown (bold, italic, lists) as blocks of a report."""

import re
from collections.abc import Callable, Iterator

from app.report.blocks import Block, Item, Paragraph, Run
from app.report.references import split_references

_ITEM = re.compile(
    r"^(?P<blank>[ \t]*)(?:(?P<bullet>[-*•])|(?P<number>\d{1,3})[.)])[ \t]+(?P<rest>\S.*)$"
)
_MARKS = re.compile(
    r"\\([*_\\])"
    r"|(?<!\*)\*\*\*(?=\S)(.+?)(?<=\S)\*\*\*(?!\*)"
    r"|(?<!\*)\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)"
    r"|(?<![\*\w])\*(?=\S)([^*]+?)(?<=\S)\*(?![\*\w])"
    r"|(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"
)


def written_blocks(words: str, next_list: Callable[[], int]) -> list[Block]:
    """Return the blocks of a text: a paragraph each line, items where a line begins as one."""
    found: list[Block] = []
    list_number = 0
    for line in words.strip("\n").split("\n"):
        item = _ITEM.match(line)
        if item is None:
            list_number = 0
            if line.strip():
                found.append(Paragraph(tuple(runs_of(line.strip()))))
            continue
        numbered = item["number"] is not None
        if not list_number or (numbered and item["number"] == "1" and not item["blank"]):
            list_number = next_list()
        depth = min(2, len(item["blank"].expandtabs(4)) // 2)
        found.append(Item(tuple(runs_of(item["rest"])), numbered, depth, list_number))
    return found


def runs_of(line: str, *, bold: bool = False, italic: bool = False) -> Iterator[Run]:
    """Yield the runs of a line with its **bold** and *italic* words; others stand as they are."""
    at = 0
    for found in _MARKS.finditer(line):
        yield from split_references(line[at : found.start()], bold=bold, italic=italic)
        at = found.end()
        escaped, both, strong, starred, underscored = found.groups()
        if escaped:
            yield Run(escaped, bold, italic)
        elif both:
            yield from runs_of(both, bold=True, italic=True)
        elif strong:
            yield from runs_of(strong, bold=True, italic=italic)
        else:
            yield from runs_of(starred or underscored, bold=bold, italic=True)
    yield from split_references(line[at:], bold=bold, italic=italic)


def plain_words(line: str) -> str:
    """Return a line without its marks."""
    return "".join(run.words for run in runs_of(line))
