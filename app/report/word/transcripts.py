"""Transcripts as running text, each coding a comment on its words."""

from collections.abc import Iterator
from itertools import accumulate

from app.report.blocks import Transcript
from app.report.word.notes import Remarks
from app.report.word.xml import bookmarked, paragraph, run


def transcript_xml(
    block: Transcript, style: str, remarks: Remarks, marks: Iterator[int], anchored: set[str]
) -> Iterator[str]:
    """Yield a paragraph for each line: who speaks, a tab, the words with their comments."""
    numbers = [remarks.add(each.author, each.date, each.words) for each in block.remarks]
    cuts: dict[int, list[tuple[int, str]]] = {}
    for number, each in zip(numbers, block.remarks, strict=True):
        cuts.setdefault(each.start, []).append((1, f'<w:commentRangeStart w:id="{number}"/>'))
        cuts.setdefault(each.end, []).append((0, remarks.end(number)))
    places = sorted(cuts)
    starts = [0, *accumulate(len(words) + 1 for _, words in block.lines)]
    at = 0
    for number, (speaker, words) in enumerate(block.lines):
        begin, end = starts[number], starts[number] + len(words)
        pieces, here = [], begin
        # A comment that ends with a line's end ends in it, not at the head of the next one.
        while at < len(places) and places[at] <= end:
            cut = places[at]
            pieces.append(run(words[here - begin : cut - begin]))
            pieces += (mark for _, mark in sorted(cuts[cut], key=lambda found: found[0]))
            here, at = cut, at + 1
        pieces.append(run(words[here - begin :]))
        name = block.places[number]
        inside = run(speaker, bold=True) + "<w:r><w:tab/></w:r>" + "".join(pieces)
        if name and name not in anchored:
            anchored.add(name)
            inside = bookmarked(inside, name, next(marks))
        yield paragraph(inside, style)
