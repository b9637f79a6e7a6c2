import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reduce import overlaps
from app.reduce.code_tree import Tree
from app.reduce.cooccurrence import MEASURES, cooccur, cooccurrence, pair_excerpts
from app.reduce.overlaps import Spans


def cell(found, laid, one, other, matrix="touching"):
    place = {code: n for n, code in enumerate(found.codes)}
    return getattr(found, matrix)[place[laid.codes[one]], place[laid.codes[other]]]


@pytest.fixture
def coded(laid):
    """One long excerpt of Time over two of Tools, one of both, one that only meets the border."""
    laid.code("Factors > Time")
    laid.code("Factors > Tools")
    laid.code("Silent")
    laid.coding("Time", 1, 0, 50, 1)
    laid.coding("Tools", 1, 5, 10, 1)
    laid.coding("Tools", 1, 40, 60, 2)
    laid.coding("Time", 2, 0, 20, 3)
    laid.coding("Tools", 2, 0, 20, 3)
    laid.coding("Time", 3, 0, 20, 4)
    laid.coding("Tools", 3, 20, 30, 5)
    return laid


def test_excerpts_of_one_are_counted_that_overlap_the_other(study, coded):
    found = cooccurrence(study)
    assert cell(found, coded, "Time", "Tools") == 2
    assert cell(found, coded, "Tools", "Time") == 3
    assert cell(found, coded, "Time", "Time") == 3
    assert cell(found, coded, "Time", "Tools", "common") == 1
    assert cell(found, coded, "Time", "Tools", "overlapping") == 4
    assert cell(found, coded, "Time", "Tools", "excerpt_jaccard") == pytest.approx(4 / 6)
    assert cell(found, coded, "Silent", "Tools") == 0
    assert cell(found, coded, "Silent", "Silent", "excerpt_jaccard") == 0


def test_those_who_speak_of_both_are_shared(study, coded):
    found = cooccurrence(study)
    assert cell(found, coded, "Time", "Tools", "shared_units") == 2
    assert cell(found, coded, "Time", "Tools", "unit_jaccard") == pytest.approx(2 / 5)


def test_a_source_that_nobody_speaks_in_speaks_for_itself(study, laid):
    laid.coding("A", 1, 0, 5)
    laid.coding("B", 1, 9, 12)
    laid.coding("B", 2, 0, 5, 1)
    found = cooccurrence(study)
    assert cell(found, laid, "A", "B", "shared_units") == 1
    assert cell(found, laid, "B", "B", "shared_units") == 2


def test_branches_count_for_the_codes_above_them(study, coded):
    assert cell(cooccurrence(study), coded, "Time", "Tools") == 2
    found = cooccurrence(study, branches=True)
    factors = next(c for c in found.codes if c not in coded.codes.values())
    coded.codes["Factors"] = factors
    assert cell(found, coded, "Factors", "Factors") == 6  # seven codings, one excerpt has two
    assert cell(found, coded, "Time", "Factors") == 3
    assert cell(found, coded, "Factors", "Tools") == 5
    pairs = [(p.one, p.other) for p in found.strongest()]
    assert pairs == [(coded.codes["Time"], coded.codes["Tools"])]


def test_only_the_codings_of_a_coder_and_those_not_set_aside(study, laid):
    laid.coding("A", 1, 0, 9, 1)
    laid.coding("B", 1, 5, 12, 1, coder=9)
    laid.coding("A", 2, 0, 9, 1, set_aside=True)
    laid.coding("B", 2, 5, 12, 1)
    assert cell(cooccurrence(study), laid, "A", "B") == 1
    assert cell(cooccurrence(study), laid, "A", "A") == 1
    assert cell(cooccurrence(study, coders=[1]), laid, "A", "B") == 0
    assert cell(cooccurrence(study, coders=[1, 9]), laid, "A", "B") == 1
    assert cell(cooccurrence(study, coders=[9]), laid, "B", "B") == 1


def test_two_coders_on_one_excerpt_are_one_excerpt(study, laid):
    laid.coding("A", 1, 0, 9, 1)
    laid.coding("A", 1, 0, 9, 1, coder=9)
    laid.coding("B", 1, 5, 12, 1)
    assert cell(cooccurrence(study), laid, "A", "B") == 1
    assert cell(cooccurrence(study), laid, "A", "A") == 1


