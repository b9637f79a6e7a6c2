from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.reduce.finding.query import All, Any, Near, Pattern, Word, has_lemma, has_pattern, parse

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("words", "node"),
    [
        ("a", A),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a DAN b", All((A, B))),
        ("a & b", All((A, B))),
        ("a and b", All((A, Word("and"), B))),
        ("a OR b c", Any((A, All((B, C))))),
        ("a ATAU b ATAU c", Any((A, B, C))),
        ("(a OR b) c", All((Any((A, B)), C))),
        ("a NOT b", All((A,), (B,))),
        ("a BUKAN (b OR c)", All((A,), (Any((B, C)),))),
        ("NOT b a", All((A,), (B,))),
        ("a AND NOT b", All((A,), (B,))),
        ('"a b"', Word("a b")),
        ("“a b”", Word("a b")),
        ('"AND"', Word("AND")),
        ("a*", Word("a", begins=True)),
        ("a NEAR b", Near((A, B), 10)),
        ("a NEAR/3 b", Near((A, B), 3)),
        ("a DEKAT/3 b DEKAT/5 c", Near((A, B, C), 5)),
        ("a NEAR/3 b OR c", Any((Near((A, B), 3), C))),
        (r"/a\/b c/ a", All((Pattern(r"a\/b c"), A))),
        ("W/KS-01", Word("W/KS-01")),
        ("lemma:a", Word("a", lemma=True)),
        ("@ a", A),
        ("@", None),
        ("", None),
        ('"', None),
    ],
)
def test_words_and_operators(words, node):
    assert parse(words) == node


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("(a", "bracket_open"),
        ("a)", "bracket_too_many"),
        ("a AND", "lacks_words"),
        ("AND a", "lacks_words"),
        ("a OR OR b", "lacks_words"),
        ("a NEAR", "lacks_words"),
        ("NEAR(a b)", "lacks_words"),
        ("NOT a", "only_without"),
        ("a OR NOT b", "only_without"),
        ("()", "empty_part"),
        ("a NEAR (b OR c)", "near_needs_words"),
        ("a NEAR /b/", "near_needs_words"),
    ],
)
def test_what_is_not_well_formed_is_said(words, key):
    with pytest.raises(UserError) as raised:
        parse(words)
    assert raised.value.key == f"searching.{key}"
    assert raised.value.sentence("id") != raised.value.sentence("en")


def test_the_switches():
    assert parse("a b*", lemma=True) == All((Word("a", lemma=True), Word("b", begins=True)))
    assert parse('"a b"', lemma=True) == Word("a b")
    assert parse("a (b", pattern=True) == Pattern("a (b")
    assert has_lemma(parse("x OR (y NEAR lemma:a)"))
    assert not has_lemma(parse("a b"))
    assert has_pattern(parse("a NOT (b OR /c/)"))
    assert not has_pattern(parse("a NOT (b OR c)"))


@given(st.text(max_size=20) | st.text('ab"()/*| NEARDTOU&1:', max_size=20))
def test_any_words_are_a_question_or_an_error_in_plain_words(words):
    for lemma in (False, True):
        with suppress(UserError):
            node = parse(words, lemma=lemma)
            assert node is None or isinstance(node, All | Any | Near | Pattern | Word)
