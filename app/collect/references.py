"""References of sources, by which the study cites them: W/KS-01, O-03."""

from collections.abc import Iterable

from app.language.words import say


class References:
    """Gives out references that are free, by the method's letter in the study's language."""

    def __init__(self, taken: Iterable[str], language: str) -> None:
        """Remember those that are `taken`."""
        self._taken = {reference.casefold() for reference in taken}
        self._language = language
        self._last: dict[str, int] = {}

    def next(self, method: str, informants: tuple[str, ...] = ()) -> str:
        """Return a free reference and take it: of its one informant, else the next number."""
        letter = say(f"study.letters.{method}", self._language) if method else "S"
        reference = f"{letter}/{informants[0]}" if len(informants) == 1 else self._number(letter)
        return self.take(reference)

    def take(self, wanted: str) -> str:
        """Return `wanted`, with a number behind it where it is taken, and take it."""
        reference, count = wanted, 1
        while reference.casefold() in self._taken:
            count += 1
            reference = f"{wanted} ({count})"
        self._taken.add(reference.casefold())
        return reference

    def is_taken(self, reference: str) -> bool:
        """Tell whether a source has that reference."""
        return reference.casefold() in self._taken

    def _number(self, letter: str) -> str:
        count = self._last.get(letter, 0) + 1  # none before it has become free meanwhile
        while self.is_taken(f"{letter}-{count:02d}"):
            count += 1
        self._last[letter] = count - 1
        return f"{letter}-{count:02d}"
