"""Tables of numbers: the paper's Table 2, its predicates, and percentages that need their n."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import history
from app.display.scores.as_table import number, remarks, said, score_words
from app.display.scores.scale import Step, appraisal_scale, checked, predicate
from app.display.scores.statistics import counts_behind, describe
from app.display.scores.tables import (
    add_items,
    add_score_table,
    edit_item,
    order_items,
    remove_items,
    score_table,
    set_scale,
)
from app.errors import UserError

TABLE_2 = [65, 74, 79, 79, 79, 64, 82, 70, 88, 91, 89, 68, 78, 73]


@pytest.fixture
def table(study):
    key = add_score_table(study, "TNA", scale=[])
    set_scale(study, key, appraisal_scale("id"))
    add_items(study, key, [{"label": str(n), "value": v} for n, v in enumerate(TABLE_2, 1)])
    return key


def test_the_numbers_of_table_2():
    d = describe(TABLE_2)
    assert d.total == 1079
    assert round(d.mean, 4) == 77.0714
    assert (d.median, d.modes, d.least, d.greatest) == (78.5, (79,), 64, 91)
    assert round(d.sample_sd, 4) == 8.6243
    assert round(d.population_sd, 4) == 8.3106
    assert d.quartiles == (70.75, 78.5, 81.25)


def test_the_predicates_of_table_2(study, table):
    found = score_table(study, table)
    assert [count for _, count in found.tally] == [1, 7, 6, 0, 0]
    assert found.mean_predicate == "baik"
    words = score_words(found, "id")
    assert words[-2][1:3] == ["Jumlah", "1079"]
    assert words[-1][1:] == ["Rata-rata", "77,07", "baik"]


def test_a_predicate_against_the_scale_is_remarked(study, table):
    second = score_table(study, table).items[1]
    edit_item(study, second.id, "predicate", "Baik")
    (remark,) = remarks(score_table(study, table), "en")
    assert remark == "Item 2: 74 is called “Baik”; by the scale it is “cukup”."
    assert score_words(score_table(study, table), "en")[2][-1] == "cukup (Baik)"


def test_a_percentage_needs_its_n():
    assert counts_behind(57, 14) == (8,)
    assert counts_behind(64, 14) == (9,)
    assert counts_behind(75, 14) == ()
    assert counts_behind(75, 7) == ()
    assert counts_behind(64.29, 14) == (9,)
    assert counts_behind(64.2, 14) == (9,)  # cut, not rounded
    assert counts_behind(50, 0) == ()


@given(st.integers(1, 500), st.data(), st.integers(0, 3))
def test_a_rounded_percentage_stands_for_its_count(base, data, decimals):
    count = data.draw(st.integers(0, base))
    assert count in counts_behind(round(100 * count / base, decimals), base)


def test_an_impossible_percentage_is_remarked(study, table):
    key = score_table(study, table).items[0].id
    edit_item(study, key, "value", "75 %")
    edit_item(study, key, "base", "14")
    assert remarks(score_table(study, table), "en") == ["Item 1: no count of 14 gives 75 %."]
    edit_item(study, key, "value", "57,1")
    assert remarks(score_table(study, table), "en") == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("label", " "), ("value", "many"), ("value", "nan"), ("base", "0"), ("base", "1.5")],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(study, table, field, value):
    before = score_table(study, table)
    with pytest.raises(UserError):
        edit_item(study, before.items[0].id, field, value)
    assert score_table(study, table) == before


def test_items_are_ordered_removed_and_come_back(study, table):
    before = score_table(study, table)
    ids = [item.id for item in before.items]
    order_items(study, ids[::-1])
    assert [item.id for item in score_table(study, table).items] == ids[::-1]
    remove_items(study, ids[:3])
    assert len(score_table(study, table).items) == 11
    history.undo(study)
    history.undo(study)
    assert score_table(study, table) == before


def test_scales():
    scale = checked([Step(0, "low"), Step(50, "high")])
    assert [step.name for step in scale] == ["high", "low"]
    assert [predicate(scale, v) for v in (50, 49.9, -1)] == ["high", "low", ""]
    for wrong in ([Step(0, "a"), Step(1, "A ")], [Step(0, "a"), Step(0, "b")], [Step(0, " ")]):
        with pytest.raises(UserError):
            checked(wrong)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40), st.randoms())
def test_order_changes_nothing(values, chance):
    shuffled = list(values)
    chance.shuffle(shuffled)
    one, two = describe(values), describe(shuffled)
    assert (one.median, one.modes, one.quartiles) == (two.median, two.modes, two.quartiles)
    assert one.mean == pytest.approx(two.mean)


def test_words(study, table):
    assert number(77.0714, "id") == "77,07"
    assert number(77.0, "en") == "77"
    words = said(score_table(study, table), "en")
    assert "median 78.50" in words or "median 78.5" in words
    assert "quartiles 70.75 and 81.25" in words
