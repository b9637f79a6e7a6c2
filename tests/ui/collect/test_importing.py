import threading
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from app.collect.sources import sources
from app.collect.speaker_labels import speaker_labels
from app.design.informants import informants
from app.design.sites import sites


def plan(hand, *paths):
    hand.room.bring_in(list(paths))
    hand.settle()
    return hand.importing.table


def test_two_files_come_in(hand, study, files):
    table = plan(hand, files / "I-KS-01.txt", files / "programme document.docx")
    assert table.isVisible()
    assert hand.words(table, 0, "informants") == "KS-01"
    assert hand.words(table, 0, "date") == "12/01/2017"

    hand.click(hand.importing.go)

    found = {row.title: row for row in sources(study)}
    assert len(found) == 2
    interview = next(row for row in found.values() if row.method == "interview")
    assert interview.date == date(2017, 1, 12)
    assert [(p.code) for p in interview.participants] == ["KS-01"]
    said = speaker_labels(study, interview.id)
    assert {(row.label, row.code, row.is_researcher) for row in said} == {
        ("R", "", True),
        ("KS-01", "KS-01", False),
    }
    assert hand.importing.outcome.isVisible()
    hand.click(hand.importing.outcome.back)
    assert hand.room.sources.isVisible()
    assert hand.room.sources.table.model.rowCount() == 2


def test_undo_takes_an_import_back(hand, study, files):
    plan(hand, files / "I-KS-01.txt", files / "programme document.docx")
    hand.click(hand.importing.go)
    hand.click(hand.importing.outcome.back)
    hand.session.undo()
    hand.settle()
    assert sources(study) == []
    assert informants(study) == []
    assert hand.room.sources.table.model.rowCount() == 0
    hand.session.redo()
    hand.settle()
    assert hand.room.sources.table.model.rowCount() == 2


def test_a_broken_file_is_named_and_the_others_come_in(hand, study, files):
    table = plan(hand, files)
    row = hand.row_of(table, "name", "broken.docx")
    assert hand.words(table, row, "kind") == "cannot be read"
    hand.click_cell(table, row, "name")
    assert "broken.docx" in hand.importing.detail.problem.text()
    hand.click_cell(table, row, "include")
    assert not hand.importing.plan[row].include, "what cannot be read cannot be ticked"

    hand.click(hand.importing.go)

    assert len(sources(study)) == 4
    outcome = hand.importing.outcome
    assert "broken.docx" in outcome.words.toPlainText()
    hand.click(outcome.copy)
    assert "broken.docx" in QGuiApplication.clipboard().text()
    assert not hand.problems


def test_what_was_guessed_can_be_changed(hand, study, files):
    table = plan(hand, files / "I-KS-01.txt")
    hand.type_into(table, 0, "reference", "I/First")
    hand.type_into(table, 0, "site", "SDN Ciawi 01")
    hand.type_into(table, 0, "informants", "KS-07")
    hand.type_into(table, 0, "date", "13/02/2018")
    hand.click(hand.importing.go)
    (row,) = sources(study)
    assert (row.reference, row.site, row.date) == ("I/First", "SDN Ciawi 01", date(2018, 2, 13))
    assert [p.code for p in row.participants] == ["KS-07"]
    assert [site.name for site in sites(study)] == ["SDN Ciawi 01"]


def test_a_taken_reference_stands_in_the_way_until_it_is_changed(hand, study, files):
    table = plan(hand, files / "I-KS-01.txt", files / "programme document.docx")
    taken = hand.words(table, 0, "reference")
    hand.type_into(table, 1, "reference", taken)
    assert taken in hand.words(table, 1, "kind")
    assert "1" in hand.importing.counted.text()
    hand.type_into(table, 1, "reference", "D/9")
    hand.click(hand.importing.go)
    assert {row.reference for row in sources(study)} == {taken, "D/9"}


def test_another_method_changes_the_letter_of_the_reference(hand, files):
    plan(hand, files / "I-KS-01.txt")
    hand.importing.table.edited.emit(0, "method", "observation")
    hand.settle()
    assert hand.words(hand.importing.table, 0, "reference") == "O/KS-01"


def test_the_columns_of_a_table_are_chosen(hand, study, files):
    plan(hand, files / "answers.csv")
    boxes = hand.importing.detail.columns.boxes
    assert [box.currentData() for box in boxes] == ["informant", "site", "text", "attribute"]
    hand.pick(boxes[3], "Title")
    hand.click(hand.importing.go)
    assert {(row.title, row.site) for row in sources(study)} == {("f", "SDN 1"), ("m", "SDN 2")}
    assert all(person.attributes == {} for person in informants(study))


