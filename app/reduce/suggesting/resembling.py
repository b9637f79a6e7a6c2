"""Passages that resemble what was coded with a code: offered, never coded by themselves.

Each sentence, each excerpt and the code's own words (name, definition, when to use it) is a row of
weighed lemmas. A passage is as good as its likeness to the middle of the code's excerpts (Rocchio
1971), with some weight for the code's own words, less its likeness to what is coded otherwise. That
the one excerpt that is most alike counts besides made suggestions worse (benchmarks/README.md).
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, select

from app.errors import UserError
from app.language.lemmas import fold
from app.reduce.citation import letter
from app.reduce.code_tree import read_tree
from app.reduce.overlaps import Ints
from app.reduce.suggesting.streams import WORD, Streams, counted, streams
from app.reduce.suggesting.weighing import Floats, middle
from app.study import Study
from models.collection import Source
from models.reduction import Code, Coding, Excerpt, Refusal

Place = tuple[int, int, int]
OWN_WORDS, OTHERS = 0.3, 0.3
"""What the code's own words and other codes weigh beside the middle."""
MOST = 20
OF_A_TURN = 2
"""So many sentences of one turn are offered at a time: where it begins is soon seen."""
AROUND = 0.3
NAMED = 4
"""So many words are named that speak for a suggestion."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence that may belong to a code; `words` are the lemmas that speak most for it."""

    source_id: int
    start: int
    end: int
    score: float
    quote: str
    reference: str
    method: str
    method_letter: str
    line: int
    words: tuple[str, ...]


def suggest(
    study: Study, code_id: int, limit: int = MOST, language: str | None = None
) -> list[Suggestion]:
    """Return the sentences that resemble a branch's excerpts most, the best first.

    Sentences that are coded with the branch already, or were refused for it, are left out, and so
    are the words of the researcher. Raises UserError where the code is gone. The first call reads
    all texts: not for the GUI thread.
    """
    with study.read() as connection:
        tree = read_tree(connection)
        if code_id not in tree.parents:
            raise UserError("reduce.no_such_code")
        branch = set(tree.branch(code_id))
        coded = read_coded(connection)
        own = sorted({place for code, place in coded if code in branch})
        others = sorted({place for code, place in coded if code not in branch} - set(own))
        taken = [*own, *_refused(connection, branch)]
        described = _described(connection, code_id)
    kept = streams(study)
    sentences = Sentences(kept)
    wanted = sentences.like(own, others, described)
    scores = sentences.scored(wanted)
    scores[sentences.touched(taken)] = 0.0
    best = _best(sentences, scores, limit)
    return _told(study, sentences, wanted, best, scores, language or study.language)


class Sentences:
    """All sentences as weighed rows, with the source, start and end of each."""

    def __init__(self, kept: Streams) -> None:
        """Weigh the sentences of these texts."""
        table = kept.sentences()
        self.kept, self.weights = kept, table.weights
        self.source, self.start, self.end = table.source, table.start, table.end
        self.turn = table.turn
        self.rows: Any = table.rows

    def like(self, own: Sequence[Place], others: Sequence[Place], described: str) -> Floats:
        """Return the weight of each lemma: like excerpts and words, unlike those of other codes."""
        mine = self.weights.of(counted(self.kept, own))
        name = _counts_of_words(self.kept, described)
        lemmas = middle(mine) + OWN_WORDS * middle(self.weights.of(name))
        if own and others:
            lemmas = lemmas - OTHERS * middle(self.weights.of(counted(self.kept, others)))
        return lemmas

    def scored(self, lemmas: Floats) -> Floats:
        """Return how alike each sentence is to lemmas; one that shares none is not at all."""
        scores: Floats = np.asarray(self.rows @ lemmas).ravel()
        found: Floats = np.where(scores > 0, scores + AROUND * self._around(scores), 0.0)
        return found

    def _around(self, scores: Floats) -> Floats:
        """Return the mean score of the turn of each sentence: what is said around it."""
        if not len(scores):
            return scores
        new = (np.diff(self.turn) != 0) | (np.diff(self.source) != 0)
        turn = np.concatenate(([0], np.cumsum(new)))
        found: Floats = (np.bincount(turn, scores) / np.bincount(turn))[turn]
        return found

    def touched(self, places: Collection[Place]) -> Ints:
        """Return the numbers of the sentences that share a character with one of `places`."""
        found = [np.array([], dtype=np.int64)]
        for source, start, end in places:
            low, high = np.searchsorted(self.source, (source, source + 1))
            first = low + np.searchsorted(self.end[low:high], start, side="right")
            last = low + np.searchsorted(self.start[low:high], end, side="left")
            found.append(np.arange(first, last))
        return np.concatenate(found)


