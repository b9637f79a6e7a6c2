"""Cells in which a word may be typed that is no option yet, and tables that take no change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.widgets.checks_popup import ChecksPopup
from ui.widgets.record_table import Column, Option, RecordTable

SITES = (Option(1, "SDN Ciawi 01"), Option(2, "SDN Ciawi 02"))
ROLES = (Option(1, "key person"), Option(2, "core respondent"))
COLUMNS = [
    Column("code", "Code"),
    Column("site", "Site", "choice", SITES, grows=True),
    Column("roles", "Roles", "choices", ROLES, grows=True, width=240),
    Column("asked", "Asked", "check"),
]
ROWS = [
    {"id": 1, "code": "KS-1", "site": 1, "roles": (2,), "asked": False},
    {"id": 2, "code": "KS-2", "site": None, "roles": (), "asked": True},
]


@pytest.fixture
def records(qtbot):
    table = RecordTable(COLUMNS, name="informants", new_label="New informant")
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.set_rows(ROWS)
    table.show()
    qtbot.waitExposed(table)
    table.heard = []
    table.edited.connect(lambda *change: table.heard.append(change))
    return table


def go(records, row, key):
    records.table.setFocus()
    index = records.table.model().index(row, records.model.place_of(key))
    records.table.setCurrentIndex(index)
    return index


def field(qtbot, records):
    qtbot.waitUntil(lambda: records.table.viewport().findChild(QLineEdit) is not None)
    return records.table.viewport().findChild(QLineEdit)


def test_a_new_word_is_typed_into_a_choice(qtbot, records):
    go(records, 1, "site")
    qtbot.keyClicks(records.table, "S")
    qtbot.keyClicks(field(qtbot, records), "D Amaliah")
    qtbot.keyClick(field(qtbot, records), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: records.heard == [(2, "site", "SD Amaliah")])


def test_enter_in_the_field_takes_a_new_word_though_the_list_is_up(qtbot, records):
    go(records, 1, "site")
    qtbot.keyClick(records.table, Qt.Key.Key_F2)
    editor = field(qtbot, records)
    popup = editor.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert editor.completer().completionCount() == 2
    qtbot.keyClicks(popup, "sdn")
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: records.heard == [(2, "site", "sdn")])


def test_what_is_there_is_picked_from_the_list(qtbot, records):
    go(records, 1, "site")
    qtbot.keyClick(records.table, Qt.Key.Key_F2)
    editor = field(qtbot, records)
    popup = editor.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: records.heard == [(2, "site", 2)])


def test_a_typed_word_that_is_an_option_becomes_its_value(qtbot, records):
    go(records, 1, "site")
    qtbot.keyClicks(records.table, "s")
    qtbot.keyClicks(field(qtbot, records), "dn ciawi 02")
    qtbot.keyClick(field(qtbot, records), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: records.heard == [(2, "site", 2)])


def test_a_new_word_is_pasted_into_a_single_cell(qtbot, records):
    go(records, 0, "site")
    QGuiApplication.clipboard().setText("SD Amaliah\n")
    qtbot.keyClick(records.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert records.heard == [(1, "site", "SD Amaliah")]


def test_another_role_is_written_under_the_ticks_and_the_order_stays(qtbot, records):
    go(records, 0, "roles")
    qtbot.keyClick(records.table, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), ChecksPopup))
    popup = QApplication.activePopupWidget()
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    qtbot.keyClick(popup.list, Qt.Key.Key_Tab)
    qtbot.keyClicks(popup.another, "treasurer")
    qtbot.keyClick(popup.another, Qt.Key.Key_Return)
    assert records.heard == [(1, "roles", (2, 1, "treasurer"))]


def test_a_table_that_takes_no_change_still_copies(qtbot, records):
    said = []
    for signal in (records.added, records.pasted, records.removed):
        signal.connect(lambda *told: said.append(told))
    records.set_read_only(True)
    go(records, 0, "code")
    QGuiApplication.clipboard().setText("A\tB\nC\tD")
    qtbot.keyClick(records.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(records.table, Qt.Key.Key_Insert)
    qtbot.keyClick(records.table, Qt.Key.Key_Delete)
    qtbot.keyClick(records.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(records.table, "x")
    assert records.table.viewport().findChild(QLineEdit) is None
    assert (said, records.heard) == ([], [])
    assert not records.new_button.isEnabled()
    qtbot.keyClick(records.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().strip() == "KS-1"
    records.set_read_only(False)
    qtbot.keyClick(records.table, Qt.Key.Key_Insert)
    assert said == [()]
