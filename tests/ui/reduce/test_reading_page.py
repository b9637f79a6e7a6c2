"""The room: opening sources, excerpts of codes, empty and read-only studies, following changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from sqlalchemy import delete

from app import history
from app.reduce.code_editing import recolour_codes
from app.reduce.codings import code_excerpt, remove_codings
from app.reduce.memos import add_memo, memos
from app.reduce.summarising.filling import filled_form
from app.study_files import open_study
from models.collection import Source
from tests.ui.reduce.conftest import CONTROL, LABEL, LEFT, NONE, OTHER, TEXT, Hand
from ui.reduce.reading_page import ReadingPage
from ui.reduce.source_model import Group
from ui.session import Session


def rows(hand):
    return [
        row.name if isinstance(row, Group) else (row.reference, row.codings)
        for row in hand.room.sources.model.rows
    ]


def test_the_room_opens_on_a_source_with_its_place(shown):
    assert shown.view.reading.text == TEXT
    assert rows(shown) == [
        "Interviews", ("I/KS-01", 0), ("I/PG-02", 0), "Observations", ("O/01", 0),
    ]  # fmt: skip
    assert shown.room.heading.reference.text() == "I/KS-01"
    assert shown.room.status_text().startswith("I/KS-01 · line 1 · 0")


def test_a_click_opens_another_source(shown):
    model, view = shown.room.sources.model, shown.room.sources.view
    rect = view.visualRect(model.index(model.row_of(2)))
    QTest.mouseClick(view.viewport(), LEFT, NONE, rect.center())
    shown.wait()
    assert shown.view.reading.text == OTHER
    assert shown.room.heading.reference.text() == "I/PG-02"


def test_the_model_of_sources_keeps_the_rules_and_filters(shown):
    model = shown.room.sources.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_filter("board")
    assert rows(shown) == ["Interviews", ("I/PG-02", 0)]
    model.set_filter("")
    assert len(rows(shown)) == 5
    assert tester.model() is model


def test_go_to_opens_a_source_at_words_and_selects_their_coding(shown):
    start = OTHER.index("Our guide")
    coding = code_excerpt(shown.study, 2, start, start + 9, shown.code("Competence"))
    shown.room.go_to(2, start, start + 9)
    shown.wait()
    assert shown.view.reading.text == OTHER
    assert shown.view.selected_coding().coding_id == coding
    shown.room.go_to(1, 0, 0)
    shown.wait()
    assert shown.view.reading.text == TEXT


def test_the_excerpts_of_a_code_are_those_of_its_branch(shown, qtbot):
    code_excerpt(shown.study, 1, *shown.span("Time, above all"), shown.code("Time"))
    code_excerpt(shown.study, 2, 0, 15, shown.code("Facilities"))
    shown.wait()
    shown.click_code("Inhibiting")
    panel = shown.room.excerpts
    assert panel.title.text() == "Inhibiting"
    assert panel.list.count() == 2
    assert panel.list.style_of_rows.code
    with qtbot.waitSignal(shown.room.open_excerpt) as told:
        panel.list.activated_excerpt.emit(panel.list.row_at(1))
    assert told.args == [2, 0, 15]
    shown.click_code("Competence")
    assert panel.pages.currentWidget() is panel.empty


def test_the_excerpts_follow_a_change(shown):
    shown.click_code("Time")
    coding = code_excerpt(shown.study, 1, *shown.span("Time"), shown.code("Time"))
    panel = shown.room.excerpts
    shown.wait()
    QTest.qWait(120)
    shown.wait()
    assert panel.list.count() == 1
    remove_codings(shown.study, [coding])
    shown.wait()
    QTest.qWait(120)
    shown.wait()
    assert panel.pages.currentWidget() is panel.empty


def test_counts_of_other_sources_follow(shown):
    code_excerpt(shown.study, 3, 0, 4, shown.code("Time"))
    shown.wait()
    QTest.qWait(120)
    shown.wait()
    assert rows(shown)[-1] == ("O/01", 1)


def test_a_recoloured_code_is_recoloured_in_the_text(shown):
    code_excerpt(shown.study, 1, *shown.span("Time"), shown.code("Time"))
    recolour_codes(shown.study, [shown.code("Time")], "#123456")
    shown.codings()
    assert [span.colour for span in shown.view.reading.index.codings] == ["#123456"]


def test_many_changes_at_once_are_all_seen(shown):
    for start in range(40):
        code_excerpt(shown.study, 1, start, start + 5, shown.code("Time"))
    assert len(shown.codings()) == 40
    history.go_to(shown.study, history.steps(shown.study)[-1].id)
    assert shown.codings() == []


def test_a_source_that_goes_makes_room_for_another(shown):
    with shown.study.change(LABEL) as session:
        session.execute(delete(Source).where(Source.id == 1))
    shown.wait()
    assert shown.view.reading.text == OTHER
    shown.undo()
    assert ("I/KS-01", 0) in rows(shown)


def test_a_room_that_is_hidden_catches_up_when_it_is_shown(shown):
    shown.room.hide()
    code_excerpt(shown.study, 1, *shown.span("Time"), shown.code("Time"))
    shown.wait()
    assert len(shown.view.reading.index) == 0
    shown.room.show()
    assert shown.codings() == [("Time", "Time")]
    assert shown.counts() == {"Factors": 1, "Inhibiting": 1, "Time": 1}


def test_an_empty_study_offers_what_fills_it(empty_room, qtbot):
    room = empty_room.room
    assert room.pages.currentWidget() is room.empty
    with qtbot.waitSignal(room.go_to_stage) as told:
        QTest.mouseClick(room.empty.button, LEFT)
    assert told.args == ["collect"]
    assert room.tree.empty.isVisible()
    QTest.mouseClick(room.tree.empty.button, LEFT)
    QTest.keyClicks(room.editing.popup.field, "First")
    QTest.keyClick(room.editing.popup.field, Qt.Key.Key_Return)
    empty_room.wait()
    assert [row.name for row in room.tree.codes.values()] == ["First"]
    assert not room.tree.empty.isVisible()
    assert room.status_text() == "No source is open"


@pytest.fixture
def read_only(filled, qtbot):
    """The room on the same study, opened a second time."""
    code_excerpt(filled, 1, 0, 5, 1)
    session = Session(open_study(filled.path))
    room = ReadingPage(session)
    qtbot.addWidget(room)
    room.resize(1356, 838)
    room.show()
    qtbot.waitExposed(room)
    hand = Hand(room)
    hand.wait()
    yield hand
    hand.wait()
    session.close()


def test_a_read_only_study_can_be_read_and_nothing_changes(read_only):
    room = read_only.room
    assert room.session.read_only
    assert len(read_only.codings()) == 1
    read_only.select("Lesson plans")
    read_only.key(Qt.Key.Key_K)
    assert not read_only.palette.isVisible()
    assert not read_only.drag_words_to("Time")
    changing = [a for a in room.actions_of_room.of_codes() if a.isEnabled()]
    assert changing == []
    assert not room.actions_of_room.in_vivo.isEnabled()
    room.view.set_selected_coding(read_only.view.reading.index.codings[0].coding_id)
    assert room.strip.isVisible()
    assert room.strip.memo.isReadOnly()
    read_only.key(Qt.Key.Key_Delete)
    assert len(read_only.codings()) == 1


def test_every_action_has_a_name_and_a_key_of_its_own_place(shown):
    shown_in = shown.room.actions_by_menu()
    entries = [entry for menu in shown_in.values() for entry in menu if entry is not None]
    actions = [
        action
        for entry in entries
        for action in (entry.menu().actions() if entry.menu() else [entry])
        if not action.isSeparator() and not action.menu() and action.actionGroup() is None
    ]
    assert len(actions) > 40
    keys = {}
    for action in actions:
        assert action.text()
        assert not action.shortcut().isEmpty(), action.text()
        for key in action.shortcuts():
            on = [o for o in action.associatedObjects() if not isinstance(o, QMenu)]
            places = {id(o) for o in on} - {id(shown.room)}
            name = key.toString(QKeySequence.SequenceFormat.PortableText)
            for place in places or {0}:
                assert (place, name) not in keys, (name, action.text(), keys[(place, name)])
                keys[(place, name)] = action.text()


def test_panes_are_hidden_and_shown(shown):
    do = shown.room.actions_of_room
    for action, pane in (
        (do.show_sources, shown.room.sources),
        (do.show_excerpts, shown.room.excerpts),
        (do.show_codes, shown.room.tree),
        (do.stripes, shown.view.stripes),
    ):
        action.trigger()
        assert not pane.isVisible()
        action.trigger()
        assert pane.isVisible()


# --- memos ---------------------------------------------------------------------------------------


def test_a_memo_on_the_source_saves_itself(shown):
    shown.key(Qt.Key.Key_M, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    panel = shown.room.memos
    assert panel.isVisible()
    QTest.keyClicks(panel.form.text, "A first thought")
    panel.flush()
    shown.wait()
    assert [(m.title, m.on_id) for m in memos(shown.study, "source")] == [("A first thought", 1)]
    QTest.keyClicks(panel.form.text, ", and more")
    panel.close_panel()
    shown.wait()
    (memo,) = memos(shown.study, "source", 1)
    assert memo.text == "A first thought, and more"
    assert not panel.isVisible()


def test_the_summary_form_stands_beside_the_transcript_and_is_kept_as_one_reads(shown):
    room = shown.room
    room.write_memo("source", 1, "one")
    QTest.mouseClick(room.heading.summary, LEFT)
    shown.wait()
    assert room.form.isVisible()
    assert not room.memos.isVisible(), "the memos make room"
    key, field = next((k, f) for k, f in room.form.view.fields.items() if not f.toPlainText())
    assert room.window().focusWidget() is field, "the first empty field can be written in"
    QTest.keyClicks(field, "time")
    QTest.mouseClick(room.form.header.link, LEFT)
    shown.wait()
    assert not room.form.isVisible()
    kept = filled_form(shown.study, "source", room.source_id)
    assert {each.field.key: each.answer for each in kept.fields}[key] == "time"
    assert memos(shown.study) == []


def test_memos_follow_undo_and_are_deleted(shown):
    memo = add_memo(shown.study, "One", "words", on_entity="code", on_id=shown.code("Time"))
    shown.room.write_memo("code", shown.code("Time"), "Time")
    panel = shown.room.memos
    panel.list.setCurrentRow(0)
    assert panel.form.text.toPlainText() == "words"
    QTest.mouseClick(panel.form.remove, LEFT)
    shown.wait()
    assert memos(shown.study) == []
    shown.undo()
    assert [m.id for m in memos(shown.study)] == [memo]
    assert panel.list.count() == 1
