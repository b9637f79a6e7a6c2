"""The five standards, COREQ and SRQR: counted, prefilled, answered, written."""

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import delete

from app.errors import UserError
from app.history import undo
from app.language.words import LANGUAGES, say
from app.report.quality_files import write_quality
from app.verify.quality.checklists import ITEMS, NEEDS, answer, checklist
from app.verify.quality.facts import facts
from app.verify.quality.standards import STANDARDS, shown
from models.conclusions import Finding
from models.verification import MemberCheck
from tests.app.verify.build import Builder

KEY, CORE = "key_person", "core_respondent"


@pytest.fixture
def laid(study):
    """Two heard informants and one who was not, a defined code of two, a finding."""
    make = Builder(study)
    code = make.code("Planning")
    make.code("Undefined")
    for who, role, site in (("KS-01", KEY, "A"), ("G-01", CORE, "B")):
        source = make.source(f"W/{who}", "interview", (who, "people", role), site=site)
        make.coding(source, code)
    make.informant("G-02", category="people")
    make.site("C")
    with make.change() as session:
        from models.reduction import Code

        session.get(Code, code).definition = "What is meant"
        session.add(Finding(claim="They plan", rival_explanation="By habit"))
    return make


def by_key(study):
    return {row.key: row for row in shown(facts(study, "en"))}


def test_each_standard_shows_something_in_both_languages(study, laid):
    rows = shown(facts(study, "en"))
    assert list(dict.fromkeys(row.standard for row in rows)) == list(STANDARDS)
    for language in LANGUAGES:
        for row in rows:
            assert row.words(language)
            assert say(f"quality.asks.{row.standard}", language)


def test_the_counts_are_those_of_the_study(study, laid):
    rows = by_key(study)
    assert rows["defined"].words("en") == "Codes that are defined: 1 of 2."
    assert rows["defined"].state == "partly"
    assert (rows["sites_heard"].done, rows["sites_heard"].of) == (2, 3)
    assert (rows["three"].done, rows["three"].of) == (2, 3)
    assert rows["rivals"].state == "shown"
    assert rows["member_checks"].state == "none"
    assert rows["excerpts"].done == 2
    assert rows["double_coded"].state == "none"
    assert (rows["sites_described"].done, rows["described"].done) == (0, 0)


def test_attributes_describe(study, laid):
    from models.design import Informant, Site

    with laid.change() as session:
        session.query(Site).first().attributes = {"kind": "state"}
        session.query(Informant).first().attributes = {"years": "3"}
    rows = by_key(study)
    assert (rows["sites_described"].done, rows["described"].done) == (1, 1)


def test_a_member_check_counts_when_it_is_answered(study, laid):
    with laid.change() as session:
        finding = session.query(Finding).one().id
        person = laid.informant("G-01")
        session.add(MemberCheck(finding_id=finding, informant_id=person, claim="They plan"))
    assert by_key(study)["member_checks"].words("en") == "Member checks that were answered: 0 of 1."
    undo(study)
    assert by_key(study)["member_checks"].of == 0


def test_every_item_has_words_and_what_can_be_filled_is(study, laid):
    for language in LANGUAGES:
        found = facts(study, language)
        for name, count in ITEMS.items():
            items = checklist(study, name, found, language)
            assert len({item.question(language) for item in items}) == count
            assert all(item.domain(language) for item in items)
            for item in items:
                if item.number in NEEDS[name]:
                    assert say(f"quality.{name}.said_{item.number}", language)
                else:
                    assert item.suggested == ""
    found = facts(study, "en")
    coreq = {item.number: item.said for item in checklist(study, "coreq", found, "en")}
    assert coreq[12] == "Informants heard: 2, in 2 sources."
    assert coreq[13].startswith("Informants not heard: 1 of 3.")
    assert coreq[27] == "Tilik, with a history of every step. Codings: 2."
    assert coreq[8] == coreq[28] == ""


def test_an_empty_study_claims_nothing(study):
    found = facts(study, "en")
    assert all(row.state == "none" for row in shown(found) if row.key != "steps")
    said = [item for item in checklist(study, "srqr", found, "en") if item.said]
    assert [item.number for item in said] == [1]


def test_an_answer_is_kept_and_goes_when_it_is_emptied(study, laid):
    answer(study, "coreq", 21, words="40 minutes", state="yes")
    answer(study, "coreq", 21, place="p. 31")
    found = facts(study, "en")
    item = checklist(study, "coreq", found, "en")[20]
    assert (item.state, item.said, item.place) == ("yes", "40 minutes", "p. 31")
    undo(study)
    assert checklist(study, "coreq", found, "en")[20].place == ""
    answer(study, "coreq", 21, words="", state="")
    assert not checklist(study, "coreq", found, "en")[20].settled
    for wrong in (("coreq", 33), ("coreq", 0), ("nothing", 1)):
        with pytest.raises(UserError):
            answer(study, *wrong, state="yes")
    with pytest.raises(UserError):
        answer(study, "coreq", 1, state="perhaps")


def test_one_s_own_words_stand_before_those_of_the_study(study, laid):
    answer(study, "coreq", 12, words="Two of three")
    item = checklist(study, "coreq", facts(study, "en"), "en")[11]
    assert item.said == "Two of three"
    assert item.suggested


def test_written_as_word_and_workbook_in_both_languages(study, laid, tmp_path):
    answer(study, "srqr", 21, words="None", state="yes", place="60")
    assert write_quality(study, tmp_path / "q.docx", "id") == 53
    tables = Document(tmp_path / "q.docx").tables
    assert [len(table.rows) for table in tables] == [23, 33, 22]
    assert [cell.text for cell in tables[2].rows[21].cells][3:] == ["dilaporkan", "None", "60"]
    write_quality(study, tmp_path / "q.xlsx")
    sheets = load_workbook(tmp_path / "q.xlsx").worksheets
    assert [sheet.title for sheet in sheets] == ["Five standards", "COREQ", "SRQR"]
    assert sheets[2]["E22"].value == "None"
    with pytest.raises(UserError):
        write_quality(study, tmp_path / "q.txt")


def test_findings_that_go_are_not_counted(study, laid):
    with laid.change() as session:
        session.execute(delete(Finding))
    assert by_key(study)["rivals"].of == 0
    assert by_key(study)["rivals"].state == "none"
