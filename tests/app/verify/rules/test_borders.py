from fractions import Fraction

import pytest

from app.errors import UserError
from app.verify.rules.cells import CellVerdict, Flag, judge_tally
from app.verify.rules.dimension import judge_dimension
from app.verify.rules.groups import Outcome, Yields, compare_groups, outcome_of, who_yields
from app.verify.rules.judging import Examined, judge
from app.verify.rules.overall import judge_overall
from app.verify.rules.pairs import Pair, Pairs, count_pairs, pair_of
from app.verify.rules.periods import judge_periods
from app.verify.rules.roles import judge_roles
from app.verify.rules.sites import judge_sites
from app.verify.rules.technique import judge_technique
from app.verify.rules.thresholds import Thresholds, read_thresholds
from app.verify.rules.votes import Tally, Voice

S, C, Q, X = 1, 2, 4, 3
OURS = Thresholds()


@pytest.mark.parametrize(
    ("counts", "verdict", "negative"),
    [
        (Tally(0, 0, 0, 0), "silent", False),
        (Tally(1, 1, 0, 0), "qualified", False),
        (Tally(51, 49, 0, 0), "supports", False),
        (Tally(50, 50, 0, 0), "qualified", False),
        (Tally(4, 0, 1, 0), "supports", True),
        (Tally(40, 0, 10, 0), "supports", True),
        (Tally(39, 0, 10, 0), "split", False),
        (Tally(1, 3, 1, 0), "qualified", True),
        (Tally(4, 0, 0, 1), "supports", True),
        (Tally(1, 0, 4, 0), "contradicts", True),
        (Tally(0, 1, 4, 0), "contradicts", True),
        (Tally(11, 0, 40, 0), "split", False),
        (Tally(0, 0, 1, 0), "contradicts", False),
        (Tally(1, 0, 3, 1), "split", False),
        (Tally(0, 0, 9, 1), "split", False),
        (Tally(0, 0, 0, 1), "split", False),
        (Tally(1, 0, 1, 0), "split", False),
    ],
)
def test_a_cell_at_the_borders_of_its_shares(counts, verdict, negative):
    cell = judge_tally(counts, OURS)
    assert cell.verdict == verdict
    assert cell.flags == ((Flag.NEGATIVE_CASE,) if negative else ())


def test_shares_are_exact_where_floats_are_not():
    # 0.1 + 0.2 > 0.3 in floats: 30 of 100 must still be at most .30
    thresholds = read_thresholds({"negative_case": 0.3})
    assert thresholds.negative_case == Fraction(3, 10)
    assert judge_tally(Tally(70, 0, 30, 0), thresholds).verdict == "supports"
    assert judge_tally(Tally(69, 0, 30, 0), thresholds).verdict == "split"
    assert read_thresholds({"refuting": "0.7"}).refuting == Fraction(7, 10)


@pytest.mark.parametrize("value", [-0.1, 1.1, "many", None, "nan", "inf"])
def test_a_threshold_that_is_no_share_is_refused(value):
    with pytest.raises(UserError) as caught:
        read_thresholds({"coverage": value})
    assert "coverage" in caught.value.sentence("en")
    assert "coverage" in caught.value.sentence("id")


def test_a_negative_case_must_stay_below_refuting():
    with pytest.raises(UserError, match=r"0\.8.*0\.8"):
        read_thresholds({"negative_case": "0.8"})


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("supports", "supports", Pair.AGREEMENT),
        ("qualified", "qualified", Pair.AGREEMENT),
        ("contradicts", "contradicts", Pair.AGREEMENT),
        ("split", "split", Pair.DISSONANCE),
        ("split", "supports", Pair.PARTIAL),
        ("split", "qualified", Pair.PARTIAL),
        ("split", "contradicts", Pair.PARTIAL),
        ("supports", "qualified", Pair.PARTIAL),
        ("contradicts", "supports", Pair.DISSONANCE),
        ("contradicts", "qualified", Pair.DISSONANCE),
        ("silent", "split", Pair.SILENCE),
        ("silent", "silent", None),
    ],
)
def test_every_pair_of_cells(one, other, pair):
    assert pair_of(CellVerdict(one), CellVerdict(other)) == pair
    assert pair_of(CellVerdict(other), CellVerdict(one)) == pair


