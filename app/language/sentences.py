"""Sentences, by spaCy's blank pipelines: they need no download."""

from functools import cache
from typing import Any

SPOKEN = ("id", "en")


@cache
def _pipeline(language: str) -> Any:
    import spacy

    pipeline = spacy.blank(language if language in SPOKEN else "xx")
    pipeline.add_pipe("sentencizer")
    return pipeline


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Return where the sentences of `text` stand, in code points, without blanks at their borders.

    A line end ends a sentence. `language` is a code such as "id"; one that is not known is cut by
    the rules for any language. The first call imports spaCy: not for the GUI thread.
    """
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            for sentence in _pipeline(language)(line).sents:
                words = line[sentence.start_char : sentence.end_char]
                start = at + sentence.start_char + len(words) - len(words.lstrip())
                end = at + sentence.start_char + len(words.rstrip())
                if start < end:
                    found.append((start, end))
        at += len(line) + 1
    return found
