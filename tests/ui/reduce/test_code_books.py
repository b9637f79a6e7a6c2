"""Codebook files in the window, splitting, examples and versions in the entry."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.reduce.code_editing import rename_code
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt
from tests.ui.reduce.conftest import ALT, CONTROL

KEYS = Qt.Key
CONTROL_ALT = CONTROL | ALT
LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("ending", ["xlsx", "csv", "docx"])
def test_a_codebook_is_saved_changed_looked_at_and_imported(shown, monkeypatch, tmp_path, ending):
    path = tmp_path / f"book.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a: (str(path), ""))
    shown.key_in_tree(KEYS.Key_S, CONTROL_ALT)
    assert path.exists()
    rename_code(shown.study, shown.code("Time"), "Hours")
    shown.wait()
    shown.key_in_tree(KEYS.Key_B, CONTROL_ALT)
    preview = shown.room.editing.books.preview
    assert preview.isVisible()
    assert not preview.isModal()
    assert (preview.plan.count("new"), preview.plan.count("unchanged")) == (1, 6)
    table = preview.table.model()
    assert [table.index(0, column).data() for column in range(2)] == [
        "new", "Factors > Inhibiting > Time",
    ]  # fmt: skip
    assert "Colour: #" in table.index(0, 2).data()
    assert table.rowCount() == 1
    QTest.mouseClick(preview.pills.button("unchanged"), LEFT)
    assert table.rowCount() == 6
    QTest.mouseClick(preview.take, LEFT)
    shown.wait()
    assert "Factors > Inhibiting > Time" in [row.path for row in codes(shown.study)]
    shown.undo()
    assert "Factors > Inhibiting > Time" not in [row.path for row in codes(shown.study)]


def test_cancelling_the_look_changes_nothing(shown, tmp_path):
    path = tmp_path / "book.csv"
    with path.open("w", encoding="utf-8") as file:
        csv.writer(file).writerows([["Code", "Focus"], ["New one", "F9"]])
    shown.room.editing.books.look_at(path)
    shown.wait()
    preview = shown.room.editing.books.preview
    QTest.mouseClick(preview.leave, LEFT)
    shown.wait()
    assert "New one" not in [row.name for row in codes(shown.study)]


def test_a_bad_codebook_is_told_and_nothing_opens(shown, qtbot, tmp_path):
    path = tmp_path / "book.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with qtbot.waitSignal(shown.room.session.tasks.problem) as told:
        shown.room.editing.books.look_at(path)
    assert "needs one" in str(told.args[0])
    assert shown.room.editing.books.preview is None


def test_a_code_is_split_by_its_excerpts(shown):
    for words in ("Time, above all", "projector"):
        code_excerpt(shown.study, 1, *shown.span(words), shown.code("Time"))
    shown.wait()
    shown.click_code("Facilities")
    assert not shown.room.tree.actions_of_tree.split.isEnabled()
    shown.click_code("Time")
    shown.key_in_tree(KEYS.Key_P, CONTROL_ALT)
    split = shown.room.editing.joining.splitting
    assert split.isVisible()
    assert split.list.count() == 2
    assert not split.split.isEnabled()
    QTest.keyClicks(split.name, "Things")
    assert not split.split.isEnabled()
    split.list.selectRow(1)
    QTest.mouseClick(split.split, LEFT)
    shown.wait()
    assert shown.codings() == [("Time, above all", "Time"), ("projector", "Things")]
    assert shown.room.tree.current_code().name == "Things"
    shown.undo()
    assert {name for _, name in shown.codings()} == {"Time"}


def test_an_excerpt_becomes_the_example_and_versions_are_listed(shown):
    code_excerpt(shown.study, 1, *shown.span("Time, above all"), shown.code("Time"))
    shown.wait()
    shown.click_code("Time")
    shown.key_in_tree(KEYS.Key_D, CONTROL)
    entry = shown.room.editing.entry
    shown.click("above all")
    shown.room.view.set_selected_coding(
        shown.room.view.codings_at(shown.span("above")[0])[0].coding_id
    )
    QTest.mouseClick(entry.links["typical_example"], LEFT)
    shown.wait()
    assert entry.fields["typical_example"].toPlainText().startswith("“Time, above all” (")
    rename_code(shown.study, shown.code("Time"), "Hours")
    shown.wait()
    words = entry.versions.words()
    assert words[0] == "Renamed"
    assert "Time → Hours" in words
    assert "Redefined: Typical example" in words
    assert words[-3::2] == ["Made", "Time"]
    shown.undo()
    assert "Renamed" not in entry.versions.words()


def test_without_a_chosen_excerpt_the_entry_says_what_to_do(shown):
    shown.click_code("Time")
    shown.key_in_tree(KEYS.Key_D, CONTROL)
    entry = shown.room.editing.entry
    QTest.mouseClick(entry.links["counter_example"], LEFT)
    assert "Choose an excerpt first" in entry.notice.text()
    shown.click_code("Facilities")
    shown.wait()
    assert entry.notice.text() == ""
