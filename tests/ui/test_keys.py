"""The list of keys: found, changed, kept, given back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.key_bindings import choose, take_up
from ui.keys import KeysDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


def make(parent, words, *keys):
    action = QAction(words, parent)
    action.setObjectName(f"test.{words}")
    action.setShortcuts([QKeySequence(key) for key in keys])
    parent.addAction(action)
    return action


@pytest.fixture
def actions(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    place.show()
    yield [make(place, "Code…", "K", "Ctrl+Return"), make(place, "Memo", "M"), make(place, "Odd")]
    place.close()


@pytest.fixture
def dialog(actions, qtbot):
    dialog = KeysDialog(actions)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog):
    table = dialog.table
    return [
        (table.item(row, 0).text(), table.item(row, 1).text())
        for row in range(table.rowCount())
        if not table.isRowHidden(row)
    ]


def press_new_key(dialog, row, key, modifiers):
    dialog.table.setCurrentCell(row, 0)
    dialog.edit.setFocus()
    QTest.keyClick(dialog.edit, key, modifiers)
    dialog.edit.editingFinished.emit()


def test_every_action_is_listed_and_found(dialog):
    assert rows(dialog) == [("Code…", "K, Ctrl+Return"), ("Memo", "M"), ("Odd", "")]
    QTest.keyClicks(dialog.field, "mem")
    QTest.qWait(300)
    assert rows(dialog) == [("Memo", "M")]


def test_a_new_key_works_at_once_and_after_a_restart(dialog, actions, qtbot):
    press_new_key(dialog, 1, Qt.Key.Key_J, CONTROL)
    assert rows(dialog)[1] == ("Memo", "Ctrl+J")
    dialog.close()
    place = actions[1].parent()
    place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitActive(place):
        place.activateWindow()
    place.setFocus()
    with qtbot.waitSignal(actions[1].triggered):
        QTest.keyClick(actions[1].parent(), Qt.Key.Key_J, CONTROL)
    again = make(actions[1].parent(), "Memo", "M")
    take_up([again])
    assert again.shortcut() == QKeySequence("Ctrl+J")


def test_a_key_that_another_has_goes_over(dialog, actions):
    press_new_key(dialog, 1, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier)
    assert rows(dialog)[:2] == [("Code…", "Ctrl+Return"), ("Memo", "K")]
    assert dialog.said.text() == "Code… has no such key any more."


def test_keys_are_given_back(dialog, actions):
    press_new_key(dialog, 1, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier)
    dialog.table.setCurrentCell(1, 0)
    dialog.first.click()
    assert rows(dialog)[1] == ("Memo", "M")
    dialog.all_first.click()
    assert rows(dialog) == [("Code…", "K, Ctrl+Return"), ("Memo", "M"), ("Odd", "")]


def test_a_key_can_be_taken_away(actions):
    choose(actions[1], [])
    again = make(actions[1].parent(), "Memo", "M")
    take_up([again])
    assert again.shortcuts() == []
