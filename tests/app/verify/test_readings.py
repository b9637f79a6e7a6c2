import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.verify.cells import cell_excerpts
from app.verify.readings import read_claim, readings_json, readings_table
from app.verify.rules.judging import Examined, judge
from app.verify.rules.pairs import Pair
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import Evidence, Voice, heard
from app.verify.triangulation import triangulate
from tests.app.verify.build import Builder

KEY, CORE, VERIFICATION = "key_person", "core_respondent", "verification_respondent"


@pytest.fixture
def laid(study):
    make = Builder(study)
    code = make.code("Facilities")
    first = make.source(
        "W/1", "interview", ("KS-01", "principal", KEY), site="North", on="2017-01-12"
    )
    again = make.source(
        "W/2", "interview", ("KS-01", "principal", KEY), site="North", on="2017-03-02"
    )
    teacher = make.source("K/1", "questionnaire", ("G-01", "teacher", CORE), site="South")
    make.source("O/1", "observation", site="South", on="2017-02-01", category="activity")
    make.coding(first, code)
    make.coding(again, code, "contradicts")
    make.coding(teacher, code, "qualifies")
    return make, code


def read(study, dimension):
    return read_claim(triangulate(study).codes[0], dimension, "en")


def test_a_reading_names_its_cells_their_units_and_their_pairs(study, laid):
    found = read(study, "method")
    said = [(c.words, str(c.cell.verdict), c.labels) for c in found.cells]
    assert said == [
        ("Interview", "split", ("KS-01",)),
        ("Observation", "silent", ()),
        ("Questionnaire", "qualified", ("G-01",)),
    ]
    assert found.pair("questionnaire", "interview") == Pair.PARTIAL
    assert found.pair("observation", "interview") == Pair.SILENCE
    assert (found.index, found.rule, found.verdict) == (0.5, "R3", "partial")
    assert found.sentence().startswith("Method triangulation: partly convergent.")


def test_by_time_the_silent_months_stand_too_and_the_change_asks_for_a_memo(study, laid):
    found = read(study, "period")
    assert [(c.name, str(c.cell.verdict)) for c in found.cells] == [
        ("2017-01", "supports"),
        ("2017-02", "silent"),
        ("2017-03", "contradicts"),
    ]
    assert (found.verdict, found.flags) == ("changed", ("changed_over_time",))
    assert "Write a memo" in found.text
    assert found.pair("2017-01", "2017-03") == Pair.DISSONANCE


def test_by_role_and_by_site(study, laid):
    roles = read(study, "role")
    assert [c.words for c in roles.cells][:2] == ["Key persons", "Core respondents"]
    sites = read(study, "site")
    assert (sites.verdict, sites.verdict_words, sites.rule) == ("covered", "1 of 2", "R7")


def test_the_excerpts_behind_a_period(study, laid):
    found = triangulate(study)
    behind = cell_excerpts(study, found, found.codes[0], "period", "2017-03")
    assert [row.reference for row in behind] == ["W/2"]
    assert len(cell_excerpts(study, found, found.codes[0], "category", "principal")) == 2


def test_the_terminal_gets_a_table_and_json(study, laid):
    head, row = readings_table(study, "period", "en")
    assert head[1:4] == ["2017-01", "2017-02", "2017-03"]
    assert row[-2:] == ["changed over time", "0.000"]
    (code,) = readings_json(study, "method", "en")["codes"]
    assert code["cells"]["interview"]["units"] == ["KS-01"]
    assert {"of": ["interview", "questionnaire"], "is": "partial"} in code["pairs"]
    with pytest.raises(UserError):
        readings_table(study, "colour", "en")


_stances = st.sampled_from(["supports", "contradicts", "qualifies"])
_voices = st.builds(
    Voice,
    unit=st.integers(1, 6),
    method=st.sampled_from(["interview", "observation", "questionnaire", "documentation"]),
    category=st.sampled_from(["principal", "teacher", "board", None]),
    role_kind=st.sampled_from([KEY, CORE, VERIFICATION, None]),
    site=st.sampled_from(["North", "South", None]),
    period=st.sampled_from(["2017-01", "2017-02", None]),
)
_evidence = st.lists(st.builds(Evidence, voice=_voices, stance=_stances), max_size=14)


@given(_evidence, st.randoms())
def test_the_order_of_coding_changes_nothing(pieces, random):
    mixed = list(pieces)
    random.shuffle(mixed)
    examined = Examined(("interview", "observation"), ("teacher",), (CORE,), ("North",))
    assert judge(heard(pieces), examined, Thresholds()) == judge(
        heard(mixed), examined, Thresholds()
    )


@given(_evidence, st.integers(1, 5))
def test_one_unit_has_one_vote_however_often_it_says_the_same(pieces, times):
    examined = Examined(("interview",), ("teacher",), (CORE,), ("North",))
    once, often = (judge(heard(pieces * n), examined, Thresholds()) for n in (1, times))
    assert once == often


@given(_evidence)
def test_a_silent_source_changes_no_verdict_but_coverage(pieces):
    """One more category and one more method that were asked and said nothing."""
    few = Examined(("interview",), ("teacher",), (KEY, CORE, VERIFICATION), ("North",))
    more = Examined(
        (*few.methods, "photographs"), (*few.categories, "pupils"), few.roles, ("North",)
    )
    before, after = (judge(heard(pieces), one, Thresholds()) for one in (few, more))
    assert before.overall == after.overall
    for one, other in ((before.method, after.method), (before.source, after.source)):
        assert (one.verdict, one.direction, one.index) == (
            other.verdict,
            other.direction,
            other.index,
        )
        assert set(other.flags) - set(one.flags) <= {"low_coverage"}
    assert before.role == after.role
