import pytest

from app import history
from app.design.coders import (
    add_coder,
    coders,
    edit_coder,
    remove_coders,
    take_coders,
    uses_of_coders,
)
from app.errors import UserError
from models.collection import Source
from models.reduction import Code, Coding, Excerpt, Memo


def code(study, coder_id, count):
    with study.change("study.methods.interview") as session:
        session.add(Source(id=1, title="t", reference="r", method="interview", length=9))
        session.add(Code(id=1, name="c"))
        for number in range(count):
            session.add(Excerpt(id=number + 1, source_id=1, start=number, end=number + 1))
            session.add(Coding(excerpt_id=number + 1, code_id=1, coder_id=coder_id))


def test_coders_are_added_renamed_and_coloured(study):
    two = add_coder(study, "B", "#112233")
    edit_coder(study, two, name="Bela")
    assert history.next_undo(study).sentence("en") == "Change coder B"
    edit_coder(study, two, colour="#445566")
    assert history.next_undo(study).sentence("en") == "Change coder Bela"
    assert [(c.name, c.colour) for c in coders(study)] == [("A", "#0f6b6b"), ("Bela", "#445566")]


def test_the_name_of_who_codes_now_is_followed(study):
    two = add_coder(study, "B")
    study.code_as(two)
    edit_coder(study, two, name="Beta")
    assert study.coder_name == "Beta"
    remove_coders(study, [two])
    assert study.coder_name == "A"


@pytest.mark.parametrize(
    ("values", "words"),
    [({"name": "a"}, "already"), ({"name": " "}, "needs a name"), ({"colour": "red"}, "no colour")],
)
def test_bad_names_and_colours_are_refused(study, values, words):
    two = add_coder(study, "B")
    with pytest.raises(UserError, match=words):
        edit_coder(study, two, **values)
    with pytest.raises(UserError, match=words):
        add_coder(study, **{"name": "C", **values})
    assert [c.name for c in coders(study)] == ["A", "B"]


def test_coders_are_pasted_in_one_step(study):
    take_coders(study, [{"name": "a", "colour": "#111111"}, {"name": "Bela"}])
    assert [(c.name, c.colour) for c in coders(study)] == [("A", "#111111"), ("Bela", "#0f6b6b")]
    history.undo(study)
    assert [(c.name, c.colour) for c in coders(study)] == [("A", "#0f6b6b")]
    with pytest.raises(UserError, match="needs a name"):
        take_coders(study, [{"name": "C"}, {"colour": "#111111"}])
    assert len(coders(study)) == 1


def test_a_coder_with_codings_stays_and_is_told_how_many(study):
    two = add_coder(study, "B")
    code(study, two, 1)
    with pytest.raises(UserError, match="B has 1 coding and"):
        remove_coders(study, [two])
    with study.change("study.methods.interview") as session:
        session.add(Excerpt(id=9, source_id=1, start=7, end=8))
        session.add(Coding(excerpt_id=9, code_id=1, coder_id=two))
    with pytest.raises(UserError, match="B has 2 codings"):
        remove_coders(study, [two])
    assert coders(study)[1].codings == 2
    assert [u.table for u in uses_of_coders(study, [two])] == ["coding"]


def test_the_last_coder_stays_and_memos_outlive_theirs(study):
    two = add_coder(study, "B")
    with study.change("study.methods.interview") as session:
        session.add(Memo(title="m", coder_id=two))
    (use,) = uses_of_coders(study, [two])
    assert (use.table, use.goes) == ("memo", False)
    remove_coders(study, [two])
    assert history.next_undo(study).sentence("en") == "Remove coder B"
    with pytest.raises(UserError, match="last one"):
        remove_coders(study, [coders(study)[0].id])
    with pytest.raises(UserError, match="no such coder"):
        edit_coder(study, two, name="C")
