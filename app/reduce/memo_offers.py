"""What is offered after an `@` in a memo: by the words typed, the likeliest first."""

from collections.abc import Sequence

from app.language.lemmas import fold
from app.reduce.memo_things import Thing, linkable
from app.study import Study

MOST = 12
LONGEST = 40
"""Characters after an `@` in which something is looked for."""


class Offers:
    """All that can be named, made ready to be looked through at every key."""

    def __init__(self, things: Sequence[Thing]) -> None:
        """Fold the names once; an order among `things` stays where two fit as well."""
        self._things = [(fold(t.name), fold(f"{t.name} {t.more}"), t) for t in things]

    def found(self, words: str, most: int = MOST) -> list[Thing]:
        """Return what fits all of `words`: names that begin so, then words that do, then others."""
        parts = fold(words).split()
        ranked: list[tuple[int, int, Thing]] = []
        for number, (name, whole, thing) in enumerate(self._things):
            if all(part in whole for part in parts):
                ranked.append((_rank(parts, name, whole), number, thing))
        ranked.sort(key=lambda each: each[:2])
        return [thing for _, _, thing in ranked[:most]]


def read_offers(study: Study) -> Offers:
    """Read all that a memo can name. Some tens of milliseconds on a large study."""
    return Offers(linkable(study))


def asked(text: str, at: int) -> tuple[int, str] | None:
    """Return where the `@` stands whose words are being typed at `at`, and these words; or None.

    Positions are code points. An `@` inside a word (an address) and one that already is a mark
    ask nothing; nor does one that is on another line, or far away.
    """
    begin = text.rfind("@", max(0, at - LONGEST - 1), at)
    if begin < 0:
        return None
    words = text[begin + 1 : at]
    inside = begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in "._%+-")
    if inside or "\n" in words or words.startswith(("[", " ")) or "  " in words:
        return None
    return begin, words


def _rank(parts: Sequence[str], name: str, whole: str) -> int:
    if not parts or name.startswith(" ".join(parts)):
        return 0
    begins = all(name.startswith(part) or f" {part}" in name for part in parts)
    if begins:
        return 1
    return 2 if all(part in name for part in parts) else 3
