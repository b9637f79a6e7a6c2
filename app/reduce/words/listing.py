"""The word list and the key terms: what is said often, and what one group says more than others.

Key terms are ranked by the log-likelihood ratio (Dunning 1993): how unlikely the difference in
frequency between a group and the rest of the study would be if both spoke alike.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from math import log

from app.language.lemmas import fold
from app.reduce.words.counting import Counted, Key


class Everything(Enum):
    """Stands for all groups together: None is the group without a role or site."""

    ALL = "all"


ALL = Everything.ALL

LEAST = 2
"""A word that stands only once in a group is no key term."""

SIGNIFICANT = 3.84
"""From this on a difference is significant at 5 % (chi-squared, one degree of freedom)."""


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word, or a lemma with its forms, the most frequent first; `groups` says in how many."""

    word: str
    count: int
    per_thousand: float
    groups: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A word that a group says more often than the rest: how often, and how surprising that is."""

    word: str
    count: int
    per_thousand: float
    rest: int
    rest_per_thousand: float
    score: float
    forms: tuple[str, ...]

    @property
    def significant(self) -> bool:
        """Whether so large a difference would be rare by chance (5 %)."""
        return self.score >= SIGNIFICANT


class Listing:
    """Counted words as they are listed: without stop words, each form alone or by lemma."""

    def __init__(
        self,
        counted: Counted,
        stop: Collection[str] = (),
        lemmas: Mapping[str, str] | None = None,
    ) -> None:
        """Leave out `stop`; with `lemmas` (by folded word) count the forms of one together."""
        self.counted = counted
        self.by_lemma = lemmas is not None
        self._sizes = {group.key: group.words for group in counted.groups}
        self._forms: dict[str, Counter[str]] = {}
        self._counts: dict[Key, Counter[str]] = {}
        for key, words in counted.counts.items():
            own = self._counts[key] = Counter()
            for word, count in words.items():
                if word in stop:
                    continue
                name = word if lemmas is None else lemmas.get(fold(word), word)
                if name in stop:
                    continue
                own[name] += count
                self._forms.setdefault(name, Counter())[word] += count
        self._all: Counter[str] = Counter()
        for own in self._counts.values():
            self._all.update(own)

    def words(self, group: Key | Everything = ALL) -> list[WordRow]:
        """Return the words of a group, or of all, the most frequent first."""
        counts = self._all if isinstance(group, Everything) else self._of(group)
        size = self._size(group)
        spread: Counter[str] = Counter()
        for own in self._counts.values():
            spread.update(own.keys())
        rows = [
            WordRow(word, n, _per_thousand(n, size), spread[word], self._shown(word))
            for word, n in counts.items()
        ]
        return sorted(rows, key=lambda row: (-row.count, row.word))

    def key_terms(self, group: Key) -> list[KeyTerm]:
        """Return the words that a group says more often than the rest of the study does."""
        size = self._size(group)
        rest_size = self._size(ALL) - size
        terms = []
        for word, count in self._of(group).items():
            rest = self._all[word] - count
            more = count * rest_size > rest * size
            if count < LEAST or not more:
                continue
            terms.append(
                KeyTerm(
                    word=word,
                    count=count,
                    per_thousand=_per_thousand(count, size),
                    rest=rest,
                    rest_per_thousand=_per_thousand(rest, rest_size),
                    score=log_likelihood(count, rest, size, rest_size),
                    forms=self._shown(word),
                )
            )
        return sorted(terms, key=lambda term: (-term.score, term.word))

    def _of(self, group: Key) -> Counter[str]:
        return self._counts.get(group, Counter())

    def _size(self, group: Key | Everything) -> int:
        if isinstance(group, Everything):
            return sum(self._sizes.values())
        return self._sizes.get(group, 0)

    def _shown(self, word: str) -> tuple[str, ...]:
        return tuple(form for form, _ in self._forms[word].most_common(12))


def log_likelihood(count: int, rest: int, size: int, rest_size: int) -> float:
    """Return G² for a word that stands `count` times in `size` words and `rest` in `rest_size`.

    Dunning 1993, equation for two binomials, in the two-cell form that corpus linguistics uses: 0
    where both are as frequent.
    """
    if not size or not rest_size or not count + rest:
        return 0.0
    share = (count + rest) / (size + rest_size)
    return 2 * sum(
        seen * log(seen / (words * share))
        for seen, words in ((count, size), (rest, rest_size))
        if seen
    )


def _per_thousand(count: int, size: int) -> float:
    return 1000 * count / size if size else 0.0
