"""Where the words of a question stand: paragraphs by the full-text index, or by a pattern."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import product

from sqlalchemy import Connection, text

from app.errors import UserError
from app.reduce.finding.patterns import Matcher
from app.reduce.finding.query import All, Any, Near, Node, Pattern, Word, has_pattern

Span = tuple[int, int]
Passages = dict[int, tuple[int, list[Span]]]
"""By paragraph: its source, and the found spans, in code points of the source and in order."""

Forms = Callable[[str], list[str]]
"""Gives all forms of a word."""

Cancelled = Callable[[], bool]

OPENS, CLOSES = "\ufdd0", "\ufdd1"
"""Noncharacters: no text has them, so they can mark where found words begin and end."""

MOST_COMBINATIONS = 2_000
LOOK_EVERY = 200

_WITHIN = (
    "AND p.source_id IN (SELECT value FROM json_each(:sources)) "
    "AND (:passages IS NULL OR p.id IN (SELECT value FROM json_each(:passages)))"
)
_FOUND = text(
    f"SELECT p.id, p.source_id, p.start, highlight(passage_fts, 0, '{OPENS}', '{CLOSES}') "
    "FROM passage_fts f JOIN passage p ON p.id = f.rowid "
    f"WHERE passage_fts MATCH :query {_WITHIN}"
)
_TEXTS = text(
    "SELECT p.id, p.source_id, p.start, f.text FROM passage p JOIN passage_fts f "
    f"ON f.rowid = p.id WHERE 1 {_WITHIN} ORDER BY p.source_id, p.start"
)


class Matching:
    """Answers one question in some sources of a study."""

    def __init__(
        self,
        connection: Connection,
        sources: Collection[int],
        forms: Forms,
        cancelled: Cancelled | None = None,
    ) -> None:
        """Look in `sources` only; `forms` is asked where a word stands for all its forms."""
        self._connection = connection
        self._sources = json.dumps(sorted(sources))
        self._forms = forms
        self._cancelled = cancelled or (lambda: False)
        self._matchers: dict[str, Matcher] = {}

    def passages(self, node: Node, within: Collection[int] | None = None) -> Passages:
        """Return the paragraphs that answer `node`, of those `within` if it is said.

        Raises UserError for a pattern that is not well formed or takes too long.
        """
        if not has_pattern(node):
            return self._by_index(node, within)
        if isinstance(node, Pattern):
            return self._by_pattern(node.text, within)
        if isinstance(node, Any):
            return _together(self.passages(part, within) for part in node.parts)
        assert isinstance(node, All)
        return self._all(node, within)

    def _all(self, node: All, within: Collection[int] | None) -> Passages:
        """Ask the index first: what it leaves is all that the patterns look at."""
        asked = sorted(node.parts, key=has_pattern)
        found = self.passages(asked[0], within)
        for part in asked[1:]:
            other = self.passages(part, found.keys())
            found = _together([{key: found[key] for key in other}, other])
        for part in node.without:
            gone = self.passages(part, found.keys())
            found = {key: value for key, value in found.items() if key not in gone}
        return found

    def _by_index(self, node: Node, within: Collection[int] | None) -> Passages:
        found: Passages = {}
        asked = self._asked(within) | {"query": in_index(node, self._forms)}
        for key, source, start, marked in self._connection.execute(_FOUND, asked):
            spans = _marked(marked, start)
            if spans:
                found[key] = (source, spans)
        return found

    def _by_pattern(self, pattern: str, within: Collection[int] | None) -> Passages:
        # One matcher a pattern, so that the time counts over all texts.
        if pattern not in self._matchers:
            self._matchers[pattern] = Matcher(pattern)
        matcher = self._matchers[pattern]
        found: Passages = {}
        rows = self._connection.execute(_TEXTS, self._asked(within))
        for number, (key, source, start, words) in enumerate(rows):
            if number % LOOK_EVERY == 0 and self._cancelled():
                return {}
            spans = [(start + low, start + high) for low, high in matcher.spans(words)]
            if spans:
                found[key] = (source, spans)
        return found

    def _asked(self, within: Collection[int] | None) -> dict[str, str | None]:
        passages = None if within is None else json.dumps(list(within))
        return {"sources": self._sources, "passages": passages}


def in_index(node: Node, forms: Forms) -> str:
    """Return a question without patterns as the full-text index understands it."""
    if isinstance(node, Word):
        return f"({' OR '.join(_alternatives(node, forms))})"
    if isinstance(node, Near):
        return f"({' OR '.join(_nears(node, forms))})"
    if isinstance(node, Any):
        return f"({' OR '.join(in_index(part, forms) for part in node.parts)})"
    assert isinstance(node, All)
    asked = " AND ".join(in_index(part, forms) for part in node.parts)
    for part in node.without:
        asked = f"({asked}) NOT {in_index(part, forms)}"
    return f"({asked})"


def _alternatives(word: Word, forms: Forms) -> list[str]:
    if word.lemma:
        return [f'"{form}"' for form in forms(word.text)]
    return [f'"{word.text}"*' if word.begins else f'"{word.text}"']


def _nears(node: Near, forms: Forms) -> Iterator[str]:
    """Yield NEAR groups: the index takes no alternatives inside one."""
    alternatives = [_alternatives(word, forms) for word in node.words]
    count = 1
    for one in alternatives:
        count *= len(one)
    if count > MOST_COMBINATIONS:
        raise UserError("searching.near_too_wide")
    for words in product(*alternatives):
        yield f"NEAR({' '.join(words)}, {node.distance})"


def _marked(words: str, at: int) -> list[Span]:
    """Return where the marked words stand once the marks are taken out; `words` begin at `at`."""
    before, *parts = words.split(OPENS)
    at += len(before)
    spans = []
    for part in parts:
        found, _, behind = part.partition(CLOSES)
        end = at + len(found)
        spans.append((at, end))
        at = end + len(behind)
    return spans


def _together(several: Iterable[Passages]) -> Passages:
    """Return all paragraphs; of one that is found twice, the spans of both, none inside another."""
    found: Passages = {}
    for passages in several:
        for key, (source, spans) in passages.items():
            there = found.get(key)
            found[key] = (source, spans if there is None else _merged([*there[1], *spans]))
    return found


def _merged(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
