import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app import history
from app.check import check
from app.errors import UserError
from app.reduce.code_editing import (
    add_code,
    add_path,
    describe_code,
    move_codes,
    recolour_codes,
    rename_code,
)
from app.reduce.code_merging import Loss, delete_codes, merge_codes, what_would_be_lost
from app.reduce.code_paths import code_by_path, path_of
from app.reduce.code_uses import uses, uses_after
from app.reduce.codes import branch, codes
from app.reduce.codings import code_excerpt, code_excerpts, remove_codings, set_direction, set_memo
from app.reduce.colours import CODE_COLOURS, next_colour
from app.reduce.excerpts import ExcerptFilter, excerpts
from app.reduce.memos import add_memo, memos
from models.conclusions import Evidence, Finding
from models.reduction import Code

LABEL = "study.methods.interview"


def paths(study):
    return [code.path for code in codes(study)]


def by_name(study):
    return {code.name: code for code in codes(study)}


@pytest.fixture
def tree(study):
    with study.change(LABEL) as session:
        for path in ("Factors > Support", "Factors > Hinder > Time", "Competence"):
            code_by_path(session, path)
    return {code.name: code.id for code in codes(study)}


def test_a_path_makes_what_is_missing_and_finds_what_is_there(study, tree):
    assert paths(study) == [
        "Factors",
        "Factors > Support",
        "Factors > Hinder",
        "Factors > Hinder > Time",
        "Competence",
    ]
    assert [code.depth for code in codes(study)] == [0, 1, 1, 2, 0]
    with study.change(LABEL) as session:
        assert code_by_path(session, "factors>HINDER") == tree["Hinder"]
        with pytest.raises(UserError, match="a name in it is empty"):
            code_by_path(session, "Factors > > x")
    with study.read() as connection:
        assert path_of(connection, tree["Time"]) == "Factors > Hinder > Time"
        with pytest.raises(UserError, match="no longer"):
            path_of(connection, 999)
    assert add_path(study, "Competence > ICT") == by_name(study)["ICT"].id


def test_an_excerpt_counts_once_in_a_branch(study, tree, source, span):
    code_excerpts(study, source, *span("Time"), [tree["Time"], tree["Factors"]])
    code_excerpt(study, source, *span("What keeps"), tree["Time"])
    found = by_name(study)
    assert (found["Factors"].excerpts, found["Factors"].own_excerpts) == (2, 1)
    assert (found["Hinder"].excerpts, found["Hinder"].own_excerpts) == (2, 0)
    assert (found["Factors"].informants, found["Competence"].informants) == (1, 0)
    assert found["Competence"].excerpts == 0
    inside = {tree[name] for name in ("Factors", "Support", "Hinder", "Time")}
    assert branch(study, tree["Factors"]) == inside


def test_counts_after_a_change_are_those_of_counting_all(study, tree, source, span):
    heard = []
    study.listeners.append(heard.append)
    known = uses(study)

    def agree(*touched):
        anew = uses_after(study, heard[-1])
        assert set(anew) >= {tree[name] for name in touched}
        known.update(anew)
        assert known == uses(study)

    coding = code_excerpt(study, source, *span("Time"), tree["Time"])
    agree("Time", "Hinder", "Factors")
    assert tree["Competence"] not in uses_after(study, heard[-1])
    remove_codings(study, [coding])
    agree("Time", "Hinder", "Factors")
    history.undo(study)
    agree("Time")
    move_codes(study, [tree["Time"]], None)
    agree("Time", "Factors", "Competence")
    history.undo(study)
    agree("Time", "Factors")


def test_names_are_one_among_siblings_and_hold_no_mark(study, tree):
    with pytest.raises(UserError, match="already"):
        add_code(study, " factors ")
    with pytest.raises(UserError, match="needs a name"):
        add_code(study, "  ")
    with pytest.raises(UserError, match="cannot hold"):
        add_code(study, "A > B")
    with pytest.raises(UserError, match="no longer"):
        add_code(study, "A", 999)
    add_code(study, "Factors", tree["Competence"])
    with pytest.raises(UserError, match="already"):
        rename_code(study, tree["Support"], "HINDER")
    rename_code(study, tree["Support"], "support")
    assert by_name(study)["support"].id == tree["Support"]


