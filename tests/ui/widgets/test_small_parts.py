import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from ui.theme import theme
from ui.widgets import confirm as confirm_module
from ui.widgets.choice_button import ChoiceButton
from ui.widgets.confirm import ConfirmDialog, confirm
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty import EmptyState
from ui.widgets.pane_header import PaneHeader
from ui.widgets.pills import PillRow
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.search_field import SearchField
from ui.widgets.splitter import RememberingSplitter


@pytest.fixture
def shown(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


def labels(widget):
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


# --- pills and choices


def test_one_pill_is_on_and_a_click_tells_the_other(shown, qtbot):
    row = shown(PillRow([("t", "Triangulation"), ("c", "Comparison"), ("f", "Findings")]))
    assert row.current() == "t"
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.mouseClick(row.button("c"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["c"]
    assert row.current() == "c"
    assert not row.button("t").isChecked()


def test_the_arrow_keys_move_between_pills(shown, qtbot):
    row = shown(PillRow([(1, "One"), (2, "Two")]))
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.keyClick(row, Qt.Key.Key_Left)
    assert chosen.args == [2]


def test_setting_a_pill_is_silent_and_a_wrong_one_a_bug(shown, qtbot):
    row = shown(PillRow([(1, "One"), (2, "Two")]))
    with qtbot.assertNotEmitted(row.chosen):
        row.set_current(2)
    assert row.current() == 2
    with pytest.raises(ValueError, match="3"):
        row.set_current(3)


def test_a_choice_shows_what_it_chooses(shown, qtbot):
    button = shown(ChoiceButton("Rows", [("code", "codes"), ("site", "sites & schools")]))
    assert button.text() == "Rows: codes ▾"
    assert button.accessibleName() == "Rows: codes"
    with qtbot.waitSignal(button.chosen) as chosen:
        button.menu().actions()[1].trigger()
    assert chosen.args == ["site"]
    assert button.text() == "Rows: sites && schools ▾"
    assert [action.isChecked() for action in button.menu().actions()] == [False, True]
    with qtbot.assertNotEmitted(button.chosen):
        button.menu().actions()[1].trigger()


def test_a_choice_whose_value_is_gone_takes_the_first(shown):
    button = shown(ChoiceButton("", [(1, "one"), (2, "two")], 2))
    assert button.text() == "two ▾"
    button.set_options([(3, "three"), (4, "four")])
    assert button.current() == 3
    button.set_options([])
    assert button.text() == " ▾"


# --- search


def test_words_are_searched_after_a_pause_and_at_once_on_enter(shown, qtbot):
    field = shown(SearchField("Find words…"))
    told = []
    field.searched.connect(told.append)
    qtbot.keyClicks(field, "kkg")
    assert told == []
    qtbot.waitUntil(lambda: told == ["kkg"])
    qtbot.keyClicks(field, " guru")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["kkg", "kkg guru"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told[-1] == ""
    assert field.text() == ""


def test_the_shortcut_is_shown_until_something_is_typed(shown, qtbot):
    field = shown(SearchField("Find words…", "Ctrl+K"))
    assert labels(field) == ["Ctrl", "K"]
    field.setText("kkg")
    assert not any(label.isVisible() for label in field.findChildren(QLabel))
    assert field.accessibleName() == "Find words…"


# --- splitter


def test_sizes_come_back(shown):
    def made():
        splitter = RememberingSplitter("room", Qt.Orientation.Horizontal)
        for _ in range(2):
            pane = QWidget()
            pane.setMinimumWidth(50)
            splitter.addWidget(pane)
        splitter.resize(601, 100)
        return splitter

    first = shown(made())
    first.set_first_sizes([200, 400])
    assert first.sizes() == [200, 400]
    first.moveSplitter(350, 1)
    second = shown(made())
    second.set_first_sizes([200, 400])
    assert second.sizes() == first.sizes() == [350, 250]


def test_kept_sizes_of_another_number_of_panes_are_left(shown):
    QSettings().setValue("splitters/other", ["1", "2", "3"])
    splitter = RememberingSplitter("other")
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(401, 100)
    shown(splitter)
    splitter.set_first_sizes([100, 300])
    assert splitter.sizes() == [100, 300]


# --- heads and empty places


def test_a_pane_header_says_title_count_and_link(shown, qtbot):
    header = shown(PaneHeader("Sources", 4, "Import…"))
    assert labels(header) == ["Sources", "4"]
    with qtbot.waitSignal(header.link_clicked):
        header.link.click()
    header.set_count(None)
    header.set_link("")
    assert labels(header) == ["Sources"]
    assert header.link.isHidden()
    header.set_count("4 excerpts")
    header.add(QPushButton("Sort"))
    assert labels(header) == ["Sources", "4 excerpts"]
    assert header.accessibleName() == "Sources"


def test_a_long_title_is_shortened_and_told_in_the_tip(shown):
    label = shown(ElidedLabel("Evidence for a claim that is far too long for its place"))
    label.resize(label.sizeHint())
    label.grab()
    assert label.toolTip() == ""
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == label.text()
    assert label.minimumSizeHint().width() < 80


def test_an_empty_place_offers_its_action(shown, qtbot):
    empty = shown(EmptyState("collect", "No sources yet", "Drop files here.", "Import files…"))
    assert {"No sources yet", "Drop files here."} <= set(labels(empty))
    with qtbot.waitSignal(empty.acted):
        empty.button.click()
    empty.set_words("Nothing found", "No words match.")
    assert empty.button.isHidden()
    assert empty.accessibleName() == "Nothing found"
    theme().set_mode("dark")
    assert not empty.grab().isNull()


# --- progress and questions


def test_progress_says_how_far_and_can_be_stopped(shown, qtbot):
    window = shown(QWidget())
    strip = ProgressStrip(window)
    assert strip.isHidden()
    strip.start("Importing", 12)
    strip.advance(5, "Importing W-KS-01.docx")
    assert strip.isVisible()
    assert labels(strip) == ["Importing W-KS-01.docx", "5 of 12"]
    strip.advance(6, total=20)
    assert labels(strip) == ["Importing W-KS-01.docx", "6 of 20"]
    button = strip.findChild(QPushButton)
    with qtbot.waitSignal(strip.cancelled):
        button.click()
    assert not button.isEnabled()
    assert button.text() == "Stopping…"
    strip.finish()
    assert strip.isHidden()
    strip.start("Searching")
    assert labels(strip) == ["Searching"]
    assert (button.isEnabled(), button.text()) == (True, "Cancel")
    strip.start("Saving", can_cancel=False)
    assert button.isHidden()


def test_enter_does_not_delete(shown, qtbot):
    dialog = shown(
        ConfirmDialog(None, "Delete “ICT”?", "It goes.", "Delete code", losses=["17 codings"])
    )
    assert "•  17 codings" in labels(dialog)
    assert dialog.cancel.isDefault()
    assert dialog.action.property("danger")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_button_that_loses_nothing_is_the_accent(shown, qtbot):
    dialog = shown(ConfirmDialog(None, "Merge?", "Both stay.", "Merge", danger=False))
    assert dialog.action.isDefault()
    assert dialog.action.property("accent")
    qtbot.mouseClick(dialog.action, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize("answer", [True, False])
def test_the_question_is_answered(qtbot, monkeypatch, answer):
    code = QDialog.DialogCode.Accepted if answer else QDialog.DialogCode.Rejected
    monkeypatch.setattr(confirm_module.ConfirmDialog, "exec", lambda self: code)
    assert confirm(None, "Delete?", "It goes.", "Delete") is answer
