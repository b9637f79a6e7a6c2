"""Names and what stands for them: whole words replaced in what is shown and printed.

The texts themselves keep the names; `for_good` is what changes them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

CLITICS = ("nya", "lah", "kah", "pun", "ku", "mu")
"""What Indonesian writes onto a word: in "Imasnya" the name is Imas."""
SHORTEST_WITH_CLITIC = 3
_NO_MARK = r"(?![\w\u0300-\u036f])"


@dataclass(frozen=True, slots=True)
class Found:
    """A name at [start, end) of a text, in code points, and what is to stand there."""

    start: int
    end: int
    name: str
    replacement: str


@dataclass(frozen=True)
class Names:
    """Pairs of a name and its replacement. Without pairs nothing is replaced."""

    pairs: tuple[tuple[str, str], ...] = ()

    def apply(self, text: str) -> str:
        """Return `text` with every name, a whole word or several, replaced.

        The longest name goes first; one in capital letters is replaced in capital letters. Marks on
        letters may be written in one code point or two; blanks between words may be any.
        """
        if not self.pairs or not text:
            return text
        parts, at = [], 0
        for found in self.found(text):
            parts += [text[at : found.start], found.replacement]
            at = found.end
        return "".join((*parts, text[at:])) if at else text

    def found(self, text: str) -> Iterator[Found]:
        """Yield where names stand in a text, from its beginning, without overlap."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            said = match["name"]
            name, replacement = self._said[_plain(said)]
            capitals = said.isupper() and not name.isupper()
            yield Found(
                match.start("name"),
                match.end("name"),
                name,
                replacement.upper() if capitals else replacement,
            )

    @cached_property
    def _said(self) -> dict[str, tuple[str, str]]:
        """The pair by each way in which its name may be written."""
        ways: dict[str, tuple[str, str]] = {}
        for pair in self.pairs:
            ways.setdefault(_plain(pair[0]).upper(), pair)
        return ways | {_plain(pair[0]): pair for pair in self.pairs}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        return _pattern(frozenset(self._said)) if self._said else None


NO_NAMES = Names()


@lru_cache(maxsize=16)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of names, the longest first; it is tried only where one can begin."""
    ways = {form for name in names for form in _forms(name)}
    ordered = sorted(ways, key=lambda way: (-len(way), way))
    first = "".join(sorted({re.escape(way[0]) for way in ordered}))
    words = "|".join(_one(way) for way in ordered)
    return re.compile(rf"(?<!\w)(?=[{first}])(?P<name>{words})")


def _one(way: str) -> str:
    words = r"\s+".join(map(re.escape, way.split(" ")))
    clitics = "|".join((*CLITICS, *map(str.upper, CLITICS)))
    after = rf"(?=(?:{clitics}){_NO_MARK})" if len(way) >= SHORTEST_WITH_CLITIC else None
    return f"{words}(?:{_NO_MARK}|{after})" if after else f"{words}{_NO_MARK}"


def _forms(name: str) -> set[str]:
    return {unicodedata.normalize(form, name) for form in ("NFC", "NFD")}


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))
