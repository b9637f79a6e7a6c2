"""Columns are as wide as their longest words, as far as the page goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.word.widths import fitted

WORD = st.text("abcdefghijklmnopqrstuvwxyzMW", min_size=1, max_size=30)


def test_what_fits_stays_as_it_was_shared_out():
    assert fitted(["No.", "Words"], [["1", "a few words"]], [1, 4], 15) == ([3, 12], False)


def test_a_narrow_column_grows_to_its_longest_word():
    widths, small = fitted(["No.", "Words"], [["uncharacteristically", "a few"]], [1, 12], 15)
    assert widths[0] > 3 > 15 / 13
    assert sum(widths) == pytest.approx(15)
    assert not small


def test_many_narrow_columns_are_written_small():
    heads = ["Finding", *(f"menyinggung{n}" for n in range(9))]
    widths, small = fitted(heads, [["a claim of some words", *["x"] * 9]], [4, *[1] * 9], 22.7)
    assert small
    assert min(widths[1:]) > 1.7
    assert sum(widths) == pytest.approx(22.7)


@given(st.lists(st.tuples(WORD, WORD, st.floats(0.5, 9)), min_size=1, max_size=12))
def test_widths_fill_the_page_whatever_the_words(columns):
    heads, cells, shares = zip(*columns, strict=True)
    widths, _ = fitted(heads, [cells], shares, 16.0)
    assert sum(widths) == pytest.approx(16.0)
    assert all(width > 0 for width in widths)
