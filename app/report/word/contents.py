"""The table of contents and the lists of tables and figures: fields with what they show now."""

from collections.abc import Iterator, Mapping

from app.report.blocks import Heading
from app.report.document import ReportDocument
from app.report.numbers import Numbered
from app.report.word.xml import FIELD_ENDS, field, field_begins, linked, paragraph, run

DEEPEST = 3


def contents_xml(
    document: ReportDocument,
    captions: Mapping[str, Numbered],
    numbers: Mapping[str, str],
    style_ids: dict[str, str],
) -> Iterator[str]:
    """Yield the contents, then the lists of tables and of figures where there are any."""
    headings = [b for b in document.blocks if isinstance(b, Heading) and b.level <= DEEPEST]
    lines = [
        (
            style_ids[f"TOC {h.level}"],
            " ".join(p for p in (_dot(numbers[h.name], h), h.words) if p),
            h.name,
        )
        for h in headings
    ]
    yield from _list(document.say("contents"), 'TOC \\o "1-3" \\h \\z \\u', lines, style_ids)
    for kind, words in (("Table", "tables"), ("Figure", "figures")):
        found = [n for n in captions.values() if n.bookmark.startswith(f"_Ref{kind.lower()}")]
        rows = [
            (style_ids["table of figures"], f"{n.words}. {n.caption}", n.bookmark) for n in found
        ]
        heading = document.say(f"list_of_{words}")
        yield from _list(heading, f'TOC \\h \\z \\c "{kind}"', rows, style_ids)


def _dot(number: str, heading: Heading) -> str:
    return f"{number}." if heading.appendix and number else number


def _list(
    heading: str, instruction: str, lines: list[tuple[str, str, str]], style_ids: dict[str, str]
) -> Iterator[str]:
    if not lines:
        return
    yield paragraph(run(heading), style_ids["Contents heading"])
    for number, (style, words, name) in enumerate(lines):
        begin = field_begins(instruction, dirty=True) if number == 0 else ""
        page = field(f"PAGEREF {name} \\h", "")
        end = FIELD_ENDS if number == len(lines) - 1 else ""
        yield paragraph(begin + linked(run(f"{words}\t") + page, name) + end, style)
