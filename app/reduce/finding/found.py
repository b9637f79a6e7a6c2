"""Searching the texts: all places that answer a question, and each with its words around it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from app.reduce.citation import letter
from app.reduce.finding.lemma_index import forms_of
from app.reduce.finding.limits import NO_LIMITS, Limits, Place, places_within, sources_within
from app.reduce.finding.matching import Matching
from app.reduce.finding.query import parse
from app.reduce.finding.voices import read_voices
from app.reduce.names.replacing import NO_NAMES, Names
from app.reduce.names.table import read_names_shown
from app.study import Study
from models.collection import Source
from models.design import Role

Cancelled = Callable[[], bool]
LONGEST_NAME = 60
CONTEXT = 90
"""So many characters stand on either side of found words, within their paragraph."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the words as they were typed, how they are meant, and where to look."""

    words: str
    lemma: bool = False
    pattern: bool = False
    limits: Limits = NO_LIMITS


@dataclass(frozen=True, slots=True)
class Found:
    """All places that answer a question, source by source, and how many a source has."""

    question: Question
    places: Sequence[Place] = ()
    by_source: Mapping[int, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many places there are."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Line:
    """Found words in their context. `line` counts paragraphs from 1; `informant` is who speaks.

    [start, end) are code points of the source; `left` and `right` stand in the same paragraph.
    """

    source_id: int
    reference: str
    title: str
    method: str
    method_letter: str
    informant: str
    role: str
    start: int
    end: int
    line: int
    left: str
    words: str
    right: str


def find(study: Study, question: Question, cancelled: Cancelled | None = None) -> Found:
    """Return all places that answer the question.

    Lemmas are those that `index_lemmas` has found. Raises UserError where the question is not
    well formed; one without words finds nothing.
    """
    node = parse(question.words, lemma=question.lemma, pattern=question.pattern)
    if node is None:
        return Found(question)
    with study.read() as connection:
        sources = sources_within(connection, question.limits)
        matching = Matching(connection, sources, lambda word: forms_of(study, word), cancelled)
        passages = matching.passages(node)
        by_source: dict[int, list[tuple[int, int]]] = {}
        for source, spans in passages.values():
            by_source.setdefault(source, []).extend(spans)
        places = [
            (source, start, end)
            for source in sources
            for start, end in sorted(by_source.get(source, ()))
        ]
        kept = places_within(connection, places, question.limits)
    return Found(question, kept, Counter(place[0] for place in kept))


def lines(study: Study, found: Found, offset: int = 0, limit: int | None = None) -> list[Line]:
    """Return a page of what was found, in its context."""
    stop = None if limit is None else offset + limit
    return lines_at(study, found.places[offset:stop])


def lines_at(study: Study, places: Sequence[Place]) -> list[Line]:
    """Return places in their context, in the order given; those of a source that is gone not."""
    with study.read() as connection:
        ids = {place[0] for place in places}
        sources = _sources(connection, ids)
        voices = read_voices(connection, ids)
        roles = dict(connection.execute(select(Role.id, Role.name)).all())
        names = read_names_shown(connection)
    made = []
    for source, start, end in places:
        if source not in sources:
            continue
        voice = voices[source].of(start, end)
        reference, title, method = sources[source]
        left, words, right = in_context(study.texts.of(source), start, end, names)
        made.append(
            Line(
                *(source, reference, title, method, letter(method, study.language)),
                *(voice.name, roles.get(voice.role_id or 0, ""), start, end),
                *(study.texts.line_of(source, start), left, words, right),
            )
        )
    return made


def in_context(text: str, start: int, end: int, names: Names = NO_NAMES) -> tuple[str, str, str]:
    """Return what stands left of [start, end) in its paragraph, the words, and what is right.

    `names` are replaced; a name that is only half in the context is replaced too.
    """
    first = max(text.rfind("\n", 0, start) + 1, start - CONTEXT - LONGEST_NAME)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + CONTEXT + LONGEST_NAME)
    left, right = names.apply(text[first:start]), names.apply(text[end:last])
    words = names.apply(" ".join(text[start:end].split()))
    return left[-CONTEXT:], words, right[:CONTEXT]


def _sources(connection: Connection, ids: set[int]) -> dict[int, tuple[str, str, str]]:
    query = select(Source.id, Source.reference, Source.title, Source.method)
    rows = connection.execute(query)
    return {row.id: (row.reference, row.title, row.method) for row in rows if row.id in ids}
