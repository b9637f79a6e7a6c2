"""Transcripts of other programs become interviews with their turns."""

import pytest
from sqlalchemy import select

from app.exchange.bringing_in import bring_in_project
from app.exchange.incoming import (
    InCase,
    InCode,
    InCoding,
    InSelection,
    InSource,
    InUser,
    Project,
)
from models.collection import Participation, Source, Turn
from models.design import Informant
from models.reduction import Excerpt

TALK = (
    "Interviewer: How often do you meet?\nNarasumber: Every second Saturday.\n"
    "Interviewer: Who decides?\nNarasumber: The chair does."
)
NAMED = TALK.replace("Narasumber", "KS-01")
PLAIN = "We met on Saturday.\nNobody was late."


def guid(number):
    return f"00000000-0000-4000-8000-{number:012}"


def source(number, text, **more):
    return InSource(guid(number), more.pop("name", f"Text {number}"), text, **more)


def selected(text, words):
    at = text.index(words)
    coding = InCoding(guid(901), guid(900), guid(902))
    return InSelection(guid(903), at, at + len(words), (coding,))


def bring(study, sources, cases=()):
    project = Project(
        name="Theirs",
        users=(InUser(guid(902), "Ratna"),),
        codes=(InCode(guid(900), "Meeting"),),
        sources=sources,
        cases=cases,
    )
    return bring_in_project(study, project)


def told(study):
    """Return method, and the turns as speaker, researcher, informant and words, by title."""
    found = {}
    with study.read() as connection:
        for row in connection.execute(select(Source.id, Source.title, Source.method)).all():
            turns = connection.execute(
                select(Turn.speaker, Turn.is_researcher, Informant.code, Turn.start, Turn.end)
                .outerjoin(Informant, Informant.id == Turn.informant_id)
                .where(Turn.source_id == row.id)
                .order_by(Turn.start)
            ).all()
            text = study.texts.of(row.id)
            found[row.title] = row.method, [(*t[:3], text[t.start : t.end]) for t in turns]
    return found


def test_a_transcript_is_an_interview_with_turns_and_a_plain_text_a_document(study):
    report = bring(study, (source(1, TALK), source(2, PLAIN)))
    assert told(study) == {
        "Text 1": (
            "interview",
            [
                ("Interviewer", True, None, "Interviewer: How often do you meet?"),
                ("Narasumber", False, None, "Narasumber: Every second Saturday."),
                ("Interviewer", True, None, "Interviewer: Who decides?"),
                ("Narasumber", False, None, "Narasumber: The chair does."),
            ],
        ),
        "Text 2": ("documentation", []),
    }
    assert [(t.key, t.values) for t in report.changed] == [
        ("exchange.changed.turns_found", {"count": 1})
    ]


def test_the_one_case_of_a_transcript_speaks_its_answers(study):
    case = InCase(guid(50), "The chair", sources=(guid(1),))
    words = (selected(TALK, "second Saturday"),)
    bring(study, (source(1, TALK, selections=words),), (case,))
    turns = told(study)["Text 1"][1]
    assert [turn[2] for turn in turns] == [None, "The chair", None, "The chair"]
    with study.read() as connection:
        speaker = select(Informant.code).join(Excerpt, Excerpt.speaker_id == Informant.id)
        assert connection.scalars(speaker).all() == ["The chair"]


def test_a_label_that_is_the_code_of_an_informant_lets_them_take_part(study):
    with study.change("study.methods.interview") as session:
        session.add(Informant(code="KS-01"))
    bring(study, (source(1, NAMED),))
    assert [turn[2] for turn in told(study)["Text 1"][1]] == [None, "KS-01", None, "KS-01"]
    with study.read() as connection:
        taking_part = select(Informant.code).join(Participation)
        assert connection.scalars(taking_part).all() == ["KS-01"]


def test_a_label_that_looks_like_a_code_becomes_an_informant_once(study):
    again = NAMED.replace("Saturday", "Friday")
    report = bring(study, (source(1, NAMED), source(2, again)))
    assert {turn[2] for _, turns in told(study).values() for turn in turns} == {None, "KS-01"}
    with study.read() as connection:
        assert connection.scalars(select(Informant.code)).all() == ["KS-01"]
        assert len(connection.scalars(select(Participation.source_id)).all()) == 2
    assert {t.key.split(".")[-1]: t.values["count"] for t in report.changed} == {
        "informants_found": 1,
        "turns_found": 2,
    }


@pytest.mark.parametrize(
    ("name", "values", "method"),
    [
        ("Observasi KKG", {}, "observation"),
        ("Text", {"Method": "questionnaire"}, "questionnaire"),
    ],
)
def test_what_is_told_of_the_method_holds(study, name, values, method):
    bring(study, (source(1, TALK, name=name, values=values),))
    assert told(study)[name][0] == method
    assert len(told(study)[name][1]) == 4


def test_where_the_file_tells_who_speaks_no_other_turns_are_marked(study):
    words = (selected(TALK, "Every second Saturday."),)
    case = InCase(guid(50), "The chair", sources=(guid(1),), selections=(guid(903),))
    report = bring(study, (source(1, TALK, selections=words),), (case,))
    assert told(study)["Text 1"] == (
        "interview",
        [("The chair", False, "The chair", "Every second Saturday.")],
    )
    assert report.changed == ()


def test_a_second_time_nothing_is_marked_again(study):
    bring(study, (source(1, TALK),))
    before = told(study)
    report = bring(study, (source(1, TALK),))
    assert told(study) == before
    assert report.changed == ()
