"""Answers of a member check that the researcher takes as evidence."""

from datetime import date

import pytest

from app import history
from app.check import check
from app.errors import UserError
from app.reduce.search import search
from app.report.member_sheet import informant_called
from app.sample import write_sample
from app.study_files import open_study
from app.verify.finding_evidence import evidence
from app.verify.findings import change_finding
from app.verify.member_evidence import take_as_evidence, waiting_answers
from app.verify.members import answer, claims_of, lay_before, member_checks, quotations
from app.verify.triangulation import triangulate


@pytest.fixture
def sample(tmp_path):
    study = open_study(write_sample(tmp_path / "kkg.tilik", "en"))
    yield study
    study.close()


@pytest.fixture
def asked(sample):
    who = informant_called(sample, "KS-02")
    lay_before(sample, who, claims_of(sample, who))
    return who


def stances(study, finding_id):
    return {(row.quote, row.stance) for row in evidence(study, finding_id)}


def test_each_answer_has_its_stance_and_is_theirs(sample, asked):
    rows = member_checks(sample, asked)
    given = [("agrees", ""), ("corrects", "Only in\nthe first year."), ("disagrees", "Never.")]
    for row, (said, words) in zip(rows, given, strict=False):
        answer(sample, row.id, answer=said, words=words, answered_on=date(2017, 5, 1))
    before = {row.finding_id: stances(sample, row.finding_id) for row in rows}
    steps = len(history.steps(sample))
    assert take_as_evidence(sample, asked) == 3
    assert len(history.steps(sample)) == steps + 1
    new = [stances(sample, row.finding_id) - before[row.finding_id] for row in rows]
    assert new[:3] == [
        {("Yes, that is right.", "supports")},
        {("Nearly. Only in the first year.", "qualifies")},
        {("No, that is not right. Never.", "contradicts")},
    ]
    assert not any(new[3:])
    said = quotations(sample, rows[2].finding_id, asked)[-1]
    assert (said.informant, said.date, said.method) == ("KS-02", date(2017, 5, 1), "interview")
    assert not check(sample).faults
    assert search(sample, "Never", limit=5).hits
    history.undo(sample)
    assert {row.finding_id: stances(sample, row.finding_id) for row in rows} == before
    history.redo(sample)
    assert not check(sample).faults
    assert stances(sample, rows[2].finding_id) - before[rows[2].finding_id]


def test_nothing_is_taken_twice_nor_what_was_said_of_another_wording(sample, asked):
    rows = member_checks(sample, asked)
    with pytest.raises(UserError, match="No answer"):
        take_as_evidence(sample, asked)
    answer(sample, rows[0].id, answer="agrees")
    answer(sample, rows[1].id, answer="agrees")
    change_finding(sample, rows[1].finding_id, claim="Something else altogether")
    assert [row.id for row in waiting_answers(sample, asked)] == [rows[0].id]
    assert take_as_evidence(sample, asked) == 1
    assert waiting_answers(sample, asked) == []
    answer(sample, rows[0].id, answer="disagrees")
    assert take_as_evidence(sample, asked) == 1, "another answer is another piece of evidence"


def test_an_answer_alone_turns_no_verdict_and_one_informant_stays_one_unit(sample, asked):
    def units():
        return {one.claim.id: one.judgement.units for one in triangulate(sample).findings}

    def verdicts():
        return [one.judgement for one in triangulate(sample).findings]

    before, counted = verdicts(), units()
    for row in member_checks(sample, asked):
        answer(sample, row.id, answer="agrees")
    assert verdicts() == before
    take_as_evidence(sample, asked)
    assert units() == counted, "whoever agrees once more is no further unit"


def test_who_disagrees_with_what_they_supported_is_split(sample, asked):
    rows = member_checks(sample, asked)
    found = next(
        row
        for row in rows
        if {e.stance for e in evidence(sample, row.finding_id) if e.informant == "KS-02"}
        == {"supports"}
    )
    answer(sample, found.id, answer="disagrees")
    take_as_evidence(sample, asked)
    one = triangulate(sample).finding(found.finding_id)
    assert any(unit == asked for unit in {voice.unit for voice, _ in one.voices})
    cells = one.judgement.method.cells["interview"]
    assert cells.tally.split >= 1
