"""Names by their pattern in one text: behind a title, or with a capital inside a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.reduce.names.ordinary import (
    PILGRIM_TITLES,
    POSTS,
    SHORTENED,
    TITLES,
    in_a_table,
    never_names,
)
from app.reduce.names.replacing import CLITICS

TITLE, CAPITAL = "title", "capital"
MOST_WORDS = 4
"""A name has no more words than this; the rest is a name of its own."""

_TAILS = "(?:s|m|d|t|ll|re|ve|nya|lah|kah|pun|ku|mu)(?!\\w)"
"""What is written onto a name with an apostrophe or a hyphen and is no part of it."""
_WORD = re.compile(rf"(?<!\w)(?=[^\W\d_a-z])[^\W\d_]+(?:['’-](?!{_TAILS})[^\W\d_]+)*(?![\d_])")
_SMALL = re.compile(r"(?<!\w)[a-z][^\W\d_]*")
_BETWEEN = re.compile(r"[^\S\n]{1,2}")
_ENDS = frozenset('.!?:;…•*–—([{"“”‘«»|/=+#>-\t')


@dataclass(frozen=True, slots=True)
class Run:
    """Words at [start, end) that may be a name; `sure` is how it was told: TITLE, CAPITAL or "".

    An empty `sure` is one that begins a sentence: it only counts where it is a name elsewhere.
    """

    start: int
    end: int
    sure: str


def small_words(text: str) -> set[str]:
    """Return the words that stand in a text in small letters."""
    return set(_SMALL.findall(text))


def runs(text: str, also_small: frozenset[str]) -> Iterator[Run]:
    """Yield what may be names in a text; `also_small` are words that stand in small letters too.

    A word of a look-up table that begins a sentence ("Kemarin Budi") is no part of a name. Behind a
    title only posts and stop words are no names, for a name may be a word as well.
    """
    words: list[re.Match[str]] = []
    sure = ""
    for found in _WORD.finditer(text):
        if words and not _joined(text, words[-1].end(), found.start(), len(words)):
            yield Run(words[0].start(), words[-1].end(), sure)
            words = []
        titled = not words and _behind_title(text, found.start())
        if not _may_be(found[0], also_small, titled=titled or sure == TITLE):
            if words:
                yield Run(words[0].start(), words[-1].end(), sure)
            words, sure = [], ""
            continue
        if len(words) == 1 and sure == "" and in_a_table(words[0][0]):
            yield Run(words[0].start(), words[0].end(), sure)
            words, sure = [found], CAPITAL
            continue
        if not words:
            sure = TITLE if titled else "" if _begins(text, found.start()) else CAPITAL
        words.append(found)
    if words:
        yield Run(words[0].start(), words[-1].end(), sure)


def _joined(text: str, end: int, start: int, count: int) -> bool:
    return count < MOST_WORDS and _BETWEEN.fullmatch(text, end, start) is not None


def _may_be(word: str, also_small: frozenset[str], *, titled: bool) -> bool:
    small = word.lower()
    if len(word) < 2 or small in TITLES or small in PILGRIM_TITLES or small in POSTS:
        return False
    if not titled and (word.isupper() or small in also_small):
        return False
    bare = {small, small.removesuffix("s"), *(small.removesuffix(tail) for tail in CLITICS)}
    return bare.isdisjoint(never_names())


def _behind_title(text: str, at: int) -> bool:
    """Tell whether a title stands before `at`: "Pak ", "Dr. ", "Hj. "."""
    before = re.search(r"(?<!\w)(\w{1,9})(\.?)[^\S\n]{1,2}$", text[max(0, at - 14) : at])
    if before is None:
        return False
    small = before[1].lower()
    if small in PILGRIM_TITLES:
        return bool(before[2]) and before[1][0].isupper()
    if before[2] and small not in SHORTENED:
        return False
    return small in TITLES and (before[1][0].isupper() or small in ("pak", "bu"))


def _begins(text: str, at: int) -> bool:
    """Tell whether a sentence begins at `at`: there every word has its capital."""
    before = text[max(0, at - 6) : at].rstrip(" \u00a0'’")
    return at == 0 or not before or before[-1] in _ENDS or before[-1] == "\n"
