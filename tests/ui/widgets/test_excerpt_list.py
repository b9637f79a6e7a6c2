import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester

from ui.theme import tokens
from ui.widgets.excerpt_delegate import citation_words
from ui.widgets.excerpt_list import EXCERPT_MIME, MEASURED, ExcerptList, excerpt_ids, excerpt_mime
from ui.widgets.excerpt_model import PAGE, ExcerptModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def listed(qtbot):
    view = ExcerptList(show_stance=True, show_code=True)
    qtbot.addWidget(view)
    view.resize(420, 500)
    return view


def pages(rows, asked):
    def fetch(offset, limit):
        asked.append((offset, limit))
        return rows[offset : offset + limit]

    return fetch


def test_a_model_that_qt_finds_no_fault_with(make_rows, qtbot):
    model = ExcerptModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_pages(5, pages(make_rows(5), []))
    model.set_pages(1000, pages(make_rows(1000), []))
    model.set_pages(0, pages([], []))
    assert tester.model() is model


def test_only_the_pages_in_sight_are_fetched(listed, make_rows):
    asked, count = [], 20_000
    listed.set_pages(count, pages(make_rows(count), asked))
    listed.grab()
    assert asked == [(0, PAGE)]
    listed.scrollTo(listed.model().index(15_050, 0))
    listed.grab()
    assert asked == [(0, PAGE), (15_000, PAGE)]
    assert listed.count() == count


def test_twenty_thousand_rows_are_there_at_once(listed, make_rows):
    rows = make_rows(20_000)
    listed.set_rows(rows[:10])
    listed.grab()
    start = time.perf_counter()
    listed.set_rows(rows)
    listed.grab()
    assert time.perf_counter() - start < 0.5  # 20 ms here; a slow machine under load has room


def test_a_fetch_that_asks_again_is_not_entered_twice(make_rows, qapp):
    model, depth = ExcerptModel(), []

    def fetch(offset, limit):
        depth.append(offset)
        assert model.row_at(offset) is None
        return make_rows(limit, offset)

    model.set_pages(400, fetch)
    assert model.row_at(3).excerpt_id == 1003
    assert depth == [0]


def test_a_study_that_shrank_meanwhile_leaves_blank_rows(listed, make_rows):
    listed.set_pages(5, pages(make_rows(3), []))
    assert listed.row_at(2) is not None
    assert listed.row_at(4) is None
    assert listed.model().index(4, 0).data() is None
    listed.grab()


def test_a_fetch_that_fails_can_be_tried_again(make_rows, qapp):
    model, answers = ExcerptModel(), [OSError("gone"), make_rows(2)]

    def fetch(offset, limit):
        answer = answers.pop(0)
        if isinstance(answer, OSError):
            raise answer
        return answer

    model.set_pages(2, fetch)
    with pytest.raises(OSError, match="gone"):
        model.row_at(0)
    assert model.row_at(1).excerpt_id == 1001


def test_rows_of_a_short_list_are_as_high_as_their_words(listed, make_rows):
    short, long = make_rows(1), make_rows(1, 1, quote="a long sentence that goes on " * 30)
    listed.set_rows([*short, *long])
    header = listed.verticalHeader()
    narrow = header.sectionSize(1)
    assert header.sectionSize(0) < narrow
    listed.resize(1400, 500)
    listed.show()
    assert header.sectionSize(1) <= narrow


def test_rows_of_a_long_list_are_all_alike(listed, make_rows):
    listed.set_rows(make_rows(MEASURED + 1, quote="a long sentence that goes on " * 30))
    sizes = {listed.verticalHeader().sectionSize(row) for row in range(MEASURED + 1)}
    assert len(sizes) == 1


def test_a_long_list_after_a_short_one_keeps_none_of_its_heights(listed, make_rows):
    listed.style_of_rows.stance = False
    listed.set_rows([replace(row, quote="Short.") for row in make_rows(3)])
    short = listed.rowHeight(0)
    listed.style_of_rows.stance = True
    listed.set_rows(make_rows(MEASURED + 1))
    assert listed.rowHeight(0) == listed.rowHeight(MEASURED) != short


def test_a_click_opens_the_excerpt_and_enter_too(listed, make_rows, qtbot):
    listed.set_rows(make_rows(3))
    listed.show()
    place = listed.visualRect(listed.model().index(1, 0)).center()
    with qtbot.waitSignal(listed.activated_excerpt) as clicked:
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args[0].excerpt_id == 1001
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    with qtbot.waitSignal(listed.activated_excerpt) as entered:
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert entered.args[0].excerpt_id == 1002


def test_where_rows_are_chosen_a_click_chooses_and_a_double_click_opens(qtbot, make_rows):
    listed = ExcerptList(to_choose=True)
    qtbot.addWidget(listed)
    listed.set_rows(make_rows(3))
    listed.show()
    place = listed.visualRect(listed.model().index(1, 0)).center()
    with qtbot.assertNotEmitted(listed.activated_excerpt):
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.excerpt_id for row in listed.selected_rows()] == [1001]
    with qtbot.waitSignal(listed.activated_excerpt) as opened:
        qtbot.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args[0].excerpt_id == 1001


