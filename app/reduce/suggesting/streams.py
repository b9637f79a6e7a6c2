"""The texts as streams of lemmas with their positions, so that any span has its words at once.

Read once for each text, and again only where a text has changed. Everything stays on this machine
and in memory. Positions are code points, half-open.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from sqlalchemy import Connection, select

from app.language.lemmas import SPOKEN, fold, lemmas, stop_words
from app.language.sentences import sentences
from app.reduce.finding.lemma_index import lemmas_of_language
from app.reduce.finding.units import after_label
from app.reduce.finding.voices import Said, read_voices
from app.reduce.overlaps import Ints
from app.reduce.suggesting.weighing import Weights, weights
from app.reduce.words.stop_words import own_stop_words
from app.study import Study
from models.collection import Source

WORD = re.compile(r"[^\W\d_]+")
PARAGRAPH = re.compile(r"[^\n]+")
SHORTEST = 2
FEWEST = 3
"""A sentence with fewer words that say something is not offered by itself."""


@dataclass(frozen=True, eq=False, slots=True)
class Stream:
    """The words of one source that say something, and the sentences that can be suggested.

    `at` is where each word begins and `lemma` its number in the vocabulary; `start` and `end` are
    those of the sentences, in order, and `turn` is where the turn (or paragraph) of each begins.
    """

    key: tuple[object, ...]
    at: Ints
    lemma: Ints
    start: Ints
    end: Ints
    turn: Ints


@dataclass(eq=False, slots=True)
class Streams:
    """The streams of all sources of a study and their common vocabulary."""

    vocabulary: dict[str, int] = field(default_factory=dict)
    of: dict[int, Stream] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    """The number of each word form, folded; -1 for one that says nothing by itself."""
    told: tuple[object, ...] = ()
    guard: Lock = field(default_factory=Lock)
    table: "Table | None" = None

    def sentences(self) -> "Table":
        """Return all sentences as weighed rows."""
        with self.guard:
            if self.table is None:
                self.table = _table(self)
            return self.table

    def weights(self) -> Weights:
        """Return the weights of the lemmas over all sentences."""
        return self.sentences().weights


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """All sentences: the source, start, end and turn of each, and its weighed lemmas as a row."""

    weights: Weights
    rows: Any
    source: Ints
    start: Ints
    end: Ints
    turn: Ints


_kept: WeakKeyDictionary[Study, Streams] = WeakKeyDictionary()
_keeping = Lock()


def streams(study: Study) -> Streams:
    """Return the streams of a study as its texts are now. The first call takes its time."""
    with _keeping:
        kept = _kept.setdefault(study, Streams())
    with kept.guard:
        stops = _says_little() | {fold(word) for word in own_stop_words(study)}
        told = (frozenset(stops),)
        if kept.told != told:
            kept.of.clear()
            kept.numbers.clear()
            kept.told = told
        with study.read() as connection:
            changed = _changed(study, connection, kept)
        _know_words(study, kept, [study.texts.of(source) for source in changed], stops)
        if changed:
            kept.table = None
        for source, (key, turns) in changed.items():
            text = study.texts.of(source)
            spans = _sentences(text, turns, study.language)
            kept.of[source] = _stream(key, _words(text, kept.numbers), spans)
    return kept


Key = tuple[object, ...]


@cache
def _says_little() -> frozenset[str]:
    return frozenset(fold(word) for spoken in SPOKEN for word in stop_words(spoken))


def _changed(
    study: Study, connection: Connection, kept: Streams
) -> dict[int, tuple[Key, Sequence[Said]]]:
    """Return the sources whose stream is not there or no longer right; forget those gone."""
    sources = list(connection.scalars(select(Source.id).order_by(Source.id)))
    voices = read_voices(connection, set(sources))
    for gone in set(kept.of) - set(sources):
        del kept.of[gone]
        kept.table = None
    found: dict[int, tuple[Key, Sequence[Said]]] = {}
    for source in sources:
        text, turns = study.texts.of(source), voices[source].turns
        key = (len(text), hash(text), hash(tuple(turns)))
        known = kept.of.get(source)
        if known is None or known.key != key:
            found[source] = (key, turns)
    return found


def _know_words(
    study: Study, kept: Streams, texts: Collection[str], stops: Collection[str]
) -> None:
    """Number the forms of words that are new in `texts`: in the study's language, else the other.

    What the index of lemmas has is taken from there; the rest is looked up, and not kept.
    """
    new = {form: fold(form) for text in texts for form in WORD.findall(text)}
    for form in kept.numbers.keys() & new.keys():
        del new[form]
    known = {word: word for word in new.values() if len(word) >= SHORTEST and word not in stops}
    for language in sorted(SPOKEN, key=lambda spoken: spoken != study.language):
        there = lemmas_of_language(study, language)
        still = [word for word, lemma in known.items() if lemma == word]
        missing = [word for word in still if word not in there]
        there |= dict(zip(missing, lemmas(missing, language), strict=True))
        known |= {word: there[word] for word in still}
    for form, word in new.items():
        lemma = known.get(word)
        numbered = kept.vocabulary.setdefault(lemma, len(kept.vocabulary)) if lemma else -1
        kept.numbers[form] = numbered


def _words(text: str, numbers: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Return where the words of a text begin and their numbers, without those that say nothing."""
    found = [(match.start(), numbers[match[0]]) for match in WORD.finditer(text)]
    told = [pair for pair in found if pair[1] >= 0]
    return [at for at, _ in told], [number for _, number in told]


