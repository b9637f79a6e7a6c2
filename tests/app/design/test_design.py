import pytest
from sqlalchemy import select

from app import history
from app.design import categories, instruments, questions, records, roles, sites
from app.design.coders import add_coder, coders, edit_coder, remove_coders
from app.design.coverage import coverage, set_asked, set_coverage
from app.design.informants import (
    add_informants,
    edit_informant,
    informants,
    order_informants,
    remove_informants,
)
from app.design.study_title import edit_study, study_title
from app.errors import UserError
from models.collection import Participation, Source
from models.reduction import Code, Coding, Excerpt

NOUNS = [
    (sites.sites, sites.add_sites, sites.edit_site, sites.remove_sites, sites.order_sites, "name"),
    (
        categories.categories,
        categories.add_categories,
        categories.edit_category,
        categories.remove_categories,
        categories.order_categories,
        "name",
    ),
    (roles.roles, roles.add_roles, roles.edit_role, roles.remove_roles, roles.order_roles, "name"),
    (
        questions.questions,
        questions.add_questions,
        questions.edit_question,
        questions.remove_questions,
        questions.order_questions,
        "label",
    ),
    (
        instruments.instruments,
        instruments.add_instruments,
        instruments.edit_instrument,
        instruments.remove_instruments,
        instruments.order_instruments,
        "name",
    ),
]


@pytest.mark.parametrize(("all_of", "add", "edit", "remove", "order", "named"), NOUNS)
def test_each_kind_of_record_is_added_edited_ordered_removed_and_undone(
    study, all_of, add, edit, remove, order, named
):
    def names():
        return [getattr(row, named) for row in all_of(study)]

    before = names()
    ids = add(study, [{named: "  first   one "}, {named: "second"}])
    assert names() == [*before, "first one", "second"]
    history.undo(study)
    assert names() == before
    history.redo(study)
    edit(study, ids[0], **{named: "renamed"})
    assert names()[-2:] == ["renamed", "second"]
    order(study, [ids[1], ids[0]])
    assert names().index("second") < names().index("renamed")
    for bad in ("", "  ", "SECOND"):
        with pytest.raises(UserError):
            edit(study, ids[0], **{named: bad})
        with pytest.raises(UserError):
            add(study, [{named: "fine"}, {named: bad}])
    assert "fine" not in names()
    remove(study, ids)
    assert names() == before
    for step in history.steps(study):
        assert step.sentence("en") != step.sentence("id")


def test_a_role_has_a_kind_and_an_instrument_a_method(study):
    with pytest.raises(UserError, match="does not fit"):
        roles.add_roles(study, [{"name": "x", "kind": "boss"}])
    with pytest.raises(UserError, match="does not fit"):
        instruments.add_instruments(study, [{"name": "x", "method": "gossip"}])
    assert [role.kind for role in roles.roles(study)] == [
        "key_person",
        "core_respondent",
        "verification_respondent",
    ]


@pytest.fixture
def people(study):
    key, core, verification = (role.id for role in roles.roles(study))
    (site,) = sites.add_sites(study, [{"name": "SDN Ciawi 01"}])
    (category,) = categories.add_categories(study, [{"name": "principal"}])
    return add_informants(
        study,
        [
            {"code": "G-01", "role_ids": [core]},
            {
                "code": "KS-01",
                "post": "Principal",
                "site_id": site,
                "category_id": category,
                "role_ids": [key, verification],
            },
        ],
    )


def test_an_informant_has_several_roles_and_whom_they_verify(study, people):
    teacher, principal = people
    edit_informant(study, principal, verifies=[teacher])
    row = informants(study)[1]
    assert row.roles == ("Key person", "Verification respondent")
    assert (row.site, row.category, row.verified_codes) == ("SDN Ciawi 01", "principal", ("G-01",))
    edit_informant(study, principal, role_ids=row.role_ids[::-1], post="Head")
    assert informants(study)[1].roles == ("Verification respondent", "Key person")
    assert history.next_undo(study).sentence("en") == "Change informant KS-01"
    history.undo(study)
    assert informants(study)[1] == row
    with pytest.raises(UserError, match="verifies themselves"):
        edit_informant(study, teacher, verifies=[teacher])
    with pytest.raises(UserError, match="already"):
        add_informants(study, [{"code": "ks-01"}])