@pytest.mark.parametrize(
    ("pairs", "index"),
    [
        (Pairs(0, 0, 0, 9), None),
        (Pairs(2, 0, 1), 0.667),
        (Pairs(1, 0, 2), 0.333),
        (Pairs(0, 1, 2), 0.167),
        (Pairs(2, 1, 0), 0.833),
        (Pairs(3, 1, 2), 0.583),
        (Pairs(0, 3, 117), 0.013),  # 0.0125: a half rounds up
        (Pairs(0, 0, 1), 0.0),
    ],
)
def test_the_index_has_three_decimals(pairs, index):
    assert pairs.index == index


def test_pairs_are_counted_once():
    verdicts = map(CellVerdict, ("supports", "supports", "qualified", "silent", "contradicts"))
    assert count_pairs(verdicts) == Pairs(agreement=1, partial=2, dissonance=3, silence=4)


def dimension(table, examined=(), *, must_be_independent=False):
    return judge_dimension(table, examined, OURS, must_be_independent=must_be_independent)


def test_a_cell_in_which_someone_speaks_was_examined():
    found = dimension({"interview": {"a": S}}, ("observation",))
    assert (found.speaking, found.examined) == (1, 2)
    assert list(found.cells) == ["observation", "interview"]


def test_flags_of_cells_are_flags_of_the_dimension_in_one_order():
    cells = {"a": {1: S, 2: S, 3: S, 4: S, 5: C}, "b": {6: X}}
    found = dimension(cells, ("a", "b", "c", "d", "e"))
    assert found.flags == ("internal_conflict", "low_coverage", "negative_case")
    assert (found.verdict, found.direction) == ("partial", "supports")


def test_one_unit_in_all_categories_is_single_even_when_it_clashes_with_itself():
    cells = {"principal": {"P1": S}, "chair": {"P1": C}}
    found = dimension(cells, must_be_independent=True)
    assert (found.verdict, found.direction, found.flags) == ("single", None, ("not_independent",))
    assert dimension(cells).verdict == "dissonant"
    cells["chair"]["P2"] = C
    assert dimension(cells, must_be_independent=True).verdict == "dissonant"


def test_dimensions_that_converge_on_opposite_sides_are_contested():
    one = dimension({"a": {1: S}, "b": {2: S}})
    other = dimension({"c": {1: C}, "d": {2: C}})
    roles = judge_roles({}, (), OURS)
    assert judge_overall(one, other, roles) == "contested"
    assert judge_overall(one, one, roles) == "partially_verified"


def test_single_and_silent_are_not_triangulated():
    silent, single = dimension({}), dimension({"a": {1: S}})
    roles = judge_roles({}, (), OURS)
    assert judge_overall(silent, silent, roles) == "no_evidence"
    assert judge_overall(single, silent, roles) == "not_triangulated"
    assert judge_overall(silent, single, roles) == "not_triangulated"


def test_other_roles_have_no_say():
    roles = judge_roles({"other": {1: S}, "core_respondent": {2: S}}, (), OURS)
    assert roles.verdict == "unverified"


