from datetime import date

import pytest
from sqlalchemy import select

from app import history
from app.check import check
from app.collect.importing import import_sources
from app.collect.participants import Capacity, set_participants
from app.collect.planning import plan_import
from app.collect.removing import Loss, delete_sources, what_goes
from app.collect.sources import edit_source, edit_sources, next_reference, source, sources
from app.collect.speaker_labels import (
    clear_turns,
    find_turns_again,
    set_speaker,
    speaker_labels,
    turns,
)
from app.collect.speakers import Speakers, speaker_of
from app.errors import UserError
from app.reduce.codings import code_new
from models.design import Category, Informant, Role, Site
from models.reduction import Excerpt, Memo

TALK = "P: Apa?\nN: Itu 😀.\nP: Lalu?\nN: Ya."


@pytest.fixture
def talk(study, tmp_path):
    (tmp_path / "W_KS-01.txt").write_text(TALK)
    import_sources(study, plan_import(study, [tmp_path / "W_KS-01.txt"]))
    return sources(study)[0].id


def made(study, entity, **values):
    with study.change("collect.history.edited", source="x") as session:
        row = entity(**values)
        session.add(row)
        session.flush()
        return row.id


def informant_id(study, code):
    with study.read() as connection:
        return connection.scalar(select(Informant.id).where(Informant.code == code))


def speaker_at(study, source_id, words):
    start = study.texts.of(source_id).index(words)
    with study.read() as connection:
        return connection.scalar(
            select(Excerpt.speaker_id).where(
                Excerpt.source_id == source_id,
                Excerpt.start == start,
                Excerpt.end == start + len(words),
            )
        )


def coded(study, source_id, words, code="A"):
    start = study.texts.of(source_id).index(words)
    return code_new(study, source_id, start, start + len(words), code)


def test_what_is_given_of_a_source_is_changed_and_undone(study, talk):
    site = made(study, Site, name="SDN Ciawi 01")
    before = source(study, talk)
    edit_source(
        study,
        talk,
        title="  Kepala  sekolah ",
        reference="W/1",
        method="documentation",
        date=date(2017, 1, 12),
        place="Bogor",
        site_id=site,
        note="n",
        attributes={"a": "b"},
    )
    row = source(study, talk)
    assert (row.title, row.reference, row.method) == ("Kepala sekolah", "W/1", "documentation")
    assert (row.date, row.place, row.site) == (date(2017, 1, 12), "Bogor", "SDN Ciawi 01")
    assert (row.note, row.attributes, row.method_letter) == ("n", {"a": "b"}, "D")
    edit_source(study, talk, date=None)
    assert source(study, talk).date is None
    assert source(study, talk).title == "Kepala sekolah"
    history.undo(study)
    history.undo(study)
    assert source(study, talk) == before


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": " "}, "A source needs a title."),
        ({"reference": " "}, "A source needs a reference."),
        (
            {"reference": "w/ks-02"},
            "Another source has the reference “w/ks-02”. Choose another one.",
        ),
        (
            {"method": "talk"},
            "“talk” is not a method. "
            "Choose interview, observation, questionnaire or documentation.",
        ),
    ],
)
def test_what_cannot_be_is_refused(study, talk, tmp_path, change, sentence):
    (tmp_path / "W_KS-02.txt").write_text("x")
    import_sources(study, plan_import(study, [tmp_path / "W_KS-02.txt"]))
    edit_source(study, sources(study)[1].id, reference="W/KS-02")
    before = source(study, talk)
    with pytest.raises(UserError) as error:
        edit_source(study, talk, **change)
    assert error.value.sentence("en") == sentence
    assert source(study, talk) == before


def test_several_are_edited_in_one_step(study, talk, tmp_path):
    (tmp_path / "obs.txt").write_text("x")
    import_sources(study, plan_import(study, [tmp_path / "obs.txt"]))
    ids = [row.id for row in sources(study)]
    edit_sources(study, ids, method="observation", date=date(2017, 1, 1))
    assert {(row.method, row.date) for row in sources(study)} == {("observation", date(2017, 1, 1))}
    history.undo(study)
    assert {row.method for row in sources(study)} == {"interview", "observation"}


def test_the_next_reference_is_free(study, talk):
    assert next_reference(study, "interview", "KS-01") == "I/KS-01 (2)"
    assert next_reference(study, "interview", "KS-02") == "I/KS-02"
    assert next_reference(study, "documentation") == "D-01"


def test_a_source_that_is_not_there_says_so(study):
    for use in (
        lambda: source(study, 99),
        lambda: edit_source(study, 99, title="x"),
        lambda: set_participants(study, 99, []),
        lambda: set_speaker(study, 99, "P", None),
        lambda: delete_sources(study, [99]),
        lambda: find_turns_again(study, 99),
        lambda: clear_turns(study, 99),
    ):
        with pytest.raises(UserError) as error:
            use()
        assert error.value.sentence("en") == "There is no such source in this study."


