from hypothesis import given
from hypothesis import strategies as st

from ui.reduce.transcript.steps import borders, step, word_border

TEXTS = st.text(st.sampled_from("ab, \n😀👩‍🏫é\u0301של𝔸\u200d"), max_size=40)
FAMILY = "👩‍👩‍👧"


@given(TEXTS, st.data())
def test_a_step_there_and_back_splits_no_character(text, data):
    at = data.draw(st.sampled_from(borders(text, "character")))
    there = step(text, at, "character", 1)
    assert there >= at
    assert there == at or step(text, there, "character", -1) == at
    assert there in borders(text, "character")


def test_a_family_is_one_step_and_one_letter_with_its_accent():
    text = f"x{FAMILY}e\u0301y"
    ends = [step(text, 0, "character", steps) for steps in range(1, 5)]
    assert ends == [1, 1 + len(FAMILY), 3 + len(FAMILY), 4 + len(FAMILY)]


def test_steps_stop_at_the_ends_of_the_text():
    assert step("abc", 3, "character", 5) == 3
    assert step("abc", 0, "word", -2) == 0
    assert step("", 0, "character", 1) == 0


def test_words():
    text = "It is an obligation, in my\nschool 😀 now"
    assert step(text, 0, "word", 1) == 2
    assert step(text, 9, "word", 1) == text.index(",")
    assert text[step(text, text.index("school"), "word", -1) :].startswith("\nschool")
    assert word_border(text, text.index("ligation")) == text.index("obligation")
    assert word_border(text, text.index("tion,") + 3) == text.index(",")
    assert word_border(text, text.index("now") + 1) == text.index("now")
