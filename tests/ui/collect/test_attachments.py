"""Attachments of an imported project: listed with their selections, saved, deleted, undone."""

import pytest
from PySide6.QtWidgets import QApplication

from app import history
from app.collect.attachments import attachments, parts_of, place_words
from app.exchange.bringing_in import bring_in_project
from app.exchange.incoming import InAttachment, InCode, InCoding, InPart, InSet, InUser, Project
from ui.collect.attachments_page import AttachmentsPage

GUIDS = [f"00000000-0000-4000-8000-{number:012}" for number in range(12)]
DATA = b"\x89PNG not really"


@pytest.fixture
def page(study, session, qtbot):
    coding = InCoding(GUIDS[2], GUIDS[1], GUIDS[0])
    whole = InCoding(GUIDS[3], GUIDS[1], GUIDS[0])
    place = {"firstX": 1, "firstY": 2, "secondX": 30, "secondY": 40}
    times = {"begin": 61_000, "end": 125_000}
    bring_in_project(
        study,
        Project(
            name="Theirs",
            users=(InUser(GUIDS[0], "Ratna"),),
            codes=(InCode(GUIDS[1], "Hall"),),
            attachments=(
                InAttachment(
                    GUIDS[4], "picture", "The hall", "hall.png", lambda: DATA,
                    parts=(InPart(GUIDS[5], place, (coding,), name="the door"),), codings=(whole,),
                ),
                InAttachment(
                    GUIDS[6], "audio", "A talk", path="../talk.mp3",
                    parts=(InPart(GUIDS[7], times),),
                ),
            ),
            sets=(InSet(GUIDS[8], "Round one"),),
        ),
    )  # fmt: skip
    page = AttachmentsPage(session)
    page.problems = []
    session.tasks.problem.connect(page.problems.append)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    qtbot.waitExposed(page)
    settle(page)
    return page


def settle(page):
    for _ in range(4):
        page.session.tasks.wait()
        QApplication.processEvents()


def cells(table):
    model = table.model
    columns = range(model.columnCount())
    return [
        [model.data(model.index(row, column)) for column in columns]
        for row in range(model.rowCount())
    ]


def choose(page, name):
    row = next(n for n, each in enumerate(page.rows) if each.name == name)
    page.table.table.selectRow(row)
    settle(page)


def test_attachments_are_listed_with_their_selections(page):
    talk, hall = cells(page.table)
    assert talk[:2] == ["A talk", "Recording"]
    assert talk[2] == "not held"
    assert hall[:2] == ["The hall", "Picture"]
    assert hall[3:5] == ["1", "2"]
    choose(page, "The hall")
    assert cells(page.selections) == [
        ["the whole of it", "Hall", ""],
        ["from 1, 2 to 30, 40", "Hall", "the door"],
    ]
    choose(page, "A talk")
    assert cells(page.selections)[0][0] == "0:01:01 to 0:02:05"
    assert "Round one" in page.besides.text()


def test_a_copy_is_saved_and_what_is_not_held_cannot_be(page, tmp_path):
    choose(page, "The hall")
    assert page.save_button.isEnabled()
    page.save_to(tmp_path / "hall.png")
    settle(page)
    assert (tmp_path / "hall.png").read_bytes() == DATA
    choose(page, "A talk")
    assert not page.save_button.isEnabled()
    page.save_to(tmp_path / "talk.mp3")
    settle(page)
    assert "A talk" in str(page.problems[-1])
    assert not (tmp_path / "talk.mp3").exists()


def test_a_deleted_one_comes_back_whole_by_undo(page, tmp_path):
    study = page.session.study
    choose(page, "The hall")
    page.table.delete_button.click()
    settle(page)
    assert [row.name for row in attachments(study)] == ["A talk"]
    history.undo(study)
    settle(page)
    hall = next(row for row in attachments(study) if row.name == "The hall")
    assert hall.held
    assert len(parts_of(study, hall.id)) == 2
    choose(page, "The hall")
    page.save_to(tmp_path / "again.png")
    settle(page)
    assert (tmp_path / "again.png").read_bytes() == DATA


def test_places_are_said_in_both_languages():
    pdf = {"page": 3, "firstX": 0, "firstY": 0, "secondX": 5, "secondY": 5}
    assert place_words(pdf, "en") == "page 4, from 0, 0 to 5, 5"
    assert place_words(pdf, "id") == "halaman 4, dari 0, 0 sampai 5, 5"
