from fractions import Fraction

import pytest

from app.errors import UserError
from app.verify.comparison import (
    compare,
    comparison_json,
    comparison_table,
    count_words,
    side_excerpts,
)
from app.verify.groups import Group, group_named, groups
from app.verify.settings import set_thresholds
from models.design import Coverage, Informant, Role
from tests.app.verify.build import Builder

KEY, CORE, VERIFICATION = "key_person", "core_respondent", "verification_respondent"


@pytest.fixture
def make(study):
    return Builder(study)


@pytest.fixture
def laid(study, make):
    """Two key persons and three verification respondents on five codes."""
    sources = {
        code: make.source(f"W/{code}", "interview", (code, category, role), site=site)
        for code, category, role, site in (
            ("KS-01", "principal", KEY, "Ciawi 01"),
            ("KS-02", "principal", KEY, "Ciawi 02"),
            ("PG-01", "board", VERIFICATION, "Ciawi 01"),
            ("PG-02", "board", VERIFICATION, "Ciawi 02"),
            ("PW-01", "supervisor", VERIFICATION, None),
        )
    }
    said = {
        "Agreed": "KS-01+ KS-02+ PG-01+ PG-02+ PW-01+",
        "Qualified": "KS-01+ KS-01~ PG-01+",
        "Contradicted": "KS-01+ KS-02+ PG-01- PW-01-",
        "Left": "KS-02+",
        "Right": "PG-01+ PG-02- PW-01~",
        "Silent": "",
    }
    stances = {"+": "supports", "-": "contradicts", "~": "qualifies"}
    codes = {name: make.code(name) for name in said}
    for name, voices in said.items():
        for voice in voices.split():
            make.coding(sources[voice[:-1]], codes[name], stances[voice[-1]])
    return {"sources": sources, "codes": codes}


def test_key_persons_and_verification_respondents_code_by_code(study, laid):
    found = compare(study)
    assert (found.left_units, found.right_units) == (2, 3)
    rows = {
        c.claim.name: (
            count_words(c.left, "en"), c.left.signs, count_words(c.right, "id"), c.right.signs,
            str(c.outcome),
        )
        for c in found.codes
    }  # fmt: skip
    assert rows == {
        "Agreed": ("2 of 2", "+ +", "3 dari 3", "+ + +", "agree"),
        "Qualified": ("1 of 2", "±", "1 dari 3", "+", "agree_qualified"),
        "Contradicted": ("2 of 2", "+ +", "2 dari 3", "− −", "contradict"),
        "Left": ("1 of 2", "+", "0 dari 3", "", "left_only"),
        "Right": ("0 of 2", "", "3 dari 3", "+ ± −", "right_only"),
        "Silent": ("0 of 2", "", "0 dari 3", "", "silent"),
    }
    assert (found.shared, found.spoken, found.jaccard) == (3, 5, Fraction(3, 5))


def test_swapping_the_groups_mirrors_the_table(study, laid):
    one = compare(study)
    other = compare(study, one.right, one.left)
    mirror = {"left_only": "right_only", "right_only": "left_only"}
    for mine, theirs in zip(one.codes, other.codes, strict=True):
        assert (mine.left, mine.right) == (theirs.right, theirs.left)
        assert mirror.get(mine.outcome, mine.outcome) == theirs.outcome


def test_the_excerpts_of_each_side(study, laid):
    found = compare(study)
    code = found.code(laid["codes"]["Contradicted"])
    left = side_excerpts(study, found, code, "left")
    assert [(row.informant, row.direction) for row in left] == [
        ("KS-01", "affirms"),
        ("KS-02", "affirms"),
    ]
    right = side_excerpts(study, found, code, "right")
    assert [row.informant for row in right] == ["PG-01", "PW-01"]
    assert side_excerpts(study, found, found.code(laid["codes"]["Silent"]), "left") == []


def test_two_sites_two_categories_and_two_roles(study, laid):
    def outcomes(left, right):
        return [str(c.outcome) for c in compare(study, left, right).codes]

    sites = outcomes(Group("site", "Ciawi 01"), Group("site", "Ciawi 02"))
    assert sites == ["agree", "left_only", "split", "right_only", "contradict", "silent"]
    categories = outcomes(Group("category", "board"), Group("category", "supervisor"))
    assert categories == ["agree", "left_only", "agree", "silent", "split", "silent"]
    roles = outcomes(Group("role", "Key person"), Group("role", "Verification respondent"))
    assert roles == [str(c.outcome) for c in compare(study).codes]
    found = compare(study, Group("site", "Ciawi 01"), Group("site", "Ciawi 02"))
    code = found.code(laid["codes"]["Contradicted"])
    assert [r.informant for r in side_excerpts(study, found, code, "left")] == ["KS-01", "PG-01"]


