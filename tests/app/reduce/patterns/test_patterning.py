import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app import history
from app.errors import UserError
from app.reduce.code_editing import add_code, add_path
from app.reduce.code_tree import read_tree
from app.reduce.codes import codes
from app.reduce.memos import add_memo
from app.reduce.patterning import common_parent, make_pattern, put_into, take_out, ungroup
from models.reduction import Coding


def paths(study):
    return [code.path for code in codes(study)]


@pytest.fixture
def tree(study):
    for path in ("Factors > Time", "Factors > Tools", "Factors > Will", "Time", "Loose", "Other"):
        add_path(study, path)
    return {code.path.replace("Factors > ", "F."): code.id for code in codes(study)}


def test_a_group_becomes_a_category_where_its_codes_stood(study, tree):
    before = paths(study)
    made = make_pattern(
        study, "Means ", [tree["F.Tools"], tree["F.Will"]], tree["Factors"], "What one needs."
    )
    assert paths(study)[:5] == [
        "Factors", "Factors > Time", "Factors > Means", "Factors > Means > Tools",
        "Factors > Means > Will",
    ]  # fmt: skip
    row = next(code for code in codes(study) if code.id == made)
    assert (row.cycle, row.definition) == ("pattern", "What one needs.")
    history.undo(study)
    assert paths(study) == before


def test_a_theme_stands_at_the_top_and_may_be_empty(study, tree):
    make_pattern(study, "Theme", [tree["Loose"], tree["Other"]])
    assert paths(study)[5:] == ["Theme", "Theme > Loose", "Theme > Other"]
    make_pattern(study, "Nothing yet", [])
    assert paths(study)[-1] == "Nothing yet"


def test_a_group_may_bear_the_name_of_a_code_that_goes_into_it(study, tree):
    make_pattern(study, "loose", [tree["Loose"], tree["Other"]])
    assert paths(study)[5:] == ["loose", "loose > Loose", "loose > Other"]


@pytest.mark.parametrize(
    ("name", "chosen", "parent", "says"),
    [
        ("time", ["Other"], None, "already"),
        ("New", ["F.Time", "Time"], None, "already"),
        ("New", ["Factors"], "Factors", "itself"),
        (" ", ["Other"], None, "needs a name"),
    ],
)
def test_what_cannot_be_grouped_leaves_the_tree_as_it_was(study, tree, name, chosen, parent, says):
    before = codes(study)
    with pytest.raises(UserError, match=says):
        make_pattern(study, name, [tree[c] for c in chosen], parent and tree[parent])
    assert codes(study) == before


def test_codes_are_put_into_a_group_taken_out_and_ordered(study, tree):
    put_into(study, [tree["Loose"], tree["Other"]], tree["Factors"], 1)
    assert paths(study)[:4] == ["Factors", "Factors > Time", "Factors > Loose", "Factors > Other"]
    take_out(study, [tree["Loose"], tree["F.Tools"]])
    assert paths(study)[4:] == ["Loose", "Tools", "Time"]
    put_into(study, [tree["F.Will"]], None, 0)
    assert paths(study)[0] == "Will"
    with pytest.raises(UserError, match="already"):
        take_out(study, [tree["F.Time"]])


def test_dissolving_a_group_keeps_its_codes(study, tree):
    before = paths(study)
    made = make_pattern(study, "Loose", [tree["Loose"], tree["Other"]])
    ungroup(study, made)
    assert paths(study) == before


def test_a_group_with_codings_or_memos_of_its_own_is_not_dissolved(study, laid):
    laid.code("Group > Code")
    laid.codes["Group"] = next(c.id for c in codes(study) if c.name == "Group")
    laid.coding("Group", 1, 0, 5)
    with pytest.raises(UserError, match="would be lost"):
        ungroup(study, laid.codes["Group"])
    laid.code("Noted > Code")
    noted = next(c.id for c in codes(study) if c.name == "Noted")
    add_memo(study, "A memo", on_entity="code", on_id=noted)
    with pytest.raises(UserError, match="would be lost"):
        ungroup(study, noted)


def test_the_nearest_code_above_all(study, tree):
    add_path(study, "Factors > Tools > Small")
    ids = {code.name: code.id for code in codes(study)}
    with study.read() as connection:
        shape = read_tree(connection)
    assert common_parent(shape, [ids["Small"], tree["F.Will"]]) == tree["Factors"]
    assert common_parent(shape, [ids["Small"]]) == tree["F.Tools"]
    assert common_parent(shape, [ids["Small"], tree["Loose"]]) is None
    assert common_parent(shape, []) is None


CHOICES = st.lists(st.integers(0, 9), min_size=1, max_size=4)
MOVES = st.lists(
    st.tuples(st.sampled_from(["make", "put", "out", "ungroup"]), CHOICES, st.integers(-1, 9)),
    max_size=7,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MOVES)
def test_no_coding_is_ever_lost_and_undo_goes_all_the_way_back(fresh_source, moves):
    study, source = fresh_source()
    try:
        from app.reduce.codings import code_excerpt

        for n in range(6):
            code_excerpt(study, source, n * 3, n * 3 + 8, add_code(study, f"C{n}"))
        before, kept, made = codes(study), _codings(study), history.steps(study)[0].id
        for number, (what, chosen, where) in enumerate(moves):
            _move(study, what, chosen, where, number)
            assert _codings(study) == kept
        history.go_to(study, made)
        assert codes(study) == before
    finally:
        study.close()


def _move(study, what, chosen, where, number):
    there = [code.id for code in codes(study)]
    ids = list(dict.fromkeys(there[n % len(there)] for n in chosen))
    parent = None if where < 0 else there[where % len(there)]
    try:
        if what == "make":
            make_pattern(study, f"G{number}", ids, parent)
        elif what == "put":
            put_into(study, ids, parent)
        elif what == "out":
            take_out(study, ids)
        else:
            ungroup(study, ids[0])
    except UserError:
        pass


def _codings(study):
    with study.read() as connection:
        rows = connection.execute(select(Coding.id, Coding.code_id, Coding.excerpt_id))
        assert connection.scalar(select(func.count(Coding.id)))
        return sorted(map(tuple, rows))
