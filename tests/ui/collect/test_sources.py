import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.collect.importing import collect_files
from app.collect.sources import sources
from app.collect.speaker_labels import speaker_labels
from app.design.informants import add_informants, informants
from app.design.roles import add_roles
from app.design.sites import add_sites, sites
from app.study_files import create_study, open_study
from ui.collect import sources_page
from ui.collect.room import CollectRoom
from ui.session import Session


@pytest.fixture
def collected(study, files, hand):
    """An interview and a document, in the room."""
    add_informants(study, [{"code": "KK-01"}])
    add_roles(study, [{"name": "Cluster head", "kind": "key_person"}])
    add_sites(study, [{"name": "SDN 3"}])
    collect_files(study, [files / "I-KS-01.txt"], "interview", ("KS-01",))
    collect_files(study, [files / "programme document.docx"], "documentation")
    hand.settle()
    return {row.method: row.id for row in sources(study)}


def by_method(study):
    return {row.method: row for row in sources(study)}


def test_an_empty_study_offers_the_import(hand):
    assert hand.room.sources.table._empty.isVisible()
    assert hand.room.sources.table._empty.button.isEnabled()


def test_cells_are_edited_in_place(hand, study, collected):
    table = hand.room.sources.table
    row = hand.row_of(table, "method", "Interview")
    hand.type_into(table, row, "reference", "W/1")
    hand.type_into(table, hand.row_of(table, "reference", "W/1"), "title", "First talk")
    hand.type_into(table, hand.row_of(table, "reference", "W/1"), "date", "2/3/2017")
    found = by_method(study)["interview"]
    assert (found.reference, found.title) == ("W/1", "First talk")
    assert str(found.date) == "2017-03-02"
    hand.session.undo()
    hand.settle()
    assert hand.words(table, hand.row_of(table, "reference", "W/1"), "date") == "12/01/2017"


def test_a_site_that_is_not_known_yet_is_made_in_the_same_step(hand, study, collected):
    table = hand.room.sources.table
    hand.type_into(table, hand.row_of(table, "method", "Interview"), "site_id", "SDN 9")
    assert by_method(study)["interview"].site == "SDN 9"
    hand.session.undo()
    hand.settle()
    assert by_method(study)["interview"].site == ""
    assert [site.name for site in sites(study)] == ["SDN 3"]


def test_a_taken_reference_is_refused_and_the_cell_is_as_before(hand, study, collected):
    table = hand.room.sources.table
    taken = by_method(study)["documentation"].reference
    own = by_method(study)["interview"].reference
    hand.type_into(table, hand.row_of(table, "reference", own), "reference", taken)
    assert len(hand.problems) == 1
    assert {hand.words(table, n, "reference") for n in range(2)} == {own, taken}


def test_a_double_click_opens_the_source(hand, study, collected, qtbot):
    table = hand.room.sources.table
    row = hand.row_of(table, "method", "Documentation")
    hand.click_cell(table, row, "people")
    place = table.table.visualRect(hand.cell(table, row, "title")).center()
    with qtbot.waitSignal(hand.room.open_excerpt) as opened:
        qtbot.mouseClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [collected["documentation"], 0, 0]


def test_deleting_says_what_goes_and_undo_brings_it_back(hand, study, collected, monkeypatch):
    asked = []

    def answer(parent, title, sentence, action, *, losses=()):
        asked.append(losses)
        return len(asked) > 1

    monkeypatch.setattr(sources_page, "confirm", answer)
    table = hand.room.sources.table
    for left in (2, 1):
        hand.click_cell(table, hand.row_of(table, "method", "Interview"), "title")
        hand.click(table.delete_button)
        assert table.model.rowCount() == left
    assert asked[0] == asked[1]
    assert asked[0]
    hand.session.undo()
    hand.settle()
    assert len(sources(study)) == table.model.rowCount() == 2


def test_the_role_and_the_person_in_a_source_are_chosen(hand, study, collected):
    table, details = hand.room.sources.table, hand.room.sources.details
    hand.click_cell(table, hand.row_of(table, "method", "Interview"), "title")
    who, role, _category = details._people.itemAt(0).widget().findChildren(QComboBox)
    hand.pick(role, "Cluster head")
    (person,) = by_method(study)["interview"].participants
    assert (person.code, person.role) == ("KS-01", "Cluster head")
    who, _role, _category = details._people.itemAt(0).widget().findChildren(QComboBox)
    hand.pick(who, "KK-01")
    (person,) = by_method(study)["interview"].participants
    assert person.code == "KK-01"


def test_a_label_of_the_turns_is_tied_to_another_speaker(hand, study, collected):
    table, details = hand.room.sources.table, hand.room.sources.details
    hand.click_cell(table, hand.row_of(table, "method", "Interview"), "title")
    hand.pick(details.speakers.boxes["KS-01"], "KK-01")
    said = {row.label: row for row in speaker_labels(study, collected["interview"])}
    assert (said["KS-01"].code, said["R"].is_researcher) == ("KK-01", True)
    assert "KK-01" in {p.code for p in by_method(study)["interview"].participants}
    hand.pick(details.speakers.boxes["KS-01"], "Nobody yet")
    said = {row.label: row for row in speaker_labels(study, collected["interview"])}
    assert said["KS-01"].informant_id is None


def test_an_informant_joins_and_a_note_is_kept(hand, study, collected):
    table, details = hand.room.sources.table, hand.room.sources.details
    hand.click_cell(table, hand.row_of(table, "method", "Interview"), "title")
    hand.click(details.add)
    assert {p.code for p in by_method(study)["interview"].participants} == {"KS-01", "KK-01"}
    hand.qtbot.keyClicks(details.note, "Calm and open")
    hand.qtbot.keyClicks(details.place, "Office")
    hand.qtbot.keyClick(details.place, Qt.Key.Key_Return)
    hand.settle()
    row = by_method(study)["interview"]
    assert (row.note, row.place) == ("Calm and open", "Office")
    assert len(informants(study)) == 2


def test_a_read_only_study_offers_nothing_that_changes_it(qtbot, tmp_path, files, qapp):
    study = create_study(tmp_path / "closed", "Closed")
    collect_files(study, [files / "I-KS-01.txt"], "interview")
    path = study.path
    other = open_study(path)
    assert other.read_only
    session = Session(other)
    room = CollectRoom(session)
    qtbot.addWidget(room)
    room.show()
    session.tasks.wait()
    qapp.processEvents()
    table = room.sources.table
    table.table.selectRow(0)
    session.tasks.wait()
    qapp.processEvents()
    assert not table.new_button.isEnabled()
    assert not table.delete_button.isEnabled()
    assert not room.sources.details.add.isEnabled()
    index = table.table.model().index(0, 0)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert all(not action.isEnabled() for action in room.actions_by_menu()["file"])
    room.hide()
    session.tasks.wait()
    session.tasks.close()
    other.close()
    study.close()
