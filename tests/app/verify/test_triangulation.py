import pytest
from sqlalchemy import select, update

from app import history
from app.reduce import capacity
from app.study import Changed
from app.verify.cells import cell_excerpts, count_cell
from app.verify.finding_evidence import add_evidence, remove_evidence
from app.verify.findings import add_finding, change_finding
from app.verify.settings import set_thresholds
from app.verify.triangulation import (
    code_verdicts,
    retriangulate,
    triangulate,
    triangulation_json,
    triangulation_table,
)
from app.verify.voices import read_cast
from models.collection import Participation, Turn
from models.design import Category, Coverage, Informant, Role
from models.reduction import Code, Coding, Excerpt
from tests.app.verify.build import Builder, lay
from tests.app.verify.cases import CASES

KEY, CORE, VERIFICATION = "key_person", "core_respondent", "verification_respondent"


@pytest.fixture
def make(study):
    return Builder(study)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_laid_into_a_study_gives_its_expected_verdicts(study, case):
    lay(study, case)
    (found,) = triangulation_json(study)["codes"]
    assert found["code"] == case["id"]
    assert {key: found[key] for key in case["expected"]} == case["expected"]


@pytest.mark.parametrize("case", CASES[:7], ids=lambda case: case["id"])
def test_a_finding_is_judged_as_a_code_is(study, case):
    code = lay(study, case)
    finding = add_finding(study, "The claim")
    with study.read() as connection:
        codings = connection.execute(
            select(Coding.excerpt_id, Coding.direction).where(Coding.code_id == code)
        ).all()
    stances = {"affirms": "supports", "denies": "contradicts", "mixed": "qualifies"}
    for excerpt, direction in codings:
        add_evidence(study, finding, [excerpt], stances[direction])
    (found,) = triangulation_json(study)["findings"]
    assert (found["finding"], found["status"]) == ("The claim", "tentative")
    assert {key: found[key] for key in case["expected"]} == case["expected"]


def test_the_evidence_of_a_code_is_that_of_the_codes_under_it(study, make):
    top = make.code("Factors")
    board = make.code("Board support", top)
    money = make.code("Money", board)
    one = make.source("W/1", "interview", ("G1", "teacher", CORE))
    other = make.source("O/1", "observation", category="activity")
    make.coding(one, money)
    make.coding(other, board, "contradicts")
    found = triangulate(study)
    assert [c.claim.path for c in found.codes] == [
        *("Factors", "Factors > Board support", "Factors > Board support > Money"),
    ]
    assert [c.claim.depth for c in found.codes] == [0, 1, 2]
    assert [c.overall for c in found.codes] == ["contested", "contested", "not_triangulated"]
    assert count_cell(study, found, found.code(top), "method", "interview") == 1
    assert count_cell(study, found, found.code(top), "all") == 2


def test_an_excerpt_that_was_set_aside_is_no_evidence(study, make):
    code = make.code("A")
    source = make.source("W/1", "interview", ("G1", "teacher", CORE))
    excerpt = make.excerpt(source)
    make.coding(source, code, excerpt_id=excerpt)
    make.coding(source, code, "contradicts")
    with make.change() as session:
        session.execute(update(Excerpt).where(Excerpt.id == excerpt).values(set_aside=True))
    found = triangulate(study)
    assert found.code(code).judgement.method.cells["interview"].verdict == "contradicts"
    assert len(cell_excerpts(study, found, found.code(code), "all")) == 1


def test_what_the_researcher_says_is_no_evidence(study, make):
    code = make.code("A")
    source = make.source("W/1", "interview", ("G1", "teacher", CORE))
    make.coding(source, code)
    asked = make.excerpt(source)
    with make.change() as session:
        row = session.get(Excerpt, asked)
        row.speaker_id = None
        session.add(
            Turn(source_id=source, start=row.start, end=row.end, speaker="P", is_researcher=True)
        )
    make.coding(source, code, "contradicts", excerpt_id=asked)
    cell = triangulate(study).code(code)
    assert cell.judgement.method.cells["interview"].verdict == "supports"


def test_not_asked_is_not_examined_for_that_focus_only(study, make):
    f1, f2 = make.focus("F1"), make.focus("F2")
    parent = make.code("A", question=f1)
    child = make.code("A1", parent)
    other = make.code("B", question=f2)
    source = make.source("W/1", "interview", ("G1", "teacher", CORE))
    make.source("K/1", "questionnaire", ("KS1", "principal", KEY))
    make.source("O/1", "observation", category="activity")
    for code in (child, other):
        make.coding(source, code)
    with make.change() as session:
        principal = session.scalars(select(Informant.id).where(Informant.code == "KS1")).one()
        session.add(Coverage(informant_id=principal, question_id=f1, state="not_asked"))
    found = triangulate(study)
    for code in (parent, child):  # the focus of a code is that of the code above it
        judgement = found.code(code).judgement
        assert list(judgement.method.cells) == ["interview", "observation"]
        assert list(judgement.source.cells) == ["teacher", "activity"]
        assert judgement.role.key_person.verdict == "not_examined"
    judgement = found.code(other).judgement
    assert list(judgement.method.cells) == ["interview", "observation", "questionnaire"]
    assert judgement.role.key_person.verdict == "silent"
    assert found.columns() == (
        ("interview", "observation", "questionnaire"),
        ("teacher", "principal", "activity"),
    )


