import pytest

from app import history
from app.display.matrix import build_matrix
from app.display.recipe import MatrixRecipe
from app.errors import UserError
from app.reduce.code_editing import add_code
from app.reduce.coding_pieces import copy_codings, merge_codings, set_aside, split_coding
from app.reduce.codings import code_excerpt, set_direction, set_memo
from app.reduce.excerpts import ExcerptFilter, excerpts
from tests.app.reduce.conftest import TEXT


@pytest.fixture
def code(study, source):
    return add_code(study, "Time")


def listed(study):
    rows = excerpts(study, ExcerptFilter())
    return sorted((row.start, row.quote, row.code, row.direction, row.memo) for row in rows)


def said(study):
    return [row[1:] for row in listed(study)]


def test_a_coding_is_cut_in_two(study, source, span, code):
    coding = code_excerpt(study, source, *span("Time, above all"), code, "denies")
    set_memo(study, coding, "why")
    new = split_coding(study, coding, span(" above")[0])
    assert said(study) == [
        ("Time,", "Time", "denies", "why"),
        ("above all", "Time", "denies", ""),
    ]
    assert new != coding
    assert history.next_undo(study).what == "reduce.history.split"
    history.undo(study)
    assert said(study) == [("Time, above all", "Time", "denies", "why")]


@pytest.mark.parametrize("words", ["Time", "KS-01", "borrow"])
def test_a_cut_leaves_a_word_on_either_side(study, source, span, code, words):
    coding = code_excerpt(study, source, *span("Time, above all"), code)
    with pytest.raises(UserError):
        split_coding(study, coding, span(words)[0])
    assert len(listed(study)) == 1


def test_codings_that_touch_are_joined(study, source, span, code):
    one = code_excerpt(study, source, *span("Time, above"), code)
    two = code_excerpt(study, source, *span("above all:"), code)
    three = code_excerpt(study, source, *span("the projector"), code)
    four = code_excerpt(study, source, *span("Élan"), code)
    set_memo(study, one, "a")
    set_memo(study, three, "b")
    set_direction(study, [two], "denies")
    kept = merge_codings(study, [four, three, two, one])
    assert kept == [one]
    assert said(study) == [
        ("Time, above all: the projector", "Time", "mixed", "a\nb"),
        ("Élan", "Time", "affirms", ""),
    ]
    history.undo(study)
    assert len(listed(study)) == 4


def test_codings_that_do_not_touch_stay(study, source, span, code):
    other = add_code(study, "Other")
    ids = [
        code_excerpt(study, source, *span("Time"), code),
        code_excerpt(study, source, *span("projector"), code),
        code_excerpt(study, source, *span("Time, above"), other),
    ]
    steps = len(history.steps(study))
    with pytest.raises(UserError):
        merge_codings(study, ids)
    assert len(history.steps(study)) == steps


@pytest.mark.parametrize("path", [True, False])
def test_an_excerpt_gets_a_further_code(study, source, span, code, path):
    other = add_code(study, "Other")
    coding = code_excerpt(study, source, *span("Time"), code, "denies")
    set_memo(study, coding, "why")
    copy_codings(study, [coding], "New > Place" if path else other)
    name = "Place" if path else "Other"
    assert sorted(said(study)) == sorted(
        [("Time", "Time", "denies", "why"), ("Time", name, "denies", "")]
    )
    assert len({row.excerpt_id for row in excerpts(study, ExcerptFilter())}) == 1
    history.undo(study)
    assert said(study) == [("Time", "Time", "denies", "why")]


def test_what_is_set_aside_counts_nowhere_until_it_is_taken_back(study, source, span, code):
    coding = code_excerpt(study, source, *span("Time"), code)
    code_excerpt(study, source, *span("Élan"), code)
    assert build_matrix(study, MatrixRecipe()).total == 2
    set_aside(study, [coding], aside=True)
    assert build_matrix(study, MatrixRecipe()).total == 1
    assert len(listed(study)) == 2
    set_aside(study, [coding], aside=False)
    assert build_matrix(study, MatrixRecipe()).total == 2
    assert study.texts.of(source) == TEXT


def test_both_halves_of_what_was_set_aside_stay_so(study, source, span, code):
    coding = code_excerpt(study, source, *span("Time, above all"), code)
    set_aside(study, [coding], aside=True)
    split_coding(study, coding, span(" above")[0])
    assert build_matrix(study, MatrixRecipe()).total == 0
    assert len(listed(study)) == 2
