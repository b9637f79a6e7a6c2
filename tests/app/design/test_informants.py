import pytest

from app import history
from app.collect.leaving import remove_informants
from app.design.categories import categories, edit_category, remove_categories
from app.design.informants import (
    add_informants,
    edit_informant,
    informants,
    order_informants,
    take_informants,
    uses_of_informants,
)
from app.design.roles import remove_roles, roles
from app.design.sites import remove_sites, sites, uses_of_sites
from app.errors import UserError


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


def test_nobody_verifies_themselves_and_codes_are_their_own(study, people):
    with pytest.raises(UserError, match="verifies themselves"):
        edit_informant(study, people[0], verifies=[people[0]])
    with pytest.raises(UserError, match="verifies themselves"):
        edit_informant(study, people[0], verifies="g-01")
    with pytest.raises(UserError, match="already"):
        add_informants(study, [{"code": "ks-01"}])
    with pytest.raises(UserError, match="needs a code"):
        edit_informant(study, people[0], code=" ")


def test_ties_are_given_in_words_and_what_is_new_is_made(study, people):
    edit_informant(
        study,
        people[0],
        category_id="Teacher",
        site_id="sdn ciawi 01",
        role_ids="responden inti; treasurer",
        verifies=" ks-01 ",
    )
    row = informants(study)[0]
    assert (row.category, row.site) == ("Teacher", "SDN Ciawi 01")
    assert row.roles == ("Core respondent", "treasurer")
    assert row.verified_codes == ("KS-01",)
    assert [role.kind for role in roles(study)][-1] == "other"
    assert [category.name for category in categories(study)] == ["principal", "Teacher"]
    assert len(sites(study)) == 1
    history.undo(study)
    assert len(roles(study)) == 3
    assert len(categories(study)) == 1


def test_ties_are_cleared(study, people):
    edit_informant(study, people[1], category_id=None, site_id="", role_ids=(), verifies="")
    row = informants(study)[1]
    assert (row.category_id, row.site_id, row.role_ids, row.verifies) == (None, None, (), ())


def test_an_unknown_code_is_named_and_nothing_changes(study, people):
    before = informants(study)
    with pytest.raises(UserError, match="“PW-09”"):
        edit_informant(study, people[1], post="x", verifies="G-01, PW-09")
    assert informants(study) == before


@pytest.mark.parametrize("tie", ["category_id", "site_id"])
def test_a_tie_to_what_is_gone_is_refused(study, people, tie):
    with pytest.raises(UserError, match="no longer"):
        edit_informant(study, people[0], **{tie: 99})
    with pytest.raises(UserError, match="no longer"):
        edit_informant(study, people[0], role_ids=[99])


def test_pasted_informants_come_in_one_step(study, people):
    rows = [
        {"code": "PW-01", "category_id": "supervisor", "role_ids": ("verification respondent",),
         "verifies": ("G-01", "G-02")},
        {"code": "g-01", "pseudonym": "Ani", "role_ids": "core respondent; key person"},
        {"code": "G-02", "site_id": "SD Amaliah", "attributes": {"years": "12"}},
    ]  # fmt: skip
    ids = take_informants(study, rows)
    found = {row.id: row for row in informants(study)}
    supervisor, ani, other = (found[key] for key in ids)
    assert supervisor.verified_codes == ("g-01", "G-02")
    assert (ani.id, ani.pseudonym) == (people[0], "Ani")
    assert ani.roles == ("Core respondent", "Key person")
    assert (other.site, other.attributes) == ("SD Amaliah", {"years": "12"})
    assert history.next_undo(study).sentence("en") == "Paste informants (3)"
    history.undo(study)
    assert len(informants(study)) == 2
    assert informants(study)[0].pseudonym == ""


def test_pasted_informants_with_a_fault_come_not_at_all(study, people):
    before = informants(study)
    for rows, words in (
        ([{"code": "X"}, {"code": ""}], "Line 2"),
        ([{"code": "X"}, {"code": "x"}], "twice"),
        ([{"code": "X", "verifies": "nobody"}], "nobody"),
    ):
        with pytest.raises(UserError, match=words):
            take_informants(study, rows)
    assert informants(study) == before
    assert len(sites(study)) == 1


def test_many_informants_are_added_and_ordered(study, people):
    ids = add_informants(study, [{"code": f"P-{n}"} for n in range(30)])
    assert history.next_undo(study).sentence("en") == "Add informant P-0, P-1, P-2 …"
    order_informants(study, [*ids, *people])
    assert informants(study)[-1].code == "KS-01"
    assert informants(study)[0].code == "P-0"


def test_the_design_may_change_around_an_informant(study, people):
    (category,) = categories(study)
    edit_category(study, category.id, name="kepala sekolah")
    assert informants(study)[1].category == "kepala sekolah"
    (site,) = sites(study)
    assert [(u.table, u.count, u.goes) for u in uses_of_sites(study, [site.id])] == [
        ("informant", 1, False)
    ]
    remove_sites(study, [site.id])
    remove_categories(study, [category.id])
    remove_roles(study, [informants(study)[1].role_ids[0]])
    row = informants(study)[1]
    assert (row.site, row.category, row.roles) == ("", "", ("Verification respondent",))
    for _ in range(3):
        history.undo(study)
    row = informants(study)[1]
    assert (row.site, row.category) == ("SDN Ciawi 01", "kepala sekolah")
    assert row.roles == ("Key person", "Verification respondent")


def test_what_hangs_on_an_informant_is_told(study, people):
    edit_informant(study, people[1], verifies=[people[0]])
    told = {use.table: (use.count, use.goes) for use in uses_of_informants(study, people)}
    assert told == {"verifies": (1, True), "informant_role": (3, True)}
    remove_informants(study, people)
    assert informants(study) == []
    assert history.next_undo(study).sentence("id") == "Hapus informan G-01, KS-01"
