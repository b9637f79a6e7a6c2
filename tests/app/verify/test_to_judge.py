"""Evidence found to judge, the names in claims, and the chain under an excerpt."""

import pytest

from app import history
from app.reduce.code_merging import merge_codes
from app.reduce.memo_links import CLAIMS, links_of
from app.verify.chain import chain
from app.verify.finding_evidence import add_evidence, evidence
from app.verify.finding_history import status_history
from app.verify.findings import add_finding, change_finding, finding, findings, remove_finding
from app.verify.to_judge import dismiss, offer_again, to_judge
from tests.app.verify.build import Builder


@pytest.fixture
def laid(study):
    make = Builder(study)
    source = make.source("W/1", "interview", ("KS-01", "principal", "key_person"))
    other = make.source("W/2", "interview", ("PW-01", "supervisor", "verification_respondent"))
    code = make.code("Facilities")
    below = make.code("Projector", code)
    apart = make.code("Schedule")
    ids = {
        "for": make.excerpt(source),
        "against": make.excerpt(other),
        "below": make.excerpt(source),
        "apart": make.excerpt(source),
    }
    for name, of, stance in (
        ("for", code, "supports"),
        ("against", code, "contradicts"),
        ("below", below, "supports"),
        ("apart", apart, "supports"),
    ):
        make.coding(source, of, stance, ids[name])
    claim = f"@[Facilities](code:{code}) hold it back"
    return {"make": make, "code": code, "apart": apart, "ids": ids, "claim": claim}


def offered(study, number):
    return [(row.excerpt_id, row.stance) for row in to_judge(study, number).rows]


def test_a_claim_asks_for_all_sides_of_the_codes_that_it_names(study, laid):
    number, ids = add_finding(study, laid["claim"]), laid["ids"]
    found = to_judge(study, number)
    assert offered(study, number) == [
        (ids["against"], "contradicts"),
        (ids["for"], "supports"),
        (ids["below"], "supports"),
    ]
    assert (found.codes, found.named, found.against) == (("Facilities",), True, 1)


def test_without_a_code_it_asks_for_what_is_coded_like_its_evidence(study, laid):
    number, ids = add_finding(study, "It is held back"), laid["ids"]
    assert offered(study, number) == []
    add_evidence(study, number, [ids["for"]])
    assert offered(study, number) == [(ids["against"], "contradicts")]
    assert not to_judge(study, number).named


def test_what_is_taken_or_dismissed_is_not_offered_again_until_it_is_asked_for(study, laid):
    number, ids = add_finding(study, laid["claim"]), laid["ids"]
    add_evidence(study, number, [ids["for"]])
    dismiss(study, number, [ids["below"]])
    assert offered(study, number) == [(ids["against"], "contradicts")]
    assert to_judge(study, number).dismissed == 1
    offer_again(study, number)
    assert len(offered(study, number)) == 2
    history.undo(study)
    assert len(offered(study, number)) == 1
    history.undo(study)
    assert len(offered(study, number)) == 2


def test_an_excerpt_coded_both_ways_qualifies(study, laid):
    laid["make"].coding(None, laid["code"], "contradicts", laid["ids"]["below"])
    number = add_finding(study, laid["claim"])
    assert dict(offered(study, number))[laid["ids"]["below"]] == "qualifies"


def test_the_words_of_a_claim_are_read_without_its_marks(study, laid):
    number = add_finding(study, laid["claim"])
    row = finding(study, number)
    assert row.claim == "Facilities hold it back"
    assert row.marked == laid["claim"]
    assert links_of(study, number, CLAIMS) == {("code", laid["code"])}
    change_finding(study, number, claim="Plain")
    assert links_of(study, number, CLAIMS) == set()
    history.undo(study)
    assert links_of(study, number, CLAIMS) == {("code", laid["code"])}


def test_a_merge_of_codes_takes_the_names_in_claims_along(study, laid):
    number = add_finding(study, laid["claim"])
    merge_codes(study, [laid["code"]], laid["apart"])
    assert links_of(study, number, CLAIMS) == {("code", laid["apart"])}
    assert f"(code:{laid['apart']})" in finding(study, number).marked


def test_a_finding_that_goes_takes_its_links_along(study, laid):
    number = add_finding(study, laid["claim"])
    remove_finding(study, number)
    assert findings(study) == []
    assert links_of(study, number, CLAIMS) == set()


def test_the_chain_leads_from_the_excerpt_to_who_speaks(study, laid):
    found = chain(study, laid["ids"]["against"])
    assert found.words == study.texts.quote(found.source_id, found.start, found.end)
    assert (found.reference, found.informant, found.category) == ("W/2", "PW-01", "supervisor")
    assert found.role_kind == "verification_respondent"
    assert found.codes == ("Facilities",)
    assert (found.before, found.after) == ("", "")


def test_the_history_of_a_status_is_told_in_its_order(study, laid):
    number = add_finding(study, "A")
    change_finding(study, number, status="verified")
    change_finding(study, number, status="revised")
    history.undo(study)
    told = [(one.before, one.after) for one in status_history(study, number)]
    assert told == [("", "tentative"), ("tentative", "verified")]
    assert evidence(study, number) == []
