import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.reduce.word_steps import word_step

TEXT = "R: come. “It is” hard,\nyes"


@pytest.mark.parametrize(
    ("edge", "stops"),
    [
        ("start", ["come", "It", "is”", "hard,", "yes"]),
        ("end", ["R", "come", "It", "is", "hard", "hard,", "yes"]),
    ],
)
def test_stops_are_at_words(edge, stops):
    at, found = 0, []
    while (further := word_step(TEXT, at, edge, 1)) != at:
        at = further
        found.append(TEXT[at:].split()[0] if edge == "start" else TEXT[:at].split()[-1])
    assert [words.strip(":.“") for words in found] == stops


@given(
    st.text("ab 👩‍🏫é.,\n“”", max_size=30), st.data(), st.sampled_from(["start", "end"]),
    st.sampled_from([-2, -1, 1, 2]),
)  # fmt: skip
def test_a_step_goes_its_way_and_stays_in_the_text(text, data, edge, steps):
    at = data.draw(st.integers(0, len(text)))
    found = word_step(text, at, edge, steps)
    assert 0 <= found <= len(text)
    assert (found - at) * steps >= 0
