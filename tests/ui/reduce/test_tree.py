"""The code tree: its model, renaming, dragging, merging, deleting, filtering, keys."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from app.reduce.code_editing import describe_code
from app.reduce.codes import codes
from app.reduce.codings import code_excerpt
from tests.ui.reduce.conftest import ALT, CONTROL, NONE, SHIFT
from ui.reduce import code_joining, tree_editing
from ui.reduce.code_model import codes_mime

KEYS = Qt.Key
START = [
    "Factors",
    "Factors > Supporting",
    "Factors > Supporting > Obligation",
    "Factors > Inhibiting",
    "Factors > Inhibiting > Time",
    "Factors > Inhibiting > Facilities",
    "Competence",
]


def paths(hand):
    """The paths in the study, which are those in the tree."""
    hand.wait()
    stored = codes(hand.study)
    assert {row.id: row for row in stored} == dict(hand.room.tree.codes)
    return [row.path for row in stored]


def test_the_model_keeps_the_rules_of_models(shown):
    model = shown.room.tree.model
    assert isinstance(model, QAbstractItemModel)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    shown.room.editing.new_code()
    QTest.keyClicks(shown.room.editing.popup.field, "A > B > C")
    QTest.keyClick(shown.room.editing.popup.field, KEYS.Key_Return)
    assert "A > B > C" in paths(shown)
    shown.undo()
    assert paths(shown) == START
    assert tester.model() is model


def test_new_codes_are_named_one_after_the_other(shown):
    QTest.mouseClick(shown.room.tree.header.link, Qt.MouseButton.LeftButton)
    field = shown.room.editing.popup.field
    for name in ("First", "Second"):
        QTest.keyClicks(field, name)
        QTest.keyClick(field, KEYS.Key_Return)
        shown.wait()
        assert shown.room.tree.current_code().name == name
    QTest.keyClick(field, KEYS.Key_Escape)
    assert not shown.room.editing.popup.isVisible()
    assert paths(shown) == [*START, "First", "Second"]


def test_a_new_code_comes_under_the_chosen_one(shown):
    shown.click_code("Competence")
    shown.key_in_tree(KEYS.Key_Insert)
    field = shown.room.editing.popup.field
    assert "Competence" in field.placeholderText()
    QTest.keyClicks(field, "ICT")
    QTest.keyClick(field, KEYS.Key_Return)
    assert paths(shown)[-1] == "Competence > ICT"


def test_f2_renames_in_place(shown):
    shown.click_code("Time")
    shown.key_in_tree(KEYS.Key_F2)
    (editor,) = [w for w in shown.tree.findChildren(QLineEdit) if w.isVisible()]
    assert editor.text() == "Time"
    editor.selectAll()
    QTest.keyClicks(editor, "Clash of schedules")
    QTest.keyClick(editor, KEYS.Key_Return)
    assert paths(shown)[4] == "Factors > Inhibiting > Clash of schedules"
    shown.undo()
    assert paths(shown) == START


def test_a_name_that_is_taken_is_refused_and_the_old_one_stays(shown, qtbot):
    with qtbot.waitSignal(shown.room.session.tasks.problem) as told:
        shown.room.tree.model.renamed.emit(shown.code("Time"), "facilities")
    assert "already" in str(told.args[0])
    assert paths(shown) == START


def test_a_renamed_code_is_renamed_in_the_text(shown):
    code_excerpt(shown.study, 1, *shown.span("Time, above all"), shown.code("Time"))
    shown.wait()
    shown.room.tree.model.renamed.emit(shown.code("Time"), "Clash")
    assert shown.codings() == [("Time, above all", "Clash")]


def test_a_code_is_nested_by_dragging(shown):
    mime = codes_mime([shown.code("Competence")])
    shown.drop(shown.tree.viewport(), mime, shown.row("Supporting").center())
    assert "Factors > Supporting > Competence" in paths(shown)
    shown.undo()
    assert paths(shown) == START


def test_several_codes_are_dragged_together(shown):
    shown.click_code("Time")
    shown.click_code("Facilities", CONTROL)
    mime = shown.tree.model().mimeData(shown.tree.selectedIndexes())
    shown.drop(shown.tree.viewport(), mime, shown.row("Competence").center())
    assert paths(shown)[-2:] == ["Competence > Time", "Competence > Facilities"]
    assert shown.tree.chosen_ids() == [shown.code("Time"), shown.code("Facilities")]


def test_a_code_cannot_fall_into_its_own_branch(shown):
    mime = codes_mime([shown.code("Factors")])
    shown.drop(shown.tree.viewport(), mime, shown.row("Time").center())
    assert paths(shown) == START


@pytest.mark.parametrize(
    ("name", "key", "path", "at"),
    [
        ("Facilities", KEYS.Key_Up, "Factors > Inhibiting > Facilities", 4),
        ("Time", KEYS.Key_Down, "Factors > Inhibiting > Time", 5),
        ("Competence", KEYS.Key_Right, "Factors > Competence", 6),
        ("Time", KEYS.Key_Left, "Factors > Time", 5),
    ],
)
def test_keys_move_a_code(shown, name, key, path, at):
    shown.click_code(name)
    shown.key_in_tree(key, ALT)
    assert paths(shown)[at] == path
    assert shown.room.tree.current_code().name == name


def test_merging_says_what_goes_and_folds_codes_into_the_one_picked(shown, monkeypatch):
    for name in ("Time", "Facilities"):
        code_excerpt(shown.study, 1, *shown.span("Time, above all"), shown.code(name))
    code_excerpt(shown.study, 1, *shown.span("projector"), shown.code("Time"))
    shown.wait()
    asked = []

    def answer(_parent, title, sentence, _action, *, losses, danger):
        asked.append((title, sentence, losses))
        return len(asked) > 1

    monkeypatch.setattr(code_joining, "confirm", answer)
    shown.click_code("Time")
    shown.click_code("Facilities", CONTROL)
    for number in range(2):
        shown.key_in_tree(KEYS.Key_J, CONTROL)
        assert [offer.name for offer in shown.palette.shown()] == ["Time", "Facilities"]
        shown.type_in_palette("Facil")
        shown.enter()
        if number == 0:
            assert paths(shown) == START
    title, sentence, losses = asked[0]
    assert title == "Merge into “Facilities”?"
    assert "1 coding(s)" in sentence
    assert losses == [
        "1 code(s) with name and colour: Time", "1 coding(s) that the code has already",
    ]  # fmt: skip
    assert "Factors > Inhibiting > Time" not in paths(shown)
    assert shown.codings() == [("Time, above all", "Facilities"), ("projector", "Facilities")]
    assert shown.room.tree.current_code().name == "Facilities"
    shown.undo()
    assert paths(shown) == START
    assert len(shown.codings()) == 3


def test_deleting_says_what_would_be_lost(shown, monkeypatch):
    code_excerpt(shown.study, 1, *shown.span("Time, above all"), shown.code("Time"))
    shown.wait()
    asked = []

    def answer(_parent, title, _sentence, _action, *, losses):
        asked.append((title, losses))
        return len(asked) > 1

    monkeypatch.setattr(tree_editing, "confirm", answer)
    shown.click_code("Inhibiting")
    shown.key_in_tree(KEYS.Key_Delete)
    assert asked[0][0] == "Delete Inhibiting?"
    assert [words.split()[0] for words in asked[0][1]] == ["3", "1", "1"]
    assert paths(shown) == START
    shown.key_in_tree(KEYS.Key_Delete)
    assert paths(shown) == [*START[:3], "Competence"]
    assert shown.codings() == []
    shown.undo()
    assert paths(shown) == START
    assert shown.codings() == [("Time, above all", "Time")]


def test_a_code_that_nothing_hangs_on_goes_without_a_question(shown, monkeypatch):
    monkeypatch.setattr(tree_editing, "confirm", lambda *a, **k: pytest.fail("asked"))
    shown.click_code("Competence")
    shown.key_in_tree(KEYS.Key_Delete)
    assert paths(shown) == START[:-1]


def test_the_filter_shows_what_fits_with_what_is_above(shown):
    QTest.keyClicks(shown.room.tree.field, "time")
    QTest.keyClick(shown.room.tree.field, KEYS.Key_Return)
    visible = [row.name for row in codes(shown.study) if not shown.tree.hides(row.id)]
    assert visible == ["Factors", "Inhibiting", "Time"]
    shown.room.choose_code(shown.code("Competence"))
    assert not shown.tree.hides(shown.code("Competence"))
    assert shown.room.tree.current_code().name == "Competence"


def test_what_is_closed_stays_closed_when_codes_are_added(shown):
    index = shown.room.tree.model.index_of(shown.code("Inhibiting"))
    shown.tree.setExpanded(index, False)
    shown.room.editing._make("New one", None)
    shown.wait()
    index = shown.room.tree.model.index_of(shown.code("Inhibiting"))
    assert not shown.tree.isExpanded(index)
    assert shown.tree.isExpanded(shown.room.tree.model.index_of(shown.code("Supporting")))


def test_the_codebook_entry_is_written_beside_the_transcript(shown):
    shown.click_code("Time")
    shown.key_in_tree(KEYS.Key_D, CONTROL)
    entry = shown.room.editing.entry
    assert entry.isVisible()
    entry.fields["definition"].setFocus()
    QTest.keyClicks(entry.fields["definition"], "No time for it")
    shown.tree.setFocus()
    shown.wait()
    assert shown.room.tree.codes[shown.code("Time")].definition == "No time for it"
    shown.click_code("Facilities")
    assert entry.fields["definition"].toPlainText() == ""
    describe_code(shown.study, shown.code("Facilities"), definition="Things")
    shown.wait()
    assert entry.fields["definition"].toPlainText() == "Things"


def test_verdicts_stand_beside_codes_and_over_the_excerpts(shown):
    shown.click_code("Time")
    shown.room.set_badges({shown.code("Time"): "contested"})
    assert shown.room.tree.verdict(shown.code("Time")) == "contested"
    assert shown.room.excerpts.verdict.isVisible()
    shown.room.set_badges({})
    assert shown.room.tree.verdict(shown.code("Time")) == ""
    assert not shown.room.excerpts.verdict.isVisible()


def test_shift_selects_a_stretch_of_codes(shown):
    shown.click_code("Obligation")
    shown.click_code("Facilities", SHIFT)
    assert [shown.room.tree.codes[key].name for key in shown.tree.chosen_ids()] == [
        "Obligation", "Inhibiting", "Time", "Facilities",
    ]  # fmt: skip
    assert NONE != SHIFT
