from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import history
from app.errors import UserError
from app.reduce.code_tree import read_tree
from app.reduce.retrieval.annotating import set_summary
from app.reduce.retrieval.asking import (
    GROUPS,
    SORTS,
    Attribute,
    Limits,
    Question,
    Term,
    from_settings,
    to_settings,
)
from app.reduce.retrieval.found import find, lines


@pytest.fixture
def coded(laid):
    """Time over Tools in one source, both on an excerpt of the second, apart in the third."""
    for path in ("Factors", "Factors > Time", "Factors > Tools", "Silent"):
        laid.code(path)
    laid.ids = {
        "a": laid.coding("Time", 1, 0, 30, weight=3, memo="Slow Mornings"),
        "b": laid.coding("Tools", 1, 5, 13, direction="denies", summary="Borrowed projector"),
        "c": laid.coding("Time", 2, 0, 13),
        "d": laid.coding("Tools", 2, 0, 13, coder=9),
        "e": laid.coding("Time", 3, 0, 4, weight=2),
        "f": laid.coding("Tools", 3, 14, 20),
        "g": laid.coding("Silent", 3, 30, 40, set_aside=True),
    }
    return laid


def found(laid, *groups, sort="place", group="", descending=False, **limits):
    """Answer with the letters of the codings."""
    question = Question(tuple(map(tuple, groups)), Limits(**limits), sort, descending, group)
    letters = {number: letter for letter, number in laid.ids.items()}
    return "".join(letters[coding] for coding in find(laid.study, question).codings)


# --- codes -----------------------------------------------------------------------------------


def test_without_terms_every_kept_coding_is_listed(coded):
    assert found(coded) == "abefcd"
    assert found(coded, kept_only=False) == "abefgcd"


def test_a_code_takes_its_branch_along_or_not(coded):
    factors = coded.codes["Factors"]
    assert found(coded, [Term(factors)]) == "abefcd"
    assert found(coded, [Term(factors, branch=False)]) == ""


def test_and_or_not(coded):
    time, tools = Term(coded.codes["Time"]), Term(coded.codes["Tools"])
    no_tools = Term(coded.codes["Tools"], negated=True)
    assert found(coded, [time, tools]) == "cd"
    assert found(coded, [time, no_tools]) == "ae"
    assert found(coded, [time], [tools]) == "abefcd"
    assert found(coded, [no_tools]) == "ae"
    assert found(coded, [time, no_tools], [tools]) == "abefd"


@pytest.mark.parametrize(
    ("relation", "words", "expected"),
    [("overlaps", 0, "ac"), ("inside", 0, ""), ("around", 0, "a"), ("near", 1, "ac"),
     ("near", 2, "aec")],
)  # fmt: skip
def test_a_relation_lists_the_first_code(coded, relation, words, expected):
    term = Term(coded.codes["Time"], relation=relation, other=coded.codes["Tools"], words=words)
    assert found(coded, [term]) == expected


def test_a_coding_has_no_relation_to_itself(coded):
    factors = coded.codes["Factors"]
    assert found(coded, [Term(factors, relation="overlaps", other=factors)]) == "abcd"


def test_codings_of_other_coders_are_not_looked_at(coded):
    time, tools = coded.codes["Time"], coded.codes["Tools"]
    assert found(coded, [Term(time), Term(tools, negated=True)], coders=frozenset([1])) == "aec"
    term = Term(time, relation="overlaps", other=tools)
    assert found(coded, [term], coders=frozenset([1])) == "a"


def test_a_code_that_is_gone_is_on_nothing(coded):
    assert found(coded, [Term(999)]) == ""
    assert found(coded, [Term(999, negated=True)]) == "abefcd"
    assert found(coded, [Term(coded.codes["Time"], relation="near", other=999)]) == ""


# --- limits ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ({"sources": frozenset([3])}, "ef"),
        ({"methods": frozenset(["observation"])}, "cd"),
        ({"sites": frozenset([1])}, "ab"),
        ({"sites": frozenset([None])}, "ef"),
        ({"informants": frozenset([2, None])}, "efcd"),
        ({"coders": frozenset([9])}, "d"),
        ({"directions": frozenset(["denies"])}, "b"),
        ({"weights": frozenset([2, 3])}, "ae"),
        ({"since": date(2017, 2, 1)}, "cd"),
        ({"until": date(2017, 1, 1)}, "ab"),
        ({"words": "PROJECTOR"}, "b"),
        ({"words": "mornings slow"}, "a"),
        ({"words": "50%"}, ""),
        ({"attributes": (Attribute("informant", "sex", frozenset("m")),)}, "ef"),
        ({"attributes": (Attribute("informant", 'a"b', frozenset("x")),)}, "ab"),
        ({"attributes": (Attribute("site", "kind", frozenset(["state"])),)}, "ab"),
        ({"attributes": (Attribute("source", "form", frozenset(["group", "x"])),)}, "ef"),
    ],
)
def test_each_limit(coded, limit, expected):
    assert found(coded, **limit) == expected


