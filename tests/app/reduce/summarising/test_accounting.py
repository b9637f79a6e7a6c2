import pytest

from app import history
from app.errors import UserError
from app.reduce.excerpts import count_excerpts
from app.reduce.summarising.accounting import (
    GOT,
    MISSING,
    PARTLY,
    account_sheet,
    behind,
    clear_account,
    note_account,
    set_account,
)


def words(study):
    sheet = account_sheet(study)
    return {
        (question.label, site.name): sheet.cell(question.id, site.id).state
        for question in sheet.questions
        for site in sheet.sites
    }


def code(laid, source, code_name):
    return laid["make"].coding(laid["sources"][source], laid["codes"][code_name])


def test_two_sources_are_got_one_is_partly_none_is_missing(study, laid):
    assert set(words(study).values()) == {MISSING}
    code(laid, "KS", "top")
    code(laid, "KS", "below")
    assert words(study)["F1", "A"] == PARTLY
    code(laid, "Q", "below")
    assert words(study) == {
        ("F1", "A"): GOT, ("F1", "B"): MISSING, ("F2", "A"): MISSING, ("F2", "B"): MISSING
    }  # fmt: skip
    cell = account_sheet(study).cell(laid["questions"]["F1"], laid["sites"]["A"])
    assert (cell.excerpts, cell.sources, cell.methods) == (3, 2, 2)


def test_a_code_under_another_that_names_its_own_focus_counts_for_that_alone(study, laid):
    code(laid, "PW", "other")
    assert words(study)["F2", "B"] == PARTLY
    assert words(study)["F1", "B"] == MISSING


def test_what_was_set_aside_and_what_has_no_site_does_not_count(study, laid):
    code(laid, "D", "top")
    code(laid, "PW", "top")
    from models.reduction import Excerpt

    with laid["make"].change() as session:
        for row in session.query(Excerpt).filter_by(source_id=laid["sources"]["PW"]):
            row.set_aside = True
    assert set(words(study).values()) == {MISSING}


def test_the_excerpts_behind_a_cell_are_those_that_were_counted(study, laid):
    for source, name in (("KS", "top"), ("KS", "below"), ("Q", "other"), ("PW", "below")):
        code(laid, source, name)
    sheet = account_sheet(study)
    for question in laid["questions"].values():
        for site in laid["sites"].values():
            counted = sheet.cell(question, site).excerpts
            assert count_excerpts(study, behind(study, (question, site))) == counted


def test_the_researchers_word_goes_first_and_can_be_cleared(study, laid):
    cells = [(laid["questions"]["F1"], laid["sites"]["A"]),
             (laid["questions"]["F2"], laid["sites"]["A"])]  # fmt: skip
    code(laid, "KS", "top")
    set_account(study, cells, GOT)
    assert words(study)["F1", "A"] == words(study)["F2", "A"] == GOT
    cell = account_sheet(study).cell(*cells[0])
    assert (cell.worked_out, cell.by_hand, cell.excerpts) == (PARTLY, GOT, 1)
    note_account(study, cells[0], " in the minutes ")
    clear_account(study, cells)
    assert words(study)["F1", "A"] == PARTLY
    assert words(study)["F2", "A"] == MISSING
    assert account_sheet(study).cell(*cells[0]).note == "in the minutes"
    history.undo(study)
    assert words(study)["F2", "A"] == GOT
    history.undo(study)
    history.undo(study)
    assert words(study)["F1", "A"] == PARTLY
    assert history.next_redo(study).sentence("en") == "Set the data accounting to got"


def test_a_note_without_a_word_leaves_the_rule(study, laid):
    cell = (laid["questions"]["F1"], laid["sites"]["B"])
    note_account(study, cell, "ask again")
    assert words(study)["F1", "B"] == MISSING
    code(laid, "PW", "top")
    assert words(study)["F1", "B"] == PARTLY
    note_account(study, cell, "")
    assert account_sheet(study).cell(*cell).note == ""


def test_an_unknown_word_is_refused(study, laid):
    with pytest.raises(UserError, match="not a state"):
        set_account(study, [(1, 1)], "some")
