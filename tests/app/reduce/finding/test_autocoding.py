import pytest
from sqlalchemy import select

from app import history
from app.check import check
from app.errors import UserError
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt
from app.reduce.finding.autocoding import code_places
from app.reduce.finding.found import Question, find
from models.reduction import Code, Coding, Excerpt


@pytest.fixture
def code(texts):
    with texts.change("study.methods.interview") as session:
        session.add(Code(id=7, name="Teachers"))
    return 7


def coded(study):
    """Who says what with which code, in the order of the texts."""
    query = (
        select(Excerpt.source_id, Excerpt.start, Excerpt.end, Excerpt.speaker_id, Code.name)
        .join(Coding, Coding.excerpt_id == Excerpt.id)
        .join(Code, Code.id == Coding.code_id)
        .order_by(Excerpt.source_id, Excerpt.start)
    )
    with study.read() as connection:
        return [
            (source, study.texts.quote(source, a, b), speaker, name)
            for source, a, b, speaker, name in connection.execute(query)
        ]


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (
            "word",
            [(1, "guru", None), (1, "guru", 1), (2, "guru", None), (3, "guru", None)],
        ),
        (
            "sentence",
            [
                (1, "Apa yang guru 😀 ajarkan?", None),
                (1, "Pelajaran itu dibuat guru, waktu rapat juga.", 1),
                (2, "Belajar di sekolah; guru dan siswa belajar bersama.", None),
                (3, "The meeting was long, the guru was away.", None),
            ],
        ),
        (
            "turn",
            [
                (1, "Apa yang guru 😀 ajarkan?", None),
                (1, "Saya mengajar setiap hari. Pelajaran itu dibuat guru, waktu rapat juga.\n"
                    "KS-01: Élan vital.", 1),
                (2, "Belajar di sekolah; guru dan siswa belajar bersama.", None),
                (3, "Teachers taught the children. The meeting was long, the guru was away.", None),
            ],
        ),
    ],
)  # fmt: skip
def test_the_word_the_sentence_or_the_turn_is_coded(texts, code, unit, words):
    found = find(texts, Question("guru"))
    outcome = code_places(texts, found.places, code, unit, "guru")
    assert (outcome.code_id, outcome.coded, outcome.had) == (code, 4, 0)
    assert coded(texts) == [(*one, "Teachers") for one in words]
    assert check(texts).faults == ()


def test_it_is_one_step_of_undo_and_says_what_it_did(texts, code):
    before = history.steps(texts)[0].id
    places = find(texts, Question("guru")).places
    outcome = code_places(texts, places, "Actors > Guru", "word", "guru")
    assert [row.path for row in codes(texts)][-2:] == ["Actors", "Actors > Guru"]
    assert outcome.coded == 4
    step = history.steps(texts)[0]
    assert history.steps(texts)[1].id == before
    assert step.sentence("en") == "Code “Guru” on 4 places found for “guru”"
    history.undo(texts)
    assert coded(texts) == []
    assert [row.path for row in codes(texts)] == ["Teachers"]
    history.redo(texts)
    assert len(coded(texts)) == 4


def test_what_is_there_stays_and_is_counted(texts, code, place):
    there = code_excerpt(texts, *place(1, "guru"), code)
    found = find(texts, Question("guru"))
    outcome = code_places(texts, found.places, code, "word")
    assert (outcome.coded, outcome.had) == (3, 1)
    again = code_places(texts, found.places, code, "word")
    assert (again.coded, again.had) == (0, 4)
    with texts.read() as connection:
        assert there in connection.scalars(select(Coding.id)).all()
        spans = connection.execute(select(Excerpt.source_id, Excerpt.start, Excerpt.end)).all()
    assert len(spans) == len(set(spans)) == 4


def test_two_words_of_one_sentence_are_one_coding(texts, code):
    found = find(texts, Question("belajar OR siswa"))
    assert found.total == 3
    assert code_places(texts, found.places, code, "sentence").coded == 1


def test_one_or_some_can_be_coded(texts, code):
    found = find(texts, Question("guru"))
    code_places(texts, [found.places[0], found.places[2]], code, "word")
    assert [row[0] for row in coded(texts)] == [1, 3]


def test_what_cannot_be_coded_is_said(texts, code):
    places = find(texts, Question("guru")).places
    for arguments, key in (
        (((), code), "searching.no_hits"),
        (([(99, 0, 1)], code), "searching.no_hits"),
        ((places, code, "page"), "searching.unknown_unit"),
        ((places, 99), "reduce.no_such_code"),
        ((places, " > a"), "reduce.bad_path"),
    ):
        with pytest.raises(UserError) as raised:
            code_places(texts, *arguments)
        assert raised.value.key == key
    assert coded(texts) == []
