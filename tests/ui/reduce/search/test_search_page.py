import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionViewItem

from app import history
from app.reduce.codes import codes
from app.reduce.finding.found import Question, find, lines
from app.reduce.transcripts import codings_of
from app.study_files import open_study
from ui.reduce.search.hits_model import PAGE, Column, HitsModel
from ui.reduce.search.page import SearchPage
from ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def hand(told, shown):
    return shown(SearchPage)


def rows(hand):
    """What the table shows: source and line, informant, before, found, after."""
    model = hand.page.model
    return [
        tuple(str(model.index(row, column).data()).strip() for column in range(1, len(Column)))
        for row in range(model.rowCount())
    ]


def words(hand):
    return [row[3] for row in rows(hand)]


def cell(hand, row, column):
    table = hand.page.table
    return table.visualRect(hand.page.model.index(row, column))


def tick(hand, row):
    """Click the box of a row."""
    table, option = hand.page.table, QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = cell(hand, row, Column.PICK)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = table.style().subElementRect(
        QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table
    )
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, box.center())
    hand.wait()


def coded(hand, source=1):
    text = hand.session.study.texts.of(source)
    return [(text[c.start : c.end], c.name) for c in codings_of(hand.session.study, source)]


def take_code(hand, typed):
    """Press the button, type the beginning of a code, Enter."""
    hand.click(hand.page.code)
    popup = hand.page.palette_popup
    assert popup.isVisible()
    QTest.keyClicks(popup.field, typed)
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    hand.wait()


def test_it_says_how_to_ask_before_one_has(hand):
    assert hand.page.stack.currentWidget() is hand.page.empty
    assert hand.page.empty.accessibleName() == "Search all sources"
    assert not hand.page.bar.isVisible()
    assert hand.page.status_text() == ""


def test_an_empty_study_says_what_is_missing(shown, study):
    assert shown(SearchPage).page.empty.accessibleName() == "No transcripts yet"


def test_words_are_shown_in_their_context(hand):
    hand.ask("guru")
    assert rows(hand) == [
        (
            "R/1:2",
            "KS-01",
            "KS-01: I teach every day. The teachers were taught by the",
            "guru",
            ".",
        ),
        ("R/2:1", "", "The", "guru", "teaches here. Nobody is late."),
    ]
    assert hand.page.status_text() == "2 place(s) · 2 source(s)"
    hand.ask("guru NOT late")
    assert len(rows(hand)) == 1
    hand.ask("teacher")
    assert hand.page.empty.accessibleName() == "Nothing found"


def test_what_is_not_well_formed_is_said_under_the_field(hand):
    hand.ask("guru AND")
    assert "“AND” needs words on both sides" in hand.page.said.text()
    assert hand.page.said.isVisible()
    hand.click(hand.page.pattern)
    hand.ask("(gur")
    assert "is not a regular expression" in hand.page.said.text()
    hand.ask("gur.")
    assert not hand.page.said.isVisible()
    assert words(hand) == ["guru", "guru"]


def test_all_forms_are_found_and_looked_up_once(hand):
    hand.ask("teach")
    assert words(hand) == ["teach", "teach"]
    hand.click(hand.page.lemma)
    assert words(hand) == ["teach", "teach", "taught", "teaches"]
    hand.click(hand.page.pattern)
    assert not hand.page.lemma.isChecked()
    hand.click(hand.page.pattern)
    hand.ask("lemma:taught")
    assert len(words(hand)) == 4


def test_looking_up_can_be_cancelled(hand, told, monkeypatch):
    from ui.reduce.search import page

    looked = []

    def cancelled_at_once(study, progress, cancelled):
        looked.append(study)
        return 0

    monkeypatch.setattr(page, "index_lemmas", cancelled_at_once)
    hand.page.lemma.setChecked(True)
    hand.ask("teach")
    assert words(hand) == ["teach", "teach"]
    assert looked == [told]


