import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPlainTextEdit

from app.reduce.codings import set_memo
from app.reduce.retrieval.asking import Limits, Question, Term
from app.reduce.retrieval.found import find, lines
from app.reduce.retrieval.saving import saved
from app.study_files import create_study
from ui.reduce.retrieval.lines_model import PAGE, Column
from ui.reduce.retrieval.page import RetrievalPage
from ui.session import Session

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hand(shown):
    return shown(RetrievalPage)


def expected(hand, question):
    found = find(hand.study, question)
    return [(line.row.code, line.row.quote) for line in lines(hand.study, found.codings)]


def listed(hand):
    return [row for row in hand.rows() if isinstance(row, tuple)]


def point(hand, row, column):
    return hand.page.table.visualRect(hand.page.model.index(row, column)).center()


def double_click(hand, row, column):
    port, place = hand.page.table.viewport(), point(hand, row, column)
    QTest.mouseClick(port, LEFT, pos=place)
    QTest.mouseDClick(port, LEFT, pos=place)


def ask_for(hand, name):
    """Press the button for a condition and type the code."""
    hand.click(hand.page.add)
    hand.take_code(name)


# --- asking ----------------------------------------------------------------------------------


def test_at_first_every_coding_is_listed_by_source(hand):
    total = len(expected(hand, Question()))
    assert hand.page.model.found.total == total
    assert hand.page.model.found.groups
    head = hand.page.model.index(0, 0).data()
    assert head.startswith(hand.page.model.line(1).row.reference)
    assert hand.page.status_text().startswith(f"{total} ")


