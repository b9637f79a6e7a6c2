import pytest

from app import history
from app.check import check
from app.errors import UserError
from app.reduce.code_editing import add_path, describe_code
from app.reduce.code_splitting import split_code
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt, set_memo
from app.reduce.excerpts import ExcerptFilter, excerpts


def test_some_codings_go_to_a_new_code_behind_the_old_one(study, source, span):
    old, _ = add_path(study, "Factors > Time"), add_path(study, "Factors > Facilities")
    describe_code(study, old, definition="all of it", origin="a_priori", cycle="pattern")
    stays = code_excerpt(study, source, *span("Time"), old)
    goes = code_excerpt(study, source, *span("projector"), old)
    set_memo(study, goes, "mine")
    new = split_code(study, old, " Clash  of schedules ", [goes])
    assert [code.name for code in codes(study)] == [
        "Factors", "Time", "Clash of schedules", "Facilities",
    ]  # fmt: skip
    rows = {row.coding_id: (row.code, row.memo) for row in excerpts(study, ExcerptFilter())}
    assert rows == {stays: ("Time", ""), goes: ("Clash of schedules", "mine")}
    made = next(code for code in codes(study) if code.id == new)
    assert (made.definition, made.origin, made.cycle) == ("", "a_priori", "pattern")
    said = history.steps(study)[0].sentence("en")
    assert said == "Split “Time”: 1 codings to “Clash of schedules”"
    assert check(study).faults == ()
    history.undo(study)
    assert [code.name for code in codes(study)] == ["Factors", "Time", "Facilities"]
    assert {row.code for row in excerpts(study, ExcerptFilter())} == {"Time"}


def test_a_split_needs_a_name_that_is_free_and_codings_of_the_code(study, source, span):
    one, two = add_path(study, "One"), add_path(study, "Two")
    coding = code_excerpt(study, source, *span("Time"), one)
    before = history.steps(study)
    for words, arguments in (
        ("already", (one, "two", [coding])),
        ("needs a name", (one, " ", [coding])),
        ("at least one", (one, "Three", [])),
        ("at least one", (two, "Three", [coding])),
        ("no longer", (99, "Three", [coding])),
    ):
        with pytest.raises(UserError, match=words):
            split_code(study, *arguments)
    assert history.steps(study) == before