def test_a_study_that_takes_no_writing_is_searched_but_not_coded(told, shown, qtbot):
    session = Session(open_study(told.path))
    assert session.read_only
    page = SearchPage(session)
    qtbot.addWidget(page)
    page.show()
    page.lemma.setChecked(True)
    page.search.setFocus()
    page.field.setText("teach")
    page.ask()
    for _ in range(4):
        session.tasks.wait()
    assert page.model.rowCount() == 4
    page.model.tick([0])
    assert not page.code.isEnabled()
    session.close()


def test_what_was_asked_comes_back_by_the_arrows(hand):
    for asked in ("guru", "late"):
        hand.ask(asked)
    field = hand.page.field
    field.clear()
    QTest.keyClicks(field, "day")
    for key, expected in (("Up", "late"), ("Up", "guru"), ("Up", "guru"), ("Down", "late"),
                          ("Down", "day")):  # fmt: skip
        QTest.keyClick(field, getattr(Qt.Key, f"Key_{key}"))
        assert field.text() == expected
    field.show_history()
    menu = field.findChildren(type(hand.page.save.menu()))[-1]
    assert [action.text() for action in menu.actions()] == ["late", "guru"]
    menu.actions()[1].trigger()
    hand.wait()
    assert words(hand) == ["guru", "guru"]
    menu.close()


def test_limits_narrow_the_search(hand):
    hand.ask("guru")
    bar = hand.page.limits
    hand.click(bar.methods)
    popup = bar.methods.popup
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(popup.list, key)
    hand.wait()
    assert bar.methods.accessibleName() == "Method: Observation"
    assert [row[0] for row in rows(hand)] == ["R/2:1"]
    hand.click(bar.nothing)
    assert len(rows(hand)) == 2
    assert not bar.nothing.isVisible()
    bar.sites.set_values((1,))
    bar.sites.limited.emit()
    hand.wait()
    assert [row[0] for row in rows(hand)] == ["R/1:2"]


def test_a_time_limits_the_search_and_can_be_taken_back(hand):
    hand.ask("guru")
    dates = hand.page.limits.dates
    hand.click(dates)
    QTest.keyClicks(dates.popup.fields[0], "31 Januari 2017")
    QTest.keyClick(dates.popup.fields[0], Qt.Key.Key_Return)
    hand.wait()
    assert dates.accessibleName() == "Date: from 31/01/2017"
    assert hand.page.empty.accessibleName() == "Nothing found"
    hand.click(hand.page.empty.button)
    assert len(rows(hand)) == 2
    hand.click(dates)
    QTest.keyClicks(dates.popup.fields[1], "soon")
    assert "not read as a day" in dates.popup.hint.text()
    QTest.keyClick(dates.popup.fields[1], Qt.Key.Key_Escape)
    assert dates.until is None


def test_enter_and_a_double_click_open_the_transcript(hand, qtbot):
    hand.ask("guru")
    table = hand.page.table
    at = hand.session.study.texts.of(1).index("guru")
    table.selectRow(0)
    with qtbot.waitSignal(hand.page.open_excerpt) as opened:
        hand.key(table, Qt.Key.Key_Return)
    assert opened.args == [1, at, at + 4]
    with qtbot.waitSignal(hand.page.open_excerpt) as opened:
        place = cell(hand, 1, Column.WORDS).center()
        QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
        QTest.mouseDClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert opened.args[0] == 2


def test_ticked_places_are_coded_in_one_step(hand, qtbot):
    hand.ask("teach OR teachers OR guru")
    assert not hand.page.code.isEnabled()
    tick(hand, 1)
    tick(hand, 3)
    assert hand.page.code.text() == "Code 2 place(s) with…"
    with qtbot.waitSignal(hand.page.choose_code):
        take_code(hand, "gur")
    assert coded(hand) == [("teach", "Guru"), ("teachers", "Guru")]
    assert hand.page.said.text() == "2 place(s) coded with “Guru”."
    assert hand.page.model.ticked == set()
    hand.undo()
    assert coded(hand) == []