def test_gathering_rows_opens_none(listed, make_rows, qtbot):
    listed.set_rows(make_rows(3))
    listed.show()
    listed.selectRow(0)
    place = listed.visualRect(listed.model().index(2, 0)).center()
    with qtbot.assertNotEmitted(listed.activated_excerpt):
        qtbot.mouseClick(
            listed.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            place,
        )
    assert [row.excerpt_id for row in listed.selected_rows()] == [1000, 1002]


def test_the_menu_is_asked_for_with_the_selected_rows(listed, make_rows, qtbot):
    listed.set_rows(make_rows(3))
    with qtbot.assertNotEmitted(listed.menu_requested):
        listed.customContextMenuRequested.emit(QPoint(5, 5))
    listed.selectRow(1)
    with qtbot.waitSignal(listed.menu_requested) as asked:
        listed.customContextMenuRequested.emit(QPoint(5, 5))
    assert [row.excerpt_id for row in asked.args[1]] == [1001]


def test_a_drag_carries_the_excerpts_once_each(make_rows, qapp):
    model = ExcerptModel()
    rows = [*make_rows(2), replace(make_rows(1)[0], coding_id=9)]
    model.set_pages(3, pages(rows, []))
    mime = model.mimeData([model.index(row, 0) for row in (2, 0, 1)])
    assert bytes(mime.data(EXCERPT_MIME).data()) == b"excerpt:1000,1001"
    assert excerpt_ids(mime) == [1000, 1001]
    assert model.mimeTypes() == [EXCERPT_MIME]


def test_something_else_that_is_dragged_holds_no_excerpts(qapp):
    mime = QMimeData()
    mime.setText("excerpt:1")
    assert excerpt_ids(mime) == []
    mime.setData(EXCERPT_MIME, b"excerpt:one,2,;DROP")
    assert excerpt_ids(mime) == [2]
    assert excerpt_ids(excerpt_mime([7])) == [7]


def test_the_place_in_the_list_survives_a_refresh(listed, make_rows):
    rows = make_rows(100)
    listed.set_rows(rows)
    listed.show()
    assert listed.select_excerpt(1050)
    before = listed.verticalScrollBar().value()
    assert before > 0
    listed.set_rows([row for row in rows if row.excerpt_id != 1099])
    assert listed.current_row().excerpt_id == 1050
    assert listed.verticalScrollBar().value() == before
    listed.set_rows([row for row in rows if row.excerpt_id != 1050])
    assert listed.current_row() is None


def test_selecting_a_coding_tells_which_row_is_current(listed, make_rows, qtbot):
    listed.set_rows(make_rows(5))
    with qtbot.waitSignal(listed.chosen) as chosen:
        assert listed.select_coding(3)
    assert chosen.args[0].coding_id == 3
    assert not listed.select_coding(77)


def test_a_reader_hears_words_and_origin(make_rows, listed):
    listed.set_rows(make_rows(1, memo="look <again>"))
    index = listed.model().index(0, 0)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "affirms, Words number 0, (W.KS-01, 12/01/2017), key person, Facilities"
    assert "look &lt;again&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_citation_names_the_line(make_rows):
    row = make_rows(1)[0]
    assert citation_words(row) == "W.KS-01, 12/01/2017, line 13"
    assert citation_words(replace(row, line=0)) == "W.KS-01, 12/01/2017"
    assert citation_words(replace(row, citation="")) == "W/KS-01, line 13"


def test_the_selected_row_has_the_accent_ground(listed, make_rows):
    listed.set_rows(make_rows(2))
    listed.selectRow(1)
    image = listed.grab().toImage()
    rect = listed.visualRect(listed.model().index(1, 0))
    assert image.pixelColor(rect.right() - 3, rect.center().y()) == QColor(
        tokens("light")["accent_ground"]
    )


def test_stances_are_said_by_the_words_that_are_given(listed, make_rows):
    said = []
    listed.set_words(lambda word: said.append(word) or word.upper())
    listed.set_rows(make_rows(1, stance="supports"))
    listed.grab()
    assert set(said) == {"supports"}


def test_clearing_leaves_nothing(listed, make_rows):
    listed.set_rows(make_rows(3))
    listed.clear()
    assert listed.count() == 0
    assert listed.selected_rows() == []


def test_pressing_a_row_and_moving_drags_it_without_selecting_others(qtbot, make_rows):
    class Listed(ExcerptList):
        dragged = None

        def startDrag(self, actions):
            self.dragged = [row.excerpt_id for row in self.selected_rows()]

    view = Listed()
    qtbot.addWidget(view)
    view.resize(420, 500)
    view.set_rows(make_rows(4))
    view.show()
    start = view.visualRect(view.model().index(1, 0)).center()
    port = view.viewport()
    with qtbot.assertNotEmitted(view.activated_excerpt):
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 9):
            qtbot.mouseMove(port, start + QPoint(4 * step, 8 * step))
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(32, 64))
    assert view.dragged == [1001]