def test_one_man_with_two_posts_is_shown_in_each_only_with_what_he_said_there(study, make):
    code = make.code("A")
    as_principal = make.source("W/1", "interview", ("P1", "principal", KEY))
    as_head = make.source("W/2", "interview", ("P1", "cluster head", VERIFICATION))
    other = make.source("W/3", "interview", ("P2", "principal", KEY))
    for source in (as_principal, as_head, other):
        make.coding(source, code)
    found = compare(study)
    row = found.code(code)
    assert (row.outcome, row.flags, row.dropped) == ("agree", ("not_independent",), ("P1",))
    assert (row.left.speaking, row.right.speaking) == (1, 1)
    assert [r.reference for r in side_excerpts(study, found, row, "left")] == ["W/3"]
    assert [r.reference for r in side_excerpts(study, found, row, "right")] == ["W/2"]
    posts = compare(study, Group("category", "principal"), Group("category", "cluster head"))
    assert (posts.code(code).outcome, posts.code(code).right.speaking) == ("left_only", 0)


def test_a_code_above_speaks_by_those_under_it_but_is_not_shared_by_that(study, make):
    top = make.code("Top")
    one, other = make.code("One", top), make.code("Other", top)
    make.coding(make.source("W/1", "interview", ("KS-01", "principal", KEY)), one)
    make.coding(make.source("W/2", "interview", ("PG-01", "board", VERIFICATION)), other)
    found = compare(study)
    assert [str(c.outcome) for c in found.codes] == ["agree", "left_only", "right_only"]
    assert (found.shared, found.spoken, found.jaccard) == (0, 2, Fraction(0))
    assert len(side_excerpts(study, found, found.code(top), "left")) == 1


def test_who_was_not_asked_about_a_focus_is_not_counted(study, make):
    focus = make.focus("F1")
    code = make.code("A", question=focus)
    make.coding(make.source("W/1", "interview", ("KS-01", "principal", KEY)), code)
    make.source("W/2", "interview", ("KS-02", "principal", KEY))
    with make.change() as session:
        other = session.query(Informant.id).filter_by(code="KS-02").scalar()
        session.add(Coverage(informant_id=other, question_id=focus, state="not_asked"))
    assert compare(study).code(code).left.asked == 1


def test_groups_are_found_by_their_names_in_both_languages(study, laid, make):
    with make.change() as session:
        session.add(Role(name="Guide", kind="other"))
    assert group_named(study, "informan kunci") == Group("role_kind", KEY)
    assert group_named(study, "key_person") == Group("role_kind", KEY)
    assert group_named(study, "GUIDE") == Group("role", "Guide")
    assert group_named(study, "board") == Group("category", "board")
    assert group_named(study, " ciawi 01 ") == Group("site", "Ciawi 01")
    with pytest.raises(UserError, match=r"“pupils”.*Key persons, .*board.*Ciawi 02"):
        group_named(study, "pupils")
    kinds = [group.kind for group in groups(study)]
    order = ["role_kind", "role", "category", "site", "informant", "verified"]
    assert list(dict.fromkeys(kinds)) == order


def test_the_table_and_the_json(study, laid):
    table = comparison_table(study, None, None, "en")
    assert table[0] == [
        *("Code", "Key persons", "Direction", "Verification respondents", "Direction", "Verdict"),
    ]
    assert table[4] == ["Left", "1 of 2", "+", "0 of 3", "", "key persons only"]
    assert comparison_table(study, "board", "supervisor", "id")[2][-1] == "hanya board"
    found = comparison_json(study, "Key persons", "Responden verifikasi")
    assert found["left"] == {"group": KEY, "units": 2}
    assert (found["shared"], found["spoken"], found["jaccard"]) == (3, 5, 0.6)
    assert found["codes"][2] == {
        "code": "Contradicted",
        "left": {"speaking": 2, "asked": 2, "directions": ["supports"] * 2, "cell": "supports"},
        "right": {
            "speaking": 2, "asked": 3, "directions": ["contradicts"] * 2, "cell": "contradicts",
        },
        "verdict": "contradict",
        "flags": [],
        "dropped": [],
    }  # fmt: skip


def test_comparison_heeds_the_thresholds_of_the_study(study, laid):
    code = laid["codes"]["Right"]
    assert compare(study).code(code).right.cell.verdict == "split"
    set_thresholds(study, {"negative_case": 0.34, "qualified": 0.3})
    assert compare(study).code(code).right.cell.verdict == "qualified"


def test_an_empty_study_compares_nothing(study):
    found = compare(study)
    assert (found.codes, found.jaccard, found.left_units) == ((), None, 0)
    assert comparison_json(study)["jaccard"] is None


def test_a_role_that_is_the_only_one_of_its_kind_is_offered_once(study, make):
    assert [group.kind for group in groups(study)] == ["role_kind"] * 3
    with make.change() as session:
        session.add(Role(name="Chair of the group", kind=KEY))
    assert [group.name for group in groups(study) if group.kind == "role"] == [
        "Key person",
        "Chair of the group",
    ]
