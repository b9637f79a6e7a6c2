"""Finding words in all sources: the full-text index finds the paragraphs, the words are marked."""

import re
from dataclasses import dataclass

from sqlalchemy import text

from app.study import Study

FIRST_SCREEN = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that was found, and where the words stand in the source, in code points."""

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
    """A page of hits, by source and place."""

    hits: tuple[Hit, ...]


def search(study: Study, words: str, *, limit: int = FIRST_SCREEN, offset: int = 0) -> SearchPage:
    """Find paragraphs with all of `words`; a phrase in quotation marks, a beginning with *.

    Letters are found large or small, with or without their marks. A query without a letter or a
    digit finds nothing.
    """
    parts = _parts(words)
    if not parts:
        return SearchPage(())
    query = " AND ".join(_for_index(phrase, begins) for phrase, begins in parts)
    with study.read() as connection:
        rows = connection.execute(
            text(
                'SELECT p.source_id, s.reference, s.title, s.method, p.start, p."end" '
                "FROM passage_fts f JOIN passage p ON p.id = f.rowid "
                "JOIN source s ON s.id = p.source_id WHERE passage_fts MATCH :query "
                "ORDER BY s.reference, p.start LIMIT :limit OFFSET :offset"
            ),
            {"query": query, "limit": limit, "offset": offset},
        ).all()
    pattern = _pattern(parts)
    hits = []
    for row in rows:
        passage = study.texts.quote(row.source_id, row.start, row.end)
        spans = tuple(
            (row.start + found.start(), row.start + found.end())
            for found in pattern.finditer(_plain(passage))
        )
        hits.append(
            Hit(
                source_id=row.source_id,
                reference=row.reference,
                title=row.title,
                method=row.method,
                start=row.start,
                end=row.end,
                passage=passage,
                spans=spans or ((row.start, row.end),),
            )
        )
    return SearchPage(tuple(hits))


def _parts(words: str) -> list[tuple[list[str], bool]]:
    parts = []
    for phrase, word in re.findall(r'"([^"]*)"|(\S+)', words):
        found = re.findall(r"\w+", phrase or word)
        if found:
            parts.append((found, bool(word) and word.endswith("*")))
    return parts


def _for_index(words: list[str], begins: bool) -> str:
    return '"' + " ".join(words) + '"' + ("*" if begins else "")


def _pattern(parts: list[tuple[list[str], bool]]) -> re.Pattern[str]:
    each = []
    for words, begins in parts:
        joined = r"\W+".join(re.escape(_plain(word)) for word in words)
        each.append(rf"\b{joined}" + (r"\w*" if begins else r"\b"))
    return re.compile("|".join(each), re.IGNORECASE)


def _plain(words: str) -> str:
    """Return `words` letter for letter without the marks that one code point carries."""
    import unicodedata

    return "".join(unicodedata.normalize("NFD", c)[0] if ord(c) > 127 else c for c in words)
