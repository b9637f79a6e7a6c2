import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from app import history
from app.reduce.words.counting import count_words
from app.reduce.words.listing import Listing
from app.reduce.words.stop_words import own_stop_words
from ui.reduce.words.page import WordsPage
from ui.reduce.words.words_model import WordsModel

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def hand(told, shown):
    return shown(WordsPage)


def words(hand):
    model = hand.page.model
    return [
        (model.index(r, 0).data(), int(model.index(r, 1).data())) for r in range(model.rowCount())
    ]


def pick(hand, choice, label):
    actions = {action.text(): action for action in choice.menu().actions()}
    actions[label].trigger()
    hand.wait()


def test_an_empty_study_says_what_belongs_here(shown, study):
    page = shown(WordsPage).page
    assert page.stack.currentWidget() is page.empty


def test_words_are_listed_without_stop_words_and_without_questions(hand):
    assert words(hand)[0] == ("guru", 2)
    assert ("teach", 1) in words(hand)
    assert "the" not in dict(words(hand))
    hand.click(hand.page.researcher)
    assert ("teach", 2) in words(hand)
    assert hand.page.status_text() == "9 word(s) listed · 23 running word(s)"


def test_a_group_alone_and_its_key_terms(hand):
    pick(hand, hand.page.group, "Interview")
    assert "late" not in dict(words(hand))
    pick(hand, hand.page.by, "site")
    assert [a.text() for a in hand.page.group.menu().actions()] == [
        *("all", "Ciawi 01", "Without a site")
    ]
    hand.click(hand.page.researcher)
    hand.click(hand.page.kind.button("keys"))
    assert hand.page.group.current() == 1  # all against nothing else says nothing
    assert ("teachers", 2) in words(hand)
    assert hand.page.note.isVisible()
    assert hand.page.model.heads()[-2] == "G²"


def test_forms_together(hand):
    hand.click(hand.page.lemma)
    row = next(r for r in hand.page.model.rows if r.word == "teach")
    assert (row.count, sorted(row.forms)) == (3, ["taught", "teach", "teaches"])


def test_a_word_in_the_cloud_leads_to_its_places(hand, qtbot):
    box = hand.page.cloud.box_of("guru")
    assert box.isValid()
    with qtbot.waitSignal(hand.page.search_wanted) as wanted:
        QTest.mouseClick(hand.page.cloud, LEFT, NONE, box.center())
    assert wanted.args == ['"guru"']
    with qtbot.assertNotEmitted(hand.page.search_wanted):
        QTest.mouseClick(hand.page.cloud, LEFT, NONE, QPoint(1, 1))
    hand.page.cloud.setFocus()
    QTest.keyClick(hand.page.cloud, Qt.Key.Key_Right)
    word = hand.page.cloud.placed[hand.page.cloud.current].word
    with qtbot.waitSignal(hand.page.search_wanted) as wanted:
        QTest.keyClick(hand.page.cloud, Qt.Key.Key_Return)
    assert wanted.args == [f'"{word}"']


def test_the_cloud_stays_inside_and_follows_the_size(hand):
    cloud = hand.page.cloud
    assert {one.word for one in cloud.placed} == {word for word, _ in words(hand)}
    hand.page.resize(1000, 500)
    QTest.qWait(260)
    hand.wait()
    assert cloud.placed
    assert all(cloud.rect().contains(cloud.box_of(one.word)) for one in cloud.placed)


def test_a_row_leads_to_its_places(hand, qtbot):
    hand.click(hand.page.lemma)
    table = hand.page.table
    row = [row.word for row in hand.page.model.rows].index("teach")
    table.setFocus()
    table.selectRow(row)
    with qtbot.waitSignal(hand.page.search_wanted) as wanted:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert wanted.args == ["lemma:teach"]


def test_a_word_is_left_out_by_a_key_and_comes_back_by_undo(hand, told):
    hand.page.table.setFocus()
    hand.page.table.selectRow(0)
    hand.key(hand.page.table, Qt.Key.Key_Delete)
    assert own_stop_words(told) == ["guru"]
    assert "guru" not in dict(words(hand))
    hand.undo()
    assert words(hand)[0] == ("guru", 2)


def test_own_stop_words_are_written_in_a_field(hand, told):
    hand.click(hand.page.stop)
    popup = hand.page.popup
    QTest.keyClicks(popup.field, "late")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    QTest.keyClicks(popup.field, "day")
    popup.hide()
    hand.wait()
    assert own_stop_words(told) == ["day", "late"]
    assert not {"day", "late"} & dict(words(hand)).keys()
    hand.click(hand.page.stop)
    assert popup.field.toPlainText() == "day\nlate"
    QTest.keyClicks(popup.field, "guru")
    QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    hand.wait()
    assert own_stop_words(told) == ["day", "late"]


def test_the_list_is_filtered_and_copied(hand):
    QTest.keyClicks(hand.page.find, "teach")
    QTest.keyClick(hand.page.find, Qt.Key.Key_Return)
    assert {word for word, _ in words(hand)} == {"teach", "teachers", "teaches"}
    hand.page.table.setFocus()
    hand.key(hand.page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Word", "Count"]
    assert len(lines) == 4


def test_it_follows_the_study(hand, told):
    history.undo(told)
    hand.wait()
    assert hand.page.stack.currentWidget() is hand.page.empty
    history.redo(told)
    hand.wait()
    assert words(hand)[0] == ("guru", 2)


def test_the_model_is_one_that_qt_finds_no_fault_with(told, qapp):
    model = WordsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    listing = Listing(count_words(told, "method"))
    model.show(listing.words(), keys=False)
    model.show(listing.key_terms("interview"), keys=True)
    model.filter("teach")
    assert model.columnCount() == 7
    assert tester.model() is model
