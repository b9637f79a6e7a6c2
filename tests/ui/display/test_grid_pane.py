"""Tables to fill in: cells typed, rated, quotations put in, headings added and renamed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QPlainTextEdit

from app import history
from app.display.grid.grids import Cell, add_grid, new_head
from tests.ui.display.conftest import settle


@pytest.fixture
def pane(come_to, session):
    rows = [new_head("A", "code", 1), new_head("B", "code", 4)]
    columns = [new_head("Interview", "method", "interview"), new_head("So what")]
    return come_to(add_grid(session.study, "Checklist", rows, columns, rated=True))


def click(pane, session, row, column):
    index = pane.model.index(row, column)
    at = pane.table.visualRect(index).center()
    QTest.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(session)


def cells(pane):
    grid = pane.grid
    return [[grid.cell(row, column) for column in grid.columns] for row in grid.rows]


def test_a_cell_is_typed_and_undone(pane, session):
    click(pane, session, 0, 1)
    QTest.keyClick(pane.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    QTest.keyClicks(editor, "Much")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "help")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(session)
    assert cells(pane)[0][1] == Cell("Much\nhelp")
    history.undo(session.study)
    settle(session)
    assert cells(pane)[0][1] == Cell()


def test_the_excerpts_behind_a_cell_are_listed_and_put_in(pane, room, session):
    click(pane, session, 0, 0)
    assert "A × Interview" in [label.text() for label in room.cell_header.findChildren(QLabel)]
    assert {room.excerpts.row_at(n).quote for n in range(2)} == {"one", "two"}
    (entry,) = pane.excerpt_actions([room.excerpts.row_at(0).excerpt_id])
    assert entry[0] == "Put into the cell"
    entry[1]()
    settle(session)
    words = cells(pane)[0][0].words
    assert words.startswith("“one” (I.KS-01")


def test_a_cell_is_rated_and_cleared(pane, session):
    click(pane, session, 1, 1)
    pane.rating.chosen.emit("weak")
    settle(session)
    assert cells(pane)[1][1] == Cell("", "weak")
    QTest.keyClick(pane.table, Qt.Key.Key_Delete)
    settle(session)
    assert cells(pane)[1][1] == Cell()


def test_headings_are_added_renamed_moved_and_removed(pane, session):
    menu = pane.add_columns.menu()
    next(a for a in menu.actions() if a.text() == "All roles").trigger()
    settle(session)
    assert len(pane.grid.columns) > 2
    menu = pane.add_rows.menu()
    next(a for a in menu.actions() if a.text() == "Own words…").trigger()
    dialog = pane.findChild(QInputDialog)
    dialog.setTextValue("Costs\n\nTime")
    dialog.accept()
    settle(session)
    assert [row.name for row in pane.grid.rows] == ["A", "B", "Costs", "Time"]
    pane._move("rows", 3, -1)
    settle(session)
    pane._remove("rows", 0)
    settle(session)
    assert [row.name for row in pane.grid.rows] == ["B", "Time", "Costs"]
    for _ in range(4):
        history.undo(session.study)
    settle(session)
    assert [row.name for row in pane.grid.rows] == ["A", "B"]


def test_codes_under_one_become_rows(pane, session):
    menu = pane.add_rows.menu()
    next(a for a in menu.actions() if a.text() == "All codes under one…").trigger()
    settle(session)
    QTest.keyClicks(pane.offers.palette.field, "A")
    QTest.keyClick(pane.offers.palette.field, Qt.Key.Key_Return)
    settle(session)
    assert [(row.name, row.group) for row in pane.grid.rows[2:]] == [("A1", "A"), ("A2", "A")]


def test_an_empty_grid_says_what_belongs_there(come_to, session):
    pane = come_to(add_grid(session.study, "New"))
    assert pane.pages.currentWidget() is pane.empty
