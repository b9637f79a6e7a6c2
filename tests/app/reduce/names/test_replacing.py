import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reduce.names.replacing import NO_NAMES, Names

NAMES = Names((("Siti", "Ani"), ("Siti Aminah", "Ibu A"), ("José", "Guru J"), ("Al", "[X]")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Siti and Siti Aminah came.", "Ani and Ibu A came."),
        ("Siti\n  Aminah", "Ibu A"),
        ("SITI AMINAH, Siti’s and (Siti)", "IBU A, Ani’s and (Ani)"),
        ("Sitiwati, kesiti, siti, Siti1", "Sitiwati, kesiti, siti, Siti1"),
        ("Sitinya dan Sitilah", "Aninya dan Anilah"),
        ("Alnya, Alku; Al.", "Alnya, Alku; [X]."),
        ("😀Siti😀", "😀Ani😀"),
        (unicodedata.normalize("NFD", "José"), "Guru J"),
        (unicodedata.normalize("NFC", "José, JOSÉ"), "Guru J, GURU J"),
        ("Jose\u0301ita", "Jose\u0301ita"),
        ("", ""),
    ],
)
def test_whole_words_are_replaced(text, expected):
    assert NAMES.apply(text) == expected


def test_a_name_does_not_become_another_one():
    swapped = Names((("Ani", "Siti"), ("Siti", "Ani")))
    assert swapped.apply("Ani, Siti") == "Siti, Ani"
    assert NO_NAMES.apply("Siti") == "Siti"
    assert Names((("A.B (C)", "x"),)).apply("A.B (C) AxB (C)") == "x AxB (C)"


def test_it_says_where_names_stand():
    found = list(NAMES.found("😀 Siti, SITI"))
    assert [(f.start, f.end, f.name, f.replacement) for f in found] == [
        (2, 6, "Siti", "Ani"),
        (8, 12, "Siti", "ANI"),
    ]


letters = st.text("abcdéÉABC", min_size=2, max_size=5)
names = st.lists(st.lists(letters, min_size=1, max_size=2).map(" ".join), max_size=6, unique=True)


@given(names, st.lists(st.one_of(letters, st.sampled_from(" \n,.'😀-1"))), st.data())
def test_no_name_is_left_and_the_rest_stays(table, pieces, data):
    text = "".join(pieces)
    for name in table:
        at = data.draw(st.integers(0, len(text)))
        text = f"{text[:at]} {name} {text[at:]}"
    pairs = Names(tuple((name, "〈x〉") for name in table))
    assert list(pairs.found(pairs.apply(text))) == []
    places = list(pairs.found(text))
    kept, at = [], 0
    for found in places:
        kept.append(text[at : found.start])
        at = found.end
    assert pairs.apply(text).split("〈x〉") == [*kept, text[at:]] or "〈X〉" in pairs.apply(text)
    if table:
        assert places
