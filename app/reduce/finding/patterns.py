"""Regular expressions over texts, which always come to an end: they are given a time."""

from collections.abc import Iterator
from time import monotonic
from typing import Any

from app.errors import UserError

SECONDS = 10.0
"""So long may one pattern take over all texts; what takes longer would hardly end at all."""


class Matcher:
    """One pattern, small letters and capitals alike, and the time that it still has."""

    def __init__(self, pattern: str, seconds: float = SECONDS) -> None:
        """Read the pattern. Raises UserError where it is not well formed."""
        import regex

        self.pattern = pattern
        self._seconds = seconds
        self._until = monotonic() + seconds
        try:
            self._compiled: Any = regex.compile(pattern, regex.IGNORECASE)
        except regex.error as error:
            place = min((error.pos or 0) + 1, len(pattern))
            raise UserError("searching.bad_pattern", pattern=pattern, place=place) from error
        except (RecursionError, OverflowError) as error:
            raise UserError("searching.pattern_too_slow", pattern=pattern) from error

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the pattern matches at least one character of `text`.

        Raises UserError where the time is over. Other threads run meanwhile.
        """
        left = self._until - monotonic()
        try:
            if left <= 0:
                raise TimeoutError
            for found in self._compiled.finditer(text, timeout=left, concurrent=True):
                if found.start() < found.end():
                    yield found.span()
        except TimeoutError as error:
            raise UserError("searching.pattern_too_slow", pattern=self.pattern) from error
