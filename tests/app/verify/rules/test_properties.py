from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.verify.rules.groups import Outcome, Yields, compare_groups, who_yields
from app.verify.rules.judging import Examined, judge
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import Evidence, Voice, heard

METHODS = ("interview", "observation", "questionnaire", "documentation")
CATEGORIES = ("principal", "teacher", "board")
KINDS = ("key_person", "core_respondent", "verification_respondent")
EXAMINED = Examined(METHODS, CATEGORIES, KINDS, ("a", "b"))
OURS = Thresholds()

voices = st.builds(
    Voice,
    unit=st.sampled_from([f"U{n}" for n in range(8)]),
    method=st.sampled_from(METHODS),
    category=st.none() | st.sampled_from(CATEGORIES),
    role_kind=st.none() | st.sampled_from(KINDS),
    site=st.none() | st.sampled_from(("a", "b")),
    period=st.none() | st.sampled_from(("2016-12", "2017-01", "2017-02")),
)
pieces = st.builds(Evidence, voices, st.sampled_from(("supports", "contradicts", "qualifies")))
evidence = st.lists(pieces, max_size=30)
votes = st.dictionaries(st.integers(0, 9), st.integers(1, 7), max_size=8)


def judged(evidence, examined=EXAMINED):
    return judge(heard(evidence), examined, OURS)


@given(evidence, st.data())
def test_saying_it_again_changes_nothing(evidence, data):
    again = data.draw(st.lists(st.sampled_from(evidence), max_size=12)) if evidence else []
    assert judged([*evidence, *again]) == judged(evidence)


@given(evidence)
def test_a_unit_has_one_vote_a_cell(evidence):
    judgement = judged(evidence)
    for dimension, cell_of in (
        (judgement.method, lambda v: v.method),
        (judgement.source, lambda v: v.category),
        (judgement.sites, lambda v: v.site),
        (judgement.periods, lambda v: v.period),
    ):
        for name, cell in dimension.cells.items():
            units = {e.voice.unit for e in evidence if cell_of(e.voice) == name}
            assert cell.tally.speaking == len(units)


@given(evidence, st.randoms())
def test_the_order_changes_nothing(evidence, random):
    mixed = list(evidence)
    random.shuffle(mixed)
    assert judged(mixed) == judged(evidence)


@given(evidence)
def test_a_silent_source_changes_no_verdict_but_coverage(evidence):
    more = replace(
        EXAMINED, methods=(*METHODS, "survey"), categories=(*CATEGORIES, "parent", "pupil")
    )
    before, after = judged(evidence), judged(evidence, more)
    for one, other, silent in (
        (before.method, after.method, 1),
        (before.source, after.source, 2),
    ):
        assert (one.verdict, one.direction, one.index) == (
            other.verdict,
            other.direction,
            other.index,
        )
        assert set(other.flags) - set(one.flags) <= {"low_coverage"}
        assert (other.speaking, other.examined) == (one.speaking, one.examined + silent)
    assert (before.role, before.overall) == (after.role, after.overall)


@given(evidence)
def test_nobody_verifies_himself(evidence):
    role = judged(evidence).role
    units = {k: {e.voice.unit for e in evidence if e.voice.role_kind == k} for k in KINDS}
    core, verification, key = (
        units["core_respondent"],
        units["verification_respondent"],
        units["key_person"],
    )
    assert role.core_respondent.tally.speaking == len(core)
    assert role.verification_respondent.tally.speaking == len(verification - core)
    assert role.key_person.tally.speaking == len(key - core - verification)
    assert bool(role.flags) == bool((verification & core) | (key & (core | verification)))


@given(evidence)
def test_direction_is_given_where_something_converges_and_nowhere_else(evidence):
    judgement = judged(evidence)
    for dimension in (judgement.method, judgement.source):
        assert (dimension.direction is None) == (
            dimension.verdict in ("silent", "single", "dissonant")
        )
        assert dimension.index is None or 0 <= dimension.index <= 1


MIRROR = {
    Outcome.LEFT_ONLY: Outcome.RIGHT_ONLY,
    Outcome.RIGHT_ONLY: Outcome.LEFT_ONLY,
}


@given(votes, votes, st.sampled_from((None, *KINDS)), st.sampled_from((None, *KINDS)))
def test_swapping_two_groups_mirrors_their_comparison(left, right, left_kind, right_kind):
    one = compare_groups(left, right, OURS, yields=who_yields(left_kind, right_kind))
    other = compare_groups(right, left, OURS, yields=who_yields(right_kind, left_kind))
    assert (one.left, one.right) == (other.right, other.left)
    assert (one.flags, one.dropped) == (other.flags, other.dropped)
    assert MIRROR.get(one.outcome, one.outcome) == other.outcome


@given(votes, votes)
def test_core_and_verification_are_compared_as_any_two_groups_are(core, verification):
    from app.verify.rules.roles import judge_roles

    roles = judge_roles(
        {"core_respondent": core, "verification_respondent": verification}, KINDS, OURS
    )
    compared = compare_groups(core, verification, OURS, yields=Yields.RIGHT)
    assert (roles.core_respondent, roles.verification_respondent) == (
        compared.left,
        compared.right,
    )