def test_who_speaks_though_marked_not_asked_was_examined(study, make):
    focus = make.focus("F1")
    code = make.code("A", question=focus)
    source = make.source("W/1", "interview", ("G1", "teacher", CORE))
    make.coding(source, code)
    with make.change() as session:
        session.add(Coverage(informant_id=1, question_id=focus, state="not_asked"))
    judgement = triangulate(study).code(code).judgement
    assert (judgement.method.speaking, judgement.method.examined) == (1, 1)


def test_capacity_is_that_of_the_participation_else_the_informants_own(study, make):
    make.informant("G1", category="teacher", site="Ciawi 01", role=CORE)
    source = make.source("W/1", "interview", ("G1", None, None))
    posted = make.source("W/2", "interview", ("G1", "chair", KEY), site="Ciawi 02", on="2017-01-12")
    alone = make.source("D/1", "documentation", category="document")
    bare = make.source("O/1", "observation")
    for number in (source, posted, alone, bare):
        make.excerpt(number)
    with study.read() as connection:
        cast = read_cast(connection)
        query = (
            select(
                Excerpt.source_id,
                Excerpt.speaker_id,
                capacity.unit,
                Category.name,
                Role.kind,
                capacity.site_id,
            )
            .select_from(
                capacity.with_capacity()
                .outerjoin(Category, Category.id == capacity.category_id)
                .outerjoin(Role, Role.id == capacity.role_id)
            )
            .order_by(Excerpt.source_id)
        )
        rows = connection.execute(query).all()
    found = [cast.voice((row.source_id, row.speaker_id)) for row in rows]
    assert [(v.unit, v.category, v.role_kind) for v in found] == [tuple(row)[2:5] for row in rows]
    assert [v.site for v in found] == [cast.sites.get(row[5]) for row in rows]
    assert [v.category for v in found] == ["teacher", "chair", "document", None]
    assert [v.role_kind for v in found] == [CORE, KEY, None, None]
    assert [v.site for v in found] == ["Ciawi 01", "Ciawi 02", None, None]
    assert [v.unit_kind for v in found] == ["informant", "informant", "document", "activity"]
    assert [v.period for v in found] == [None, "2017-01", None, None]
    assert [cast.label(v.unit) for v in found] == ["G1", "G1", "D/1", "O/1"]


def test_sites_and_time(study, make):
    for name in ("Ciawi 01", "Ciawi 02", "Ciawi 03"):
        make.site(name)
    code = make.code("A")
    first = make.source(
        "W/1", "interview", ("G1", "teacher", CORE), site="Ciawi 01", on="2016-12-05"
    )
    later = make.source(
        "W/2", "interview", ("G1", "teacher", CORE), site="Ciawi 01", on="2017-02-07"
    )
    make.coding(first, code)
    make.coding(later, code, "contradicts")
    (found,) = triangulation_json(study)["codes"]
    assert found["sites"] == {
        "supporting": 0, "all": 3, "coverage": 0.0, "flags": ["limited"],
        "cells": {"Ciawi 01": "split", "Ciawi 02": "silent", "Ciawi 03": "silent"},
    }  # fmt: skip
    assert found["changed_over_time"] == ["G1"]
    assert "changed_over_time" in found["flags"]
    text = triangulate(study).code(code).explanation("id").part("time").text
    assert text.startswith("G1 semula mendukung")


def test_the_excerpts_behind_each_cell(study, make):
    code = make.code("A")
    teacher = make.source("W/1", "interview", ("G1", "teacher", CORE), site="Ciawi 01")
    doubled = make.source("W/2", "interview", ("G1", "board", VERIFICATION))
    board = make.source("K/1", "questionnaire", ("PG1", "board", VERIFICATION))
    for source in (teacher, teacher, doubled, board):
        make.coding(source, code)
    found = triangulate(study)
    one = found.code(code)

    def behind(dimension, cell=""):
        rows = cell_excerpts(study, found, one, dimension, cell)
        assert len(rows) == count_cell(study, found, one, dimension, cell)
        return [row.reference for row in rows]

    assert behind("all") == ["W/1", "W/1", "W/2", "K/1"]
    assert behind("method", "interview") == ["W/1", "W/1", "W/2"]
    assert behind("method", "observation") == []
    assert behind("source", "board") == ["W/2", "K/1"]
    assert behind("source", "no such category") == []
    assert behind("site", "Ciawi 01") == ["W/1", "W/1"]
    assert behind("role", CORE) == ["W/1", "W/1"]
    assert behind("role", VERIFICATION) == ["K/1"]  # G1 was dropped: nobody verifies himself
    assert behind("role", KEY) == []
    assert len(cell_excerpts(study, found, one, "all", limit=1, offset=3)) == 1


