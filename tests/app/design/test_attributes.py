import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.design.attributes import attribute_words, attributes_from


@pytest.mark.parametrize(
    ("words", "attributes"),
    [
        ("gender: f; years: 12", {"gender": "f", "years": "12"}),
        ("teaches:  grade 1, grade 2 ;", {"teaches": "grade 1, grade 2"}),
        ("time: 10:30", {"time": "10:30"}),
        ("retired", {"retired": ""}),
        ("a: 1\nb: 2", {"a": "1", "b": "2"}),
        (" ; : x", {}),
        ("", {}),
    ],
)
def test_attributes_are_read_from_words(words, attributes):
    assert attributes_from(words) == attributes


plain = st.text(st.characters(exclude_characters=";:\n\r", categories=("L", "N", "P"))).map(
    lambda words: " ".join(words.split())
)


@given(st.dictionaries(plain.filter(bool), plain))
def test_what_is_written_is_read_again(attributes):
    assert attributes_from(attribute_words(attributes)) == attributes
