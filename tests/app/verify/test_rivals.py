import pytest
from sqlalchemy import select

from app import history
from app.errors import UserError
from app.reduce.surprises import set_surprise, surprises
from app.verify.findings import add_finding
from app.verify.rivals import (
    add_rival,
    add_rival_evidence,
    change_rival,
    change_rival_evidence,
    remove_rival,
    remove_rival_evidence,
    rivals,
)
from models.reduction import Excerpt
from tests.app.verify.build import Builder


@pytest.fixture
def make(study):
    return Builder(study)


@pytest.fixture
def source(make):
    return make.source("W/G-01", "interview", ("G-01", "teacher", "core_respondent"))


def test_a_rival_has_evidence_of_its_own(study, make, source):
    claim = add_finding(study, "Support carries attendance")
    first = add_rival(study, claim, "  It is the allowance ")
    second = add_rival(study, claim, "It is the rota")
    far, near = (make.excerpt(source) for _ in range(2))
    add_rival_evidence(study, first, [near, 999])
    add_rival_evidence(study, first, [far, near], "contradicts")
    rows = rivals(study, claim)
    assert [(r.id, r.claim, r.outcome) for r in rows] == [
        (first, "It is the allowance", "open"),
        (second, "It is the rota", "open"),
    ]
    assert [(p.words.excerpt_id, p.stance) for p in rows[0].evidence] == [
        (far, "contradicts"),
        (near, "supports"),
    ]
    assert rows[0].evidence[0].words.informant == "G-01"
    assert rows[0].evidence[0].words.quote.startswith("Passage 0")
    piece = rows[0].evidence[0].id
    change_rival_evidence(study, piece, stance="qualifies", note=" once ")
    again = rivals(study, claim)[0].evidence[0]
    assert (again.stance, again.note) == ("qualifies", "once")
    remove_rival_evidence(study, [piece])
    assert [p.words.excerpt_id for p in rivals(study, claim)[0].evidence] == [near]


def test_a_rival_is_settled_and_taken_away_with_excerpts_that_nothing_needs(study, make, source):
    claim = add_finding(study, "A claim")
    rival = add_rival(study, claim, "Another")
    excerpt = make.excerpt(source)
    add_rival_evidence(study, rival, [excerpt])
    change_rival(study, rival, outcome="ruled_out", note="No allowance was paid in 2016.")
    row = rivals(study, claim)[0]
    assert (row.outcome, row.note) == ("ruled_out", "No allowance was paid in 2016.")
    remove_rival(study, rival)
    assert rivals(study, claim) == []
    with study.read() as connection:
        assert connection.scalar(select(Excerpt.id).where(Excerpt.id == excerpt)) is None
    history.undo(study)
    assert rivals(study, claim)[0].evidence[0].words.excerpt_id == excerpt


def test_a_rival_without_words_or_with_an_unknown_outcome_is_refused(study):
    claim = add_finding(study, "A claim")
    with pytest.raises(UserError):
        add_rival(study, claim, " ")
    with pytest.raises(UserError):
        add_rival(study, 99, "Another")
    rival = add_rival(study, claim, "Another")
    with pytest.raises(UserError):
        change_rival(study, rival, outcome="perhaps")
    with pytest.raises(UserError):
        add_rival_evidence(study, rival, [], "maybe")
    with pytest.raises(UserError):
        change_rival(study, 99, outcome="stands")


def test_surprises_are_flagged_and_taken_back(study, make, source):
    one, two = make.excerpt(source), make.excerpt(source)
    set_surprise(study, [two, one])
    assert surprises(study) == [one, two]
    set_surprise(study, [one], surprise=False)
    assert surprises(study) == [two]
    history.undo(study)
    assert surprises(study) == [one, two]