def test_a_speaker_is_tied_before_the_import(hand, study, files):
    plan(hand, files / "I-KS-01.txt")
    hand.pick(hand.importing.detail.speakers.boxes["R"], "KS-01")
    hand.click(hand.importing.go)
    said = speaker_labels(study, sources(study)[0].id)
    assert all(row.code == "KS-01" and not row.is_researcher for row in said)


def test_files_dropped_later_join_those_that_wait(hand, study, files):
    plan(hand, files / "I-KS-01.txt")
    mime = QMimeData()
    paths = [files / "programme document.docx", files / "I-KS-01.txt"]
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = QPointF(200, 200)
    common = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
    entering = QDragEnterEvent(place.toPoint(), *common, Qt.KeyboardModifier.NoModifier)
    hand.room.dragEnterEvent(entering)
    assert entering.isAccepted()
    hand.room.dropEvent(QDropEvent(place, *common, Qt.KeyboardModifier.NoModifier))
    hand.settle()
    lines = hand.importing.plan
    assert [line.include for line in lines] == [True, True, False]
    assert len({line.reference for line in lines}) == 3
    hand.click(hand.importing.go)
    assert len(sources(study)) == 2


def test_cancelled_plans_change_nothing(hand, study, files):
    plan(hand, files / "I-KS-01.txt")
    hand.room.show_tab("sites")
    hand.click(hand.room.pills.button("sources"))
    assert hand.importing.table.isVisible(), "what is not decided is found again"
    hand.click(hand.importing.cancel)
    assert hand.room.sources.isVisible()
    assert sources(study) == []


def test_a_folder_with_nothing_in_it_says_so(hand, study, tmp_path):
    (tmp_path / "empty").mkdir()
    plan(hand, tmp_path / "empty")
    assert "empty" in hand.importing.detail.problem.text()
    assert not hand.importing.go.isEnabled()
    hand.click(hand.importing.cancel)
    assert hand.room.sources.isVisible()


def test_reading_that_is_cancelled_leaves_nothing_to_import(hand, files):
    held = threading.Event()  # keeps both readers, so that the reading has not begun
    hand.session.tasks.run("held", lambda *_: held.wait(5), writes=False)
    hand.session.tasks.run("held", lambda *_: held.wait(5), writes=False)
    hand.room.bring_in([files])
    assert hand.importing.busy.isVisible()
    hand.qtbot.mouseClick(hand.importing.busy.button, Qt.MouseButton.LeftButton)
    held.set()
    hand.settle()
    assert hand.importing.plan == []
    assert hand.importing.nothing.isVisible()
    hand.click(hand.importing.nothing.button)
    assert hand.room.sources.isVisible()


def test_a_pasted_text_comes_in_with_its_speakers(hand, study):
    hand.click(hand.room.sources.text)
    page = hand.room.text
    hand.qtbot.keyClicks(page.name, "W-KS-02")
    page.words.setPlainText("P: Mengapa?\nKS-02: Karena wajib.\nP: Selalu?\nKS-02: Ya.")
    hand.click(page.go)
    hand.click(hand.importing.go)
    (row,) = sources(study)
    assert row.turns == 4
    assert [p.code for p in row.participants] == ["KS-02"]


def test_an_import_that_is_cancelled_changes_nothing_and_can_be_tried_again(hand, study, files):
    plan(hand, files / "I-KS-01.txt")
    held = threading.Event()  # keeps the writer, so that the import has not begun
    hand.session.change(lambda: held.wait(5))
    hand.qtbot.mouseClick(hand.importing.go, Qt.MouseButton.LeftButton)
    hand.qtbot.mouseClick(hand.importing.busy.button, Qt.MouseButton.LeftButton)
    held.set()
    hand.settle()
    assert sources(study) == []
    assert hand.importing.table.isVisible()
    hand.click(hand.importing.go)
    assert len(sources(study)) == 1


def test_a_value_is_given_to_all_selected_rows(hand, files):
    table = plan(hand, files / "I-KS-01.txt", files / "programme document.docx")
    hand.type_into(table, 0, "site", "SDN 1")
    hand.click_cell(table, 0, "site")
    hand.qtbot.keyClick(table.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    table.table.selectionModel().setCurrentIndex(
        hand.cell(table, 0, "site"), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    menu = QMenu()
    table.menu_opening.emit(menu, table.selected_ids())
    menu.actions()[-1].trigger()
    hand.settle()
    assert [line.site for line in hand.importing.plan] == ["SDN 1", "SDN 1"]
