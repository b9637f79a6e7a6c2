"""Lemmas of word forms, from spaCy's look-up tables: no download, no context, one form at a time.

A form that no table knows is its own lemma. Words are folded as the full-text index folds them:
small letters without their marks.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

SPOKEN = ("id", "en")
"""The languages that have a table, each a blank pipeline of spaCy."""

AT_ONCE = 2_000


def fold(words: str) -> str:
    """Return `words` in small letters and without accents, as the full-text index keeps them."""
    if words.isascii():
        return words.lower()
    parted = unicodedata.normalize("NFD", words)
    plain = "".join(c for c in parted if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", plain).lower()


def lemmas(words: Sequence[str], language: str) -> list[str]:
    """Return the lemma of each of `words`, folded. The first call imports spaCy: some seconds.

    A `language` without a table leaves the words as they are.
    """
    if language not in SPOKEN:
        return [fold(word) for word in words]
    from spacy.tokens import Doc

    pipeline = _pipeline(language)
    lemmatizer = pipeline.get_pipe("lemmatizer")
    found: list[str] = []
    for at in range(0, len(words), AT_ONCE):
        few = [word.lower() for word in words[at : at + AT_ONCE]]
        # Each form stands alone: the table knows no context, so the order says nothing.
        found += [fold(token.lemma_) for token in lemmatizer(Doc(pipeline.vocab, words=few))]
    return found


def stop_words(language: str) -> frozenset[str]:
    """Return the words of `language` that say little by themselves, in small letters."""
    if language not in SPOKEN:
        return frozenset()
    import spacy

    return frozenset(spacy.blank(language).Defaults.stop_words)


@cache
def _pipeline(language: str) -> Any:
    import spacy

    pipeline = spacy.blank(language)
    lemmatizer: Any = pipeline.add_pipe("lemmatizer", config={"mode": "lookup"})
    lemmatizer.initialize()
    return pipeline
