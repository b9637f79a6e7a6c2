from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reduce.codes import CodeRow
from ui.reduce.palette_model import offers

BARE = CodeRow(
    0, None, "", "", 0, "#123456", 0, "", "", "", "", "", "emergent", "first", None, 0, 0, 0
)
PATHS = (
    "Factors",
    "Factors > Supporting",
    "Factors > Supporting > Principal’s obligation",
    "Factors > Time",
    "Time use",
)
CODES = [
    replace(BARE, id=number, name=path.split(" > ")[-1], path=path)
    for number, path in enumerate(PATHS, 1)
]


def names(words, **how):
    return [offer.name for offer in offers(CODES, words, **how)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("time", ["Time", "Time use"]),
        ("sup prin", ["Principal’s obligation", "sup prin"]),
        ("Factors > Time", ["Time"]),
        ("oblig", ["Principal’s obligation", "oblig"]),
        ("nothing", ["nothing"]),
    ],
)
def test_the_best_comes_first_and_to_make_one_last(words, found):
    assert names(words) == found


def test_recent_codes_lead_where_nothing_is_typed():
    assert names("", recent=[4, 2])[:2] == ["Time", "Supporting"]
    assert len(names("")) == len(CODES)


def test_what_cannot_be_taken_is_not_offered():
    assert names("time", without=[4]) == ["Time use"]
    assert names("nothing", can_make=False) == []


@given(st.text(max_size=20))
def test_no_words_break_it_and_at_most_one_code_is_to_be_made(words):
    made = [offer.makes for offer in offers(CODES, words)]
    assert sum(made) <= 1
    assert not any(made[:-1])
