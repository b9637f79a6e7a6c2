"""Informants who leave the study: what they said stays and is whose it is now."""

from sqlalchemy import select

from app import history
from app.check import check
from app.collect.leaving import remove_informants
from app.design.informants import add_informants, informants, uses_of_informants
from models.collection import Participation, Source, SourceText, Turn
from models.reduction import Code, Coding, Excerpt


def collect(study, people, *, turns=()):
    with study.change("study.methods.interview") as session:
        session.add(Source(id=1, title="t", reference="r", method="interview", length=9))
        session.add(SourceText(source_id=1, text="abcdefghi"))
        session.add(Code(id=1, name="c"))
        session.add_all(Participation(source_id=1, informant_id=person) for person in people)
        for start, end, person in turns:
            session.add(Turn(source_id=1, start=start, end=end, speaker="s", informant_id=person))
        speaker = turns[0][2] if turns else people[0] if len(people) == 1 else None
        session.add(Excerpt(id=1, source_id=1, start=0, end=3, speaker_id=speaker))
        session.add(Coding(excerpt_id=1, code_id=1, coder_id=study.coder_id))


def speaker(study):
    with study.read() as connection:
        return connection.scalar(select(Excerpt.speaker_id))


def test_excerpts_of_one_who_leaves_are_nobodys(study):
    (one,) = add_informants(study, [{"code": "KS-01"}])
    collect(study, [one])
    told = {use.table: use.goes for use in uses_of_informants(study, [one])}
    assert told == {"participation": True, "excerpt": False}
    remove_informants(study, [one])
    assert informants(study) == []
    assert speaker(study) is None
    history.undo(study)
    assert speaker(study) == one
    assert check(study).faults == ()


def test_the_one_who_is_left_in_a_source_without_turns_says_it_all(study):
    one, two = add_informants(study, [{"code": "G-01"}, {"code": "G-02"}])
    collect(study, [one, two])
    assert speaker(study) is None
    remove_informants(study, [one])
    assert speaker(study) == two
    history.undo(study)
    assert speaker(study) is None
    history.redo(study)
    assert speaker(study) == two


def test_a_turn_of_one_who_leaves_is_not_given_to_another(study):
    one, two = add_informants(study, [{"code": "G-01"}, {"code": "G-02"}])
    collect(study, [one, two], turns=[(0, 4, one), (4, 9, two)])
    remove_informants(study, [one])
    assert speaker(study) is None
    with study.read() as connection:
        assert list(connection.scalars(select(Turn.informant_id).order_by(Turn.start))) == [
            None,
            two,
        ]
