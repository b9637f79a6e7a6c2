import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reduce.memo_marks import LINKED, mark, marks, named, plain, turned
from app.reduce.memo_offers import Offers, asked
from app.reduce.memo_things import Thing

keys = st.tuples(st.sampled_from(LINKED), st.integers(1, 10**9))
plain_words = st.text(max_size=30).filter(lambda words: "@" not in words)


def test_a_mark_can_be_read_and_found_again():
    text = f"See {mark('Time [and] money', ('code', 12))} and @[bare] and a@b.c"
    assert text == "See @[Time (and) money](code:12) and @[bare] and a@b.c"
    (found,) = marks(text)
    assert (found.name, found.key) == ("Time (and) money", ("code", 12))
    assert text[found.start : found.end] == "@[Time (and) money](code:12)"
    assert plain(text) == "See Time (and) money and @[bare] and a@b.c"
    assert marks("@[x](poem:1) @[x](code:) @[x](code:1") == []


@given(st.lists(st.tuples(plain_words, st.text(max_size=20), keys), max_size=6))
def test_marks_stand_where_they_were_written_whatever_is_between(parts):
    text = "".join(words + mark(name, key) for words, name, key in parts)
    assert [found.key for found in marks(text)] == [key for _, _, key in parts]
    assert named(text) == list(dict.fromkeys(key for _, _, key in parts))
    for found in marks(text):
        assert text[found.start : found.end] == mark(found.name, found.key)
    to = {key: ("code", 7) for _, _, key in parts}
    assert {found.key for found in marks(turned(text, to))} <= {("code", 7)}
    assert plain(turned(text, to)) == plain(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see @", (4, "")),
        ("see @Time", (4, "Time")),
        ("see @lack of fac", (4, "lack of fac")),
        ("(@Ti", (1, "Ti")),
        ("😀 @é", (2, "é")),
        ("mail me@school", None),
        ("see @[Time](code:1)", None),
        ("see @ Time", None),
        ("see @Time\nnext", None),
        ("see @one  two", None),
        ("nothing", None),
        ("@" + "x" * 60, None),
    ],
)
def test_what_an_at_sign_asks_for(text, expected):
    assert asked(text, len(text)) == expected


def test_offers_begin_with_names_that_begin_so():
    things = [Thing(("code", n), name, more) for n, (name, more) in enumerate(
        [("Overtime", ""), ("Lack of time", ""), ("Time", ""), ("Funds", "at the time"),
         ("Élan", "")])]  # fmt: skip
    offers = Offers(things)
    names = [thing.name for thing in offers.found("time")]
    assert names == ["Time", "Lack of time", "Overtime", "Funds"]
    assert [thing.name for thing in offers.found("elan")] == ["Élan"]
    assert [thing.name for thing in offers.found("time lack")] == ["Lack of time"]
    assert len(offers.found("", most=3)) == 3
    assert offers.found("nobody") == []
