"""All memos: searched, written with names after an @, followed, led back to, printed."""

import pytest
from docx import Document
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import history
from app.reduce.memos import add_memo, memos
from tests.ui.reduce.conftest import LEFT, NONE
from ui.reduce.memos.marked_edit import MarkedEdit
from ui.reduce.memos.page import MemosPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(filled, session, qtbot):
    from app.reduce.codes import codes

    time = next(row.id for row in codes(filled) if row.name == "Time")
    add_memo(filled, "On time", "It runs out.", on_entity="code", on_id=time)
    add_memo(filled, "Doubts", f"See @[Time](code:{time}).", kind="reflexive")
    page = MemosPage(session)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.time = time
    settle(page)
    return page


def settle(page):
    for _ in range(4):
        page.session.tasks.wait()
        QApplication.processEvents()


def titles(page):
    return [page.list.topLevelItem(n).text(0) for n in range(page.list.topLevelItemCount())]


def choose(page, title):
    row = titles(page).index(title)
    at = page.list.visualItemRect(page.list.topLevelItem(row)).center()
    QTest.mouseClick(page.list.viewport(), LEFT, NONE, at)
    settle(page)


def test_words_kind_and_dates_limit_the_list(page):
    assert sorted(titles(page)) == ["Doubts", "On time"]
    QTest.keyClicks(page.field, "runs")
    QTest.qWait(400)
    settle(page)
    assert titles(page) == ["On time"]
    page.field.clear()
    page.kind.set_current("reflexive")
    page.refresh()
    settle(page)
    assert titles(page) == ["Doubts"]


def test_a_memo_is_written_with_a_name_after_an_at(page):
    choose(page, "On time")
    text = page.form.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(text, " @faci")
    settle(page)
    assert text.popup.isVisible()
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "too")
    page.flush()
    settle(page)
    stored = next(m for m in memos(page.session.study) if m.title == "On time").text
    assert stored.startswith("It runs out. @[Facilities](code:")
    assert stored.endswith(") too")
    history.undo(page.session.study)
    settle(page)
    assert text.marked() == "It runs out."


def test_a_memo_leads_to_what_it_names_and_back(page, qtbot):
    choose(page, "Doubts")
    text = page.form.text
    place = text.toPlainText().index("Time") + 1
    cursor = text.textCursor()
    cursor.setPosition(place)
    point = text.cursorRect(cursor).center() + QPoint(1, 0)
    with qtbot.waitSignal(page.choose_code) as chosen:
        QTest.mouseClick(text.viewport(), LEFT, CTRL, point)
        settle(page)
    assert chosen.args == [page.time]
    choose(page, "On time")
    assert page.named.isVisible()
    item = page.named.list.item(0)
    assert item.text() == "Doubts"
    at = page.named.list.visualItemRect(item).center()
    QTest.mouseClick(page.named.list.viewport(), LEFT, NONE, at)
    settle(page)
    assert page.current.memo.title == "Doubts"


def test_a_new_memo_on_the_study_is_kept_and_deleted(page):
    QTest.mouseClick(page.new, LEFT)
    QTest.keyClicks(page.form.title, "Plan")
    QTest.keyClicks(page.form.text, "Go back in March.")
    page.flush()
    settle(page)
    assert "Plan" in titles(page)
    assert page.current.memo.title == "Plan"
    QTest.mouseClick(page.form.remove, LEFT)
    settle(page)
    assert "Plan" not in titles(page)
    history.undo(page.session.study)
    settle(page)
    assert "Plan" in titles(page)


def test_the_listed_memos_are_printed(page, tmp_path):
    page.save_to(tmp_path / "memos.docx")
    settle(page)
    words = "\n".join(
        p.text
        for p in Document(str(tmp_path / "memos.docx")).element.body.iter()
        if hasattr(p, "text") and p.text
    )
    assert "See Time." in words
    assert "It runs out." in words


def test_marks_survive_editing_around_them(qtbot):
    field = MarkedEdit()
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    before = "a 😀 @[Facilities](code:12)\nb @[W/KS-01](source:3)"
    field.set_marked(before)
    assert field.marked() == before
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "!")
    assert field.marked() == before.replace("(code:12)", "(code:12)!")
    field.undo()
    assert field.marked() == before