def test_renaming_recolouring_and_describing_are_steps_that_name_the_code(study, tree):
    rename_code(study, tree["Time"], "  Clash  of schedules ")
    recolour_codes(study, [tree["Time"], tree["Support"]], "#123456")
    describe_code(study, tree["Time"], definition="d", origin="a_priori", cycle="pattern")
    steps = [step.sentence("en") for step in history.steps(study, limit=3)]
    assert steps == [
        "Describe code “Clash of schedules”",
        "Colour code “Clash of schedules, Support”",
        "Rename code “Time” to “Clash of schedules”",
    ]
    code = by_name(study)["Clash of schedules"]
    assert (code.definition, code.origin, code.cycle) == ("d", "a_priori", "pattern")
    assert code.colour == by_name(study)["Support"].colour == "#123456"
    for _ in range(3):
        history.undo(study)
    assert by_name(study)["Time"].definition == ""
    with pytest.raises(UserError, match="not an origin"):
        describe_code(study, tree["Time"], origin="heard")
    with pytest.raises(UserError, match="not a cycle"):
        describe_code(study, tree["Time"], cycle="third")
    with pytest.raises(TypeError, match="colours"):
        describe_code(study, tree["Time"], colours="red")


def test_describing_with_what_is_there_leaves_no_step(study, tree):
    before = len(history.steps(study))
    describe_code(study, tree["Time"], definition="")
    rename_code(study, tree["Time"], "Time")
    assert len(history.steps(study)) == before


def test_siblings_differ_in_colour(study):
    parent = add_code(study, "Factors")
    for number in range(len(CODE_COLOURS)):
        add_code(study, f"Code {number}", parent)
    assert {c.colour for c in codes(study) if c.parent_id} == set(CODE_COLOURS)
    assert next_colour(["#4878d8"], []) == CODE_COLOURS[1]
    assert next_colour([CODE_COLOURS[1]] * 5, [CODE_COLOURS[0]]) == CODE_COLOURS[2]


def test_moving_keeps_the_order_and_refuses_a_circle(study, tree):
    move_codes(study, [tree["Competence"], tree["Time"]], tree["Factors"], 1)
    assert paths(study) == [
        "Factors",
        "Factors > Support",
        "Factors > Time",
        "Factors > Competence",
        "Factors > Hinder",
    ]
    with pytest.raises(UserError, match="under itself"):
        move_codes(study, [tree["Factors"]], tree["Hinder"])
    with pytest.raises(UserError, match="under itself"):
        move_codes(study, [tree["Factors"]], tree["Factors"])
    history.undo(study)
    assert paths(study)[-1] == "Competence"


def test_a_position_counts_the_siblings_before_the_move(study):
    a, b, c, _ = (add_code(study, name) for name in "abcd")
    move_codes(study, [a], None, 2)
    assert paths(study) == ["b", "a", "c", "d"]
    move_codes(study, [c, b], None, None)
    assert paths(study) == ["a", "d", "b", "c"]
    move_codes(study, [c], None, 0)
    assert paths(study) == ["c", "a", "d", "b"]


def test_a_code_moves_with_its_branch_and_not_beside_its_name(study, tree):
    move_codes(study, [tree["Hinder"], tree["Time"]], None, 0)
    assert paths(study)[:2] == ["Hinder", "Hinder > Time"]
    add_code(study, "Time")
    with pytest.raises(UserError, match="already"):
        move_codes(study, [tree["Time"]], None)


def test_merging_moves_codings_children_memos_and_entries(study, tree, source, span):
    one, two = code_excerpts(study, source, *span("Time"), [tree["Hinder"], tree["Support"]])
    alone = code_excerpt(study, source, *span("Élan"), tree["Hinder"])
    set_memo(study, one, "mine")
    set_direction(study, [one], "denies")
    describe_code(study, tree["Hinder"], definition="what hinders")
    describe_code(study, tree["Support"], definition="what helps")
    add_memo(study, "on hinder", on_entity="code", on_id=tree["Hinder"])
    add_memo(study, "on coding", on_entity="coding", on_id=one)
    merge_codes(study, [tree["Hinder"], tree["Support"]], tree["Support"])
    assert paths(study) == [
        "Factors",
        "Factors > Support",
        "Factors > Support > Time",
        "Competence",
    ]
    rows = {row.coding_id: row for row in excerpts(study, ExcerptFilter())}
    assert set(rows) == {two, alone}
    assert (rows[two].code, rows[two].memo, rows[two].direction) == ("Support", "mine", "mixed")
    assert rows[alone].code == "Support"
    assert by_name(study)["Support"].definition == "what helps\nwhat hinders"
    assert [m.title for m in memos(study, "code", tree["Support"])] == ["on hinder"]
    assert [m.title for m in memos(study, "coding", two)] == ["on coding"]
    assert check(study).faults == ()
    history.undo(study)
    assert len(excerpts(study, ExcerptFilter())) == 3
    assert by_name(study)["Support"].definition == "what helps"
    with pytest.raises(UserError, match="move it out first"):
        merge_codes(study, [tree["Hinder"]], tree["Time"])


