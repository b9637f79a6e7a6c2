import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reduce.clusters import cluster, clustered, distances


def test_codes_that_the_same_people_speak_of_come_together(study, laid):
    for code, people in (("A", (1, 2)), ("B", (1, 2)), ("C", (3, 4)), ("D", (3, 4, 5))):
        for who in people:
            laid.coding(code, 1, 10 * who, 10 * who + 1 + ord(code) % 7, who)
    laid.code("Silent")
    found = cluster(study)
    names = {number: name for name, number in laid.codes.items()}
    said = [[names[c] for c in group] for group in found.groups(0.5)]
    assert said == [["A", "B"], ["C", "D"]]
    assert [names[c] for c in found.apart] == ["Silent"]
    assert [m.height for m in found.merges] == pytest.approx([0, 1 / 3, 1])
    assert len(found.groups(0)) == 3
    assert len(found.groups(1)) == 1


def test_sources_in_place_of_informants_and_one_coder_only(study, laid):
    laid.coding("A", 1, 0, 5, 1)
    laid.coding("B", 2, 0, 5, 1)
    laid.coding("C", 1, 9, 12, 2, coder=9)
    apart = {laid.codes[n] for n in "AB"}
    assert cluster(study).merges[0].height == 0
    assert set(cluster(study).groups(0)[0]) == apart
    by_source = cluster(study, over="sources").groups(0)
    assert set(by_source[0]) == {laid.codes["A"], laid.codes["C"]}
    assert cluster(study, coders=[1]).apart == (laid.codes["C"],)
    assert set(cluster(study, codes=[laid.codes["A"]]).leaves) == {laid.codes["A"]}


def test_no_code_or_one_needs_no_merge():
    assert clustered({}, [1, 2]).apart == (1, 2)
    one = clustered({2: {7}}, [1, 2])
    assert (one.leaves, one.merges, one.apart) == ((2,), (), (1,))
    assert one.groups(0.5) == [(2,)]


voices = st.dictionaries(
    st.integers(1, 30), st.frozensets(st.integers(1, 6), max_size=5), max_size=14
)


@settings(max_examples=120, deadline=None)
@given(voices, st.randoms(use_true_random=False), st.floats(0, 1))
def test_the_groups_do_not_depend_on_the_order_of_codes(heard, random, height):
    order = sorted(heard)
    found = clustered(heard, order)
    shuffled = list(order)
    random.shuffle(shuffled)
    other = clustered({code: heard[code] for code in shuffled}, shuffled)
    as_sets = lambda clusters: {frozenset(g) for g in clusters.groups(height)}  # noqa: E731
    assert as_sets(found) == as_sets(other)
    assert [m.height for m in found.merges] == [m.height for m in other.merges]
    assert found == clustered(heard, order)


@settings(max_examples=120, deadline=None)
@given(voices, st.floats(0, 1))
def test_every_code_stands_in_one_group_and_groups_are_runs_of_leaves(heard, height):
    order = sorted(heard)
    found = clustered(heard, order)
    assert sorted([*found.leaves, *found.apart]) == order
    assert tuple(code for group in found.groups(height) for code in group) == found.leaves
    assert len(found.merges) == max(0, len(found.leaves) - 1)
    heights = [merge.height for merge in found.merges]
    assert heights == sorted(heights)
    assert all(0 <= each <= 1 for each in heights)


@given(st.lists(st.frozensets(st.integers(1, 6), min_size=1), min_size=1, max_size=8))
def test_distances_are_symmetric_bounded_and_nought_for_the_same(heard):
    apart = distances(heard)
    assert (apart == apart.T).all()
    assert ((apart >= 0) & (apart <= 1)).all()
    for row, one in enumerate(heard):
        for column, other in enumerate(heard):
            expected = 1 - len(one & other) / len(one | other)
            assert apart[row, column] == pytest.approx(expected)
