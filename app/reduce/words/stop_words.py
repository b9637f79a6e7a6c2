"""The words that are not listed: those that say little in the study's language, and one's own."""

from collections.abc import Iterable

from sqlalchemy import select

from app.language.lemmas import stop_words
from app.study import Study
from models.design import Study as StudyRow

SETTING = "stop_words"
"""Where in the study's settings the researcher's own stop words stand."""


def own_stop_words(study: Study) -> list[str]:
    """Return the stop words that the researcher added, in the order of the alphabet."""
    with study.read() as connection:
        settings = connection.scalar(select(StudyRow.settings)) or {}
    return sorted(map(str, settings.get(SETTING, ())))


def set_stop_words(study: Study, words: Iterable[str]) -> None:
    """Keep `words` as the researcher's own stop words, in place of those of before."""
    tidy = sorted({" ".join(word.lower().split()) for word in words} - {""})
    with study.change("searching.history.stop_words") as session:
        row = session.scalars(select(StudyRow)).one()
        if row.settings.get(SETTING, []) != tidy:
            row.settings = {**row.settings, SETTING: tidy}


def unlisted(study: Study) -> frozenset[str]:
    """Return all words that lists leave out. The first call imports spaCy."""
    return stop_words(study.language) | frozenset(own_stop_words(study))
