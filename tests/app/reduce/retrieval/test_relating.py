"""Each relation against its definition, spelled out pair by pair."""

import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reduce.overlaps import Spans
from app.reduce.retrieval.asking import RELATIONS
from app.reduce.retrieval.relating import related

TEXT = "a bb 😀 c, d-e f.\ngg h  ii j"
WORDS = 3

codings = st.lists(
    st.tuples(st.integers(1, 3), st.integers(0, len(TEXT) - 1), st.integers(1, 9)), max_size=9
)
codes = st.sets(st.integers(0, 2), min_size=1)


def spans(rows):
    """Rows are (coding, excerpt, source, start, end)."""
    columns = list(zip(*rows, strict=True)) or [()] * 5
    coding, excerpt, source, start, end = (np.array(c, dtype=np.int64) for c in columns)
    return Spans(coding, excerpt, coding * 0, source, start, end, source)


def gap(one, other):
    """How many words stand between two spans that share nothing."""
    low, high = (one[4], other[3]) if one[4] <= other[3] else (other[4], one[3])
    return len(re.findall(r"\w+", TEXT[low:high]))


DEFINITIONS = {
    "overlaps": lambda a, b: max(a[3], b[3]) < min(a[4], b[4]),
    "inside": lambda a, b: b[3] <= a[3] and a[4] <= b[4] and a[3:] != b[3:],
    "around": lambda a, b: a[3] <= b[3] and b[4] <= a[4] and a[3:] != b[3:],
    "near": lambda a, b: DEFINITIONS["overlaps"](a, b) or gap(a, b) <= WORDS,
}


def test_every_relation_has_a_definition():
    assert set(DEFINITIONS) == set(RELATIONS) - {""}


@settings(max_examples=300, deadline=None)
@given(codings, st.data(), st.sampled_from(sorted(DEFINITIONS)))
def test_a_relation_is_what_its_definition_says(found, data, relation):
    rows, excerpts = [], {}
    for number, (source, start, length) in enumerate(found, 1):
        span = (source, start, min(start + length, len(TEXT)))
        rows.append((number, excerpts.setdefault(span, len(excerpts) + 1), *span))
    ones = [row for row in rows if data.draw(st.booleans())]
    others = [row for row in rows if data.draw(st.booleans())]
    expected = {
        a[1]
        for a in ones
        for b in others
        if a[0] != b[0] and a[2] == b[2] and DEFINITIONS[relation](a, b)
    }
    quote = lambda _source, start, end: TEXT[start:end]  # noqa: E731
    assert set(related(relation, spans(ones), spans(others), WORDS, quote)) == expected
