from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from app.language.sentences import sentences

PIECES = st.sampled_from(
    ["guru", "Dr.", "U.S.", "3.5", "Rp2.000,-", "“Ya.”", "(ya!)", ".", "...", "…", "?!", ")", "”",
     " ", "  ", "\t", "\n", "a.b", "dll.", "No.", "😀", "apa?Ya", "e.g.", "。", "Élan.", "'", ":)",
     "10", "a.m.", "don't.", "kata-kata", "anak-anak.", "-nya", "?-", "ke-2.", "s/d", "S.Pd.-nya",
     "abu-abu?Ya", "(kupu-kupu)", "sehari-hari!", "'kan", "-."]
)  # fmt: skip


@cache
def whole_pipeline(language):
    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    return pipeline


def by_spacy(text, language):
    """The sentences of the sentencizer itself, with all tokens of the language, line by line."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            for sentence in whole_pipeline(language)(line).sents:
                words = line[sentence.start_char : sentence.end_char]
                start = at + sentence.start_char + len(words) - len(words.lstrip())
                end = at + sentence.start_char + len(words.rstrip())
                if start < end:
                    found.append((start, end))
        at += len(line) + 1
    return found


@pytest.mark.parametrize("language", ["id", "en", "xx"])
@settings(deadline=None, max_examples=300)
@given(pieces=st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", " "])), max_size=14))
def test_the_cuts_are_those_of_the_sentencizer(language, pieces):
    text = "".join(piece + blank for piece, blank in pieces)
    assert sentences(text, language) == by_spacy(text, language)


def test_positions_are_code_points_of_the_text():
    text = "Ya 😀. Tidak?\n\n Dr. Ani datang. Lalu pulang"
    assert [text[a:b] for a, b in sentences(text, "id")] == [
        *("Ya 😀.", "Tidak?", "Dr. Ani datang.", "Lalu pulang")
    ]
    assert sentences("", "id") == []
    assert sentences("guru", "unknown") == [(0, 4)]