def test_the_excerpts_of_a_pair_are_those_that_were_counted(study, coded):
    one, other = coded.codes["Time"], coded.codes["Tools"]
    found = pair_excerpts(study, one, other)
    rows = found.page(study, 0, 100, "en")
    assert [(r.code, r.source_id, r.start) for r in rows] == [
        ("Time", 1, 0), ("Tools", 1, 5), ("Tools", 1, 40), ("Time", 2, 0), ("Tools", 2, 0)
    ]  # fmt: skip
    assert [r.coding_id for r in found.page(study, 1, 2, "en")] == list(found.codings[1:3])
    assert len(set(found.excerpts)) == cell(cooccurrence(study), coded, "Time", "Tools",
                                            "overlapping")  # fmt: skip
    assert len(pair_excerpts(study, one, one).codings) == 3
    assert pair_excerpts(study, one, coded.codes["Silent"]).codings == ()
    assert pair_excerpts(study, one, other, coders=[9]).codings == ()


def test_the_excerpts_of_a_pair_of_branches(study, coded):
    factors = next(c for c in cooccurrence(study).codes if c not in coded.codes.values())
    coded.coding("Silent", 1, 45, 48, 1)
    assert pair_excerpts(study, factors, coded.codes["Silent"]).codings == ()
    found = pair_excerpts(study, factors, coded.codes["Silent"], branches=True)
    assert len(found.codings) == 3


def test_a_study_without_codes_or_codings_is_empty(study, laid):
    assert cooccurrence(study).codes == ()
    laid.code("A")
    found = cooccurrence(study)
    assert found.touching.tolist() == [[0]]
    assert found.strongest() == []


# --- whatever is coded ---------------------------------------------------------------------------

TREE = Tree({1: None, 2: 1, 3: 1, 4: 2, 5: None})
rows = st.lists(
    st.tuples(
        st.integers(1, 2), st.integers(0, 12), st.integers(1, 8), st.integers(1, 5),
        st.integers(1, 2),
    ),
    max_size=25,
)  # fmt: skip


def spans_of(drawn):
    """Codings as the study would give them: one excerpt a span, with one speaker."""
    excerpts = {s: n for n, s in enumerate(sorted({(d[0], d[1], d[1] + d[2]) for d in drawn}))}
    speaker = {}
    found = set()
    for source, start, length, code, who in drawn:
        span = (source, start, start + length)
        found.add((excerpts[span], code, *span, speaker.setdefault(span, who)))
    ordered = sorted(found, key=lambda f: (f[2:5], f[0], f[1]))
    columns = list(zip(*ordered, strict=True)) or [()] * 6
    excerpt, code, source, start, end, unit = (np.array(c, dtype=np.int64) for c in columns)
    return Spans(np.arange(len(excerpt)), excerpt, code, source, start, end, unit)


def slowly(spans, branches):
    """The same counts by looking at every two codings."""
    said = {}
    for n in range(len(spans)):
        code = int(spans.code[n])
        for each in (code, *TREE.above(code)) if branches else (code,):
            span = (int(spans.source[n]), int(spans.start[n]), int(spans.end[n]))
            said.setdefault(each, {})[span] = int(spans.unit[n])
    order = [code for code, _ in TREE.in_order()]
    touching = [
        [
            sum(
                any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for b in said.get(other, {}))
                for a in said.get(one, {})
            )
            for other in order
        ]
        for one in order
    ]
    shared = [
        [len({*said.get(a, {}).values()} & {*said.get(b, {}).values()}) for b in order]
        for a in order
    ]
    return touching, shared


@settings(max_examples=150, deadline=None)
@given(rows, st.booleans(), st.sampled_from([1, 3, 1_000_000]))
def test_the_sweep_counts_what_looking_at_every_pair_counts(drawn, branches, at_once):
    spans = spans_of(drawn)
    before, overlaps.AT_ONCE = overlaps.AT_ONCE, at_once
    try:
        found = cooccur(spans, TREE, branches=branches)
    finally:
        overlaps.AT_ONCE = before
    touching, shared = slowly(spans, branches)
    assert found.touching.tolist() == touching
    assert found.shared_units.tolist() == shared


@settings(max_examples=100, deadline=None)
@given(rows, st.booleans())
def test_measures_are_symmetric_and_bounded(drawn, branches):
    found = cooccur(spans_of(drawn), TREE, branches=branches)
    for by in MEASURES:
        matrix = found.measured(by)
        assert np.array_equal(matrix, matrix.T)
        assert (matrix >= 0).all()
    for matrix in (found.excerpt_jaccard, found.unit_jaccard):
        assert (matrix <= 1).all()
        used = np.diagonal(found.common) > 0
        assert (np.diagonal(matrix)[used] == 1).all()
    strengths = [pair.overlapping for pair in found.strongest()]
    assert strengths == sorted(strengths, reverse=True)
