import pytest

from app import history
from app.errors import UserError
from app.reduce.code_paths import code_by_path
from app.reduce.codes import (
    Loss,
    add_code,
    branch,
    codes,
    delete_codes,
    edit_code,
    merge_codes,
    move_codes,
    what_would_be_lost,
)
from app.reduce.codings import code_excerpt, set_memo
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.reduce.memos import add_memo, delete_memo, edit_memo, memos
from app.reduce.search import search


def paths(study):
    return [code.path for code in codes(study)]


@pytest.fixture
def tree(study):
    ids = {}
    with study.change("study.methods.interview") as session:
        for path in ("Factors > Support", "Factors > Hinder > Time", "Competence"):
            code_by_path(session, path)
    for code in codes(study):
        ids[code.name] = code.id
    return ids


def test_a_path_makes_what_is_missing_and_finds_what_is_there(study, tree):
    assert paths(study) == [
        "Factors",
        "Factors > Support",
        "Factors > Hinder",
        "Factors > Hinder > Time",
        "Competence",
    ]
    with study.change("study.methods.interview") as session:
        assert code_by_path(session, "factors>HINDER") == tree["Hinder"]
        with pytest.raises(UserError, match="a name in it is empty"):
            code_by_path(session, "Factors > > x")


def test_counts_are_of_the_branch(study, tree, source, span):
    code_excerpt(study, source, *span("Time"), [tree["Time"], tree["Factors"]])
    by_name = {code.name: code for code in codes(study)}
    assert (by_name["Factors"].excerpts, by_name["Factors"].own_excerpts) == (2, 1)
    assert by_name["Factors"].informants == 1
    assert by_name["Hinder"].excerpts == 1
    assert by_name["Competence"].excerpts == 0
    assert branch(study, tree["Factors"]) == {
        tree[n] for n in ("Factors", "Support", "Hinder", "Time")
    }


def test_names_are_one_among_siblings_and_hold_no_mark(study, tree):
    with pytest.raises(UserError, match="already"):
        add_code(study, " factors ")
    with pytest.raises(UserError, match="needs a name"):
        add_code(study, "  ")
    with pytest.raises(UserError, match="cannot hold"):
        add_code(study, "A > B")
    add_code(study, "Factors", tree["Competence"])
    with pytest.raises(UserError, match="already"):
        edit_code(study, tree["Support"], name="HINDER")


def test_editing_and_undo(study, tree):
    edit_code(study, tree["Time"], name="Clash of schedules", definition="d", colour="#123456")
    code = codes(study)[3]
    assert (code.name, code.definition, code.colour) == ("Clash of schedules", "d", "#123456")
    history.undo(study)
    assert codes(study)[3].name == "Time"


def test_moving_keeps_the_order_and_refuses_a_circle(study, tree):
    move_codes(study, [tree["Competence"], tree["Time"]], tree["Factors"], 1)
    assert paths(study) == [
        "Factors",
        "Factors > Support",
        "Factors > Competence",
        "Factors > Time",
        "Factors > Hinder",
    ]
    with pytest.raises(UserError, match="under itself"):
        move_codes(study, [tree["Factors"]], tree["Hinder"])
    history.undo(study)
    assert paths(study)[-1] == "Competence"


def test_merging_moves_codings_children_and_memos(study, tree, source, span):
    one, _ = code_excerpt(study, source, *span("Time"), [tree["Hinder"], tree["Support"]])
    set_memo(study, one, "mine")
    add_memo(study, "on hinder", on_entity="code", on_id=tree["Hinder"])
    merge_codes(study, [tree["Hinder"], tree["Support"]], tree["Support"])
    assert paths(study) == [
        "Factors",
        "Factors > Support",
        "Factors > Support > Time",
        "Competence",
    ]
    (row,) = excerpts(study, ExcerptFilter())
    assert (row.code, row.memo) == ("Support", "mine")
    assert [m.title for m in memos(study, "code", tree["Support"])] == ["on hinder"]
    history.undo(study)
    assert len(excerpts(study, ExcerptFilter())) == 2
    with pytest.raises(UserError, match="move it out first"):
        merge_codes(study, [tree["Hinder"]], tree["Time"])


def test_deleting_says_what_goes_and_undo_brings_it_back(study, tree, source, span):
    code_excerpt(study, source, *span("Time"), [tree["Time"]])
    add_memo(study, "m", on_entity="code", on_id=tree["Time"])
    assert what_would_be_lost(study, [tree["Factors"]]) == Loss(4, 1, 1, 1)
    delete_codes(study, [tree["Factors"]])
    assert paths(study) == ["Competence"]
    assert excerpts(study, ExcerptFilter()) == []
    history.undo(study)
    assert len(paths(study)) == 5
    assert excerpts(study, ExcerptFilter())[0].quote == "Time"


def test_memos_are_written_changed_and_deleted(study):
    memo = add_memo(study, "", "First line\nmore", kind="reflexive")
    assert memos(study)[0].title == "First line"
    edit_memo(study, memo, text="other")
    assert (memos(study)[0].text, memos(study)[0].kind) == ("other", "reflexive")
    delete_memo(study, memo)
    assert memos(study) == []
    with pytest.raises(UserError, match="not a kind"):
        add_memo(study, "x", kind="poem")
    with pytest.raises(UserError, match="title or some words"):
        add_memo(study, " ")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("projector", ["projector"]),
        ("PROJ*", ["projector"]),
        ('"above all"', ["above all"]),
        ("elan", ["Élan"]),
        ("time projector", ["Time", "projector"]),
        ("nothing", []),
        ('""', []),
        ("*", []),
        ("' OR 1=1 --", []),
        ('"unclosed', []),
        ("AND", []),
        ("it's", []),
    ],
)
def test_search_marks_the_words_in_the_source(study, source, words, found):
    text = study.texts.of(source)
    hits = search(study, words).hits
    assert [text[a:b] for hit in hits for a, b in hit.spans] == found
