"""Tables of numbers in the window: typed, pasted, described, with predicates and remarks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app import history
from app.display.scores.displays import add_scores
from app.display.scores.tables import add_items, score_tables
from tests.ui.display.conftest import settle

TABLE_2 = [65, 74, 79, 79, 79, 64, 82, 70, 88, 91, 89, 68, 78, 73]


@pytest.fixture
def pane(come_to, session):
    display = add_scores(session.study, "TNA")
    table = score_tables(session.study)[0].id
    add_items(session.study, table, [{"label": str(n), "value": v} for n, v in enumerate(TABLE_2)])
    pane = come_to(display)
    pane.items.table.setFocus()
    return pane


def type_into(pane, session, item, column, words):
    key = pane.scores.items[item].id
    pane.items.edit(key, column)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(session)


def test_the_figures_stand_beside_the_items(pane):
    shown = {key: label.text() for key, label in pane.figures.items()}
    assert shown["sum"] == "1079"
    assert shown["mean"] == "77.07 good"
    assert shown["quartiles"] == "70.75 / 78.50 / 81.25"
    assert shown["sd"] == "8.6243"


def test_a_typed_value_changes_them(pane, session):
    type_into(pane, session, 0, "value", "66,5")
    assert pane.scores.items[0].value == 66.5
    assert pane.figures["sum"].text() == "1080.50"
    history.undo(session.study)
    settle(session)
    assert pane.figures["sum"].text() == "1079"


def test_what_is_no_number_is_refused_and_goes(pane, session):
    said = []
    session.tasks.problem.connect(said.append)
    type_into(pane, session, 0, "value", "many")
    assert pane.scores.items[0].value == 65
    model = pane.items.model
    assert model.index(0, model.place_of("value")).data() == "65"
    assert "many" in said[0].sentence("en")


def test_rows_are_pasted_from_a_spreadsheet(pane, session):
    QGuiApplication.clipboard().setText("No.\tItem\tValue\n15\tReading\t75 %\n16\tWriting\t80")
    QTest.keySequence(pane.items.table, "Ctrl+V")
    settle(session)
    assert [(i.label, i.text, i.value) for i in pane.scores.items[-2:]] == [
        ("15", "Reading", 75.0),
        ("16", "Writing", 80.0),
    ]


def test_a_new_item_is_ready_to_be_written(pane, session):
    QTest.mouseClick(pane.items.new_button, Qt.MouseButton.LeftButton)
    settle(session)
    assert len(pane.scores.items) == 15
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)


def test_a_predicate_printed_otherwise_is_remarked(pane, session):
    type_into(pane, session, 1, "printed", "good")
    model = pane.items.model
    assert model.index(1, model.place_of("remark")).data() == "printed otherwise"


def test_the_scale_is_changed(pane, session):
    pane.scale.table.edit(1, "least")
    editor = QApplication.focusWidget()
    editor.selectAll()
    QTest.keyClicks(editor, "78")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(session)
    assert pane.scores.scale[1].least == 78
    assert pane.scores.mean_predicate == "fair"


def test_it_is_written_to_a_workbook(pane, room, session, tmp_path):
    from openpyxl import load_workbook

    room.export_to(tmp_path / "tna.xlsx")
    settle(session)
    sheet = load_workbook(tmp_path / "tna.xlsx").worksheets[0]
    last = [cell.value for cell in sheet[sheet.max_row]]
    assert last[1:] == ["Mean", "77.07", "good"]
    assert not room.right.isVisible()
