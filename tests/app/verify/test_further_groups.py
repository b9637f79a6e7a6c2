"""Comparison by period, attribute and verifier; by theme and finding; all three roles; kept."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cli import run
from app.display.grid.grids import grid
from app.verify.comparison import compare, compare_named, one_sided, side_excerpts
from app.verify.comparison_saving import save_comparison
from app.verify.finding_evidence import add_evidence
from app.verify.findings import add_finding
from app.verify.groups import Group, group_named, verifiers
from app.verify.rules.groups import Outcome
from app.verify.three_roles import three_roles, three_roles_table, verifiers_json, verifiers_table
from app.verify.triangulation import triangulate
from models.design import Informant, Site, Verifies
from tests.app.verify.build import Builder

KEY, CORE, VERIFICATION = "key_person", "core_respondent", "verification_respondent"


@pytest.fixture
def make(study):
    return Builder(study)


@pytest.fixture
def laid(study, make):
    people = (
        ("KS", "principal", KEY, "2017-01-12", "A"),
        ("G1", "teacher", CORE, "2017-01-20", "A"),
        ("G2", "teacher", CORE, "2017-02-03", "B"),
        ("PW", "supervisor", VERIFICATION, "2017-02-10", "B"),
    )
    sources = {
        code: make.source(f"W/{code}", "interview", (code, category, role), on=on, site=site)
        for code, category, role, on, site in people
    }
    top = make.code("Factors")
    codes = {"Factors": top, "Rooms": make.code("Rooms", top), "Time": make.code("Time", top)}
    codes["Alone"] = make.code("Alone")
    for code, voices in (("Rooms", "KS+ G1+ PW-"), ("Time", "G2+ PW+"), ("Alone", "G1+")):
        for voice in voices.split():
            stance = "supports" if voice[-1] == "+" else "contradicts"
            make.coding(sources[voice[:2]], codes[code], stance)
    finding = add_finding(study, "Rooms hold it back", None)
    add_evidence(study, finding, [make.excerpt(sources["G1"])], "supports")
    add_evidence(study, finding, [make.excerpt(sources["PW"])], "contradicts")
    with make.change() as session:
        for code, years in (("G1", "2"), ("G2", "20")):
            row = session.query(Informant).filter_by(code=code).one()
            row.attributes = {"years": years}
        session.query(Site).filter_by(name="A").one().attributes = {"kind": "state"}
    return {"sources": sources, "codes": codes, "finding": finding}


def outcomes(found):
    return {code.claim.name: str(code.outcome) for code in found.codes}


def test_two_periods_hold_only_what_was_said_in_them(study, laid):
    found = compare(study, Group("period", "2017-01"), Group("period", "2017-02"))
    assert outcomes(found) == {
        "Factors": "split",
        "Rooms": "contradict",
        "Time": "right_only",
        "Alone": "left_only",
    }
    rooms = found.code(laid["codes"]["Rooms"])
    assert [row.informant for row in side_excerpts(study, found, rooms, "right")] == ["PW"]


def test_attributes_of_informants_and_of_sites(study, laid):
    found = compare_named(study, "years: 2", "Years: 20")
    assert outcomes(found)["Rooms"] == "left_only"
    assert outcomes(found)["Time"] == "right_only"
    state = group_named(study, "kind: state")
    rooms = compare(study, state, Group("site", "B")).code(laid["codes"]["Rooms"])
    assert str(rooms.outcome) == "contradict"
    assert rooms.left.speaking == 2


def test_by_theme_and_by_finding(study, laid):
    themes = compare(study, Group("role_kind", CORE), Group("role_kind", VERIFICATION), "theme")
    assert list(outcomes(themes)) == ["Factors", "Alone"]
    assert themes.jaccard == Fraction(1, 2)
    found = compare(study, Group("role_kind", CORE), Group("role_kind", VERIFICATION), "finding")
    (one,) = found.codes
    assert str(one.outcome) == "contradict"
    assert [row.informant for row in side_excerpts(study, found, one, "right")] == ["PW"]


def test_what_only_one_side_said(study, laid):
    found = compare(study, Group("role_kind", CORE), Group("role_kind", VERIFICATION))
    assert [code.claim.name for code in found.only("left")] == ["Alone"]
    assert found.only("right") == ()
    assert one_sided(found, "en") == ["Only Core respondents speak on: Alone."]


def test_each_verifier_with_those_whom_they_verify(study, laid, make):
    ((verifier, verified),) = verifiers(study)
    assert (verifier.name, len(verified.units)) == ("PW", 2)  # nobody named: all core respondents
    with make.change() as session:
        people = {row.code: row.id for row in session.query(Informant)}
        session.add(Verifies(verifier_id=people["PW"], verified_id=people["G2"]))
    ((verifier, verified),) = verifiers(study)
    assert verified.units == {people["G2"]}
    (one,) = verifiers_json(study)
    assert one["outcomes"]["agree"] == 1
    assert one["only_verifier"] == ["Factors > Rooms"]
    assert verifiers_table(study, "id")[1][:2] == ["PW", "1"]
    assert group_named(study, "those whom PW verifies") == verified


def test_the_three_roles_at_once(study, laid):
    table = three_roles_table(study, "en")
    assert table[0][1:4] == ["Key persons", "Core respondents", "Verification respondents"]
    rows = {row[0]: row[1:] for row in table[1:]}
    assert rows["Factors > Rooms"] == [
        *("supports (1)", "supports (1)", "contradicts (1)"),
        *("contradicted", "with the core respondents"),
    ]
    found = triangulate(study)
    (finding,) = three_roles(found, "finding")
    assert finding.behind(VERIFICATION).finding == laid["finding"]
    assert [one.claim.name for one in three_roles(found, "theme")] == ["Factors", "Alone"]


def test_a_comparison_is_kept_as_a_display(study, laid):
    found = compare(study, Group("role_kind", CORE), Group("role_kind", VERIFICATION))
    kept = grid(study, save_comparison(study, found))
    assert [head.name for head in kept.rows] == ["Factors", "Rooms", "Time", "Alone"]
    assert [head.entity for head in kept.columns] == ["role", "role", ""]
    cells = [kept.cell(kept.rows[1], column).words for column in kept.columns]
    assert cells == ["1 of 2  +", "1 of 1  −", "contradict"]
    assert kept.corner == "Code"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(["period 2017-01", "period 2017-02", "role_kind key_person",
                        "role_kind core_respondent", "site A", "site B"]))  # fmt: skip
def test_swapping_any_two_groups_mirrors(study, order):
    make = Builder(study)
    if not triangulate(study).codes:
        for code, on, site in (("KS", "2017-01-12", "A"), ("G1", "2017-02-20", "B")):
            role = KEY if code == "KS" else CORE
            source = make.source(f"W/{code}", "interview", (code, "c", role), on=on, site=site)
            make.coding(source, make.code("One"), "supports")
    left, right = (Group(*words.split()) for words in order[:2])
    one, other = compare(study, left, right), compare(study, right, left)
    mirror = {Outcome.LEFT_ONLY: Outcome.RIGHT_ONLY, Outcome.RIGHT_ONLY: Outcome.LEFT_ONLY}
    assert one.jaccard == other.jaccard
    for mine, theirs in zip(one.codes, other.codes, strict=True):
        assert (mine.left, mine.right) == (theirs.right, theirs.left)
        assert mirror.get(mine.outcome, mine.outcome) == theirs.outcome


@pytest.mark.parametrize("more", ["--roles", "--verifiers", "--by=theme", "--left=2017-01"])
def test_from_the_terminal(study, laid, capsys, more):
    path = str(study.path)
    study.close()
    for given_arguments in ([more], [more, "--json"]):
        assert run(["compare", path, *given_arguments]) == 0
        assert "PW" in (out := capsys.readouterr().out) or "Factors" in out
    assert run(["compare", path, "--roles", "--verifiers"]) == 2
