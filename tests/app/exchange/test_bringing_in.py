from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from app import history
from app.check import check
from app.exchange.bringing_in import bring_in_project, new_study_of
from app.exchange.incoming import (
    InAttachment,
    InCase,
    InCode,
    InCoding,
    InLink,
    InNote,
    InPart,
    InSelection,
    InSet,
    InSource,
    InUser,
    InVariable,
    Leftover,
    Project,
)
from app.exchange.project_report import save_project_report
from models.base import Base
from models.carried import (
    Attachment,
    AttachmentData,
    Carried,
    Link,
    PartCoding,
    SetMember,
    StudySet,
    Variable,
)
from models.collection import Original, Participation, Source, SourceText
from models.design import Coder, Informant
from models.history import journalled
from models.reduction import Code, Coding, Excerpt, Memo

TEXT = "We built the hall together.\nNobody paid. 👩‍🌾 came."


def guid(number):
    return f"00000000-0000-4000-8000-{number:012d}"


USER, OTHER, CODE, CHILD, SOURCE, SELECTION, CASE, NOTE, PICTURE, SET, LINK = map(guid, range(11))
LONG_AGO = datetime(2020, 5, 1, 10, 0, tzinfo=UTC)


def coding(number, code=CODE, user=USER, **more):
    return InCoding(guid(100 + number), code, user, LONG_AGO, **more)


def project(**more):
    source = InSource(
        SOURCE,
        "Wawancara with the chair",
        TEXT,
        (
            InSelection(SELECTION, 0, 27, (coding(1), coding(2, CHILD, OTHER)), quoted=TEXT[:27]),
            InSelection(guid(20), 28, 40, (coding(3, CHILD),), quoted="Nobody paid."),
        ),
        codings=(coding(4, CHILD),),
        values={"Date": "2020-04-30", "Mood": "calm"},
        original_name="chair.docx",
        original=lambda: b"docx",
    )
    whole = {
        "name": "Halls",
        "users": (InUser(USER, "Ann"), InUser(OTHER, "Bob")),
        "codes": (
            InCode(CODE, "Work", colour="#112233"),
            InCode(CHILD, "Pay", CODE, codable=False, description="Of money"),
        ),
        "sources": (source,),
        "cases": (InCase(CASE, "Chair", values={"Age": "40"}, sources=(SOURCE,), codes=(CODE,)),),
        "variables": (InVariable(guid(30), "Age", "integer"),),
        "notes": (InNote(NOTE, "", "Look at this\nagain", (SELECTION,), USER, LONG_AGO),),
        "attachments": (
            InAttachment(
                PICTURE,
                "picture",
                "Hall",
                "hall.png",
                lambda: b"png",
                parts=(InPart(guid(40), {"firstX": 1}, (coding(9),)),),
            ),
        ),
        "sets": (InSet(SET, "Main", members=(CODE, SOURCE, NOTE, PICTURE)),),
        "links": (InLink(LINK, "because", SELECTION, CODE, "one_way"),),
        "leftovers": (Leftover(SOURCE, "vendor:speed", "fast"),),
    }
    return Project(**(whole | more))


def rows(study, *columns):
    with study.read() as connection:
        return [tuple(row) for row in connection.execute(select(*columns))]


def everything(study):
    with study.read() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table))))
            for table in journalled(Base.metadata)
        }