def _best(sentences: Sentences, scores: Floats, limit: int) -> list[int]:
    """Return the numbers of the highest scores above nothing, of a turn only the best few."""
    found: list[int] = []
    offered: Counter[tuple[int, int]] = Counter()
    for number in np.argsort(-scores, kind="stable").tolist():
        if len(found) == limit or scores[number] <= 0:
            break
        turn = (int(sentences.source[number]), int(sentences.turn[number]))
        if offered[turn] < OF_A_TURN:
            offered[turn] += 1
            found.append(number)
    return found


def _told(
    study: Study,
    sentences: Sentences,
    wanted: Floats,
    best: Sequence[int],
    scores: Floats,
    language: str,
) -> list[Suggestion]:
    with study.read() as connection:
        rows = connection.execute(select(Source.id, Source.reference, Source.method))
        sources = {row.id: row for row in rows}
    names = list(sentences.kept.vocabulary)
    found = []
    for number in best:
        source, start = int(sentences.source[number]), int(sentences.start[number])
        end, row = int(sentences.end[number]), sentences.rows[number]
        share = row.data * wanted[row.indices]
        order = np.argsort(-share, kind="stable")[:NAMED]
        found.append(
            Suggestion(
                source_id=source,
                start=start,
                end=end,
                score=float(scores[number]),
                quote=study.texts.quote(source, start, end),
                reference=sources[source].reference,
                method=sources[source].method,
                method_letter=letter(sources[source].method, language),
                line=study.texts.line_of(source, start),
                words=tuple(names[row.indices[n]] for n in order if share[n] > 0),
            )
        )
    return found


# --- what is coded ---------------------------------------------------------------------------


def read_coded(connection: Connection) -> list[tuple[int, Place]]:
    """Return the code and the place of each coding, without what was set aside."""
    query = (
        select(Coding.code_id, Excerpt.source_id, Excerpt.start, Excerpt.end)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(~Excerpt.set_aside)
    )
    return [(row[0], (row[1], row[2], row[3])) for row in connection.execute(query)]


def _refused(connection: Connection, codes: Collection[int]) -> list[Place]:
    query = select(Refusal.source_id, Refusal.start, Refusal.end)
    rows = connection.execute(query.where(Refusal.code_id.in_(codes)))
    return [(row[0], row[1], row[2]) for row in rows]


def read_refused(connection: Connection, place: Place) -> set[int]:
    """Return the codes that were refused for words of a place."""
    source, start, end = place
    query = select(Refusal.code_id).where(Refusal.source_id == source)
    return set(connection.scalars(query.where(Refusal.start < end, Refusal.end > start)))


def _described(connection: Connection, code_id: int) -> str:
    """Return the words of a code itself: its name and what the codebook says of it."""
    query = select(Code.name, Code.definition, Code.when_to_use, Code.typical_example)
    row = connection.execute(query.where(Code.id == code_id)).one()
    return " ".join(row)


def _counts_of_words(kept: Streams, words: str) -> Any:
    """Return the counts of the lemmas of some words that the texts have too: one row."""
    from scipy.sparse import csr_matrix

    by_word = {fold(form): number for form, number in kept.numbers.items() if number >= 0}
    found = [by_word[word] for word in map(fold, WORD.findall(words)) if word in by_word]
    shape = (1, len(kept.vocabulary))
    counts = csr_matrix((np.ones(len(found)), found, [0, len(found)]), shape=shape)
    counts.sum_duplicates()
    return counts