def test_roles_are_those_in_which_they_speak(coded):
    assert found(coded, roles=frozenset([coded.roles["key_person"]])) == "ef"
    assert found(coded, roles=frozenset([None])) == "cd"


# --- order and groups ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sort", "up", "down"),
    [
        ("place", "abefcd", "cdfeba"),
        ("date", "abcdef", "cdabef"),
        ("code", "aecbfd", "bfdaec"),
        ("informant", "abefcd", "efabcd"),
        ("site", "abcdef", "cdabef"),
        ("weight", "aebfcd", "bfcdea"),
        ("direction", "aefcdb", "baefcd"),
        ("coder", "abefcd", "dabefc"),
    ],
)
def test_each_order_both_ways_and_what_lacks_a_value_last(coded, sort, up, down):
    assert found(coded, sort=sort) == up
    # Two codings of the same span keep their order.
    assert found(coded, sort=sort, descending=True) == down


def test_groups_say_where_they_begin_and_how_much_they_have(coded):
    answer = find(coded.study, Question(group="code"))
    assert answer.groups == ((0, 3), (3, 3))
    assert (answer.total, answer.excerpts, answer.sources) == (6, 5, 3)
    assert found(coded, group="code", sort="place") == "aecbfd"
    assert found(coded, group="code", sort="code", descending=True) == "bfdaec"
    assert find(coded.study, Question(group="")).groups == ((0, 6),)


@pytest.mark.parametrize(("sort", "group"), list(product(SORTS, GROUPS)))
def test_every_order_goes_with_every_grouping(coded, sort, group):
    answer = find(coded.study, Question(sort=sort, group=group, descending=True))
    assert sorted(answer.codings) == sorted(coded.ids[letter] for letter in "abcdef")
    assert sum(size for _, size in answer.groups) == 6


def test_lines_come_in_the_order_asked_with_the_path(coded):
    wanted = [coded.ids["b"], 999, coded.ids["a"]]
    two = lines(coded.study, wanted)
    assert [line.row.coding_id for line in two] == [wanted[0], wanted[2]]
    assert two[0].path == "Factors > Tools"
    assert two[1].row.weight == 3
    assert two[0].row.summary == "Borrowed projector"


def test_a_summary_is_written_and_taken_back(coded):
    excerpt = lines(coded.study, [coded.ids["a"]])[0].row.excerpt_id
    set_summary(coded.study, excerpt, " In short ")
    assert lines(coded.study, [coded.ids["a"]])[0].row.summary == "In short"
    history.undo(coded.study)
    assert lines(coded.study, [coded.ids["a"]])[0].row.summary == ""
    with pytest.raises(UserError):
        set_summary(coded.study, 999, "x")


# --- the whole against a definition ----------------------------------------------------------

terms = st.builds(
    Term,
    code=st.integers(1, 4),
    branch=st.booleans(),
    negated=st.booleans(),
    relation=st.sampled_from(["", "", "overlaps", "inside", "around"]),
    other=st.integers(1, 4),
    other_branch=st.booleans(),
)
groups = st.lists(st.lists(terms, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple)
HOLDS = {
    "overlaps": lambda a, b: max(a[0], b[0]) < min(a[1], b[1]),
    "inside": lambda a, b: b[0] <= a[0] and a[1] <= b[1] and a != b,
    "around": lambda a, b: a[0] <= b[0] and b[1] <= a[1] and a != b,
}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(groups, st.sampled_from([None, frozenset([1]), frozenset([9])]))
def test_any_question_is_answered_as_defined(coded, asked, coders):
    with coded.study.read() as connection:
        tree = read_tree(connection)
    rows = [line.row for line in lines(coded.study, list(coded.ids.values()))]
    rows = [row for row in rows if row.code != "Silent"]
    who = {coded.ids[letter]: 9 if letter == "d" else 1 for letter in coded.ids}
    rows = [row for row in rows if coders is None or who[row.coding_id] in coders]

    def meant(code, branch):
        return set(tree.branch(code)) if branch else {code}

    def holds(term, excerpt):
        codes = meant(term.code, term.branch)
        own = [row for row in rows if row.excerpt_id == excerpt and row.code_id in codes]
        if not term.relation:
            return bool(own)
        others = [row for row in rows if row.code_id in meant(term.other, term.other_branch)]
        return any(
            a.coding_id != b.coding_id
            and a.source_id == b.source_id
            and HOLDS[term.relation]((a.start, a.end), (b.start, b.end))
            for a in own
            for b in others
        )

    def answers(group, row):
        named = [term for term in group if not term.negated]
        of = any(row.code_id in meant(term.code, term.branch) for term in named) or not named
        return of and all(holds(term, row.excerpt_id) != term.negated for term in group)

    expected = {row.coding_id for row in rows if not asked or any(answers(g, row) for g in asked)}
    question = Question(asked, Limits(coders=coders))
    assert set(find(coded.study, question).codings) == expected
    assert from_settings(to_settings(question)) == question
