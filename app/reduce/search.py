"""Finding words in all sources: the full-text index finds the paragraphs and marks the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import text

from app.study import Study

FIRST_SCREEN = 50

OPENS, CLOSES = "\ufdd0", "\ufdd1"
"""Noncharacters: no text has them, so they can mark where found words begin and end."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph [start, end) that was found.

    `spans` say where the words stand, in code points of the source; there is at least one.
    """

    source_id: int
    reference: str
    title: str
    method: str
    start: int
    end: int
    passage: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of hits, those of a source together and in its order, and how many there are."""

    hits: tuple[Hit, ...]
    total: int = 0


_FOUND = (
    "FROM passage_fts f JOIN passage p ON p.id = f.rowid JOIN source s ON s.id = p.source_id "
    "WHERE passage_fts MATCH :query"
)
_PAGE = text(
    'SELECT p.source_id, s.reference, s.title, s.method, p.start, p."end", '
    f"highlight(passage_fts, 0, '{OPENS}', '{CLOSES}') {_FOUND} "
    "ORDER BY f.rowid LIMIT :limit OFFSET :offset"
)
_TOTAL = text(
    "SELECT count(*) FROM passage_fts f JOIN passage p ON p.id = f.rowid "
    "WHERE passage_fts MATCH :query AND p.source_id IN (SELECT id FROM source)"
)


def search(study: Study, words: str, *, limit: int = FIRST_SCREEN, offset: int = 0) -> SearchPage:
    """Find paragraphs with all of `words`: an "exact phrase" in quotation marks, a begin*.

    Letters are found large or small, with or without their marks. A query without a letter or a
    digit finds nothing; no query raises.
    """
    query = _query(words)
    if not query:
        return SearchPage(())
    with study.read() as connection:
        page = {"query": query, "limit": limit, "offset": offset}
        rows = connection.execute(_PAGE, page).all()
        short = len(rows) < limit and (rows or not offset)
        total = offset + len(rows) if short else connection.scalar(_TOTAL, {"query": query})
    return SearchPage(tuple(_hit(row) for row in rows), total or 0)


def _hit(row: tuple[int, str, str, str, int, int, str]) -> Hit:
    source_id, reference, title, method, start, end, marked = row
    passage = marked.replace(OPENS, "").replace(CLOSES, "")
    spans = tuple((start + low, start + high) for low, high in _marked(marked))
    return Hit(source_id, reference, title, method, start, end, passage, spans or ((start, end),))


def _marked(words: str) -> Iterator[tuple[int, int]]:
    """Yield where the marked words stand once the marks are taken out."""
    for number, found in enumerate(re.finditer(f"{OPENS}([^{CLOSES}]*){CLOSES}", words)):
        start = found.start() - 2 * number
        yield start, start + len(found[1])


def _query(words: str) -> str:
    """Return `words` as the index understands them, every part quoted; empty for none.

    A quotation mark that nobody closes is a sign like any other. What the index would find no word
    in is left out, for a part without one would find nothing.
    """
    parts = []
    for phrase, begin, word in re.findall(r'"([^"]*)"|(\S+)\*(?!\S)|(\S+)', words):
        said = "".join(c for c in (phrase or begin or word) if c != '"' and _storable(c))
        if any(c.isalnum() for c in said):
            parts.append(f'"{said}"*' if begin else f'"{said}"')
    return " AND ".join(parts)


def _storable(character: str) -> bool:
    """Tell whether a character can be given to the index: no NUL and no half of a pair."""
    return character != "\0" and not "\ud800" <= character <= "\udfff"
