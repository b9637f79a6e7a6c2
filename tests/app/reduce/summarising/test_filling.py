import pytest

from app import history
from app.errors import UserError
from app.reduce.summarising.fields import CONTACT, DEFAULTS, remove_field
from app.reduce.summarising.filling import (
    EMPTY,
    FILLED,
    PARTLY,
    filled_form,
    save_answer,
    summary_lines,
)


def answers(form):
    return {each.field.key: each.answer for each in form.fields if each.answer}


def test_a_form_knows_what_the_study_knows_and_keeps_each_field_in_a_step(study, laid):
    source = laid["sources"]["KS"]
    form = filled_form(study, "source", source, "en")
    known = {each.field.key: each.known for each in form.fields if each.known}
    assert known == {"type": "Interview: KS-01 (Principal)", "site": "A", "date": "12/01/2017"}
    assert form.state == EMPTY
    save_answer(study, "source", source, "issues", "time")
    save_answer(study, "source", source, "salient", "laughter")
    form = filled_form(study, "source", source)
    assert answers(form) == {"issues": "time", "salient": "laughter"}
    assert (form.state, form.coder) == (PARTLY, study.coder_name)
    assert history.next_undo(study).sentence("en") == (
        "Fill in “Salient, striking or interesting” on I/KS-01"
    )
    history.undo(study)
    assert answers(filled_form(study, "source", source)) == {"issues": "time"}
    history.undo(study)
    assert filled_form(study, "source", source).state == EMPTY


def test_an_answer_taken_away_leaves_no_row_and_the_same_words_no_step(study, laid):
    source = laid["sources"]["KS"]
    save_answer(study, "source", source, "issues", "time")
    steps = len(history.steps(study))
    save_answer(study, "source", source, "issues", "time")
    assert len(history.steps(study)) == steps
    save_answer(study, "source", source, "issues", "  ")
    from sqlalchemy import func, select

    from models.summaries import Summary

    with study.read() as connection:
        assert connection.scalar(select(func.count()).select_from(Summary)) == 0


def test_the_list_tells_how_far_each_source_and_site_is(study, laid):
    source, site = laid["sources"]["KS"], laid["sites"]["A"]
    for key in DEFAULTS[CONTACT]:
        save_answer(study, "source", source, key, "said")
    save_answer(study, "site", site, "issues", "time")
    save_answer(study, "source", laid["sources"]["D"], "contents", "a table")
    lines = {line.name: line for line in summary_lines(study, "en")}
    assert {name: line.state for name, line in lines.items()} == {
        "I/KS-01": FILLED, "I/PW-01": EMPTY, "Q/G-01": EMPTY, "D/01": PARTLY,
        "A": PARTLY, "B": EMPTY,
    }  # fmt: skip
    assert lines["D/01"].kind == "document_summary"
    assert lines["A"].kind == "case_summary"
    assert (lines["I/KS-01"].answered, lines["I/KS-01"].total) == (8, 8)
    for line in lines.values():
        assert filled_form(study, line.on_entity, line.on_id).state == line.state


def test_a_field_less_may_make_a_form_whole(study, laid):
    source = laid["sources"]["KS"]
    for key in DEFAULTS[CONTACT][:-1]:
        save_answer(study, "source", source, key, "said")
    assert filled_form(study, "source", source).state == PARTLY
    remove_field(study, CONTACT, "new")
    assert filled_form(study, "source", source).state == FILLED


def test_what_is_gone_is_refused(study, laid):
    with pytest.raises(UserError, match="source is no longer"):
        filled_form(study, "source", 99)
    with pytest.raises(UserError, match="site is no longer"):
        filled_form(study, "site", 99)
    with pytest.raises(UserError, match="field is no longer"):
        save_answer(study, "source", laid["sources"]["KS"], "poem", "x")


def test_a_deleted_source_takes_its_summary_along_and_undo_brings_it_back(study, laid):
    from app.collect.removing import delete_sources

    source = laid["sources"]["KS"]
    save_answer(study, "source", source, "issues", "time")
    delete_sources(study, [source])
    from sqlalchemy import select

    from models.summaries import Summary

    with study.read() as connection:
        assert connection.execute(select(Summary.id)).all() == []
    history.undo(study)
    assert answers(filled_form(study, "source", source)) == {"issues": "time"}
