import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reduce.text_shift import Edit, Shift, applied, edits_between

LETTERS = "ab é😀\n𝒳,."


@pytest.mark.parametrize(
    ("old", "new", "span", "words"),
    [
        ("the gruu came", "the guru came", "gruu", "guru"),
        ("the uru came", "the guru came", "uru came", "guru came"),
        ("the gu ru came", "the guru came", "ru came", "guru came"),
        ("the guru came", "the guru then came", "guru", "guru"),
        ("the guru came", "the guru then came", "came", "came"),
        ("the guru came", "the guru then came", "guru came", "guru then came"),
        ("the guru came", "then the guru came", "the guru", "the guru"),
        ("the old guru came", "the guru came", "old guru", "guru"),
        ("the old guru came", "the guru came", "old", ""),
        ("😀 gruu 😀 came", "😀😀 guru 😀 came", "gruu 😀", "guru 😀"),
    ],
)
def test_a_span_keeps_its_words(old, new, span, words):
    start = old.index(span)
    edits = edits_between(old, new)
    low, high = Shift(old, edits).span(start, start + len(span))
    assert new[low : max(low, high)] == words


def test_a_letter_put_before_a_coded_word_is_in_the_coding():
    assert Shift("the uru", [Edit(4, 4, "g")]).span(4, 7) == (4, 8)
    assert Shift("the gur", [Edit(7, 7, "u")]).span(4, 7) == (4, 8)
    assert Shift("the guru", [Edit(4, 4, "old ")]).span(4, 8) == (8, 12)


def test_what_is_put_between_two_turns_belongs_to_the_second():
    shift = Shift("a: one\nb: two", [Edit(7, 7, "now ")])
    assert shift.turn(0, 7, followed=True) == (0, 7)
    assert shift.turn(7, 13, followed=False) == (7, 17)
    end = Shift("a: one", [Edit(6, 6, " more")])
    assert end.turn(0, 6, followed=False) == (0, 11)


@st.composite
def corrected(draw):
    text = draw(st.text(LETTERS, min_size=1, max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    words = st.text(LETTERS, max_size=4)
    edits = [Edit(low, high, draw(words)) for low, high in zip(cuts[::2], cuts[1::2], strict=False)]
    # Two insertions at one place would be one edit.
    kept = [e for n, e in enumerate(edits) if n == 0 or edits[n - 1].end < e.start]
    start = draw(st.integers(0, len(text) - 1))
    return text, kept, start, draw(st.integers(start + 1, len(text)))


@given(corrected())
def test_what_was_not_touched_is_the_same_and_what_was_is_replaced(case):
    text, edits, start, end = case
    low, high = Shift(text, edits).span(start, end)
    new = applied(text, edits)
    inside = [e for e in edits if e.start < end and e.end > start]
    if not inside:
        kept = new[low:high]
        # Only an insertion in the middle, or one that lengthens a word at a border, adds to it.
        added = [e for e in edits if start <= e.start <= end and e.start == e.end]
        assert kept == text[start:end] or added
        assert text[start:end].strip() in kept or any(start < e.start < end for e in added)
        assert len(kept) <= end - start + sum(len(e.words) for e in added)
    if all(start <= e.start and e.end <= end for e in inside) and low < high:
        around = [Edit(e.start - start, e.end - start, e.words) for e in inside]
        only = applied(text[start:end], around)
        assert only in new
        assert only.strip() in new[low:high]


@given(corrected())
def test_spans_stay_inside_the_text(case):
    text, edits, _, _ = case
    shift, length = Shift(text, edits), len(applied(text, edits))
    spans = [(s, e) for s in range(len(text)) for e in range(s + 1, len(text) + 1)]
    for s, e in spans[:200]:
        low, high = shift.span(s, e)
        assert 0 <= low <= length
        assert 0 <= high <= length


@given(st.text(LETTERS, max_size=40), st.text(LETTERS, max_size=40))
def test_the_edits_between_two_texts_make_the_one_of_the_other(old, new):
    assert applied(old, edits_between(old, new)) == new
    prefix = "xyz"
    moved = edits_between(old, new, at=3)
    assert applied(prefix + old, moved) == prefix + new
