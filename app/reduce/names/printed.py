"""The words that views show and exports print, with where they come from."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from app.study import Study
from models.collection import Source, Turn
from models.conclusions import Display, Evidence, Finding
from models.design import Informant, ResearchQuestion, Site
from models.reduction import Code, Coding, Excerpt, Memo
from models.summaries import Account, Summary

_WORDS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("source", (Source.title, Source.reference, Source.place, Source.note)),
    ("site", (Site.name, Site.address)),
    ("informant", (Informant.code, Informant.post, Informant.note)),
    ("research_question", (ResearchQuestion.label, ResearchQuestion.text)),
    (
        "code",
        (
            *(Code.name, Code.definition, Code.when_to_use, Code.when_not_to_use),
            *(Code.typical_example, Code.counter_example),
        ),
    ),
    ("coding", (Coding.memo,)),
    ("excerpt", (Excerpt.summary,)),
    ("finding", (Finding.claim, Finding.rival_explanation, Finding.conclusion)),
    ("finding", (Evidence.note,)),
    ("display", (Display.title, Display.analytic_text)),
    ("memo", (Memo.title, Memo.text)),
    ("account", (Account.note,)),
)


def printed(study: Study) -> Iterator[tuple[str, int, str]]:
    """Yield what an export would print: the kind of thing, its source (0 for none), the words.

    Excerpts are printed where they are coded or evidence; the rest of the texts is not.
    """
    with study.read() as connection:
        coded = select(Coding.excerpt_id).union(select(Evidence.excerpt_id))
        spans = connection.execute(
            select(Excerpt.source_id, Excerpt.start, Excerpt.end)
            .where(Excerpt.id.in_(coded))
            .order_by(Excerpt.source_id, Excerpt.start)
        ).all()
        yield from _written(connection)
    for row in spans:
        yield "excerpt", row.source_id, study.texts.quote(row.source_id, row.start, row.end)


def _written(connection: Connection) -> Iterator[tuple[str, int, str]]:
    for kind, columns in _WORDS:
        for row in connection.execute(select(*columns)):
            for words in row:
                if words:
                    yield kind, 0, words
    for words in connection.scalars(select(Turn.speaker).distinct()):
        yield "turn", 0, words
    for answers in connection.scalars(select(Summary.answers)):
        for words in answers.values():
            yield "summary", 0, words