def test_the_sentence_is_coded_with_a_new_code_and_what_had_it_is_said(hand):
    hand.ask("guru")
    hand.page.unit.menu().actions()[1].trigger()
    hand.click(hand.page.all)
    take_code(hand, "People > Teachers")
    assert coded(hand) == [("The teachers were taught by the guru.", "Teachers")]
    assert [row.path for row in codes(hand.session.study)][-1] == "People > Teachers"
    hand.click(hand.page.all)
    take_code(hand, "Teachers")
    assert hand.page.said.text() == "0 place(s) coded with “Teachers”. 2 had it already."


def test_space_ticks_what_is_selected_and_the_keys_do_the_rest(hand):
    hand.ask("teach OR guru")
    table = hand.page.table
    table.setFocus()
    table.selectRow(0)
    hand.key(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hand.key(table, Qt.Key.Key_Space)
    assert len(hand.page.model.ticked) == 2
    hand.key(table, Qt.Key.Key_Space)
    assert not hand.page.model.ticked
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    hand.key(table, Qt.Key.Key_A, control | shift)
    assert len(hand.page.model.ticked) == 4
    assert hand.page.all.text() == "Tick none"
    hand.key(table, Qt.Key.Key_Return, control)
    assert hand.page.palette_popup.isVisible()
    hand.page.palette_popup.hide()


def test_only_what_is_not_coded_follows_the_coding(hand):
    hand.ask("guru")
    hand.page.limits.state.menu().actions()[2].trigger()
    hand.wait()
    tick(hand, 0)
    take_code(hand, "gur")
    assert [row[0] for row in rows(hand)] == ["R/2:1"]
    hand.undo()
    assert len(rows(hand)) == 2


def test_what_was_found_is_exported(hand, tmp_path):
    hand.ask("guru")
    hand.page.export_to(tmp_path / "hits.csv")
    hand.wait()
    with (tmp_path / "hits.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 3
    assert hand.page.said.text() == "Saved as hits.csv"
    tick(hand, 1)
    hand.page.export_to(tmp_path / "hits.xlsx")
    hand.wait()
    assert (tmp_path / "hits.xlsx").stat().st_size > 1000


def test_it_follows_the_study(hand, told):
    hand.ask("guru")
    history.undo(told)
    hand.wait()
    assert hand.page.empty.accessibleName() == "No transcripts yet"
    history.redo(told)
    hand.wait()
    assert len(rows(hand)) == 2


def test_another_page_can_send_one_here(hand):
    hand.page.pattern.setChecked(True)
    hand.page.search_for('"every day"')
    hand.wait()
    assert words(hand) == ["every day"]


def test_every_control_has_a_name_and_the_actions_a_key(hand):
    assert all(action.text() and action.shortcut() for action in hand.page.actions())
    assert all(isinstance(action, QAction) for action in hand.page.actions())
    named = (hand.page.field, hand.page.table, hand.page.before, hand.page.unit)
    assert all(widget.accessibleName() for widget in named)
    assert all(box.text() for box in hand.page.findChildren(QCheckBox))


def test_a_page_that_was_not_read_yet_is_asked_for_once(told, qapp):
    asked = []
    found = find(told, Question("/\\w/"))
    assert found.total > PAGE
    model = HitsModel(lambda page, places: asked.append((page, len(places))))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(found, lines(told, found, 0, PAGE))
    assert model.index(0, Column.WORDS).data() == "P"
    assert model.index(PAGE, Column.WORDS).data() == ""
    assert model.index(PAGE + 1, Column.WORDS).data() == ""
    assert asked == [(1, found.total - PAGE)]
    model.take(1, lines(told, found, PAGE))
    assert model.index(PAGE, Column.WORDS).data()
    assert tester.model() is model
