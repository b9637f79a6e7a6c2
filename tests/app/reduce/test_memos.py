import pytest

from app import history
from app.errors import UserError
from app.reduce.memos import add_memo, delete_memo, edit_memo, memo, memo_counts, memos


def test_memos_are_written_changed_and_deleted(study):
    first = add_memo(study, "", "First line\nmore", kind="reflexive")
    assert (memo(study, first).title, memo(study, first).coder) == ("First line", study.coder_name)
    edit_memo(study, first, text="other")
    assert (memo(study, first).text, memo(study, first).kind) == ("other", "reflexive")
    assert history.next_undo(study).sentence("en") == "Change memo “First line”"
    edit_memo(study, first, title="Named", kind="analytic")
    assert (memo(study, first).title, memo(study, first).kind) == ("Named", "analytic")
    delete_memo(study, first)
    assert memos(study) == []
    for gone in (lambda: memo(study, first), lambda: delete_memo(study, first)):
        with pytest.raises(UserError, match="no longer"):
            gone()
    history.undo(study)
    assert memo(study, first).title == "Named"


def test_memos_hang_on_anything(study):
    add_memo(study, "on one", on_entity="source", on_id=1)
    add_memo(study, "on two", on_entity="source", on_id=2)
    add_memo(study, "again on two", on_entity="source", on_id=2)
    add_memo(study, "on a code", on_entity="code", on_id=2)
    add_memo(study, "on the study")
    assert [m.title for m in memos(study, "source", 2)] == ["again on two", "on two"]
    assert len(memos(study, "source")) == 3
    assert len(memos(study)) == 5
    assert [m.title for m in memos(study, "")] == ["on the study"]
    assert memo_counts(study, "source") == {1: 1, 2: 2}


def test_a_memo_needs_words_and_a_kind_that_is_known(study):
    with pytest.raises(UserError, match="not a kind"):
        add_memo(study, "x", kind="poem")
    with pytest.raises(UserError, match="title or some words"):
        add_memo(study, " ")
    one = add_memo(study, "x")
    with pytest.raises(UserError, match="title or some words"):
        edit_memo(study, one, title=" ")
    with pytest.raises(UserError, match="not a kind"):
        edit_memo(study, one, kind="poem")
    assert len(history.steps(study)) == 1
