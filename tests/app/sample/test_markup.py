"""Codings marked inside a text."""

import pytest

from app.sample.markup import Mark, Tag, read_marks


def test_marks_give_positions_in_the_plain_text():
    found = read_marks("KS-01: 😀 [[clash+ #time|Time, above all]]. Yes.")
    assert found.text == "KS-01: 😀 Time, above all. Yes."
    assert found.marks == (Mark(9, 24, (Tag("clash", "affirms", "a"),), "time"),)


def test_marks_stand_inside_each_other_in_the_order_in_which_they_open():
    found = read_marks("[[a-b~|one [[cd-@b ef+|two]] three]]")
    assert found.text == "one two three"
    assert [found.text[m.start : m.end] for m in found.marks] == ["one two three", "two"]
    assert found.marks[1].tags == (Tag("cd", "denies", "b"), Tag("ef", "affirms", "a"))
    assert found.marks[0].tags == (Tag("a-b", "mixed", "a"),)


def test_a_row_of_a_table_keeps_its_bars():
    assert read_marks("[[ict+|5 | ICT | Guide teachers]]").text == "5 | ICT | Guide teachers"


@pytest.mark.parametrize(
    "wrong",
    ["[[clash+|open", "closed]] here", "[[clash|no sign]]", "[[clash+|]]", "[[|nothing]]"],
)
def test_marks_that_are_not_well_formed_are_refused(wrong):
    with pytest.raises(ValueError, match=r"mark|sign"):
        read_marks(wrong)