def test_the_model_keeps_the_rules_of_models(hand):
    QAbstractItemModelTester(hand.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    ask_for(hand, "Lack of facilities")
    hand.page.model.index(hand.page.model.rowCount() - 1, 0).data()
    hand.wait()


def test_a_condition_is_built_with_keys_alone(hand):
    page = hand.page
    hand.key(page.add, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | SHIFT)
    hand.take_code("Lack of facilities")
    code = hand.code("Lack of facilities")
    assert listed(hand) == expected(hand, Question(((Term(code.id),),)))
    row = page.builder.rows[0]
    hand.choose(row.negated, True)
    assert ("Lack of facilities" in {name for name, _ in listed(hand)}) is False
    hand.key(row.remove, Qt.Key.Key_Space)
    assert page.builder.rows == []
    assert page.model.found.question.groups == ()


def test_and_or_and_a_relation(hand):
    page = hand.page
    ask_for(hand, "Lack of facilities")
    ask_for(hand, "Limited funds")
    one, two = hand.code("Lack of facilities").id, hand.code("Limited funds").id
    assert page.question().groups == ((Term(one), Term(two)),)
    hand.choose(page.builder.rows[1].join, "or")
    assert page.question().groups == ((Term(one),), (Term(two),))
    assert len(listed(hand)) == len(expected(hand, Question(((Term(one),), (Term(two),)))))
    first = page.builder.rows[0]
    hand.choose(first.relation, "near")
    assert page.question().groups == ((Term(two),),), "a relation without its code asks nothing"
    hand.click(first.other)
    hand.take_code("Limited funds")
    hand.key(first.words, Qt.Key.Key_Up)
    term = Term(one, relation="near", other=two, words=11)
    assert page.question().groups == ((term,), (Term(two),))
    assert listed(hand) == expected(hand, page.question())


def test_a_branch_can_be_left_out(hand):
    ask_for(hand, "Factors")
    row = hand.page.builder.rows[0]
    whole = len(listed(hand))
    assert whole > 20
    hand.click(row.branch)
    assert len(listed(hand)) < whole
    assert hand.page.question().groups[0][0].branch is False


def test_limits_and_words_in_notes(hand):
    page = hand.page
    coding = page.model.found.codings[3]
    hand.session.change(lambda: set_memo(hand.study, coding, "flooded road"))
    hand.wait()
    hand.type(page.limits.words, "FLOODED")
    hand.key(page.limits.words, Qt.Key.Key_Return)
    assert list(page.model.found.codings) == [coding]
    hand.click(page.limits.nothing)
    assert page.question().limits == Limits()
    page.limits.lists["methods"].pop_up()
    popup = page.limits.lists["methods"].popup
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    hand.wait()
    assert page.question().limits.methods == frozenset(["interview"])
    assert listed(hand) == expected(hand, page.question())


def test_groups_and_order(hand):
    page = hand.page
    hand.choose(page.group, "code")
    hand.choose(page.sort, "informant")
    hand.click(page.down)
    question = Question(group="code", sort="informant", descending=True)
    assert page.question() == question
    assert listed(hand) == expected(hand, question)
    heads = [row for row in hand.rows() if isinstance(row, str)]
    assert len(heads) == len(page.model.found.groups)
    hand.choose(page.group, "")
    assert page.model.rowCount() == page.model.found.total


def test_later_pages_are_read_when_they_come_into_sight(hand):
    page = hand.page
    assert page.model.found.total > 2 * PAGE
    last = page.model.rowCount() - 1
    page.table.scrollToBottom()
    page.table.viewport().grab()
    hand.wait()
    line = page.model.line(last)
    assert line.row.coding_id == page.model.found.codings[-1]


def test_nothing_found_offers_to_ask_anew(hand):
    hand.type(hand.page.limits.words, "no such words")
    hand.key(hand.page.limits.words, Qt.Key.Key_Return)
    assert hand.page.stack.currentWidget() is hand.page.empty
    assert not hand.page.export_button.isEnabled()
    hand.click(hand.page.empty.button)
    assert hand.page.stack.currentWidget() is hand.page.table


def test_an_empty_study_says_what_belongs_here(qtbot, tmp_path):
    study = create_study(tmp_path / "empty", "Empty")
    session = Session(study)
    page = RetrievalPage(session)
    qtbot.addWidget(page)
    page.show()
    for _ in range(3):
        session.tasks.wait()
        qtbot.wait(0)
    assert "coded" in page.empty.accessibleName()
    assert page.empty.button.isHidden()
    session.tasks.close()
    study.close()


# --- what is listed --------------------------------------------------------------------------


def test_enter_and_a_double_click_open_the_transcript(hand, qtbot):
    page, row = hand.page, hand.page.model.line(1).row
    page.table.setCurrentIndex(page.model.index(1, Column.WORDS))
    with qtbot.waitSignal(page.open_excerpt) as opened:
        hand.key(page.table, Qt.Key.Key_Return)
    assert opened.args == [row.source_id, row.start, row.end]
    with qtbot.waitSignal(page.open_excerpt) as opened:
        double_click(hand, 2, Column.WORDS)
    assert opened.args[1] == page.model.line(2).row.start


def test_summary_and_memo_are_written_in_place(hand):
    page = hand.page
    page.table.setCurrentIndex(page.model.index(2, Column.WORDS))
    hand.key(page.table, Qt.Key.Key_F2)
    hand.write("In short")
    assert page.model.line(2).row.summary == "In short"
    assert page.table.currentIndex().row() == 2
    hand.key(page.table, Qt.Key.Key_F2, SHIFT)
    hand.write("Why so?")
    assert page.model.line(2).row.memo == "Why so?"
    hand.undo()
    assert page.model.line(2).row.memo == ""
    hand.undo()
    assert page.model.line(2).row.summary == ""


def test_a_double_click_writes_and_escape_leaves_it(hand):
    page = hand.page
    double_click(hand, 1, Column.MEMO)
    editor = page.table.findChild(QPlainTextEdit)
    QTest.keyClicks(editor, "no")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    hand.wait()
    assert page.model.line(1).row.memo == ""


def test_the_menu_directs_weighs_and_removes(hand):
    page = hand.page
    total = page.model.found.total
    page.table.selectRow(1)
    line = page.table.chosen()[0]

    def pick(*words):
        menu = page.do.menu(page.table.chosen(), page.mapToGlobal(page.rect().center()))
        for word in words:
            action = next(a for a in menu.actions() if a.text() == word)
            menu = action.menu() or menu
        action.trigger()
        hand.wait()

    pick("Direction", "denies")
    pick("Weight", "strong")
    now = lines(hand.study, [line.row.coding_id])[0].row
    assert (now.direction, now.weight) == ("denies", 3)
    pick("Copy with the citation")
    assert QGuiApplication.clipboard().text() == f"“{now.quote}” {now.citation}"
    pick("Change the code…")
    hand.take_code("Limited funds")
    assert lines(hand.study, [line.row.coding_id])[0].row.code == "Limited funds"
    page.table.go_to(line.row.coding_id)
    page.table.selectRow(page.model.row_of(line.row.coding_id))
    pick("Remove the coding")
    assert page.model.found.total == total - 1
    hand.undo()
    assert page.model.found.total == total


# --- questions kept --------------------------------------------------------------------------


def test_a_question_is_saved_asked_renamed_and_deleted(hand):
    page, side = hand.page, hand.page.side
    ask_for(hand, "Lack of facilities")
    hand.choose(page.group, "role")
    question = page.question()
    hand.type(side.name, "Facilities")
    hand.key(side.name, Qt.Key.Key_Return)
    assert [(one.title, one.question) for one in saved(hand.study)] == [("Facilities", question)]
    page.clear()
    hand.wait()
    assert page.question().groups == ()
    place = side.list.visualItemRect(side.list.item(0)).center()
    QTest.mouseClick(side.list.viewport(), LEFT, pos=place)
    hand.wait()
    assert page.question() == question
    assert listed(hand) == expected(hand, question)
    hand.key(side.list, Qt.Key.Key_F2)
    editor = side.list.findChild(type(side.name))
    QTest.keyClicks(editor, "Lacking")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    hand.wait()
    assert [one.title for one in saved(hand.study)] == ["Lacking"]
    assert side.list.item(0).text() == "Lacking"
    hand.key(side.list, Qt.Key.Key_Delete)
    assert saved(hand.study) == []
    hand.undo()
    assert side.list.count() == 1


def test_what_is_found_is_exported(hand, tmp_path):
    ask_for(hand, "Lack of facilities")
    for ending in (".csv", ".xlsx", ".docx"):
        hand.page.export_to(tmp_path / f"out{ending}")
        hand.wait()
        assert (tmp_path / f"out{ending}").stat().st_size
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == hand.page.model.found.total + 1
    assert "out.docx" in hand.page.said.text()