def test_all_that_a_project_holds_comes_in_one_step(study):
    report = bring_in_project(study, project())

    assert report.came == {
        **{"coders": 2, "codes": 2, "sources": 1, "codings": 5, "cases": 1, "variables": 1},
        **{"memos": 1, "attachments": 1, "sets": 1, "links": 1},
    }
    assert rows(study, Code.name, Code.colour, Code.definition) == [
        ("Work", "#112233", ""),
        ("Pay", rows(study, Code.colour)[1][0], "Of money"),
    ]
    assert rows(study, Source.method, Source.date, Source.attributes, Source.length) == [
        ("interview", date(2020, 4, 30), {"Mood": "calm"}, len(TEXT))
    ]
    assert rows(study, Original.data) == [(b"docx",)]
    spans = rows(study, Excerpt.start, Excerpt.end, Excerpt.guid)
    assert spans[:2] == [(0, 27, SELECTION), (28, 40, guid(20))]
    assert spans[2][:2] == (0, len(TEXT))
    assert {c[0] for c in rows(study, Coding.made_at)} == {LONG_AGO.replace(tzinfo=None)}
    assert rows(study, Informant.code, Informant.attributes) == [("Chair", {"Age": "40"})]
    assert len(rows(study, Participation.id)) == 1
    assert {row[0] for row in rows(study, Excerpt.speaker_id)} == {1}
    assert rows(study, Memo.title, Memo.on_entity) == [("Look at this", "excerpt")]
    assert rows(study, AttachmentData.data) == [(b"png",)]
    assert len(rows(study, PartCoding.id)) == 1
    assert rows(study, StudySet.name) == [("Main",)]
    assert len(rows(study, SetMember.id)) == 4
    assert rows(study, Link.from_entity, Link.to_entity) == [("excerpt", "code")]
    assert rows(study, Variable.name, Variable.type) == [("Age", "integer")]
    assert ("source", "vendor:speed", "fast") in rows(
        study, Carried.on_entity, Carried.name, Carried.value
    )
    assert (report.quoted, report.agreed) == (2, 2)
    assert check(study).faults == ()
    assert len(history.steps(study)) == 1


def test_an_undo_takes_it_all_away_and_a_redo_brings_it_back(study):
    before = everything(study)
    bring_in_project(study, project())
    after = everything(study)
    history.undo(study)
    assert everything(study) == before
    history.redo(study)
    assert everything(study) == after
    assert rows(study, SourceText.text) == [(TEXT,)]


def test_a_second_time_nothing_is_doubled(study):
    bring_in_project(study, project())
    before = everything(study)
    report = bring_in_project(study, project())
    assert report.came == {}
    assert report.there["codings"] == 5
    assert everything(study) == before


def test_further_codings_of_a_source_that_is_there_come_in(study):
    bring_in_project(study, project())
    more = InSource(
        SOURCE, "Chair", TEXT, (InSelection(guid(50), 0, 27, (coding(60, CODE, OTHER),)),)
    )
    report = bring_in_project(study, project(sources=(more,)))
    assert report.came == {"codings": 1}
    assert len(rows(study, Excerpt.id)) == 3


def test_a_source_that_has_another_text_by_now_keeps_it(study):
    bring_in_project(study, project())
    other = InSource(SOURCE, "Chair", "Other", (InSelection(guid(50), 0, 3, (coding(60),)),))
    report = bring_in_project(study, project(sources=(other,)))
    assert "exchange.lost.other_text" in {trouble.key for trouble in report.lost}
    assert rows(study, SourceText.text) == [(TEXT,)]


def test_line_ends_and_a_byte_order_mark_move_the_positions(study):
    text = "\ufeffWe built\r\nthe hall\r\nAll of it"
    start = text.index("All")
    source = InSource(
        SOURCE, "S", text, (InSelection(SELECTION, start, start + 3, (coding(1),), quoted="All"),)
    )
    report = bring_in_project(study, project(sources=(source,)))
    (stored,) = rows(study, SourceText.text)[0]
    assert stored == "We built\nthe hall\nAll of it"
    ((start, end),) = rows(study, Excerpt.start, Excerpt.end)
    assert stored[start:end] == "All"
    assert report.agreed == report.quoted == 1
    assert "exchange.changed.line_ends" in {trouble.key for trouble in report.changed}


def test_positions_past_the_end_are_cut_and_told_and_those_on_nothing_are_kept(study):
    source = InSource(
        SOURCE,
        "S",
        TEXT,
        (
            InSelection(SELECTION, 40, 900, (coding(1),)),
            InSelection(guid(51), 800, 900, (coding(2),)),
            InSelection(guid(52), 9, 9, (coding(3),)),
            InSelection(guid(53), 0, 4),
        ),
    )
    report = bring_in_project(study, project(sources=(source,), notes=(), links=()))
    assert rows(study, Excerpt.start, Excerpt.end) == [(40, len(TEXT))]
    assert [t.key for t in report.lost].count("exchange.lost.no_words") == 2
    carried = [v for n, v in rows(study, Carried.name, Carried.value) if n == "source.selection"]
    assert len(carried) == 3
    assert check(study).faults == ()


