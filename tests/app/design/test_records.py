"""Sites, categories, roles, questions and instruments: what they share, and what is their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from app import history
from app.design import categories, instruments, questions, roles, sites
from app.errors import UserError
from models.reduction import Memo


@dataclass(frozen=True)
class Kind:
    key: str
    rows: Callable[..., Any]
    add: Callable[..., Any]
    take: Callable[..., Any]
    edit: Callable[..., Any]
    remove: Callable[..., Any]
    order: Callable[..., Any]
    named: str = "name"


def kind(module, one, many, named="name"):
    names = (f"add_{many}", f"take_{many}", f"edit_{one}", f"remove_{many}", f"order_{many}")
    deeds = [getattr(module, name) for name in names]
    return Kind(one, getattr(module, many), *deeds, named)


KINDS = [
    kind(sites, "site", "sites"),
    kind(categories, "category", "categories"),
    kind(roles, "role", "roles"),
    kind(questions, "question", "questions", "label"),
    kind(instruments, "instrument", "instruments"),
]
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)


def names(study, kind):
    return [getattr(row, kind.named) for row in kind.rows(study)]


@every_kind
def test_records_are_added_at_the_end_in_one_step(study, kind):
    before = names(study, kind)
    kind.add(study, [{kind.named: "  first   one "}, {kind.named: "second"}])
    assert names(study, kind) == [*before, "first one", "second"]
    assert "first one, second" in history.next_undo(study).sentence("en")
    history.undo(study)
    assert names(study, kind) == before


@every_kind
@pytest.mark.parametrize("bad", ["", "  ", "SECOND", " second "])
def test_a_name_is_neither_empty_nor_taken(study, kind, bad):
    first, _second = kind.add(study, [{kind.named: "first"}, {kind.named: "second"}])
    before = kind.rows(study)
    with pytest.raises(UserError):
        kind.edit(study, first, **{kind.named: bad})
    with pytest.raises(UserError):
        kind.add(study, [{kind.named: "fine"}, {kind.named: bad}])
    assert kind.rows(study) == before


@every_kind
def test_a_record_may_be_written_otherwise(study, kind):
    (first,) = kind.add(study, [{kind.named: "first"}])
    kind.edit(study, first, **{kind.named: "First"})
    assert names(study, kind)[-1] == "First"
    assert history.next_undo(study).sentence("en").endswith("first")
    assert history.next_undo(study).sentence("en") != history.next_undo(study).sentence("id")


@every_kind
def test_pasted_rows_are_added_or_changed_in_one_step(study, kind):
    kind.add(study, [{kind.named: "first"}])
    before = names(study, kind)
    ids = kind.take(study, [{kind.named: "FIRST"}, {kind.named: "second"}])
    assert names(study, kind) == [*before[:-1], "FIRST", "second"]
    assert ids == [row.id for row in kind.rows(study)][-2:]
    assert history.next_undo(study).sentence("en").endswith("(2)")
    history.undo(study)
    assert names(study, kind) == before


@every_kind
@pytest.mark.parametrize(
    ("rows", "key"),
    [(["a", " "], "design.pasted_without"), (["a", "A "], "design.pasted_twice")],
)
def test_pasted_rows_need_names_of_their_own(study, kind, rows, key):
    before = names(study, kind)
    with pytest.raises(UserError) as caught:
        kind.take(study, [{kind.named: name} for name in rows])
    assert caught.value.key.startswith(key)
    assert caught.value.sentence("en") != caught.value.sentence("id")
    assert names(study, kind) == before


@every_kind
def test_records_are_ordered_and_what_is_left_out_follows(study, kind):
    first, second, third = kind.add(study, [{kind.named: name} for name in "abc"])
    kind.order(study, [third, first])
    assert names(study, kind)[:2] == ["c", "a"]
    assert names(study, kind)[-1] == "b"
    kind.order(study, [first, second, third])
    assert names(study, kind)[:3] == ["a", "b", "c"]
    history.undo(study)
    assert names(study, kind)[:2] == ["c", "a"]


@every_kind
def test_removing_takes_the_memos_along_and_undo_brings_all_back(study, kind):
    before = names(study, kind)
    ids = kind.add(study, [{kind.named: name} for name in "abcd"])
    table = "research_question" if kind.key == "question" else kind.key
    with study.change("study.methods.interview") as session:
        session.add(Memo(title="m", on_entity=table, on_id=ids[0]))
    uses_of = {
        "site": sites.uses_of_sites,
        "category": categories.uses_of_categories,
        "role": roles.uses_of_roles,
        "question": questions.uses_of_questions,
        "instrument": instruments.uses_of_instruments,
    }[kind.key]
    (use,) = uses_of(study, ids)
    assert (use.table, use.count, use.goes) == ("memo", 1, True)
    kind.remove(study, ids)
    assert names(study, kind) == before
    assert history.next_undo(study).sentence("en").endswith("a, b, c …")
    assert uses_of(study, ids) == []
    history.undo(study)
    assert names(study, kind) == [*before, *"abcd"]
    assert len(uses_of(study, ids)) == 1


@every_kind
def test_a_record_that_is_gone_cannot_be_changed(study, kind):
    (first,) = kind.add(study, [{kind.named: "first"}])
    kind.remove(study, [first])
    with pytest.raises(UserError, match="no longer"):
        kind.edit(study, first, **{kind.named: "x"})


def test_a_role_has_a_kind_said_in_either_language(study):
    assert [role.kind for role in roles.roles(study)] == [
        "key_person",
        "core_respondent",
        "verification_respondent",
    ]
    told = ["key person", "Responden inti", "verification_respondent", "other", ""]
    ids = roles.add_roles(study, [{"name": f"r{n}", "kind": k} for n, k in enumerate(told[:4])])
    assert [role.kind for role in roles.roles(study)][3:] == [
        "key_person",
        "core_respondent",
        "verification_respondent",
        "other",
    ]
    roles.edit_role(study, ids[0], kind="other")
    assert roles.roles(study)[3].kind == "other"
    for bad in ("boss", ""):
        with pytest.raises(UserError, match="no kind of role"):
            roles.add_roles(study, [{"name": "x", "kind": bad}])


def test_an_instrument_has_a_method_said_in_either_language(study):
    instruments.add_instruments(
        study,
        [
            {"name": "a"},
            {"name": "b", "method": "Kuesioner"},
            {"name": "c", "method": "OBSERVATION"},
        ],
    )
    assert [i.method for i in instruments.instruments(study)] == [
        "interview",
        "questionnaire",
        "observation",
    ]
    with pytest.raises(UserError, match="no method"):
        instruments.add_instruments(study, [{"name": "x", "method": "gossip"}])


def test_a_site_has_an_address_and_attributes(study):
    (site,) = sites.add_sites(study, [{"name": "SDN 1", "address": "Jalan  Raya\n 1 "}])
    sites.edit_site(study, site, attributes={"status": "core"})
    assert sites.sites(study) == [
        sites.SiteRow(site, "SDN 1", "Jalan  Raya\n 1", {"status": "core"})
    ]


def test_a_change_that_changes_nothing_leaves_no_step(study):
    (site,) = sites.add_sites(study, [{"name": "SDN 1"}])
    step = history.next_undo(study)
    sites.edit_site(study, site, name=" SDN  1", address="")
    sites.order_sites(study, [site])
    sites.take_sites(study, [{"name": "sdn 1".upper()}])
    assert history.next_undo(study) == step


def test_a_thousand_rows_are_pasted_quickly_enough(study):
    import time

    began = time.perf_counter()
    sites.take_sites(study, [{"name": f"site {n}"} for n in range(1000)])
    assert time.perf_counter() - began < 5
    assert len(sites.sites(study)) == 1000
