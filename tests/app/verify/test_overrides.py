import pytest

from app import history
from app.errors import UserError
from app.reduce.code_merging import delete_codes, merge_codes
from app.report.recipe import ReportRecipe
from app.report.writing import write_report
from app.study import Changed
from app.verify.confidence import Confidence, confidence_of, state_confidence
from app.verify.finding_evidence import add_evidence
from app.verify.finding_history import finding_changes, status_history
from app.verify.findings import add_finding, change_finding, remove_finding
from app.verify.overrides import clear_override, override, read_overrides
from app.verify.triangulation import (
    retriangulate,
    triangulate,
    triangulation_json,
    triangulation_table,
)
from tests.app.report.reading_back import read_back
from tests.app.verify.build import Builder


@pytest.fixture
def make(study):
    return Builder(study)


def test_an_override_stands_beside_the_computed_verdict(study, make):
    source = make.source("W/G-01", "interview", ("G-01", "teacher", "core_respondent"))
    claim = add_finding(study, "Support carries attendance")
    add_evidence(study, claim, [make.excerpt(source)])
    before = triangulate(study).finding(claim)
    assert (str(before.overall), before.override) == ("not_triangulated", None)
    override(study, "finding", claim, "verified", " The minutes  say so too. ")
    found = triangulate(study).finding(claim)
    assert (str(found.overall), str(found.stands)) == ("not_triangulated", "verified")
    assert found.override.reason == "The minutes say so too."
    assert found.override.coder == study.coder_name
    english = "Verified (overridden; computed: not triangulated)"
    assert found.verdict_words("en") == english
    assert triangulation_table(study, "en")[-1][-1] == english
    assert "minutes" in found.override_words("id")
    told = triangulation_json(study)["findings"][0]
    assert told["overall"] == "not_triangulated"
    assert told["override"]["verdict"] == "verified"
    assert told["override"]["reason"] == "The minutes say so too."


def test_an_override_follows_into_what_was_judged_before(study, make):
    code = make.code("Support")
    before = triangulate(study)
    override(study, "code", code, "contested", "Two teachers told me off the record.")
    told = Changed({"override": frozenset({1})})
    after = retriangulate(study, before, told)
    assert str(after.code(code).stands) == "contested"
    clear_override(study, "code", code)
    again = retriangulate(study, after, told)
    assert again.code(code).override is None
    assert again.code(code).verdict_words("en") == "No evidence"


def test_an_override_is_replaced_undone_and_goes_with_its_finding(study):
    claim = add_finding(study, "A claim")
    override(study, "finding", claim, "verified", "One")
    override(study, "finding", claim, "refuted", "Two")
    with study.read() as connection:
        assert [str(o.verdict) for o in read_overrides(connection).values()] == ["refuted"]
    history.undo(study)
    with study.read() as connection:
        assert [o.reason for o in read_overrides(connection).values()] == ["One"]
    remove_finding(study, claim)
    with study.read() as connection:
        assert not read_overrides(connection)


@pytest.mark.parametrize(("verdict", "reason"), [("verified", "  "), ("certain", "Because")])
def test_an_override_needs_a_reason_and_a_verdict_that_is_one(study, verdict, reason):
    claim = add_finding(study, "A claim")
    with pytest.raises(UserError):
        override(study, "finding", claim, verdict, reason)
    assert str(triangulate(study).finding(claim).stands) == "no_evidence"


def test_an_override_of_what_is_gone_is_refused(study):
    with pytest.raises(UserError):
        override(study, "code", 99, "verified", "Because")


def test_the_status_tells_who_changed_it_and_from_what(study):
    claim = add_finding(study, "A claim")
    change_finding(study, claim, status="revised")
    change_finding(study, claim, claim="A better claim")
    change_finding(study, claim, status="rejected")
    history.undo(study)
    told = [(c.before, c.after, c.coder) for c in status_history(study, claim)]
    who = study.coder_name
    assert told == [("", "tentative", who), ("tentative", "revised", who)]
    claims = [c.after for c in finding_changes(study, claim) if c.column == "claim"]
    assert claims == ["A claim", "A better claim"]


def test_confidence_is_stated_and_never_worked_out(study):
    claim = add_finding(study, "A claim")
    assert confidence_of(study, claim) == Confidence()
    state_confidence(study, claim, "moderate")
    state_confidence(study, claim, note=" Two sites only ")
    assert confidence_of(study, claim) == Confidence("moderate", "Two sites only")
    with pytest.raises(UserError):
        state_confidence(study, claim, "90 %")
    with pytest.raises(UserError):
        confidence_of(study, 99)


def test_an_override_of_a_code_goes_with_it_and_comes_back_by_undo(study, make):
    code, kept = make.code("A"), make.code("B")
    for way in (lambda: delete_codes(study, [code]), lambda: merge_codes(study, [code], kept)):
        override(study, "code", code, "verified", "Because")
        way()
        with study.read() as connection:
            assert read_overrides(connection) == {}
        history.undo(study)
        assert str(triangulate(study).code(code).stands) == "verified"
        history.undo(study)


def test_the_report_prints_an_override_with_its_reason_and_what_was_computed(study, tmp_path):
    claim = add_finding(study, "Support carries attendance")
    override(study, "finding", claim, "verified", "I was there each week")
    path = tmp_path / "r.docx"
    write_report(study, path, ReportRecipe())
    document = read_back(path)
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert f"Overridden by {study.coder_name}: I was there each week" in words
    assert "Verified (overridden; computed: no evidence)" in words
    assert any("Verified (overridden; computed: no evidence)" in cell for cell in cells)
