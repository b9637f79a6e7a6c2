"""Sentences, by the rule of spaCy's sentencizer and its tokens: they need no download.

Only the words in which a sentence may end are given to spaCy, each once: a long text is cut in a
few milliseconds, exactly where the sentencizer itself would cut it.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

SPOKEN = ("id", "en")


class _Token(NamedTuple):
    """Where a token begins in its word, whether it ends a sentence and whether it is a sign."""

    at: int
    ends: bool
    sign: bool


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return where the sentences of `text` stand, in code points, without blanks at their borders.

    A line end ends a sentence. `language` is a code such as "id"; one that is not known is cut by
    the rules for any language. The first call imports spaCy: not for the GUI thread.
    """
    language = language if language in SPOKEN else "xx"
    found, at = [], 0
    for line in text.split("\n"):
        borders = [0, *_starts(line, language), len(line)] if line.strip() else []
        for low, high in pairwise(borders):
            words = line[low:high]
            start = at + low + len(words) - len(words.lstrip())
            end = at + low + len(words.rstrip())
            if start < end:
                found.append((start, end))
        at += len(line) + 1
    return found


def _starts(line: str, language: str) -> list[int]:
    """Return where a sentence begins in `line` behind another."""
    found: list[int] = []
    ended, behind = False, 0
    word = _next_ending(line, 0, language)
    while word is not None:
        if ended and line[behind : word.start()] != " ":
            # More than one blank is a token of its own, and it begins the sentence.
            found.append(word.start())
            ended = False
        for token in _tokens(word[0], language):
            if ended and not token.sign and not token.ends:
                found.append(word.start() + token.at)
                ended = False
            elif token.ends:
                ended = True
        behind = word.end()
        word = _WORD.search(line, behind) if ended else _next_ending(line, behind, language)
    return found


_WORD = re.compile(r"\S+")


def _next_ending(line: str, at: int, language: str) -> re.Match[str] | None:
    """Return the next word from `at`, where one begins, with a sign that may end a sentence."""
    sign = _signs(language, line.isascii()).search(line, at)
    if sign is None:
        return None
    start = sign.start()
    while start > at and not line[start - 1].isspace():
        start -= 1
    return _WORD.match(line, start)


@cache
def _signs(language: str, ascii_only: bool) -> re.Pattern[str]:
    """Return the pattern of a sign that may end a sentence; few signs are found much faster."""
    known = sorted(_sentencizer(language).punct_chars)
    signs = "".join(sign for sign in known if sign.isascii() or not ascii_only)
    return re.compile(f"[{re.escape(signs)}]")


@lru_cache(maxsize=20_000)
def _tokens(word: str, language: str) -> tuple[_Token, ...]:
    ends = _sentencizer(language).punct_chars
    return tuple(
        _Token(token.idx, token.text in ends, token.is_punct)
        for token in _pipeline(language).tokenizer(word)
    )


def _sentencizer(language: str) -> Any:
    return _pipeline(language).get_pipe("sentencizer")


@cache
def _pipeline(language: str) -> Any:
    """Return spaCy's sentencizer with the tokens of a language.

    Of the words that are tokens of their own, only those with a sign that may end a sentence are
    kept: Indonesian has 16,000 others (doubled words), which end none and take seconds to load.
    """
    from spacy.pipeline import Sentencizer
    from spacy.util import get_lang_class

    known = get_lang_class(language)
    signs = frozenset(Sentencizer.default_punct_chars)
    kept = {
        words: tokens
        for words, tokens in known.Defaults.tokenizer_exceptions.items()
        if not signs.isdisjoint(words)
    }
    defaults = type("Defaults", (known.Defaults,), {"tokenizer_exceptions": kept})
    pipeline = type(known.__name__, (known,), {"Defaults": defaults})()
    pipeline.add_pipe("sentencizer")
    return pipeline