def test_participants_speak_in_a_capacity_of_their_own_in_each_source(study, talk):
    role = made(study, Role, name="Guru inti", kind="core_respondent")
    category = made(study, Category, name="teacher")
    coded(study, talk, "Itu 😀")
    other = made(study, Informant, code="G-01")
    who = informant_id(study, "KS-01")
    assert speaker_at(study, talk, "Itu 😀") == who
    set_participants(study, talk, [Capacity(who, role, category), Capacity(other)])
    assert [(q.code, q.role, q.category) for q in source(study, talk).participants] == [
        ("KS-01", "Guru inti", "teacher"),
        ("G-01", "", ""),
    ]
    set_participants(study, talk, [Capacity(other)])
    assert {turn.informant_id for turn in turns(study, talk)} == {None}
    assert speaker_at(study, talk, "Itu 😀") is None
    history.undo(study)
    assert speaker_at(study, talk, "Itu 😀") == who
    with pytest.raises(UserError) as error:
        set_participants(study, talk, [Capacity(who), Capacity(who)])
    assert error.value.sentence("en") == ("An informant is named twice among the participants.")
    assert check(study).faults == ()


def test_a_source_without_an_informant_is_its_own_unit_with_a_category(study, talk):
    category = made(study, Category, name="document")
    set_participants(study, talk, [Capacity(None, None, category)])
    clear_turns(study, talk)
    coded(study, talk, "Itu 😀")
    assert speaker_at(study, talk, "Itu 😀") is None
    (only,) = source(study, talk).participants
    assert (only.informant_id, only.category) == (None, "document")


def test_a_label_is_tied_to_another_informant_or_the_researcher(study, talk):
    coded(study, talk, "Itu 😀")
    other = made(study, Informant, code="G-01")
    set_speaker(study, talk, "N", other)
    assert [(s.label, s.code, s.is_researcher, s.turns) for s in speaker_labels(study, talk)] == [
        ("P", "", True, 2),
        ("N", "G-01", False, 2),
    ]
    assert speaker_at(study, talk, "Itu 😀") == other
    assert [q.code for q in source(study, talk).participants] == ["KS-01", "G-01"]
    set_speaker(study, talk, "N", other, is_researcher=True)
    assert speaker_at(study, talk, "Itu 😀") is None
    history.undo(study)
    history.undo(study)
    assert speaker_at(study, talk, "Itu 😀") == informant_id(study, "KS-01")


def test_the_first_informant_of_a_source_takes_the_place_of_the_source_itself(study, talk):
    category = made(study, Category, name="document")
    set_participants(study, talk, [Capacity(None, None, category)])
    who = informant_id(study, "KS-01")
    set_speaker(study, talk, "N", who)
    assert [q.informant_id for q in source(study, talk).participants] == [who]


def test_turns_are_taken_away_and_found_again(study, talk):
    before = turns(study, talk)
    clear_turns(study, talk)
    assert turns(study, talk) == []
    assert find_turns_again(study, talk) == 4
    assert turns(study, talk) == before
    set_speaker(study, talk, "P", None)
    assert find_turns_again(study, talk) == 4
    assert {turn.is_researcher for turn in turns(study, talk)} == {False}
    assert check(study).faults == ()


def test_the_speakers_read_at_once_are_those_of_the_rule(study, talk):
    text = study.texts.of(talk)
    with study.change("collect.history.edited", source="x") as session:
        speakers = Speakers(session, talk)
        spans = [(a, b) for a in range(len(text)) for b in range(a + 1, len(text) + 1)]
        assert [speakers.of(*span) for span in spans] == [
            speaker_of(session, talk, *span) for span in spans
        ]


def test_deleting_says_first_what_goes_and_undo_brings_it_back(study, talk):
    coded(study, talk, "Itu 😀", "A")
    coded(study, talk, "Itu 😀", "B")
    coded(study, talk, "Ya")
    made(study, Memo, title="m", on_entity="source", on_id=talk)
    before, rows = sources(study), turns(study, talk)
    assert what_goes(study, [talk]) == Loss(sources=1, excerpts=2, codings=3, evidence=0, memos=1)
    delete_sources(study, [talk])
    assert sources(study) == []
    assert what_goes(study, [talk]) == Loss(0, 0, 0, 0, 0)
    with study.read() as connection:
        assert connection.scalars(select(Memo.id)).all() == []
    assert informant_id(study, "KS-01") is not None
    assert check(study).faults == ()
    assert history.undo(study)
    assert sources(study) == before
    assert turns(study, talk) == rows
    assert study.texts.of(talk) == TALK
    assert check(study).faults == ()


def test_sources_stand_in_the_order_of_the_methods(study, tmp_path):
    for name in ("D-1", "O-1", "W-2", "W-1"):
        (tmp_path / f"{name}.txt").write_text(name)
    import_sources(study, plan_import(study, sorted(tmp_path.glob("*.txt"))))
    assert [row.title for row in sources(study)] == ["W-1", "W-2", "O-1", "D-1"]
