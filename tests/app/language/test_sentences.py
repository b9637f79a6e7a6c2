import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.sentences import sentences


@pytest.mark.parametrize("language", ["id", "en", "xx"])
def test_sentences_are_found(language):
    text = "  Kami datang. Siapa?  Ya! \n\nTanpa titik 😀\n😀 Lagi."
    assert [text[a:b] for a, b in sentences(text, language)] == [
        "Kami datang.",
        "Siapa?",
        "Ya!",
        "Tanpa titik 😀",
        "😀 Lagi.",
    ]


@given(st.text("ab. ?\n😀é", max_size=60))
def test_every_word_is_in_one_sentence(text):
    found = sentences(text, "id")
    assert all(a < b and not text[a:b][0].isspace() for a, b in found)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(found))
    inside = {at for a, b in found for at in range(a, b)}
    assert all(at in inside for at, letter in enumerate(text) if not letter.isspace())
