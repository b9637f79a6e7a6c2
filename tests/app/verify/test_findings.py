import pytest
from sqlalchemy import select

from app import history
from app.errors import UserError
from app.verify.finding_evidence import (
    add_codings,
    add_evidence,
    add_span,
    change_evidence,
    evidence,
    remove_evidence,
)
from app.verify.findings import (
    add_finding,
    change_finding,
    finding,
    findings,
    foci,
    order_findings,
    remove_finding,
    set_focus,
)
from models.reduction import Excerpt
from tests.app.verify.build import Builder


@pytest.fixture
def make(study):
    return Builder(study)


@pytest.fixture
def source(make):
    return make.source("W/G-01", "interview", ("G-01", "teacher", "core_respondent"))


def excerpts(study):
    with study.read() as connection:
        return set(connection.scalars(select(Excerpt.id)))


def test_findings_stand_by_focus_and_are_numbered(study, make):
    first, second = make.focus("F1"), make.focus("F2")
    assert [focus.label for focus in foci(study)] == ["F1", "F2"]
    loose = add_finding(study, "  Loose \n claim ")
    late = add_finding(study, "Late", second)
    early = add_finding(study, "Early", first)
    rows = findings(study)
    assert [(r.number, r.id, r.focus) for r in rows] == [
        (1, early, "F1"),
        (2, late, "F2"),
        (3, loose, ""),
    ]
    assert rows[2].claim == "Loose claim"
    set_focus(study, loose, first)
    assert [r.id for r in findings(study)] == [loose, early, late]
    set_focus(study, loose, None)
    assert findings(study)[-1].id == loose
    assert finding(study, late).status == "tentative"


def test_findings_are_put_in_order(study):
    a, b, c = (add_finding(study, claim) for claim in "abc")
    order_findings(study, [c, a, 99])
    assert [r.id for r in findings(study)] == [c, a, b]
    history.undo(study)
    assert [r.id for r in findings(study)] == [a, b, c]


def test_a_finding_is_changed_in_what_is_given(study):
    number = add_finding(study, "Claim")
    change_finding(study, number, rival_explanation="Chance", status="revised")
    change_finding(study, number, claim="Better claim", conclusion="So it is")
    row = finding(study, number)
    assert (row.claim, row.status) == ("Better claim", "revised")
    assert (row.rival_explanation, row.conclusion) == ("Chance", "So it is")
    change_finding(study, number, rival_explanation="")
    assert finding(study, number).rival_explanation == ""
    assert history.next_undo(study).sentence("id") == "Ubah temuan “Better claim”"


def test_evidence_is_added_once_with_stance_and_note(study, make, source):
    number = add_finding(study, "Claim")
    one, two = make.excerpt(source), make.excerpt(source)
    added = add_evidence(study, number, [one, two, one], "contradicts", "says no")
    assert len(added) == 2
    assert add_evidence(study, number, [one, 99]) == []
    rows = evidence(study, number)
    assert [(r.excerpt_id, r.stance, r.note, r.coder) for r in rows] == [
        (one, "contradicts", "says no", "A"),
        (two, "contradicts", "says no", "A"),
    ]
    assert rows[0].quote == "Passage 0 of W/G-01."
    change_evidence(study, added[0], stance="qualifies")
    change_evidence(study, added[0], note="")
    row = finding(study, number)
    assert (row.supports, row.contradicts, row.qualifies, row.evidence) == (0, 1, 1, 2)
    assert evidence(study, number)[0].note == ""


def test_any_words_of_a_source_can_be_evidence(study, source):
    number = add_finding(study, "Claim")
    before = excerpts(study)
    (added,) = add_span(study, number, source, (0, 7), "qualifies")
    assert evidence(study, number)[0].quote == "Passage"
    assert add_span(study, number, source, (0, 7)) == []
    remove_evidence(study, [added])
    assert excerpts(study) == before
    history.undo(study)
    assert evidence(study, number)[0].evidence_id == added
    remove_evidence(study, [])
    assert len(evidence(study, number)) == 1


def test_a_finding_goes_with_its_evidence_and_comes_back(study, make, source):
    number = add_finding(study, "Claim")
    coded = make.excerpt(source)
    make.coding(source, make.code("A"), excerpt_id=coded)
    add_span(study, number, source, (0, 7))
    add_evidence(study, number, [coded])
    before = excerpts(study)
    remove_finding(study, number)
    assert findings(study) == []
    assert excerpts(study) == {coded}
    history.undo(study)
    assert excerpts(study) == before
    assert finding(study, number).evidence == 2


def test_each_is_one_step_of_the_history(study, make, source):
    excerpt = make.excerpt(source)
    steps = len(history.steps(study))
    number = add_finding(
        study, "A claim that goes on for so long that no list could show all of it"
    )
    add_evidence(study, number, [excerpt])
    add_span(study, number, source, (0, 7))
    set_focus(study, number, make.focus("F1"))
    said = [step.sentence("en") for step in history.steps(study)][: -steps or None]
    assert said[::-1][0].endswith("no list could show al…”")
    assert len(said) == 5  # the focus is one of them


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda s, n: add_finding(s, " \n "), "A finding needs its claim"),
        (lambda s, n: change_finding(s, n, claim=""), "A finding needs its claim"),
        (lambda s, n: change_finding(s, n, status="true"), "“true” is not a status"),
        (lambda s, n: change_finding(s, 99, claim="b"), "no longer in the study"),
        (lambda s, n: set_focus(s, 99, None), "no longer in the study"),
        (lambda s, n: remove_finding(s, 99), "no longer in the study"),
        (lambda s, n: finding(s, 99), "no longer in the study"),
        (lambda s, n: add_evidence(s, 99, [1]), "no longer in the study"),
        (lambda s, n: add_evidence(s, n, [1], "agrees"), "“agrees” is not a stance"),
        (lambda s, n: change_evidence(s, 99, note="b"), "no longer in the study"),
        (lambda s, n: change_evidence(s, 99, stance="x"), "“x” is not a stance"),
        (lambda s, n: add_span(s, n, 1, (5, 5)), "Select some words"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(study, source, act, words):
    number = add_finding(study, "Claim")
    before = findings(study)
    with pytest.raises(UserError, match=words) as caught:
        act(study, number)
    assert caught.value.sentence("id") != caught.value.sentence("en")
    assert findings(study) == before


def test_all_that_is_coded_can_be_the_evidence_of_a_finding(study, make, source):
    parent = make.code("A")
    child = make.code("A1", parent)
    affirmed, denied, both, mixed, aside = (make.excerpt(source) for _ in range(5))
    for excerpt, code, stance in (
        (affirmed, parent, "supports"),
        (affirmed, child, "supports"),
        (denied, child, "contradicts"),
        (both, parent, "supports"),
        (both, child, "contradicts"),
        (mixed, child, "qualifies"),
        (aside, child, "supports"),
    ):
        make.coding(source, code, stance, excerpt_id=excerpt)
    with make.change() as session:
        session.get(Excerpt, aside).set_aside = True
    number = add_finding(study, "Claim")
    assert len(add_codings(study, number, [parent, child])) == 4
    assert {row.excerpt_id: row.stance for row in evidence(study, number)} == {
        affirmed: "supports",
        denied: "contradicts",
        both: "qualifies",
        mixed: "qualifies",
    }
    assert add_codings(study, number, [child]) == []
    with pytest.raises(UserError, match="no longer in the study"):
        add_codings(study, 99, [child])