def _sentences(text: str, turns: Collection[Said], language: str) -> list[tuple[int, int, int]]:
    """Return the sentences of those who are asked, and where the turn of each begins.

    Of a text without turns they are all sentences, and its paragraphs stand for turns.
    """
    if turns:
        spans = [(after_label(text, t), t.end) for t in turns if not t.is_researcher]
    else:
        spans = [(match.start(), match.end()) for match in PARAGRAPH.finditer(text)]
    return [
        (low + a, low + b, low)
        for low, high in spans
        for a, b in sentences(text[low:high], language)
    ]


def _stream(
    key: Key, words: tuple[list[int], list[int]], spans: list[tuple[int, int, int]]
) -> Stream:
    at, lemma = (np.array(column, dtype=np.int64) for column in words)
    start, end, turn = (np.array([span[n] for span in spans], dtype=np.int64) for n in range(3))
    size = np.searchsorted(at, end) - np.searchsorted(at, start)
    enough = size >= FEWEST
    return Stream(key, at, lemma, start[enough], end[enough], turn[enough])


def counted(kept: Streams, spans: Collection[tuple[int, int, int]]) -> Any:
    """Return how often each lemma stands in each span (source, start, end): a sparse matrix."""
    from scipy.sparse import csr_matrix

    columns, ends = [], [0]
    for source, start, end in spans:
        stream = kept.of.get(source)
        size = 0
        if stream is not None:
            low, high = np.searchsorted(stream.at, (start, end))
            columns.append(stream.lemma[low:high])
            size = int(high - low)
        ends.append(ends[-1] + size)
    flat = np.concatenate(columns) if columns else np.array([], dtype=np.int64)
    shape = (len(spans), len(kept.vocabulary))
    found = csr_matrix((np.ones(len(flat)), flat, ends), shape=shape)
    found.sum_duplicates()
    return found


def _table(kept: Streams) -> Table:
    from scipy.sparse import csr_matrix

    where, sizes = [_NOTHING], [_NOTHING]
    for stream in kept.of.values():
        low, high = np.searchsorted(stream.at, stream.start), np.searchsorted(stream.at, stream.end)
        size = high - low
        before = np.cumsum(size) - size
        where.append(stream.lemma[np.arange(int(size.sum())) + np.repeat(low - before, size)])
        sizes.append(size)
    borders = np.concatenate(([0], np.cumsum(np.concatenate(sizes))))
    flat = np.concatenate(where)
    shape = (len(borders) - 1, len(kept.vocabulary))
    counts = csr_matrix((np.ones(len(flat)), flat, borders), shape=shape)
    counts.sum_duplicates()
    weighed = weights(counts)
    return Table(
        weighed,
        weighed.of(counts),
        np.concatenate([_NOTHING, *(np.full(len(s.start), n) for n, s in kept.of.items())]),
        np.concatenate([_NOTHING, *(stream.start for stream in kept.of.values())]),
        np.concatenate([_NOTHING, *(stream.end for stream in kept.of.values())]),
        np.concatenate([_NOTHING, *(stream.turn for stream in kept.of.values())]),
    )


_NOTHING = np.array([], dtype=np.int64)
