"""The numbers of METHOD.md section 4, and the libraries of the field as a second opinion."""

import math
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from krippendorff import alpha as theirs
from sklearn.metrics import cohen_kappa_score

from app.verify.agreement.measures import Counts, ac1, alpha, alpha_of, kappa, percent

KRIPPENDORFF = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]
counts = st.integers(0, 400)


@pytest.mark.parametrize(
    ("table", "p_o", "k", "gwet", "a"),
    [
        ([[13, 0, 0], [0, 20, 7], [0, 4, 56]], 0.89, 0.796409, 0.849331, 0.797258),
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.70, 0.491525, 0.575972, 0.488462),
        ([[45, 15], [25, 15]], 0.60, 0.130435, 0.266055, 0.125275),
    ],
)
def test_worked_tables(table, p_o, k, gwet, a):
    found = [f"{measure(table):.6f}" for measure in (percent, kappa, ac1, alpha)]
    assert found == [f"{number:.6f}" for number in (p_o, k, gwet, a)]


def test_four_coders_with_missing_values():
    rows = [[None if v == "." else v for v in row.split()] for row in KRIPPENDORFF]
    found = alpha_of((unit, 1) for unit in zip(*rows, strict=True))
    assert f"{found:.6f}" == "0.743421"


@pytest.mark.parametrize("table", [[[9, 0], [0, 0]], [[0, 0], [0, 9]]])
def test_no_variation_is_undefined(table):
    assert percent(table) == 1
    assert [kappa(table), ac1(table), alpha(table)] == [None, None, None]


def test_nothing_at_all_is_undefined():
    table = [[0, 0], [0, 0]]
    assert [m(table) for m in (percent, kappa, ac1, alpha)] == [None] * 4
    assert Counts().jaccard is None
    assert Counts(neither=100).jaccard is None


def test_jaccard_is_both_by_either_whatever_is_uncoded():
    assert Counts(3, 1, 2, 10_000).jaccard == 0.5


@given(counts, counts, counts, counts)
def test_as_the_libraries_say(both, left, right, neither):
    table = Counts(both, left, right, neither).table
    cells = [(r, c) for r in (0, 1) for c in (0, 1)]
    if sum(map(sum, table)) == 0:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = cohen_kappa_score(
            *zip(*cells, strict=True), sample_weight=[table[r][c] for r, c in cells]
        )
    found = kappa(table)
    assert (found is None and math.isnan(expected)) or found == pytest.approx(expected)
    units = [[(r == v) + (c == v) for v in (0, 1)] for r, c in cells for _ in range(table[r][c])]
    if alpha(table) is None:
        assert len({tuple(unit) for unit in units}) == 1
    else:
        expected = theirs(value_counts=units, level_of_measurement="nominal")
        assert alpha(table) == pytest.approx(expected)
