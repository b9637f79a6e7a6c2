from hypothesis import given
from hypothesis import strategies as st

from app.verify.agreement.measures import Counts
from app.verify.agreement.spans import (
    Units,
    by_characters,
    by_segments,
    by_units,
    matches,
    merged,
    overlap,
)

LENGTH = 60
spans = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 20)).map(
        lambda pair: (pair[0], min(LENGTH, pair[0] + pair[1]))
    ),
    max_size=8,
)


@given(spans, spans)
def test_characters_as_counted_one_by_one(left, right):
    mine = {at for start, end in left for at in range(start, end)}
    theirs = {at for start, end in right for at in range(start, end)}
    expected = Counts(
        len(mine & theirs), len(mine - theirs), len(theirs - mine), LENGTH - len(mine | theirs)
    )
    assert by_characters(merged(left), merged(right), LENGTH) == expected


@given(spans, spans)
def test_units_as_counted_one_by_one(left, right):
    units = [(0, 10), (11, 30), (31, 32), (40, 60)]

    def hit(those):
        return {n for n, (s, e) in enumerate(units) if any(a < e and b > s for a, b in those)}

    mine, theirs = hit(left), hit(right)
    expected = Counts(
        len(mine & theirs), len(mine - theirs), len(theirs - mine), 4 - len(mine | theirs)
    )
    assert by_units(left, right, Units(units)) == expected


def test_segments_match_at_nine_tenths():
    assert matches([(0, 100)], [(0, 90)]) == [(0, 0)]
    assert matches([(0, 100)], [(0, 89)]) == []
    assert matches([(0, 100)], [(0, 89)], 0.5) == [(0, 0)]
    assert by_segments([(0, 100), (200, 300)], [(0, 95), (400, 500)]) == Counts(1, 1, 1, 0)


@given(spans, spans, st.sampled_from([0.5, 0.9, 1.0]))
def test_every_segment_matches_once_at_most(left, right, least):
    found = matches(left, right, least)
    assert len({a for a, _ in found}) == len({b for _, b in found}) == len(found)
    assert all(overlap(left[a], right[b]) >= least - 1e-9 for a, b in found)


@given(spans)
def test_a_coder_agrees_with_themselves(own):
    assert by_segments(own, own) == Counts(len(own), 0, 0, 0)