def test_the_table_in_words(study, make):
    code = make.code("A")
    make.coding(make.source("W/1", "interview", ("G1", "teacher", CORE)), code)
    make.source("O/1", "observation", category="activity")
    add_finding(study, "They do")
    words = [
        "Claim|Interview|Observation|teacher|activity|Method|Source|Role|Overall",
        "A|supports|silent|supports|silent|single|single|unverified|Not triangulated",
        "F1. They do|silent|silent|silent|silent|no data|no data|none|No evidence",
    ]
    assert triangulation_table(study, "en") == [row.split("|") for row in words]
    assert triangulation_table(study, "id")[2][0] == "T1. They do"
    assert code_verdicts(study) == {code: "not_triangulated"}


def test_thresholds_are_settings_of_the_study(study, make):
    code = make.code("A")
    for number, stance in enumerate(("supports", "supports", "contradicts")):
        source = make.source(f"W/{number}", "interview", (f"G{number}", "teacher", CORE))
        make.coding(source, code, stance)
    assert triangulate(study).code(code).judgement.method.cells["interview"].verdict == "split"
    set_thresholds(study, {"negative_case": "0.34"})
    assert triangulate(study).code(code).judgement.method.cells["interview"].verdict == "supports"
    assert history.next_undo(study).sentence("en") == "Set the thresholds of triangulation"


def test_an_empty_study_has_an_empty_triangulation(study):
    assert triangulation_json(study) == {"codes": [], "findings": []}
    assert len(triangulation_table(study, "en")) == 1


class Live:
    """A triangulation that follows a study, held against one made anew after every change."""

    def __init__(self, study):
        self.study = study
        self.now = triangulate(study)
        self.judged = []
        study.listeners.append(self.follow)

    def follow(self, changed: Changed):
        before = {id(one.judgement) for one in (*self.now.codes, *self.now.findings)}
        self.now = retriangulate(self.study, self.now, changed)
        anew = triangulate(self.study)
        for kind in ("codes", "findings"):
            mine, theirs = getattr(self.now, kind), getattr(anew, kind)
            assert [(o.claim, o.judgement) for o in mine] == [
                (o.claim, o.judgement) for o in theirs
            ]
        everything = (*self.now.codes, *self.now.findings)
        self.judged.append([o.claim.name for o in everything if id(o.judgement) not in before])


@pytest.fixture
def laid(study, make):
    top, other = make.code("Top"), make.code("Other")
    under = make.code("Under", top)
    source = make.source("W/1", "interview", ("G1", "teacher", CORE))
    board = make.source("K/1", "questionnaire", ("PG1", "board", VERIFICATION))
    for code in (under, other):
        make.coding(source, code)
    finding = add_finding(study, "Claim")
    add_evidence(study, finding, [make.excerpt(board)])
    return {"top": top, "other": other, "under": under, "board": board, "finding": finding}


def test_a_coding_touches_its_code_and_those_above(study, make, laid):
    live = Live(study)
    coding = make.coding(laid["board"], laid["under"], "contradicts")
    assert live.now.code(laid["top"]).overall == "contested"
    with make.change() as session:
        session.delete(session.get(Coding, coding))
    assert live.now.code(laid["top"]).overall == "not_triangulated"
    history.undo(study)
    history.undo(study)
    assert live.now.code(laid["under"]).overall == "not_triangulated"
    assert live.judged == [["Top", "Under"]] * 4


def test_evidence_and_findings_touch_findings(study, make, laid):
    live = Live(study)
    excerpt = make.excerpt(laid["board"])
    (piece,) = add_evidence(study, laid["finding"], [excerpt], "contradicts")
    change_finding(study, laid["finding"], status="verified")
    remove_evidence(study, [piece])
    history.undo(study)
    add_finding(study, "Another")
    assert live.judged == [[], ["Claim"], ["Claim"], ["Claim"], ["Claim"], ["Another"]]


def test_moving_and_renaming_codes_touches_both_branches(study, make, laid):
    live = Live(study)
    with make.change() as session:
        session.get(Code, laid["under"]).parent_id = laid["other"]
    assert live.now.code(laid["top"]).overall == "no_evidence"
    with make.change() as session:
        session.get(Code, laid["other"]).name = "Else"
    assert live.now.code(laid["under"]).claim.path == "Else > Under"
    with make.change() as session:
        session.delete(session.get(Code, laid["other"]))
    history.undo(study)
    assert live.now.code(laid["under"]).claim.path == "Else > Under"


def test_what_changes_who_was_heard_touches_everything(study, make, laid):
    live = Live(study)
    with make.change() as session:
        session.execute(update(Participation).values(role_id=make.role(KEY)))
    assert live.now.code(laid["under"]).judgement.role.verdict == "key_only"
    with make.change() as session:
        excerpt = session.scalars(select(Excerpt).order_by(Excerpt.id)).first()
        excerpt.set_aside = True
    assert live.now.code(laid["top"]).overall == "no_evidence"
    make.source("D/1", "documentation", category="document")
    assert "documentation" in live.now.code(laid["top"]).judgement.method.cells
