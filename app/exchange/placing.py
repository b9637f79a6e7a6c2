"""Where the excerpts of a coded spreadsheet stand in a text that the study has already."""

import re
from collections.abc import Callable, Iterator, Sequence

Place = tuple[int, int]
Speaker = Callable[[int, int], str]
"""Who says [start, end), as an informant's code; "" where that is not known, or nobody."""


def places(text: str, wanted: Sequence[tuple[str, str]], speaker: Speaker) -> list[Place | None]:
    """Return where each of `wanted` (words, informant's code) stands; None: put it under the text.

    Whole paragraphs come before words inside one, and no stretch is taken twice. Words that
    another informant says are not meant.
    """
    taken: set[Place] = set()
    found: list[Place | None] = []
    for words, informant in wanted:
        place = next(
            (
                place
                for place in _occurrences(text, words)
                if place not in taken and _fits(speaker(*place), informant)
            ),
            None,
        )
        if place is not None:
            taken.add(place)
        found.append(place)
    return found


def _fits(says: str, informant: str) -> bool:
    return not informant or not says or says.casefold() == informant.casefold()


def _occurrences(text: str, words: str) -> Iterator[Place]:
    """Yield where `words` are a whole paragraph, then where they are whole words of one."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    behind = r"(?!\w)" if words[-1:].isalnum() else ""
    spans = [match.span() for match in re.finditer(before + re.escape(words) + behind, text)]
    whole = [
        (start, end)
        for start, end in spans
        if (not start or text[start - 1] == "\n") and text[end : end + 1] in ("", "\n")
    ]
    yield from whole
    yield from (span for span in spans if span not in whole)
