import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from app import history
from app.study_files import create_study, open_study, save_copy
from models.reduction import Code
from tests.app.exchange.merging.test_merging import add, names, set_value, value
from ui.exchange.merge_dialog import MergeDialog
from ui.language import speak
from ui.window import Window


@pytest.fixture
def copies(tmp_path):
    """The paths of a study and of a copy; both changed one code, the copy has a new one."""
    mine = create_study(tmp_path / "mine", "A study")
    add(mine, Code(name="Time"), Code(name="Roof"))
    theirs = open_study(save_copy(mine, tmp_path / "theirs.tilik"))
    set_value(mine, Code, 1, definition="hours")
    set_value(theirs, Code, 1, definition="days")
    add(theirs, Code(name="Board"))
    for study in (mine, theirs):
        study.close()
    return mine.path, theirs.path


@pytest.fixture
def window(qtbot, copies):
    speak("en")
    window = Window()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    assert window.open(copies[0])
    settle(window)
    yield window
    window.close_study()


@pytest.fixture
def dialog(window, copies, monkeypatch):
    """The dialog, as the menu opens it."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copies[1]), ""))
    (action,) = [a for a in window.menus.all_actions() if a.text().startswith("Merge a copy")]
    action.trigger()
    settle(window)
    (dialog,) = window.findChildren(MergeDialog)
    assert dialog.isVisible()
    return dialog


def settle(window):
    for _ in range(6):
        window.session.tasks.wait()


def heads(dialog):
    tree = dialog.tree
    return [tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount())]


def tick(qtbot, dialog, item):
    """Click the box of an item, as a hand would."""
    place = dialog.tree.visualItemRect(item)
    at = QPoint(place.left() + 10, place.center().y())
    qtbot.mouseClick(dialog.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_it_shows_what_would_come_and_changes_nothing(window, dialog):
    assert heads(dialog) == ["Changed on both sides (1)", "New (1)"]
    (item,) = dialog.items()
    assert [item.text(n) for n in range(3)] == ["Code: Time", "hours", "days"]
    assert "1 new" in dialog.sentence.text()
    assert names(window.session.study) == ["Roof", "Time"]


def test_merged_with_theirs_ticked_reported_and_taken_back(window, dialog, qtbot, tmp_path):
    study = window.session.study
    (item,) = dialog.items()
    tick(qtbot, dialog, item)
    assert dialog.choices() == {item.data(0, Qt.ItemDataRole.UserRole): "theirs"}
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    settle(window)
    assert names(study) == ["Board", "Roof", "Time"]
    assert value(study, Code, "definition") == "days"
    assert dialog.leave.text() == "Close"
    assert not dialog.take.isVisible()
    dialog.save_report(tmp_path / "report.json")
    told = json.loads((tmp_path / "report.json").read_text())
    assert told["changed_on_both_sides"][0]["chosen"] == "theirs"
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    window.session.undo()
    settle(window)
    assert names(study) == ["Roof", "Time"]
    assert value(study, Code, "definition") == "hours"


def test_mine_stays_where_nothing_is_ticked(window, dialog, qtbot):
    qtbot.keyClick(dialog.take, Qt.Key.Key_Space)
    settle(window)
    assert value(window.session.study, Code, "definition") == "hours"


def test_all_theirs_and_all_mine(dialog, qtbot):
    qtbot.mouseClick(dialog.all_theirs, Qt.MouseButton.LeftButton)
    assert set(dialog.choices().values()) == {"theirs"}
    qtbot.mouseClick(dialog.all_mine, Qt.MouseButton.LeftButton)
    assert set(dialog.choices().values()) == {"mine"}


def test_the_report_can_be_saved_as_text_before(dialog, qtbot, monkeypatch, tmp_path):
    target = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "Board" in target.read_text()


def test_escape_leaves_the_study_alone(window, dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not history.next_undo(window.session.study).what.startswith("merging")


def test_nothing_new_cannot_be_merged(window, copies, tmp_path):
    copy = save_copy(window.session.study, tmp_path / "same.tilik")
    window.menus.files.merge_with(window.session, copy)
    settle(window)
    dialog = window.findChildren(MergeDialog)[-1]
    assert not dialog.take.isEnabled()
    assert "nothing" in dialog.sentence.text()


def test_another_study_is_refused_with_a_sentence(window, tmp_path):
    other = create_study(tmp_path / "other", "Other")
    other.close()
    window.menus.files.merge_with(window.session, other.path)
    settle(window)
    assert not window.findChildren(MergeDialog)
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    assert "not a copy" in boxes[0].text()
    assert "--force" not in boxes[0].text()
    (by_names,) = [b for b in boxes[0].buttons() if b.text() == "Merge by names"]
    by_names.click()
    settle(window)
    (dialog,) = window.findChildren(MergeDialog)
    assert dialog.force
    dialog.close()