def test_many_informants_are_added_in_one_step_and_ordered(study, people):
    ids = add_informants(study, [{"code": f"P-{n}"} for n in range(30)])
    assert history.next_undo(study).sentence("en") == "Add informant P-0, P-1, P-2 …"
    history.undo(study)
    assert len(informants(study)) == 2
    history.redo(study)
    order_informants(study, [*ids, *people])
    assert informants(study)[-1].code == "KS-01"
    remove_informants(study, ids)
    assert len(informants(study)) == 2


def test_what_uses_a_record_is_counted_before_it_goes(study, people):
    (site,) = (row.id for row in sites.sites(study))
    assert records.uses(study, sites.NOUN, [site]) == {"informant": 1}
    sites.remove_sites(study, [site])
    assert informants(study)[1].site == ""
    history.undo(study)
    assert informants(study)[1].site == "SDN Ciawi 01"


def test_removing_an_informant_leaves_the_excerpts(study, people):
    with study.change("study.methods.interview") as session:
        session.add(Source(id=1, title="t", reference="r", method="interview", length=9))
        session.add(Participation(source_id=1, informant_id=people[1]))
        session.add(Excerpt(id=1, source_id=1, start=0, end=3, speaker_id=people[1]))
    remove_informants(study, [people[1]])
    with study.read() as connection:
        assert connection.execute(select(Excerpt.id, Excerpt.speaker_id)).all() == [(1, None)]
    history.undo(study)
    with study.read() as connection:
        assert connection.scalar(select(Excerpt.speaker_id)) == people[1]


def test_coverage_is_set_cleared_and_undone(study, people):
    (guide,) = instruments.add_instruments(study, [{"name": "Guide"}])
    (focus,) = questions.add_questions(study, [{"label": "F1"}])
    set_coverage(study, [(person, guide) for person in people], "planned")
    set_coverage(study, [(people[0], guide)], "done")
    set_asked(study, [(people[1], focus)], "not_asked")
    grid = coverage(study)
    assert grid.instruments == {(people[0], guide): "done", (people[1], guide): "planned"}
    assert grid.questions == {(people[1], focus): "not_asked"}
    set_coverage(study, [(people[0], guide)], "")
    assert coverage(study).instruments == {(people[1], guide): "planned"}
    history.undo(study)
    assert coverage(study) == grid
    with pytest.raises(UserError, match="does not fit"):
        set_coverage(study, [(people[0], guide)], "maybe")


def test_coders(study):
    two = add_coder(study, "B", "#112233")
    edit_coder(study, two, name="Bela")
    assert [(c.name, c.colour) for c in coders(study)] == [("A", "#0f6b6b"), ("Bela", "#112233")]
    with pytest.raises(UserError, match="already"):
        add_coder(study, "bela")
    study.code_as(two)
    assert study.coder_name == "Bela"
    edit_coder(study, two, name="Beta")
    assert study.coder_name == "Beta"
    with study.change("study.methods.interview") as session:
        session.add(Source(id=1, title="t", reference="r", method="interview", length=9))
        session.add(Excerpt(id=1, source_id=1, start=0, end=3))
        session.add(Code(id=1, name="c"))
        session.add(Coding(excerpt_id=1, code_id=1, coder_id=two))
    with pytest.raises(UserError, match="Beta has 1 codings"):
        remove_coders(study, [two])
    remove_coders(study, [1])
    with pytest.raises(UserError):
        remove_coders(study, [two])


def test_title_purpose_and_language(study):
    edit_study(study, title=" KKG ", purpose="why", language="id")
    assert study_title(study).title == "KKG"
    assert (study.title, study.language) == ("KKG", "id")
    history.undo(study)
    assert study.title == "A study"
    with pytest.raises(UserError, match="needs a title"):
        edit_study(study, title=" ")
    with pytest.raises(UserError, match="not a language"):
        edit_study(study, language="fr")
