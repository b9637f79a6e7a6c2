import pytest

from app.design.informants import informants
from app.design.register import Register, plain_name, role_names
from app.design.roles import roles
from app.design.sites import sites


def test_names_are_found_whatever_their_case_and_spaces(study):
    with study.change("study.methods.interview") as session:
        register = Register(session)
        first = register.informant(" KS-01 ")
        assert register.informant("ks-01") is first
        assert register.informants_made == 1
        site = register.site("SDN  Ciawi 01")
        assert register.site("sdn ciawi 01") == site
        assert register.site("  ") is None
        assert register.category("teacher") == register.category("Teacher")
    assert [row.code for row in informants(study)] == ["KS-01"]
    assert [row.name for row in sites(study)] == ["SDN Ciawi 01"]


@pytest.mark.parametrize(
    "words", ["key_person", "Key person", "informan kunci", "KEY PERSON", "key  person"]
)
def test_a_role_is_found_by_its_kind_in_either_language(study, words):
    first = roles(study)[0]
    with study.change("study.methods.interview") as session:
        assert Register(session).role(words) == first.id
        assert role_names(session)[plain_name(words)] == first.id
    assert len(roles(study)) == 3


def test_a_role_by_a_new_name_is_made_of_no_kind(study):
    with study.change("study.methods.interview") as session:
        register = Register(session)
        made = register.role("Informan pendukung")
        assert register.role("informan pendukung") == made
    assert [(role.name, role.kind) for role in roles(study)][-1] == ("Informan pendukung", "other")


def test_a_role_is_given_once_and_behind_the_others(study):
    key, core, _ = (role.id for role in roles(study))
    with study.change("study.methods.interview") as session:
        register = Register(session)
        informant = register.informant("G-01")
        for role in (core, key, core):
            register.give_role(informant.id, role)
    assert informants(study)[0].role_ids == (core, key)