def test_words_without_a_code_are_an_excerpt_where_a_note_is_on_them(study):
    source = InSource(SOURCE, "S", TEXT, (InSelection(SELECTION, 0, 8),))
    bring_in_project(study, project(sources=(source,), links=()))
    assert rows(study, Excerpt.start, Excerpt.end) == [(0, 8)]
    assert check(study).faults == ()


def test_a_ring_of_codes_and_a_code_under_nothing_stand_at_the_top(study):
    a, b, c, d = map(guid, (70, 71, 72, 73))
    codes = (InCode(a, "A", b), InCode(b, "B", a), InCode(c, "C", guid(99)), InCode(d, "D", d))
    report = bring_in_project(study, Project("P", codes=codes))
    found = dict(rows(study, Code.name, Code.parent_id))
    assert len(found) == 4
    assert [found[name] for name in "ACD"] == [None, None, None]
    assert {t.key for t in report.changed} == {
        "exchange.changed.code_ring",
        "exchange.changed.code_at_top",
    }


def test_one_guid_for_two_codes_gives_the_second_another(study):
    report = bring_in_project(study, Project("P", codes=(InCode(CODE, "A"), InCode(CODE, "B"))))
    assert [name for (name,) in rows(study, Code.name)] == ["A", "B"]
    assert "exchange.changed.guid_doubled" in {t.key for t in report.changed}


def test_what_refers_to_nothing_is_told(study):
    broken = project(
        sets=(InSet(SET, "Main", members=(guid(999),)),),
        links=(InLink(LINK, "", guid(998), CODE),),
        notes=(InNote(NOTE, "N", "text", (guid(997),)),),
        cases=(InCase(CASE, "", sources=(guid(996),)),),
    )
    report = bring_in_project(study, broken)
    assert {t.key for t in report.lost} >= {
        "exchange.lost.set_members",
        "exchange.lost.link_end",
        "exchange.lost.note_on_nothing",
        "exchange.lost.case_source",
    }
    assert rows(study, Informant.code) == [("Case 1",)]
    assert report.sentence("id")


def test_a_person_of_the_same_name_is_the_same_coder_but_two_of_a_file_are_two(study):
    users = (InUser(USER, "A"), InUser(OTHER, "a"))
    bring_in_project(study, Project("P", users=users))
    assert rows(study, Coder.name) == [("A",), ("a (2)",)]


def test_cancelling_leaves_the_study_as_it_was(study):
    before = everything(study)
    report = bring_in_project(study, project(), cancelled=lambda: True)
    assert report.cancelled
    assert everything(study) == before
    assert history.steps(study) == []


def test_progress_ends_at_all(study):
    told = []
    bring_in_project(study, project(), progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_new_study_of_a_project(tmp_path):
    study, report = new_study_of(tmp_path / "n", project(description="About halls"), "id")
    try:
        assert (study.title, study.coder_name) == ("Halls", "Ann")
        assert rows(study, Coder.name) == [("Ann",), ("Bob",)]
        assert report.came["codings"] == 5
    finally:
        study.close()


def test_a_new_study_that_is_cancelled_leaves_no_file(tmp_path):
    new_study_of(tmp_path / "n", project(), cancelled=lambda: True)
    assert list(tmp_path.glob("*.tilik")) == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_report_can_be_saved(study, tmp_path, language):
    report = bring_in_project(study, project())
    save_project_report(report, tmp_path / "r.json", language)
    assert '"codings": 5' in (tmp_path / "r.json").read_text("utf-8")
    with study.read() as connection:
        assert connection.scalar(select(func.count()).select_from(Attachment)) == 1


def test_texts_of_one_guid_are_known_again_the_second_time(study):
    texts = ("One text.", "Another one.")
    project = Project(
        name="Theirs",
        sources=tuple(InSource(SOURCE, f"Text {n}", text) for n, text in enumerate(texts)),
    )
    first = bring_in_project(study, project)
    assert first.came == {"sources": 2}
    second = bring_in_project(study, project)
    assert second.there == {"sources": 2}
    assert second.came == {}
    assert second.lost == ()


def test_cases_of_one_name_are_numbered(study):
    cases = tuple(InCase(guid(number), "A teacher") for number in range(1, 2_001))
    bring_in_project(study, Project(name="Theirs", cases=cases))
    with study.read() as connection:
        codes = connection.scalars(select(Informant.code).order_by(Informant.id)).all()
    assert codes == ["A teacher", *(f"A teacher ({number})" for number in range(2, 2_001))]