def test_merging_several_folds_doubles_among_them(study, tree, source, span):
    names = ("Support", "Hinder", "Time")
    code_excerpts(study, source, *span("Time"), [tree[name] for name in names])
    merge_codes(study, [tree[name] for name in names], tree["Competence"])
    (row,) = excerpts(study, ExcerptFilter())
    assert row.code == "Competence"
    assert paths(study) == ["Factors", "Competence"]


def test_merging_refuses_two_of_one_name(study, tree):
    add_code(study, "time", tree["Competence"])
    with pytest.raises(UserError, match="already"):
        merge_codes(study, [tree["Hinder"]], tree["Competence"])
    assert "Hinder" in by_name(study)


def test_deleting_says_what_goes_and_undo_brings_it_back(study, tree, source, span):
    one, *_ = code_excerpts(study, source, *span("Time"), [tree["Time"], tree["Hinder"]])
    shared = code_excerpts(study, source, *span("Élan"), [tree["Time"], tree["Competence"]])
    told = code_excerpt(study, source, *span("projector"), tree["Time"])
    excerpt = {r.coding_id: r.excerpt_id for r in excerpts(study, ExcerptFilter())}[told]
    with study.change(LABEL) as session:
        session.add(Finding(id=1, claim="c"))
        session.add(Evidence(finding_id=1, excerpt_id=excerpt))
    set_memo(study, one, "mine")
    add_memo(study, "m", on_entity="code", on_id=tree["Time"])
    add_memo(study, "n", on_entity="coding", on_id=told)
    assert what_would_be_lost(study, [tree["Factors"]]) == Loss(4, 4, 1, 3)
    delete_codes(study, [tree["Factors"], tree["Time"]])
    assert paths(study) == ["Competence"]
    assert [row.coding_id for row in excerpts(study, ExcerptFilter())] == [shared[1]]
    assert len(excerpts(study, ExcerptFilter(finding=1))) == 1
    assert memos(study) == []
    assert check(study).faults == ()
    history.undo(study)
    assert len(paths(study)) == 5
    assert len(memos(study)) == 2
    assert len(excerpts(study, ExcerptFilter())) == 5


moves = st.lists(
    st.tuples(
        st.sampled_from(["move", "merge", "delete", "undo", "redo"]),
        st.sets(st.integers(1, 8), min_size=1, max_size=3),
        st.integers(0, 8),
        st.integers(0, 4),
    ),
    max_size=8,
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves)
def test_whatever_is_done_the_tree_stays_whole(fresh, steps):
    study = fresh()
    for number in range(8):
        add_code(study, f"Code {number}", None if number % 3 == 0 else number // 2 or None)
    for what, ids, target, position in steps:
        there = {code.id for code in codes(study)}
        try:
            if what == "move":
                move_codes(study, sorted(ids), target or None, position)
            elif what == "merge" and target:
                merge_codes(study, ids, target)
            elif what == "delete":
                delete_codes(study, ids)
            elif what == "undo":
                history.undo(study)
            elif what == "redo":
                history.redo(study)
        except UserError:
            assert {code.id for code in codes(study)} == there
        rows = codes(study)
        known = {row.id for row in rows}
        assert all(row.parent_id in known for row in rows if row.parent_id)
        assert len({row.path.casefold() for row in rows}) == len(rows)
        with study.read() as connection:
            assert connection.scalar(select(func.count()).select_from(Code)) == len(rows)
    assert check(study).faults == ()
    study.close()
