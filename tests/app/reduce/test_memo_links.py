from datetime import date, timedelta

import pytest

from app import history
from app.collect.removing import delete_sources
from app.reduce.code_editing import add_code
from app.reduce.code_merging import delete_codes, merge_codes
from app.reduce.codings import code_excerpt, move_borders, remove_codings
from app.reduce.memo_browsing import (
    MemoFilter,
    back_links,
    entities_with_memos,
    find_memos,
    local_day,
    memo_coders,
    on_words,
)
from app.reduce.memo_links import links_of
from app.reduce.memo_marks import mark
from app.reduce.memo_things import linkable, things
from app.reduce.memos import add_memo, delete_memo, edit_memo, memo
from app.verify.findings import add_finding
from models.reduction import Coding


@pytest.fixture
def coded(study, source, span):
    """A code on some words: ids of the code, the coding and its excerpt."""
    code = add_code(study, "Time")
    coding = code_excerpt(study, source, *span("Time, above all"), code)
    with study.read() as connection:
        from sqlalchemy import select

        excerpt = connection.scalar(select(Coding.excerpt_id).where(Coding.id == coding))
    return {"code": code, "coding": coding, "excerpt": excerpt}


def test_everything_that_has_a_name_is_offered(study, source, coded):
    finding = add_finding(study, "Time is short")
    offered = {thing.key: thing.name for thing in linkable(study)}
    assert offered == {
        ("code", coded["code"]): "Time",
        ("finding", finding): "Time is short",
        ("source", 1): "I/KS-01",
        ("informant", 1): "KS-01",
        ("excerpt", coded["excerpt"]): "“Time, above all” I/KS-01",
    }
    assert things(study, offered.keys())[("excerpt", coded["excerpt"])].place[0] == source
    assert things(study, [("code", 99), ("coding", coded["coding"])]).keys() == {
        ("coding", coded["coding"])
    }


def test_links_follow_the_text_in_the_same_step(study, coded):
    key = ("code", coded["code"])
    one = add_memo(study, "one", f"{mark('Time', key)} and {mark('KS', ('source', 1))}")
    two = add_memo(study, "two", f"{mark('Time', key)} {mark('gone', ('code', 99))}")
    assert links_of(study, one) == {key, ("source", 1)}
    assert links_of(study, two) == {key}
    assert [row.title for row in back_links(study, key)] == ["two", "one"]
    edit_memo(study, one, text="none")
    assert links_of(study, one) == set()
    history.undo(study)
    assert links_of(study, one) == {key, ("source", 1)}
    delete_memo(study, two)
    assert [row.title for row in back_links(study, key)] == ["one"]
    history.undo(study)
    assert len(back_links(study, key)) == 2


def test_a_merged_code_is_named_under_its_new_id(study, source, coded):
    into = add_code(study, "Schedule")
    text = f"a {mark('Time', ('code', coded['code']))} b {mark('S', ('code', into))}"
    one = add_memo(study, "one", text)
    two = add_memo(study, "two", mark("Time", ("code", coded["code"])))
    merge_codes(study, [coded["code"]], into)
    assert links_of(study, one) == links_of(study, two) == {("code", into)}
    assert memo(study, one).text == f"a @[Time](code:{into}) b @[S](code:{into})"
    history.undo(study)
    assert memo(study, one).text == text
    assert links_of(study, one) == {("code", coded["code"]), ("code", into)}


def test_a_row_that_takes_an_old_id_is_not_what_was_named(study, source, coded, span):
    key = ("excerpt", coded["excerpt"])
    one = add_memo(study, "one", f"{mark('Time', ('code', coded['code']))} {mark('words', key)}")
    delete_codes(study, [coded["code"]])
    code_excerpt(study, source, *span("the projector"), add_code(study, "Something else"))
    assert things(study, [key]), "this test needs an id that is given again"
    assert links_of(study, one) == set()
    edit_memo(study, one, text=memo(study, one).text + " more")
    assert links_of(study, one) == set()
    assert back_links(study, key) == []


def test_an_excerpt_that_goes_is_forgotten_and_one_that_moves_is_followed(study, coded, span):
    key = ("excerpt", coded["excerpt"])
    one = add_memo(study, "one", mark("words", key))
    new = move_borders(study, coded["coding"], *span("Time, above"))
    assert links_of(study, one) == {("excerpt", new)}
    assert memo(study, one).text == f"@[words](excerpt:{new})"
    remove_codings(study, [coded["coding"]])
    assert links_of(study, one) == set()
    history.undo(study)
    assert links_of(study, one) == {("excerpt", new)}


def test_a_deleted_source_takes_the_links_to_its_excerpts(study, source, coded):
    one = add_memo(study, "one", mark("words", ("excerpt", coded["excerpt"])))
    delete_sources(study, [source])
    assert links_of(study, one) == set()
    assert back_links(study, ("excerpt", coded["excerpt"])) == []
    history.undo(study)
    assert links_of(study, one) == {("excerpt", coded["excerpt"])}


def test_memos_are_found_by_words_kind_coder_date_and_what_they_are_on(study, source, coded):
    add_memo(study, "About time", "short", on_entity="code", on_id=coded["code"])
    add_memo(study, "Élan", f"see {mark('Facilities', ('source', 1))}", kind="reflexive",
             on_entity="source", on_id=1)  # fmt: skip
    add_memo(study, "All")

    def titles(**only):
        return [found.memo.title for found in find_memos(study, MemoFilter(**only))]

    assert titles() == ["All", "Élan", "About time"]
    assert titles(words="elan") == titles(words="FACIL see") == ["Élan"]
    assert titles(words="code:1") == titles(words="source:1") == []
    assert titles(kinds=["reflexive"]) == ["Élan"]
    assert titles(on=["code"]) == ["About time"]
    assert titles(on=[""]) == ["All"]
    assert titles(coders=[study.coder_id]) == titles()
    assert titles(coders=[99]) == []
    today = local_day(find_memos(study, MemoFilter())[0].memo.made_at)
    assert isinstance(today, date)
    assert titles(since=today, until=today) == titles()
    assert titles(since=today + timedelta(days=1)) == []
    assert titles(until=today - timedelta(days=1)) == []
    said = [on_words(found, "en") for found in find_memos(study, MemoFilter())]
    assert said == ["Study", "Source: I/KS-01", "Code: Time"]
    assert memo_coders(study) == [(study.coder_id, study.coder_name)]
    assert entities_with_memos(study) == ["", "code", "source"]


def test_a_title_made_of_the_first_line_shows_no_marks(study, coded):
    one = add_memo(study, "", f"On {mark('Time', ('code', coded['code']))}\nmore")
    assert memo(study, one).title == "On Time"