def test_role_cells_are_judged_by_r2_but_only_independence_is_flagged():
    core = dict.fromkeys(range(9), S) | {9: C}
    roles = judge_roles({"core_respondent": core}, (), OURS)
    assert roles.core_respondent.verdict == "supports"
    assert roles.core_respondent.flags == ("negative_case",)
    assert roles.flags == ()


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("supports", "supports", "agree"),
        ("contradicts", "contradicts", "agree"),
        ("qualified", "qualified", "agree_qualified"),
        ("supports", "qualified", "agree_qualified"),
        ("supports", "contradicts", "contradict"),
        ("contradicts", "qualified", "contradict"),
        ("split", "split", "split"),
        ("contradicts", "split", "split"),
        ("split", "silent", "left_only"),
        ("not_examined", "supports", "right_only"),
        ("silent", "not_examined", "silent"),
    ],
)
def test_two_groups_by_the_rule_of_roles(left, right, outcome):
    assert outcome_of(CellVerdict(left), CellVerdict(right)) == outcome


def test_who_speaks_in_both_groups_is_dropped_as_the_roles_have_it():
    assert who_yields("key_person", "verification_respondent") == Yields.LEFT
    assert who_yields("verification_respondent", "core_respondent") == Yields.LEFT
    assert who_yields("core_respondent", "verification_respondent") == Yields.RIGHT
    assert who_yields("core_respondent", "core_respondent") == Yields.BOTH
    assert who_yields("other", "core_respondent") == Yields.BOTH
    assert who_yields(None, None) == Yields.BOTH


def test_a_group_whose_speakers_were_all_dropped_was_not_examined():
    both = {"P1": S}
    compared = compare_groups(both, both | {"P2": C}, OURS, yields=Yields.LEFT)
    assert (compared.left.verdict, compared.right.verdict) == ("not_examined", "split")
    assert (compared.outcome, compared.flags) == (Outcome.RIGHT_ONLY, ("not_independent",))
    neither = compare_groups(both, both | {"P2": C}, OURS)
    assert (neither.outcome, neither.right.verdict) == ("right_only", "contradicts")
    assert neither.dropped == ("P1",)
    assert compare_groups(both, both, OURS).outcome == "silent"
    assert compare_groups({}, {}, OURS).flags == ()


def test_site_coverage_counts_sites_with_a_supporting_or_qualified_unit():
    sites = ("a", "b", "c", "d")
    table = {"a": {1: S, 2: C}, "b": {3: S | Q}, "c": {4: X}, "d": {5: C}}
    found = judge_sites(table, sites, OURS)
    assert (found.supporting, found.all_sites, found.coverage, found.flags) == (2, 4, 0.5, ())
    found = judge_sites({"a": {1: S}}, ("a", "b", "c"), OURS)
    assert (found.coverage, found.flags) == (0.333, ("limited",))
    none = judge_sites({}, (), OURS)
    assert (none.coverage, none.flags) == (None, ())


def test_a_unit_that_moves_from_supports_to_contradicts_changed_over_time():
    table = {"2017-02": {"a": C, "b": S, "c": C}, "2016-12": {"a": S, "b": C, "c": C}}
    found = judge_periods(table, OURS)
    assert list(found.cells) == ["2016-12", "2017-02"]
    assert (found.changed, found.flags) == (("a",), ("changed_over_time",))
    unchanged = judge_periods({"2017-01": {"a": X}, "2017-02": {"a": C}}, OURS)
    assert unchanged.flags == ()


def test_technique_is_the_same_unit_or_category_by_two_methods():
    one = [(Voice("G1", "interview", "teacher"), S)]
    assert not judge_technique(one).is_triangulated
    two = [*one, (Voice("G2", "questionnaire", "teacher"), S)]
    assert judge_technique(two).categories == ("teacher",)
    assert judge_technique(two).units == ()
    three = [*two, (Voice("G1", "observation"), S)]
    assert judge_technique(three).units == ("G1",)


def test_a_judgement_gathers_the_flags_of_all_parts_once():
    voices = [
        (Voice("G1", "interview", "teacher", site="a", period="2017-01"), S),
        (Voice("G1", "interview", "teacher", site="a", period="2017-02"), C),
    ]
    judgement = judge(voices, Examined(sites=("a", "b", "c")), OURS)
    assert judgement.flags == ("changed_over_time", "internal_conflict", "limited")
    assert judgement.units == 1
