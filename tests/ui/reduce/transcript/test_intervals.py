from operator import attrgetter

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.reduce.transcript.build import coding
from ui.reduce.transcript.intervals import CodingIndex

BY_START = attrgetter("start")
SPANS = st.lists(
    st.tuples(st.integers(0, 900), st.integers(1, 60) | st.integers(1, 900)), max_size=300
).map(lambda pairs: [coding(at, start, start + size) for at, (start, size) in enumerate(pairs)])


@given(SPANS, st.integers(0, 1000), st.integers(1, 200))
def test_it_finds_what_looking_at_each_would_find(spans, start, size):
    end = start + size
    expected = [span for span in spans if span.start < end and span.end > start]
    assert CodingIndex(spans).overlapping(start, end) == sorted(expected, key=BY_START)


@given(SPANS, st.integers(0, 299), st.integers(0, 900), st.integers(1, 90))
def test_one_more_or_one_less_is_as_if_built_anew(spans, coding_id, start, size):
    index, span = CodingIndex(spans), coding(coding_id, start, start + size)
    others = [other for other in spans if other.coding_id != coding_id]
    for changed, expected in (
        (index.with_coding(span), [*others, span]),
        (index.without(coding_id), others),
    ):
        anew = CodingIndex(changed.codings)
        assert set(changed.codings) == set(expected)
        assert anew.codings == changed.codings  # they are in order
        assert changed._furthest == anew._furthest
        assert changed.overlapping(start, start + size) == anew.overlapping(start, start + size)
        assert changed.find(coding_id) == anew.find(coding_id)
    assert index.codings == CodingIndex(spans).codings


def test_the_shortest_coding_comes_first():
    index = CodingIndex([coding(1, 0, 100), coding(2, 40, 60), coding(3, 45, 50)])
    assert [span.coding_id for span in index.at(46)] == [3, 2, 1]
    assert [span.coding_id for span in index.at(59)] == [2, 1]
    assert index.at(100) == []


def test_going_from_one_to_the_next():
    index = CodingIndex([coding(1, 0, 100), coding(2, 40, 60), coding(3, 45, 50)])
    assert index.after(40).coding_id == 2
    assert index.before(40).coding_id == 1
    assert index.before(0) is None
    assert index.after(46) is None
    assert index.beside(index.find(2), 1).coding_id == 3
    assert index.beside(index.find(1), -1) is None


def test_one_long_coding_does_not_make_every_look_slow():
    spans = [coding(0, 0, 10_000), *(coding(at, at, at + 1) for at in range(1, 5000))]
    index = CodingIndex(spans)
    looked = [run for run in index._furthest if run > 4990]
    assert len(looked) <= 3
    assert [span.coding_id for span in index.overlapping(4990, 4991)] == [0, 4990]
